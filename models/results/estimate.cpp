// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/results/estimate.hpp"

#include "models/results/backup_rows.hpp"
#include "models/results/cost_rows.hpp"
#include "models/results/notable_trials.hpp"
#include "models/results/recovery_rows.hpp"
#include "models/results/service_rows.hpp"

namespace nines::results {

namespace {

constexpr double year = 365.0 * 86400.0;

using compile::Program;
using compile::Subject;
using observe::DownTally;
using observe::Tally;

const DownTally& tally_of(const Program& program, const Tally& tally, std::uint32_t subject) {
    const compile::UnitId unit = program.subjects[subject].unit;
    return compile::exists(unit) ? tally.units[+unit] : tally.subjects[subject];
}

void add_thing_rows(RowWriter& rows, const DownTally& tally, std::uint64_t trials, double horizon, double confidence) {
    add_availability(rows, tally.moments(trials), horizon, confidence);
    add_outages_per_year(rows, tally.failure_moments(trials), horizon, confidence);
    if (tally.failures > 0.0) {
        rows.add("mean_down_time", sim::ratio_of_means(tally.failures_and_down(trials), confidence),
                 static_cast<std::uint64_t>(tally.failures));
    }
}

void add_members_up(RowWriter& rows, const Program& program, const Tally& tally, const compile::GroupMembers& group,
                    double horizon, double confidence) {
    // Members depend on each other, so only the sum of their means is known, not its spread: the interval adds up
    // the members' own half-widths, which is never too narrow.
    sim::Interval sum;
    for (const compile::SubjectId member : group.members) {
        const auto down = tally_of(program, tally, +member).moments(tally.trials);
        const auto share = scaled(sim::nonnegative_mean(down, confidence, horizon), 1.0 / horizon);
        sum.estimate += 1.0 - share.estimate;
        sum.low += 1.0 - share.high;
        sum.high += 1.0 - share.low;
        sum.unreliable = sum.unreliable || share.unreliable;
    }
    rows.add("mean_members_up", sum, tally.trials);
}

void add_crew_rows(std::vector<Metric>& rows, const Program& program, const Tally& tally, double confidence) {
    for (std::size_t c = 0; c < program.crews.size(); ++c) {
        const compile::Crew& crew = program.crews[c];
        const double open = crew.hours.open_between(program.measure_from, program.measure_from + program.horizon);
        const double capacity = open * crew.size;
        if (capacity == 0.0) continue;
        const auto busy = sim::nonnegative_mean(tally.crew_busy[c], confidence, capacity);
        RowWriter(rows, crew.name).add("utilisation", scaled(busy, 1.0 / capacity), tally.trials);
    }
}

void add_deploy_rows(std::vector<Metric>& rows, const Program& program, const Tally& tally, double confidence) {
    for (std::size_t d = 0; d < program.deploys.size(); ++d) {
        RowWriter writer(rows, program.deploys[d].name);
        add_counts_per_year(writer, "deploys_per_year", "", tally.deploys[d].made, program.horizon, confidence);
        add_counts_per_year(writer, "failed_deploys_per_year", "", tally.deploys[d].failed, program.horizon,
                            confidence);
    }
}

/// What the data that a store has lost is charged to.
void add_loss_chains(std::vector<Chain>& chains, const compile::Subject& subject, const Program& program,
                     const Tally& tally) {
    const observe::ChainTable& table = tally.loss_chains[+subject.failover];
    double seconds = 0.0;
    for (std::size_t c = 0; c < table.size(); ++c) seconds += table.tally(c).seconds;
    const double years = static_cast<double>(tally.trials) * program.horizon / year;
    add_chains(chains, subject.name, table, seconds, years, program);
}

}  // namespace

Results estimate(const Program& program, const observe::Outcome& outcome, const observe::Plan& plan) {
    Results results;
    const Tally& tally = outcome.tally;
    results.run.seed = plan.seed;
    results.run.trials = tally.trials;
    results.run.horizon = program.horizon;
    results.run.confidence = plan.confidence;
    results.run.stopped = observe::to_word(outcome.stopped);
    results.run.warm_up = program.measure_from;
    results.run.events = tally.events;
    results.run.threads = static_cast<int>(plan.threads);
    if (tally.trials == 0) return results;

    for (std::uint32_t s = 0; s < program.subjects.size(); ++s) {
        const Subject& subject = program.subjects[s];
        if (subject.kind == Subject::Kind::undegraded) continue;  // its service tells
        RowWriter rows(results.metrics, subject.name);
        if (subject.kind != Subject::Kind::service) {
            add_thing_rows(rows, tally_of(program, tally, s), tally.trials, program.horizon, plan.confidence);
            if (compile::exists(subject.failover)) {
                add_loss_chains(results.loss_chains, subject, program, tally);
                add_store_rows(rows, tally.stores[+subject.failover], program, subject.failover, tally.trials,
                               plan.confidence);
            }
            continue;
        }
        const observe::ServiceTally& service = tally.services[s];
        add_service_rows(rows, service, program, s, plan.confidence);
        if (!tally.recoveries.empty()) {
            add_recovery_rows(rows, tally.recoveries[s], subject, tally.trials, plan.confidence);
        }
        add_service_series(results.series, subject.name, service, program.horizon);
        const double years = static_cast<double>(tally.trials) * program.horizon / year;
        add_chains(results.chains, subject.name, service.chains, service.down.sum(), years, program);
        if (subject.slo) {
            const double window = subject.slo->window ? subject.slo->window->in_seconds() : 0.0;
            results.objectives.push_back(
                {subject.name, subject.slo->target, window, subject.slo_terms.rolling, subject.slo_terms.by_requests});
        }
    }
    for (const compile::GroupMembers& group : program.groups) {
        RowWriter rows(results.metrics, program.subjects[+group.subject].name);
        add_members_up(rows, program, tally, group, program.horizon, plan.confidence);
    }
    for (const compile::Scaling& scaling : program.scalings) {
        for (std::uint32_t m = 0; m < scaling.count; ++m) {
            results.passing_subjects.push_back(program.hosts[scaling.first_host + m].name);
        }
    }
    add_deploy_rows(results.metrics, program, tally, plan.confidence);
    for (const compile::StandbyGroup& standby : program.standbys) {
        if (standby.plans.empty() || !standby.comes_and_goes || compile::exists(standby.scaling)) continue;
        for (std::uint32_t m = 0; m < standby.count; ++m) {
            results.passing_subjects.push_back(program.hosts[standby.first_host + m].name);
        }
    }
    add_crew_rows(results.metrics, program, tally, plan.confidence);
    for (std::size_t p = 0; p < program.plans.size(); ++p) {
        RowWriter rows(results.metrics, program.plans[p].name);
        add_plan_rows(rows, tally.plans[p], tally.trials, program.horizon, plan.confidence);
    }
    add_backup_rows(results.metrics, program, plan.seed, tally.trials, plan.confidence);
    add_cost_rows(results.metrics, program, tally, plan.confidence);
    results.notable = notable_trials(program, tally);
    return results;
}

}  // namespace nines::results
