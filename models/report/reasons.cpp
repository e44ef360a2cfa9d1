// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/reasons.hpp"

#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/results/number_text.hpp"

namespace nines::report {

namespace {

constexpr std::size_t most_rows = 8;
/// A tenth of a percent of the downtime for one percent of a time: less moves nothing.
constexpr double least_elasticity = 0.001;

std::string factor_text(double factor) {
    return std::isfinite(factor) ? results::number_text(factor) : "unlimited";
}

ReasonTable sensitivity_table(const results::SolveInfo& info, std::string_view subject) {
    ReasonTable table{"What its downtime follows",
                      "if this time grows by 1 %, the downtime changes by",
                      {{"Change", true}, {"Time", false}, {"Of", false}},
                      {}};
    for (const results::Sensitivity& of : info.sensitivities) {
        if (of.subject != subject || std::abs(of.elasticity) < least_elasticity) { continue; }
        if (table.rows.size() == most_rows) { break; }
        table.rows.push_back({fmt::format("{:+.3g} %", of.elasticity), of.time, printable(of.cause)});
    }
    return table;
}

ReasonTable cut_set_table(const results::SolveInfo& info, std::string_view subject) {
    ReasonTable table{"Minimal cut sets",
                      "components that bring it down together; share of its downtime",
                      {{"Share", true}, {"Together down", true}, {"Components", false}},
                      {}};
    for (const results::CutSet& set : info.cut_sets) {
        if (set.subject != subject || table.rows.size() == most_rows) { continue; }
        table.rows.push_back({results::percent_text(std::min(1.0, set.contribution)),
                              fmt::format("{:.3g}", set.probability),
                              printable(fmt::format("{}", fmt::join(set.components, " + ")))});
    }
    return table;
}

ReasonTable importance_table(const results::SolveInfo& info, std::string_view subject) {
    ReasonTable table{
        "Components that matter",
        "in how much of its downtime they take part; its downtime if they were never, or always, down",
        {{"Component", false}, {"Takes part", true}, {"Never down", true}, {"Always down", true}, {"Birnbaum", true}},
        {}};
    for (const results::Importance& of : info.importance) {
        if (of.subject != subject || table.rows.size() == most_rows) { continue; }
        table.rows.push_back({printable(of.component), results::percent_text(std::min(1.0, of.fussell_vesely)),
                              "/ " + factor_text(of.risk_reduction_worth),
                              "x " + factor_text(of.risk_achievement_worth), fmt::format("{:.3g}", of.birnbaum)});
    }
    return table;
}

}  // namespace

std::vector<ReasonTable> reason_tables(const results::Results& results, std::string_view subject) {
    std::vector<ReasonTable> tables;
    if (!results.solved) { return tables; }
    for (const auto make : {sensitivity_table, cut_set_table, importance_table}) {
        ReasonTable table = make(*results.solved, subject);
        if (!table.rows.empty()) { tables.push_back(std::move(table)); }
    }
    return tables;
}

}  // namespace nines::report
