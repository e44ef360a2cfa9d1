// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/charts/source.hpp"

/// All charts there are. Each is a pure function of results, in a file of its own.
namespace nines::charts {

Chart availability_chart(const Source& source);
Chart convergence_chart(const Source& source);
Chart downtime_distribution_chart(const Source& source);
Chart outage_duration_chart(const Source& source);
Chart recovery_time_chart(const Source& source);
Chart recovery_stages_chart(const Source& source);
Chart data_loss_chart(const Source& source);
Chart downtime_causes_chart(const Source& source);
Chart data_loss_causes_chart(const Source& source);
Chart point_availability_chart(const Source& source);
Chart importance_chart(const Source& source);
Chart error_budget_chart(const Source& source);
Chart slo_by_window_chart(const Source& source);

struct ChartEntry {
    std::string_view id;    ///< "availability": for files and tests, never changed.
    const char* title;      ///< In English; of the context "models" for translators.
    const char* question;   ///< What the chart answers, as a sentence.
    std::string_view kind;  ///< One chart for each subject of this kind; empty: one for all.
    Chart (*make)(const Source&);
};

/// In the order in which they are offered. A new chart is one file and one row.
std::span<const ChartEntry> chart_catalogue();

/// The entry of this id; null if there is none.
const ChartEntry* find_chart(std::string_view id);

/// For whom the chart can be made: the subjects of its kind, or one empty subject.
std::vector<std::string> subjects_for(const ChartEntry& entry, const results::Results& results);

}  // namespace nines::charts
