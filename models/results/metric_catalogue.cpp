// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/results/metric_catalogue.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

namespace nines::results {
namespace {

using Rows = std::vector<MetricInfo>;

constexpr auto higher = Direction::higher_is_better;
constexpr auto lower = Direction::lower_is_better;
constexpr auto neutral = Direction::neutral;

/// The rows of a distribution: mean, quantiles and maximum of one quantity, where less is better.
void add_distribution(Rows& rows, const std::string& name, const std::string& title, const std::string& unit,
                      const std::string& what, const std::string& counts, const char* most = "longest",
                      bool is_share = false) {
    rows.push_back({name + "_mean", title + ", mean", unit, lower, "Average " + what + ".", counts, is_share});
    for (const auto& [suffix, words] : std::array<std::pair<const char*, const char*>, 4>{
             {{"p50", "median"}, {"p90", "90 %"}, {"p95", "95 %"}, {"p99", "99 %"}}}) {
        const std::string share = std::string(suffix).substr(1);
        rows.push_back({name + "_" + suffix, title + ", " + words, unit, lower,
                        "The " + what + " that " + share + " % of them do not exceed.", counts, is_share});
    }
    rows.push_back(
        {name + "_max", title + ", " + most, unit, lower, "Largest " + what + " seen in the run.", counts, is_share});
}

void add_availability(Rows& rows) {
    rows.push_back({"availability", "Availability", "1", higher,
                    "Share of time in which the subject is up, over the horizon or in the long run.", "trials", true});
    rows.push_back({"unavailability", "Unavailability", "1", lower,
                    "Share of time in which the subject is down: 1 - availability, without losing digits.", "trials",
                    true});
    rows.push_back({"request_availability", "Request availability", "1", higher,
                    "Requests answered over requests offered, integrated over time; of a service without entry, load "
                    "and up_when it "
                    "equals the availability.",
                    "trials", true});
    rows.push_back({"point_availability", "Point availability", "1", higher,
                    "Probability that the subject is up at the given instant.", "trials", true});
    rows.push_back({"downtime_per_year", "Downtime per year", "s_per_year", lower,
                    "Expected time down in a year of 365 days.", "trials"});
    rows.push_back({"degraded_per_year", "Degraded time per year", "s_per_year", lower,
                    "Expected time in a year in which the service is up while one of its `soft` needs is not.",
                    "trials"});
    rows.push_back({"outages_per_year", "Outages per year", "per_year", lower,
                    "Expected number of times in a year that users lose the subject.", "trials"});
    rows.push_back({"mean_up_time", "Mean time between outages", "s", higher,
                    "Expected time from the end of an outage to the begin of the next.", "outages"});
    rows.push_back({"mean_down_time", "Mean outage", "s", lower, "Expected length of an outage.", "outages"});
    rows.push_back({"mean_time_to_first_outage", "Mean time to first outage", "s", higher,
                    "Expected time from the start of a trial to its first outage.", "trials"});
    rows.push_back({"p_no_outage", "Chance of no outage", "1", higher,
                    "Probability that no outage begins within the horizon.", "trials", true});
    rows.push_back({"p_slo_met", "Chance of meeting the SLO", "1", higher,
                    "Share of the objective's windows in which availability reached the target.", "windows", true});
    rows.push_back({"slo_target", "Availability objective", "1", neutral, "What the scenario demands.", "", true});
}

void add_objective(Rows& rows) {
    rows.push_back({"p_slo_met_window", "Chance of meeting the SLO", "1", higher,
                    "The same for windows of other lengths with the same target; the class names the length.",
                    "windows", true});
    rows.push_back({"p_slo_always_met", "Chance that all windows meet the SLO", "1", higher,
                    "Share of trials in which each of the objective's windows reached the target.", "trials", true});
    add_distribution(rows, "worst_window_downtime", "Worst window", "s",
                     "downtime of a trial's worst window of the objective's length", "trials");
    add_distribution(rows, "worst_window_unanswered", "Worst window, unanswered", "1",
                     "share of the requests that were not answered in a trial's worst window", "trials", "largest",
                     true);
    add_distribution(rows, "error_budget_spent", "Error budget spent", "1",
                     "part of a window's error budget that was spent; more than 1 misses the objective", "windows",
                     "largest", true);
    rows.push_back({"p_budget_exhausted", "Chance of exhausting the error budget", "1", lower,
                    "Share of the objective's windows that spent more than their error budget: 1 - p_slo_met.",
                    "windows", true});
    add_distribution(rows, "time_to_exhaust_budget", "Time until the budget is gone", "s",
                     "time from the begin of a window until its error budget was gone, where it was", "windows");
    rows.push_back({"sla_credit_share_mean", "SLA credit", "1", lower,
                    "Expected share of a window's fee that is paid back.", "windows", true});
    rows.push_back({"p_sla_credit", "Chance of an SLA credit", "1", lower,
                    "Share of the objective's windows for which a credit is paid.", "windows", true});
}

void add_distributions(Rows& rows) {
    add_distribution(rows, "outage_duration", "Outage duration", "s", "length of an outage", "outages");
    add_distribution(rows, "downtime_per_year", "Yearly downtime", "s_per_year", "yearly downtime of a trial",
                     "trials");
    add_distribution(rows, "worst_month_downtime", "Worst month", "s", "downtime of a trial's worst month", "trials");
    add_distribution(rows, "recovery_time", "Recovery time", "s", "time from the loss of service to its return",
                     "recoveries");
    add_distribution(rows, "data_loss", "Data loss", "s",
                     "time whose acknowledged writes a failover, a restore or the end of a split brain discards",
                     "losses", "largest");
    rows.push_back({"data_loss_bytes_mean", "Data loss in bytes, mean", "B", lower,
                    "Average amount of acknowledged writes that are lost at a failure.", "losses"});
}

void add_recovery(Rows& rows) {
    rows.push_back({"recovery_stage_mean", "Recovery stage, mean", "s", lower,
                    "Average time spent in one stage of recovery; the class names the stage.", "recoveries"});
    rows.push_back({"rto_target", "Recovery time objective", "s", neutral, "What the scenario demands.", ""});
    rows.push_back({"p_rto_met", "Chance of meeting the RTO", "1", higher,
                    "Share of recoveries that were no longer than the objective.", "recoveries", true});
    rows.push_back({"rpo_target", "Recovery point objective", "s", neutral, "What the scenario demands.", ""});
    rows.push_back({"p_rpo_met", "Chance of meeting the RPO", "1", higher,
                    "Share of data losses, those of nothing among them, that were no larger than the objective.",
                    "losses", true});
    rows.push_back({"p_total_loss", "Chance of total loss", "1", lower,
                    "Share of trials in which no copy of the data was left, and no backup.", "trials", true});
    rows.push_back({"restores_per_year", "Restores per year", "per_year", lower,
                    "Expected number of times in a year that the data come back from a backup, or from a copy that "
                    "applies writes later.",
                    "trials"});
    rows.push_back({"restore_success", "Restores that worked", "1", higher,
                    "Share of the attempts to restore that worked; the next attempt takes an older state.", "attempts",
                    true});
    add_distribution(rows, "restore_copy_age", "Age of the backup restored", "s",
                     "time between the cut of the backup that is restored and the loss of the store", "restores",
                     "oldest");
    rows.push_back(
        {"recovery_people_share", "Recovery time that waits for people", "1", lower,
         "Share of the time of recoveries in which somebody has to answer, to decide, to come or to work by hand.",
         "recoveries", true});
    rows.push_back({"failovers_per_year", "Failovers per year", "per_year", neutral,
                    "Expected number of switches to another copy or member in a year, the false ones among them.",
                    "trials"});
    rows.push_back({"failed_failovers_per_year", "Failed failovers per year", "per_year", lower,
                    "Expected number of stages of a failover in a year that did not work.", "trials"});
    rows.push_back({"false_failovers_per_year", "False failovers per year", "per_year", lower,
                    "Expected number of switches in a year away from a healthy member.", "trials"});
    rows.push_back({"switchovers_per_year", "Switchovers per year", "per_year", neutral,
                    "Expected number of planned hand-overs to another copy or member in a year.", "trials"});
    rows.push_back(
        {"split_brains_per_year", "Split brains per year", "per_year", lower,
         "Expected number of times in a year that a former primary, cut off, took writes beside the new one.",
         "trials"});
}

void add_plans(Rows& rows) {
    rows.push_back({"plans_per_year", "Plans carried out per year", "per_year", neutral,
                    "Expected number of times in a year that all steps of the plan were carried out.", "trials"});
    rows.push_back({"failed_plans_per_year", "Failed plans per year", "per_year", lower,
                    "Expected number of times in a year that the plan was begun and did not work, or came to a step "
                    "that could not be done.",
                    "trials"});
    add_distribution(rows, "plan_time", "Time of the plan", "s",
                     "time from the beginning of what the plan is for to its last step", "plans");
    rows.push_back({"plan_people_share", "People's part in it", "1", lower,
                    "Share of that time in which people answered, decided and were on their way.", "plans", true});
}

void add_backups(Rows& rows) {
    rows.push_back({"backup_bytes_mean", "Kept by the backup, mean", "B", lower,
                    "Average size of what a backup keeps at one of its places, over the horizon.", "trials"});
    rows.push_back({"backup_bytes_max", "Kept by the backup, most", "B", lower,
                    "Largest size of what a backup keeps at one of its places seen in the run.", "trials"});
}

/// See without_recovery.hpp.
void add_without_recovery(Rows& rows) {
    rows.push_back({"availability_without_recovery", "Availability, high availability alone", "1", higher,
                    "The same without the design's plans, backups and copies that apply writes later.", "trials"});
    rows.push_back({"unavailability_without_recovery", "Unavailability, high availability alone", "1", lower,
                    "The same without the design's plans, backups and copies that apply writes later.", "trials"});
    rows.push_back({"downtime_per_year_without_recovery", "Downtime per year, high availability alone", "s_per_year",
                    lower, "The same without the design's plans, backups and copies that apply writes later.",
                    "trials"});
    rows.push_back({"recovery_time_p95_without_recovery", "Recovery time, 95 %, high availability alone", "s", lower,
                    "The same without the design's plans, backups and copies that apply writes later.", "recoveries"});
    rows.push_back({"p_total_loss_without_recovery", "Chance of total loss, high availability alone", "1", lower,
                    "The same without the design's plans, backups and copies that apply writes later.", "trials",
                    true});
}

void add_operations(Rows& rows) {
    rows.push_back({"planned_downtime_per_year", "Planned downtime per year", "s_per_year", lower,
                    "Expected time in a year that the subject is down for planned work, preventive replacement, "
                    "hand-overs and the replacing of members by deploys.",
                    "trials"});
    rows.push_back({"unplanned_downtime_per_year", "Unplanned downtime per year", "s_per_year", lower,
                    "Expected time in a year that the subject is down for any other reason, bad versions among them.",
                    "trials"});
    rows.push_back({"deploys_per_year", "Deploys per year", "per_year", neutral,
                    "Expected number of new versions in a year. None comes while another one is under way or is being "
                    "undone.",
                    "trials"});
    rows.push_back({"failed_deploys_per_year", "Failed deploys per year", "per_year", lower,
                    "Expected number of new versions in a year that are bad.", "trials"});
    rows.push_back({"failures_per_year", "Failures per year", "per_year", lower,
                    "Expected number of failures in a year, whether users notice or not.", "trials"});
    rows.push_back({"mean_members_up", "Members up, mean", "1", higher,
                    "Average number of members that are up; of a group that scales, that are in service. Its interval "
                    "adds up those of the members, so it is never too narrow and often too wide.",
                    "trials"});
    rows.push_back(
        {"utilisation", "Utilisation", "1", neutral, "Share of the working capacity that is busy.", "trials", true});
    rows.push_back(
        {"mean_wait", "Wait for repair, mean", "s", lower, "Average time from a call to the start of work.", "jobs"});
    rows.push_back(
        {"jobs_per_year", "Jobs per year", "per_year", neutral, "Expected number of repairs in a year.", "trials"});
    rows.push_back(
        {"cost_per_year", "Cost per year", "currency_per_year", lower, "Expected cost in a year.", "trials"});
    rows.push_back({"infrastructure_cost_per_year", "Infrastructure per year", "currency_per_year", lower,
                    "Expected cost in a year of nodes, places, balancers, requests, data and backups.", "trials"});
    rows.push_back({"people_cost_per_year", "People per year", "currency_per_year", lower,
                    "Expected cost in a year of crews and of their work.", "trials"});
    rows.push_back({"downtime_cost_per_year", "Downtime cost per year", "currency_per_year", lower,
                    "Expected cost in a year of the time that users are without a service.", "trials"});
    rows.push_back({"data_loss_cost_per_year", "Cost of lost data per year", "currency_per_year", lower,
                    "Expected cost in a year of lost writes.", "trials"});
    rows.push_back({"credit_cost_per_year", "SLA credits per year", "currency_per_year", lower,
                    "Expected part of the fees of a year that is paid back as credits.", "trials"});
}

Rows make_catalogue() {
    Rows rows;
    add_availability(rows);
    add_objective(rows);
    add_distributions(rows);
    add_recovery(rows);
    add_plans(rows);
    add_backups(rows);
    add_without_recovery(rows);
    add_operations(rows);
    return rows;
}

}  // namespace

const std::vector<MetricInfo>& metric_catalogue() {
    static const Rows rows = make_catalogue();
    return rows;
}

const MetricInfo* metric_info(std::string_view name) {
    const Rows& rows = metric_catalogue();
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const MetricInfo& row) { return row.name == name; });
    return found == rows.end() ? nullptr : &*found;
}

std::string title_of(std::string_view name) {
    const MetricInfo* info = metric_info(name);
    return info == nullptr ? std::string(name) : info->title;
}

std::string_view observations_of(std::string_view name) {
    const MetricInfo* info = metric_info(name);
    return info == nullptr ? std::string_view("observations") : std::string_view(info->counts);
}

const Metric* find_metric(const Results& results, std::string_view subject, std::string_view metric,
                          std::string_view failure_class) {
    const auto found = std::find_if(results.metrics.begin(), results.metrics.end(), [&](const Metric& row) {
        return row.subject == subject && row.metric == metric && row.failure_class == failure_class;
    });
    return found == results.metrics.end() ? nullptr : &*found;
}

std::vector<std::string> subjects_of(const Results& results, std::string_view kind) {
    std::vector<std::string> subjects;
    std::unordered_set<std::string_view> seen;
    for (const Metric& row : results.metrics) {
        if (kind_of(row.subject) == kind && seen.insert(row.subject).second) { subjects.push_back(row.subject); }
    }
    return subjects;
}

std::string_view kind_of(std::string_view subject) {
    const std::size_t colon = subject.find(':');
    return colon == std::string_view::npos ? std::string_view() : subject.substr(0, colon);
}

std::string_view name_of(std::string_view subject) {
    const std::size_t colon = subject.find(':');
    return colon == std::string_view::npos ? subject : subject.substr(colon + 1);
}

}  // namespace nines::results
