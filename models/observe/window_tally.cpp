// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/observe/window_tally.hpp"

namespace nines::observe {

void MetTally::merge(const MetTally& other) {
    met += other.met;
    windows += other.windows;
    share.merge(other.share);
}

void WindowTally::merge(const WindowTally& other) {
    own.merge(other.own);
    for (std::size_t i = 0; i < usual.size(); ++i) usual[i].merge(other.usual[i]);
    trials_always_met += other.trials_always_met;
    spent.merge(other.spent);
    mean_spent.merge(other.mean_spent);
    worst.merge(other.worst);
    mean_worst.merge(other.mean_worst);
    trials_gone += other.trials_gone;
    gone_after.merge(other.gone_after);
    gone_and_after.merge(other.gone_and_after);
    credit.merge(other.credit);
    credited.merge(other.credited);
}

}  // namespace nines::observe
