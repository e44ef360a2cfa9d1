// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include "tests/catch.hpp"
#include "tests/models/engine/backup_program.hpp"

using namespace nines::test;

namespace {

/// Weekly full at midnight, and on the other days one that builds upon others.
BackupProgram weekly(BackupKind other) {
    BackupProgram made;
    Backup& backup = made.add();
    made.schedule(backup, BackupKind::full, week);
    made.schedule(backup, other, day);
    return made;
}

/// What a restore at noon of each day of a week needs.
std::vector<std::uint32_t> links_by_day(const BackupProgram& made) {
    const RecoveryPoints points(made.program, 1);
    std::vector<std::uint32_t> links;
    for (int d = 0; d < 7; ++d) {
        links.push_back(points.newest(made.state, asked_at(10 * week + (d + 0.5) * day))->links);
    }
    return links;
}

}  // namespace

TEST_CASE("a restore needs every increment back to the full one, and of the differential ones the last", "[backup]") {
    CHECK(links_by_day(weekly(BackupKind::incr)) == std::vector<std::uint32_t>{1, 2, 3, 4, 5, 6, 7});
    CHECK(links_by_day(weekly(BackupKind::diff)) == std::vector<std::uint32_t>{1, 2, 2, 2, 2, 2, 2});
}

TEST_CASE("a chain can be read if each of its links can", "[backup]") {
    constexpr double bad = 0.05;
    for (const BackupKind kind : {BackupKind::incr, BackupKind::diff}) {
        BackupProgram made = weekly(kind);
        made.program.backups[0].job.bad = bad;
        RecoveryPoints points(made.program, 4);
        Sample readable, links;
        for (int trial = 0; trial < 40'000; ++trial) {
            points.begin(trial);
            const auto point = points.newest(made.state, asked_at(instant(trial, 0.0, 520 * week)));
            REQUIRE(point);
            readable.add(point->is_readable ? 1.0 : 0.0);
            links.add(point->links);
        }
        // The mean of (1 - bad)^links over the days of the week.
        double expected = 0.0;
        for (int d = 0; d < 7; ++d) {
            const double number = kind == BackupKind::incr ? d + 1 : std::min(d + 1, 2);
            expected += std::pow(1.0 - bad, number) / 7.0;
        }
        CHECK(std::abs(readable.z_of_mean(expected)) < 4.5);
        CHECK(std::abs(links.z_of_mean(kind == BackupKind::incr ? 4.0 : 13.0 / 7.0)) < 4.5);
    }
}

TEST_CASE("after a link that cannot be read the restore goes on with what is older than it", "[backup]") {
    BackupProgram made = weekly(BackupKind::incr);
    made.program.backups[0].job.bad = 0.3;
    RecoveryPoints points(made.program, 4);
    int tried = 0;
    for (int trial = 0; trial < 300; ++trial) {
        points.begin(trial);
        RestoreRequest request = asked_at(100 * week + 6.5 * day);
        auto point = points.newest(made.state, request);
        while (!point->is_readable) {
            ++tried;
            const double before = point->base_at;
            points.rule_out(*point);
            request.older_than = point->next_older_than;
            point = points.newest(made.state, request);
            REQUIRE(point);
            CHECK(point->base_at < before);
        }
        // By either way of asking.
        request.older_than = never;
        CHECK(points.newest(made.state, request)->at == point->at);
        points.end_of_attempts(request.store);
    }
    CHECK(tried > 200);
}

TEST_CASE("what tests have found unreadable is passed over, with all that builds upon it", "[backup]") {
    BackupProgram made = weekly(BackupKind::incr);
    made.program.backups[0].job.bad = 0.2;
    BackupProgram tested = made;
    // Each day's copy is restored at noon, so that by the evening every bad one is known.
    tested.program.backups[0].tests = {{day, 0.5 * day}};
    RecoveryPoints untested(made.program, 4), points(tested.program, 4);
    int passed_over = 0;
    for (int trial = 0; trial < 500; ++trial) {
        untested.begin(trial);
        points.begin(trial);
        const RestoreRequest request = asked_at(100 * week + (trial % 7 + 0.9) * day);
        const auto known = points.newest(tested.state, request);
        REQUIRE(known);
        CHECK(known->is_readable);
        // Without tests the same is found by trying.
        auto tried = untested.newest(made.state, request);
        while (!tried->is_readable) {
            ++passed_over;
            untested.rule_out(*tried);
            tried = untested.newest(made.state, request);
        }
        CHECK(known->at == tried->at);
        CHECK(known->links == tried->links);
    }
    CHECK(passed_over > 200);
}

TEST_CASE("sizes of differential and incremental copies grow with the time since what they build upon", "[backup]") {
    BackupProgram made = weekly(BackupKind::diff);
    Backup& backup = made.program.backups[0];
    backup.bytes = 500e9;
    backup.changed_per_second = 1e6;
    const auto copied = [&](double now) {
        return RecoveryPoints(made.program, 1).newest(made.state, asked_at(now))->copy_bytes;
    };
    const double thursday = 10 * week + 3.5 * day;
    // 500 GB and what has changed in three days.
    CHECK(copied(thursday) == Approx(500e9 + 3 * day * 1e6));
    // No difference is larger than the data.
    backup.changed_per_second = 1e9;
    CHECK(copied(thursday) == Approx(1000e9));
    // The data grow: by a tenth in a year.
    backup.growth_per_year = 0.1;
    CHECK(copied(52 * week + 0.5 * day) == Approx(500e9 * std::pow(1.1, 52 * week / year)));
    // Whatever is kept as pieces is read once.
    backup.growth_per_year = 0.0;
    backup.restore.model = RestoreModel::manifest;
    CHECK(copied(thursday) == Approx(500e9));
}

TEST_CASE("where changes fall on a hot part of the data a difference is smaller than the increments", "[backup]") {
    constexpr double changed = 100e9 / day;
    constexpr double hot = 150e9;
    const double thursday = 10 * week + 3.5 * day;
    const auto copied = [&](BackupKind kind) {
        BackupProgram made = weekly(kind);
        Backup& backup = made.program.backups[0];
        backup.bytes = 500e9;
        backup.changed_per_second = changed;
        backup.hot_bytes = hot;
        return RecoveryPoints(made.program, 1).newest(made.state, asked_at(thursday))->copy_bytes - backup.bytes;
    };
    // hot (1 - exp(-c t / hot)): after three days once, after one day three times.
    CHECK(copied(BackupKind::diff) == Approx(hot * (1.0 - std::exp(-3 * day * changed / hot))));
    CHECK(copied(BackupKind::incr) == Approx(3 * hot * (1.0 - std::exp(-day * changed / hot))));
}

TEST_CASE("copying takes as long as there is something to copy", "[backup]") {
    BackupProgram made = weekly(BackupKind::diff);
    Backup& backup = made.program.backups[0];
    backup.bytes = 360e9;
    backup.changed_per_second = 1e6;
    backup.job.bytes_per_second = 100e6;
    const RecoveryPoints points(made.program, 1);
    // The full one takes an hour, that of Tuesday 86.4 GB / 100 MB/s = 864 s, that of Wednesday twice as long.
    const auto at = [&](double now) { return points.newest(made.state, asked_at(10 * week + now))->at - 10 * week; };
    CHECK(at(hour - 1.0) == -day);
    CHECK(at(hour) == 0.0);
    CHECK(at(day + 863.0) == 0.0);
    CHECK(at(day + 864.0) == day);
    CHECK(at(2 * day + 1727.0) == day);
    CHECK(at(2 * day + 1728.0) == 2 * day);
}

TEST_CASE("a backup is left out while a fuller one is still copied", "[backup]") {
    BackupProgram made = weekly(BackupKind::incr);
    made.program.backups[0].job.takes = made.constant(30 * hour);
    const RecoveryPoints points(made.program, 1);
    // The incremental one of the second day begins while the full one copies, that of the third while nothing fuller
    // does; it builds upon the full one.
    const auto point = points.newest(made.state, asked_at(10 * week + 3.5 * day));
    REQUIRE(point);
    CHECK(point->at == 10 * week + 2 * day);
    CHECK(point->links == 2);
}

TEST_CASE("what breaks in silence is bad at need for half the time between two tests", "[backup]") {
    BackupProgram made;
    Backup& backup = made.add();
    made.schedule(backup, BackupKind::full, day);
    backup.job.breaks_per_second = 0.4 / year;
    backup.tests = {{30 * day, 0.0}};
    RecoveryPoints points(made.program, 6);
    Sample bad;
    for (int trial = 0; trial < 100'000; ++trial) {
        points.begin(trial);
        const auto point = points.newest(made.state, asked_at(instant(trial, 30 * day, 30 * 30 * day)));
        bad.add(point->is_readable ? 0.0 : 1.0);
    }
    // Broken at time s of an interval: from the next backup, half a day later in the mean, until the test. With the
    // rate r and the interval I = 30 d, days counted: mean over the instant u and days of the first break before it.
    double expected = 0.0;
    for (int d = 0; d < 30; ++d) expected += -std::expm1(-0.4 / 365.0 * d) / 30.0;
    CHECK(std::abs(bad.z_of_mean(expected)) < 4.5);
    // The rule of thumb r I / 2.
    CHECK(expected == Approx(0.4 / 365.0 * 15.0).epsilon(0.05));
}

TEST_CASE("a restore that meets a bad copy mends what broke the backups", "[backup]") {
    BackupProgram made;
    Backup& backup = made.add();
    made.schedule(backup, BackupKind::full, day);
    backup.job.breaks_per_second = 100.0 / year;
    RecoveryPoints points(made.program, 6);
    Sample well;
    for (int trial = 0; trial < 3000; ++trial) {
        points.begin(trial);
        // Without tests everything is bad since the first break.
        CHECK_FALSE(points.newest(made.state, asked_at(2 * year + 0.5 * day))->is_readable);
        points.found_unreadable(static_cast<BackupId>(0), 2 * year + 0.5 * day);
        // What is known to be bad is not offered again ..
        CHECK(points.newest(made.state, asked_at(2 * year + 0.6 * day))->at < year);
        // .. and the next copy is good unless it has broken again within half a day.
        const auto next = points.newest(made.state, asked_at(2 * year + 1.5 * day));
        well.add(next->at > year && next->is_readable ? 1.0 : 0.0);
    }
    CHECK(std::abs(well.z_of_mean(std::exp(-100.0 / 365.0 * 0.5))) < 4.5);
}

TEST_CASE("a gap in the log is bridged by the next full copy only", "[backup]") {
    BackupProgram made;
    Backup& backup = made.add();
    made.schedule(backup, BackupKind::full, week);
    backup.log = {
        .exists = true, .segment_seconds = 60.0, .stops_per_second = 26.0 / year, .noticed = made.constant(day)};
    RecoveryPoints points(made.program, 8);
    Sample unbroken;
    int gaps = 0;
    for (int trial = 0; trial < 20'000; ++trial) {
        points.begin(trial);
        const double now = 60 * week + 3.5 * day;
        const auto point = points.newest(made.state, asked_at(now));
        REQUIRE(point);
        const bool is_new = now - point->at < 61.0;
        unbroken.add(is_new ? 1.0 : 0.0);
        if (is_new) continue;
        ++gaps;
        // The newest copy is that of the week's beginning; the log leads from there to the gap, or nowhere at all.
        CHECK(point->base_at == 60 * week);
        CHECK(point->at >= 60 * week);
    }
    // No stop within 3.5 days, and none that lasts when they begin: alternating renewal, working for the share
    // 1 / (1 + rate * 1 d) of the time.
    const double rate = 26.0 / year;
    CHECK(std::abs(unbroken.z_of_mean(std::exp(-rate * 3.5 * day) / (1.0 + rate * day))) < 4.5);
    CHECK(gaps > 1000);
}

TEST_CASE("logs that are no longer kept lead on from no copy", "[backup]") {
    BackupProgram made;
    Backup& backup = made.add();
    made.schedule(backup, BackupKind::full, week);
    backup.log = {.exists = true, .segment_seconds = 60.0};
    backup.keep.has_rules = true;
    backup.keep.log_seconds = 3 * day;
    const RecoveryPoints points(made.program, 1);
    CHECK(loss_at(made, points, 10 * week + 2.5 * day) == 0.0);
    CHECK(loss_at(made, points, 10 * week + 3.5 * day) == 3.5 * day);
}

TEST_CASE("data that were bad for a while are no recovery points", "[backup]") {
    BackupProgram made;
    Backup& backup = made.add();
    made.schedule(backup, BackupKind::full, day);
    RecoveryPoints points(made.program, 1);
    points.spoil(static_cast<FailoverId>(0), 99.5 * day, 101.5 * day);
    CHECK(points.newest(made.state, asked_at(101.6 * day))->at == 99 * day);
    CHECK(points.newest(made.state, asked_at(102.1 * day))->at == 102 * day);
    backup.log = {.exists = true};
    CHECK(points.newest(made.state, asked_at(101.4 * day))->at == 99.5 * day);
}
