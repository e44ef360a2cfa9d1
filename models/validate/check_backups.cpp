// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "models/scenario/backup_source.hpp"
#include "models/scenario/value_text.hpp"
#include "models/validate/backups.hpp"

namespace nines::validate {

using scenario::Backup;
using scenario::Field;
using scenario::Schedule;
namespace codes = scenario::codes;

namespace {

/// Links that a walk back to the full one may have.
constexpr double longest_chain = 10'000.0;
/// Troubles of one backup in one trial.
constexpr double most_troubles = 1e5;

/// The store that it names, not by way of others.
std::optional<std::size_t> named_store(const Checker& checker, const Backup& backup) {
    if (!backup.of) return std::nullopt;
    const scenario::BackupSource of = scenario::backup_source(*backup.of);
    return of.may_be_store ? checker.names.store(of.name) : std::nullopt;
}

void check_source(Checker& checker, const Backup& backup) {
    if (!checker.require(backup.of, "of", backup.place, title(backup), "\"orders\"")) return;
    const bool is_known = named_store(checker, backup) || source_of(checker, backup) != nullptr;
    if (is_known || checker.names.is_later(scenario::backup_source(*backup.of).name)) return;
    const bool is_something = checker.names.find(scenario::RefKind::any, *backup.of).outcome == Outcome::found;
    if (is_something) {
        checker.error(codes::reference_wrong_kind, backup.of.origin.place,
                      fmt::format("{} is of \"{}\", which is neither a store nor a backup", title(backup), *backup.of),
                      "data are in stores: [store.ID] with `on` and `size`");
    } else {
        checker.unknown(backup.of.origin.place,
                        fmt::format("{} is of \"{}\", but there is no such store or backup", title(backup), *backup.of),
                        scenario::backup_source(*backup.of).name, scenario::RefKind::store);
    }
}

/// Reported where the circle is met first.
void check_circle(Checker& checker, const Backup& backup) {
    const Backup* at = &backup;
    for (std::size_t steps = 0; steps < checker.scenario.backups.size(); ++steps) {
        at = source_of(checker, *at);
        if (at == nullptr) return;
        if (at == &backup) {
            checker.error(codes::backup_cycle, backup.of.origin.place,
                          fmt::format("{} is a copy of itself, by way of others", title(backup)),
                          "one of them is of a store");
            return;
        }
        if (at < &backup) return;
    }
}

void check_places(Checker& checker, const Backup& backup) {
    if (!backup.to) return;
    for (const scenario::Selector& place : *backup.to) {
        const Lookup lookup = checker.look_up(place.kind, place.pattern, place.place, "`to` of " + title(backup));
        if (lookup.outcome != Outcome::found) continue;
        const bool holds_data = lookup.target.kind != TargetKind::service && lookup.target.kind != TargetKind::store &&
                                lookup.target.kind != TargetKind::balancer && lookup.target.kind != TargetKind::tag;
        if (!holds_data) {
            checker.error(codes::reference_wrong_kind, place.place,
                          fmt::format("{} cannot be kept at \"{}\"", title(backup), place.pattern),
                          "name domains, nodes or groups");
        } else if (lookup.target.size == 0) {
            checker.error(codes::selector_empty, place.place,
                          fmt::format("`to` of {}: \"{}\" chooses nothing", title(backup), place.pattern));
        }
    }
}

void check_schedules(Checker& checker, const Backup& backup) {
    const bool builds = given(backup.diff) || given(backup.incr);
    if (builds && !given(backup.full)) {
        checker.error(codes::part_without_full,
                      given(backup.diff) ? backup.diff.origin.place : backup.incr.origin.place,
                      fmt::format("{} has no full backups for these to build upon", title(backup)),
                      "for example full = \"every 1 wk on Sun at 01:00\"");
    } else if (!given(backup.full) && !given(backup.snapshot)) {
        checker.error(codes::nothing_to_restore, backup.place,
                      fmt::format("{} has neither `full` nor `snapshot`, so nothing can be restored", title(backup)),
                      "for example full = \"every 1 d at 01:00\"; a log needs a copy to begin with");
    }
    if (!backup.incr || !backup.full) return;
    const double until_next =
        std::min(backup.full->period, backup.diff ? backup.diff->period : backup.full->period) / backup.incr->period;
    if (until_next <= longest_chain) return;
    checker.error(codes::chain_too_long, backup.incr.origin.place,
                  fmt::format("{}: {:.3g} incremental backups build upon each other", title(backup), until_next),
                  fmt::format("at most {}: full or differential ones more often", longest_chain));
}

/// Whole copies only: what would a part of a copy of a copy be a part of?
void check_copy_of_copy(Checker& checker, const Backup& backup) {
    if (source_of(checker, backup) == nullptr) return;
    const auto refuse = [&](bool is_given, scenario::Place place, std::string_view key) {
        if (!is_given) return;
        checker.error(codes::copy_of_copy_in_part, place,
                      fmt::format("{} copies another backup, so `{}` has no meaning", title(backup), key),
                      "`full` says when that backup's newest copy is copied");
    };
    refuse(given(backup.diff), backup.diff.origin.place, "diff");
    refuse(given(backup.incr), backup.incr.origin.place, "incr");
    refuse(given(backup.snapshot), backup.snapshot.origin.place, "snapshot");
    refuse(given(backup.log), backup.log.origin.place, "log");
}

double rate_of(const Field<scenario::Rate>& rate) {
    return rate ? rate->per_second : 0.0;
}

void check_often(Checker& checker, const Backup& backup, const Field<scenario::Rate>& rate, std::string_view key) {
    const double number = rate_of(rate) * checker.horizon().in_seconds();
    if (number <= most_troubles) return;
    checker.error(codes::trouble_too_often, rate.origin.place,
                  fmt::format("{}: `{}` happens {:.3g} times within the horizon", title(backup), key, number),
                  "troubles so frequent are failed jobs: lower job.success instead");
}

void check_log(Checker& checker, const Backup& backup) {
    if (!backup.log) return;
    const scenario::BackupLog& log = *backup.log;
    const scenario::Store* store = store_of(checker, backup);
    const bool fills = given(log.segment) && (store == nullptr || given(store->writes));
    if (!given(log.when) && !fills) {
        checker.error(codes::log_without_pace, backup.log.origin.place,
                      fmt::format("{} does not say when the log is shipped", title(backup)),
                      "for example when = \"every 60 s\"; `segment` alone needs the store's `writes`");
    }
    if (rate_of(log.stops) > 0.0 && !given(log.noticed_after)) {
        checker.error(codes::stops_unnoticed, log.stops.origin.place,
                      fmt::format("{}: shipping of the log stops, and nobody notices", title(backup)),
                      "for example noticed_after = \"1 d\"");
    }
    check_often(checker, backup, log.stops, "stops");
}

void check_job(Checker& checker, const Backup& backup) {
    if (!backup.job) return;
    check_often(checker, backup, backup.job->breaks, "breaks");
    if (!backup.job->retries || *backup.job->retries == 0) return;
    const Duration tries = backup.job->retry.value_or(Duration::hours(1)) * static_cast<double>(*backup.job->retries);
    for (const Field<Schedule>* schedule : {&backup.full, &backup.diff, &backup.incr, &backup.snapshot}) {
        if (!*schedule || tries < (*schedule)->period) continue;
        checker.error(codes::retries_exceed_period, backup.job->retries.origin.place,
                      fmt::format("{}: the last try begins {} after the first, when the next job is due", title(backup),
                                  scenario::to_text(tries)),
                      "fewer `retries`, or a shorter `retry`");
        return;
    }
}

}  // namespace

const Backup* source_of(const Checker& checker, const Backup& backup) {
    if (!backup.of || named_store(checker, backup)) return nullptr;
    const scenario::BackupSource of = scenario::backup_source(*backup.of);
    const auto source = of.may_be_backup ? checker.names.backup(of.name) : std::nullopt;
    return source ? &checker.scenario.backups[*source] : nullptr;
}

std::string title(const Backup& backup) {
    return fmt::format("backup \"{}\"", backup.id);
}

const scenario::Store* store_of(const Checker& checker, const Backup& backup) {
    const Backup* at = &backup;
    for (std::size_t steps = 0; steps <= checker.scenario.backups.size() && at != nullptr; ++steps) {
        if (!at->of) return nullptr;
        if (const auto store = named_store(checker, *at)) return &checker.scenario.stores[*store];
        at = source_of(checker, *at);
    }
    return nullptr;
}

void check_backups(Checker& checker) {
    for (const Backup& backup : checker.scenario.backups) {
        check_source(checker, backup);
        check_circle(checker, backup);
        check_places(checker, backup);
        check_schedules(checker, backup);
        check_copy_of_copy(checker, backup);
        check_log(checker, backup);
        check_job(checker, backup);
        if (backup.restore) checker.crew_exists(backup.restore->by, title(backup));
        if (!checker.whole || store_of(checker, backup) == nullptr) continue;
        check_backup_use(checker, backup);
        check_restore_ways(checker, backup);
    }
    if (checker.whole) check_restore_rates(checker);
}

}  // namespace nines::validate
