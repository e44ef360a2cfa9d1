// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include "models/scenario/value_text.hpp"
#include "models/validate/backups.hpp"

/// Restores and copies of backups that are to be faster than what they are read from.
namespace nines::validate {
namespace {

using scenario::Backup;
using scenario::ByteRate;
using scenario::Domain;
using scenario::Field;
namespace codes = scenario::codes;

/// The domains in which a place is at first hand.
std::vector<std::size_t> domains_at(const Checker& checker, const scenario::Selector& place) {
    const Lookup lookup = checker.names.find(place.kind, place.pattern);
    if (lookup.outcome != Outcome::found) return {};
    const std::size_t index = lookup.target.index;
    if (lookup.target.kind == TargetKind::domain) return {index};
    if (lookup.target.kind == TargetKind::children) return checker.names.children(index);
    const bool is_of_group = lookup.target.kind == TargetKind::group || lookup.target.kind == TargetKind::members ||
                             lookup.target.kind == TargetKind::member;
    if (!is_of_group) return {};
    std::vector<std::size_t> domains;
    const scenario::Group& group = checker.scenario.groups[index];
    if (group.in) {
        for (const std::string& id : *group.in) {
            if (const auto domain = checker.names.domain(id)) domains.push_back(*domain);
        }
    }
    return domains;
}

/// The innermost domain around this one, or itself, that says how fast it is read; null if none does.
const Domain* read_through(const Checker& checker, std::size_t domain) {
    std::set<std::size_t> seen;
    for (std::optional<std::size_t> at = domain; at && seen.insert(*at).second;) {
        const Domain& here = checker.scenario.domains[*at];
        if (here.restore_rate) return &here;
        at = here.in ? checker.names.domain(*here.in) : std::nullopt;
    }
    return nullptr;
}

/// The slowest of the domains through which a backup is read, among the places where it is kept.
const Domain* slowest_way(const Checker& checker, const Backup& backup) {
    const Domain* slowest = nullptr;
    if (!backup.to) return nullptr;
    for (const scenario::Selector& place : *backup.to) {
        for (const std::size_t at : domains_at(checker, place)) {
            const Domain* way = read_through(checker, at);
            const bool is_slower =
                way != nullptr &&
                (slowest == nullptr || way->restore_rate->bytes_per_second < slowest->restore_rate->bytes_per_second);
            if (is_slower) slowest = way;
        }
    }
    return slowest;
}

/// What one restore reads at, whatever others do: the lower of `rate` and `limit`.
const Field<ByteRate>& own_rate(const scenario::BackupRestore& restore) {
    if (!restore.rate) return restore.limit;
    if (!restore.limit) return restore.rate;
    return restore.limit->bytes_per_second < restore.rate->bytes_per_second ? restore.limit : restore.rate;
}

void check_against_domain(Checker& checker, const Backup& backup) {
    const Field<ByteRate>& rate = own_rate(*backup.restore);
    const Domain* way = slowest_way(checker, backup);
    if (way == nullptr || !rate || !(written(rate) || written(way->restore_rate))) return;
    if (rate->bytes_per_second <= way->restore_rate->bytes_per_second) return;
    checker.warn(codes::restore_above_limit, rate.origin.place,
                 fmt::format("{}: a restore at {} is faster than the {} at which domain \"{}\" is read", title(backup),
                             scenario::to_text(*rate), scenario::to_text(*way->restore_rate), way->id),
                 "it goes at the lower of the two, and slower still while others read there");
}

/// A copy of another backup reads what that one keeps, as a restore would.
void check_copying(Checker& checker, const Backup& backup) {
    const Backup* source = source_of(checker, backup);
    if (source == nullptr || !backup.job || !backup.job->rate) return;
    const Field<ByteRate>& rate = backup.job->rate;
    const auto warn = [&](const Field<ByteRate>& limit, const std::string& whose) {
        if (!limit || !(written(rate) || written(limit)) || rate->bytes_per_second <= limit->bytes_per_second) {
            return false;
        }
        checker.warn(codes::restore_above_limit, rate.origin.place,
                     fmt::format("{}: copying at {} is faster than the {} {}", title(backup), scenario::to_text(*rate),
                                 scenario::to_text(*limit), whose),
                     "jobs are not slowed by that: write the lower `job.rate`");
        return true;
    };
    if (source->restore && warn(source->restore->limit, fmt::format("that the way from {} gives", title(*source)))) {
        return;
    }
    const Domain* way = slowest_way(checker, *source);
    if (way != nullptr) warn(way->restore_rate, fmt::format("at which domain \"{}\" is read", way->id));
}

}  // namespace

void check_restore_ways(Checker& checker, const Backup& backup) {
    if (backup.restore) check_against_domain(checker, backup);
    check_copying(checker, backup);
}

}  // namespace nines::validate
