// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/markov/classes.hpp"

#include <vector>

#include "tests/catch.hpp"
#include "tests/sim/markov/chains.hpp"

using namespace nines::sim;

using nines::sim::test::chain_of;

TEST_CASE("a chain that can return everywhere is one recurrent class", "[markov][classes]") {
    const Classes classes = classes_of(chain_of({{{1, 1.0}}, {{2, 1.0}}, {{0, 1.0}}}));
    CHECK(classes.count() == 1);
    CHECK(classes.size[0] == 3);
    CHECK(classes.recurrent[0]);
}

TEST_CASE("what cannot be returned to is transient, and classes come after those that they lead to",
          "[markov][classes]") {
    // 0 -> {1, 2} -> 3 (absorbing), and 4 alone.
    const Chain chain = chain_of({{{1, 1.0}}, {{2, 1.0}}, {{1, 1.0}, {3, 1.0}}, {}, {{0, 1.0}}});
    const Classes classes = classes_of(chain);
    CHECK(classes.count() == 4);
    CHECK(classes.class_of[1] == classes.class_of[2]);
    CHECK(classes.class_of[0] > classes.class_of[1]);
    CHECK(classes.class_of[1] > classes.class_of[3]);
    CHECK(classes.is_recurrent(3));
    for (const StateIndex state : {0U, 1U, 2U, 4U}) CHECK(classes.is_transient(state));
}

TEST_CASE("classes from a start leave out what is not reached, and stop where told", "[markov][classes]") {
    const Chain chain = chain_of({{{1, 1.0}}, {{2, 1.0}}, {{0, 1.0}}, {{0, 1.0}}});
    const std::vector<StartState> start{{0, 1.0}, {3, 0.0}};
    CHECK(classes_from(chain, start).count() == 1);
    CHECK_FALSE(classes_from(chain, start).is_reached(3));

    const Classes stopped = classes_from(chain, start, {false, true, false, false});
    CHECK(stopped.count() == 2);
    CHECK(stopped.is_transient(0));
    CHECK(stopped.is_recurrent(1));
    CHECK_FALSE(stopped.is_reached(2));
}

TEST_CASE("a chain a million states deep does not exhaust the stack", "[markov][classes]") {
    constexpr StateIndex count = 1'000'000;
    Chain chain;
    for (StateIndex state = 0; state < count; ++state) {
        chain.append_row(std::vector<Transition>{{(state + 1) % count, 1.0}});
    }
    CHECK(classes_of(chain).count() == 1);
}
