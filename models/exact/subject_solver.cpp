// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/subject_solver.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/exact/by_structure.hpp"
#include "models/exact/horizon_by_structure.hpp"
#include "models/exact/representable.hpp"

namespace nines::exact {

namespace {

/// States of a chain of several parts that is made for more than the long run, which the structure gives. Of single
/// nodes it is only the horizon, which the structure gives as well.
double most_joint_states(const Subject& subject) {
    const bool is_single = subject.kind == Subject::Kind::node || subject.kind == Subject::Kind::domain;
    return is_single ? 200.0 : 50'000.0;
}

constexpr std::size_t most_rows = 10;

}  // namespace

structure::Leaf leaf_of(const Subject& subject) {
    return exists(subject.line) ? structure::Leaf(subject.line) : structure::Leaf(subject.unit);
}

PartList parts_behind(const SolverInput& input, const Subject& subject) {
    if (exists(subject.line)) return islands_behind(input.program, input.islands, subject.line);
    return {input.islands.of_host[+input.program.unit_hosts[+subject.unit]]};
}

SubjectSolution SubjectSolver::solve(const Subject& subject, std::vector<structure::Leaf> alike) {
    alike_ = std::move(alike);
    SubjectSolution result;
    result.name = subject.name;
    const PartList parts = parts_behind(input_, subject);
    if (const auto reasons = reasons_against(parts); !reasons.empty()) {
        add_missing(subject.name + ": every figure", reasons);
        return result;
    }
    if (counts_requests(subject)) {
        if (const std::string reason = reason_against_flow(program_, subject); !reason.empty()) {
            add_missing(subject.name + ": every figure", {reason});
            return result;
        }
    }
    const bool is_up_by_requests = subject.up_share > 0.0;
    const auto lone = parts.size() == 1 ? lone_unit(program_, islands_.scopes[parts.front()]) : std::nullopt;
    if (lone && !exists(subject.line)) {
        solve_lone(*lone, result);
    } else if (!is_up_by_requests && (lone || parts.size() != 1)) {
        solve_by_structure(subject, parts, result);
    }
    result.other_method = method_of(parts);
    if (!result.long_run) result.long_run_method = result.other_method;
    solve_by_chain(subject, parts, result);
    if (question_.reasons && subject.kind == Subject::Kind::service && !is_up_by_requests)
        find_reasons(subject, result);
    return result;
}

void SubjectSolver::find_reasons(const Subject& subject, SubjectSolution& result) {
    const bool is_ever_down = result.long_run && result.long_run->unavailability > 0.0;
    if (!is_ever_down) return;
    const PartProvider provider = parts_.provider();
    const auto keep = [&](const char* what, auto found, auto& into) {
        if (const auto* refusal = std::get_if<Refusal>(&found)) {
            missing_.push_back({subject.name + what, refusal->reason, refusal->hint});
        } else {
            into = std::get<0>(std::move(found));
        }
    };
    keep(": what its downtime follows",
         sensitivities(program_, islands_, origins_, subject.line, provider, question_.go_on), result.sensitivities);
    keep(": cut sets", structure_report(program_, islands_, origins_, subject.line, provider, most_rows),
         result.structure);
}

/// Of parts that need a chain; of a lone unit only the means count, which all laws but endless ones have.
std::vector<std::string> SubjectSolver::reasons_against(const PartList& parts) const {
    return reasons_against_chain(joined(islands_.scopes, with_chain(parts)));
}

std::vector<std::string> SubjectSolver::reasons_against_chain(const Scope& scope) const {
    std::vector<std::string> reasons = not_representable(program_, scope);
    for (const std::string& failure : activities_.failures_in(program_, scope)) reasons.push_back(failure);
    return reasons;
}

void SubjectSolver::add_missing(const std::string& figure, const std::vector<std::string>& reasons) {
    constexpr std::size_t shown = 2;
    std::string text =
        fmt::format("{}", fmt::join(reasons.begin(), reasons.begin() + std::min(shown, reasons.size()), "; "));
    if (reasons.size() > shown) text += fmt::format("; and {} more reasons like these", reasons.size() - shown);
    missing_.push_back({figure, text, "simulate: nines run"});
}

void SubjectSolver::solve_lone(const LoneUnit& lone, SubjectSolution& result) const {
    result.long_run = LongRun{lone.down(), lone.failures_per_second()};
    result.long_run_method = Method::structure;
}

/// The long run from the parts' joint distributions.
void SubjectSolver::solve_by_structure(const Subject& subject, const PartList& parts, SubjectSolution& result) {
    auto found =
        long_run_by_structure(program_, islands_, origins_, subject.line, parts_.provider(), question_.most_nodes);
    if (auto* refusal = std::get_if<Refusal>(&found)) {
        missing_.push_back({subject.name + ": long run", refusal->reason, refusal->hint});
        return;
    }
    result.long_run = std::get<LongRun>(found);
    const PartList chains = with_chain(parts);
    result.long_run_method = chains.empty() ? Method::structure : method_of(chains);
}

/// Of figures that chains of these parts gave.
Method SubjectSolver::method_of(const PartList& parts) const {
    const auto approximations = activities_.approximations_in(program_, {joined(islands_.scopes, parts)});
    return approximations.empty() ? Method::exact : Method::phase_type;
}

/// The parts that are more than a lone unit.
PartList SubjectSolver::with_chain(const PartList& parts) const {
    PartList result;
    for (const std::uint32_t island : parts) {
        if (!lone_unit(program_, islands_.scopes[island])) result.push_back(island);
    }
    return result;
}

/// Figures from the start in the same way, where one chain would be too large.
void SubjectSolver::solve_horizon_by_structure(const Subject& subject, const PartList& parts, SubjectSolution& result) {
    const std::string figures = subject.name + ": figures from the start";
    for (const std::uint32_t island : parts) {
        const auto reasons = reasons_against_chain(islands_.scopes[island]);
        if (!reasons.empty()) return add_missing(figures, reasons);
    }
    auto found = over_horizon_by_structure(program_, islands_, origins_, subject.line, parts_.provider(),
                                           Duration::seconds(program_.horizon), instants(), question_.go_on,
                                           question_.most_nodes);
    if (const auto* refusal = std::get_if<Refusal>(&found)) {
        missing_.push_back({figures, refusal->reason, refusal->hint});
        return;
    }
    result.over_horizon = std::get<OverHorizon>(std::move(found));
}

std::vector<Duration> SubjectSolver::instants() const {
    std::vector<Duration> result;
    for (const double at : program_.instants) result.push_back(Duration::seconds(at));
    return result;
}

/// Everything from one chain of all that the subject needs.
void SubjectSolver::solve_by_chain(const Subject& subject, const PartList& parts, SubjectSolution& result) {
    const bool wants_chain = question_.horizon || question_.lengths || !result.long_run || counts_requests(subject);
    if (!wants_chain) return;
    const bool wants_causes = question_.reasons && subject.kind == Subject::Kind::service;
    const std::string rest = !result.long_run ? ": every figure"
                                              : fmt::format(": first outage, lengths of outages{}",
                                                            wants_causes ? ", downtime by cause" : "");
    // With the long run at hand one chain is only worth its other figures.
    const double most =
        std::min(result.long_run ? most_joint_states(subject) : 1e300, static_cast<double>(question_.most_states));
    if (parts.size() > 1 && parts_.joint_states(parts) > most) {
        if (result.long_run && question_.horizon) solve_horizon_by_structure(subject, parts, result);
        if (result.long_run && !question_.lengths) return;
        return add_missing(subject.name + rest,
                           {fmt::format("its {} parts together have more than {:.0f} states", parts.size(), most)});
    }
    if (const auto reasons = reasons_against_chain(joined(islands_.scopes, parts)); !reasons.empty()) {
        return add_missing(subject.name + rest, reasons);
    }
    const PartOrRefusal found = parts_.chain_of(parts);
    if (const auto* refusal = std::get_if<Refusal>(&found)) {
        missing_.push_back({subject.name + rest, refusal->reason, refusal->hint});
        return;
    }
    fill_from_chain(subject, *std::get<PartChain*>(found), result);
}

/// Long run always; from the start unless the demand follows the clock, which would have to be followed with it.
void SubjectSolver::fill_requests(const Subject& subject, PartChain& part, const FlowRewards& flow,
                                  SubjectSolution& result) {
    const DownRewards rewards{flow.unanswered, std::vector<double>(flow.unanswered.size())};
    result.unanswered_long_run = long_run(rewards, part.steady()).unavailability;
    const bool follows_the_clock =
        subject.demand.exists() && (subject.demand.trough < 1.0 || subject.demand.weekend < 1.0);
    if (!question_.horizon) return;
    const auto solved = over_horizon(part.chain(), part.start(), rewards, &part.steady(),
                                     Duration::seconds(program_.horizon), {}, question_.go_on);
    if (const auto* failure = std::get_if<sim::SolveFailure>(&solved)) {
        missing_.push_back({subject.name + ": requests", failure->message, {}});
    } else if (!follows_the_clock) {
        result.unanswered = std::get<OverHorizon>(solved).unavailability;
    } else {
        add_missing(subject.name + ": requests from the start", {"its load follows the clock"});
    }
}

void SubjectSolver::fill_from_chain(const Subject& subject, PartChain& part, SubjectSolution& result) {
    sim::StateSet down = part.states_with_down(leaf_of(subject));
    if (counts_requests(subject)) {
        const FlowRewards flow = flow_rewards(program_, part, subject);
        if (!flow.refusal.empty()) {
            const char* what = subject.up_share > 0.0 ? ": every figure" : ": requests";
            add_missing(subject.name + what, {flow.refusal});
            if (subject.up_share > 0.0) return;
        } else {
            fill_requests(subject, part, flow, result);
        }
        if (flow.follows_the_clock) {
            return add_missing(subject.name + ": availability, outages",
                               {"whether it is up depends on the time of day"});
        }
        if (subject.up_share > 0.0) {
            for (sim::StateIndex s = 0; s < down.size(); ++s) down[s] = flow.down[s] > 0.0;
        }
    }
    const DownChain of{part.chain(), part.start(), down};
    const auto keep = [&](const char* figure, auto solved, auto& into) {
        if (const auto* failure = std::get_if<sim::SolveFailure>(&solved)) {
            missing_.push_back({fmt::format("{}: {}", subject.name, figure), failure->message, {}});
        } else {
            into = std::get<0>(std::move(solved));
        }
    };
    if (part.chain().state_count() > question_.most_states) {
        return add_missing(subject.name, {fmt::format("its chain has {} states", part.chain().state_count())});
    }
    const DownRewards rewards = alike_.empty() ? rewards_of(of) : part.mean_rewards(alike_);
    if (!result.long_run) result.long_run = long_run(rewards, part.steady());
    if (question_.horizon) {
        const Duration horizon = Duration::seconds(program_.horizon);
        keep("figures from the start",
             over_horizon(part.chain(), part.start(), rewards, &part.steady(), horizon, instants(), question_.go_on),
             result.over_horizon);
        // A load that is too much from the start is an outage from then on.
        for (const sim::StartState& start : part.start()) {
            const bool is_one = subject.up_share > 0.0 && down[start.state] && result.over_horizon;
            if (is_one) result.over_horizon->outages += start.probability;
        }
        if (subject.kind == Subject::Kind::service || subject.kind == Subject::Kind::group) {
            keep("P(no outage)", reliability(of, horizon, question_.go_on), result.reliability);
        }
    }
    if (question_.lengths) {
        keep("time to the first outage", mean_time_to_outage(of, question_.go_on), result.seconds_to_first_outage);
        keep("length of outages", outage_length(of, part.steady(), question_.go_on), result.outage_length);
    }
    if (question_.reasons && subject.kind == Subject::Kind::service && subject.up_share <= 0.0) {
        keep("downtime by cause", downtime_causes(program_, part, subject.line, most_rows, question_.go_on),
             result.causes);
    }
}

}  // namespace nines::exact
