// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/compile/program.hpp"
#include "models/results/results.hpp"
#include "models/scenario/parsed.hpp"

namespace nines::compare {

/// A figure as users name it: `availability`, `recovery_time_mean[zone]`, `data_loss_mean of store:orders`.
struct MetricName {
    std::string subject = {};  ///< "service:shop"; empty: every service or store that has it.
    std::string metric = {};
    std::string failure_class = {};

    bool operator==(const MetricName&) const = default;
};

/// Reads such a name; the error's offset is the byte at which it goes wrong.
scenario::Parsed<MetricName> parse_metric_name(std::string_view text);

/// "recovery_time_mean[zone] of service:shop".
std::string to_text(const MetricName& name);

/// The names with their subjects in full: "shop" becomes "service:shop", and a name without a subject stands for each
/// service of the program, or each store where only stores have such a figure. Figures of crews, backups and whatever
/// else is no subject of its own keep theirs. An unknown subject is an error.
scenario::Parsed<std::vector<MetricName>> with_subjects(const MetricName& name, const compile::Program& program);

/// The estimate, or null; a name without a subject takes the first row of its metric.
const results::Metric* find_row(const results::Results& results, const MetricName& name);

}  // namespace nines::compare
