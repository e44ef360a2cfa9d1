// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include <fmt/format.h>

#include "tests/catch.hpp"
#include "tests/oracle/run.hpp"

using namespace nines;
using oracle::run_text;

namespace {

constexpr double a_year = 36.5;  ///< Of what happens once in 10 days.

/// A web tier and a database in two zones, its primary in the first.
std::string shop(const std::string& failover, const std::string& action, const std::string& more = "") {
    return R"(format = 1
scenario = { horizon = "10 d", trials = 2 }
[domain.land]
split = "2 place"
[node.box]
[group.web]
node = "box"
count = 2
spread = "land/*"
[group.db]
node = "box"
count = 2
spread = "land/*"
[store.orders]
on = "db"
failover = { )" +
           failover + R"( }
)" + more + R"([service.shop]
needs = ["orders"]
[service.pages]
needs = ["2 of web"]
[event.cut]
at = "1 d"
do = ")" + action +
           "\"\n";
}

}  // namespace

TEST_CASE("a partition between two zones is felt by the store across both, and by nobody else", "[oracle][partition]") {
    const auto study =
        run_text(shop("detect = \"10 s\", promote = \"5 s\"", "partition land/place1 from land/place2 for 1 h"));
    CHECK(study.estimate("service:shop", "downtime_per_year") == Approx(15.0 * a_year));
    CHECK(study.estimate("store:orders", "failovers_per_year") == Approx(a_year));
    // Nothing stops the old primary, which its users still reach.
    CHECK(study.estimate("store:orders", "split_brains_per_year") == Approx(a_year));
    CHECK(study.estimate("service:pages", "outages_per_year") == 0.0);
}

TEST_CASE("a partition from the other side takes the replica away, and nobody fails over", "[oracle][partition]") {
    const auto study =
        run_text(shop("detect = \"10 s\", promote = \"5 s\"", "partition land/place2 from land/place1 for 1 h"));
    CHECK(study.estimate("service:shop", "outages_per_year") == 0.0);
    CHECK(study.estimate("store:orders", "failovers_per_year") == 0.0);
    CHECK(study.estimate("service:pages", "outages_per_year") == 0.0);
}

TEST_CASE("a zone that is cut off from everything is lost to its users too", "[oracle][partition]") {
    const auto study =
        run_text(shop("detect = \"10 s\", promote = \"5 s\", self_demotes = true", "partition land/place1 for 1 h"));
    CHECK(study.estimate("service:shop", "downtime_per_year") == Approx(15.0 * a_year));
    CHECK(study.estimate("store:orders", "split_brains_per_year") == 0.0);
    CHECK(study.estimate("service:pages", "downtime_per_year") == Approx(3600.0 * a_year));
}

TEST_CASE("a primary that a witness leaves in the minority stops, and no split brain follows", "[oracle][partition]") {
    const auto study = run_text(shop("detect = \"10 s\", witness = \"arbiter\"", "partition land/place1 for 1 h",
                                     "[group.arbiter]\nnode = \"box\"\n"));
    CHECK(study.estimate("store:orders", "failovers_per_year") == Approx(a_year));
    CHECK(study.estimate("store:orders", "split_brains_per_year") == 0.0);
    // It writes until the others know of it.
    CHECK(study.estimate("store:orders", "data_loss_mean") == Approx(10.0));
}

TEST_CASE("what a primary that is cut off writes until it stops by itself is lost", "[oracle][partition]") {
    const auto study =
        run_text(shop("detect = \"10 s\", self_demotes = true, step_down = \"3 s\"", "partition land/place1 for 1 h"));
    CHECK(study.estimate("service:shop", "downtime_per_year") == Approx(10.0 * a_year));
    CHECK(study.estimate("store:orders", "data_loss_mean") == Approx(3.0));
}

TEST_CASE("a semi-synchronous primary that is cut off first waits for its replica", "[oracle][partition]") {
    const auto study = run_text(shop("detect = \"10 s\", fence = \"4 s\"", "partition land/place1 for 1 h",
                                     "replication = { mode = \"semi-sync\", stall = \"6 s\" }\n"));
    // Fenced after 14 s, of which its writes hang for 6 s.
    CHECK(study.estimate("store:orders", "data_loss_mean") == Approx(8.0));
}

TEST_CASE("a primary that writes nothing without a replica makes no split brain", "[oracle][partition]") {
    const auto study = run_text(shop("detect = \"10 s\"", "partition land/place1 for 1 h",
                                     "replication = { mode = \"sync\", without_replica = \"block\" }\n"));
    CHECK(study.estimate("store:orders", "failovers_per_year") == Approx(a_year));
    CHECK(study.estimate("store:orders", "split_brains_per_year") == 0.0);
    CHECK(study.estimate("store:orders", "data_loss_mean") == 0.0);
}

TEST_CASE("a witness may be a group of its own, whatever its node is like", "[oracle][partition]") {
    // A node with one failure mode, alone in its group, and a domain that never fails by itself.
    for (const char* witness : {"arbiter", "arbiter/1", "domain elsewhere"}) {
        const auto study =
            run_text(shop(fmt::format("detect = \"10 s\", witness = \"{}\"", witness), "fail db/1 for 1 h",
                          "[node.small]\nmttf = \"1000000 y\"\nmttr = \"1 h\"\n"
                          "[domain.elsewhere]\n[group.arbiter]\nnode = \"small\"\n"));
        CHECK(study.estimate("service:shop", "downtime_per_year") == Approx(10.0 * a_year));
    }
}
