// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/comparison_markdown.hpp"

#include <fmt/format.h>

#include "models/compare/answer.hpp"
#include "models/report/comparison_table.hpp"
#include "models/report/markdown.hpp"
#include "models/results/metric_catalogue.hpp"

namespace nines::report {

namespace {

using compare::Comparison;
using wording::plain;

std::string name_of(const Comparison& comparison, std::size_t design) {
    return fmt::format("{}. {}", design + 1, markdown_escaped(comparison.designs[design].name));
}

std::string designs_section(const Comparison& comparison) {
    std::string text = markdown_head({"Design", "File"});
    for (std::size_t d = 0; d < comparison.designs.size(); ++d) {
        text += markdown_row({name_of(comparison, d), markdown_escaped(comparison.designs[d].results.scenario.file)});
    }
    return text + "\n";
}

std::string table_section(const Comparison& comparison, const ComparisonTable& table) {
    std::string text =
        fmt::format("### {}: {}\n\n", markdown_escaped(results::name_of(table.subject)), plain(table.title));
    text += markdown_head({"Design", "Estimate", "Interval", "Difference to 1", "Interval", "Better in", ""});
    for (const ComparedFigure& figure : table.figures) {
        text += markdown_row({name_of(comparison, figure.design),
                              plain(figure.value) + (figure.unreliable ? " \\~" : ""), plain(figure.interval),
                              plain(figure.difference), plain(figure.bounds), figure.better_in, plain(figure.verdict)});
    }
    text += "\n";
    for (const PairLine& pair : other_pairs(comparison, table)) text += fmt::format("- {}\n", plain(pair.text));
    return text + "\n";
}

std::string changes_section(const Comparison& comparison, std::size_t design) {
    const auto& changes = comparison.designs[design].changes;
    std::string text = fmt::format("### From 1 to {}\n\n", design + 1);
    if (changes.empty()) return text + "Nothing differs.\n\n";
    for (const compare::Change& change : changes) text += fmt::format("- {}\n", markdown_escaped(to_text(change)));
    return text + "\n";
}

}  // namespace

std::string to_markdown(const Comparison& comparison) {
    std::string text = fmt::format("# Comparison\n\n{}.\n\n", plain(comparison_experiment(comparison)));
    for (const std::string& sentence : compare::answer(comparison)) text += markdown_escaped(sentence) + "\n\n";
    text += designs_section(comparison);
    for (const ComparisonTable& table : comparison_tables(comparison)) text += table_section(comparison, table);
    for (std::size_t d = 1; d < comparison.designs.size(); ++d) text += changes_section(comparison, d);
    text += fmt::format("{}\n\n", plain(comparison_reading(comparison)));
    for (const std::string& note : comparison.notes) text += fmt::format("- {}\n", markdown_escaped(note));
    const results::Results& first = comparison.designs.front().results;
    return text + fmt::format("<sub>nines {}</sub>\n", markdown_escaped(first.run.version));
}

}  // namespace nines::report
