// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "tests/catch.hpp"
#include "tests/oracle/run.hpp"

using nines::oracle::bound;
using nines::oracle::run_file;

// The closed forms are worked out in the scenarios' own comments; the last number is what a beginner's slip would give.

TEST_CASE("each tutorial gives the answer worked out in its comment", "[oracle][tutorial]") {
    constexpr double q = 2.0 / 2162.0;

    const auto one = run_file("tutorial/01_one_server.toml", {.trials = 20000, .steady_ages = true});
    CHECK_EXACT(one, "service:site", "unavailability", q, 2.0 / 2400.0);

    const auto two_of_three = run_file("tutorial/02_two_of_three.toml", {.trials = 2000});
    CHECK_EXACT(two_of_three, "service:site", "unavailability", 3 * q * q - 2 * q * q * q, q * q);

    const auto nested = run_file("tutorial/03_services_need_services.toml", {.trials = 2000});
    CHECK_EXACT(nested, "service:site", "unavailability", 2.7794168326877866e-06, 1.0 / (721.0 * 721.0));

    const auto modes = run_file("tutorial/04_failure_modes.toml", {.trials = 2000, .steady_ages = true});
    CHECK_EXACT(modes, "service:site", "availability", 0.9980552228107015, 1 - 24.0 / 17544.0);

    // Hot, warm, cold without its start; the start of the cold one adds to it.
    const auto standby = run_file("tutorial/05_standby.toml", {.trials = 1000});
    CHECK_EXACT(standby, "service:on-hot", "unavailability", 9.80296049406921e-05, 6.416172703627112e-05);
    CHECK_EXACT(standby, "service:on-warm", "unavailability", 6.416172703627112e-05, 9.80296049406921e-05);
    CHECK(std::abs(standby.z("service:on-cold", "unavailability", 4.9502499876243746e-05)) > bound);
    CHECK(standby.estimate("service:on-cold", "unavailability") == Approx(1.3e-4).epsilon(0.05));

    const auto crew = run_file("tutorial/06_one_crew_for_many.toml", {.trials = 300});
    CHECK_EXACT(crew, "service:first", "availability", 0.9692491510327673, 200.0 / 205.0);

    const auto racks = run_file("tutorial/07_failure_domains.toml", {.trials = 2000, .steady_ages = true});
    CHECK_EXACT(racks, "service:on-spread", "unavailability", 1.8987755611155066e-06, 4 * q * q * q);
    CHECK_EXACT(racks, "service:on-together", "unavailability", 0.00045641575987143135, 1.9e-6);
}

TEST_CASE("each later tutorial gives the answer worked out in its comment", "[oracle][tutorial]") {
    const auto cause = run_file("tutorial/08_common_cause.toml", {.trials = 2000});
    CHECK(cause.estimate("service:site", "unavailability") == Approx(1.51e-4).epsilon(0.03));

    const auto spares = run_file("tutorial/09_spare_parts.toml", {.trials = 300});
    CHECK_EXACT(spares, "service:all-disks", "availability", 0.8216716819071547, 0.9999);

    const auto maintained = run_file("tutorial/10_planned_maintenance.toml", {.trials = 2000});
    CHECK_EXACT(maintained, "service:site", "unavailability", 3.423013432760464e-06, 8.557533581901159e-07);

    // New at the start of 50 years: 25 and 50 lives, which moves the mean by less than half a percent of the downtime.
    const auto ageing = run_file("tutorial/11_ageing.toml", {.trials = 1000});
    CHECK(ageing.estimate("service:run-to-failure", "unavailability") == Approx(1 - 0.9959072305593452).epsilon(0.03));
    CHECK(ageing.estimate("service:replaced-in-time", "unavailability") ==
          Approx(1 - 0.9990718701146283).epsilon(0.03));

    const auto latent = run_file("tutorial/12_latent_failures.toml", {.trials = 1000});
    CHECK_EXACT(latent, "service:backup-power", "unavailability", 0.020269334801274463, 1.0 / 1051200.0);

    const auto bought = run_file("tutorial/13_presets_and_sla.toml", {.trials = 1000});
    CHECK_EXACT(bought, "service:data", "unavailability", 1 - 0.9994999986124696, 0.0005 + 7.5e-5);
}

TEST_CASE("the tutorial of deploys gives the answer worked out in its comment", "[oracle][tutorial]") {
    const auto deploys = run_file("tutorial/22_deploys.toml", {.trials = 2000});
    constexpr double minute = 60.0;
    CHECK(deploys.estimate("service:at-once", "downtime_per_year") == Approx(455.0 * minute).epsilon(0.02));
    CHECK(deploys.estimate("service:rolling", "downtime_per_year") == Approx(419.0 * minute).epsilon(0.02));
    CHECK(deploys.estimate("service:canary", "downtime_per_year") == Approx(4.0 * minute).epsilon(0.15));
    CHECK(deploys.estimate("service:checkout", "planned_downtime_per_year") == Approx(105.0).epsilon(0.03));
}
