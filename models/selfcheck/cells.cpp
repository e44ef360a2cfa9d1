// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selfcheck/cells.hpp"

#include <cmath>

#include <fmt/format.h>

#include "models/report/verification.hpp"
#include "models/results/number_text.hpp"
#include "models/selfcheck/figure_unit.hpp"

namespace nines::selfcheck {

namespace {

std::string with_unit(const std::string& number, const std::string& unit) {
    return unit.empty() ? number : fmt::format("{} {}", number, unit);
}

/// Estimate and interval with the digits that the interval justifies.
std::string estimate_text(const results::Metric& row, double factor, const std::string& unit) {
    const double half = (row.high - row.low) / 2.0 / factor;
    const auto text = [&](double value) { return results::number_text(value / factor, half); };
    return fmt::format("{} ({} to {})", with_unit(text(row.estimate), unit), text(row.low), text(row.high));
}

std::string verdict_of(const Outcome& outcome) {
    if (!outcome.is_compared()) return outcome.is_approximate() ? "not simulated" : "not had";
    if (!outcome.exact_agrees()) return fmt::format("differs: exact by {:+.1e}", *outcome.difference);
    if (!outcome.simulated_agrees()) return fmt::format("differs: simulated by {:.1f} standard errors", *outcome.z);
    if (outcome.is_approximate()) return fmt::format("agrees; phases {:+.1e}", *outcome.difference);
    return "agrees";
}

}  // namespace

Cells cells_of(const Outcome& outcome) {
    const Figure& figure = outcome.figure;
    const double factor = figure_unit(figure.unit)->factor;
    Cells cells;
    cells.figure = fmt::format("{}{} of {}", figure.complement ? "1 - " : "", figure.metric, figure.subject);
    if (figure.at) cells.figure += fmt::format(" at {}", results::duration_text(figure.at->in_seconds()));
    cells.published = with_unit(fmt::format("{:.10g}", figure.published), figure.unit);
    cells.exact = cells.simulated = cells.z = "-";
    if (outcome.exact) cells.exact = with_unit(fmt::format("{:.7g}", outcome.exact->estimate / factor), figure.unit);
    if (outcome.simulated) cells.simulated = estimate_text(*outcome.simulated, factor, figure.unit);
    if (outcome.z) cells.z = report::z_text(*outcome.z);
    cells.verdict = verdict_of(outcome);
    return cells;
}

std::string title_of(const RunOutcome& outcome, const Case& of) {
    std::string text = of.scenario;
    for (const std::string& override : outcome.run.overrides) text += fmt::format(" -D \"{}\"", override);
    if (outcome.run.steady) {
        text += ", long run";
    } else if (outcome.run.horizon) {
        text += fmt::format(", over {}", results::duration_text(outcome.run.horizon->in_seconds()));
    } else {
        text += ", from the start";
    }
    return text + fmt::format(": {}", outcome.problem.empty() ? outcome.method : outcome.problem);
}

std::string summary_text(const Count& count) {
    const std::string held =
        fmt::format("{} held against the exact engine, {} against simulation", count.solved, count.simulated);
    if (count.wrong == 0) return fmt::format("All {} figures agree: {}.", count.figures, held);
    return fmt::format("{} of {} figures differ or were not had: {}.", count.wrong, count.figures, held);
}

}  // namespace nines::selfcheck
