// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <limits>

#include "models/charts/comparison.hpp"
#include "models/charts/table.hpp"
#include "models/paper/clean.hpp"
#include "models/paper/make_paper.hpp"
#include "models/paper/markdown.hpp"
#include "models/paper/wire.hpp"
#include "tests/models/compare/designs.hpp"

namespace nines::paper {

namespace {

using compare::Comparison;
using compare::comparison_of;
using compare::options_of;
using compare::pool;

std::vector<std::string> ids_of(const Paper& paper) {
    std::vector<std::string> ids;
    for (const Section& section : paper.sections) ids.push_back(section.id);
    return ids;
}

Paper paper_of(const Comparison& comparison) {
    return make_paper(comparison, std::vector<DesignSource>(comparison.designs.size()),
                      {.question = {}, .command = "nines report a.toml"});
}

/// A design with these two figures.
compare::ComparedDesign placed(const std::string& name, double down, double cost) {
    compare::ComparedDesign design{.name = name, .results = {}, .changes = {}};
    design.results.run.trials = 100;
    design.results.metrics = {{.subject = "service:shop",
                               .metric = "downtime_per_year",
                               .unit = "s_per_year",
                               .estimate = down,
                               .low = down,
                               .high = down,
                               .n = 100},
                              {.subject = "scenario:design",
                               .metric = "outages_per_year",
                               .unit = "per_year",
                               .estimate = cost,
                               .low = cost,
                               .high = cost,
                               .n = 100}};
    return design;
}

}  // namespace

TEST_CASE("A paper goes from the question to where its figures come from") {
    const Paper paper = paper_of(comparison_of({pool(1), pool(2)}, options_of(200)));
    CHECK(ids_of(paper) == std::vector<std::string>{"question", "designs", "answer", "figures", "charts", "why-1",
                                                    "why-2", "changes", "assumptions", "verification", "provenance"});
}

TEST_CASE("The answer stands under the question") {
    const Paper paper = paper_of(comparison_of({pool(1), pool(2)}, options_of(200)));
    const auto* lead = std::get_if<Paragraph>(&paper.sections.front().blocks.at(1));
    REQUIRE(lead != nullptr);
    CHECK(lead->tone == Paragraph::Tone::answer);
    CHECK(lead->text.find("a year less than") != std::string::npos);
}

TEST_CASE("A paper of one design has its figures and no differences") {
    const Paper paper = paper_of(comparison_of({pool(1)}, options_of(200)));
    const auto ids = ids_of(paper);
    CHECK(std::find(ids.begin(), ids.end(), "changes") == ids.end());
    CHECK(std::find(ids.begin(), ids.end(), "figures") != ids.end());
    CHECK(paper.sections.front().blocks.size() == 2);
}

TEST_CASE("Each table of a paper is as wide as its head") {
    const Paper paper = paper_of(comparison_of({pool(1), pool(2), pool(3)}, options_of(200)));
    for (const Section& section : paper.sections) {
        for (const Block& block : section.blocks) {
            const auto* table = std::get_if<Table>(&block);
            if (table == nullptr) continue;
            for (const auto& row : table->rows) CHECK(row.size() == table->columns.size());
        }
    }
}

TEST_CASE("A paper that is handed over comes back the same, infinite numbers too") {
    Paper paper = paper_of(comparison_of({pool(1), pool(2)}, options_of(200)));
    charts::Chart chart;
    chart.value.cut = std::numeric_limits<double>::infinity();
    chart.series = {{.name = charts::literal("x"), .points = {{.at = 0.1, .value = std::nan("")}}}};
    paper.sections.back().blocks.emplace_back(Figure{chart});
    const std::string bytes = to_wire(paper);
    const auto back = from_wire(bytes);
    REQUIRE(back);
    CHECK(to_wire(*back) == bytes);
    CHECK(to_markdown(*back) == to_markdown(paper));
}

TEST_CASE("What is no paper is refused") {
    CHECK_FALSE(from_wire(""));
    CHECK_FALSE(from_wire("{}"));
    const std::string bytes = to_wire(paper_of(comparison_of({pool(1)}, options_of(50))));
    CHECK_FALSE(from_wire(bytes.substr(0, bytes.size() / 2)));
}

TEST_CASE("Text is cleaned of everything that does more than be read") {
    CHECK(clean("a\nb\tc") == "a b c");
    CHECK(clean("a\x1b[31mb") == "a\xEF\xBF\xBD[31mb");
    CHECK(clean("\xE2\x80\xAE"
                "abc") ==
          "\xEF\xBF\xBD"
          "abc");                                                            // U+202E turns what follows
    CHECK(clean("\xD7\xA9\xD7\x9C") == "\xD7\xA9\xD7\x9C");                  // Hebrew letters stay
    CHECK(clean("\xC0\xAF\xFF") == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");  // no UTF-8
    CHECK(clean("\xF0\x9F\x92\xBE") == "\xF0\x9F\x92\xBE");
}

TEST_CASE("Markdown of a hostile name cannot break its table") {
    Comparison comparison = comparison_of({pool(1), pool(2)}, options_of(50));
    comparison.designs[0].name = "a | <b> & `c` # \n# d";
    const std::string text = to_markdown(paper_of(comparison));
    CHECK(text.find("<b>") == std::string::npos);
    CHECK(text.find("\n# d") == std::string::npos);
    CHECK(text.find("a \\| &lt;b\\> &amp; \\`c\\` \\#  \\# d") != std::string::npos);
}

TEST_CASE("A design that another one beats in both figures is said to be beaten") {
    Comparison comparison;
    comparison.designs = {placed("cheap", 100.0, 1.0), placed("good", 10.0, 5.0), placed("bad", 120.0, 6.0)};
    const auto chart = charts::trade_off_chart(comparison, {"service:shop", "downtime_per_year"},
                                               {"scenario:design", "outages_per_year"});
    REQUIRE(chart.series.size() == 3);
    CHECK(charts::plain(chart.series[0].name) == "1: cheap");
    CHECK(charts::plain(chart.series[1].name) == "2: good");
    CHECK(charts::plain(chart.series[2].name) == "3: bad (beaten in both)");
}

TEST_CASE("Differences are drawn from the first design, with the zone that does not matter") {
    compare::CompareOptions options = options_of(500);
    options.indifference = {{"downtime_per_year", 3600.0, false}};
    const Comparison comparison = comparison_of({pool(1), pool(2)}, options);
    const auto chart = charts::differences_chart(comparison, "service:shop", "downtime_per_year");
    REQUIRE(chart.series.size() == 1);
    const auto* row = compare::find_difference(comparison, "service:shop", "downtime_per_year", 0, 1);
    REQUIRE(row != nullptr);
    const charts::Point& point = chart.series[0].points.at(0);
    CHECK(charts::plain(chart.first.categories.at(0)) == "Design 2 less design 1");
    CHECK(point.value == -row->estimate);
    CHECK(point.low == -row->high);
    CHECK(point.high == -row->low);
    REQUIRE(chart.rules.size() == 3);
    CHECK(chart.rules[1].at == -3600.0);
    CHECK(chart.rules[2].at == 3600.0);
}

TEST_CASE("The table beside a chart has its first and its last point and no empty column") {
    const Comparison comparison = comparison_of({pool(1), pool(2)}, options_of(500));
    const auto chart = charts::designs_outages_chart(comparison, "service:shop");
    REQUIRE(chart.series.size() == 2);
    const auto table = charts::table_of(chart, 5);
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        CHECK(std::any_of(table.rows.begin(), table.rows.end(), [&](const auto& row) { return !row[c].empty(); }));
    }
    REQUIRE(table.rows.size() == 10);
    CHECK(table.rows[4][2] == "100 %");  // all outages are at most as long as the longest
}

}  // namespace nines::paper
