// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/observe/paired_run.hpp"
#include "models/results/metric_catalogue.hpp"

/// Metrics as functions of what single trials showed.
namespace nines::compare {

/// One number of each trial, where it is not 0.
using Column = std::span<const observe::Sample>;

/// A metric of one subject that can be compared trial by trial:
///
///     offset + scale * mean(value)                  if a trial has a value of it
///     offset + scale * sum(value) / sum(events)     if its events have one, such as seconds per recovery
struct TrialMetric {
    std::string subject;  ///< "service:site".
    std::string metric;   ///< Of the catalogue.
    std::string failure_class = {};
    Column value = {};
    Column events = {};
    bool is_ratio = false;
    double offset = 0.0;
    double scale = 1.0;           ///< Below 0: the metric falls as the value grows (availability by seconds down).
    double most_plausible = 0.0;  ///< Most that one trial's value could be.
};

/// All of them that this design has, in the order in which reports show them.
std::vector<TrialMetric> trial_metrics(const compile::Program& program, const observe::PairedTally& tally);

/// What a metric comes to, and what each trial has to do with that.
struct Influence {
    double estimate = 0.0;
    /// Of a mean: the trial's scaled value, without the offset. Of a ratio: scale * (value - r events) / mean(events).
    std::vector<observe::Sample> values = {};
    double events = 0.0;   ///< Of a ratio: sum over the trials.
    bool is_known = true;  ///< A ratio without any event is not.
};
Influence influence_of(const TrialMetric& metric, std::uint64_t trials);

/// Is a larger value worse? Of metrics in the catalogue that are neither, no.
bool lower_is_better(std::string_view metric);

}  // namespace nines::compare
