// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/scenario/values.hpp"

namespace nines::compile {

/// How an availability objective is judged, beside its target and the length of its windows.
struct SloTerms {
    bool rolling = false;                        ///< Else windows one after the other.
    bool by_requests = false;                    ///< Else by time.
    std::vector<scenario::Credit> credits = {};  ///< The higher the later.

    /// What is paid back of a window's fee at this availability.
    double credit_at(double availability) const {
        double share = 0.0;
        for (const scenario::Credit& credit : credits) {
            if (availability < credit.below) share = credit.share;
        }
        return share;
    }
};

}  // namespace nines::compile
