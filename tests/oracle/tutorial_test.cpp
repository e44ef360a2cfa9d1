// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "models/results/metric_catalogue.hpp"
#include "models/results/study.hpp"
#include "models/validate/open.hpp"
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

namespace {

double of_class(const nines::oracle::Study& study, const char* subject, const char* metric, const char* failure_class) {
    const auto* row = nines::results::find_metric(study.results, subject, metric, failure_class);
    REQUIRE(row != nullptr);
    return row->estimate;
}

}  // namespace

TEST_CASE("the tutorial of differential and incremental backups tells the trade it shows", "[oracle][tutorial]") {
    const auto backups = run_file("tutorial/23_differential_or_incremental.toml", {.trials = 4000});
    constexpr double minute = 60.0;
    // Mean over the week: 500 GB and 150 GB x (1 - exp(-t / 1.5 d)), once or night by night, at 250 MB/s; 10 min
    // before.
    const auto restored = [](bool is_incremental) {
        double sum = 0.0;
        for (int nights = 0; nights < 7; ++nights) {
            const double once = 150e9 * (1.0 - std::exp(-nights / 1.5));
            const double each = nights * 150e9 * (1.0 - std::exp(-1.0 / 1.5));
            sum += (500e9 + (is_incremental ? each : once)) / 250e6 / 7.0;
        }
        return sum;
    };
    CHECK(backups.estimate("service:with-differential", "outage_duration_p50") ==
          Approx(restored(false) + 10 * minute).epsilon(0.05));
    CHECK(backups.estimate("service:with-differential", "mean_down_time") == Approx(52 * minute).epsilon(0.01));
    CHECK(backups.estimate("service:with-incremental", "mean_down_time") == Approx(61 * minute).epsilon(0.015));
    CHECK(backups.estimate("service:with-incremental", "mean_down_time") > restored(true) + 10 * minute);
    CHECK(backups.estimate("backup:incremental", "backup_bytes_mean") <
          backups.estimate("backup:differential", "backup_bytes_mean"));
}

TEST_CASE("the tutorial of ruined data gives the answers worked out in its comment", "[oracle][tutorial]") {
    constexpr std::uint64_t trials = 10000;
    constexpr double hour = 3600.0;
    const auto shops = run_file("tutorial/24_what_replicas_do_not_help_against.toml", {.trials = trials});
    const auto chance_differs = [&](const char* store, double expected) {
        const double error = std::sqrt(expected * (1.0 - expected) / trials);
        return std::abs(shops.estimate(store, "p_total_loss") - expected) / error;
    };
    CHECK(chance_differs("store:replicas", 1.0 - std::exp(-2.0)) < 4.5);
    CHECK(chance_differs("store:delayed", 1.0 - std::exp(-2.0 * std::exp(-6.0))) < 4.5);
    CHECK(shops.estimate("store:nightly", "p_total_loss") == 0.0);
    CHECK(shops.estimate("store:log", "p_total_loss") == 0.0);
    // Some 20,000 losses: sd of a day's uniform and an hour's exponential time, and of the latter alone.
    const double losses = 0.2 * 10 * trials;
    const auto mean_differs = [&](const char* store, double expected, double sd) {
        const double mean = of_class(shops, store, "data_loss_mean", "corruption");
        return std::abs(mean - expected) / (sd / std::sqrt(losses));
    };
    CHECK(mean_differs("store:nightly", 13 * hour, std::hypot(24 * hour / std::sqrt(12.0), hour)) < 4.5);
    CHECK(mean_differs("store:log", hour, hour) < 4.5);
}

TEST_CASE("the tutorial of a choice gives the answer worked out in its comment", "[oracle][tutorial]") {
    const auto which = run_file("tutorial/27_which_design.toml", {.trials = 2000});
    constexpr double q = 6.0 / 486.0;
    constexpr double p = 4.0 / 964.0;
    CHECK_EXACT(which, "service:shop", "unavailability", 1.0 - (1.0 - q * q) * (1.0 - p * p), q * p);
}

TEST_CASE("what high availability does alone is told beside the design with its recovery", "[oracle][results]") {
    const std::string file = NINES_SOURCE_DIR "/scenarios/tutorial/24_what_replicas_do_not_help_against.toml";
    nines::results::StudyOptions options;
    options.trials = 10000;
    options.beside_recovery = true;
    const auto study = nines::results::prepare_study(nines::validate::open_file(file).scenario, options);
    const auto results = nines::results::run_study(study);
    const auto chance = [&](const char* store, const char* metric) {
        const auto* row = nines::results::find_metric(results, store, metric);
        REQUIRE(row != nullptr);
        return row->estimate;
    };
    // Without backups every corruption of ten years takes all: 1 - exp(-10 / 5).
    const double all = 1.0 - std::exp(-2.0);
    const double error = std::sqrt(all * (1.0 - all) / 10000);
    for (const char* store : {"store:replicas", "store:nightly", "store:log", "store:delayed"}) {
        CAPTURE(store);
        CHECK(std::abs(chance(store, "p_total_loss_without_recovery") - all) < bound * error);
    }
    CHECK(chance("store:log", "p_total_loss") == 0.0);
    options.beside_recovery = false;
    const auto plain =
        nines::results::run_study(nines::results::prepare_study(nines::validate::open_file(file).scenario, options));
    CHECK(nines::results::find_metric(plain, "store:log", "p_total_loss_without_recovery") == nullptr);
}

TEST_CASE("levels of protection lose at most what holds, propagations and one accumulation come to", "[oracle]") {
    const auto levels = run_file("designs/storage_levels.toml", {.trials = 4000});
    constexpr double hour = 3600.0;
    const auto lost = [&](const char* metric, const char* failure_class) {
        return of_class(levels, "store:object", metric, failure_class) / hour;
    };
    // Keeton and Merchant, DSN 2004: split mirror 12 h, tape 217 h, vault 1429 h; on average half an accumulation less.
    CHECK(lost("data_loss_max", "corruption") == Approx(12.0).epsilon(0.001));
    CHECK(lost("data_loss_max", "region") == Approx(1429.0).epsilon(0.001));
    CHECK(lost("data_loss_mean", "corruption") == Approx(6.0).epsilon(0.04));
    CHECK(lost("data_loss_mean", "region") == Approx(1093.0).epsilon(0.02));
    // Now and then the tapes have burnt shortly before the array is lost, so not the largest: 49 h + 95 % of 168 h.
    CHECK(lost("data_loss_p95", "rack") == Approx(208.6).epsilon(0.02));
    CHECK(lost("data_loss_p50", "rack") == Approx(133.0).epsilon(0.04));
}
