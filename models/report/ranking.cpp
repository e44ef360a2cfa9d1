// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/ranking.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "models/results/metric_catalogue.hpp"
#include "models/results/number_text.hpp"

namespace nines::report {
namespace {

using results::Metric;
using RowsOfSubject = std::map<std::string, std::map<std::string, const Metric*>>;

struct Kind {
    const char* kind;
    const char* title;
    std::vector<const char*> metrics;  ///< In order of interest; the first decides the order of the rows.
    const char* meaning = "";
    bool only_with_first = false;  ///< Subjects without the first metric are left out.
};

const std::vector<Kind>& kinds() {
    static const std::vector<Kind> list = {
        {"group",
         "Groups",
         {"downtime_per_year", "outages_per_year", "mean_members_up", "failures_per_year"},
         "down: no member is up"},
        {"group", "Deploys", {"failed_deploys_per_year", "deploys_per_year"}, "failed: bad versions", true},
        {"store", "Stores", {"downtime_per_year", "failovers_per_year", "recovery_time_p95", "data_loss_p95"}},
        {"backup", "Backups", {"backup_bytes_mean", "backup_bytes_max"}, "kept at one place"},
        {"balancer",
         "Balancers",
         {"downtime_per_year", "outages_per_year", "failovers_per_year"},
         "down: it answers nobody"},
        {"domain", "Failure domains", {"downtime_per_year", "failures_per_year", "outages_per_year", "mean_down_time"}},
        {"node", "Components", {"downtime_per_year", "failures_per_year", "outages_per_year", "mean_down_time"}},
        {"cause", "Shared causes", {"outages_per_year", "failures_per_year", "downtime_per_year"}},
        {"crew", "Crews", {"utilisation", "mean_wait", "jobs_per_year"}},
    };
    return list;
}

constexpr std::size_t most_metrics = 3;

RowsOfSubject rows_of(const results::Results& results, std::string_view kind) {
    RowsOfSubject rows;
    const auto& passing = results.passing_subjects;
    for (const Metric& row : results.metrics) {
        if (std::find(passing.begin(), passing.end(), row.subject) != passing.end()) { continue; }
        if (results::kind_of(row.subject) != kind || !row.failure_class.empty()) { continue; }
        rows[row.subject].emplace(row.metric, &row);
    }
    return rows;
}

std::vector<std::string> metrics_present(const Kind& kind, const RowsOfSubject& rows) {
    std::vector<std::string> present;
    for (const char* name : kind.metrics) {
        const bool known =
            std::any_of(rows.begin(), rows.end(), [&](const auto& subject) { return subject.second.count(name) > 0; });
        if (known && present.size() < most_metrics) { present.emplace_back(name); }
    }
    return present;
}

/// "52 min (47 min to 58 min)". The column's title already says "per year".
std::string cell_of(const Metric& row) {
    const results::MetricText text = results::metric_text(results::without_per_year(row));
    if (results::is_exact(row) || (row.low == row.estimate && row.high == row.estimate)) { return text.value; }
    return fmt::format("{} ({}){}", text.value, text.interval, row.unreliable ? " ~" : "");
}

Ranking ranking_of(const Kind& kind, const RowsOfSubject& rows, const std::vector<std::string>& metrics,
                   std::size_t most_rows) {
    Ranking ranking;
    ranking.title = kind.title;
    ranking.meaning = kind.meaning;
    ranking.columns = {"Name"};
    for (const std::string& metric : metrics) { ranking.columns.push_back(results::title_of(metric)); }

    const auto size_of = [&](const RowsOfSubject::value_type& subject) {
        const auto found = subject.second.find(metrics.front());
        return found == subject.second.end() ? -std::numeric_limits<double>::infinity() : found->second->estimate;
    };
    std::vector<const RowsOfSubject::value_type*> order;
    for (const auto& subject : rows) { order.push_back(&subject); }
    std::sort(order.begin(), order.end(), [&](const auto* a, const auto* b) {
        return std::pair(size_of(*b), a->first) < std::pair(size_of(*a), b->first);
    });

    for (const auto* subject : order) {
        if (ranking.rows.size() == most_rows) { break; }
        std::vector<std::string> cells = {std::string(results::name_of(subject->first))};
        for (const std::string& metric : metrics) {
            const auto found = subject->second.find(metric);
            cells.push_back(found == subject->second.end() ? "-" : cell_of(*found->second));
        }
        ranking.rows.push_back(cells);
    }
    if (metrics.back() == "mean_members_up") {
        ranking.note = "The interval of members up adds up those of the members: never too narrow, often too wide.";
    }
    ranking.more = order.size() - ranking.rows.size();
    const auto first = order.front()->second.find(metrics.front());
    if (first != order.front()->second.end()) { ranking.count = results::metric_text(*first->second).count; }
    return ranking;
}

}  // namespace

std::vector<Ranking> rankings_of(const results::Results& results, std::size_t most_rows) {
    std::vector<Ranking> rankings;
    for (const Kind& kind : kinds()) {
        RowsOfSubject rows = rows_of(results, kind.kind);
        if (kind.only_with_first) {
            std::erase_if(rows, [&](const auto& subject) { return subject.second.count(kind.metrics.front()) == 0; });
        }
        const std::vector<std::string> metrics = metrics_present(kind, rows);
        // A store has a section of its own: only several have anything to compare.
        if (std::string_view(kind.kind) == "store" && rows.size() < 2) { continue; }
        if (!metrics.empty()) { rankings.push_back(ranking_of(kind, rows, metrics, most_rows)); }
    }
    return rankings;
}

}  // namespace nines::report
