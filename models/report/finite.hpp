// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

#include "models/results/results.hpp"

namespace nines::report {

/// Whether every figure of the row can be written to a file. Others are left out, and JSON names them.
inline bool is_finite(const results::Metric& metric) {
    return std::isfinite(metric.estimate) && std::isfinite(metric.low) && std::isfinite(metric.high) &&
           std::isfinite(metric.at.value_or(0.0)) && std::isfinite(metric.residual.value_or(0.0));
}

inline bool is_finite(const results::Chain& chain) {
    return std::isfinite(chain.downtime_per_year) && std::isfinite(chain.share) &&
           std::isfinite(chain.outages_per_year);
}

}  // namespace nines::report
