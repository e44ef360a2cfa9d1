// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/symmetry.hpp"

#include <string>

#include "models/exact/representable.hpp"
#include "tests/catch.hpp"
#include "tests/models/exact/chain_case.hpp"

using namespace nines::exact;

namespace {

const std::string server = R"toml(
    format = 1
    [node.server]
    mtbf = "100 h"
    mttr = "10 h"
    [group.web]
    node = "server"
    count = 4
)toml";

std::string with(const std::string& more) {
    return server + more + "\n[service.site]\nneeds = [\"2 of web\"]\n";
}

const std::string two_rows = R"toml(
    spread = "hall/*"
    [domain.hall]
    split = "2 row"
    [domain.hall.row]
    mtbf = "1000 h"
    mttr = "10 h"
)toml";

const std::string a_shock = R"toml(
    [crew.hands]
    [cause.surge]
    rate = "1 per 1000 h"
    share = "50%"
    hits = "web/*"
    ttr = "exp(mean 5 h)"
)toml";

bool are_alike(const ChainCase& of, const char* one, const char* other) {
    return of.orbit(one) == of.orbit(other);
}

std::size_t apart_count(const std::string& text) {
    return kept_apart(ChainCase(text).program).size();
}

}  // namespace

TEST_CASE("the members of a group are alike", "[exact][symmetry]") {
    const ChainCase of(with(""));
    CHECK(of.symmetry.orbits()[of.orbit("node:web/1")].size() == 4);
    CHECK(are_alike(of, "node:web/1", "node:web/4"));
}

TEST_CASE("what differs is kept apart", "[exact][symmetry]") {
    SECTION("groups") {
        const ChainCase of(with("[group.other]\nnode = \"server\""));
        CHECK_FALSE(are_alike(of, "node:web/1", "node:other/1"));
    }
    SECTION("places") {
        const ChainCase of(with(two_rows));
        CHECK(are_alike(of, "node:web/1", "node:web/3"));
        CHECK_FALSE(are_alike(of, "node:web/1", "node:web/2"));
        CHECK_FALSE(are_alike(of, "domain:hall/row1", "domain:hall/row2"));
    }
    SECTION("a member that a service names") {
        const ChainCase of(with("[service.second]\nneeds = [\"web/2\"]"));
        CHECK(are_alike(of, "node:web/1", "node:web/3"));
        CHECK_FALSE(are_alike(of, "node:web/1", "node:web/2"));
    }
    SECTION("a member that a cause strikes") {
        const ChainCase of(with("[cause.rats]\nrate = \"1 per 1000 h\"\nhits = \"web/3\"\nttr = \"1 h\""));
        CHECK(are_alike(of, "node:web/1", "node:web/4"));
        CHECK_FALSE(are_alike(of, "node:web/1", "node:web/3"));
    }
}

TEST_CASE("hosts are followed one by one where a rule picks among them by their number", "[exact][symmetry]") {
    const std::string standby = "active = 2\nstandby = { mode = \"warm\" }\n";
    const std::string ageing = "[[node.server.failure]]\nname = \"wear\"\nttf = \"erlang(stages 2, mean 500 h)\"\n";

    CHECK(apart_count(with("")) == 0);
    CHECK(apart_count(with(two_rows)) == 0);
    CHECK(apart_count(with(ageing)) == 0);
    SECTION("standby members are all the same, or not") {
        CHECK(apart_count(with(standby)) == 0);
        CHECK(apart_count(with(standby + two_rows)) == 4);
        CHECK(apart_count(with(standby + ageing)) == 4);
    }
    SECTION("a start that may fail") {
        const std::string risky = "active = 2\nstandby = { mode = \"cold\", success = \"50%\" }\n";
        CHECK(apart_count(with(risky)) == 0);
        CHECK(apart_count(with(risky + a_shock)) == 4);
        CHECK(apart_count(with(risky + "in = \"room\"\n[domain.room]\nmtbf = \"1 y\"\nmttr = \"1 h\"")) == 4);
    }
    SECTION("jobs that a preemptive crew may put down") {
        const std::string crew = "repaired_by = \"hands\"\n[crew.hands]\norder = \"priority\"\n";
        CHECK(apart_count(with(crew)) == 0);
        CHECK(apart_count(with(crew + "preemptive = true")) == 4);
    }
    SECTION("jobs that a shock brings at once") {
        const std::string by_crew = "repaired_by = \"hands\"\n";
        CHECK(apart_count(with(a_shock)) == 0);
        CHECK(apart_count(with(by_crew + a_shock)) == 0);
        CHECK(apart_count(with(a_shock + ageing)) == 0);
        CHECK(apart_count(with(by_crew + a_shock + ageing)) == 4);
        CHECK(apart_count(with(by_crew + two_rows + a_shock)) == 4);
    }
}

TEST_CASE("lumped and unlumped chains of a crew's queue agree to the last digits", "[exact][symmetry]") {
    const std::string text = with("repaired_by = \"hands\"\n[crew.hands]\nack = \"exp(mean 1 h)\"");
    const ChainCase together(text);
    const ChainCase apart(text, Lumping::none);
    const auto lumped = solved(together);
    const auto all = solved(apart);

    CHECK(lumped->chain().state_count() < all->chain().state_count() / 10);
    const LongRun found = service_in_long_run(together, *lumped);
    const LongRun expected = service_in_long_run(apart, *all);
    CHECK(found.unavailability == Approx(expected.unavailability).epsilon(1e-12));
    CHECK(found.outages_per_second == Approx(expected.outages_per_second).epsilon(1e-12));
}
