// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/text.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "models/report/chains.hpp"
#include "models/report/cost.hpp"
#include "models/report/figures.hpp"
#include "models/report/layout.hpp"
#include "models/report/objective.hpp"
#include "models/report/page.hpp"
#include "models/report/ranking.hpp"
#include "models/report/reasons.hpp"
#include "models/report/recovery.hpp"
#include "models/report/summary.hpp"
#include "models/report/verdict.hpp"
#include "models/report/verification.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/number_text.hpp"

namespace nines::report {
namespace {

void write_experiment(Page& page, const results::Results& results) {
    const std::string title = title_text(results);
    page.line(page.bold(title));
    page.line(page.double_rule(std::min(page.options().width, columns_of(title))));
    page.wrapped_lines(experiment_text(results.run), "");
    const std::string speed = speed_text(results.run);
    const std::string stop = stop_text(results.run);
    const bool one_line = !speed.empty() && !stop.empty() && columns_of(speed + stop) + 2 <= page.options().width;
    if (one_line) {
        page.line(speed + ", " + stop);
    } else {
        for (const std::string& text : {speed, stop}) {
            if (!text.empty()) { page.line(text); }
        }
    }
    if (results.run.trials == 0) {
        for (const std::string& text : solve_lines(results)) { page.wrapped_lines(text, ""); }
    }
    std::string origin = printable(results.scenario.file);
    if (results.scenario.sha256.size() >= 12) { origin += "  sha256 " + results.scenario.sha256.substr(0, 12); }
    if (!results.run.version.empty()) { origin += "  nines " + results.run.version; }
    if (!origin.empty()) { page.line(page.faint(origin)); }
}

/// The mark and the word say it without colour.
void write_verdict(Page& page, const results::Results& results, const results::Objective& objective) {
    const bool unicode = page.options().unicode;
    const std::string goal = "the objective of " + objective_text(objective);
    switch (judge(results, objective)) {
        case Verdict::met:
            page.line("  " + page.green(unicode ? "✔ MET" : "[ok] MET") + "  expected availability reaches " + goal);
            return;
        case Verdict::missed:
            page.line("  " + page.red(unicode ? "✘ MISSED" : "[x] MISSED") + "  expected availability is below " +
                      goal);
            return;
        case Verdict::undecided:
            page.line("  " + page.yellow(unicode ? "? UNDECIDED" : "[?] UNDECIDED") + "  " + goal +
                      " lies within the interval");
            return;
    }
}

/// "10,000" of "10,000 trials".
std::string number_of(const std::string& count) {
    return count.substr(0, count.find(' '));
}

void write_figures(Page& page, const std::vector<Figure>& figures) {
    std::size_t title_columns = 0;
    std::size_t value_columns = 0;
    std::size_t interval_columns = 0;
    std::size_t count_columns = 0;
    for (const Figure& figure : figures) {
        title_columns = std::max(title_columns, columns_of(figure.title));
        value_columns = std::max(value_columns, columns_of(figure.value));
        interval_columns = std::max(interval_columns, columns_of(figure.interval));
        count_columns = std::max(count_columns, columns_of(figure.count));
    }
    // A narrow page shortens what is counted, then titles, never figures.
    const bool narrow = title_columns + value_columns + interval_columns + count_columns + 9 > page.options().width;
    if (narrow) { count_columns = 0; }
    for (const Figure& figure : figures) {
        if (narrow) { count_columns = std::max(count_columns, columns_of(number_of(figure.count))); }
    }
    const std::size_t others = value_columns + interval_columns + count_columns + 9;
    const std::size_t room = page.options().width - std::min(others, page.options().width);
    title_columns = std::min(title_columns, std::max<std::size_t>(room, 16));
    for (const Figure& figure : figures) {
        if (figure.begins_group) { page.line(); }
        const std::string mark = figure.unreliable ? page.yellow("~") : " ";
        std::string line = "  " + padded_right(shortened(figure.title, title_columns), title_columns) + "  " +
                           page.bold(padded_left(figure.value, value_columns)) + "  ";
        const bool last = figure.count.empty() && !figure.unreliable;
        line += last ? figure.interval : padded_right(figure.interval, interval_columns);
        if (last && figure.interval.empty()) { line.resize(line.size() - 2); }
        if (!last) { line += " " + mark + " " + page.faint(narrow ? number_of(figure.count) : figure.count); }
        page.line(line);
    }
}

std::string chain_text(const Page& page, const std::vector<std::string>& cause) {
    std::string text;
    for (const std::string& step : cause) { text += (text.empty() ? "" : page.arrow()) + printable(step); }
    return text.empty() ? "not attributed" : text;
}

struct ChainWords {
    const char* title;
    const char* aside;
    const char* whole;
};
constexpr ChainWords of_downtime{"Why it was down", "share, downtime per year, outages seen; first cause first",
                                 "downtime"};
constexpr ChainWords of_losses{"What lost data", "share, writes lost per year, losses seen; first cause first",
                               "lost writes"};

void write_chains(Page& page, const std::vector<results::Chain>& chains, const ChainWords& words) {
    constexpr std::size_t bar_cells = 16;
    if (chains.empty()) { return; }
    page.line();
    page.line("  " + page.bold(words.title) + page.faint(fmt::format("  ({})", words.aside)));
    const std::size_t shown = std::min(chains.size(), page.options().chains);
    for (std::size_t i = 0; i < shown; ++i) {
        const results::Chain& chain = chains[i];
        const bool all = is_total_loss(chain);
        const std::string lead =
            "  " + bar(chain.share, bar_cells, page.options().unicode) + " " +
            padded_left(all ? "-" : results::percent_text(chain.share), 8) + " " +
            padded_left(all ? "all data" : results::duration_text(chain.downtime_per_year) + "/y", 14) + " " +
            padded_left(results::count_text(chain.outages), 7) + "  ";
        const std::size_t room = page.options().width - std::min(page.options().width - 20, columns_of(lead));
        const auto parts = wrapped(chain_text(page, chain.cause), room);
        page.line(lead + parts.front());
        for (std::size_t k = 1; k < parts.size(); ++k) { page.line(std::string(columns_of(lead), ' ') + parts[k]); }
    }
    if (shown == chains.size()) { return; }
    double rest = 0.0;
    for (std::size_t i = shown; i < chains.size(); ++i) { rest += chains[i].share; }
    page.line(
        fmt::format("  and {} more, {} of the {}", chains.size() - shown, results::percent_text(rest), words.whole));
}

/// The table's lines, without its optional columns as far as the page is too narrow for them.
std::vector<std::string> fitting_lines(const ReasonTable& table, std::size_t width) {
    auto columns = table.columns;
    auto rows = plain_rows(table);
    while (true) {
        auto lines = table_lines(columns, rows);
        const bool fits =
            std::all_of(lines.begin(), lines.end(), [&](const std::string& line) { return columns_of(line) <= width; });
        const auto optional =
            std::find_if(columns.begin(), columns.end(), [](const Column& column) { return column.is_optional; });
        if (fits || optional == columns.end()) { return lines; }
        const auto index = optional - columns.begin();
        columns.erase(optional);
        for (auto& row : rows) { row.erase(row.begin() + index); }
    }
}

void write_tables(Page& page, const std::vector<ReasonTable>& tables) {
    for (const ReasonTable& table : tables) {
        page.line();
        page.line("  " + page.bold(table.title) + page.faint("  (" + table.aside + ")"));
        const auto lines = fitting_lines(table, page.options().width - 4);
        page.line("    " + page.faint(lines.front()));
        for (std::size_t i = 1; i < lines.size(); ++i) {
            page.line("    " + shortened(lines[i], page.options().width - 4));
        }
    }
}

void write_service(Page& page, const results::Results& results, const std::string& subject) {
    write_heading(page, "Service " + printable(results::name_of(subject)));
    if (const auto* objective = find_objective(results, subject)) { write_verdict(page, results, *objective); }
    if (const auto quiet = no_outage_text(results, subject)) { page.wrapped_lines(*quiet, "  "); }
    write_figures(page, figures_of(results, subject));
    write_tables(page, objective_tables(results, subject));
    write_tables(page, recovery_tables(results, subject));
    write_chains(page, readable_chains(results.chains, subject), of_downtime);
    write_tables(page, reason_tables(results, subject));
}

void write_store(Page& page, const results::Results& results, const std::string& subject) {
    write_heading(page, "Store " + printable(results::name_of(subject)));
    write_figures(page, figures_of(results, subject));
    write_tables(page, loss_tables(results, subject));
    write_chains(page, readable_chains(results.loss_chains, subject), of_losses);
}

void write_plan(Page& page, const results::Results& results, const std::string& subject) {
    write_heading(page, "Plan " + printable(results::name_of(subject)));
    write_figures(page, figures_of(results, subject));
}

void write_cost(Page& page, const results::Results& results) {
    const std::vector<Figure> figures = cost_figures(results);
    const std::vector<ReasonTable> tables = cost_tables(results);
    if (figures.empty() && tables.empty()) { return; }
    write_heading(page, cost_title(results));
    write_figures(page, figures);
    write_tables(page, tables);
}

void write_ranking(Page& page, const Ranking& ranking) {
    page.line();
    std::string aside = ranking.meaning;
    if (!ranking.count.empty()) { aside += (aside.empty() ? "" : "; ") + ranking.count; }
    page.line(page.bold(ranking.title) + page.faint(aside.empty() ? "" : "  (" + aside + ")"));
    std::vector<Column> columns;
    for (const std::string& title : ranking.columns) { columns.push_back({title, false}); }
    auto rows = ranking.rows;
    for (auto& row : rows) { row.front() = shortened(printable(row.front()), 28); }
    // Columns that do not fit are dropped from the right; the files have them all.
    auto lines = table_lines(columns, rows);
    const auto too_wide = [&] {
        return std::any_of(lines.begin(), lines.end(),
                           [&](const std::string& line) { return columns_of(line) + 2 > page.options().width; });
    };
    while (columns.size() > 2 && too_wide()) {
        columns.pop_back();
        for (auto& row : rows) { row.pop_back(); }
        lines = table_lines(columns, rows);
    }
    page.line("  " + page.faint(lines.front()));
    for (std::size_t i = 1; i < lines.size(); ++i) { page.line("  " + lines[i]); }
    if (ranking.more > 0) { page.line(fmt::format("  and {} more", ranking.more)); }
    const bool shows_last = columns.size() == ranking.columns.size();
    if (shows_last && !ranking.note.empty()) { page.wrapped_lines(ranking.note, "  "); }
}

/// Each estimate that has an exact figure beside it, and by how many standard errors they differ.
void write_verification(Page& page, const results::Results& results) {
    const std::vector<Verified> verified = verified_rows(results);
    if (verified.empty()) { return; }
    write_heading(page, "Verified");
    for (const std::string& text : verification_lines(results)) { page.wrapped_lines(text, "  "); }
    std::vector<std::vector<std::string>> rows;
    for (const Verified& row : verified) {
        rows.push_back({shortened(row.subject, 28), row.figure, row.estimate, row.exact, row.z});
    }
    const auto lines =
        table_lines({{"Subject", false}, {"Figure", false}, {"Estimate", true}, {"Exact", true}, {"z", true}}, rows);
    const std::size_t shown = std::min(lines.size(), 2 * page.options().table_rows + 1);
    page.line("  " + page.faint(lines.front()));
    for (std::size_t i = 1; i < shown; ++i) { page.line("  " + lines[i]); }
    if (shown < lines.size()) { page.line(fmt::format("  and {} more", lines.size() - shown)); }
}

void write_list(Page& page, const std::string& heading, const std::vector<std::string>& items) {
    if (items.empty()) { return; }
    write_heading(page, heading);
    for (const std::string& item : items) {
        const auto parts = wrapped(printable(item), page.options().width - 4);
        for (std::size_t i = 0; i < parts.size(); ++i) { page.line((i == 0 ? "  - " : "    ") + parts[i]); }
    }
}

/// Of results that were solved without sampling: what is only approximated, and what could not be had.
void write_limits_of_solving(Page& page, const results::Results& results) {
    if (!results.solved || results.run.trials > 0) { return; }
    write_list(page, "Times made of phases", results.solved->approximations);
    write_list(page, "Not solved", results.solved->missing);
}

void write_notes(Page& page, const results::Results& results) {
    if (any_doubtful(results)) {
        page.line();
        page.wrapped_lines(unreliable_note(), "");
    }
    write_list(page, "Assumptions", results.assumptions);
    if (!results.diagnostics.empty()) {
        write_heading(page, "Remarks on the model");
        for (const auto& diagnostic : results.diagnostics) {
            for (const std::string& text : diagnostic_lines(results, diagnostic)) { page.wrapped_lines(text, "  "); }
        }
    }
}

void write_hints(Page& page, const results::Results& results) {
    const std::vector<Hint> hints = hints_for(results);
    std::size_t command_columns = 0;
    std::size_t purpose_columns = 0;
    for (const Hint& hint : hints) {
        command_columns = std::max(command_columns, columns_of(hint.command));
        purpose_columns = std::max(purpose_columns, columns_of(hint.purpose));
    }
    const bool side_by_side = 4 + command_columns + purpose_columns <= page.options().width;
    write_heading(page, "Next");
    for (const Hint& hint : hints) {
        if (side_by_side) {
            page.line("  " + padded_right(hint.command, command_columns) + "  " + page.faint(hint.purpose));
        } else {
            page.line("  " + hint.command);
            page.line("      " + page.faint(hint.purpose));
        }
    }
}

}  // namespace

std::string to_text(const results::Results& results, const TextOptions& options) {
    TextOptions drawn = options;
    drawn.width = std::clamp<std::size_t>(options.width, 80, 200);
    Page page(drawn);
    write_experiment(page, results);
    const std::vector<std::string> services = results::subjects_of(results, "service");
    for (const std::string& service : services) { write_service(page, results, service); }
    for (const std::string& store : results::subjects_of(results, "store")) { write_store(page, results, store); }
    for (const std::string& plan : results::subjects_of(results, "plan")) { write_plan(page, results, plan); }
    write_cost(page, results);
    for (const Ranking& ranking : rankings_of(results, drawn.table_rows)) { write_ranking(page, ranking); }
    write_verification(page, results);
    write_limits_of_solving(page, results);
    write_notes(page, results);
    write_hints(page, results);
    return page.take();
}

}  // namespace nines::report
