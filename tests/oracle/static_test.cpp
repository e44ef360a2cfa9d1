// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "tests/catch.hpp"
#include "tests/oracle/run.hpp"

using nines::Duration;
using nines::oracle::bound;
using nines::oracle::run_file;
using nines::oracle::run_text;

TEST_CASE("a fault tree of 27 events has the top probability that DFTCalc prints", "[oracle][static]") {
    const auto study = run_file("reference/water_quality.toml", {.trials = 30000});

    // wrong: without the shared branch Corrosion, the largest one, (0.16254 - 0.095) / 0.905.
    CHECK_EXACT(study, "service:system", "unavailability", 0.16254539595015735, 0.0746);
}

TEST_CASE("bought services multiply to the composite agreements of the Azure pattern", "[oracle][static]") {
    const auto study = run_file("reference/bought_services.toml", {.trials = 2000});

    // Products of availabilities; wrong: the region without its links, the single region for two.
    CHECK_EXACT(study, "service:region-a", "availability", 0.9956577874893182, 0.996354);
    CHECK_EXACT(study, "service:single", "availability", 0.9954586658883983, 0.9956577874893182);
    CHECK_EXACT(study, "service:dual", "unavailability", 1 - 0.9997811589612854, 2e-4);
}

TEST_CASE("supplies and motors are up as fiabilipy prints", "[oracle][transient]") {
    const auto whole = run_file("reference/supplies_and_motors.toml", {.trials = 200000});
    const auto broken = run_file("reference/supplies_and_motors.toml",
                                 {.trials = 200000, .overrides = {"event.broken-motor.enabled=true"}});
    const auto t1 = Duration::hours(150);
    const auto t2 = Duration::hours(1000);

    // Products of two-state transients; each start is the other's wrong answer.
    CHECK_EXACT_AT(whole, "service:system", "point_availability", t1, 0.9834915190702129, 0.891657737408831);
    CHECK_EXACT_AT(broken, "service:system", "point_availability", t1, 0.891657737408831, 0.9834915190702129);
    CHECK_EXACT_AT(whole, "service:all-four", "point_availability", t2, 0.31485876038712585, 0.25630522494129626);
    CHECK_EXACT_AT(broken, "service:all-four", "point_availability", t2, 0.25630522494129626, 0.31485876038712585);

    // The mixture that fiabilipy prints: 0.97430814 and 0.30900341. Standard errors about 3e-4 and 9e-4.
    const auto mixed = [&](const char* subject, Duration t) {
        return 0.9 * whole.estimate(subject, "point_availability", t) +
               0.1 * broken.estimate(subject, "point_availability", t);
    };
    CHECK(std::abs(mixed("service:system", t1) - 0.97430814090407503) < 4.5 * 2.8e-4);
    CHECK(std::abs(mixed("service:all-four", t2) - 0.30900340684254302) < 4.5 * 1.0e-3);
}

TEST_CASE("k of n different things counts each once", "[oracle][static]") {
    const auto study = run_text(R"toml(
        format = 1
        scenario = { horizon = "200 h", ages = "steady" }
        [node.a]
        availability = "90%"
        mttr = "1 h"
        [node.b]
        availability = "80%"
        mttr = "1 h"
        [node.c]
        availability = "70%"
        mttr = "1 h"
        [service.two]
        needs = ["2 of a, b, c"]
        [service.all]
        needs = ["a", "b", "c"]
        [service.any]
        needs = ["any of a, b, c"]
        [service.half]
        needs = ["2 of a, b, two, any"]
    )toml",
                                {.trials = 20000});

    // SCRAM's 2 of 3 with q 0.1, 0.2, 0.3 (0.098) and its series (0.496); wrong: one or all of them needed.
    CHECK_EXACT(study, "service:two", "unavailability", 0.098, 0.006);
    CHECK_EXACT(study, "service:all", "unavailability", 0.496, 0.398);
    CHECK_EXACT(study, "service:any", "unavailability", 0.006, 0.098);
    // Two of {a, b, two, any}: by hand over the eight states fails in {}, {c}; 0.1*0.2 = 0.02. `any` is then with c.
    CHECK_EXACT(study, "service:half", "unavailability", 0.02, 0.098);
}

TEST_CASE("the theatre of the SCRAM tests loses power twice in a thousand", "[oracle][static]") {
    const auto study = run_text(R"toml(
        format = 1
        scenario = { horizon = "1000 h", ages = "steady" }
        [node.mains]
        availability = "97%"
        mttr = "1 h"
        [node.generator]
        availability = "98%"
        mttr = "1 h"
        [node.relay]
        availability = "95%"
        mttr = "1 h"
        [service.backup]
        needs = ["generator", "relay"]
        [service.light]
        needs = ["any of mains, backup"]
    )toml",
                                {.trials = 10000});

    // 0.03 * (1 - 0.98 * 0.95) = 0.00207; wrong: the relay forgotten.
    CHECK_EXACT(study, "service:light", "unavailability", 0.00207, 0.0006);
}
