// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compile/compile.hpp"
#include "models/validate/open.hpp"
#include "tests/catch.hpp"

using namespace nines;
using namespace nines::compile;

namespace {

constexpr std::string_view things = R"toml(format = 1
[scenario]
start = "Tue 00:00"
[domain.eu]
mtbf = "5 y"
mttr = "4 h"
split = "2 az"
[domain.vault]
[node.db]
mtbf = "90 d"
mttr = "2 h"
[group.pg]
node = "db"
count = 3
spread = "eu/*"
[group.archive]
node = "db"
count = 2
in = "eu"
[store.orders]
on = "pg"
size = "500 GB"
writes = "2 MB/s"
growth = "30% per y"
[service.site]
needs = ["orders"]
[crew.oncall]
ack = "5 min"
)toml";

Program compiled(const std::string& backups) {
    const auto opened = validate::open_text("backups.toml", std::string(things) + backups);
    for (const auto& diagnostic : opened.diagnostics) {
        CAPTURE(scenario::format_diagnostic(diagnostic, opened.scenario.files));
        REQUIRE(diagnostic.severity != scenario::Severity::error);
    }
    return compile::compile(opened.scenario, options_of(opened.scenario));
}

constexpr double day = 86400.0;

}  // namespace

TEST_CASE("a backup as people write it becomes schedules, a job and rules", "[compile][backup]") {
    const Program program = compiled(R"toml(
[backup.orders]
of = "orders"
to = "vault"
full = "every 1 wk on Sun at 01:00"
diff = "every 1 d at 01:00"
log = "every 60 s"
keep = { full = 5, log = "35 d" }
job = { rate = "150 MB/s", success = "99%" }
restore = { rate = "250 MB/s", replay = "80 MB/s", success = "98%", check = "10 min", by = "oncall" }
test = "every 1 mo"
)toml");
    REQUIRE(program.backups.size() == 1);
    const Backup& backup = program.backups[0];
    CHECK(backup.store == static_cast<FailoverId>(0));
    CHECK_FALSE(exists(backup.source));
    REQUIRE(backup.series.size() == 2);
    CHECK(backup.series[0].kind == BackupKind::full);
    // From Tuesday 00:00 to Sunday 01:00, and to the next 01:00.
    CHECK(backup.series[0].starts.phase_seconds == 5 * day + 3600.0);
    CHECK(backup.series[0].starts.period_seconds == 7 * day);
    CHECK(backup.series[1].starts.phase_seconds == 3600.0);
    CHECK(backup.series[0].stream != backup.series[1].stream);
    CHECK(backup.log.exists);
    CHECK(backup.log.segment_seconds == 60.0);
    CHECK(backup.keep.has_rules);
    CHECK(backup.keep.full == 5);
    CHECK(backup.keep.diff == Retention::all);
    CHECK(backup.keep.log_seconds == 35 * day);
    CHECK(backup.keep.clock_at_start == day);
    CHECK(backup.job.bytes_per_second == 150e6);
    CHECK(backup.job.success == 0.99);
    CHECK(backup.restore.bytes_per_second == 250e6);
    CHECK(backup.restore.replayed_per_second == 80e6);
    CHECK(backup.restore.success == 0.98);
    CHECK(exists(backup.restore.check));
    CHECK(exists(backup.restore.ack));
    CHECK(backup.restore.steps.empty());
    REQUIRE(backup.tests.size() == 1);
    CHECK(backup.bytes == 500e9);
    CHECK(backup.growth_per_year == 0.3);
    CHECK(backup.written_per_second == 2e6);
    CHECK(backup.changed_per_second == 2e6);
    // The vault never fails; the data are on three machines.
    REQUIRE(backup.places.size() == 1);
    CHECK(backup.own_hosts.size() == 3);
    CHECK(backup.own_places.size() == 3);
    for (const LineId line : backup.own_places) CHECK(exists(line));
}

TEST_CASE("a full segment of the log is shipped before its time", "[compile][backup]") {
    const auto segment = [](const std::string& log) {
        return compiled("[backup.b]\nof = \"orders\"\nfull = \"every 1 d\"\nlog = " + log + "\n")
            .backups[0]
            .log.segment_seconds;
    };
    // 16 MiB at 2 MB/s.
    CHECK(segment("{ when = \"every 60 s\", segment = \"16 MiB\" }") == Approx(8.388608));
    CHECK(segment("{ segment = \"16 MiB\" }") == Approx(8.388608));
    CHECK(segment("{ when = \"every 5 s\", segment = \"16 MiB\" }") == 5.0);
    CHECK(segment("\"streamed\"") == 0.0);
}

TEST_CASE("each member of a group that holds copies is a place, and a copy of a copy knows its source",
          "[compile][backup]") {
    const Program program = compiled(R"toml(
[backup.tape]
of = "disk"
to = "vault"
full = "every 1 wk"
immutable = true
[backup.disk]
of = "orders"
to = ["archive", "eu/az2"]
full = "every 1 d"
incr = "every 1 h"
changes = "500 kB/s"
restore = { model = "block", rate = "2 GB/s", limit = "1 GB/s", capacity = "40%" }
)toml");
    REQUIRE(program.backups.size() == 2);
    const Backup& tape = program.backups[0];
    const Backup& disk = program.backups[1];
    CHECK(tape.source == static_cast<BackupId>(1));
    CHECK(tape.store == disk.store);
    CHECK(tape.bytes == 500e9);
    CHECK(tape.is_immutable);
    REQUIRE(disk.places.size() == 3);
    for (const LineId line : disk.places) CHECK(exists(line));
    CHECK(disk.changed_per_second == 500e3);
    REQUIRE(disk.restore.steps.size() == 1);
    const CopyingStep& at_once = program.copying_steps[disk.restore.steps.begin];
    CHECK(at_once.copied == 0.0);
    CHECK(disk.restore.bytes_per_second == 1e9);
    CHECK(at_once.capacity == 0.4);
}

TEST_CASE("every preset of a backup compiles", "[compile][backup]") {
    for (const char* preset : {"pgbackrest", "barman", "wal-g", "xtrabackup", "restic", "rds-backup", "ebs-snapshot"}) {
        CAPTURE(preset);
        const Program program =
            compiled(std::string("[backup.b]\npreset = \"") + preset + "\"\nof = \"orders\"\nto = \"vault\"\n");
        CHECK_FALSE(program.backups[0].series.empty());
    }
}

TEST_CASE("a kind before the name tells a store and a backup of the same name apart", "[compile][backup]") {
    const Program program = compiled(R"toml(
[backup.orders]
of = "store:orders"
full = "every 1 d"
[backup.tape]
of = "backup:orders"
full = "every 1 wk"
[backup.second]
of = "orders"
full = "every 1 wk"
)toml");
    REQUIRE(program.backups.size() == 3);
    CHECK_FALSE(exists(program.backups[0].source));
    CHECK(program.backups[1].source == static_cast<BackupId>(0));
    // Without a kind the store comes first.
    CHECK_FALSE(exists(program.backups[2].source));
    for (const Backup& backup : program.backups) CHECK(backup.store == program.backups[0].store);
}
