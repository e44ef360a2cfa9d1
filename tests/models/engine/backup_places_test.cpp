// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/catch.hpp"
#include "tests/models/engine/backup_program.hpp"

using namespace nines::test;

namespace {

constexpr FailoverId orders = static_cast<FailoverId>(0);

/// Adds a host with a line of its own, up at first.
HostId add_host(BackupProgram& made) {
    Program& program = made.program;
    const auto gate = static_cast<GateId>(program.gates.size());
    program.gates.emplace_back();
    made.state.working.push_back(1);
    nines::compile::Line line;
    line.gate = gate;
    line.threshold = 1;
    program.lines.push_back(line);
    nines::compile::Host host;
    host.available = static_cast<LineId>(program.lines.size() - 1);
    program.hosts.push_back(host);
    return static_cast<HostId>(program.hosts.size() - 1);
}

/// Keeps the backup there, beside wherever it is kept already.
void keep_at(BackupProgram& made, Backup& backup, HostId host) {
    if (!exists(backup.place_hosts.front())) {
        backup.places.clear();
        backup.place_hosts.clear();
    }
    backup.places.push_back(made.program.hosts[+host].available);
    backup.place_hosts.push_back(host);
}

/// Split mirror, tape and vault: each level copies the one before (Keeton & Merchant, DSN 2004). Times in hours: how
/// often a copy is cut, how long it is held, how long it takes. A level begins when a copy of the one before arrives.
struct Levels {
    double mirror_every = 12;
    double tape_every = 168, tape_hold = 1, tape_takes = 48;
    double vault_every = 672, vault_hold = 684, vault_takes = 24;
};

BackupProgram program_of(const Levels& of) {
    BackupProgram made;
    Backup& mirror = made.add();
    made.schedule(mirror, BackupKind::full, of.mirror_every * hour);
    Backup& tape = made.add();
    tape.source = static_cast<BackupId>(0);
    made.schedule(tape, BackupKind::full, of.tape_every * hour);
    tape.job.hold_seconds = of.tape_hold * hour;
    tape.job.takes = made.constant(of.tape_takes * hour);
    Backup& vault = made.add();
    vault.source = static_cast<BackupId>(1);
    made.schedule(vault, BackupKind::full, of.vault_every * hour,
                  std::fmod(of.tape_hold + of.tape_takes, of.vault_every) * hour);
    vault.job.hold_seconds = of.vault_hold * hour;
    vault.job.takes = made.constant(of.vault_takes * hour);
    return made;
}

/// Worst and mean loss in hours over a long time, if the levels before this one are lost.
struct Loss {
    double worst = 0.0, mean = 0.0;
};
Loss loss_of(const Levels& of, std::size_t level) {
    BackupProgram made = program_of(of);
    for (std::size_t b = 0; b < made.program.backups.size(); ++b) {
        const HostId place = add_host(made);
        keep_at(made, made.program.backups[b], place);
        if (b < level) made.state.working[+place] = 0;
    }
    const RecoveryPoints points(made.program, 1);
    // Instants within twelve weeks, each a moment before a whole quarter of an hour, when the copies arrive.
    Loss loss;
    const int steps = 12 * 7 * 24 * 4;
    for (int step = 1; step <= steps; ++step) {
        const double now = year + step * 15.0 * minute - 1e-3;
        const double lost = loss_at(made, points, now) / hour;
        loss.worst = std::max(loss.worst, lost);
        loss.mean += lost / steps;
    }
    // A step stands for the quarter of an hour before it: half of it earlier in the mean.
    loss.mean -= 0.125;
    return loss;
}

}  // namespace

TEST_CASE("several levels of copies lose what holding and copying on all of them take", "[backup]") {
    // Oracle "keeton_merchant_dr": the sum of hold and copying so far, and the period of the last level.
    const auto worst = [](const Levels& of, std::size_t level) { return loss_of(of, level).worst; };
    CHECK(worst({}, 0) == Approx(12.0));
    CHECK(worst({}, 1) == Approx(217.0));
    CHECK(worst({}, 2) == Approx(1429.0));
    CHECK(loss_of({}, 0).mean == Approx(6.0));
    CHECK(loss_of({}, 1).mean == Approx(133.0));
    CHECK(loss_of({}, 2).mean == Approx(1093.0));
    const Levels weekly_vault{.vault_every = 168, .vault_hold = 12, .vault_takes = 24};
    CHECK(worst(weekly_vault, 1) == Approx(217.0));
    CHECK(worst(weekly_vault, 2) == Approx(253.0));
    const Levels daily_full{
        .tape_every = 24, .tape_takes = 12, .vault_every = 168, .vault_hold = 12, .vault_takes = 24};
    CHECK(worst(daily_full, 1) == Approx(37.0));
    CHECK(worst(daily_full, 2) == Approx(217.0));
}

TEST_CASE("batches of a mirror that take as long as they gather lose twice that", "[backup]") {
    BackupProgram made;
    Backup& mirror = made.add();
    made.schedule(mirror, BackupKind::full, minute);
    mirror.job.takes = made.constant(minute);
    const RecoveryPoints points(made.program, 1);
    CHECK(loss_at(made, points, 1000 * minute - 1e-3) == Approx(2 * minute));
}

TEST_CASE("a copy of a copy is made of what the source still has", "[backup]") {
    BackupProgram made;
    Backup& disk = made.add();
    made.schedule(disk, BackupKind::full, day);
    Backup& tape = made.add();
    tape.source = static_cast<BackupId>(0);
    made.schedule(tape, BackupKind::full, week, 0.5 * day);
    const HostId rack = add_host(made);
    keep_at(made, made.program.backups[0], rack);
    RecoveryPoints points(made.program, 1);
    RestoreRequest request = asked_at(10 * week + 0.6 * day);
    request.not_after = 10 * week + 0.2 * day;
    CHECK(points.newest(made.state, request)->at == 10 * week);
    // Lost before the tape was written: that of the week before is the newest.
    points.lose_place(rack, 10 * week + 0.3 * day);
    CHECK(points.newest(made.state, request)->at == 9 * week);
    CHECK(points.newest(made.state, request)->backup == static_cast<BackupId>(1));
    // Lost after that: the tape holds it.
    points.begin(0);
    points.lose_place(rack, 10 * week + 0.55 * day);
    CHECK(points.newest(made.state, request)->at == 10 * week);
    CHECK(points.newest(made.state, request)->backup == static_cast<BackupId>(1));
}

TEST_CASE("copies are read at places that are up, and gone from those that were lost", "[backup]") {
    BackupProgram made;
    made.add();
    made.schedule(made.program.backups[0], BackupKind::full, day);
    const HostId near = add_host(made), far = add_host(made);
    keep_at(made, made.program.backups[0], near);
    keep_at(made, made.program.backups[0], far);
    RecoveryPoints points(made.program, 1);
    const double now = 100.5 * day;
    CHECK(loss_at(made, points, now) == 0.5 * day);
    made.state.working[+near] = 0;
    CHECK(loss_at(made, points, now) == 0.5 * day);
    made.state.working[+far] = 0;
    CHECK(loss_at(made, points, now) == never);
    made.state.working[+near] = made.state.working[+far] = 1;
    points.lose_place(near, 99.5 * day);
    CHECK(loss_at(made, points, 99.6 * day) == Approx(0.6 * day));
    points.lose_place(far, 99.7 * day);
    // Nothing is left until the next copy.
    CHECK(loss_at(made, points, 99.8 * day) == never);
    CHECK(loss_at(made, points, now) == 0.5 * day);
}

TEST_CASE("a domain takes the places inside it along", "[backup]") {
    BackupProgram made;
    made.add();
    made.schedule(made.program.backups[0], BackupKind::full, day);
    const HostId region = add_host(made), zone = add_host(made), other = add_host(made);
    made.program.domains_of_hosts = {region};
    made.program.host_domains = {made.program.hosts[+region].available};
    made.program.hosts[+zone].domains = {0, 1};
    keep_at(made, made.program.backups[0], zone);
    RecoveryPoints points(made.program, 1);
    points.lose_place(other, 99.9 * day);
    CHECK(loss_at(made, points, 100.5 * day - day) < never);
    points.lose_place(region, 100.2 * day);
    CHECK(loss_at(made, points, 100.5 * day) == never);
}

TEST_CASE("an attack leaves what is immutable", "[backup]") {
    BackupProgram made;
    made.schedule(made.add(), BackupKind::full, hour);
    made.schedule(made.add(), BackupKind::full, day);
    made.program.backups[1].is_immutable = true;
    RecoveryPoints points(made.program, 1);
    RestoreRequest request = asked_at(100.5 * day);
    request.not_after = 95.25 * day;  // They came five days earlier.
    CHECK(points.newest(made.state, request)->backup == static_cast<BackupId>(0));
    request.after_attack = true;
    CHECK(points.newest(made.state, request)->at == 95 * day);
    CHECK(points.newest(made.state, request)->backup == static_cast<BackupId>(1));
    // From the attack on the others begin anew.
    points.attack(orders, 100.5 * day);
    CHECK(loss_at(made, points, 100.51 * day) == Approx(0.51 * day));
    CHECK(loss_at(made, points, 100.5 * day + 1.5 * hour) == Approx(0.5 * hour));
    made.program.backups[1].is_immutable = false;
    CHECK_FALSE(points.newest(made.state, request));
}

TEST_CASE("a snapshot is lost with the data until it has been copied", "[backup]") {
    BackupProgram made;
    made.add();
    made.schedule(made.program.backups[0], BackupKind::snapshot, hour);
    const HostId disk = add_host(made), vault = add_host(made);
    Backup& backup = made.program.backups[0];
    keep_at(made, backup, vault);
    backup.job.takes = made.constant(2 * hour);
    backup.own_hosts = {disk};
    backup.own_places = {made.program.hosts[+disk].available};
    backup.bytes = 1e9;
    RecoveryPoints points(made.program, 1);
    const double now = 100 * day + 0.5 * hour;
    CHECK(loss_at(made, points, now) == 0.5 * hour);
    CHECK(points.newest(made.state, asked_at(now))->copy_bytes == 0.0);
    points.lose_place(disk, now);
    made.state.working[+disk] = 0;
    CHECK(loss_at(made, points, now) == 2.5 * hour);
    CHECK(points.newest(made.state, asked_at(now))->copy_bytes == 1e9);
    // Back, with nothing on it.
    made.state.working[+disk] = 1;
    CHECK(loss_at(made, points, now) == 2.5 * hour);
}
