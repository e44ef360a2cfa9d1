// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/compare/against_base.hpp"
#include "models/compare/sweep.hpp"

/// Which input matters most? One factor at a time, low and high, on the same trials and the same luck.
namespace nines::compare {

/// An input and its two other values.
struct Factor {
    std::string path;  ///< "node.vm.mttr".
    std::string base;  ///< As TOML.
    std::string low;
    std::string high;
    double low_ratio = 1.0;  ///< Of the input to what it is.
    double high_ratio = 1.0;
};

/// All numbers, quantities and distributions that the scenario says, each `range` (0.5 is 50 %) lower and higher, but
/// for the experiment, objectives and priorities. Paths are those of `-D`.
std::vector<Factor> factors_of(const scenario::Scenario& scenario, double range);

/// The factor's effect on one figure.
struct Effect {
    Factor factor;
    Difference low;  ///< The figure with the low value minus the figure as it is.
    Difference high;
    /// d ln figure / d ln input, by the central difference
    ///
    ///     (figure(high) - figure(low)) / (figure ln(high / low))
    ///
    /// with the interval of the paired difference; the figure itself counts as known. Nothing if the figure is 0.
    std::optional<double> elasticity = {};
    double elasticity_low = 0.0;
    double elasticity_high = 0.0;
};

struct Tornado {
    MetricName metric;
    results::Metric as_is;
    std::vector<Effect> effects;  ///< The widest first.
    AgainstBase figures;
    double range = 0.5;
    std::vector<std::string> left_out = {};  ///< Factors of which one value is not valid, and why.
};

struct PreparedTornado {
    std::vector<Factor> factors;
    std::vector<Design> designs;  ///< The scenario as it is, then low and high of each factor.
    std::vector<std::string> left_out;
    double range = 0.5;
    scenario::Diagnostics problems;
};

/// Settles and compiles. Precondition: the scenario that `open` gives without overrides has no error.
PreparedTornado prepare_tornado(const OpenPoint& open, double range, const results::StudyOptions& options);

/// For each subject that has the metrics. Precondition: no problems.
std::vector<Tornado> run_tornado(const PreparedTornado& prepared, const std::vector<MetricName>& metrics,
                                 const OnPairedProgress& progress = {}, const std::function<bool()>& go_on = {});

}  // namespace nines::compare
