// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "models/results/results.hpp"

/// What differs between two saved results, and whether it is more than chance explains.
namespace nines::report {

/// What is known about the difference of one figure.
enum class Change {
    same,      ///< The very same number.
    noise,     ///< No more than chance explains.
    changed,   ///< More than that.
    unjudged,  ///< Another number, without an interval that would tell: the largest value seen, a bound.
};

/// "same", "noise", "changed", "unjudged": the words of the JSON form.
std::string to_word(Change change);

/// A figure that both results have.
struct RowChange {
    results::Metric before;
    results::Metric after;
    Change change = Change::same;
    double difference = 0.0;              ///< After - before.
    std::optional<double> relative = {};  ///< Of the figure before; none if that is 0.
    std::optional<double> z = {};         ///< Standard errors of the difference; none for figures without interval.
};

/// Something about the experiment that is not as it was.
struct SettingChange {
    std::string what;
    std::string before;
    std::string after;
};

struct ResultsDiff {
    std::vector<SettingChange> settings = {};
    std::vector<RowChange> rows = {};           ///< In the order of the second results.
    std::vector<results::Metric> removed = {};  ///< Figures that only the first has.
    std::vector<results::Metric> added = {};    ///< Figures that only the second has.
    std::vector<std::string> removed_subjects = {};
    std::vector<std::string> added_subjects = {};
    std::vector<std::string> removed_assumptions = {};
    std::vector<std::string> added_assumptions = {};
    bool is_same_seed = false;  ///< Both were simulated with it: their estimates are not independent.
    double confidence = 0.95;   ///< Of all judgements together.
    double limit = 0.0;         ///< |z| beyond which a figure has changed.

    std::size_t count(Change change) const;
    /// A figure has changed, or one has subjects that the other has not. Single rows may come and go by chance: a class
    /// of failure that did not occur has none.
    bool is_different() const;
};

/// Compares figures with the same subject, metric, class and instant; estimates with estimates, exact figures with
/// exact ones.
///
/// The difference of two independent estimates has the standard error
///
///     sqrt((h1 / q1)^2 + (h2 / q2)^2),   z = (after - before) / that,
///
/// where h is the half of the interval that faces the other figure and q the normal quantile of its confidence. With m
/// figures to judge, one has changed if |z| exceeds the normal quantile of 1 - (1 - confidence) / (2 m), so that all
/// judgements hold together with that confidence (Bonferroni). Exact figures have changed beyond a relative 1e-9.
ResultsDiff diff_results(const results::Results& before, const results::Results& after);

}  // namespace nines::report
