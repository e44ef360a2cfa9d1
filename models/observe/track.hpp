// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace nines::observe {

/// How something stands over time: a value that stays until the next change. Times in seconds, from 0 on.
template <class Value>
class Track {
public:
    struct Step {
        double at = 0.0;
        Value value{};

        friend bool operator==(const Step&, const Step&) = default;
    };

    /// It is so from this instant on. What was so for no time is forgotten, and what does not change adds nothing.
    /// Precondition: `at` is not before the last change.
    void set(double at, Value value) {
        if (!steps_.empty() && steps_.back().at >= at) steps_.pop_back();
        if (!steps_.empty() && steps_.back().value == value) return;
        steps_.push_back({at, value});
    }
    /// Forgets all but this.
    void begin(Value value) { steps_.assign(1, {0.0, value}); }

    bool empty() const { return steps_.empty(); }
    /// Each change, in order; the first is how it stood in the beginning.
    const std::vector<Step>& steps() const { return steps_; }

    /// How it stands at an instant; as in the beginning before that, and `otherwise` if nobody ever said.
    Value at(double seconds, Value otherwise = {}) const {
        if (steps_.empty()) return otherwise;
        const auto next = std::upper_bound(steps_.begin(), steps_.end(), seconds,
                                           [](double time, const Step& step) { return time < step.at; });
        return next == steps_.begin() ? next->value : std::prev(next)->value;
    }

private:
    std::vector<Step> steps_;
};

}  // namespace nines::observe
