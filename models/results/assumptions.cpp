// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/results/assumptions.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/results/backup_assumptions.hpp"
#include "models/results/balancer_assumptions.hpp"
#include "models/results/cost_assumptions.hpp"
#include "models/results/number_text.hpp"
#include "models/results/plan_assumptions.hpp"
#include "models/results/restore_assumptions.hpp"
#include "models/results/scale_assumptions.hpp"
#include "models/results/store_assumptions.hpp"
#include "models/scenario/change_assumptions.hpp"

namespace nines::results {

namespace {

using scenario::Scenario;

void add_start(std::vector<std::string>& said, const compile::Program& program, bool steady) {
    if (steady) {
        said.push_back(fmt::format(
            "Long-run figures: ages at the start are drawn from each part's own equilibrium, then {} are simulated "
            "without being measured (20 times the longest mean repair, at most the horizon).",
            duration_text(program.measure_from)));
    } else if (program.steady_ages) {
        said.emplace_back("Ages at the start are drawn from each part's own equilibrium, not new.");
    } else {
        said.emplace_back("Every part is new and works at the start of each trial.");
    }
}

void add_repair(std::vector<std::string>& said, const Scenario& scenario, const compile::Program& program) {
    std::vector<std::string> never;
    bool without_crew = false;
    for (std::uint32_t u = 0; u < program.units.size(); ++u) {
        const compile::Unit& unit = program.units[u];
        if (!compile::exists(unit.time_to_failure)) continue;
        const std::string& label = program.labels[program.unit_labels[u]];
        if (!compile::exists(unit.time_to_repair)) {
            if (std::find(never.begin(), never.end(), label) == never.end()) never.push_back(label);
            continue;
        }
        const bool has_crew = compile::exists(unit.care) && compile::exists(program.cares[+unit.care].crew);
        without_crew = without_crew || !has_crew;
    }
    if (without_crew) {
        said.emplace_back(
            scenario.crews.empty()
                ? "No crew is named: any number of repairs go on at once, and each begins as soon as the "
                  "failure is noticed."
                : "Some repairs name no crew: they begin as soon as the failure is noticed, any number at "
                  "once.");
    }
    if (!never.empty()) said.push_back(fmt::format("Never repaired: {}.", listed(never)));
}

void add_detection(std::vector<std::string>& said, const compile::Program& program) {
    const bool any_latent = std::any_of(program.cares.begin(), program.cares.end(), [](const compile::Care& care) {
        return compile::exists(care.notice) || care.inspection.has_value();
    });
    const std::string sentence = any_latent
                                     ? "A failure is noticed at once unless noticed_after or inspection says otherwise"
                                     : "Every failure is noticed at once";
    std::vector<std::string> later;
    if (!program.failovers.empty()) later.emplace_back("by a failover only after its detection");
    if (!program.balancers.empty()) later.emplace_back("by a balancer only after its checks");
    said.push_back(sentence + (later.empty() ? "." : fmt::format(", but {}.", fmt::join(later, " and "))));
}

void add_independence(std::vector<std::string>& said, const Scenario& scenario) {
    const bool domain_fails = std::any_of(scenario.domains.begin(), scenario.domains.end(),
                                          [](const scenario::Domain& domain) { return !domain.failures.empty(); });
    const bool deploy_fails = std::any_of(
        scenario.groups.begin(), scenario.groups.end(),
        [](const scenario::Group& group) { return group.deploy && group.deploy->fails.value_or(0.0) > 0.0; });
    if (domain_fails || deploy_fails || !scenario.causes.empty()) return;
    said.emplace_back(
        "Parts fail independently: no domain that can fail and no cause connects them, so real designs "
        "will do worse.");
}

void add_standby(std::vector<std::string>& said, const Scenario& scenario, const compile::Program& program) {
    std::vector<std::string> instant;
    for (const compile::StandbyGroup& standby : program.standbys) {
        if (compile::exists(standby.start) || standby.success < 1.0 || standby.comes_and_goes) continue;
        const std::string& member = program.hosts[standby.first_host].name;
        const auto colon = member.find(':');
        instant.push_back(member.substr(colon + 1, member.rfind('/') - colon - 1));
    }
    if (!instant.empty()) {
        said.push_back(fmt::format("A standby takes over at once and without fail: {}.", listed(instant)));
    }
    const bool any_spares = std::any_of(scenario.groups.begin(), scenario.groups.end(),
                                        [](const scenario::Group& group) { return group.spares.value.has_value(); });
    if (any_spares) said.emplace_back("Groups without spares always have a part at hand.");
}

void add_disabled(std::vector<std::string>& said, const Scenario& scenario) {
    std::vector<std::string> disabled;
    for (const scenario::Event& event : scenario.events) {
        if (!event.enabled.value_or(true)) disabled.push_back(event.id);
    }
    if (!disabled.empty())
        said.push_back(fmt::format("Events left out because they are not enabled: {}.", listed(disabled)));
}

/// How objectives are judged where nobody said it.
void add_objectives(std::vector<std::string>& said, const compile::Program& program) {
    bool any_calendar = false;
    bool any_credit = false;
    for (const compile::Subject& subject : program.subjects) {
        if (!subject.slo) continue;
        any_calendar = any_calendar || (!subject.slo_terms.rolling && subject.slo->window);
        any_credit = any_credit || !subject.slo_terms.credits.empty();
    }
    if (any_calendar) {
        said.emplace_back(
            "Windows of objectives follow one another from the beginning of the measured time; what is left of it at "
            "the end is not judged.");
    }
    if (any_credit) said.emplace_back("Every credit that is due is claimed, and planned downtime counts.");
}

/// Values of presets that nobody measured here, by how well their source was checked.
struct PresetCount {
    int values = 0;
    int estimated = 0;

    template <class T>
    void look_at(const scenario::Field<T>& field) {
        if (!field || field.origin.source != scenario::Source::preset) return;
        ++values;
        if (field.origin.grade == scenario::Grade::estimated) ++estimated;
    }
};

template <class Thing>
void count_presets(const std::vector<Thing>& things, PresetCount& count) {
    for (const Thing& thing : things) {
        for (const scenario::FailureMode& mode : thing.failures) {
            count.look_at(mode.mtbf);
            count.look_at(mode.mttf);
            count.look_at(mode.afr);
            count.look_at(mode.rate);
            count.look_at(mode.ttf);
            count.look_at(mode.availability);
            count.look_at(mode.mttr);
            count.look_at(mode.ttr);
            count.look_at(mode.noticed_after);
        }
    }
}

void add_presets(std::vector<std::string>& said, const Scenario& scenario) {
    PresetCount count;
    count_presets(scenario.nodes, count);
    count_presets(scenario.domains, count);
    if (count.values == 0) return;
    said.push_back(
        fmt::format("{} failure and repair {} from presets, {} of them estimated rather than published; "
                    "`nines explain` shows each with its source.",
                    count.values, count.values == 1 ? "time comes" : "times come", count.estimated));
}

}  // namespace

std::vector<std::string> assumptions_of(const Scenario& scenario, const compile::Program& program, bool steady) {
    std::vector<std::string> said;
    add_start(said, program, steady);
    add_independence(said, scenario);
    add_load_assumptions(said, scenario);
    add_detection(said, program);
    add_repair(said, scenario, program);
    add_standby(said, scenario, program);
    add_scale_assumptions(said, scenario);
    for (std::string& sentence : scenario::change_assumptions(scenario)) said.push_back(std::move(sentence));
    add_store_assumptions(said, scenario);
    add_plan_assumptions(said, scenario);
    add_backup_assumptions(said, scenario);
    add_restore_assumptions(said, program);
    add_balancer_assumptions(said, scenario);
    add_capacity_assumptions(said, scenario);
    add_cost_assumptions(said, scenario, program);
    add_objectives(said, program);
    add_disabled(said, scenario);
    add_presets(said, scenario);
    return said;
}

}  // namespace nines::results
