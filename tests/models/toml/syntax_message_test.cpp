// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/toml/syntax_message.hpp"

#include <string>

#include "models/scenario/codes.hpp"
#include "models/toml/read.hpp"
#include "tests/catch.hpp"

namespace nines::scenario {
namespace {

Diagnostic error_of(const std::string& text) {
    const ReadResult result = read_text("test.toml", text, {});
    INFO(text);
    REQUIRE(result.diagnostics.size() == 1);
    CHECK(result.diagnostics[0].code == codes::syntax.id);
    return result.diagnostics[0];
}

}  // namespace

TEST_CASE("a value with a unit but without quotes is shown as it should be written", "[read]") {
    CHECK(error_of("format = 1\n[node.web]\nmttr = 2 h  # by hand\n").hint ==
          "a value with a unit or words stands in quotes: mttr = \"2 h\"");
    CHECK(error_of("format = 1\n[node.web]\nttr = exp(mean 1 h)\n").hint ==
          "a value with a unit or words stands in quotes: ttr = \"exp(mean 1 h)\"");
}

TEST_CASE("a key or a table that stands twice is named", "[read]") {
    CHECK(error_of("format = 1\n[node.web]\nmttr = \"1 h\"\nmttr = \"2 h\"\n").message ==
          "the key `mttr` stands twice");
    CHECK(error_of("format = 1\n[node.web]\nmttr = \"1 h\"\n[node.web]\nmtbf = \"2 h\"\n").message ==
          "the table [node.web] stands twice");
}

TEST_CASE("an open quote, a colon, braces and bytes that are no text bring a remedy", "[read]") {
    CHECK(error_of("format = 1\n[node.web]\nmttr = \"2 h\n").hint == "is the closing quote missing?");
    CHECK(error_of("format: 1\n").message == "a key and its value are joined by `=`, not by `:`");
    CHECK(error_of("{\"format\": 1}").hint == "a scenario begins with format = 1; `nines reference` shows the rest");
    CHECK(error_of("format = 1\na = \"\xff\"\n").message == "the text is not UTF-8");
    CHECK(error_of(std::string("\xff\xfe"
                               "f\0o\0",
                               6))
              .message == "the text is UTF-16, not UTF-8");
    CHECK(error_of("format = 99999999999999999999\n").message == "the number is too large");
}

TEST_CASE("a description that is not known is made shorter, never lost", "[read]") {
    CHECK(syntax_message("Error while parsing array: missing ','", "a = [1 2]", "2]").message ==
          "missing ',' (in the array)");
    CHECK(syntax_message("something new", "a =", "").message == "something new");
    CHECK(syntax_message("", "", "").message.empty());
}

}  // namespace nines::scenario
