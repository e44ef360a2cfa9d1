// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine/backup_retention.hpp"

#include <cmath>

namespace nines::engine {

namespace {

constexpr double day = 86400.0;
constexpr double week = 7.0 * day;
constexpr double year = 365.0 * day;
constexpr double month = year / 12.0;

std::array<std::uint32_t, 4> wanted_numbers(const Retention& rules) {
    return {rules.full, rules.diff, rules.incr, rules.snapshot};
}

std::array<std::uint32_t, 4> wanted_of_calendar(const Retention& rules) {
    return {rules.daily, rules.weekly, rules.monthly, rules.yearly};
}

std::size_t index(BackupKind kind) {
    return static_cast<std::size_t>(kind);
}

}  // namespace

BackupRetention::BackupRetention(const BackupJobs& jobs, BackupId id, double now, LinksInWait& waiting)
    : jobs_(&jobs), id_(id), rules_(&jobs.rules(id).keep), now_(now), waiting_(&waiting) {
    for (const BackupSeries& series : jobs.rules(id).series) kinds_ |= bit_of(series.kind);
    waiting.clear();
}

/// Calendar rules are about full copies, or snapshots where there are no full ones.
bool BackupRetention::is_on_calendar(BackupKind kind) const {
    if (!rules_->has_calendar()) return false;
    return kind == BackupKind::full || (kind == BackupKind::snapshot && !exists(BackupKind::full));
}

/// No rule is about this kind.
bool BackupRetention::is_free(BackupKind kind) const {
    return wanted_numbers(*rules_)[index(kind)] == Retention::all && !rules_->has_window() && !is_on_calendar(kind);
}

bool BackupRetention::has_room(BackupKind kind) const {
    const std::uint32_t wanted = wanted_numbers(*rules_)[index(kind)];
    return wanted != Retention::all && seen_[index(kind)] < wanted;
}

/// Days begin at midnight, weeks on Monday; months (a twelfth of a year) and years are counted from the beginning.
std::array<double, 4> BackupRetention::buckets(double at) const {
    const double on_clock = at + rules_->clock_at_start;
    return {std::floor(on_clock / day), std::floor(on_clock / week), std::floor(at / month), std::floor(at / year)};
}

bool BackupRetention::fits_calendar(double at) const {
    const auto of = buckets(at);
    const auto wanted = wanted_of_calendar(*rules_);
    for (std::size_t i = 0; i < of.size(); ++i) {
        if (filled_[i] < wanted[i] && (filled_[i] == 0 || of[i] != last_bucket_[i])) return true;
    }
    return false;
}

void BackupRetention::note_in_calendar(double at) {
    const auto of = buckets(at);
    const auto wanted = wanted_of_calendar(*rules_);
    for (std::size_t i = 0; i < of.size(); ++i) {
        if (filled_[i] == wanted[i] || (filled_[i] > 0 && of[i] == last_bucket_[i])) continue;
        ++filled_[i];
        last_bucket_[i] = of[i];
    }
}

/// Of a differential or incremental copy. Its full one is the next that the walk comes to.
bool BackupRetention::root_is_wanted(const BackupCopy& copy) const {
    if (is_free(BackupKind::full) || has_room(BackupKind::full)) return true;
    if (!is_on_calendar(BackupKind::full)) return false;
    const auto root = jobs_->last_before(id_, BackupKind::full, copy.began);
    return root && fits_calendar(root->at);
}

bool BackupRetention::is_wanted(const BackupCopy& copy) {
    bool wanted = is_free(copy.kind) || has_room(copy.kind);
    const bool follows = copy.kind == BackupKind::diff || copy.kind == BackupKind::incr;
    if (follows && wanted_numbers(*rules_)[index(copy.kind)] == Retention::all) wanted = root_is_wanted(copy);
    ++seen_[index(copy.kind)];
    if (is_on_calendar(copy.kind)) {
        wanted = wanted || fits_calendar(copy.at);
        note_in_calendar(copy.at);
    }
    if (rules_->has_window()) {
        bool& is_covered = window_is_covered_[copy.kind == BackupKind::snapshot ? 1 : 0];
        wanted = wanted || !is_covered;
        is_covered = is_covered || copy.at <= now_ - rules_->window_seconds;
    }
    return wanted;
}

void BackupRetention::meet(const BackupCopy& copy) {
    is_needed_ = waiting_->meet(copy, [](const BackupCopy& /*link*/) {});
}

bool BackupRetention::keeps(const BackupCopy& copy) {
    if (!rules_->has_rules) return true;
    if (!is_wanted(copy) && !is_needed_) return false;
    waiting_->add(copy);
    return true;
}

bool BackupRetention::is_over() const {
    if (!rules_->has_rules || !waiting_->empty()) return false;
    const auto wanted = wanted_of_calendar(*rules_);
    for (const BackupKind kind : {BackupKind::full, BackupKind::diff, BackupKind::incr, BackupKind::snapshot}) {
        if (!exists(kind)) continue;
        if (has_room(kind)) return false;
        const bool stands_alone = kind == BackupKind::full || kind == BackupKind::snapshot;
        if (stands_alone && is_free(kind)) return false;
        if (rules_->has_window() && !window_is_covered_[kind == BackupKind::snapshot ? 1 : 0]) return false;
        if (is_on_calendar(kind) && filled_ != wanted) return false;
    }
    return true;
}

}  // namespace nines::engine
