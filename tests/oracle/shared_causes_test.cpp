// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "tests/catch.hpp"
#include "tests/oracle/run.hpp"

using nines::Duration;
using nines::oracle::bound;
using nines::oracle::run_file;
using nines::oracle::run_text;

TEST_CASE("a tenth of common failures makes a pair thirteen times worse", "[oracle][cause]") {
    const auto study = run_file("reference/common_cause_pair.toml", {.trials = 8000});

    // Three-state chain; wrong: independent failures.
    CHECK_EXACT(study, "service:function", "unavailability", 0.00021353121088072495, 1.5872763924382153e-05);
    CHECK_EXACT(study, "service:function", "mean_time_to_first_outage", 46988.84758364307 * 3600.0, 632500.0 * 3600.0);
}

TEST_CASE("servers are down with their rack and fail on meanwhile", "[oracle][domain]") {
    const auto study = run_file("reference/two_racks.toml", {.trials = 2000});

    // Mixture of binomials over the racks that are up; wrong: no racks (servers alone).
    const double q = 5.0 / 4005.0;
    CHECK_EXACT(study, "service:need4", "unavailability", 0.0007995590320194778, 20 * q * q * q);
    CHECK_EXACT(study, "service:need6", "unavailability", 0.008260846569159316, 1 - std::pow(1 - q, 6));
    // wrong: the rack's members counted once.
    CHECK_EXACT(study, "group:servers", "mean_members_up", 5.990113317968692, 6 * (1 - q));
    // wrong: racks alone.
    CHECK_EXACT(study, "service:need3", "unavailability", 3.1500314324141326e-06, 1.6e-7);
}

TEST_CASE("staggered maintenance makes a pair four times worse and not a hundred", "[oracle][maintenance]") {
    const auto study = run_file("reference/maintained_pair.toml", {.trials = 2000});
    // q^2 (1 - 4/720) + q 4/720; wrong: no maintenance.
    CHECK_EXACT(study, "service:site", "unavailability", 1.5050847517650439e-05, 3.9840478723192335e-06);

    const auto at_once =
        run_file("reference/maintained_pair.toml", {.trials = 10, .overrides = {"group.pair.maintenance.stagger=0 s"}});
    CHECK_EXACT(at_once, "service:site", "unavailability", 0.0027817507588504516, 1.5050847517650439e-05);
}
