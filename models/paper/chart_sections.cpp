// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/paper/chart_sections.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include <fmt/format.h>

#include "models/charts/catalogue.hpp"
#include "models/charts/comparison.hpp"
#include "models/charts/designs.hpp"
#include "models/charts/outage_timeline.hpp"
#include "models/observe/trace.hpp"
#include "models/report/chains.hpp"
#include "models/report/outage_story.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/number_text.hpp"

namespace nines::paper {
namespace {

using charts::Chart;
using charts::Source;
using compare::Comparison;

constexpr std::size_t most_subjects = 3;  ///< With charts of their own, of each kind.
constexpr std::size_t most_chains = 8;
constexpr std::size_t most_steps = 24;  ///< Of an outage's story.

void add(Section& section, Chart chart) {
    if (!chart.is_empty()) section.blocks.emplace_back(Figure{std::move(chart)});
}

std::vector<std::string> first_few(std::vector<std::string> subjects) {
    if (subjects.size() > most_subjects) subjects.resize(most_subjects);
    return subjects;
}

/// Of the first design; what only others have is not compared.
std::vector<std::string> subjects_of(const Comparison& comparison, const char* kind) {
    return first_few(results::subjects_of(comparison.designs.front().results, kind));
}

bool is_known(const Comparison& comparison, const charts::Criterion& criterion) {
    const results::Results& first = comparison.designs.front().results;
    return results::find_metric(first, criterion.subject, criterion.metric) != nullptr;
}

void add_trade_offs(Section& section, const Comparison& comparison) {
    const charts::Criterion cost{"scenario:design", "cost_per_year"};
    const auto services = subjects_of(comparison, "service");
    const auto stores = subjects_of(comparison, "store");
    if (services.empty()) return;
    const charts::Criterion down{services.front(), "downtime_per_year"};
    if (is_known(comparison, cost)) add(section, charts::trade_off_chart(comparison, cost, down));
    if (stores.empty()) return;
    const charts::Criterion loss{stores.front(), "data_loss_mean"};
    if (is_known(comparison, cost)) add(section, charts::trade_off_chart(comparison, cost, loss));
    add(section, charts::trade_off_chart(comparison, down, loss));
}

void add_side_by_side(Section& section, const Comparison& comparison) {
    for (const std::string& service : subjects_of(comparison, "service")) {
        add(section, charts::designs_availability_chart(comparison, service));
        add(section, charts::differences_chart(comparison, service, "downtime_per_year"));
        add(section, charts::designs_downtime_chart(comparison, service));
        add(section, charts::designs_outages_chart(comparison, service));
        add(section, charts::designs_recovery_chart(comparison, service));
    }
    for (const std::string& store : subjects_of(comparison, "store")) {
        add(section, charts::designs_data_loss_chart(comparison, store));
        add(section, charts::differences_chart(comparison, store, "data_loss_mean"));
    }
    add_trade_offs(section, comparison);
}

void add_own(Section& section, const results::Results& results, std::initializer_list<std::string_view> ids) {
    for (const std::string_view id : ids) {
        const charts::ChartEntry* entry = charts::find_chart(id);
        if (entry == nullptr) continue;
        for (const std::string& subject : first_few(charts::subjects_for(*entry, results))) {
            add(section, entry->make(Source{.results = results, .subject = subject}));
        }
    }
}

void add_chains(Section& section, const results::Results& results) {
    for (const std::string& service : first_few(results::subjects_of(results, "service"))) {
        const auto chains = report::readable_chains(results.chains, service);
        if (chains.empty()) continue;
        Table table{
            .caption = fmt::format("Why {} was down: chains of events, first cause first", results::name_of(service)),
            .columns = {{.title = "Share", .right = true},
                        {.title = "Downtime per year", .right = true},
                        {.title = "Outages seen", .right = true},
                        {.title = "Chain"}},
            .rows = {}};
        for (std::size_t i = 0; i < std::min(chains.size(), most_chains); ++i) {
            table.rows.push_back(
                {results::percent_text(chains[i].share), results::duration_text(chains[i].downtime_per_year),
                 results::count_text(chains[i].outages), fmt::format("{}", fmt::join(chains[i].cause, " → "))});
        }
        section.blocks.emplace_back(std::move(table));
        if (chains.size() > most_chains) {
            section.blocks.emplace_back(
                Paragraph{fmt::format("And {} more chains.", chains.size() - most_chains), Paragraph::Tone::note});
        }
    }
}

/// The trial with the longest outage of the first service; null: there was none.
const results::NotableTrial* longest_of(const results::Results& results) {
    const auto services = results::subjects_of(results, "service");
    if (services.empty()) return nullptr;
    for (const results::NotableTrial& trial : results.notable) {
        const bool is_longest = trial.reason == results::NotableTrial::Reason::longest_outage;
        if (is_longest && trial.subject == services.front()) return &trial;
    }
    return nullptr;
}

void add_longest_outage(Section& section, const results::Results& results, const results::Study& study) {
    const results::NotableTrial* notable = longest_of(results);
    if (notable == nullptr) return;
    const observe::Timeline timeline(std::make_shared<const compile::Program>(study.program),
                                     observe::trace_trial(study.program, results.run.seed, notable->trial));
    const observe::Outage* longest = nullptr;
    for (const observe::Outage& outage : timeline.outages()) {
        if (timeline.courses()[outage.course].subject != notable->subject) continue;
        if (longest == nullptr || outage.to - outage.from > longest->to - longest->from) longest = &outage;
    }
    if (longest == nullptr) return;
    add(section, charts::outage_timeline_chart(timeline, *longest));
    section.blocks.emplace_back(Heading{fmt::format("How the longest outage of {} came and went (trial {})",
                                                    results::name_of(notable->subject), notable->trial)});
    List story;
    for (const report::StoryLine& line : report::story_of(timeline, *longest, most_steps)) {
        story.items.push_back(wording::plain(line.words));
    }
    section.blocks.emplace_back(std::move(story));
}

}  // namespace

Section charts_section(const Comparison& comparison) {
    Section section{.id = "charts", .title = "Charts"};
    if (comparison.designs.size() > 1) {
        add_side_by_side(section, comparison);
        return section;
    }
    add_own(section, comparison.designs.front().results,
            {"availability", "downtime_distribution", "outage_duration", "recovery_time", "data_loss",
             "point_availability"});
    return section;
}

std::vector<Section> design_sections(const Comparison& comparison, const std::vector<DesignSource>& sources) {
    std::vector<Section> sections;
    for (std::size_t d = 0; d < comparison.designs.size(); ++d) {
        const auto& design = comparison.designs[d];
        Section section{.id = fmt::format("why-{}", d + 1),
                        .title = comparison.designs.size() == 1
                                     ? "Why it is down, and how it comes back"
                                     : fmt::format("Why design {} is down, and how it comes back", d + 1)};
        if (comparison.designs.size() > 1) section.blocks.emplace_back(Paragraph{design.name + "."});
        add_own(section, design.results, {"downtime_causes"});
        add_chains(section, design.results);
        add_own(section, design.results, {"recovery_stages", "data_loss_causes", "importance"});
        if (sources[d].study != nullptr) add_longest_outage(section, design.results, *sources[d].study);
        sections.push_back(std::move(section));
    }
    return sections;
}

}  // namespace nines::paper
