// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/charts/catalogue.hpp"

#include <algorithm>
#include <array>

#include "models/results/metric_catalogue.hpp"

namespace nines::charts {
namespace {

constexpr std::array<ChartEntry, 13> rows = {{
    {"availability", translate("models", "Availability"),
     translate("models", "How available is each service, and does it reach its objective?"), "", availability_chart},
    {"downtime_distribution", translate("models", "Downtime per year"),
     translate("models", "How much downtime may a year bring?"), "service", downtime_distribution_chart},
    {"slo_by_window", translate("models", "Objective by window"),
     translate("models", "How often is the objective met in a month, a quarter, a year?"), "service",
     slo_by_window_chart},
    {"error_budget", translate("models", "Error budget"),
     translate("models", "How much of its error budget does a window spend?"), "service", error_budget_chart},
    {"downtime_causes", translate("models", "Downtime by cause"), translate("models", "Why is it down?"), "service",
     downtime_causes_chart},
    {"importance", translate("models", "Importance of components"),
     translate("models", "Which components matter most?"), "service", importance_chart},
    {"outage_duration", translate("models", "Length of outages"), translate("models", "How long do outages last?"),
     "service", outage_duration_chart},
    {"recovery_time", translate("models", "Recovery time"),
     translate("models", "How fast does it come back from each class of failure?"), "service", recovery_time_chart},
    {"recovery_stages", translate("models", "Stages of recovery"),
     translate("models", "Where does the time of a recovery go?"), "service", recovery_stages_chart},
    {"data_loss", translate("models", "Data loss"), translate("models", "How much do failures of each class lose?"),
     "store", data_loss_chart},
    {"data_loss_causes", translate("models", "Data loss by cause"), translate("models", "What loses data?"), "store",
     data_loss_causes_chart},
    {"point_availability", translate("models", "Availability over time"),
     translate("models", "How does the availability develop from the start?"), "service", point_availability_chart},
    {"convergence", translate("models", "Convergence"), translate("models", "Have enough trials been simulated?"),
     "service", convergence_chart},
}};

}  // namespace

std::span<const ChartEntry> chart_catalogue() {
    return rows;
}

const ChartEntry* find_chart(std::string_view id) {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const ChartEntry& row) { return row.id == id; });
    return found == rows.end() ? nullptr : &*found;
}

std::vector<std::string> subjects_for(const ChartEntry& entry, const results::Results& results) {
    if (entry.kind.empty()) return {std::string()};
    return results::subjects_of(results, entry.kind);
}

}  // namespace nines::charts
