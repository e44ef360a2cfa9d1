// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/compare/comparison.hpp"
#include "models/scenario/wording.hpp"

/// A comparison as people read it; every writer shows these tables.
namespace nines::report {

/// One design's line in the table of one metric.
struct ComparedFigure {
    std::size_t design = 0;
    wording::Text value;       ///< "52 min/y".
    wording::Text interval;    ///< "50 min/y to 54 min/y".
    wording::Text difference;  ///< To the first design: "3 h/y less"; empty for itself.
    wording::Text bounds;      ///< "2 h 50 min/y to 3 h 10 min/y less", "1 h/y less to 20 min/y more".
    std::string
        better_in;  ///< Share of the trials in which it did better than the first: "97 %"; empty: no such thing.
    wording::Text verdict;  ///< "better", "worse", "alike", "not separated: about 12,000 more trials".
    compare::Verdict judged = compare::Verdict::open;  ///< a_better: this one is better than the first.
    bool unreliable = false;
};

struct ComparisonTable {
    std::string subject;
    std::string metric;
    wording::Text title;  ///< "Downtime per year"; with its class: "Recovery time, mean (zone)".
    std::vector<ComparedFigure> figures;
};

/// The metrics that decide, one table each, in the order of the comparison: all but availability, which the downtime
/// tells more plainly, and single classes. `all`: these too.
std::vector<ComparisonTable> comparison_tables(const compare::Comparison& comparison, bool all = false);

/// One pair of designs that are both not the first: "3 against 2: 20 min/y less (15 min/y to 25 min/y less): better".
struct PairLine {
    std::size_t a = 0;
    std::size_t b = 0;
    wording::Text text;
};
/// The pairs of this metric that a table to the first design does not show.
std::vector<PairLine> other_pairs(const compare::Comparison& comparison, const ComparisonTable& table);

/// How the comparison was made: trials, luck, intervals.
wording::Text comparison_experiment(const compare::Comparison& comparison);

/// How much the same luck was worth: "the same luck removed 93 % of the variance: as good as 14 times as many
/// independent trials".
wording::Text pairing_words(const compare::Difference& difference);

/// What the marks and intervals mean; one paragraph.
wording::Text comparison_reading(const compare::Comparison& comparison);

/// The design's figure of this row as the text of its metric, for captions: "52 min/y".
std::string design_summary(const compare::ComparedDesign& design, std::string_view subject);

}  // namespace nines::report
