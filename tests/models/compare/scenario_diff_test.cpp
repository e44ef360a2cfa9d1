// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/scenario_diff.hpp"

#include "tests/models/compare/designs.hpp"

namespace nines::compare {

namespace {

std::vector<std::string> texts_of(const std::vector<Change>& changes) {
    std::vector<std::string> texts;
    for (const Change& change : changes) texts.push_back(to_text(change));
    return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("A value that differs is a change, with both values") {
    CHECK(texts_of(changes_between(opened(pool(2)), opened(pool(3)))) == Texts{"group.web: count = 2 -> 3"});
}

TEST_CASE("Things that come and go are named as a whole") {
    const std::string extra = pool(2) + "[crew.ops]\nsize = 1\n";
    CHECK(texts_of(changes_between(opened(pool(2)), opened(extra))) == Texts{"+ crew.ops"});
    CHECK(texts_of(changes_between(opened(extra), opened(pool(2)))) == Texts{"- crew.ops"});
}

TEST_CASE("Values within parts and lists have a path, and those that came or went are told") {
    const std::string base =
        "format = 1\n[node.vm]\n[[node.vm.failure]]\nname = \"crash\"\nmtbf = \"30 d\"\nmttr = "
        "\"1 h\"\n[group.db]\nnode = \"vm\"\ncount = 2\n[store.orders]\non = \"db\"\nfailover = { "
        "promote = \"10 s\" }\n[service.shop]\nneeds = [\"orders\"]\n";
    std::string other = base;
    other.replace(other.find("\"1 h\""), 5, "\"2 h\"");
    other.replace(other.find("promote = \"10 s\""), 16, "promote = \"20 s\", warm = \"5 s\"");
    CHECK(texts_of(changes_between(opened(base), opened(other))) ==
          Texts{"node.vm: failure.crash.mttr = \"1 h\" -> \"2 h\"",
                "store.orders: failover.promote.takes = \"10 s\" -> \"20 s\"",
                "store.orders: + failover.warm.takes = \"5 s\""});
}

TEST_CASE("Titles, seeds and numbers of trials do not tell designs apart") {
    const std::string titled = "format = 1\nscenario = { name = \"A\", trials = 5, seed = 3 }\n" + pool(2).substr(11);
    CHECK(changes_between(opened(pool(2)), opened(titled)).empty());
}

}  // namespace nines::compare
