// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/results_diff_text.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/report/layout.hpp"
#include "models/report/markdown.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/number_text.hpp"

namespace nines::report {
namespace {

using results::Metric;

using Cells = std::vector<std::string>;
using Table = std::vector<Cells>;

constexpr std::size_t most_names = 8;

std::string figure_name(const Metric& row) {
    std::string name = results::title_of(row.metric);
    if (!row.failure_class.empty()) { name += fmt::format(" ({})", row.failure_class); }
    if (row.at) { name += " after " + results::duration_text(*row.at); }
    if (results::is_exact(row)) { name += ", " + row.method; }
    return name;
}

std::string change_text(const RowChange& row) {
    if (row.difference == 0.0) { return "0"; }
    if (!row.relative) { return row.difference > 0.0 ? "up from 0" : "down from 0"; }
    const double factor = 1.0 + *row.relative;
    if (row.before.estimate > 0.0 && factor >= 3.0) { return fmt::format("x {:.3g}", factor); }
    return fmt::format("{:+.3g} %", 100.0 * *row.relative);
}

std::string z_text(const RowChange& row) {
    const bool is_doubtful = row.before.unreliable || row.after.unreliable;
    if (!row.z) { return "-"; }
    return fmt::format("{:+.1f}{}", *row.z, is_doubtful ? " ~" : "");
}

const Cells& titles() {
    static const Cells cells = {"Subject", "Figure", "Before", "After", "Change", "z"};
    return cells;
}

/// The rows of one kind; those that changed by how far, the others in their order.
Table table_of(const ResultsDiff& diff, Change change) {
    std::vector<const RowChange*> rows;
    for (const RowChange& row : diff.rows) {
        if (row.change == change) { rows.push_back(&row); }
    }
    const auto distance = [](const RowChange* row) { return row->z ? std::abs(*row->z) : HUGE_VAL; };
    std::stable_sort(rows.begin(), rows.end(),
                     [&](const RowChange* a, const RowChange* b) { return distance(a) > distance(b); });
    Table table;
    for (const RowChange* row : rows) {
        const auto value = [](const Metric& of) { return results::value_text(of, of.estimate); };
        table.push_back({printable(row->after.subject), figure_name(row->after), value(row->before), value(row->after),
                         change_text(*row), z_text(*row)});
    }
    return table;
}

bool any_doubtful(const ResultsDiff& diff) {
    return std::any_of(diff.rows.begin(), diff.rows.end(),
                       [](const RowChange& row) { return row.z && (row.before.unreliable || row.after.unreliable); });
}

/// What stands behind the judgement.
Cells remarks(const ResultsDiff& diff) {
    Cells lines = {fmt::format(
        "{} changed, {} differ by no more than chance explains, {} are the same, {} have no interval to judge by.",
        diff.count(Change::changed), diff.count(Change::noise), diff.count(Change::same),
        diff.count(Change::unjudged))};
    lines.push_back(
        fmt::format("z counts standard errors of the difference; beyond {:.2f} a figure has changed: {} for "
                    "all of them together.",
                    diff.limit, results::percent_text(diff.confidence)));
    if (diff.is_same_seed) {
        lines.emplace_back(
            "Both runs have the same seed, so their estimates are not independent: where the designs are "
            "alike they had the same luck, and z, which takes them as independent, comes out too small.");
    }
    if (any_doubtful(diff)) { lines.emplace_back("~ too few events in one of them for its interval to be trusted."); }
    return lines;
}

std::string names_text(const Cells& names, bool all) {
    const std::size_t shown = all ? names.size() : std::min(names.size(), most_names);
    std::string text = fmt::format("{}", fmt::join(names.begin(), names.begin() + static_cast<long>(shown), ", "));
    if (shown < names.size()) { text += fmt::format(" and {} more", names.size() - shown); }
    return text;
}

Cells row_names(const std::vector<Metric>& rows) {
    Cells names;
    for (const Metric& row : rows) { names.push_back(printable(row.subject) + " " + figure_name(row)); }
    return names;
}

/// What only one of the two has: a title and the names, where there are any.
std::vector<std::pair<std::string, Cells>> one_sided(const ResultsDiff& diff, const DiffNames& names) {
    std::vector<std::pair<std::string, Cells>> parts;
    const auto add = [&](const std::string& what, const std::string& name, Cells items) {
        if (!items.empty()) { parts.emplace_back(fmt::format("{} only in {}", what, name), std::move(items)); }
    };
    add("Subjects", names.before, diff.removed_subjects);
    add("Subjects", names.after, diff.added_subjects);
    add("Figures", names.before, row_names(diff.removed));
    add("Figures", names.after, row_names(diff.added));
    return parts;
}

/// Each kind of change that is to be shown, with its title.
std::vector<std::pair<std::string, Table>> tables_of(const ResultsDiff& diff, bool all) {
    std::vector<std::pair<std::string, Table>> tables = {{"Changed", table_of(diff, Change::changed)}};
    if (all) {
        tables.emplace_back("No more than chance explains", table_of(diff, Change::noise));
        tables.emplace_back("Without an interval to judge by", table_of(diff, Change::unjudged));
    }
    std::erase_if(tables, [](const auto& table) { return table.second.empty(); });
    return tables;
}

std::string indented(const Cells& lines) {
    std::string text;
    for (const std::string& line : lines) { text += "  " + line + "\n"; }
    return text + "\n";
}

std::string markdown_row(const Cells& cells) {
    return fmt::format("| {} |\n", fmt::join(cells, " | "));
}

std::string markdown_table(const Cells& head, const Table& rows) {
    std::string text = markdown_row(head) + markdown_row(Cells(head.size(), "---"));
    for (Cells cells : rows) {
        for (std::string& cell : cells) { cell = markdown_escaped(cell); }
        text += markdown_row(cells);
    }
    return text + "\n";
}

Table setting_rows(const ResultsDiff& diff) {
    constexpr std::size_t digits_of_sha256 = 12;
    Table rows;
    for (const SettingChange& setting : diff.settings) {
        const std::size_t length = setting.what == "sha256" ? digits_of_sha256 : std::string::npos;
        rows.push_back(
            {setting.what, printable(setting.before).substr(0, length), printable(setting.after).substr(0, length)});
    }
    return rows;
}

}  // namespace

std::string diff_to_text(const ResultsDiff& diff, const DiffNames& names, bool all) {
    constexpr std::size_t width = 100;
    std::string text = fmt::format("{} -> {}\n\n", printable(names.before), printable(names.after));
    if (!diff.settings.empty()) {
        text += "Asked for\n" + indented(table_lines({{"Setting"}, {"Before"}, {"After"}}, setting_rows(diff)));
    }
    for (const auto& [title, rows] : tables_of(diff, all)) {
        std::vector<Column> columns;
        for (const std::string& column : titles()) { columns.push_back({column, columns.size() >= 2}); }
        text += title + "\n" + indented(table_lines(columns, rows));
    }
    for (const auto& [title, items] : one_sided(diff, names)) {
        text += printable(title) + "\n" + indented(wrapped(names_text(items, all), width));
    }
    if (!diff.removed_assumptions.empty()) { text += "No longer assumed\n" + indented(diff.removed_assumptions); }
    if (!diff.added_assumptions.empty()) { text += "Now assumed\n" + indented(diff.added_assumptions); }
    for (const std::string& remark : remarks(diff)) {
        for (const std::string& line : wrapped(remark, width)) { text += line + "\n"; }
    }
    return text;
}

std::string diff_to_markdown(const ResultsDiff& diff, const DiffNames& names, bool all) {
    std::string text = fmt::format("# {} → {}\n\n", markdown_escaped(names.before), markdown_escaped(names.after));
    if (!diff.settings.empty()) { text += markdown_table({"Setting", "Before", "After"}, setting_rows(diff)); }
    for (const auto& [title, rows] : tables_of(diff, all)) {
        text += fmt::format("## {}\n\n{}", title, markdown_table(titles(), rows));
    }
    for (const auto& [title, items] : one_sided(diff, names)) {
        text += fmt::format("## {}\n\n{}\n\n", markdown_escaped(title), markdown_escaped(names_text(items, all)));
    }
    const auto list = [&](const std::string& title, const Cells& sentences) {
        if (sentences.empty()) { return; }
        text += fmt::format("## {}\n\n", title);
        for (const std::string& sentence : sentences) { text += fmt::format("- {}\n", markdown_escaped(sentence)); }
        text += "\n";
    };
    list("No longer assumed", diff.removed_assumptions);
    list("Now assumed", diff.added_assumptions);
    for (const std::string& remark : remarks(diff)) { text += markdown_escaped(remark) + "\n\n"; }
    text.pop_back();
    return text;
}

}  // namespace nines::report
