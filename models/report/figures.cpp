// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/figures.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "models/report/cost.hpp"
#include "models/report/objective.hpp"
#include "models/report/recovery.hpp"
#include "models/report/verification.hpp"
#include "models/results/exact_rows.hpp"
#include "models/results/figure_words.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/number_text.hpp"
#include "models/scenario/translate.hpp"

namespace nines::report {
namespace {

using results::Metric;
using wording::literal;
using wording::say;

constexpr double year = 365.0 * 86400.0;

/// Families of figures in reading order; rows of other names follow at the end.
const std::vector<std::vector<const char*>>& reading_order() {
    static const std::vector<std::vector<const char*>> order = {
        {"unavailability_without_recovery", "request_availability", "downtime_per_year",
         "downtime_per_year_without_recovery", "recovery_time_p95_without_recovery", "planned_downtime_per_year",
         "unplanned_downtime_per_year", "degraded_per_year", "outages_per_year", "mean_down_time", "mean_up_time",
         "mean_time_to_first_outage"},
        {"p_no_outage", "p_slo_met", "p_rto_met", "p_rpo_met"},
        {"outage_duration_mean", "outage_duration_p50", "outage_duration_p90", "outage_duration_p95",
         "outage_duration_p99", "outage_duration_max"},
        {"downtime_per_year_mean", "downtime_per_year_p50", "downtime_per_year_p90", "downtime_per_year_p95",
         "downtime_per_year_p99", "downtime_per_year_max"},
        {"worst_month_downtime_mean", "worst_month_downtime_p50", "worst_month_downtime_p90",
         "worst_month_downtime_p95", "worst_month_downtime_p99", "worst_month_downtime_max"},
        {"failovers_per_year", "failed_failovers_per_year", "false_failovers_per_year", "switchovers_per_year",
         "split_brains_per_year"},
        {"data_loss_mean", "data_loss_p50", "data_loss_p90", "data_loss_p95", "data_loss_p99", "data_loss_max",
         "data_loss_bytes_mean", "p_total_loss", "p_total_loss_without_recovery"},
    };
    return order;
}

bool is_shown_first(const Metric& row) {
    return row.metric == "availability" || row.metric == "unavailability" || row.metric == "slo_target" ||
           row.metric == "availability_without_recovery";
}

bool is_maximum(const Metric& row) {
    return row.metric.ends_with("_max") && !results::is_exact(row);
}

WordedFigure figure_of(const Metric& row) {
    const results::MetricWords text = results::metric_words(results::without_per_year(row));
    WordedFigure figure;
    figure.title = {results::title_of(row.metric)};
    if (!row.failure_class.empty()) {
        figure.title = say(translate("models", "%1 (%2)"), {figure.title, {row.failure_class}});
    }
    if (row.at) {
        figure.title =
            say(translate("models", "%1 after %2"), {figure.title, results::figure(results::duration_text(*row.at))});
    }
    figure.value = text.value;
    figure.interval = is_maximum(row) ? say(translate("models", "largest seen")) : text.interval;
    figure.count = text.count;
    figure.unreliable = is_doubtful(row);
    return figure;
}

/// Without a load the two are one figure, and saying it twice under two names would promise more than was measured.
bool repeats_availability(const Metric& row, const results::Results& results) {
    if (row.metric != "request_availability") { return false; }
    const Metric* availability = results::find_metric(results, row.subject, "availability");
    return availability != nullptr && !(row.estimate < availability->estimate) &&
           !(row.estimate > availability->estimate);
}

/// The unavailability row carries the digits; results without one are read from the availability.
std::optional<Metric> unavailability_of(const results::Results& results, std::string_view subject) {
    if (const Metric* row = results::find_metric(results, subject, "unavailability")) { return *row; }
    const Metric* row = results::find_metric(results, subject, "availability");
    if (row == nullptr) { return std::nullopt; }
    Metric complement = *row;
    complement.metric = "unavailability";
    complement.estimate = 1.0 - row->estimate;
    complement.low = 1.0 - row->high;
    complement.high = 1.0 - row->low;
    return complement;
}

/// Of the row of an unavailability.
WordedFigure availability_figure(const Metric& row) {
    WordedFigure figure = figure_of(row);
    figure.title = {results::title_of(row.metric.substr(std::string_view("un").size()))};
    const double half_width = (row.high - row.low) / 2.0;
    if (row.estimate == 0.0 && row.high > 0.0 && !results::is_exact(row)) {
        figure.value = say(translate("models", "no outage seen"));
        figure.interval = say(translate("models", "at least %1"), {literal(results::availability_text(row.high, 0.0))});
        return figure;
    }
    figure.value = literal(results::availability_text(row.estimate, half_width));
    if (results::is_exact(row)) {
        figure.interval = say(translate("models", "%1: unavailability %2"),
                              {literal(row.method), literal(fmt::format("{:.8g}", row.estimate))});
    } else {
        figure.interval =
            say(translate("models", "%1 to %2"), {literal(results::availability_text(row.high, half_width)),
                                                  literal(results::availability_text(row.low, half_width))});
    }
    return figure;
}

/// The same in nines; its interval is that of the unavailability.
WordedFigure nines_figure(const Metric& row) {
    WordedFigure figure;
    figure.title = say(translate("models", "  in nines"));
    figure.value = results::nines_words(row.estimate, row.low, row.high);
    figure.unreliable = row.unreliable;
    if (!results::is_exact(row) && row.estimate > 0.0) {
        const auto nines = [](double u) {
            return u > 0.0 ? literal(fmt::format("{:.2f}", results::nines_of(u)))
                           : say(translate("models", "unlimited"));
        };
        figure.interval = say(translate("models", "%1 to %2"), {nines(row.high), nines(row.low)});
    }
    return figure;
}

/// What the exact engine says of the same figure. Beyond the horizon the estimate of the first outage assumes a
/// constant hazard: those two are not the same figure.
void add_exact(WordedFigure& figure, const results::Results& results, const Metric& row) {
    const Metric* exact = results::find_exact(results, row);
    if (exact == nullptr || row.metric == "mean_time_to_first_outage") { return; }
    figure.exact = row.metric == "unavailability"
                       ? results::availability_text(exact->estimate, 0.0)
                       : results::value_text(results::without_per_year(*exact), exact->estimate);
    if (const auto z = results::z_score(row, *exact, results.run.confidence)) { figure.z = z_text(*z); }
}

void append_group(std::vector<WordedFigure>& figures, std::vector<WordedFigure> group) {
    if (!group.empty()) { group.front().begins_group = !figures.empty(); }
    figures.insert(figures.end(), group.begin(), group.end());
}

}  // namespace

std::vector<WordedFigure> worded_figures_of(const results::Results& results, std::string_view subject) {
    std::vector<const Metric*> rows;
    for (const Metric& row : results.metrics) {
        if (row.subject != subject || is_shown_first(row) || repeats_availability(row, results)) { continue; }
        if (is_in_recovery_table(row) || is_in_cost_table(row) || is_in_objective_table(row)) { continue; }
        rows.push_back(&row);
    }

    std::vector<WordedFigure> figures;
    if (const auto row = unavailability_of(results, subject)) {
        figures.push_back(availability_figure(*row));
        add_exact(figures.back(), results, *row);
        figures.push_back(nines_figure(*row));
    }
    bool first = true;
    for (const auto& family : reading_order()) {
        std::vector<WordedFigure> group;
        for (const char* name : family) {
            for (const Metric*& row : rows) {
                if (row == nullptr || row->metric != name) { continue; }
                const bool is_of_availability = row->metric.starts_with("unavailability");
                group.push_back(is_of_availability ? availability_figure(*row) : figure_of(*row));
                add_exact(group.back(), results, *row);
                row = nullptr;
            }
        }
        // Downtime belongs to the availability that it follows from: no gap between them.
        if (first) {
            figures.insert(figures.end(), group.begin(), group.end());
        } else {
            append_group(figures, group);
        }
        first = false;
    }
    std::vector<WordedFigure> rest;
    for (const Metric* row : rows) {
        if (row == nullptr) { continue; }
        rest.push_back(figure_of(*row));
        add_exact(rest.back(), results, *row);
    }
    append_group(figures, rest);
    return figures;
}

std::vector<Figure> figures_of(const results::Results& results, std::string_view subject) {
    std::vector<Figure> figures;
    for (const WordedFigure& words : worded_figures_of(results, subject)) {
        figures.push_back({wording::plain(words.title), wording::plain(words.value), wording::plain(words.interval),
                           wording::plain(words.count), words.exact, words.z, words.unreliable, words.begins_group});
    }
    return figures;
}

bool is_doubtful(const Metric& metric) {
    return metric.unreliable && !is_maximum(metric);
}

bool any_doubtful(const results::Results& results) {
    return std::any_of(results.metrics.begin(), results.metrics.end(), is_doubtful);
}

std::optional<std::string> no_outage_text(const results::Results& results, std::string_view subject) {
    const auto row = unavailability_of(results, subject);
    if (!row || results::is_exact(*row) || row->estimate > 0.0) { return std::nullopt; }
    std::string seen = fmt::format("no outage in {}", results::metric_text(*row).count);
    if (!(row->high > 0.0)) { return seen; }
    return fmt::format("{}: unavailability at most {} ({}), downtime at most {} per year", seen,
                       results::percent_text(row->high), results::nines_text(0.0, 0.0, row->high),
                       results::duration_text(row->high * year));
}

}  // namespace nines::report
