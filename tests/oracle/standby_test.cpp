// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "tests/catch.hpp"
#include "tests/oracle/run.hpp"

using nines::Duration;
using nines::oracle::bound;
using nines::oracle::run_file;
using nines::oracle::run_text;

namespace {

constexpr double hour = 3600.0;

}  // namespace

TEST_CASE("a shared warm spare fills the first place that falls empty", "[oracle][standby]") {
    const auto study = run_file("reference/shared_warm_spare.toml", {.trials = 100000});
    const auto t = Duration::hours(1);

    // Storm's spare, spare2, spare3; wrong: a hot spare (3, 5/3 and 7/6 h), which is one of k+1 in parallel.
    CHECK_EXACT(study, "service:one-place", "mean_time_to_first_outage", 46.0 / 13.0 * hour, 3.0 * hour);
    CHECK_EXACT(study, "service:two-places", "mean_time_to_first_outage", 43.0 / 23.0 * hour, 5.0 / 3.0 * hour);
    CHECK_EXACT(study, "service:three-places", "mean_time_to_first_outage", 14.0 / 11.0 * hour, 7.0 / 6.0 * hour);
    // wrong: hot, 1 - (2 p - p^2) and so on with p = exp(-0.5).
    const double p = std::exp(-0.5);
    CHECK_EXACT_AT(study, "service:one-place", "point_availability", t, 1 - 0.11185306378197533, 2 * p - p * p);
    CHECK_EXACT_AT(study, "service:two-places", "point_availability", t, 1 - 0.290502746879297,
                   3 * p * p - 2 * p * p * p);
    CHECK_EXACT_AT(study, "service:three-places", "point_availability", t, 1 - 0.46606732457481315,
                   4 * std::pow(p, 3) - 3 * std::pow(p, 4));
}

TEST_CASE("a unit in series with a place and its warm spare fails as Storm's spare6", "[oracle][standby]") {
    const auto study = run_text(R"toml(
        format = 1
        scenario = { horizon = "100 h", at = ["1 h"] }
        [node.unit]
        mttf = "2 h"
        [group.place]
        node = "unit"
        count = 2
        active = 1
        standby = { mode = "warm", factor = 0.5 }
        [group.alone]
        node = "unit"
        [service.both]
        needs = ["place", "alone"]
    )toml",
                                {.trials = 100000});

    // 7/5 h; wrong: hot 4/3 h, cold 3/2 h.
    CHECK_EXACT(study, "service:both", "mean_time_to_first_outage", 1.4 * hour, 4.0 / 3.0 * hour);
    CHECK_EXACT(study, "service:both", "mean_time_to_first_outage", 1.4 * hour, 1.5 * hour);
    CHECK_EXACT_AT(study, "service:both", "point_availability", Duration::hours(1), 1 - 0.46937127020605324, 0.51);
}

TEST_CASE("the computer system of the fault tree handbook fails as computed", "[oracle][standby]") {
    const auto study = run_file("reference/computer_system.toml", {.trials = 400000});

    // HECS by convolution (QComp brackets the same model at 1 h); wrong: no spare processor at all, 1 - R =
    // 0.0110 + P(both processors failed).
    CHECK_EXACT_AT(study, "service:computer", "point_availability", Duration::hours(1000), 1 - 0.10631152054997968,
                   0.885);
    CHECK_EXACT_AT(study, "service:computer", "point_availability", Duration::hours(8760), 1 - 0.7857591672549703,
                   0.18);  // A hot spare, roughly.
    CHECK(std::abs(study.z("service:computer", "point_availability", 1 - 0.010942480585988951, Duration::hours(100))) <
          bound);
}

TEST_CASE("an imperfect switch shortens the life of a cold pair by its coverage", "[oracle][standby]") {
    const auto nine_in_ten = run_file("reference/switch_coverage.toml", {.trials = 40000});
    const auto half =
        run_file("reference/switch_coverage.toml", {.trials = 40000, .overrides = {"group.pair.standby.success=50%"}});

    // (1 + c) / l; wrong: c = 1.
    CHECK_EXACT(nine_in_ten, "service:function", "mean_time_to_first_outage", 19000.0 * hour, 20000.0 * hour);
    CHECK_EXACT(half, "service:function", "mean_time_to_first_outage", 15000.0 * hour, 20000.0 * hour);
}

TEST_CASE("ten minutes of failover leave the availability of the textbook's exercise", "[oracle][standby]") {
    const auto study = run_file("reference/failover_exercise.toml", {.trials = 100});

    // 100/107 and 100/(100 + 1/6); wrong: repair instead of failover (5 min).
    CHECK_EXACT(study, "service:without-failover", "availability", 0.9345794392523364, 0.95);
    CHECK_EXACT(study, "service:with-failover", "unavailability", 1 - 0.9983361064891847, 5.0 / 6005.0);
    CHECK(study.estimate("service:with-failover", "outage_duration_p50") == Approx(600.0).epsilon(0.01));
    CHECK(study.estimate("service:with-failover", "outage_duration_p99") == Approx(600.0).epsilon(0.01));
}

TEST_CASE("a private cloud's front end gains from a warm standby what its chain says", "[oracle][standby]") {
    const auto study = run_file("reference/private_cloud_front_end.toml", {.trials = 1500});

    // Product of six availabilities; wrong: one controller instead of four.
    CHECK_EXACT(study, "service:series", "unavailability", 1 - 0.9946672655743618, 0.00154);
    // Chain of five states with the takeover; wrong: a takeover at once.
    CHECK_EXACT(study, "service:redundant", "unavailability", 7.936301933232995e-05, 5.2e-05);
}
