// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <set>

#include "models/scenario/value_text.hpp"
#include "models/validate/backups.hpp"
#include "sim/random/law.hpp"

/// What a backup asks for in vain, and what its author may not expect.
namespace nines::validate {
namespace {

using scenario::Backup;
using scenario::Field;
using scenario::Schedule;
using scenario::Store;
namespace codes = scenario::codes;

template <class T>
void no_effect(Checker& checker, const Backup& backup, const Field<T>& field, std::string_view key,
               std::string_view why) {
    if (!written(field)) return;
    checker.warn(codes::key_without_effect, field.origin.place,
                 fmt::format("{}: `{}` has no effect", title(backup), key), std::string(why));
}

double changes_of(const Backup& backup, const Store& store) {
    if (backup.changes) return backup.changes->bytes_per_second;
    return store.writes ? store.writes->bytes_per_second : 0.0;
}

/// Growth counts until the horizon.
double size_of(const Checker& checker, const Store& store) {
    const double growth = std::pow(1.0 + store.growth.value_or(0.0), checker.horizon() / Duration::years(1.0));
    return store.size ? store.size->bytes * std::max(1.0, growth) : 0.0;
}

/// Mean time that a job takes when what it copies has gathered for so long.
Duration length_of_job(const Checker& checker, const Backup& backup, const Store& store, double gathered_seconds) {
    const scenario::BackupJob& job = *backup.job;
    const Duration hold = job.hold.value_or(Duration());
    if (job.takes) return hold + sim::mean(*job.takes);
    if (!job.rate) return hold;
    const double bytes = std::min(size_of(checker, store), changes_of(backup, store) * gathered_seconds);
    return hold + Duration::seconds(bytes / job.rate->bytes_per_second);
}

void check_length(Checker& checker, const Backup& backup, const Store& store) {
    if (!backup.job) return;
    const bool in_pieces =
        backup.restore && backup.restore->model && *backup.restore->model != scenario::RestoreModel::chain;
    const double ever = std::numeric_limits<double>::infinity();
    const auto check = [&](const Field<Schedule>& schedule, std::string_view key, double gathered) {
        if (!schedule) return;
        const Duration takes = length_of_job(checker, backup, store, gathered);
        if (takes <= schedule->period) return;
        checker.warn(codes::jobs_overlap, schedule.origin.place,
                     fmt::format("{}: a `{}` job takes {}, and the next begins after {}", title(backup), key,
                                 scenario::to_text(Duration::seconds(std::round(takes.in_seconds()))),
                                 scenario::to_text(schedule->period)),
                     "less often, or faster; meanwhile a restore needs older copies");
    };
    const auto period = [](const Field<Schedule>& schedule) { return schedule ? schedule->period.in_seconds() : 0.0; };
    const bool changes_known = changes_of(backup, store) > 0.0;
    check(backup.full, "full", in_pieces && changes_known ? period(backup.full) : ever);
    if (!changes_known) return;
    check(backup.diff, "diff", period(backup.full));
    check(backup.incr, "incr", period(backup.incr));
    check(backup.snapshot, "snapshot", period(backup.snapshot));
}

/// A domain and all that contain it.
void add_around(const Checker& checker, std::size_t domain, std::set<std::size_t>& around) {
    for (std::optional<std::size_t> at = domain; at && around.insert(*at).second;) {
        const auto& in = checker.scenario.domains[*at].in;
        at = in ? checker.names.domain(*in) : std::nullopt;
    }
}

std::set<std::size_t> both(const std::set<std::size_t>& a, const std::set<std::size_t>& b) {
    std::set<std::size_t> result;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::inserter(result, result.end()));
    return result;
}

/// Domains that contain all members.
std::set<std::size_t> around_group(const Checker& checker, const scenario::Group& group) {
    std::set<std::size_t> around;
    if (group.in) {
        for (const std::string& id : *group.in) {
            if (const auto domain = checker.names.domain(id)) add_around(checker, *domain, around);
        }
    }
    if (!group.spread) return around;
    for (const scenario::Selector& selector : *group.spread) {
        const Lookup lookup = checker.names.find(scenario::RefKind::domain, selector.pattern);
        if (lookup.outcome != Outcome::found) continue;
        std::vector<std::size_t> domains{lookup.target.index};
        if (lookup.target.kind == TargetKind::children) domains = checker.names.children(lookup.target.index);
        std::optional<std::set<std::size_t>> common;
        const auto used = std::min<std::size_t>(domains.size(), static_cast<std::size_t>(group.count.value_or(1)));
        for (std::size_t d = 0; d < used; ++d) {
            std::set<std::size_t> of;
            add_around(checker, domains[d], of);
            common = common ? both(*common, of) : of;
        }
        if (common) around.insert(common->begin(), common->end());
    }
    return around;
}

std::set<std::size_t> around_copies(const Checker& checker, const Store& store) {
    std::optional<std::set<std::size_t>> common;
    const auto add = [&](const Field<std::string>& on) {
        const auto group = on ? checker.names.group(*on) : std::nullopt;
        const auto around = group ? around_group(checker, checker.scenario.groups[*group]) : std::set<std::size_t>{};
        common = common ? both(*common, around) : around;
    };
    add(store.on);
    for (const scenario::Follower& follower : store.followers) add(follower.on);
    return common.value_or(std::set<std::size_t>{});
}

std::set<std::size_t> around_place(const Checker& checker, const scenario::Selector& place) {
    const Lookup lookup = checker.names.find(place.kind, place.pattern);
    if (lookup.outcome != Outcome::found) return {};
    std::set<std::size_t> around;
    switch (lookup.target.kind) {
        case TargetKind::domain: add_around(checker, lookup.target.index, around); break;
        case TargetKind::children: add_around(checker, lookup.target.index, around); break;
        case TargetKind::group:
        case TargetKind::member:
        case TargetKind::members: return around_group(checker, checker.scenario.groups[lookup.target.index]);
        case TargetKind::node:
        case TargetKind::service:
        case TargetKind::store:
        case TargetKind::balancer:
        case TargetKind::tag: break;
    }
    return around;
}

/// Domains that hold every copy of the backup.
std::set<std::size_t> around_backup(const Checker& checker, const Backup& backup) {
    std::optional<std::set<std::size_t>> common;
    for (const scenario::Selector& place : *backup.to) {
        const auto around = around_place(checker, place);
        common = common ? both(*common, around) : around;
    }
    return common.value_or(std::set<std::size_t>{});
}

/// Without `to`, snapshots stay where the data are.
bool is_beside_data(const Backup& backup) {
    const bool has_places = backup.to && !backup.to->empty();
    return !has_places && !given(backup.full) && given(backup.snapshot);
}

/// Another backup of the store has a copy outside this domain.
bool is_kept_elsewhere(const Checker& checker, const Backup& backup, const Store& store, std::size_t domain) {
    return std::any_of(checker.scenario.backups.begin(), checker.scenario.backups.end(), [&](const Backup& other) {
        if (&other == &backup || store_of(checker, other) != &store) return false;
        if (is_beside_data(other)) return false;
        return !other.to || other.to->empty() || !around_backup(checker, other).contains(domain);
    });
}

/// One domain that can fail has all the data and all the copies of this backup, and of every other.
void check_apart(Checker& checker, const Backup& backup, const Store& store) {
    const bool is_beside = is_beside_data(backup);
    if (!is_beside && (!backup.to || backup.to->empty())) return;
    const auto around_data = around_copies(checker, store);
    for (const std::size_t d : is_beside ? around_data : both(around_data, around_backup(checker, backup))) {
        const scenario::Domain& domain = checker.scenario.domains[d];
        if (domain.failures.empty() || is_kept_elsewhere(checker, backup, store, d)) continue;
        checker.warn(codes::backup_beside_data, is_beside ? backup.snapshot.origin.place : backup.to.origin.place,
                     fmt::format("{}: domain \"{}\" holds all copies of store \"{}\", and this backup too",
                                 title(backup), domain.id, store.id),
                     "keep one copy elsewhere: what takes all the data should not take their backup");
        return;
    }
}

void check_kept(Checker& checker, const Backup& backup) {
    if (!backup.keep) return;
    const scenario::BackupKeep& keep = *backup.keep;
    constexpr std::string_view none_made = "no such backups are made";
    if (!given(backup.full)) no_effect(checker, backup, keep.full, "keep.full", none_made);
    if (!given(backup.diff)) no_effect(checker, backup, keep.diff, "keep.diff", none_made);
    if (!given(backup.incr)) no_effect(checker, backup, keep.incr, "keep.incr", none_made);
    if (!given(backup.snapshot)) no_effect(checker, backup, keep.snapshot, "keep.snapshot", none_made);
    if (!given(backup.log)) no_effect(checker, backup, keep.log, "keep.log", "no log is shipped");
    const Field<Schedule>& whole = backup.full ? backup.full : backup.snapshot;
    if (backup.log && keep.log && whole && *keep.log < whole->period) {
        checker.warn(codes::log_ends_before_full, keep.log.origin.place,
                     fmt::format("{}: logs are kept for {}, but a copy to begin with is made only every {}",
                                 title(backup), scenario::to_text(*keep.log), scenario::to_text(whole->period)),
                     "between the two no log leads on from the newest copy: keep logs for longer");
    }
    if (keep.incr && backup.incr && backup.full) {
        const Duration until_next =
            std::min(backup.full->period, backup.diff ? backup.diff->period : backup.full->period);
        const double chain = std::ceil(until_next / backup.incr->period) - 1.0;
        if (static_cast<double>(*keep.incr) < chain) {
            checker.warn(codes::kept_less_than_chain, keep.incr.origin.place,
                         fmt::format("{} keeps {} incremental backups, but the newest builds upon up to {} others",
                                     title(backup), *keep.incr, chain - 1.0),
                         "what a kept backup needs is kept as well");
        }
    }
    if (!keep.window) return;
    std::optional<Duration> shortest;
    for (const Field<Schedule>* schedule : {&backup.full, &backup.diff, &backup.incr, &backup.snapshot}) {
        if (*schedule) shortest = std::min(shortest.value_or((*schedule)->period), (*schedule)->period);
    }
    if (!shortest || *keep.window >= *shortest) return;
    checker.warn(codes::window_without_points, keep.window.origin.place,
                 fmt::format("{}: a window of {} is shorter than the {} between two backups", title(backup),
                             scenario::to_text(*keep.window), scenario::to_text(*shortest)),
                 "only the newest copies before and within it are kept");
}

void check_restore(Checker& checker, const Backup& backup, const Store& store) {
    if (!backup.restore) return;
    const scenario::BackupRestore& restore = *backup.restore;
    if (restore.rate && restore.limit && restore.rate->bytes_per_second > restore.limit->bytes_per_second) {
        checker.warn(codes::restore_above_limit, restore.rate.origin.place,
                     fmt::format("{}: a restore at {} is faster than the {} that its way gives", title(backup),
                                 scenario::to_text(*restore.rate), scenario::to_text(*restore.limit)),
                     "it goes at the lower of the two");
    }
    if (!given(store.size)) no_effect(checker, backup, restore.rate, "restore.rate", "the store has no `size`");
    if (!given(backup.log)) {
        no_effect(checker, backup, restore.replay, "restore.replay", "no log is shipped");
    } else if (!given(store.writes)) {
        no_effect(checker, backup, restore.replay, "restore.replay", "the store has no `writes`");
    }
}

bool may_be_bad(const Backup& backup) {
    if (!backup.job) return false;
    return backup.job->bad.value_or(0.0) > 0.0 || (backup.job->breaks && backup.job->breaks->per_second > 0.0);
}

void check_rest(Checker& checker, const Backup& backup, const Store& store) {
    if (backup.test && !may_be_bad(backup) && written(backup.test)) {
        checker.warn(codes::test_finds_nothing, backup.test.origin.place,
                     fmt::format("{}: restores are tried out, but no copy is ever bad", title(backup)),
                     "say how copies go bad in silence: job.bad or job.breaks");
    }
    const bool in_pieces =
        backup.restore && backup.restore->model && *backup.restore->model != scenario::RestoreModel::chain;
    if (!given(backup.diff) && !given(backup.incr) && !given(backup.snapshot) && !in_pieces) {
        no_effect(checker, backup, backup.changes, "changes", "full copies hold all the data");
    }
    if (backup.log) {
        const bool is_streamed = backup.log->when && !backup.log->when->every;
        if (is_streamed) {
            no_effect(checker, backup, backup.log->segment, "log.segment", "it is streamed");
        } else if (!given(store.writes)) {
            no_effect(checker, backup, backup.log->segment, "log.segment", "the store has no `writes`");
        }
        if (!given(backup.log->stops)) {
            no_effect(checker, backup, backup.log->noticed_after, "log.noticed_after", "it never stops: give `stops`");
        }
    }
    if (!backup.job) return;
    if (!given(store.size)) no_effect(checker, backup, backup.job->rate, "job.rate", "the store has no `size`");
    if (backup.job->retries.value_or(0) == 0 && !given(backup.job->retries)) {
        no_effect(checker, backup, backup.job->retry, "job.retry", "give `retries`");
    }
}

}  // namespace

void check_backup_use(Checker& checker, const Backup& backup) {
    const Store& store = *store_of(checker, backup);
    check_length(checker, backup, store);
    check_apart(checker, backup, store);
    check_kept(checker, backup);
    check_restore(checker, backup, store);
    check_serve(checker, backup, store);
    check_rest(checker, backup, store);
}

}  // namespace nines::validate
