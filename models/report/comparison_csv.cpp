// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/comparison_csv.hpp"

#include <fmt/format.h>

#include "models/report/csv.hpp"

namespace nines::report {

std::string to_csv(const compare::Comparison& comparison) {
    std::string text =
        "subject,metric,class,unit,a,b,of_a,of_b,estimate,low,high,n,verdict,p_a_better,p_b_better,variance_removed,"
        "more_trials,unreliable\r\n";
    for (const compare::Difference& row : comparison.differences) {
        const std::string shares =
            row.shares ? fmt::format("{},{}", row.shares->a_better, row.shares->b_better) : std::string(",");
        text += fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}\r\n", csv_cell(row.subject),
                            csv_cell(row.metric), csv_cell(row.failure_class), csv_cell(row.unit),
                            csv_cell(comparison.designs[row.a].name), csv_cell(comparison.designs[row.b].name),
                            row.of_a, row.of_b, row.estimate, row.low, row.high, row.n, to_word(row.verdict), shares,
                            row.variance_removed, row.more_trials ? fmt::format("{}", *row.more_trials) : "",
                            row.unreliable ? 1 : 0);
    }
    return text;
}

}  // namespace nines::report
