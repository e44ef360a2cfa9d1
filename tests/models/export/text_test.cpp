// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/text.hpp"

#include "tests/catch.hpp"

using namespace nines::exporting;

TEST_CASE("names become identifiers of which no two are equal in any case", "[export]") {
    Identifiers identifiers;
    CHECK(identifiers.new_like("node:web/1") == "node_web_1");
    CHECK(identifiers.new_like("node:web-1") == "node_web_1_2");
    CHECK(identifiers.new_like("NODE web 1") == "NODE_web_1_3");
    CHECK(identifiers.new_like("1st") == "x1st");
    CHECK(identifiers.new_like("--") == "x");
    CHECK(identifiers.new_like("\xc3\xa9t\xc3\xa9") == "t");
}

TEST_CASE("a name cannot break out of XML or onto another line", "[export]") {
    CHECK(xml_escaped("<a & \"b\">\n") == "&lt;a &amp; &quot;b&quot;&gt;?");
    CHECK(xml_comment("a --> b -") == "a - -> b - ");
    CHECK(one_line("a\nb\tc") == "a?b?c");
}
