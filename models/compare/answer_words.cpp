// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/answer_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "models/results/number_text.hpp"

namespace nines::compare {

namespace {

/// How an advantage in a metric is said.
struct Advantage {
    std::string_view metric;
    std::string_view words;  ///< {0}: the better figure, {1}: the other.
};

constexpr std::array advantages = {
    Advantage{"outages_per_year", "has fewer outages: {0} against {1}"},
    Advantage{"request_availability", "answers more of the requests: {0} against {1}"},
    Advantage{"planned_downtime_per_year", "has less planned downtime: {0} a year against {1}"},
    Advantage{"recovery_time_mean", "comes back faster: after {0} on average against {1}"},
    Advantage{"p_rto_met", "keeps the recovery time objective more often: {0} against {1}"},
    Advantage{"p_rpo_met", "keeps the recovery point objective more often: {0} against {1}"},
    Advantage{"data_loss_mean", "loses less at a failure: writes of {0} on average against {1}"},
    Advantage{"p_total_loss", "loses all data in fewer trials: {0} against {1}"},
};

std::string figure_of(const Difference& row, double value, double half) {
    if (row.metric == "request_availability") return results::availability_text(1.0 - value, half);
    return size_text(row, value);
}

}  // namespace

std::string confidence_text(double confidence) {
    return fmt::format("{:.6g} %", 100.0 * confidence);
}

Difference turned(const Difference& row, std::size_t first) {
    if (row.a == first) return row;
    Difference other = row;
    std::swap(other.a, other.b);
    std::swap(other.of_a, other.of_b);
    other.estimate = -row.estimate;
    other.low = -row.high;
    other.high = -row.low;
    if (row.verdict == Verdict::a_better) other.verdict = Verdict::b_better;
    if (row.verdict == Verdict::b_better) other.verdict = Verdict::a_better;
    // Wilson's interval is kept of the first design's share only; nothing here says it of the other.
    if (other.shares) std::swap(other.shares->a_better, other.shares->b_better);
    return other;
}

std::string size_text(const Difference& row, double size) {
    if (row.unit == "s" || row.unit == "s_per_year") return results::duration_text(size);
    if (row.unit == "per_year") return results::number_text(size) + " a year";
    if (row.unit == "1") return results::percent_text(size);
    return results::number_text(size);
}

std::string sure_text(const Difference& row, double confidence) {
    const auto [least, most] = std::minmax({std::abs(row.low), std::abs(row.high)});
    return fmt::format("({} sure: between {} and {})", confidence_text(confidence), size_text(row, least),
                       size_text(row, most));
}

std::string advantage_text(const Difference& row) {
    const auto found = std::find_if(advantages.begin(), advantages.end(),
                                    [&](const Advantage& advantage) { return advantage.metric == row.metric; });
    if (found == advantages.end()) return {};
    const double half = (row.high - row.low) / 2.0;
    return fmt::format(fmt::runtime(found->words), figure_of(row, row.of_a, half), figure_of(row, row.of_b, half));
}

}  // namespace nines::compare
