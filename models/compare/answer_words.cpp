// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/answer_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "models/results/figure_words.hpp"
#include "models/results/number_text.hpp"
#include "models/scenario/translate.hpp"

namespace nines::compare {

namespace {

using wording::literal;
using wording::say;
using wording::Text;

/// How an advantage in a metric is said.
struct Advantage {
    std::string_view metric;
    const char* words;  ///< %1: the better figure, %2: the other.
};

constexpr std::array advantages = {
    Advantage{"outages_per_year", translate("models", "has fewer outages: %1 against %2")},
    Advantage{"request_availability", translate("models", "answers more of the requests: %1 against %2")},
    Advantage{"planned_downtime_per_year", translate("models", "has less planned downtime: %1 a year against %2")},
    Advantage{"recovery_time_mean", translate("models", "comes back faster: after %1 on average against %2")},
    Advantage{"p_rto_met", translate("models", "keeps the recovery time objective more often: %1 against %2")},
    Advantage{"p_rpo_met", translate("models", "keeps the recovery point objective more often: %1 against %2")},
    Advantage{"data_loss_mean", translate("models", "loses less at a failure: writes of %1 on average against %2")},
    Advantage{"p_total_loss", translate("models", "loses all data in fewer trials: %1 against %2")},
};

Text figure_of(const Difference& row, double value, double half) {
    if (row.metric == "request_availability") return literal(results::availability_text(1.0 - value, half));
    return size_words(row, value);
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

Text size_words(const Difference& row, double size) {
    if (row.unit == "s" || row.unit == "s_per_year") return results::figure(results::duration_text(size));
    if (row.unit == "per_year") return say(translate("models", "%1 a year"), {literal(results::number_text(size))});
    if (row.unit == "1") return literal(results::percent_text(size));
    return literal(results::number_text(size));
}

Text sure_words(const Difference& row, double confidence) {
    const auto [least, most] = std::minmax({std::abs(row.low), std::abs(row.high)});
    return say(translate("models", "(%1 sure: between %2 and %3)"),
               {literal(confidence_text(confidence)), size_words(row, least), size_words(row, most)});
}

Text advantage_words(const Difference& row) {
    const auto found = std::find_if(advantages.begin(), advantages.end(),
                                    [&](const Advantage& advantage) { return advantage.metric == row.metric; });
    if (found == advantages.end()) return {};
    const double half = (row.high - row.low) / 2.0;
    return say(found->words, {figure_of(row, row.of_a, half), figure_of(row, row.of_b, half)});
}

}  // namespace nines::compare
