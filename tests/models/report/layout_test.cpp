// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/layout.hpp"

#include "models/report/verification.hpp"
#include "tests/catch.hpp"

using namespace nines::report;
using Lines = std::vector<std::string>;

TEST_CASE("columns are counted as a terminal shows them", "[report][layout]") {
    CHECK(columns_of("abc") == 3);
    CHECK(columns_of("→█é") == 3);
    CHECK(columns_of("数据库") == 6);
    CHECK(padded_left("→", 3) == "  →");
    CHECK(padded_right("数", 3) == "数 ");
    CHECK(shortened("a-long-name", 8) == "a-long..");
    CHECK(shortened("ééééé", 4) == "éé..");
}

TEST_CASE("a scenario's text cannot drive the terminal", "[report][layout]") {
    CHECK(printable("a\x1b[31mb\x7f\n") == "a?[31mb??");
    CHECK(printable("a\xc2\x9b"
                    "31m") == "a??31m");
    CHECK(printable("数据 é") == "数据 é");
}

TEST_CASE("text is wrapped between words", "[report][layout]") {
    CHECK(wrapped("one two three", 8) == Lines{"one two", "three"});
    CHECK(wrapped("a-very-long-word b", 4) == Lines{"a-very-long-word", "b"});
    CHECK(wrapped("", 10) == Lines{""});
}

TEST_CASE("a bar shows its share in eighths, and something for anything above zero", "[report][layout]") {
    CHECK(bar(0.5, 4, true) == "██  ");
    CHECK(bar(1.0 / 32.0, 4, true) == "▏   ");
    CHECK(bar(1e-9, 4, true) == "▏   ");
    CHECK(bar(0.0, 4, true) == "    ");
    CHECK(bar(1.0, 4, false) == "####");
    CHECK(bar(0.3, 10, false) == "###       ");
    CHECK(bar(7.0, 3, false) == "###");
}

TEST_CASE("a table lines its columns up", "[report][layout]") {
    CHECK(table_lines({{"name", false}, {"n", true}}, {{"a", "10"}, {"long-name", "7"}}) ==
          Lines{"name        n", "a          10", "long-name   7"});
}

TEST_CASE("what lies no standard error apart has no minus") {
    CHECK(z_text(0.0) == "+0.00");
    CHECK(z_text(-0.004) == "+0.00");
    CHECK(z_text(-0.006) == "-0.01");
    CHECK(z_text(0.434) == "+0.43");
}
