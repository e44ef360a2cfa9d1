// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/paper/make_paper.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "models/compare/answer.hpp"
#include "models/paper/chart_sections.hpp"
#include "models/paper/clean.hpp"
#include "models/paper/ground_sections.hpp"
#include "models/paper/inputs_section.hpp"
#include "models/report/comparison_table.hpp"
#include "models/report/figures.hpp"
#include "models/report/summary.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/number_text.hpp"

namespace nines::paper {
namespace {

using compare::Comparison;
using wording::plain;

/// "A", "B" and "C".
std::string in_a_row(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        text += i == 0 ? "" : i + 1 == names.size() ? " and " : ", ";
        text += fmt::format("\"{}\"", names[i]);
    }
    return text;
}

std::vector<std::string> names_of(const Comparison& comparison) {
    std::vector<std::string> names;
    for (const auto& design : comparison.designs) names.push_back(design.name);
    return names;
}

bool has_stores(const Comparison& comparison) {
    return std::any_of(comparison.designs.begin(), comparison.designs.end(),
                       [](const auto& design) { return !results::subjects_of(design.results, "store").empty(); });
}

std::string question_of(const Comparison& comparison) {
    const std::string horizon = results::duration_text(comparison.designs.front().results.run.horizon);
    const std::string data = has_stores(comparison) ? ", how fast it comes back and how much data it loses" : "";
    if (comparison.designs.size() == 1) {
        return fmt::format("How available is {} over {}{}?", in_a_row(names_of(comparison)), horizon,
                           data.empty() ? " and what brings it down" : data);
    }
    return fmt::format("Which of {} is down least over {}, by how much, and how sure is that?",
                       in_a_row(names_of(comparison)), horizon);
}

std::string title_of(const Comparison& comparison) {
    if (comparison.designs.size() == 1) return comparison.designs.front().name;
    return fmt::format("{} designs compared", comparison.designs.size());
}

std::string experiment_of(const Comparison& comparison) {
    if (comparison.designs.size() == 1) return report::experiment_text(comparison.designs.front().results.run);
    return wording::plain(report::comparison_experiment(comparison));
}

Section opening(const Comparison& comparison, const std::vector<std::string>& sentences, const std::string& question) {
    Section section{.id = "question", .title = {}};
    section.blocks.emplace_back(Paragraph{question.empty() ? question_of(comparison) : question});
    if (!sentences.empty()) section.blocks.emplace_back(Paragraph{sentences.front(), Paragraph::Tone::answer});
    return section;
}

Section designs_section(const Comparison& comparison, const std::vector<DesignSource>& sources) {
    const bool is_one = comparison.designs.size() == 1;
    Section section{.id = "designs", .title = is_one ? "The design" : "The designs"};
    for (std::size_t d = 0; d < comparison.designs.size(); ++d) {
        const auto& design = comparison.designs[d];
        if (!is_one) section.blocks.emplace_back(Heading{fmt::format("{}. {}", d + 1, design.name)});
        if (!sources[d].path.empty()) {
            section.blocks.emplace_back(
                Drawing{fmt::format("Drawing of \"{}\": where its parts are and what depends on what.", design.name),
                        sources[d].path, sources[d].text});
        }
        section.blocks.emplace_back(
            Paragraph{fmt::format("From {}.", design.results.scenario.file), Paragraph::Tone::note});
    }
    return section;
}

Section answer_section(const Comparison& comparison, const std::vector<std::string>& sentences) {
    Section section{.id = "answer", .title = "The answer"};
    for (const std::string& sentence : sentences) section.blocks.emplace_back(Paragraph{sentence});
    for (const auto& design : comparison.designs) {
        for (const std::string& service : results::subjects_of(design.results, "service")) {
            if (const auto quiet = report::no_outage_text(design.results, service)) {
                section.blocks.emplace_back(
                    Paragraph{fmt::format("{}: {}", design.name, *quiet), Paragraph::Tone::note});
            }
        }
    }
    return section;
}

Table table_of(const Comparison& comparison, const report::ComparisonTable& source) {
    Table table{.caption = fmt::format("{}: {}", results::name_of(source.subject), plain(source.title)),
                .columns = {},
                .rows = {}};
    table.columns = {{.title = "Design"},
                     {.title = "Estimate", .right = true},
                     {.title = "Interval", .right = true},
                     {.title = "Difference to 1", .right = true},
                     {.title = "Interval of it", .right = true},
                     {.title = "Better in", .right = true},
                     {.title = "Verdict"}};
    for (const report::ComparedFigure& figure : source.figures) {
        table.rows.push_back({fmt::format("{}. {}", figure.design + 1, comparison.designs[figure.design].name),
                              plain(figure.value) + (figure.unreliable ? " ~" : ""), plain(figure.interval),
                              plain(figure.difference), plain(figure.bounds), figure.better_in, plain(figure.verdict)});
    }
    return table;
}

void add_differences(Section& section, const Comparison& comparison) {
    for (const report::ComparisonTable& source : report::comparison_tables(comparison)) {
        section.blocks.emplace_back(table_of(comparison, source));
        List pairs;
        for (const report::PairLine& pair : report::other_pairs(comparison, source))
            pairs.items.push_back(plain(pair.text));
        if (!pairs.items.empty()) section.blocks.emplace_back(std::move(pairs));
    }
    section.blocks.emplace_back(Paragraph{plain(report::comparison_reading(comparison)), Paragraph::Tone::note});
    for (const std::string& note : comparison.notes) {
        section.blocks.emplace_back(Paragraph{note + ".", Paragraph::Tone::note});
    }
}

Table figures_table(const results::Results& results, const std::string& subject) {
    Table table{.caption = std::string(results::name_of(subject)), .columns = {}, .rows = {}};
    table.columns = {{.title = "Figure"},
                     {.title = "Estimate", .right = true},
                     {.title = "Interval", .right = true},
                     {.title = "n", .right = true}};
    for (const report::Figure& figure : report::figures_of(results, subject)) {
        table.rows.push_back(
            {figure.title, figure.value, figure.interval + (figure.unreliable ? " ~" : ""), figure.count});
    }
    return table;
}

Section figures_section(const Comparison& comparison) {
    const bool is_one = comparison.designs.size() == 1;
    Section section{.id = "figures", .title = is_one ? "Figures" : "The comparison"};
    if (!is_one) {
        add_differences(section, comparison);
    } else {
        const results::Results& results = comparison.designs.front().results;
        for (const char* kind : {"service", "store"}) {
            for (const std::string& subject : results::subjects_of(results, kind)) {
                section.blocks.emplace_back(figures_table(results, subject));
            }
        }
    }
    const bool is_doubtful = std::any_of(comparison.designs.begin(), comparison.designs.end(),
                                         [](const auto& design) { return report::any_doubtful(design.results); });
    if (is_doubtful) section.blocks.emplace_back(Paragraph{report::unreliable_note(), Paragraph::Tone::note});
    return section;
}

}  // namespace

Paper make_paper(const Comparison& comparison, const std::vector<DesignSource>& sources, const PaperOptions& options) {
    const results::RunInfo& run = comparison.designs.front().results.run;
    const std::vector<std::string> sentences = compare::answer(comparison);
    Paper paper;
    paper.title = title_of(comparison);
    paper.subtitle = experiment_of(comparison) + ".";
    paper.footer = fmt::format("Nines {}, seed {}", run.version, run.seed);
    paper.sections.push_back(opening(comparison, sentences, options.question));
    paper.sections.push_back(designs_section(comparison, sources));
    paper.sections.push_back(answer_section(comparison, sentences));
    paper.sections.push_back(figures_section(comparison));
    paper.sections.push_back(charts_section(comparison));
    for (Section& section : design_sections(comparison, sources)) paper.sections.push_back(std::move(section));
    if (auto section = inputs_section(comparison, sources)) paper.sections.push_back(std::move(*section));
    paper.sections.push_back(changes_section(comparison));
    paper.sections.push_back(assumptions_section(comparison));
    paper.sections.push_back(verification_section(comparison));
    paper.sections.push_back(provenance_section(comparison, options.command));
    std::erase_if(paper.sections, [](const Section& section) { return section.blocks.empty(); });
    clean_all(paper);
    return paper;
}

}  // namespace nines::paper
