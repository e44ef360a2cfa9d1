// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/reasons.hpp"

#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/results/figure_words.hpp"
#include "models/results/number_text.hpp"
#include "models/scenario/translate.hpp"

namespace nines::report {

namespace {

using wording::literal;

constexpr std::size_t most_rows = 8;
/// A tenth of a percent of the downtime for one percent of a time: less moves nothing.
constexpr double least_elasticity = 0.001;

std::string factor_text(double factor) {
    return std::isfinite(factor) ? results::number_text(factor) : "unlimited";
}

std::string yearly(double times) {
    return times < 0.001 ? fmt::format("{:.2g}", times) : results::number_text(times);
}

ReasonTable cause_table(const results::SolveInfo& info, std::string_view subject) {
    ReasonTable table{translate("models", "Why it is down"),
                      translate("models", "in the long run; what is down when an outage begins, in no order"),
                      {{translate("models", "Share"), true},
                       {translate("models", "Per year"), true},
                       {translate("models", "Outages a year"), true},
                       {translate("models", "Down"), false}},
                      {}};
    for (const results::CauseShare& of : info.causes) {
        if (of.subject != subject) { continue; }
        table.rows.push_back({literal(results::percent_text(std::min(1.0, of.share))),
                              results::figure(results::duration_text(of.downtime_per_year)),
                              literal(yearly(of.outages_per_year)),
                              literal(printable(fmt::format("{}", fmt::join(of.cause, " + "))))});
    }
    return table;
}

ReasonTable sensitivity_table(const results::SolveInfo& info, std::string_view subject) {
    ReasonTable table{translate("models", "What its downtime follows"),
                      translate("models", "if this time grows by 1 %, the downtime changes by"),
                      {{translate("models", "Change"), true},
                       {translate("models", "Time"), false},
                       {translate("models", "Of"), false}},
                      {}};
    for (const results::Sensitivity& of : info.sensitivities) {
        if (of.subject != subject || std::abs(of.elasticity) < least_elasticity) { continue; }
        if (table.rows.size() == most_rows) { break; }
        table.rows.push_back(
            {literal(fmt::format("{:+.3g} %", of.elasticity)), literal(of.time), literal(printable(of.cause))});
    }
    return table;
}

ReasonTable cut_set_table(const results::SolveInfo& info, std::string_view subject) {
    ReasonTable table{translate("models", "Minimal cut sets"),
                      translate("models", "components that bring it down together; share of its downtime"),
                      {{translate("models", "Share"), true},
                       {translate("models", "Together down"), true},
                       {translate("models", "Components"), false}},
                      {}};
    for (const results::CutSet& set : info.cut_sets) {
        if (set.subject != subject || table.rows.size() == most_rows) { continue; }
        table.rows.push_back({literal(results::percent_text(std::min(1.0, set.contribution))),
                              literal(fmt::format("{:.3g}", set.probability)),
                              literal(printable(fmt::format("{}", fmt::join(set.components, " + "))))});
    }
    return table;
}

ReasonTable importance_table(const results::SolveInfo& info, std::string_view subject) {
    ReasonTable table{
        translate("models", "Components that matter"),
        translate("models",
                  "in how much of its downtime they take part; its downtime if they were never, or always, down"),
        {{translate("models", "Component"), false},
         {translate("models", "Takes part"), true},
         {translate("models", "Never down"), true},
         {translate("models", "Always down"), true},
         {translate("models", "Birnbaum"), true}},
        {}};
    for (const results::Importance& of : info.importance) {
        if (of.subject != subject || table.rows.size() == most_rows) { continue; }
        table.rows.push_back(
            {literal(printable(of.component)), literal(results::percent_text(std::min(1.0, of.fussell_vesely))),
             literal("/ " + factor_text(of.risk_reduction_worth)),
             literal("x " + factor_text(of.risk_achievement_worth)), literal(fmt::format("{:.3g}", of.birnbaum))});
    }
    return table;
}

}  // namespace

std::vector<std::vector<std::string>> plain_rows(const ReasonTable& table) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& row : table.rows) {
        std::vector<std::string>& cells = rows.emplace_back();
        for (const wording::Text& cell : row) { cells.push_back(wording::plain(cell)); }
    }
    return rows;
}

std::vector<ReasonTable> reason_tables(const results::Results& results, std::string_view subject) {
    std::vector<ReasonTable> tables;
    if (!results.solved) { return tables; }
    for (const auto make : {cause_table, sensitivity_table, cut_set_table, importance_table}) {
        ReasonTable table = make(*results.solved, subject);
        if (!table.rows.empty()) { tables.push_back(std::move(table)); }
    }
    return tables;
}

}  // namespace nines::report
