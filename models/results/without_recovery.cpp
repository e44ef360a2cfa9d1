// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/results/without_recovery.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace nines::results {

namespace {

/// The rows that are told with and without.
constexpr std::array<std::string_view, 5> compared = {"availability", "unavailability", "downtime_per_year",
                                                      "recovery_time_p95", "p_total_loss"};

bool is_compared(const Metric& row) {
    const bool is_of_users = row.subject.starts_with("service:") || row.subject.starts_with("store:");
    return is_of_users && row.failure_class.empty() &&
           std::find(compared.begin(), compared.end(), row.metric) != compared.end();
}

bool is_delayed(const compile::Copy& copy) {
    return copy.delay_seconds > 0.0;
}

}  // namespace

bool has_recovery(const compile::Program& program) {
    return !program.plans.empty() || !program.backups.empty() ||
           std::any_of(program.copies.begin(), program.copies.end(), is_delayed);
}

compile::Program without_recovery(compile::Program program) {
    for (compile::RecoveryPlan& plan : program.plans) plan.is_left_out = true;
    program.backups.clear();
    program.costs = {};
    for (compile::Copy& copy : program.copies) copy.delay_seconds = 0.0;
    for (compile::FailoverGroup& group : program.failovers) group.can_restore = false;
    return program;
}

void add_high_availability_alone(Results& results, const Study& study, const std::function<bool()>& go_on) {
    if (!has_recovery(study.program) || results.run.trials == 0) return;
    Study alone = study;
    alone.program = without_recovery(study.program);
    alone.plan.precision.reset();
    alone.plan.most_outages = 0;
    alone.plan.trials = results.run.trials;
    alone.beside_recovery = false;
    const Results without = run_study(alone, {}, go_on);
    if (without.run.trials != results.run.trials) return;  // half a comparison would mislead
    for (Metric row : without.metrics) {
        if (!is_compared(row)) continue;
        row.metric += "_without_recovery";
        results.metrics.push_back(std::move(row));
    }
}

}  // namespace nines::results
