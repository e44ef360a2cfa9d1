// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "tests/catch.hpp"
#include "tests/oracle/run.hpp"

using nines::Duration;
using nines::oracle::bound;
using nines::oracle::run_file;

namespace {

constexpr double hour = 3600.0;

}  // namespace

TEST_CASE("a hot pair with its own crew reaches the binomial availability", "[oracle][k_of_n]") {
    const auto study = run_file("reference/pair_hot.toml", {.trials = 2000, .overrides = {"crew.repairers.size=2"}});

    // (10/1010)^2; wrong: one repairer, twice as much.
    CHECK_EXACT(study, "service:site", "unavailability", 9.80296049406921e-05, 1.960400e-4);
    CHECK_EXACT(study, "service:site", "outages_per_year", 0.17174786785609253, 0.112411);
    // 3/(2l) + m/(2l^2); wrong: no repair at all.
    CHECK_EXACT(study, "service:site", "mean_time_to_first_outage", 51499.99999999987 * hour, 1500.0 * hour);
}

TEST_CASE("a hot pair with one repairer is down twice as long as with two", "[oracle][crew]") {
    const auto study = run_file("reference/pair_hot.toml", {.trials = 2000});

    // Birth-death chain; wrong: two repairers.
    CHECK_EXACT(study, "service:site", "unavailability", 0.00019603999215840032, 9.80296049406921e-05);
    CHECK_EXACT(study, "service:site", "mean_down_time", 10.0 * hour, 5.0 * hour);
}

TEST_CASE("an idle warm member fails at its reduced rate", "[oracle][standby]") {
    const auto one = run_file("reference/pair_warm.toml", {.trials = 2000});
    const auto two = run_file("reference/pair_warm.toml", {.trials = 2000, .overrides = {"crew.repairers.size=2"}});

    // Chain with 1.3 l from whole; wrong: the factor ignored (hot), or none at all (cold).
    CHECK_EXACT(one, "service:site", "unavailability", 0.00012831522114634846, 0.00019603999215840032);
    CHECK_EXACT(one, "service:site", "unavailability", 0.00012831522114634846, 9.9000099000099e-05);
    CHECK_EXACT(two, "service:site", "unavailability", 6.416172703627112e-05, 9.80296049406921e-05);
    CHECK_EXACT(one, "service:site", "mean_time_to_first_outage", 78692.30769230773 * hour, 51500.0 * hour);
}

TEST_CASE("an idle cold member does not fail", "[oracle][standby]") {
    const auto one = run_file("reference/pair_cold.toml", {.trials = 2000});
    const auto two = run_file("reference/pair_cold.toml", {.trials = 2000, .overrides = {"crew.repairers.size=2"}});

    // Chain with l from whole; wrong: hot.
    CHECK_EXACT(one, "service:site", "unavailability", 9.9000099000099e-05, 0.00019603999215840032);
    CHECK_EXACT(two, "service:site", "unavailability", 4.9502499876243746e-05, 9.80296049406921e-05);
    CHECK_EXACT(one, "service:site", "outages_per_year", 0.08672408672408671, 0.1717310331307587);
    CHECK_EXACT(one, "service:site", "mean_time_to_first_outage", 101999.99999999974 * hour, 51500.0 * hour);
}

TEST_CASE("the reliability of a repaired pair is the chance of no outage so far", "[oracle][k_of_n]") {
    const auto study = run_file("reference/pair_hot.toml", {.trials = 100000, .horizon = Duration::hours(8760)});

    // First passage of the birth-death chain: R(8760 h) = 0.843715; wrong: cold standby.
    const auto& service = study.outcome.tally.services[0];
    const double trials = 100000.0;
    const double survived = 1.0 - static_cast<double>(service.first_outage.count) / trials;
    const double error = std::sqrt(0.8437 * 0.1563 / trials);
    CHECK(std::abs(survived - 0.843714967245756) / error < bound);
    CHECK(std::abs(survived - 0.9177828443950503) / error > bound);
}

TEST_CASE("majorities of replicas reach the binomial availability", "[oracle][k_of_n]") {
    const auto study = run_file("reference/quorum.toml", {.trials = 400});

    // 3 q^2 - 2 q^3; wrong: two of three in series with the third, or one of three.
    CHECK_EXACT(study, "service:majority3", "unavailability", 2.2354620316562503e-05, 3.0 * 24.0 / 8784.0);
    const auto often = run_file("reference/quorum.toml", {.trials = 200, .overrides = {"node.replica.mttr=876 h"}});
    // q = 1/11: 10 q^3 (1-q)^2 + 5 q^4 (1-q) + q^5 = 6.526e-3; wrong: two of five needed.
    const double q = 1.0 / 11.0;
    const double three_of_five =
        10 * std::pow(q, 3) * std::pow(1 - q, 2) + 5 * std::pow(q, 4) * (1 - q) + std::pow(q, 5);
    CHECK_EXACT(often, "service:majority5", "unavailability", three_of_five,
                5 * std::pow(q, 4) * (1 - q) + std::pow(q, 5));
}

TEST_CASE("five disks without repair last as long as the manual of Octave prints", "[oracle][k_of_n]") {
    const auto study = run_file("reference/disks_5of3.toml", {.trials = 40000});

    // 100 (1/5 + 1/4 + 1/3) = 235/3 h; wrong: four needed.
    CHECK_EXACT(study, "service:data", "mean_time_to_first_outage", 78.33333333333333 * hour, 45.0 * hour);
}

TEST_CASE("ten groups of eleven disks lose data as RAID's inventors computed", "[oracle][k_of_n]") {
    const auto study = run_file("reference/raid3_groups.toml", {.trials = 1000});

    // Exact chain 818 755 h (printed formula 818 182 h); wrong: one group alone, ten times as long.
    CHECK_EXACT(study, "service:array", "mean_time_to_first_outage", 818755.444824547 * hour, 8187545.0 * hour);
}

TEST_CASE("ageing units without repair follow the integrals of their survival", "[oracle][distributions]") {
    const auto study = run_file("reference/weibull_no_repair.toml", {.trials = 100000});
    const auto at500 = Duration::hours(500);

    // Weibull(1000 h, 1.5); wrong in each line: exponential lives with the same mean 902.745 h.
    const double e = 902.7452929509336;
    CHECK_EXACT(study, "service:parallel", "mean_time_to_first_outage", 1236.7966871914334 * hour, 1.5 * e * hour);
    CHECK_EXACT(study, "service:majority", "mean_time_to_first_outage", 838.0923553532464 * hour, e * 5 / 6 * hour);
    CHECK_EXACT(study, "service:series", "mean_time_to_first_outage", 433.9946702851732 * hour, e / 3 * hour);
    // wrong: the cold unit ages while it waits, which makes it a parallel pair.
    CHECK_EXACT(study, "service:standby", "mean_time_to_first_outage", 1805.4905859018672 * hour, 1236.797 * hour);
    CHECK_EXACT_AT(study, "service:parallel", "point_availability", at500, 0.9113083112578794, 0.819);
    CHECK_EXACT_AT(study, "service:majority", "point_availability", at500, 0.7867517432619767, 0.61);
    CHECK_EXACT_AT(study, "service:standby", "point_availability", Duration::hours(1000), 0.8211856730525514, 0.596);
}

TEST_CASE("two nodes with hardware and system failures are down as often as two alternating ones", "[oracle][modes]") {
    const auto study = run_file("reference/two_node_cluster.toml", {.trials = 1500});

    // u = r/(1 + r), r = 4/5000 + (1/6)/1000; wrong: hardware alone.
    CHECK_EXACT(study, "service:cluster", "unavailability", 9.326404680388656e-07, 6.39e-07);
    // First passage, as in Trivedi's cluster: nobody waits before it. wrong: hardware alone.
    CHECK_EXACT(study, "service:cluster", "mean_time_to_first_outage", 433593.6265593893 * hour, 3132500.0 * hour);
}
