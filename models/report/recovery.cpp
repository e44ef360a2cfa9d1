// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/recovery.hpp"

#include <algorithm>
#include <string>

#include "models/results/figure_words.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/number_text.hpp"
#include "models/scenario/translate.hpp"

namespace nines::report {
namespace {

using results::Metric;
using wording::literal;
using wording::say;

/// One column: the metric and what stands above it.
struct Source {
    const char* metric;
    const char* title;
    bool with_interval = false;
    bool is_optional = false;
};

/// The classes for which the subject has this metric, in the order of the rows; all first, as "".
std::vector<std::string> classes_of(const results::Results& results, std::string_view subject,
                                    std::string_view metric) {
    std::vector<std::string> classes;
    for (const Metric& row : results.metrics) {
        if (row.subject == subject && row.metric == metric) { classes.push_back(row.failure_class); }
    }
    return classes;
}

wording::Text cell_of(const Metric* row, bool with_interval) {
    if (row == nullptr) { return literal("-"); }
    if (row->metric.ends_with("_target")) { return results::figure(results::value_text(*row, row->estimate)); }
    const bool always_met = row->metric.ends_with("_met") && row->estimate >= 1.0 && row->low < 1.0;
    if (always_met) { return literal(">= " + results::value_text(*row, row->low)); }
    const results::MetricWords words = results::metric_words(results::without_per_year(*row));
    const wording::Text text =
        with_interval ? say(translate("models", "%1 (%2)"), {words.value, words.interval}) : words.value;
    const bool is_doubtful = row->unreliable && !row->metric.ends_with("_max");
    return is_doubtful ? say("%1 ~", {text}) : text;
}

/// Where there is one class only, all are of it: what is said of all is said of it.
const Metric* find_row(const results::Results& results, std::string_view subject, const char* metric,
                       const std::string& failure_class, bool is_only) {
    const Metric* row = results::find_metric(results, subject, metric, failure_class);
    return row == nullptr && is_only ? results::find_metric(results, subject, metric) : row;
}

/// A row for each class, a column for each source that has a figure in any of them.
ReasonTable class_table(const results::Results& results, std::string_view subject, ReasonTable table,
                        const std::vector<std::string>& classes, std::vector<Source> sources) {
    const bool is_only = classes.size() == 1;
    const auto is_missing = [&](const Source& source) {
        return std::none_of(classes.begin(), classes.end(), [&](const std::string& failure_class) {
            return find_row(results, subject, source.metric, failure_class, is_only) != nullptr;
        });
    };
    std::erase_if(sources, is_missing);
    table.columns = {{translate("models", "Class"), false}};
    for (const Source& source : sources) { table.columns.push_back({source.title, true, source.is_optional}); }
    for (const std::string& failure_class : classes) {
        std::vector<wording::Text> cells = {{failure_class.empty() ? "all" : failure_class}};
        for (const Source& source : sources) {
            const Metric* row = find_row(results, subject, source.metric, failure_class, is_only);
            cells.push_back(cell_of(row, source.with_interval));
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

ReasonTable class_table_of_recovery(const results::Results& results, std::string_view subject) {
    ReasonTable table{translate("models", "Recovery time by class of failure"),
                      translate("models", "from the loss of the service to its return"),
                      {},
                      {}};
    auto classes = classes_of(results, subject, "recovery_time_mean");
    if (classes.empty()) { return table; }
    // What is lost where nothing goes down has no recovery, but is held against its objective.
    for (const std::string& other : classes_of(results, subject, "p_rpo_met")) {
        if (std::find(classes.begin(), classes.end(), other) == classes.end()) { classes.push_back(other); }
    }
    constexpr std::size_t all_and_one = 2;
    if (classes.size() == all_and_one) { classes.erase(classes.begin()); }
    return class_table(results, subject, std::move(table), classes,
                       {{"recovery_time_mean", translate("models", "Mean")},
                        {"recovery_time_p50", translate("models", "Median"), false, true},
                        {"recovery_time_p95", translate("models", "95 %")},
                        {"recovery_time_max", translate("models", "Longest"), false, true},
                        {"rto_target", "RTO"},
                        {"p_rto_met", translate("models", "met")},
                        {"rpo_target", "RPO"},
                        {"p_rpo_met", translate("models", "met")}});
}

ReasonTable stage_table(const results::Results& results, std::string_view subject) {
    ReasonTable table{translate("models", "What a recovery is made of"),
                      translate("models", "mean of all outages"),
                      {{translate("models", "Stage"), false},
                       {translate("models", "Mean"), true},
                       {translate("models", "Share"), true}},
                      {}};
    const Metric* whole = results::find_metric(results, subject, "recovery_time_mean");
    for (const Metric& row : results.metrics) {
        if (row.subject != subject || row.metric != "recovery_stage_mean" || whole == nullptr) { continue; }
        // Sums in another order: the only stage is the whole.
        const double share = whole->estimate > 0.0 ? std::min(1.0, row.estimate / whole->estimate) : 0.0;
        table.rows.push_back({{row.failure_class}, cell_of(&row, true), literal(results::percent_text(share))});
    }
    const Metric* people = results::find_metric(results, subject, "recovery_people_share");
    if (people != nullptr && people->estimate > 0.0) {
        table.rows.push_back({say(translate("models", "people's part")), literal("-"),
                              literal(results::percent_text(people->estimate))});
    }
    return table;
}

void add_if_filled(std::vector<ReasonTable>& tables, ReasonTable table) {
    if (!table.rows.empty()) { tables.push_back(std::move(table)); }
}

}  // namespace

std::vector<ReasonTable> recovery_tables(const results::Results& results, std::string_view subject) {
    std::vector<ReasonTable> tables;
    add_if_filled(tables, class_table_of_recovery(results, subject));
    add_if_filled(tables, stage_table(results, subject));
    return tables;
}

namespace {

ReasonTable class_table_of_losses(const results::Results& results, std::string_view subject) {
    std::vector<std::string> classes = classes_of(results, subject, "failovers_per_year");
    for (const std::string& other : classes_of(results, subject, "data_loss_mean")) {
        if (std::find(classes.begin(), classes.end(), other) == classes.end()) { classes.push_back(other); }
    }
    ReasonTable table{translate("models", "By class of failure"),
                      translate("models", "failovers per year and data lost in each"),
                      {},
                      {}};
    constexpr std::size_t all_and_two = 3;
    if (classes.size() < all_and_two) { return table; }
    classes.erase(classes.begin());
    return class_table(results, subject, std::move(table), classes,
                       {{"failovers_per_year", translate("models", "Failovers per year"), true},
                        {"data_loss_mean", translate("models", "Loss, mean")},
                        {"data_loss_p95", translate("models", "95 %")},
                        {"data_loss_max", translate("models", "Largest"), false, true}});
}

ReasonTable class_table_of_restores(const results::Results& results, std::string_view subject) {
    ReasonTable table{translate("models", "Restores by class of failure"),
                      translate("models", "age of the backup restored; chance that nothing is left to restore"),
                      {},
                      {}};
    std::vector<std::string> classes = classes_of(results, subject, "restores_per_year");
    for (const std::string& other : classes_of(results, subject, "p_total_loss")) {
        if (!classes.empty() && std::find(classes.begin(), classes.end(), other) == classes.end()) {
            classes.push_back(other);
        }
    }
    if (classes.empty()) { return table; }
    constexpr std::size_t all_and_one = 2;
    if (classes.size() == all_and_one) { classes.erase(classes.begin()); }
    return class_table(results, subject, std::move(table), classes,
                       {{"restores_per_year", translate("models", "Restores per year")},
                        {"restore_copy_age_mean", translate("models", "Age, mean")},
                        {"restore_copy_age_p95", translate("models", "95 %")},
                        {"restore_copy_age_max", translate("models", "Oldest"), false, true},
                        {"p_total_loss", translate("models", "Total loss")}});
}

}  // namespace

std::vector<ReasonTable> loss_tables(const results::Results& results, std::string_view subject) {
    std::vector<ReasonTable> tables;
    add_if_filled(tables, class_table_of_losses(results, subject));
    add_if_filled(tables, class_table_of_restores(results, subject));
    return tables;
}

bool is_in_recovery_table(const Metric& metric) {
    const std::string& name = metric.metric;
    if (name.ends_with("_without_recovery")) { return false; }
    if (name.starts_with("recovery_") || name == "rto_target" || name == "rpo_target") { return true; }
    if (name.starts_with("restore_copy_age_")) { return true; }
    if (metric.failure_class.empty()) { return false; }
    return name == "p_rto_met" || name == "p_rpo_met" || name == "failovers_per_year" ||
           name == "failed_failovers_per_year" || name == "restores_per_year" || name == "p_total_loss" ||
           name.starts_with("data_loss_");
}

}  // namespace nines::report
