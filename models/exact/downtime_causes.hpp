// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "models/exact/part_chain.hpp"

namespace nines::exact {

/// Outages of the long run that begin with the same things down.
struct CauseShare {
    std::vector<std::string> components;  ///< See CauseNames::words; {"other"}: all that is not listed.
    double share = 0.0;                   ///< Of the line's downtime.
    double downtime_per_year = 0.0;       ///< Seconds.
    double outages_per_year = 0.0;
};

/// A line's downtime by cause, the most expensive first; at most `how_many` and, if there are more, the rest as one.
///
/// Each outage is charged to all that is down in the line's cone, as observe::ChainFinder sees it, at the moment when
/// the outage begins; what fails later only makes it longer. A state does not remember what failed first, so a cause is
/// a set. Of cause C, per second,
///
///     downtime = sum over down states d with cause C of flow(up -> d) E[time until up again | d]
///
/// and the sum over all causes is the line's unavailability. States that are down for good in the long run belong to
/// no outage that begins there: they are one cause, {"never up again"}.
sim::Solved<std::vector<CauseShare>> downtime_causes(const Program& program, PartChain& part, LineId line,
                                                     std::size_t how_many, const std::function<bool()>& go_on);

}  // namespace nines::exact
