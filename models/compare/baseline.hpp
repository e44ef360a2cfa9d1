// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/compare/requirement.hpp"

namespace nines::compare {

/// Requirements that no figure is worse than in an earlier run: `text` is what `nines run --format json` wrote. Of each
/// service the downtime and the mean recovery, of each store the mean loss and the chance of total loss, of all
/// failures together; or the metrics that are named. `tolerance` is the share by which a figure may be worse. An error
/// tells why the text has no such results.
scenario::Parsed<std::vector<Requirement>> no_worse_than(std::string_view text, double tolerance,
                                                         const std::vector<MetricName>& metrics = {});

}  // namespace nines::compare
