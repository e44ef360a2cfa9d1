// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/completion.hpp"

#include <algorithm>

#include "models/edit/text_place.hpp"
#include "models/edit/toml_tokens.hpp"
#include "tests/catch.hpp"

using namespace nines;

namespace {

/// A drawing with nodes `web` and `db` and a group `web`.
edit::Topology drawing() {
    edit::Topology topology;
    for (const edit::ThingName& name : {edit::ThingName{"node", "web"}, {"node", "db"}, {"group", "web"}}) {
        edit::Item item;
        item.name = name;
        topology.items.push_back(item);
    }
    return topology;
}

/// Candidates at the mark `|` of a text.
std::vector<std::string> candidates(std::string text) {
    const std::size_t offset = text.find('|');
    text.erase(offset, 1);
    const auto completion = edit::complete_at(text, offset, edit::describe_kinds(), drawing());
    std::vector<std::string> texts;
    for (const edit::Candidate& candidate : completion.candidates) texts.push_back(candidate.text);
    return texts;
}

bool has(const std::vector<std::string>& texts, const std::string& text) {
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

}  // namespace

TEST_CASE("a header is completed with kinds, names and tables within", "[edit][completion]") {
    CHECK(has(candidates("format = 1\n[|"), "group"));
    CHECK(candidates("format = 1\n[gr|") == std::vector<std::string>{"group"});
    CHECK(candidates("format = 1\n[node.web]\n[node.w|") == std::vector<std::string>{"web"});
    CHECK(has(candidates("format = 1\n[balancer.lb.|"), "check"));
    CHECK(candidates("format = 1\n[node.web] |").empty());
}

TEST_CASE("keys that the table has already are not offered again", "[edit][completion]") {
    const auto keys = candidates("format = 1\n[node.web]\nmttr = \"2 h\"\nm|\n");
    CHECK(has(keys, "mtbf"));
    CHECK_FALSE(has(keys, "mttr"));
    CHECK(candidates("m|\nformat = 1\n").empty());
    CHECK(has(candidates("format = 1\n[balancer.lb.check]\n|"), "inter"));
    CHECK(has(candidates("format = 1\n[balancer.lb]\ncheck = { |"), "inter"));
    CHECK_FALSE(has(candidates("format = 1\n[balancer.lb]\ncheck = { inter = \"1 s\", |"), "inter"));
    CHECK(has(candidates("format = 1\n[balancer.lb]\ncheck.|"), "inter"));
}

TEST_CASE("values are completed with words, presets and names, with quotes where there are none",
          "[edit][completion]") {
    CHECK(has(candidates("format = 1\n[group.web]\nstandby = |"), "\"cold\""));
    CHECK(candidates("format = 1\n[group.web]\nstandby = \"co|") == std::vector<std::string>{"cold"});
    CHECK(has(candidates("format = 1\n[node.web]\npreset = \"cloud|"), "cloud-vm"));
    CHECK(candidates("format = 1\n[node.web]\n[node.db]\n[group.a]\nnode = \"w|") == std::vector<std::string>{"web"});
    CHECK(has(candidates("format = 1\n[group.web]\n[service.s]\nneeds = [\"2 of |"), "web"));
    CHECK(has(candidates("format = 1\n[group.web]\n[service.s]\nneeds = [\n  \"x\",\n  \"w|"), "web"));
    CHECK(candidates("format = 1\n[node.web]\nmtbf = \"1 y\" |").empty());
    CHECK(candidates("format = 1\n[node.web]\n# m|").empty());
}

TEST_CASE("every place of a text can be asked for completion, also of a broken one", "[edit][completion]") {
    const std::string text = "format = 1\n[node.\"a b\"]\nx = { y = [1, {z='\n\"\"\"\n[[a.b]]\n}]=,,{\n'''[q\n";
    const auto kinds = edit::describe_kinds();
    for (std::size_t offset = 0; offset <= text.size(); ++offset) {
        const auto completion = edit::complete_at(text, offset, kinds, {});
        CHECK(completion.begin <= offset);
    }
}

TEST_CASE("the thing at a place is that of the header above it", "[edit]") {
    const std::string text =
        "format = 1\n[scenario]\nseed = 1\n[node.web]\nmtbf = \"1 y\"\n[[node.web.failure]]\nname = \"x\"\n";
    const auto at = [&](const std::string& words) { return edit::thing_at(text, text.find(words)); };
    CHECK_FALSE(at("format"));
    CHECK(at("seed") == edit::ThingName{"scenario", ""});
    CHECK(at("[node.web]") == edit::ThingName{"node", "web"});
    CHECK(at("name =") == edit::ThingName{"node", "web"});
    CHECK_FALSE(edit::header_of_line("  [1, 2],"));
    CHECK_FALSE(edit::header_of_line("[\"a\"]"));
}

TEST_CASE("columns count characters, not bytes", "[edit]") {
    CHECK(edit::offset_of("a\n\xC3\xA9x\n", 2, 2) == 4);
    CHECK(edit::offset_of("a\nbc", 9, 9) == 4);
    CHECK(edit::end_of_value("a = \"b c\" # d", 4) == 9);
    CHECK(edit::end_of_value("needs = 12,", 8) == 10);
    CHECK(edit::end_of_value("a = { b = [1], c = 2 } # d", 4) == 22);
    CHECK(edit::end_of_value("[[a.b]]", 0) == 7);
}

TEST_CASE("tokens of a line tell keys from values, and long strings go over lines", "[edit]") {
    using edit::TokenKind;
    edit::LineState state;
    const auto kinds = [&](std::string_view line) {
        std::vector<TokenKind> list;
        for (const edit::Token& token : edit::tokens_of_line(line, state)) list.push_back(token.kind);
        return list;
    };
    CHECK(kinds("[node.web]  # a") == std::vector{TokenKind::header, TokenKind::comment});
    CHECK(kinds("a.b = \"x\\\"y\"") == std::vector{TokenKind::key, TokenKind::sign, TokenKind::text});
    CHECK(kinds("c = [1, true, oops]") == std::vector{TokenKind::key, TokenKind::sign, TokenKind::sign,
                                                      TokenKind::number, TokenKind::sign, TokenKind::word,
                                                      TokenKind::sign, TokenKind::wrong, TokenKind::sign});
    CHECK(state == edit::LineState{});
    CHECK(kinds("d = \"\"\"one") == std::vector{TokenKind::key, TokenKind::sign, TokenKind::text});
    CHECK(kinds("[not.a.header]") == std::vector{TokenKind::text});
    CHECK(kinds("two\"\"\"") == std::vector{TokenKind::text});
    CHECK(state == edit::LineState{});
    CHECK(kinds("e = [") == std::vector{TokenKind::key, TokenKind::sign, TokenKind::sign});
    CHECK(state.brackets == 1);
}
