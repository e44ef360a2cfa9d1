// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine/backup_retention.hpp"

#include "tests/catch.hpp"
#include "tests/models/engine/backup_program.hpp"

using namespace nines::test;

namespace {

/// Days before `now` of all copies that are kept then, the newest first.
std::vector<double> kept_at(const BackupProgram& made, double now) {
    CopyLosses losses;
    losses.attacked_at.resize(made.program.backups.size(), CopyLosses::never);
    BackupJobs jobs(made.program, 1, losses);
    std::vector<double> kept;
    LinksInWait room;
    const auto id = static_cast<BackupId>(0);
    BackupRetention retention(jobs, id, now, room);
    BackupWalk walk(jobs, id, now);
    while (const BackupCopy* copy = walk.next()) {
        retention.meet(*copy);
        if (copy->usable_at > now) continue;
        if (retention.keeps(*copy)) kept.push_back((now - copy->began) / day);
        if (retention.is_over() || now - copy->began > 3 * year) break;
    }
    return kept;
}

using Days = std::vector<double>;

BackupCopy copy_of(BackupKind kind, double began, double copied_at) {
    return {.kind = kind, .began = began, .copied_at = copied_at};
}

BackupProgram daily() {
    BackupProgram made;
    Backup& backup = made.add();
    made.schedule(backup, BackupKind::full, day);
    backup.keep.has_rules = true;
    return made;
}

BackupProgram weekly(BackupKind kind) {
    BackupProgram made;
    Backup& backup = made.add();
    made.schedule(backup, BackupKind::full, week);
    made.schedule(backup, kind, day);
    backup.keep.has_rules = true;
    return made;
}

}  // namespace

TEST_CASE("a link waits for what it builds upon", "[engine][backup]") {
    LinksInWait links;
    links.add(copy_of(BackupKind::full, 1000.0, 1010.0));
    CHECK(links.empty());  // it builds upon nothing
    links.add(copy_of(BackupKind::incr, 1000.0, 1010.0));
    links.add(copy_of(BackupKind::diff, 900.0, 910.0));
    const auto met = [&](const BackupCopy& copy) {
        std::vector<double> who;
        const bool any = links.meet(copy, [&](const BackupCopy& link) { who.push_back(link.began); });
        CHECK(any == !who.empty());
        return who;
    };
    CHECK(met(copy_of(BackupKind::incr, 950.0, 1001.0)).empty());  // it still copied when the increment began
    CHECK(met(copy_of(BackupKind::snapshot, 940.0, 941.0)).empty());
    CHECK(met(copy_of(BackupKind::incr, 930.0, 935.0)) == std::vector<double>{1000.0});
    CHECK(met(copy_of(BackupKind::incr, 850.0, 855.0)).empty());  // a differential one builds upon full ones alone
    CHECK(met(copy_of(BackupKind::full, 900.0, 905.0)).empty());  // not before it
    CHECK(links.left().size() == 1);
    CHECK(met(copy_of(BackupKind::full, 800.0, 2000.0)) == std::vector<double>{900.0});
    CHECK(links.empty());
}

TEST_CASE("the newest few are kept, and the oldest goes when a newer one can be used", "[backup][retention]") {
    BackupProgram made = daily();
    made.program.backups[0].keep.full = 3;
    made.program.backups[0].job.takes = made.constant(2 * hour);
    CHECK(kept_at(made, 100.5 * day) == Days{0.5, 1.5, 2.5});
    // Until today's copy is there, that of three days ago is kept.
    const Days before = kept_at(made, 100 * day + hour);
    REQUIRE(before.size() == 3);
    CHECK(before[2] == Approx(3.0 + 1.0 / 24.0));
}

TEST_CASE("differential copies go with their full one, unless a number of their own is kept", "[backup][retention]") {
    BackupProgram made = weekly(BackupKind::diff);
    made.program.backups[0].keep.full = 1;
    // Wednesday: the full one of Monday and two others.
    CHECK(kept_at(made, 100 * week + 2.5 * day) == Days{0.5, 1.5, 2.5});
    // Monday: all of the week before go when the new full one is there.
    CHECK(kept_at(made, 100 * week + 0.5 * day) == Days{0.5});
    made.program.backups[0].keep.diff = 4;
    // The two of this week, two of the last one, and the full one that these need.
    CHECK(kept_at(made, 100 * week + 2.5 * day) == Days{0.5, 1.5, 2.5, 3.5, 4.5, 9.5});
}

TEST_CASE("an increment is kept as long as another builds upon it", "[backup][retention]") {
    BackupProgram made = weekly(BackupKind::incr);
    made.program.backups[0].keep.full = 1;
    made.program.backups[0].keep.incr = 1;
    // Thursday: the newest needs the two before it and the full one.
    CHECK(kept_at(made, 100 * week + 3.5 * day) == Days{0.5, 1.5, 2.5, 3.5});
    // Monday: the last of Sunday is still the newest increment.
    CHECK(kept_at(made, 100 * week + 0.5 * day) == Days{0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5});
}

TEST_CASE("a window keeps what is needed for any time within it", "[backup][retention]") {
    BackupProgram made = daily();
    made.program.backups[0].keep.window_seconds = 3 * day;
    // That of 3.5 days ago is the newest before the window.
    CHECK(kept_at(made, 100.5 * day) == Days{0.5, 1.5, 2.5, 3.5});
    BackupProgram chain = weekly(BackupKind::diff);
    chain.program.backups[0].keep.window_seconds = 3 * day;
    // Tuesday noon: the one before the window is Saturday's, which needs the full one of the week before.
    CHECK(kept_at(chain, 100 * week + 1.5 * day) == Days{0.5, 1.5, 2.5, 3.5, 8.5});
}

TEST_CASE("calendar rules keep the last of each day, week and month", "[backup][retention]") {
    BackupProgram made = daily();
    Retention& keep = made.program.backups[0].keep;
    keep.daily = 3;
    keep.weekly = 3;
    // Thursday noon: three days; of three weeks the last, Sunday's: today, 3 and 10 days before Thursday + 0.5.
    const double thursday = 52 * week + 3.5 * day;
    CHECK(kept_at(made, thursday) == Days{0.5, 1.5, 2.5, 4.5, 11.5});
    // Weeks begin on Monday by the clock: the trial began on a Thursday.
    keep.clock_at_start = 3 * day;
    CHECK(kept_at(made, 52 * week + 0.5 * day) == Days{0.5, 1.5, 2.5, 4.5, 11.5});
    keep = {.monthly = 2, .has_rules = true};
    // Months of 365 / 12 d = 30.42 d: day 91 is in the third, the last of the second is day 60.
    const Days months = kept_at(made, 91.2 * day);
    REQUIRE(months.size() == 2);
    CHECK(months[0] == Approx(0.2));
    CHECK(months[1] == Approx(31.2));
    // Two rules keep what either wants.
    keep.full = 2;
    keep.monthly = 3;
    const Days kept = kept_at(made, 100.5 * day);
    REQUIRE(kept.size() == 4);
    CHECK(kept[1] == Approx(1.5));
    CHECK(kept[2] == Approx(9.5));
    CHECK(kept[3] == Approx(40.5));
}

TEST_CASE("what no rule is about is kept", "[backup][retention]") {
    BackupProgram made = weekly(BackupKind::incr);
    made.program.backups[0].keep.log_seconds = 35 * day;
    CHECK(kept_at(made, 4 * year).size() > 3 * 364);
}

TEST_CASE("what is kept has a size", "[backup][retention]") {
    const auto id = static_cast<BackupId>(0);
    BackupProgram made = weekly(BackupKind::diff);
    Backup& backup = made.program.backups[0];
    backup.bytes = 500e9;
    backup.changed_per_second = 1e6;
    backup.keep.full = 1;
    const double thursday = 100 * week + 3.5 * day;
    // Differences of 1, 2 and 3 days; increments of a day each.
    CHECK(RecoveryPoints(made.program, 1).stored_bytes(id, thursday) == Approx(500e9 + 6 * day * 1e6));
    backup.series[1].kind = BackupKind::incr;
    CHECK(RecoveryPoints(made.program, 1).stored_bytes(id, thursday) == Approx(500e9 + 3 * day * 1e6));
    // The log since the oldest copy.
    backup.log.exists = true;
    backup.written_per_second = 2e6;
    CHECK(RecoveryPoints(made.program, 1).stored_bytes(id, thursday) ==
          Approx(500e9 + 3 * day * 1e6 + 3.5 * day * 2e6));
    // Pieces are kept once: ten full ones are the data as they were and the changes of nine days.
    BackupProgram pieces = daily();
    Backup& repository = pieces.program.backups[0];
    repository.bytes = 500e9;
    repository.changed_per_second = 1e6;
    repository.restore.model = RestoreModel::manifest;
    repository.keep.full = 10;
    CHECK(RecoveryPoints(pieces.program, 1).stored_bytes(id, 100.5 * day) == Approx(500e9 + 9 * day * 1e6));
}
