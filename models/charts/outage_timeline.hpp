// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/charts/chart.hpp"
#include "models/observe/timeline.hpp"

namespace nines::charts {

/// How everything stood that was not well during one outage: a row for each thing, a bar for each span, over the time
/// since the outage began. At most `most` rows, services first; what is well is left blank.
Chart outage_timeline_chart(const observe::Timeline& timeline, const observe::Outage& outage, std::size_t most = 14);

}  // namespace nines::charts
