// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/compare/scenario_diff.hpp"
#include "models/results/results.hpp"

/// What a comparison of designs found, as plain data: every writer, chart and window is a function of this.
namespace nines::compare {

/// What may be said of two designs and one metric at the stated confidence.
enum class Verdict : std::uint8_t {
    a_better,  ///< The whole interval of the difference lies on the side of the first design.
    b_better,
    alike,  ///< The whole interval lies within the zone of indifference.
    open,   ///< Neither: more trials are needed.
};
/// "a_better", "b_better", "alike", "open": the words of the JSON form.
std::string to_word(Verdict verdict);

/// In how many trials which of the two did better.
struct Shares {
    double a_better = 0.0;
    double b_better = 0.0;
    double a_low = 0.0;  ///< Wilson's interval of a_better.
    double a_high = 0.0;

    double same() const { return 1.0 - a_better - b_better; }
};

/// One metric of two designs, trial by trial: a - b.
struct Difference {
    std::string subject = {};
    std::string metric = {};  ///< Of results/metric_catalogue.hpp.
    std::string failure_class = {};
    std::string unit = {};
    std::size_t a = 0;  ///< Index of the design.
    std::size_t b = 0;
    double of_a = 0.0;  ///< The estimates.
    double of_b = 0.0;
    double estimate = 0.0;  ///< of_a - of_b.
    double low = 0.0;       ///< Holds for all pairs of designs at once: see Comparison::pair_confidence.
    double high = 0.0;
    std::uint64_t n = 0;  ///< Trials.
    bool unreliable = false;
    Verdict verdict = Verdict::open;
    double zone = 0.0;                  ///< Differences up to this do not matter to the user; 0: all do.
    double variance_removed = 0.0;      ///< Share of the variance of the difference that the same luck has taken away.
    std::optional<Shares> shares = {};  ///< Of metrics that a single trial has a value of.
    /// About so many more trials of each design would decide an open one, if the estimate is right; empty: decided, or
    /// nobody can say.
    std::optional<std::uint64_t> more_trials = {};
};

struct ComparedDesign {
    std::string name;                  ///< Short and different from the others: the title, else the file's name.
    results::Results results;          ///< As in a run of its own with this seed and so many trials.
    std::vector<Change> changes = {};  ///< From the first design to this one.
};

struct Comparison {
    std::vector<ComparedDesign> designs;  ///< The first one is the baseline.
    std::vector<Difference> differences;  ///< By metric, then by pair (a, b) with a < b.
    double confidence = 0.95;             ///< That all intervals of one metric hold.
    double pair_confidence = 0.95;        ///< Of each single one: 1 - (1 - confidence) / pairs (Bonferroni).
    std::string stopped = {};             ///< "trials", "interrupted".
    std::vector<std::string> notes = {};  ///< What could not be compared, and why.
};

/// The row of this pair, or null. Its sign is that of (a, b) with a < b.
const Difference* find_difference(const Comparison& comparison, std::string_view subject, std::string_view metric,
                                  std::size_t a, std::size_t b, std::string_view failure_class = "");

}  // namespace nines::compare
