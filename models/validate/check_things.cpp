// SPDX-License-Identifier: GPL-3.0-or-later
#include <unordered_set>

#include "models/validate/checker.hpp"

namespace nines::validate {

namespace codes = scenario::codes;

void check_experiment(Checker& checker) {
    const scenario::Experiment& experiment = checker.scenario.experiment;
    if (experiment.at) {
        for (const Duration instant : *experiment.at) {
            if (instant <= checker.horizon()) continue;
            checker.error(codes::instant_beyond_horizon, experiment.at.origin.place,
                          "an instant of `at` lies beyond the horizon", "raise `horizon`, or drop the instant");
            break;
        }
        if (experiment.ages && *experiment.ages == scenario::Ages::steady) {
            checker.warn(codes::same_at_all_times, experiment.at.origin.place,
                         "with ages = \"steady\" availability is about the same at every instant",
                         "point availability tells more with ages = \"new\"");
        }
    }
    if (checker.scenario.services.empty() && checker.scenario.later.empty()) {
        checker.warn(codes::no_service, {}, "the scenario has no service, so nobody's availability is reported",
                     "add [service.ID] with what users need");
    }
}

void check_nodes(Checker& checker) {
    for (const scenario::Node& node : checker.scenario.nodes) {
        const std::string what = fmt::format("node \"{}\"", node.id);
        check_modes(checker, node.failures, what);
        checker.crew_exists(node.repaired_by, what);
        if (node.failures.empty()) {
            checker.warn(codes::nothing_fails, node.place, fmt::format("{} never fails", what),
                         "give mtbf and mttr, or a preset");
        }
    }
}

namespace {

/// `way` leads from some domain outwards and back to `first`.
void report_domain_circle(Checker& checker, const std::vector<std::size_t>& way, std::size_t first) {
    const auto& domains = checker.scenario.domains;
    std::string circle;
    bool inside = false;
    for (const std::size_t step : way) {
        inside = inside || step == first;
        if (inside) circle += fmt::format("\"{}\" is in ", domains[step].id);
    }
    checker.error(codes::domain_cycle, domains[first].in.origin.place,
                  fmt::format("{}\"{}\"", circle, domains[first].id), "one of them must stand outside");
}

/// Reports each circle of containment once.
void check_domain_circles(Checker& checker) {
    const auto& domains = checker.scenario.domains;
    enum State { unseen, on_the_way, done };
    std::vector<State> state(domains.size(), unseen);
    for (std::size_t i = 0; i < domains.size(); ++i) {
        std::vector<std::size_t> way;
        std::optional<std::size_t> at = i;
        while (at && state[*at] == unseen) {
            state[*at] = on_the_way;
            way.push_back(*at);
            at = domains[*at].in ? checker.names.domain(*domains[*at].in) : std::nullopt;
        }
        if (at && state[*at] == on_the_way) report_domain_circle(checker, way, *at);
        for (const std::size_t step : way) state[step] = done;
    }
}

}  // namespace

void check_domains(Checker& checker) {
    std::unordered_set<std::string_view> seen;
    for (const scenario::Domain& domain : checker.scenario.domains) {
        const std::string what = fmt::format("domain \"{}\"", domain.id);
        if (!seen.insert(domain.id).second) {
            checker.error(codes::id_twice, domain.place, fmt::format("there are two domains \"{}\"", domain.id),
                          "a `split` makes one of them");
        }
        check_modes(checker, domain.failures, what);
        checker.crew_exists(domain.repaired_by, what);
        const bool unknown_parent =
            domain.in && !checker.names.domain(*domain.in) && !checker.names.is_later(*domain.in);
        if (unknown_parent) {
            checker.unknown(domain.in.origin.place,
                            fmt::format("{} is in \"{}\", but there is no such domain", what, *domain.in), *domain.in,
                            scenario::RefKind::domain);
        }
    }
    check_domain_circles(checker);
}

void check_crews(Checker& checker) {
    for (const scenario::Crew& crew : checker.scenario.crews) {
        const bool by_priority = crew.order && *crew.order == scenario::CrewOrder::priority;
        if (crew.hours && crew.hours->empty()) {
            checker.error(codes::hours_empty, crew.hours.origin.place, fmt::format("crew \"{}\" never works", crew.id),
                          "give its hours, or leave them out for always");
        }
        if (crew.preemptive && *crew.preemptive && !by_priority) {
            checker.error(codes::preemptive_without_priority, crew.preemptive.origin.place,
                          fmt::format("crew \"{}\": without priorities no job is more urgent than another", crew.id),
                          "add order = \"priority\"");
        }
    }
}

}  // namespace nines::validate
