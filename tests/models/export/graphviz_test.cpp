// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/graphviz.hpp"

#include <algorithm>
#include <string>

#include "tests/catch.hpp"
#include "tests/models/export/export_cases.hpp"

using namespace nines;
using namespace nines::exporting_test;

namespace {

const exporting::Heading heading{"Pair \"A\" \\ B", "9.9"};

std::string drawing_of(std::string_view toml) {
    const auto program = program_of(toml);
    return std::get<std::string>(exporting::graphviz(chain_of(program), heading));
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// Quotes and braces that are not inside quotes come in pairs.
bool is_balanced(const std::string& text) {
    bool in_quotes = false;
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (in_quotes && text[i] == '\\') {
            ++i;
        } else if (text[i] == '"') {
            in_quotes = !in_quotes;
        } else if (!in_quotes) {
            depth += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
        }
        if (depth < 0) return false;
    }
    return !in_quotes && depth == 0;
}

}  // namespace

TEST_CASE("a drawing says in words what is down, what happens and how often", "[export]") {
    const std::string drawing = drawing_of(one_repairer);
    CHECK(is_balanced(drawing));
    CHECK(has(drawing, "digraph \"Pair \\\"A\\\" \\\\ B\" {\n"));
    CHECK(has(drawing, "  s0 [label=\"all well\", peripheries=2];\n"));
    CHECK(has(drawing, "  s1 [label=\"1 of 2 pair: in repair\\nboth is down\", fillcolor=\"#f4cccc\"];\n"));
    CHECK(has(drawing, "1 of 2 pair: waits for a crew\\nsite is down\\nboth is down\", fillcolor=\"#f4cccc\"];\n"));
    // Two of 1000 h each: one failure in 500 h.
    CHECK(has(drawing, "  s0 -> s1 [label=\"pair fails\\n1 per 20 d 20 h\"];\n"));
    CHECK(has(drawing, "  s1 -> s0 [label=\"pair is repaired\\n1 per 10 h\"];\n"));
}

TEST_CASE("a drawing has every state and an arrow for every transition", "[export]") {
    const auto program = program_of(one_repairer);
    const auto chain = chain_of(program);
    const auto drawing = std::get<std::string>(exporting::graphviz(chain, heading));
    std::size_t arrows = 0;
    for (auto at = drawing.find(" -> "); at != std::string::npos; at = drawing.find(" -> ", at + 1)) ++arrows;
    CHECK(arrows == chain.chain().transition_count());
}

TEST_CASE("the phases of an ageing part are told apart, and passing one is no failure", "[export]") {
    const std::string drawing = drawing_of(R"toml(
        format = 1
        [node.fan]
        ttf = "erlang(stages 3, mean 300 h)"
        mttr = "1 h"
        [service.site]
        needs = ["fan"]
    )toml");
    CHECK(has(drawing, "label=\"fan: works, phase 3\"];"));
    CHECK(has(drawing, "label=\"fan ages\\n1 per 4 d 4 h\"];"));
    CHECK(has(drawing, "label=\"fan fails\\n1 per 4 d 4 h\"];"));
}

TEST_CASE("failure modes are told apart in a drawing", "[export]") {
    const std::string drawing = drawing_of(R"toml(
        format = 1
        [[node.box.failure]]
        name = "crash"
        mtbf = "30 d"
        mttr = "5 min"
        [[node.box.failure]]
        name = "disk"
        mtbf = "3 y"
        mttr = "8 h"
        [service.site]
        needs = ["box"]
    )toml");
    CHECK(has(drawing, "label=\"box: crash happens\\n1 per 30 d\""));
    CHECK(has(drawing, "label=\"box: disk in repair\\nsite is down\""));
}

TEST_CASE("roles, crews, parts and common causes are drawn in words", "[export]") {
    const std::string drawing = drawing_of(R"toml(
        format = 1
        [crew.hands]
        size = 1
        travel = "exp(mean 1 h)"
        [node.server]
        mtbf = "1000 h"
        mttr = "10 h"
        repaired_by = "hands"
        [group.pair]
        node = "server"
        count = 2
        active = 1
        spares = { stock = 1, reorder = "exp(mean 7 d)" }
        standby = { mode = "cold", start = "exp(mean 5 min)" }
        [service.site]
        needs = ["pair"]
    )toml");
    CHECK(is_balanced(drawing));
    for (const char* words :
         {"in service", "standing by", "starting", "crew on its way", "waits for a part", ": the crew arrives",
          ": a start ends", ": a part arrives", "spares of pair: 0 of 1 in stock"}) {
        CHECK(has(drawing, words));
    }
}

TEST_CASE("a chain that nobody could read is not drawn", "[export]") {
    const auto program = program_of(shop);
    const auto made = exporting::graphviz(chain_of(program), heading);
    REQUIRE(std::holds_alternative<exact::Refusal>(made));
    CHECK(std::get<exact::Refusal>(made).reason.find("more than the 200") != std::string::npos);
}
