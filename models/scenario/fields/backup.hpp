// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scenario/fields/reuse.hpp"
#include "models/scenario/scenario.hpp"

namespace nines::scenario {

template <class Visitor>
void fields_of(KindTag<BackupLog>, Visitor& visit) {
    visit.field({.key = "when",
                 .help = "How often a piece of the log of all writes is closed and shipped, or `streamed`: as it is "
                         "written.",
                 .example = "\"every 60 s\"",
                 .default_text = "whenever `segment` is full"},
                &BackupLog::when);
    visit.field({.key = "segment",
                 .help = "A piece is also closed when it has this size, by the store's `writes`.",
                 .example = "\"16 MiB\"",
                 .default_text = "no limit",
                 .bounds = above(0)},
                &BackupLog::segment);
    visit.field({.key = "ship",
                 .help = "From the closing of a piece (streamed: from a write) until it is kept at `to`.",
                 .example = "\"5 s\"",
                 .default_text = "0 s"},
                &BackupLog::ship);
    visit.field({.key = "stops",
                 .help = "How often shipping stops without anybody noticing. What is written until somebody does is "
                         "missing for good: no recovery from an older copy leads past it.",
                 .example = "\"1 per y\"",
                 .default_text = "0 per y",
                 .bounds = at_least(0)},
                &BackupLog::stops);
    visit.field({.key = "noticed_after",
                 .help = "How long such a stop lasts: any distribution.",
                 .example = "\"lognormal(median 1 d, p95 7 d)\""},
                &BackupLog::noticed_after);
}

template <class Visitor>
void kept_number_fields(Visitor& visit) {
    visit.field({.key = "full",
                 .help = "The newest so many full ones.",
                 .example = "5",
                 .default_text = "all, unless another rule is about them",
                 .bounds = within(1, 1e6)},
                &BackupKeep::full);
    visit.field({.key = "diff",
                 .help = "The newest so many differential ones.",
                 .example = "7",
                 .default_text = "as long as a rule wants the full one that they go back to",
                 .bounds = within(1, 1e6)},
                &BackupKeep::diff);
    visit.field({.key = "incr",
                 .help = "The newest so many incremental ones.",
                 .example = "14",
                 .default_text = "as long as a rule wants the full one that they go back to",
                 .bounds = within(1, 1e6)},
                &BackupKeep::incr);
    visit.field({.key = "snapshot",
                 .help = "The newest so many snapshots.",
                 .example = "24",
                 .default_text = "all, unless another rule is about them",
                 .bounds = within(1, 1e6)},
                &BackupKeep::snapshot);
}

template <class Visitor>
void kept_calendar_fields(Visitor& visit) {
    constexpr std::string_view source = "restic, `forget --keep-daily`: calendar-aligned";
    visit.field(
        {.key = "daily",
         .help = "The last full one (the last snapshot if there are no full ones) of each of the newest so many "
                 "days that have any.",
         .example = "7",
         .default_text = "0",
         .bounds = within(0, 1e6),
         .source = source},
        &BackupKeep::daily);
    visit.field({.key = "weekly",
                 .help = "The same by weeks, from Monday on.",
                 .example = "5",
                 .default_text = "0",
                 .bounds = within(0, 1e6),
                 .source = source},
                &BackupKeep::weekly);
    visit.field({.key = "monthly",
                 .help = "The same by months: twelfths of a year, counted from the beginning.",
                 .example = "12",
                 .default_text = "0",
                 .bounds = within(0, 1e6),
                 .source = source},
                &BackupKeep::monthly);
    visit.field({.key = "yearly",
                 .help = "The same by years, counted from the beginning.",
                 .example = "7",
                 .default_text = "0",
                 .bounds = within(0, 1e6),
                 .source = source},
                &BackupKeep::yearly);
}

template <class Visitor>
void fields_of(KindTag<BackupKeep>, Visitor& visit) {
    kept_number_fields(visit);
    visit.field({.key = "log",
                 .help = "Logs are kept so long: a copy that is older cannot be brought forward.",
                 .example = "\"35 d\"",
                 .default_text = "as long as a copy that needs them",
                 .bounds = above(0)},
                &BackupKeep::log);
    visit.field({.key = "window",
                 .help = "Whatever is needed to restore the data of any time within so long.",
                 .example = "\"14 d\"",
                 .default_text = "none",
                 .bounds = above(0),
                 .source = "Barman: `RECOVERY WINDOW OF n DAYS`"},
                &BackupKeep::window);
    kept_calendar_fields(visit);
}

template <class Visitor>
void job_trouble_fields(Visitor& visit) {
    visit.field({.key = "success",
                 .help = "Probability that a try works. One that does not leaves nothing.",
                 .example = "\"99%\"",
                 .default_text = "100%",
                 .bounds = {.low = 0, .high = 1, .low_excluded = true},
                 .form = NumberForm::share},
                &BackupJob::success);
    visit.field({.key = "retries",
                 .help = "How often a job that has failed is tried again.",
                 .example = "2",
                 .default_text = "0",
                 .bounds = within(0, 1000)},
                &BackupJob::retries);
    visit.field({.key = "retry",
                 .help = "From the start of one try to that of the next.",
                 .example = "\"1 h\"",
                 .default_text = "1 h",
                 .bounds = above(0)},
                &BackupJob::retry);
    visit.field({.key = "bad",
                 .help = "Share of the copies that cannot be read when they are needed, each for itself. Nobody knows "
                         "before a `test` or a restore uses it.",
                 .example = "\"1%\"",
                 .default_text = "0%",
                 .bounds = within(0, 1),
                 .form = NumberForm::share},
                &BackupJob::bad);
    visit.field({.key = "breaks",
                 .help = "How often copying breaks in silence: all that is written from then on is bad, until a `test` "
                         "or a restore uses it.",
                 .example = "\"0.2 per y\"",
                 .default_text = "0 per y",
                 .bounds = at_least(0)},
                &BackupJob::breaks);
}

template <class Visitor>
void fields_of(KindTag<BackupJob>, Visitor& visit) {
    constexpr std::string_view copying = "how long copying takes";
    visit.field({.key = "rate",
                 .help = "How fast it is copied.",
                 .example = "\"150 MB/s\"",
                 .default_text = "at once",
                 .alternatives = copying,
                 .bounds = above(0)},
                &BackupJob::rate);
    visit.field({.key = "takes",
                 .help = "How long copying takes: any distribution.",
                 .example = "\"2 h\"",
                 .default_text = "what has to be copied / `rate`",
                 .alternatives = copying},
                &BackupJob::takes);
    visit.field({.key = "hold",
                 .help = "From the start of a job, whose state of the data it holds, until copying begins.",
                 .example = "\"1 h\"",
                 .default_text = "0 s",
                 .bounds = at_least(0)},
                &BackupJob::hold);
    visit.field(
        {.key = "lag",
         .help = "From the end of copying until the copy is where it is kept: a van, a replication of the vault.",
         .example = "\"15 min\"",
         .default_text = "0 s"},
        &BackupJob::lag);
    job_trouble_fields(visit);
}

template <class Visitor>
void restore_time_fields(Visitor& visit) {
    visit.field({.key = "provision",
                 .help = "Machines and volumes are made ready: any distribution.",
                 .example = "\"10 min\"",
                 .default_text = "0 s"},
                &BackupRestore::provision);
    visit.field({.key = "fetch",
                 .help = "Until the first byte comes: archive tiers, tapes.",
                 .example = "\"uniform(3 h, 5 h)\"",
                 .default_text = "0 s"},
                &BackupRestore::fetch);
    visit.field({.key = "rate",
                 .help = "How fast copies are read back.",
                 .example = "\"250 MB/s\"",
                 .default_text = "at once",
                 .bounds = above(0)},
                &BackupRestore::rate);
    visit.field({.key = "limit",
                 .help = "What the network or the repository gives: `rate` is at most this.",
                 .example = "\"1 GB/s\"",
                 .default_text = "no limit",
                 .bounds = above(0)},
                &BackupRestore::limit);
    visit.field({.key = "replay",
                 .help = "How fast the log is applied after that.",
                 .example = "\"80 MB/s\"",
                 .default_text = "at once",
                 .bounds = above(0)},
                &BackupRestore::replay);
    visit.field({.key = "check",
                 .help = "The data are looked at before clients may write.",
                 .example = "\"10 min\"",
                 .default_text = "0 s"},
                &BackupRestore::check);
}

template <class Visitor>
void fields_of(KindTag<BackupRestore>, Visitor& visit) {
    visit.field({.key = "model",
                 .help = "How copies are kept and read: `chain` (a full one, then each differential or incremental "
                         "one), `manifest` (every piece once, also across full ones: deduplicating tools), `block` "
                         "(a volume made of a snapshot, fetched as it is read).",
                 .example = "\"manifest\"",
                 .default_text = "chain"},
                &BackupRestore::model);
    visit.field({.key = "by",
                 .help = "The crew that restores: its `ack`, `decide` and `travel` come first.",
                 .example = "\"oncall\"",
                 .default_text = "nobody is waited for",
                 .refers = "crew"},
                &BackupRestore::by);
    restore_time_fields(visit);
    visit.field({.key = "success",
                 .help = "Probability that an attempt works. One that does not costs its time, and the next older copy "
                         "comes next.",
                 .example = "\"98%\"",
                 .default_text = "100%",
                 .bounds = {.low = 0, .high = 1, .low_excluded = true},
                 .form = NumberForm::share},
                &BackupRestore::success);
    visit.field({.key = "serve",
                 .help = "Clients are served when the data are whole (`full`), from the first byte on while they are "
                         "still being copied (`instant`), or from the first of several steps on (`staged`: see "
                         "`capacity`, `copied` and `after`).",
                 .example = "\"instant\"",
                 .default_text = "full; instant with `model = \"block\"`"},
                &BackupRestore::serve);
    visit.field(
        {.key = "capacity",
         .help = "Share of the capacity while the data are still being copied; with `serve = \"staged\"` one for "
                 "each step. It counts where the nodes of the store have a `capacity` and a service that needs "
                 "the store has a `load`.",
         .example = "[\"20%\", \"60%\"]",
         .default_text = "100%",
         .bounds = {.low = 0, .high = 1, .low_excluded = true},
         .form = NumberForm::share},
        &BackupRestore::capacity);
    visit.field({.key = "copied",
                 .help = "With `serve = \"staged\"`: the share of the copies that has been read when each step begins.",
                 .example = "[\"10%\", \"50%\"]",
                 .default_text = "the steps begin by time: `after`",
                 .bounds = {.low = 0, .high = 1, .high_excluded = true},
                 .form = NumberForm::share},
                &BackupRestore::copied);
    visit.field(
        {.key = "after",
         .help = "With `serve = \"staged\"`: how long after reading has begun each step begins; at the latest when "
                 "all is copied.",
         .example = "[\"20 min\", \"2 h\"]",
         .default_text = "the steps begin by what is there: `copied`"},
        &BackupRestore::after);
}

constexpr KindInfo kind_info(KindTag<Backup>) {
    return {.word = "backup",
            .question = "Which older copies of the data are there, and how do they come back?",
            .example =
                "[backup.orders]\nof = \"orders\"\nto = \"vault\"\nfull = \"every 1 wk on Sun at 01:00\"\n"
                "diff = \"every 1 d at 01:00\"\nlog = \"every 60 s\"        # any instant can be restored\n"
                "keep = { full = 5, log = \"35 d\" }\njob = { rate = \"150 MB/s\", success = \"99%\" }\n"
                "restore = { rate = \"250 MB/s\", replay = \"80 MB/s\" }"};
}

template <class Visitor>
void backup_schedule_fields(Visitor& visit) {
    visit.field({.key = "full",
                 .help = "When all data are copied, as they are at that instant.",
                 .example = "\"every 1 wk on Sun at 01:00\"",
                 .default_text = "never"},
                &Backup::full);
    visit.field({.key = "diff",
                 .help = "Differential: what has changed since the last full one. At instants that several kinds share "
                         "the fullest alone is made.",
                 .example = "\"every 1 d at 01:00\"",
                 .default_text = "never"},
                &Backup::diff);
    visit.field({.key = "incr",
                 .help = "Incremental: what has changed since the last backup of any kind. A restore needs all back to "
                         "the full one.",
                 .example = "\"every 1 h\"",
                 .default_text = "never"},
                &Backup::incr);
    visit.field({.key = "snapshot",
                 .help = "The state of the blocks: there at once, beside the data, and lost with them until it has "
                         "been copied to `to`.",
                 .example = "\"every 15 min\"",
                 .default_text = "never"},
                &Backup::snapshot);
    visit.table(
        {.key = "log",
         .help = "The log of all writes is shipped too: any instant up to the last shipped one can be restored.",
         .example = "{ when = \"every 60 s\", ship = \"5 s\" }",
         .default_text = "no log",
         .shorthand = "when"},
        &Backup::log);
}

template <class Visitor>
void fields_of(KindTag<Backup>, Visitor& visit) {
    visit.field(description_spec, &Backup::description);
    visit.field({.key = preset_spec.key, .help = preset_spec.help, .example = "\"pgbackrest\""}, &Backup::preset);
    like_field(visit);
    visit.field({.key = "of",
                 .help = "A store, or else another backup: at each instant its newest usable copy is copied.",
                 .example = "\"orders\"",
                 .refers = "store backup"},
                &Backup::of);
    visit.field({.key = "to",
                 .help = "Domains, nodes or groups. Each (of a group: each member) holds all copies; they can be read "
                         "while it is up.",
                 .example = "\"vault\"",
                 .default_text = "a place that never fails; of snapshots alone: only beside the data",
                 .refers = "domain group node"},
                &Backup::to);
    backup_schedule_fields(visit);
    visit.table({.key = "keep",
                 .help = "What is not deleted. A copy is kept if any rule wants it, and as long as one that is kept "
                         "needs it.",
                 .example = "{ full = 5, log = \"35 d\" }",
                 .default_text = "everything"},
                &Backup::keep);
    visit.table({.key = "job",
                 .help = "How a job goes.",
                 .example = "{ rate = \"150 MB/s\", success = \"99%\" }",
                 .default_text = "at once, and always well"},
                &Backup::job);
    visit.table({.key = "restore",
                 .help = "How the data come back.",
                 .example = "{ rate = \"250 MB/s\", replay = \"80 MB/s\", success = \"98%\", check = \"10 min\" }",
                 .default_text = "at once, and always well"},
                &Backup::restore);
    visit.field({.key = "test",
                 .help = "When a restore is tried out: it finds copies that are bad in silence, and what broke them is "
                         "mended.",
                 .example = "\"every 1 mo\"",
                 .default_text = "never"},
                &Backup::test);
    visit.field({.key = "immutable",
                 .help = "Nobody can change or delete a copy before its time, whoever has taken over the rest.",
                 .example = "true",
                 .default_text = "false"},
                &Backup::immutable);
    visit.field(
        {.key = "changes",
         .help = "How much of the data changes per time: the size of differential and incremental copies is this "
                 "times the time, and at most the data; see `hot`.",
         .example = "\"500 kB/s\"",
         .default_text = "the store's `writes`",
         .bounds = at_least(0)},
        &Backup::changes);
    visit.field({.key = "hot",
                 .help = "The part of the data on which `changes` fall, anywhere in it: what is changed twice between "
                         "two copies is copied once. In a time t it is hot x (1 - exp(-changes x t / hot)).",
                 .example = "\"150 GB\"",
                 .default_text = "changes never fall on the same data twice",
                 .bounds = above(0)},
                &Backup::hot);
    visit.field({.key = "price",
                 .help = "Of what is kept, at each place.",
                 .example = "\"0.02 per GB mo\"",
                 .default_text = "nothing",
                 .price = PriceForm::by_data},
                &Backup::price);
}

}  // namespace nines::scenario
