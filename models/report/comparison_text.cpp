// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/comparison_text.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "models/report/comparison_table.hpp"
#include "models/report/layout.hpp"
#include "models/report/page.hpp"
#include "models/report/summary.hpp"
#include "models/results/metric_catalogue.hpp"

namespace nines::report {

namespace {

using compare::Comparison;
using wording::plain;

constexpr std::size_t most_changes = 12;

std::string label(const Comparison& comparison, std::size_t design) {
    return fmt::format("{}  {}", design + 1, printable(comparison.designs[design].name));
}

std::string first_service(const Comparison& comparison) {
    const auto services = results::subjects_of(comparison.designs.front().results, "service");
    return services.empty() ? std::string() : services.front();
}

void write_designs(Page& page, const Comparison& comparison) {
    write_heading(page, "Designs");
    const std::string service = first_service(comparison);
    std::vector<std::vector<std::string>> rows;
    for (std::size_t d = 0; d < comparison.designs.size(); ++d) {
        const compare::ComparedDesign& design = comparison.designs[d];
        rows.push_back({fmt::format("{}", d + 1), shortened(printable(design.name), 44),
                        service.empty() ? "" : design_summary(design, service),
                        shortened(printable(design.results.scenario.file), 40)});
    }
    for (const std::string& line :
         table_lines({{"", true}, {"Design", false}, {"Availability", true}, {"File", false}}, rows)) {
        page.line("  " + line);
    }
}

void write_table(Page& page, const Comparison& comparison, const ComparisonTable& table) {
    page.line();
    page.line("  " + page.bold(plain(table.title)));
    std::vector<std::vector<std::string>> rows;
    for (const ComparedFigure& figure : table.figures) {
        rows.push_back({shortened(label(comparison, figure.design), 26),
                        plain(figure.value) + (figure.unreliable ? " ~" : ""), plain(figure.difference),
                        plain(figure.bounds), figure.better_in, plain(figure.verdict)});
    }
    // On a narrow page the bounds get lines of their own.
    const std::vector<Column> columns = {{"", false},     {"Estimate", true},  {"Difference", true},
                                         {"from", false}, {"Better in", true}, {"", false}};
    const auto lines = table_lines(columns, rows);
    const bool fits = std::all_of(lines.begin(), lines.end(), [&](const std::string& line) {
        return columns_of(line) + 4 <= page.options().width;
    });
    if (fits) {
        page.line("    " + page.faint(lines.front()));
        for (std::size_t i = 1; i < lines.size(); ++i) page.line("    " + lines[i]);
        return;
    }
    for (const ComparedFigure& figure : table.figures) {
        const std::string mark = figure.unreliable ? " ~" : "";
        page.line(fmt::format("    {}: {}{}  ({})", shortened(label(comparison, figure.design), 40),
                              page.bold(plain(figure.value)), mark, plain(figure.interval)));
        if (figure.difference.empty()) continue;
        const std::string bounds = figure.bounds.empty() ? "" : fmt::format(" ({})", plain(figure.bounds));
        const std::string share = figure.better_in.empty() ? "" : fmt::format("; better in {}", figure.better_in);
        page.wrapped_lines(fmt::format("{}{}{}: {}", plain(figure.difference), bounds, share, plain(figure.verdict)),
                           "         ");
    }
}

void write_tables(Page& page, const Comparison& comparison) {
    std::string subject;
    for (const ComparisonTable& table : comparison_tables(comparison)) {
        if (table.subject != subject) {
            subject = table.subject;
            const std::string kind(results::kind_of(subject));
            const std::string name(results::name_of(subject));
            std::string title = kind + " " + printable(name);
            title.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(title.front())));
            write_heading(page, title);
        }
        write_table(page, comparison, table);
        for (const PairLine& pair : other_pairs(comparison, table)) page.wrapped_lines(plain(pair.text), "      ");
    }
}

void write_pairing(Page& page, const Comparison& comparison) {
    const std::string service = first_service(comparison);
    const auto* row = compare::find_difference(comparison, service, "downtime_per_year", 0, 1);
    if (row == nullptr) return;
    page.line();
    page.wrapped_lines(fmt::format("Downtime of 1 and 2. {}", plain(pairing_words(*row))), "  ");
}

void write_changes(Page& page, const Comparison& comparison) {
    for (std::size_t d = 1; d < comparison.designs.size(); ++d) {
        const auto& changes = comparison.designs[d].changes;
        write_heading(page,
                      fmt::format("From 1 to {}: {}", d + 1, changes.empty() ? "nothing differs" : "what differs"));
        const std::size_t shown = changes.size() <= most_changes ? changes.size() : most_changes - 1;
        for (std::size_t i = 0; i < shown; ++i) page.wrapped_lines(printable(compare::to_text(changes[i])), "  ");
        if (shown < changes.size()) page.line(fmt::format("  and {} more", changes.size() - shown));
    }
}

void write_reading(Page& page, const Comparison& comparison) {
    write_heading(page, "How to read this");
    page.wrapped_lines(plain(comparison_reading(comparison)), "  ");
    const auto doubtful = [](const compare::Difference& row) { return row.unreliable; };
    if (std::any_of(comparison.differences.begin(), comparison.differences.end(), doubtful)) {
        page.wrapped_lines(unreliable_note(), "  ");
    }
    for (const std::string& note : comparison.notes) page.wrapped_lines("Note: " + printable(note) + ".", "  ");
}

}  // namespace

std::string to_text(const Comparison& comparison, const TextOptions& options) {
    Page page(options);
    const std::string title = plain(comparison_experiment(comparison));
    for (const std::string& line : wrapped(title, options.width)) page.line(page.bold(line));
    page.line(page.double_rule(std::min(options.width, columns_of(title))));
    write_designs(page, comparison);
    write_tables(page, comparison);
    write_pairing(page, comparison);
    write_changes(page, comparison);
    write_reading(page, comparison);
    return page.take();
}

}  // namespace nines::report
