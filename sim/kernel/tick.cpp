// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/kernel/tick.hpp"

#include <algorithm>
#include <cmath>

namespace nines::sim {

TickScale TickScale::for_span(Duration span, int tick_bits) {
    constexpr int finest = 20;
    const int span_bits = std::ilogb(std::max(1.0, span.in_seconds())) + 1;
    const int shift = std::clamp(tick_bits - span_bits - 1, 0, finest);
    TickScale scale;
    scale.ticks_per_second_ = std::ldexp(1.0, shift);
    scale.seconds_per_tick_ = std::ldexp(1.0, -shift);
    return scale;
}

}  // namespace nines::sim
