// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/compare/metric_name.hpp"
#include "models/scenario/scenario.hpp"

/// What a design has to show: `availability >= 99.95%`, `P(recovery_time[zone] <= 2 min) >= 0.95`.
namespace nines::compare {

/// A figure of an earlier run that is not to get worse.
struct Baseline {
    double estimate = 0.0;
    double low = 0.0;
    double high = 0.0;
    double confidence = 0.95;
    double tolerance = 0.0;  ///< Share by which the new figure may be worse.
};

struct Requirement {
    std::string text = {};  ///< As written.
    /// P(recovery_time ..) is "p_rto_met", P(data_loss ..) is "p_rpo_met", P(availability ..) is "p_slo_met".
    MetricName of = {};
    bool at_most = true;  ///< The figure is to be at most the limit, else at least.
    double limit = 0.0;   ///< In the metric's unit.
    /// Of P(..): the time that a recovery or a loss may take. The scenario's own objective is not looked at.
    std::optional<Duration> within = {};
    /// Of P(availability ..): target and window. Whether windows roll, and what is counted, is as the scenario says.
    std::optional<scenario::Slo> slo = {};
    std::optional<Baseline> baseline = {};  ///< Instead of a limit that is known.
};

/// Grammar:
///
///     requirement = figure comparison value
///     figure      = metric ["[" class "]"] ["of" subject]
///                 | "P(" quantity ["[" class "]"] ["of" subject] comparison duration ")"
///                 | "P(availability" ["of" subject] comparison share ["per" duration] ")"
///     quantity    = "recovery_time" | "data_loss"
///     comparison  = "<=" | "<" | ">=" | ">"
///
/// The value has the metric's unit: "52 min" (also "52 min/y"), "99.95%", "3 nines", "0.5 per y", "2 GB", 1200. A
/// comparison with or without "=" says the same. P(.. > t) <= p is P(.. <= t) >= 1 - p. P(availability >= 99.9% per
/// 30 d) is the share of windows of 30 d in which it is; without a window it is the share of trials.
scenario::Parsed<Requirement> parse_requirement(std::string_view text);

/// One requirement for each subject that it is about: see `with_subjects`.
scenario::Parsed<std::vector<Requirement>> with_subjects(const Requirement& requirement,
                                                         const compile::Program& program);

/// The objectives of the scenario's services. An slo without a window: the availability over the horizon is at least
/// the target. One with a window: the share `level` of such windows meets it, rolling or by requests as it says. The
/// share `level` of the recoveries and losses is within rto and rpo, class by class where they say so.
std::vector<Requirement> objectives_of(const scenario::Scenario& scenario, double level);

/// A value in this metric's unit.
scenario::Parsed<double> parse_metric_value(std::string_view metric, std::string_view text);

}  // namespace nines::compare
