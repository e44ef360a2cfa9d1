// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/service_chain.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "models/export/text.hpp"

namespace nines::exporting {

namespace {

/// The islands behind any of the services, ascending.
std::vector<std::uint32_t> islands_needed(const Parts& parts, const ExportQuestion& question) {
    std::vector<std::uint32_t> needed;
    for (const compile::SubjectId service : question.services) {
        const auto line = parts.program().subjects[+service].line;
        const auto islands = exact::islands_behind(parts.program(), parts.islands(), line);
        needed.insert(needed.end(), islands.begin(), islands.end());
    }
    std::ranges::sort(needed);
    needed.erase(std::unique(needed.begin(), needed.end()), needed.end());
    return needed;
}

}  // namespace

std::vector<bool> ServiceChain::start_states() const {
    std::vector<bool> result(chain().state_count());
    for (const sim::StartState& start : part->start()) result[start.state] = true;
    return result;
}

bool ServiceChain::is_down(sim::StateIndex state) const {
    return std::ranges::any_of(services, [&](const Service& service) { return service.down[state]; });
}

std::variant<ServiceChain, exact::Refusal> service_chain(const compile::Program& program,
                                                         const ExportQuestion& question) {
    ServiceChain result;
    result.parts = std::make_unique<Parts>(program, question);
    const Parts& parts = *result.parts;
    result.scope = exact::joined(parts.islands().scopes, islands_needed(parts, question));
    if (std::string reasons = parts.reasons_against(result.scope); !reasons.empty()) {
        return exact::Refusal{std::move(reasons), "simulate: nines run"};
    }
    result.part = std::make_unique<exact::PartChain>(program, parts.activities(), parts.symmetry(), result.scope);
    exact::ExploreOptions options;
    options.most_states = question.most_states;
    options.go_on = question.go_on;
    if (auto refusal = result.part->exploration().run(options)) return *std::move(refusal);

    Identifiers labels;
    for (const compile::SubjectId id : question.services) {
        const compile::Subject& service = program.subjects[+id];
        const std::string name = service.name.substr(service.name.find(':') + 1);
        result.services.push_back({name, labels.new_like("down_" + name), result.part->states_with_down(service.line)});
    }
    result.approximations = parts.activities().approximations_in(program, {result.scope});
    return result;
}

std::vector<std::string> unsaid_of(const ServiceChain& chain) {
    const auto start = chain.part->start();
    if (start.size() == 1) return {};
    std::string text = fmt::format(
        "the chain starts in one of {} states; the format marks them all but cannot hold "
        "their probabilities:",
        start.size());
    for (const sim::StartState& state : start) text += fmt::format(" {} ({:.6g})", state.state, state.probability);
    return {text};
}

}  // namespace nines::exporting
