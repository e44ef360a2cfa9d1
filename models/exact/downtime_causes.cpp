// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/downtime_causes.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>
#include <variant>

#include "models/engine/cause_walk.hpp"
#include "models/exact/cause_names.hpp"
#include "models/exact/chain_figures.hpp"
#include "sim/markov/passage.hpp"
#include "sim/units/duration.hpp"

namespace nines::exact {

namespace {

/// Collects the labels of what holds a line down in a state, each once.
class CauseFinder {
public:
    explicit CauseFinder(const Program& program) : program_(program), walk_(program) {}

    /// Valid until the next call.
    const std::vector<std::uint32_t>& find(const engine::DiscreteState& state, LineId line) {
        labels_.clear();
        walk_.begin();
        walk_.through(state, line, *this);
        std::ranges::sort(labels_);
        labels_.erase(std::unique(labels_.begin(), labels_.end()), labels_.end());
        return labels_;
    }

    // --- what the walk meets: see engine::CauseWalk ---

    bool has_room() const { return true; }
    void unit(UnitId id) { labels_.push_back(program_.unit_labels[+id]); }
    void starting(std::uint32_t label) { labels_.push_back(label); }
    void store() {}
    void alarm(std::uint32_t label) { labels_.push_back(label); }
    void phase(std::uint32_t label) { labels_.push_back(label); }
    void handover(std::uint32_t label) { labels_.push_back(label); }

private:
    const Program& program_;
    engine::CauseWalk walk_;
    std::vector<std::uint32_t> labels_;
};

/// Per second of the long run.
struct Charge {
    double down = 0.0;
    double outages = 0.0;
};

std::vector<CauseShare> ranked(std::vector<std::pair<std::vector<std::string>, Charge>> charges, std::size_t how_many) {
    const double year = Duration::years(1.0).in_seconds();
    double down = 0.0;
    for (const auto& [components, charge] : charges) down += charge.down;
    const auto row_of = [&](const std::vector<std::string>& components, const Charge& charge) {
        return CauseShare{components, charge.down / down, charge.down * year, charge.outages * year};
    };
    std::ranges::sort(charges, [](const auto& a, const auto& b) {
        // What has no name goes with the rest.
        return std::tuple(a.first.empty(), -a.second.down, a.first) <
               std::tuple(b.first.empty(), -b.second.down, b.first);
    });
    std::vector<CauseShare> rows;
    Charge rest;
    for (const auto& [components, charge] : charges) {
        if (rows.size() < how_many && !components.empty()) {
            rows.push_back(row_of(components, charge));
        } else {
            rest.down += charge.down;
            rest.outages += charge.outages;
        }
    }
    if (rest.down > 0.0) rows.push_back(row_of({"other"}, rest));
    return rows;
}

}  // namespace

sim::Solved<std::vector<CauseShare>> downtime_causes(const Program& program, PartChain& part, LineId line,
                                                     std::size_t how_many, const std::function<bool()>& go_on) {
    const sim::StateSet down = part.states_with_down(line);
    sim::StateSet up = down;
    up.flip();
    sim::SolveOptions options;
    options.go_on = go_on;
    auto solved = sim::mean_times_until(part.chain(), up, options);
    if (auto* failure = std::get_if<sim::SolveFailure>(&solved)) return std::move(*failure);
    const std::vector<double>& seconds = std::get<sim::TimesUntil>(solved).seconds;

    const std::vector<double> flow = flow_into_outages({part.chain(), part.start(), down}, part.steady());
    std::map<CauseNames::Counts, Charge> charges;
    CauseFinder finder(program);
    const CauseNames names(program);
    part.exploration().for_each_state([&](sim::StateIndex s, const ChainState& state) {
        if (flow[s] == 0.0) return;
        Charge& charge = charges[names.counted(finder.find(state.discrete, line))];
        charge.down += flow[s] * seconds[s];
        charge.outages += flow[s];
    });
    std::vector<std::pair<std::vector<std::string>, Charge>> named;
    for (const auto& [counts, charge] : charges) named.emplace_back(names.words(counts), charge);
    double for_good = 0.0;
    for (sim::StateIndex s = 0; s < down.size(); ++s) {
        if (down[s] && std::isinf(seconds[s])) for_good += part.steady().probability[s];
    }
    if (for_good > 0.0) named.push_back({{"never up again"}, {for_good, 0.0}});
    return ranked(std::move(named), how_many);
}

}  // namespace nines::exact
