// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/paper/ground_sections.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "models/report/summary.hpp"
#include "models/report/verification.hpp"
#include "models/results/number_text.hpp"

namespace nines::paper {
namespace {

using compare::Change;
using compare::Comparison;

constexpr std::size_t most_changes = 60;

std::string numbered(const Comparison& comparison, std::size_t design) {
    return fmt::format("{}. {}", design + 1, comparison.designs[design].name);
}

std::string word_of(Change::What what) {
    switch (what) {
        case Change::What::added: return "added";
        case Change::What::removed: return "removed";
        case Change::What::changed: return "changed";
    }
    return {};
}

/// Not said: the default holds.
std::string side(const Change& change, const std::string& value) {
    const bool is_whole = change.path.empty();
    return value.empty() && !is_whole ? "(not said)" : value;
}

bool is_assumed_by_all(const Comparison& comparison, const std::string& assumption) {
    return std::all_of(comparison.designs.begin(), comparison.designs.end(), [&](const auto& design) {
        const auto& own = design.results.assumptions;
        return std::find(own.begin(), own.end(), assumption) != own.end();
    });
}

void add_list(Section& section, const std::string& heading, std::vector<std::string> items) {
    if (items.empty()) return;
    if (!heading.empty()) section.blocks.emplace_back(Heading{heading});
    section.blocks.emplace_back(List{std::move(items)});
}

std::string joined(const std::vector<std::string>& lines) {
    return fmt::format("{}", fmt::join(lines, " "));
}

void add_remarks(Section& section, const Comparison& comparison) {
    std::vector<std::string> remarks;
    for (const auto& design : comparison.designs) {
        for (const auto& diagnostic : design.results.diagnostics) {
            std::string remark = joined(report::diagnostic_lines(design.results, diagnostic));
            if (std::find(remarks.begin(), remarks.end(), remark) == remarks.end())
                remarks.push_back(std::move(remark));
        }
    }
    add_list(section, "Remarks on the model", std::move(remarks));
}

Table verified_table(const results::Results& results) {
    Table table{.caption = "Estimates beside exact figures",
                .columns = {{.title = "Subject"},
                            {.title = "Figure"},
                            {.title = "Estimate", .right = true},
                            {.title = "Exact", .right = true},
                            {.title = "z", .right = true}},
                .rows = {}};
    for (const report::Verified& row : report::verified_rows(results)) {
        table.rows.push_back({row.subject, row.figure, row.estimate, row.exact, row.z + (row.is_off ? " !" : "")});
    }
    return table;
}

}  // namespace

Section changes_section(const Comparison& comparison) {
    Section section{.id = "changes", .title = "What the designs differ by"};
    for (std::size_t d = 1; d < comparison.designs.size(); ++d) {
        const auto& changes = comparison.designs[d].changes;
        section.blocks.emplace_back(Heading{fmt::format("From design 1 to {}", numbered(comparison, d))});
        if (changes.empty()) {
            section.blocks.emplace_back(Paragraph{"Nothing differs."});
            continue;
        }
        Table table{.caption = fmt::format("{} differences", results::count_text(changes.size())),
                    .columns = {{.title = "Thing"},
                                {.title = "Key"},
                                {.title = ""},
                                {.title = "Design 1"},
                                {.title = fmt::format("Design {}", d + 1)}},
                    .rows = {}};
        for (std::size_t i = 0; i < std::min(changes.size(), most_changes); ++i) {
            const Change& change = changes[i];
            table.rows.push_back({change.thing, change.path, word_of(change.what), side(change, change.before),
                                  side(change, change.after)});
        }
        section.blocks.emplace_back(std::move(table));
        if (changes.size() > most_changes) {
            section.blocks.emplace_back(
                Paragraph{fmt::format("And {} more.", results::count_text(changes.size() - most_changes)),
                          Paragraph::Tone::note});
        }
    }
    return section;
}

Section assumptions_section(const Comparison& comparison) {
    Section section{.id = "assumptions", .title = "Assumptions"};
    std::vector<std::string> shared;
    for (const std::string& assumption : comparison.designs.front().results.assumptions) {
        if (is_assumed_by_all(comparison, assumption)) shared.push_back(assumption);
    }
    add_list(section, comparison.designs.size() > 1 ? "Of all designs" : "", std::move(shared));
    for (std::size_t d = 0; d < comparison.designs.size(); ++d) {
        std::vector<std::string> own;
        for (const std::string& assumption : comparison.designs[d].results.assumptions) {
            if (!is_assumed_by_all(comparison, assumption)) own.push_back(assumption);
        }
        add_list(section, "Of " + numbered(comparison, d), std::move(own));
    }
    add_remarks(section, comparison);
    return section;
}

Section verification_section(const Comparison& comparison) {
    Section section{.id = "verification", .title = "Verification"};
    for (std::size_t d = 0; d < comparison.designs.size(); ++d) {
        const results::Results& results = comparison.designs[d].results;
        if (!results.solved) continue;
        if (comparison.designs.size() > 1) section.blocks.emplace_back(Heading{numbered(comparison, d)});
        for (const std::string& line : report::verification_lines(results)) {
            section.blocks.emplace_back(Paragraph{line});
        }
        Table table = verified_table(results);
        if (!table.rows.empty()) section.blocks.emplace_back(std::move(table));
        add_list(section, "", results.solved->missing);
    }
    if (section.blocks.empty()) {
        section.blocks.emplace_back(
            Paragraph{"No exact figures stand beside these estimates: they were not asked for, or not found in time."});
    } else {
        section.blocks.emplace_back(
            Paragraph{"z: by how many standard errors the estimate lies off the exact figure; beyond 4.5 is no chance.",
                      Paragraph::Tone::note});
    }
    return section;
}

Section provenance_section(const Comparison& comparison, const std::string& command) {
    Section section{.id = "provenance", .title = "Where this comes from"};
    const results::RunInfo& run = comparison.designs.front().results.run;
    Table table{.caption = "The run", .columns = {{.title = ""}, {.title = ""}}, .rows = {}};
    table.rows = {
        {"Program", "Nines " + run.version},
        {"Seed", fmt::format("{}", run.seed)},
        {"Trials", fmt::format("{} of {} each", results::count_text(run.trials), results::duration_text(run.horizon))},
        {"Confidence", fmt::format("{:.6g} %", 100.0 * run.confidence)}};
    if (run.steady) table.rows.push_back({"Span", "the long run"});
    if (run.stopped == "interrupted") table.rows.push_back({"Ended", "interrupted"});
    section.blocks.emplace_back(std::move(table));
    Table files{.caption = "The scenarios",
                .columns = {{.title = "Design"}, {.title = "File"}, {.title = "SHA-256"}},
                .rows = {}};
    for (std::size_t d = 0; d < comparison.designs.size(); ++d) {
        const results::ScenarioInfo& scenario = comparison.designs[d].results.scenario;
        files.rows.push_back({numbered(comparison, d), scenario.file, scenario.sha256});
    }
    section.blocks.emplace_back(std::move(files));
    if (!command.empty()) {
        section.blocks.emplace_back(Paragraph{"The same again, bit for bit, with the same version:"});
        section.blocks.emplace_back(Code{command});
    }
    return section;
}

}  // namespace nines::paper
