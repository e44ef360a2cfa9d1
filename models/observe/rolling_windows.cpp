// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/observe/rolling_windows.hpp"

#include <algorithm>
#include <limits>

namespace nines::observe {

namespace {

/// The begins and ends of the outages, one after the other, each `delay` seconds later.
class Edges {
public:
    Edges(std::span<const OutageSpan> outages, double delay) : outages_(outages), delay_(delay) {}

    double next() const {
        if (passed_ == 2 * outages_.size()) return std::numeric_limits<double>::infinity();
        const OutageSpan& outage = outages_[passed_ / 2];
        return (passed_ % 2 == 0 ? outage.from : outage.to) + delay_;
    }
    void pass() { ++passed_; }
    bool is_within() const { return passed_ % 2 == 1; }
    std::size_t passed() const { return passed_; }

private:
    std::span<const OutageSpan> outages_;
    double delay_;
    std::size_t passed_ = 0;
};

/// Of a stretch of `length` in which a value goes from `first` straight to `last`: how much of it is at most `limit`.
double length_below(double first, double last, double length, double limit) {
    const double low = std::min(first, last);
    const double high = std::max(first, last);
    if (high <= limit) return length;
    if (low >= limit) return 0.0;
    return length * (limit - low) / (high - low);
}

}  // namespace

RollingFigures roll(std::span<const OutageSpan> outages, double length, double end, double allowed,
                    std::vector<double>& sampled, double step) {
    // Sums of many lengths are compared: a microsecond is none.
    constexpr double rounding = 1e-6;
    const double limit = allowed + rounding;
    RollingFigures figures;
    Edges entering(outages, 0.0);
    Edges leaving(outages, length);
    double time = 0.0;
    double down = 0.0;
    double met = 0.0;
    std::size_t taken = 0;
    while (true) {
        const double next = std::min({entering.next(), leaving.next(), end});
        const double slope = (entering.is_within() ? 1.0 : 0.0) - (leaving.is_within() ? 1.0 : 0.0);
        const double after = std::max(0.0, down + slope * (next - time));
        if (next >= length) {
            const double from = std::max(time, length);
            const double at_from = after - slope * (next - from);
            figures.worst = std::max({figures.worst, at_from, after});
            met += length_below(at_from, after, next - from, limit);
            for (; taken < sampled.size(); ++taken) {
                const double at = length + static_cast<double>(taken) * step;
                if (at > next) break;
                sampled[taken] = std::max(0.0, after - slope * (next - at));
            }
        }
        down = after;
        time = next;
        if (next >= end) break;
        if (entering.next() <= next) {
            entering.pass();
        } else {
            leaving.pass();
        }
        // Where both ends lie in one outage, or between the same two, rounding is swept away.
        if (entering.passed() == leaving.passed()) down = entering.is_within() ? length : 0.0;
    }
    for (; taken < sampled.size(); ++taken) sampled[taken] = down;
    const double span = end - length;
    const bool is_always_met = figures.worst <= limit;
    figures.share_met = is_always_met ? 1.0 : span > 0.0 ? std::min(1.0, met / span) : 0.0;
    return figures;
}

}  // namespace nines::observe
