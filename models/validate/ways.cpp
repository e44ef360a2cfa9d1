// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/validate/ways.hpp"

#include <algorithm>
#include <tuple>

namespace nines::validate {

void Ways::report_several() const {
    if (said_.size() < 2) return;
    std::vector<Said> in_order = said_;
    std::sort(in_order.begin(), in_order.end(), [](const Said& a, const Said& b) {
        return std::tie(a.place.file, a.place.line, a.place.column) <
               std::tie(b.place.file, b.place.line, b.place.column);
    });
    for (auto later = in_order.begin() + 1; later != in_order.end(); ++later) {
        checker_.error(scenario::codes::several_ways, later->place,
                       fmt::format("{}: `{}` says again what `{}` says", what_, later->key, in_order.front().key),
                       "keep one of them");
    }
}

}  // namespace nines::validate
