// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/diagnostic.hpp"

#include <set>
#include <string>

#include "models/scenario/codes.hpp"
#include "models/scenario/document.hpp"
#include "models/scenario/parse.hpp"
#include "tests/catch.hpp"

namespace nines::scenario {
namespace {

const std::vector<SourceFile> files{{"web_shop.toml", ""}};

}  // namespace

TEST_CASE("a diagnostic is printed as file, line, column, code, message and hint", "[diagnostic]") {
    const Diagnostic error = make_error("E104", {0, 14, 10}, "quorum 4 exceeds the 3 members of store \"orders\"",
                                        "quorum must be between 1 and 3");
    CHECK(format_diagnostic(error, files) ==
          "web_shop.toml:14:10: error E104: quorum 4 exceeds the 3 members of store \"orders\"\n"
          "  hint: quorum must be between 1 and 3");
    CHECK(format_diagnostic(make_warning("W003", {0, 0, 0}, "short"), files) == "web_shop.toml: warning W003: short");
}

TEST_CASE("only errors count as errors", "[diagnostic]") {
    CHECK_FALSE(has_errors({}));
    CHECK_FALSE(has_errors({make_warning("W001", {}, "a")}));
    CHECK(has_errors({make_warning("W001", {}, "a"), make_error("E001", {}, "b")}));
}

TEST_CASE("control characters of a hostile file do not reach the terminal", "[diagnostic]") {
    CHECK(format_diagnostic(make_error("E051", {}, "unknown key \"\x1b[2J\xc2\x9b\""), files) ==
          "web_shop.toml: error E051: unknown key \"?[2J?\"");
}

TEST_CASE("an error inside a string points at the character", "[diagnostic]") {
    Value value{std::string("exp(mean 4 m)"), {}, 9};
    value.origin.place = {0, 3, 8};
    const auto parsed = parse_law(*value.string());
    REQUIRE_FALSE(parsed);
    CHECK(make_error(value, parsed.error()).place.column == 9 + 11);
    value.content_column = 0;
    CHECK(make_error(value, parsed.error()).place.column == 8);
}

TEST_CASE("every diagnostic code is listed once and says what it means", "[diagnostic]") {
    std::set<std::string_view> ids;
    for (const Code& code : all_codes()) {
        INFO(code.id);
        CHECK(ids.insert(code.id).second);
        CHECK_FALSE(code.meaning.empty());
    }
}

}  // namespace nines::scenario
