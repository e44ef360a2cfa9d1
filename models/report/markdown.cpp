// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/markdown.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "models/report/chains.hpp"
#include "models/report/cost.hpp"
#include "models/report/figures.hpp"
#include "models/report/layout.hpp"
#include "models/report/objective.hpp"
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

constexpr std::size_t most_chains = 8;
constexpr std::size_t most_rows = 10;

std::string verdict_line(const results::Results& results, const results::Objective& objective) {
    const Verdict verdict = judge(results, objective);
    return fmt::format("**Availability objective {}: {}**\n\n", objective_text(objective), to_text(verdict));
}

std::string figures_table(const std::vector<Figure>& figures) {
    std::string text = markdown_head({"Figure", "Estimate", "Interval", "n"});
    for (const Figure& figure : figures) {
        const std::string mark = figure.unreliable ? " \\~" : "";
        text += markdown_row({markdown_escaped(figure.title), figure.value, figure.interval + mark, figure.count});
    }
    return text + "\n";
}

std::string chains_table(const std::vector<results::Chain>& chains, const std::string& title,
                         const std::vector<std::string>& columns) {
    if (chains.empty()) { return ""; }
    std::string text = fmt::format("#### {}\n\n", title) + markdown_head(columns);
    const std::size_t shown = std::min(chains.size(), most_chains);
    for (std::size_t i = 0; i < shown; ++i) {
        std::string cause;
        for (const std::string& step : chains[i].cause) {
            cause += (cause.empty() ? "" : " → ") + markdown_escaped(step);
        }
        const bool all = is_total_loss(chains[i]);
        text += markdown_row({all ? "-" : results::percent_text(chains[i].share),
                              all ? "all data" : results::duration_text(chains[i].downtime_per_year),
                              results::count_text(chains[i].outages), cause});
    }
    if (shown < chains.size()) { text += fmt::format("\nand {} more\n", chains.size() - shown); }
    return text + "\n";
}

std::string tables_section(const std::vector<ReasonTable>& tables) {
    std::string text;
    for (const ReasonTable& table : tables) {
        std::vector<std::string> titles;
        for (const Column& column : table.columns) { titles.push_back(column.title); }
        text += fmt::format("#### {}\n\n{}\n\n{}", table.title, markdown_escaped(table.aside), markdown_head(titles));
        for (auto& cells : plain_rows(table)) {
            for (std::string& cell : cells) { cell = markdown_escaped(cell); }
            text += markdown_row(cells);
        }
        text += "\n";
    }
    return text;
}

std::string service_section(const results::Results& results, const std::string& subject) {
    std::string text = fmt::format("## Service {}\n\n", markdown_escaped(results::name_of(subject)));
    if (const auto* objective = find_objective(results, subject)) { text += verdict_line(results, *objective); }
    if (const auto quiet = no_outage_text(results, subject)) { text += *quiet + "\n\n"; }
    return text + figures_table(figures_of(results, subject)) + tables_section(objective_tables(results, subject)) +
           tables_section(recovery_tables(results, subject)) +
           chains_table(readable_chains(results.chains, subject), "Why it was down",
                        {"Share", "Downtime per year", "Outages seen", "Chain"}) +
           tables_section(reason_tables(results, subject));
}

std::string store_section(const results::Results& results, const std::string& subject) {
    return fmt::format("## Store {}\n\n", markdown_escaped(results::name_of(subject))) +
           figures_table(figures_of(results, subject)) + tables_section(loss_tables(results, subject)) +
           chains_table(readable_chains(results.loss_chains, subject), "What lost data",
                        {"Share", "Writes lost per year", "Losses seen", "Chain"});
}

std::string cost_section(const results::Results& results) {
    const std::vector<Figure> figures = cost_figures(results);
    const std::vector<ReasonTable> tables = cost_tables(results);
    if (figures.empty() && tables.empty()) { return ""; }
    return fmt::format("## {}\n\n", markdown_escaped(cost_title(results))) + figures_table(figures) +
           tables_section(tables);
}

std::string ranking_section(const Ranking& ranking) {
    std::string text = fmt::format("## {}\n\n{}", ranking.title, markdown_head(ranking.columns));
    for (auto cells : ranking.rows) {
        cells.front() = markdown_escaped(cells.front());
        for (std::string& cell : cells) {
            if (cell.back() == '~') { cell.insert(cell.size() - 1, 1, '\\'); }
        }
        text += markdown_row(cells);
    }
    if (ranking.more > 0) { text += fmt::format("\nand {} more\n", ranking.more); }
    if (!ranking.meaning.empty()) { text += fmt::format("\n{}\n", ranking.meaning); }
    if (!ranking.note.empty()) { text += fmt::format("\n{}\n", ranking.note); }
    return text + (ranking.count.empty() ? "\n" : fmt::format("\nn: {}\n\n", ranking.count));
}

std::string list_section(const std::string& heading, const std::vector<std::string>& items) {
    if (items.empty()) { return ""; }
    std::string text = fmt::format("## {}\n\n", heading);
    for (const std::string& item : items) { text += fmt::format("- {}\n", markdown_escaped(item)); }
    return text + "\n";
}

std::string notes_section(const results::Results& results) {
    std::string text;
    if (any_doubtful(results)) { text += fmt::format("\\{}\n\n", unreliable_note()); }
    text += list_section("Assumptions", results.assumptions);
    if (!results.diagnostics.empty()) {
        text += "## Remarks on the model\n\n";
        for (const auto& diagnostic : results.diagnostics) {
            std::string remark;
            for (const std::string& line : diagnostic_lines(results, diagnostic)) { remark += line + " "; }
            text += fmt::format("- {}\n", markdown_escaped(remark));
        }
        text += "\n";
    }
    return text;
}

/// How exact figures were found: beside estimates as a table, alone as what they leave open.
std::string solved_section(const results::Results& results) {
    if (!results.solved) { return ""; }
    if (results.run.trials == 0) {
        return list_section("Times made of phases", results.solved->approximations) +
               list_section("Not solved", results.solved->missing);
    }
    const std::vector<Verified> verified = verified_rows(results);
    if (verified.empty()) { return ""; }
    std::string text = "## Verified\n\n";
    for (const std::string& line : verification_lines(results)) { text += markdown_escaped(line) + "\n\n"; }
    text += markdown_head({"Subject", "Figure", "Estimate", "Exact", "z"});
    for (const Verified& line : verified) {
        text += markdown_row({markdown_escaped(line.subject), line.figure, line.estimate, line.exact, line.z});
    }
    return text + "\n";
}

}  // namespace

std::string to_markdown(const results::Results& results) {
    const std::string stop = stop_text(results.run);
    std::string text = fmt::format("# {}\n\n{}{}{}.\n\n", markdown_escaped(title_text(results)),
                                   experiment_text(results.run), stop.empty() ? "" : "; ", stop);
    const std::vector<std::string> services = results::subjects_of(results, "service");
    for (const std::string& service : services) { text += service_section(results, service); }
    for (const std::string& store : results::subjects_of(results, "store")) { text += store_section(results, store); }
    text += cost_section(results);
    for (const Ranking& ranking : rankings_of(results, most_rows)) { text += ranking_section(ranking); }
    text += solved_section(results);
    text += notes_section(results);
    text += fmt::format("<sub>nines {}, {}, sha256 {}</sub>\n", markdown_escaped(results.run.version),
                        markdown_escaped(results.scenario.file), markdown_escaped(results.scenario.sha256));
    return text;
}

std::string markdown_escaped(std::string_view text) {
    std::string escaped;
    for (const char c : printable(text)) {
        if (c == '<') {
            escaped += "&lt;";
        } else if (c == '&') {
            escaped += "&amp;";
        } else if (std::string_view("\\`*_{}[]()#|~!>").find(c) != std::string_view::npos) {
            escaped += '\\';
            escaped += c;
        } else {
            escaped += c;
        }
    }
    return escaped;
}

std::string markdown_row(const std::vector<std::string>& cells) {
    return fmt::format("| {} |\n", fmt::join(cells, " | "));
}

std::string markdown_head(const std::vector<std::string>& titles, const std::vector<bool>& right) {
    std::vector<std::string> rule;
    for (std::size_t c = 0; c < titles.size(); ++c) rule.emplace_back(c < right.size() && right[c] ? "---:" : "---");
    return markdown_row(titles) + markdown_row(rule);
}

}  // namespace nines::report
