// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/validate/validate.hpp"

#include "models/scenario/load.hpp"
#include "models/validate/checker.hpp"

namespace nines::validate {

scenario::Diagnostics validate(const scenario::Scenario& scenario, bool whole) {
    Checker checker(scenario, whole);
    check_experiment(checker);
    check_domains(checker);
    check_nodes(checker);
    check_groups(checker);
    check_deploys(checker);
    check_scale(checker);
    check_services(checker);
    check_stores(checker);
    check_backups(checker);
    check_balancers(checker);
    check_alarms(checker);
    check_circles(checker);
    check_crews(checker);
    check_causes(checker);
    check_events(checker);
    check_plans(checker);
    check_redundancy(checker);
    check_load(checker);
    check_capacity_changes(checker);
    check_limits(checker);
    check_spill_over(checker);
    check_objectives(checker);
    check_costs(checker);
    check_windows(checker);
    if (whole && !checker.has_errors()) check_use(checker);
    scenario::Diagnostics diagnostics = checker.take();
    scenario::sort_by_place(diagnostics);
    return diagnostics;
}

}  // namespace nines::validate
