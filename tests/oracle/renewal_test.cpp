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

// Every `wrong` number is what an engine without the feature in question would give; it stands beside the exact one.

TEST_CASE("a single component follows the two-state chain at every instant", "[oracle][transient]") {
    const auto study = run_file("reference/single_component.toml", {.trials = 200000});

    // m/(l+m) + l/(l+m) exp(-(l+m) t); wrong: the long run 500/504 from the start.
    CHECK_EXACT_AT(study, "service:function", "point_availability", Duration::hours(1), 0.9982321010957853,
                   500.0 / 504.0);
    CHECK_EXACT_AT(study, "service:function", "point_availability", Duration::hours(4), 0.994959905924242,
                   500.0 / 504.0);
    // wrong: still A(4 h).
    CHECK_EXACT_AT(study, "service:function", "point_availability", Duration::hours(24), 0.9920822427178522, 0.99496);
    // Mean of A over the 720 h; the expected failures are l times it. wrong: no repair, 1 - exp(-1.44) failures.
    CHECK(std::abs(study.z("service:function", "availability", 0.9921072338400381)) < bound);
    CHECK_EXACT(study, "service:function", "outages_per_year", 1.4286344167296547 * 8760.0 / 720.0,
                0.763 * 8760.0 / 720.0);
    CHECK(std::abs(study.z("service:function", "mean_down_time", 4.0 * hour)) < 10.0);  // Outages are cut at 720 h.
}

TEST_CASE("at the horizon a component is down as often as its chain says", "[oracle][transient]") {
    const auto study = run_file("reference/single_component.toml", {.trials = 200000});

    // A(720 h) = 500/504; wrong: 1, as if what lasts beyond the horizon had ended there.
    CHECK_EXACT_AT(study, "service:function", "point_availability", Duration::hours(720), 500.0 / 504.0, 0.9985);
    const auto& curve = study.results.series.front();
    REQUIRE(curve.name == "point_availability");
    CHECK(curve.y.back() == Approx(500.0 / 504.0).margin(0.001));
}

TEST_CASE("an Erlang repair changes the transient and not the long run", "[oracle][transient][distributions]") {
    const auto study = run_file("reference/erlang_repair.toml", {.trials = 400000});

    // Chain with four repair stages; wrong: an exponential repair with the same mean.
    CHECK_EXACT_AT(study, "service:function", "point_availability", Duration::hours(5), 0.9530707440348885,
                   0.9615408918527715);
    CHECK_EXACT_AT(study, "service:function", "point_availability", Duration::hours(10), 0.9234823133778177,
                   0.9393519166998254);
    CHECK_EXACT_AT(study, "service:function", "point_availability", Duration::hours(20), 0.9095348682298924,
                   0.919163923487485);
    // wrong: still A(20 h) of the exponential repair.
    CHECK_EXACT_AT(study, "service:function", "point_availability", Duration::hours(50), 0.9090909316388114,
                   0.919163923487485);
}

TEST_CASE("Weibull failures and lognormal repairs reach the availability of their means", "[oracle][distributions]") {
    const auto study = run_file("reference/weibull_lognormal.toml", {.trials = 600});

    // Renewal theory: q = MTTR / (MTTF + MTTR) with both means; wrong: the medians in place of the means.
    CHECK_EXACT(study, "service:parallel", "unavailability", 1.7053464800174814e-05, 1.2e-05);
    CHECK_EXACT(study, "service:majority", "unavailability", 5.101954696650724e-05, 3.6e-05);
    CHECK_EXACT(study, "service:series", "unavailability", 1.0 - 0.9876623376847762, 0.0106);
    CHECK_EXACT(study, "service:parallel", "outages_per_year", 0.07981380485615641, 0.0574);
    // MTTR / 2 whatever the distribution; wrong: MTTR.
    CHECK_EXACT(study, "service:parallel", "mean_down_time", 1.8717106886304313 * hour, 3.7434213772608627 * hour);
}

TEST_CASE("equilibrium ages make the availability stationary from the first instant", "[oracle][steady]") {
    const auto study = run_text(R"toml(
        format = 1
        scenario = { horizon = "400 h", ages = "steady", at = ["0 s", "30 h", "400 h"] }
        [node.unit]
        ttf = "weibull(shape 3, scale 100 h)"
        ttr = "uniform(5 h, 25 h)"
        [service.function]
        needs = ["unit"]
    )toml",
                                {.trials = 100000});

    // MTTF / (MTTF + MTTR) with MTTF = 100 Gamma(4/3) = 89.2980 h. wrong: new units are all up at 0 and 30 h (the
    // first by certainty, the second with probability 0.974), and less than the long run up near their first 90 h.
    const double exact = 89.29795115692493 / 104.29795115692493;
    CHECK_EXACT_AT(study, "service:function", "point_availability", Duration::hours(0), exact, 0.9999);
    CHECK_EXACT_AT(study, "service:function", "point_availability", Duration::hours(30), exact, 0.974);
    CHECK(std::abs(study.z("service:function", "point_availability", exact, Duration::hours(400))) < bound);
    CHECK(std::abs(study.z("service:function", "availability", exact)) < bound);
}

TEST_CASE("a warm-up leaves the long run and nothing of the start", "[oracle][steady]") {
    const std::string_view toml = R"toml(
        format = 1
        scenario = { horizon = "60 h", at = ["1 h"] }
        [node.unit]
        mttf = "100 h"
        ttr = "erlang(stages 4, mean 10 h)"
        [group.units]
        node = "unit"
        [service.function]
        needs = ["units"]
    )toml";
    const auto study = run_text(toml, {.trials = 100000, .warm_up = Duration::hours(200)});

    // 10/110 at every instant; wrong: 1 - A(1 h) from new, about 0.01, and a mean of 0.077 over the first 60 h.
    CHECK_EXACT_AT(study, "service:function", "point_availability", Duration::hours(1), 100.0 / 110.0, 0.99);
    CHECK_EXACT(study, "service:function", "unavailability", 10.0 / 110.0, 0.077);
    CHECK_EXACT(study, "node:units/1", "unavailability", 10.0 / 110.0, 0.077);
    // Outages that begin in the 60 h, one every 110 h; wrong: 260 h worth of them, or with those in progress at its
    // start, 1/11 more.
    const double outages = static_cast<double>(study.outcome.tally.services[0].duration.count()) / 100000.0;
    CHECK(outages == Approx(60.0 / 110.0).epsilon(0.01));
}

TEST_CASE("age replacement gives the availability of renewal theory", "[oracle][maintenance]") {
    const auto at_300 = run_file("reference/preventive_replacement.toml", {.trials = 400});
    // Integral of R to T / (that + 2 R(T) + 10 (1 - R(T))); wrong: no replacement, 0.988855.
    CHECK_EXACT(at_300, "service:function", "availability", 0.9920032140266946, 0.9888550058467439);
    // H/m + (s^2 - m^2)/(2 m^2) + d/m = 586.997 outages in H = 20 y from new, with mean m = 298.22 h and variance s^2
    // of
    // a cycle and mean d of its time down (Cox, Renewal Theory). wrong: only failures.
    CHECK_EXACT(at_300, "service:function", "outages_per_year", 29.34986547576721, 0.0011146 * 8760.0);

    const auto at_500 = run_file("reference/preventive_replacement.toml",
                                 {.trials = 400, .overrides = {"node.part.replace_at_age=500 h"}});
    CHECK_EXACT(at_500, "service:function", "availability", 0.9931226397940327, 0.9888550058467439);
}

TEST_CASE("of the renewals the published share is preventive, at the published cost", "[oracle][maintenance]") {
    // A renewal takes 2 h if it is preventive, which f of them are, else 10 h; so a cycle lasts d / (1 - A) with
    // d = 2 f + 10 (1 - f).
    constexpr double availability = 0.9920032140266946;
    constexpr double preventive = 0.9519002489689183;
    constexpr double down = 2.0 * preventive + 10.0 * (1.0 - preventive);
    constexpr double cycles = 8760.0 * (1.0 - availability) / down;
    const auto study =
        run_file("reference/preventive_replacement.toml", {.trials = 400, .warm_up = Duration::hours(20000)});
    // wrong: half of them.
    CHECK_EXACT(study, "service:function", "mean_down_time", down * 3600.0, 6.0 * 3600.0);
    // wrong: only failures, of which a year has as many as its renewals that are not preventive.
    CHECK_EXACT(study, "service:function", "outages_per_year", cycles, cycles * (1.0 - preventive));
    // Barlow and Hunter: 1 for each preventive and 5 for each other renewal, per hour of work.
    CHECK(cycles * (preventive + 5.0 * (1.0 - preventive)) / (8760.0 * availability) ==
          Approx(0.004030625032375259).epsilon(1e-9));
}
