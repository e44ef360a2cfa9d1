// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/sensitivity.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "models/exact/cause_names.hpp"
#include "models/exact/lone_unit.hpp"
#include "models/structure/importance.hpp"
#include "models/structure/probability.hpp"
#include "sim/markov/bias.hpp"

namespace nines::exact {

namespace {

using Key = std::pair<std::string, std::string>;  // cause, time

const char* time_of(engine::Phase phase) {
    switch (phase) {
        case engine::Phase::working: return "time to failure";
        case engine::Phase::hidden: return "notice";
        case engine::Phase::responding: return "response";
        case engine::Phase::repairing: return "repair";
        case engine::Phase::awaiting_failover:
        case engine::Phase::awaiting_part:
        case engine::Phase::awaiting_crew: break;
    }
    return "";
}

Key key_of(const Program& program, const RateSource& source) {
    switch (source.kind) {
        case RateSource::Kind::unit:
            return {label_of(program, static_cast<UnitId>(source.index)), time_of(source.phase)};
        case RateSource::Kind::start: return {program.labels[program.standbys[source.index].label], "start"};
        case RateSource::Kind::order: return {program.pools[source.index].name, "lead time"};
        case RateSource::Kind::stage:
            return {program.hosts[+program.failovers[source.index].host].name, word_of(source.stage)};
        case RateSource::Kind::alarm:
            return {program.hosts[+program.failovers[source.index].host].name, "time between false alarms"};
        case RateSource::Kind::hold: return {program.hosts[+program.failovers[source.index].host].name, "hold"};
        case RateSource::Kind::failback: return {program.hosts[+program.failovers[source.index].host].name, "failback"};
        case RateSource::Kind::step_down:
            return {program.hosts[+program.failovers[source.index].host].name, "stepping down"};
        case RateSource::Kind::resync: {
            const Copy& copy = program.copies[source.index];
            return {program.hosts[+program.failovers[+copy.failover].host].name, "resynchronisation"};
        }
        case RateSource::Kind::check: {
            const Endpoint& endpoint = program.endpoints[source.index];
            return {program.hosts[+program.balancers[+endpoint.balancer].host].name, "check"};
        }
        case RateSource::Kind::plan: return {program.plans[source.index].name, "plan"};
        case RateSource::Kind::shock: break;
    }
    return {label_of(program, program.targets[program.shocks[source.index].targets.begin]), "time between"};
}

/// Sums dU / d ln rate over the islands of one line.
class Derivatives {
public:
    Derivatives(const Program& program, const Islands& islands, const std::function<bool()>& go_on)
        : program_(program), islands_(islands), go_on_(go_on) {}

    std::optional<Refusal> find(const LineBoundary& boundary, const LineStructure& line, const PartProvider& part) {
        structure::Evaluation evaluation(line.function.diagram, line.distribution);
        unavailability_ = evaluation.of(line.function.down.front()).down;
        if (unavailability_ <= 0.0) return Refusal{"there is no downtime", {}};
        const auto importance = structure::importances(evaluation, line.function.down.front());
        for (std::size_t v = 0; v < line.function.leaves.size();) {
            const std::uint32_t block = line.function.block_of[v];
            const auto& leaves = boundary.boundary.blocks[block];
            const std::uint32_t island = boundary.island_of_block[block];
            const auto lone = lone_unit(program_, islands_.scopes[island]);
            if (lone && leaves.size() == 1) {
                // The chance of the leaf, not of the unit: a line may stay up without it.
                const double down =
                    line.distribution.all_down(line.distribution.block_of(static_cast<structure::Variable>(v)), 1);
                add_lone(*lone, importance[v].birnbaum * down * lone->up());
            } else {
                const auto reward = [&](std::uint64_t down) {
                    return leaves.size() == 1 ? static_cast<double>(down) * importance[v].birnbaum
                                              : down_given(line, v, down);
                };
                const PartOrRefusal chain = part(island);
                if (const auto* refusal = std::get_if<Refusal>(&chain)) return *refusal;
                if (auto refusal = add_chain(*std::get<PartChain*>(chain), leaves, reward)) return refusal;
            }
            v += leaves.size();
        }
        return std::nullopt;
    }

    std::vector<Sensitivity> take() const {
        std::vector<Sensitivity> result;
        for (const auto& [key, derivative] : by_rate_) {
            result.push_back({key.first, key.second, -derivative / unavailability_});
        }
        std::ranges::stable_sort(result, [](const Sensitivity& a, const Sensitivity& b) {
            return std::abs(a.elasticity) > std::abs(b.elasticity);
        });
        return result;
    }

private:
    void add_lone(const LoneUnit& lone, double derivative) {
        const Unit& unit = program_.units[+lone.unit];
        const std::string cause = label_of(program_, lone.unit);
        if (exists(unit.time_to_failure)) by_rate_[{cause, "time to failure"}] += derivative;
        // Each stage of the time down in proportion to its mean.
        const auto add = [&](const char* time, SamplerId sampler) {
            if (!exists(sampler) || derivative == 0.0) return;
            by_rate_[{cause, time}] -= derivative * program_.mean_seconds[+sampler] / lone.mean_down_seconds;
        };
        add("repair", unit.time_to_repair);
        if (!exists(unit.care)) return;
        const Care& care = program_.cares[+unit.care];
        add("notice", care.notice);
        if (!exists(care.crew)) return;
        add("response", program_.crews[+care.crew].ack);
        add("response", program_.crews[+care.crew].travel);
    }

    /// P(line is down), given what is down of the block that begins with variable `first`.
    double down_given(const LineStructure& line, std::size_t first, std::uint64_t down) const {
        structure::Distribution given;
        for (const structure::Block& block : line.distribution.blocks()) {
            if (block.first == first) {
                given.add_block(block.size(), std::vector<structure::Outcome>{{down, 1.0}});
            } else {
                given.add_block(block.size(), line.distribution.outcomes(block));
            }
        }
        return structure::Evaluation(line.function.diagram, given).of(line.function.down.front()).down;
    }

    template <class Reward>
    std::optional<Refusal> add_chain(PartChain& part, const std::vector<structure::Leaf>& leaves, Reward reward) {
        const std::vector<std::uint64_t> bits = part.down_bits(leaves);
        std::map<std::uint64_t, double> known;
        std::vector<double> rewards;
        for (const std::uint64_t down : bits) {
            const auto entry = known.find(down);
            rewards.push_back(entry != known.end() ? entry->second : known[down] = reward(down));
        }
        sim::SolveOptions options;
        options.go_on = go_on_;
        const auto solved = sim::bias(part.chain(), part.start(), part.steady(), rewards, options);
        if (const auto* failure = std::get_if<sim::SolveFailure>(&solved)) return refusal_of(*failure);
        const std::vector<double>& value = std::get<sim::Bias>(solved).relative_value;
        for (sim::StateIndex s = 0; s < bits.size(); ++s) {
            const double probability = part.steady().probability[s];
            if (probability == 0.0) continue;
            part.exploration().for_each_step(s, [&](const RateSource& source, sim::StateIndex to, double per_second) {
                by_rate_[key_of(program_, source)] += probability * per_second * (value[to] - value[s]);
            });
        }
        return std::nullopt;
    }

    const Program& program_;
    const Islands& islands_;
    const std::function<bool()>& go_on_;
    double unavailability_ = 0.0;
    std::map<Key, double> by_rate_;
};

}  // namespace

std::variant<std::vector<Sensitivity>, Refusal> sensitivities(const Program& program, const Islands& islands,
                                                              const LineOrigins& origins, LineId line,
                                                              const PartProvider& part,
                                                              const std::function<bool()>& go_on) {
    const auto found = bounded_line(program, islands, origins, line, part);
    if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
    const auto& [boundary, structure] = std::get<BoundedLine>(found);
    Derivatives derivatives(program, islands, go_on);
    if (auto refusal = derivatives.find(boundary, structure, part)) return *refusal;
    return derivatives.take();
}

}  // namespace nines::exact
