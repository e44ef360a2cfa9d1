// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/summary.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "models/report/figures.hpp"
#include "models/report/layout.hpp"
#include "models/report/verdict.hpp"
#include "models/results/number_text.hpp"
#include "models/scenario/translate.hpp"

namespace nines::report {
namespace {

constexpr double year = 365.0 * 86400.0;

bool any_undecided(const results::Results& results) {
    const auto undecided = [&](const results::Objective& goal) { return judge(results, goal) == Verdict::undecided; };
    return std::any_of(results.objectives.begin(), results.objectives.end(), undecided);
}

/// "2,381", but "3.42" where that is more telling.
std::string amount_text(double amount) {
    if (amount < 1000.0) { return results::number_text(amount); }
    return results::count_text(static_cast<std::uint64_t>(std::llround(amount)));
}

/// Trials that show something else than the one with the most downtime.
void add_hints_for_others(const results::Results& results, const std::string& file, std::vector<Hint>& hints) {
    using Reason = results::NotableTrial::Reason;
    for (const Reason reason : {Reason::largest_loss, Reason::typical}) {
        const auto found = std::find_if(results.notable.begin(), results.notable.end(),
                                        [&](const auto& trial) { return trial.reason == reason; });
        if (found == results.notable.end()) { continue; }
        std::string what = fmt::format("{} of {}: {}", results::title_of(reason), printable(found->subject),
                                       results::figure_text(*found));
        const bool is_rare = reason == Reason::typical && found->share_of_trials < 0.5;
        if (is_rare) {
            what += fmt::format("; only {} of the trials had any", results::percent_text(found->share_of_trials));
        }
        hints.push_back({fmt::format("nines trace {} --trial {}", file, found->trial), what});
    }
}

/// The design has plans or backups, and what it does without them was not asked for.
bool could_be_told_without_recovery(const results::Results& results) {
    const auto any = [&](auto is_so) { return std::any_of(results.metrics.begin(), results.metrics.end(), is_so); };
    return any([](const auto& row) { return row.metric == "plans_per_year" || row.metric == "restores_per_year"; }) &&
           !any([](const auto& row) { return row.metric.ends_with("_without_recovery"); });
}

}  // namespace

std::string title_text(const results::Results& results) {
    if (!results.scenario.name.empty()) { return printable(results.scenario.name); }
    return results.scenario.file.empty() ? "Results" : printable(results.scenario.file);
}

std::string experiment_text(const results::RunInfo& run) {
    if (run.trials == 0) {
        if (run.steady) { return "solved without sampling; long-run values"; }
        return "solved without sampling, over " + results::duration_text(run.horizon) + " from the start";
    }
    const double years = static_cast<double>(run.trials) * run.horizon / year;
    std::string text =
        fmt::format("{} trial{} of {} each ({} simulated years), seed {}, {:.6g} % confidence intervals",
                    results::count_text(run.trials), run.trials == 1 ? "" : "s", results::duration_text(run.horizon),
                    amount_text(years), run.seed, 100.0 * run.confidence);
    if (run.steady) {
        text += "; long-run values";
        if (run.warm_up > 0.0) {
            text += fmt::format(", the first {} of each trial left out", results::duration_text(run.warm_up));
        }
    }
    return text;
}

std::string speed_text(const results::RunInfo& run) {
    if (!(run.wall_seconds > 0.0) || run.trials == 0) { return ""; }
    const double rate = static_cast<double>(run.trials) / run.wall_seconds;
    return fmt::format("took {} on {} thread{} ({} trials/s)", results::duration_text(run.wall_seconds), run.threads,
                       run.threads == 1 ? "" : "s", amount_text(rate));
}

std::string stop_text(const results::RunInfo& run) {
    if (run.stopped == "trials") { return "stopped because all trials were done"; }
    if (run.stopped == "precision") { return "stopped because the precision asked for was reached"; }
    if (run.stopped == "interrupted") { return "INTERRUPTED: the figures are those of the trials that were done"; }
    if (run.stopped == "limit") { return "stopped at the limit of trials BEFORE the precision asked for was reached"; }
    return run.stopped.empty() ? "" : "stopped: " + printable(run.stopped);
}

std::vector<std::string> solve_lines(const results::Results& results) {
    std::vector<std::string> lines;
    if (!results.solved) { return lines; }
    const results::SolveInfo& info = *results.solved;
    std::string text = info.exact ? "Exact" : "Phase-type approximation";
    if (info.states > 0) {
        text += fmt::format(": {} state{} and {} transitions in {} chain{}, {}, residual {:.1e}",
                            results::count_text(info.states), info.states == 1 ? "" : "s",
                            results::count_text(info.transitions), results::count_text(info.parts),
                            info.parts == 1 ? "" : "s", info.method, info.residual);
    } else {
        text += ": by structure alone, no chain was needed";
    }
    if (info.wall_seconds > 0.0) { text += fmt::format(", {}", results::duration_text(info.wall_seconds)); }
    lines.push_back(text + ".");
    return lines;
}

std::vector<Hint> hints_for(const results::Results& results) {
    const std::string file = results.scenario.file.empty() ? "FILE" : printable(results.scenario.file);
    std::vector<Hint> hints;
    const auto worst = std::max_element(results.notable.begin(), results.notable.end(),
                                        [](const auto& a, const auto& b) { return a.downtime < b.downtime; });
    if (worst != results.notable.end()) {
        hints.push_back({fmt::format("nines trace {} --trial {}", file, worst->trial),
                         fmt::format("replay the trial with {} of downtime of {}",
                                     results::duration_text(worst->downtime), printable(worst->subject))});
    }
    add_hints_for_others(results, file, hints);
    if (results.run.trials > 0 && (any_doubtful(results) || any_undecided(results))) {
        hints.push_back({fmt::format("nines run {} --trials {}", file, 10 * results.run.trials),
                         "intervals about a third as wide"});
    }
    if (could_be_told_without_recovery(results)) {
        hints.push_back({fmt::format("nines run {} --ha-alone", file),
                         "what high availability does without its plans and backups"});
    }
    hints.push_back({fmt::format("nines explain {}", file), "every value with its source"});
    return hints;
}

std::string unreliable_note() {
    return translate("models",
                     "~ Few outages stand behind this interval, or one of them outweighs the others: "
                     "read its order of magnitude, not its digits. More trials help.");
}

std::vector<std::string> diagnostic_lines(const results::Results& results, const scenario::Diagnostic& diagnostic) {
    std::string line;
    if (diagnostic.place.line > 0 && diagnostic.place.file < results.files.size()) {
        line = fmt::format("{}:{}:{}: ", printable(results.files[diagnostic.place.file]), diagnostic.place.line,
                           diagnostic.place.column);
    }
    line += diagnostic.severity == scenario::Severity::error ? "error" : "warning";
    if (!diagnostic.code.empty()) { line += " " + diagnostic.code; }
    line += ": " + printable(diagnostic.message);
    std::vector<std::string> lines = {line};
    if (!diagnostic.hint.empty()) { lines.push_back("  hint: " + printable(diagnostic.hint)); }
    return lines;
}

}  // namespace nines::report
