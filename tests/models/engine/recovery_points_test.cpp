// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine/recovery_points.hpp"

#include "tests/catch.hpp"
#include "tests/models/engine/backup_program.hpp"

using namespace nines::test;

namespace {

/// Backups every T that are usable after d with probability p each: the loss at a uniform instant is
/// d + T (U + G), U uniform, P(G = k) = (1 - p)^k p.
struct Periodic {
    const char* name;
    double period, delay, success;  ///< Hours.
    double mean, sd, p95, p99, within_a_day, worst;
};

/// Oracle "rpo_periodic_backup", in closed form.
const Periodic periodic[] = {
    {"daily", 24, 0, 1, 12.0, 6.928203230275509, 22.8, 23.76, 1.0, 24.0},
    {"daily, 2 h", 24, 2, 1, 14.0, 6.928203230275509, 24.8, 25.76, 0.9166666666666666, 26.0},
    {"daily, 2 h, 95%", 24, 2, 0.95, 15.263157894736842, 8.939315261289327, 26.0, 46.21052631578947, 0.8708333333333332,
     26.0},
    // T/2 + d + T q / (1 - q) = 12 + 3 + 24 / 9, and T^2 (1/12 + q / (1 - q)^2) for the variance, q = 10%.
    {"daily, 3 h, 90%", 24, 3, 0.9, 17.666666666666668, 10.913803, 40.333333333333336, 51.0, 0.7875, 27.0},
    {"hourly, 6 min, 99%", 1, 0.1, 0.99, 0.61010101010101, 0.30583716883237744, 1.0595959595959596, 1.1, 1.0, 1.1},
};

BackupProgram program_of(const Periodic& of) {
    BackupProgram made;
    Backup& backup = made.add();
    made.schedule(backup, BackupKind::full, of.period * hour);
    // Hold, copying and the way to where it is kept are one delay.
    backup.job.hold_seconds = of.delay * hour / 2.0;
    backup.job.takes = made.constant(of.delay * hour / 4.0);
    backup.job.lag = made.constant(of.delay * hour / 4.0);
    backup.job.success = of.success;
    return made;
}

}  // namespace

TEST_CASE("periodic backups lose what their formula says", "[recovery_points]") {
    for (const Periodic& of : periodic) {
        CAPTURE(of.name);
        const BackupProgram made = program_of(of);
        RecoveryPoints points(made.program, 1);
        Sample loss;
        constexpr int trials = 60'000;
        for (int trial = 0; trial < trials; ++trial) {
            points.begin(trial);
            loss.add(loss_at(made, points, instant(trial, 0.0, 10 * year)) / hour);
        }
        CHECK(std::abs(loss.z_of_mean(of.mean)) < 4.5);
        CHECK(std::abs(loss.z_of_variance(of.sd * of.sd)) < 4.5);
        CHECK(std::abs(loss.z_of_share(of.p95, 0.95)) < 4.5);
        CHECK(std::abs(loss.z_of_share(of.p99, 0.99)) < 4.5);
        if (of.within_a_day < 1.0) { CHECK(std::abs(loss.z_of_share(24.0, of.within_a_day)) < 4.5); }
    }
}

TEST_CASE("without failed jobs the worst loss is period and delay", "[recovery_points]") {
    for (Periodic of : periodic) {
        CAPTURE(of.name);
        of.success = 1.0;
        const BackupProgram made = program_of(of);
        const RecoveryPoints points(made.program, 1);
        // Job 400 is usable a delay after its start; a moment before that, job 399 is the newest.
        const double usable = (400.0 * of.period + of.delay) * hour;
        CHECK(loss_at(made, points, usable) / hour == Approx(of.delay).margin(1e-9));
        CHECK(loss_at(made, points, usable - 1e-3) / hour == Approx(of.worst));
    }
}

TEST_CASE("a job that failed is tried again", "[recovery_points]") {
    BackupProgram made;
    Backup& backup = made.add();
    made.schedule(backup, BackupKind::full, day);
    backup.job.success = 0.6;
    backup.job.retries = 3;
    backup.job.retry_seconds = hour;
    RecoveryPoints points(made.program, 3);
    Sample tries, done;
    for (int trial = 0; trial < 20'000; ++trial) {
        points.begin(trial);
        // At noon the copy of this morning is there, made at 0, 1, 2 or 3 o'clock, or that of an earlier day.
        const double loss = loss_at(made, points, 40 * day + 12 * hour);
        const bool is_today = loss < 12.5 * hour;
        done.add(is_today ? 1.0 : 0.0);
        if (is_today) tries.add(std::round((12 * hour - loss) / hour));
    }
    // P(done) = 1 - 0.4^4; mean number of failures before, given that: sum k 0.4^k 0.6 / P.
    const double all = 1.0 - std::pow(0.4, 4);
    CHECK(std::abs(done.z_of_mean(all)) < 4.5);
    CHECK(std::abs(tries.z_of_mean((0.4 + 2 * 0.16 + 3 * 0.064) * 0.6 / all)) < 4.5);
}

TEST_CASE("the log leads up to the newest segment that was shipped", "[recovery_points]") {
    BackupProgram made;
    Backup& backup = made.add();
    made.schedule(backup, BackupKind::full, week);
    backup.log = {.exists = true, .segment_seconds = 60.0, .ship = made.constant(5.0)};
    backup.written_per_second = 2e6;
    RecoveryPoints points(made.program, 1);
    // Worst g + ship, just before a segment arrives; best ship.
    CHECK(loss_at(made, points, 30 * day + 5.0 - 1e-3) == Approx(64.999));
    CHECK(loss_at(made, points, 30 * day + 5.0) == Approx(5.0));
    Sample loss;
    for (int trial = 0; trial < 20'000; ++trial) {
        points.begin(trial);
        loss.add(loss_at(made, points, instant(trial, 0.0, year)));
    }
    CHECK(std::abs(loss.z_of_mean(60.0 / 2.0 + 5.0)) < 4.5);
    CHECK(std::abs(loss.z_of_variance(60.0 * 60.0 / 12.0)) < 4.5);
    // What is replayed: from the start of the full one, 2 days before.
    const auto point = points.newest(made.state, asked_at(30 * day + 5.0));
    REQUIRE(point);
    CHECK(point->base_at == 28 * day);
    CHECK(point->log_bytes == Approx(2e6 * 2 * day));
}

TEST_CASE("a streamed log loses as much as it lags", "[recovery_points]") {
    BackupProgram made;
    Backup& backup = made.add();
    made.schedule(backup, BackupKind::full, week);
    backup.log = {.exists = true,
                  .ship = made.law(nines::sim::Law{nines::sim::Exponential{nines::Duration::seconds(3.0)}})};
    RecoveryPoints points(made.program, 1);
    Sample loss;
    for (int trial = 0; trial < 20'000; ++trial) {
        points.begin(trial);
        loss.add(loss_at(made, points, instant(trial, week, year)));
    }
    CHECK(std::abs(loss.z_of_mean(3.0)) < 4.5);
}

TEST_CASE("with a log any instant before the data became bad can be restored", "[recovery_points]") {
    BackupProgram made;
    Backup& backup = made.add();
    made.schedule(backup, BackupKind::full, day);
    backup.log = {.exists = true, .segment_seconds = 60.0, .ship = made.constant(5.0)};
    const RecoveryPoints points(made.program, 1);
    RestoreRequest request = asked_at(100 * day);
    request.not_after = 97.3 * day;
    const auto point = points.newest(made.state, request);
    REQUIRE(point);
    CHECK(point->at == 97.3 * day);
    CHECK(point->base_at == 97 * day);
    // Nobody ships what was lost with the data: of the minute in which it happened nothing is left.
    request.now = request.not_after = 97.3 * day + 30.0;
    request.now += hour;
    request.lost_at = request.not_after;
    CHECK(points.newest(made.state, request)->at == 97.3 * day);
}

TEST_CASE("what was being copied when the data were lost is lost too", "[recovery_points]") {
    BackupProgram made;
    Backup& backup = made.add();
    made.schedule(backup, BackupKind::full, day);
    backup.job.takes = made.constant(2 * hour);
    backup.job.lag = made.constant(hour);
    const RecoveryPoints points(made.program, 1);
    RestoreRequest request = asked_at(10 * day + 6 * hour);
    request.not_after = request.lost_at = 10 * day + hour;
    CHECK(points.newest(made.state, request)->at == 9 * day);
    // Copied, and on its way to where it is kept.
    request.not_after = request.lost_at = 10 * day + 2.5 * hour;
    CHECK(points.newest(made.state, request)->at == 10 * day);
}

TEST_CASE("recovery points are the same whatever was asked before", "[recovery_points]") {
    BackupProgram made;
    Backup& backup = made.add();
    made.schedule(backup, BackupKind::full, week);
    made.schedule(backup, BackupKind::incr, day);
    backup.job = {.bytes_per_second = 1e6, .success = 0.8, .bad = 0.1, .breaks_per_second = 1.0 / (30 * day)};
    backup.tests = {{30 * day, 3 * day}};
    backup.log = {
        .exists = true, .segment_seconds = 300.0, .stops_per_second = 1.0 / (20 * day), .noticed = made.constant(day)};
    backup.bytes = 1e9;
    backup.changed_per_second = 1e3;
    RecoveryPoints first(made.program, 5), second(made.program, 5);
    first.begin(9);
    for (int i = 0; i < 50; ++i) first.newest(made.state, asked_at(year - i * 6 * day));
    second.begin(3);
    second.newest(made.state, asked_at(2 * year));
    second.begin(9);
    for (int i = 0; i < 50; ++i) {
        const auto here = first.newest(made.state, asked_at(i * 7 * day));
        const auto there = second.newest(made.state, asked_at(i * 7 * day));
        REQUIRE(here.has_value() == there.has_value());
        if (!here) continue;
        CHECK(here->at == there->at);
        CHECK(here->links == there->links);
        CHECK(here->is_readable == there->is_readable);
    }
}
