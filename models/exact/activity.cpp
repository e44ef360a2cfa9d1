// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/activity.hpp"

namespace nines::exact {

namespace {

/// Adds `scale` times each branch of `from`, leaving out what cannot happen.
void add_scaled(std::vector<Activity::Branch>& to, const std::vector<Activity::Branch>& from, double scale) {
    for (const Activity::Branch& branch : from) {
        if (branch.probability * scale > 0.0) to.push_back({branch.phase, branch.probability * scale});
    }
}

}  // namespace

Activity::Activity(std::span<const sim::PhaseType> in_sequence) {
    std::size_t count = 0;
    for (const sim::PhaseType& part : in_sequence) count += part.phase_count();
    per_second_.resize(count);
    after_.resize(count);

    // From the last part to the first: `begin` is where what follows begins.
    std::vector<Branch> begin{{static_cast<std::uint8_t>(count), 1.0}};
    std::size_t first = count;
    for (std::size_t p = in_sequence.size(); p-- > 0;) {
        const sim::PhaseType& part = in_sequence[p];
        first -= part.phase_count();
        for (std::size_t i = 0; i < part.phase_count(); ++i) {
            per_second_[first + i] = part.per_second[i];
            if (part.go_on[i] > 0.0) {
                after_[first + i].push_back({static_cast<std::uint8_t>(first + i + 1), part.go_on[i]});
            }
            add_scaled(after_[first + i], begin, 1.0 - part.go_on[i]);
        }
        std::vector<Branch> earlier;
        if (part.phase_count() > 0 && part.zero_probability < 1.0) {
            earlier.push_back({static_cast<std::uint8_t>(first), 1.0 - part.zero_probability});
        }
        add_scaled(earlier, begin, part.zero_probability);
        begin = std::move(earlier);
    }
    start_ = std::move(begin);
}

}  // namespace nines::exact
