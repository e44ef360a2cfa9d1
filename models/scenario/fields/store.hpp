// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scenario/fields/failover.hpp"
#include "models/scenario/fields/reuse.hpp"

namespace nines::scenario {

template <class Visitor>
void fields_of(KindTag<Replication>, Visitor& visit) {
    visit.field(
        {.key = "mode",
         .help = "`async` (a commit waits for nobody), `semi-sync` (for replicas, until `stall` is over), `sync` "
                 "(for `acks` replicas), `quorum` (for a majority of votes), `shared` (one storage, which "
                 "whoever is primary attaches).",
         .example = "\"sync\"",
         .default_text = "async"},
        &Replication::mode);
    visit.field({.key = "acks",
                 .help = "Replicas that must have a write before its commit returns; `quorum`: copies that must.",
                 .example = "1",
                 .default_text = "sync and semi-sync 1; quorum a majority",
                 .bounds = within(1, 1e6)},
                &Replication::acks);
    visit.field({.key = "without_replica",
                 .help = "When too few replicas are left to acknowledge: `continue` alone, or `block` writes.",
                 .example = "\"block\"",
                 .default_text = "continue"},
                &Replication::without_replica);
    visit.field({.key = "sync_with",
                 .help = "Which replicas acknowledge: `any` that are quickest, so that writes hang only when too few "
                         "are left; `first`: the first of them in the order of the store, and when one of these is "
                         "lost, writes hang until the next takes over.",
                 .example = "\"first\"",
                 .default_text = "any",
                 .source = "PostgreSQL: synchronous_standby_names, ANY and FIRST"},
                &Replication::sync_with);
    visit.field({.key = "stall",
                 .help = "How long writes hang until a lost replica is given up, or another is waited for instead.",
                 .example = "\"10 s\"",
                 .default_text = "semi-sync 10 s, else 0 s"},
                &Replication::stall);
    visit.field({.key = "lag",
                 .help = "How far a copy that is not in sync is behind the primary.",
                 .example = "\"lognormal(median 200 ms, p99 10 s)\"",
                 .default_text = "0 s"},
                &Replication::lag);
    visit.field(
        {.key = "replay",
         .help = "How fast a replica applies what is written. While more is written, a copy that is not in sync "
                 "falls behind.",
         .example = "\"20 MB/s\"",
         .default_text = "as fast as anything is written",
         .bounds = above(0)},
        &Replication::replay);
}

template <class Visitor>
void fields_of(KindTag<Resync>, Visitor& visit) {
    visit.field({.key = "rewind",
                 .help = "Time to follow again after an absence with the data kept.",
                 .example = "\"1 min\"",
                 .default_text = "0 s"},
                &Resync::rewind);
    visit.field({.key = "refill",
                 .help = "Time of a full copy.",
                 .example = "\"uniform(20 min, 40 min)\"",
                 .default_text = "`size` / `rate`",
                 .alternatives = "a full copy's time"},
                &Resync::refill);
    visit.field({.key = "rate",
                 .help = "Speed of a full copy.",
                 .example = "\"300 MB/s\"",
                 .default_text = "300 MB/s",
                 .alternatives = "a full copy's time",
                 .bounds = above(0)},
                &Resync::rate);
}

template <class Visitor>
void fields_of(KindTag<Follower>, Visitor& visit) {
    visit.field({.key = "on", .help = "A group: every member holds a copy.", .example = "\"pg-us\"", .refers = "group"},
                &Follower::on);
    visit.field(
        {.key = "mode",
         .help = "How it follows; see `replication`. `none`: a machine without data, onto which a plan may restore.",
         .example = "\"async\"",
         .default_text = "async"},
        &Follower::mode);
    visit.field({.key = "lag",
                 .help = "How far it is behind the primary.",
                 .example = "\"lognormal(median 200 ms, p99 10 s)\"",
                 .default_text = "0 s"},
                &Follower::lag);
    visit.field({.key = "promote",
                 .help = "Who may make it primary: `failover` (by itself), `plan` (people or a plan), `never`.",
                 .example = "\"never\"",
                 .default_text = "plan"},
                &Follower::promote);
    visit.field(
        {.key = "delay",
         .help = "It receives writes at once and applies them so much later. Nobody promotes it by itself: when "
                 "all else is lost, or data are found to be bad within this time, the store is restored from "
                 "it.",
         .example = "\"6 h\"",
         .default_text = "0 s",
         .bounds = at_least(0),
         .source = "PostgreSQL: recovery_min_apply_delay"},
        &Follower::delay);
}

constexpr KindInfo kind_info(KindTag<Store>) {
    return {.word = "store",
            .question = "Where is the data, how many copies are there, and how does one take over?",
            .example =
                "[store.orders]\non = \"pg\"                # every member holds a copy, one is primary\n"
                "size = \"500 GB\"\nwrites = \"2 MB/s\"\nreplication = \"sync\"\nfailover = \"patroni\""};
}

template <class Visitor>
void fields_of(KindTag<Store>, Visitor& visit) {
    visit.field(description_spec, &Store::description);
    like_field(visit);
    visit.field({.key = "on",
                 .help = "A group: every member holds a copy, one is primary.",
                 .example = "\"pg\"",
                 .refers = "group"},
                &Store::on);
    visit.field({.key = "size",
                 .help = "Bytes of one copy.",
                 .example = "\"500 GB\"",
                 .default_text = "a full copy takes no time, unless `resync.refill` says how long",
                 .bounds = at_least(0)},
                &Store::size);
    visit.field({.key = "writes",
                 .help = "What clients write, in bytes per time.",
                 .example = "\"2 MB/s\"",
                 .default_text = "loss is told in time only",
                 .bounds = at_least(0)},
                &Store::writes);
    visit.field({.key = "writes_follow",
                 .help = "A service: `writes` are what is written at its peak, and rise and fall with its load.",
                 .example = "\"shop\"",
                 .default_text = "nothing: `writes` are constant",
                 .refers = "service"},
                &Store::writes_follow);
    visit.field({.key = "growth",
                 .help = "How fast `size` grows from time 0 on, compound: of what backups copy and restores read back.",
                 .example = "\"30% per y\"",
                 .default_text = "0% per y",
                 .form = NumberForm::growth},
                &Store::growth);
    visit.table({.key = "replication",
                 .help = "When a write is safe, and how far the copies are behind.",
                 .example = "{ mode = \"sync\", acks = 1, without_replica = \"continue\" }",
                 .default_text = "async",
                 .shorthand = "mode"},
                &Store::replication);
    visit.table({.key = "failover",
                 .help = "How another copy takes over. A bare word is a preset.",
                 .example = "{ detect = \"uniform(20 s, 30 s)\", promote = \"2 s\" }",
                 .default_text = "none: the return of the primary is waited for",
                 .shorthand = preset_spec.key},
                &Store::failover);
    visit.table({.key = "resync",
                 .help = "How a copy follows again.",
                 .example = "{ rewind = \"1 min\", rate = \"200 MB/s\" }",
                 .default_text = "at once after an absence; a full copy at 300 MB/s",
                 .shorthand = "rate"},
                &Store::resync);
    visit.tables({.key = "follower",
                  .help = "Copies elsewhere that follow the primary.",
                  .example = "[{ on = \"pg-us\", lag = \"1 s\", promote = \"plan\" }]"},
                 &Store::followers);
    visit.field({.key = "price",
                 .help = "Of each copy of the data, whose `size` grows by `growth`.",
                 .example = "\"0.12 per GB mo\"",
                 .default_text = "nothing",
                 .price = PriceForm::by_data},
                &Store::price);
}

}  // namespace nines::scenario
