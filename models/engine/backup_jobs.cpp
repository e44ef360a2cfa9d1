// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine/backup_jobs.hpp"

#include <algorithm>
#include <cmath>

#include "models/engine/chance.hpp"

namespace nines::engine {

namespace {

constexpr double year = 365.0 * 86400.0;
/// Jobs before the trial have addresses too.
constexpr std::int64_t jobs_before = std::int64_t{1} << 40;
/// Instants of two schedules that are closer than this are one.
constexpr double same_instant = 1e-3;
/// Nobody looks at more jobs than this for one answer: then there is none.
constexpr std::uint32_t most_jobs = 20'000;

std::uint64_t address(std::int64_t job) {
    return static_cast<std::uint64_t>(job + jobs_before);
}

double due(const BackupSeries& series, std::int64_t job) {
    return series.starts.phase_seconds + static_cast<double>(job) * series.starts.period_seconds;
}

bool falls_on(const sim::Recurrence& schedule, double seconds) {
    const double n = std::round((seconds - schedule.phase_seconds) / schedule.period_seconds);
    return std::abs(schedule.phase_seconds + n * schedule.period_seconds - seconds) < same_instant;
}

bool builds_on_others(BackupKind kind) {
    return kind == BackupKind::diff || kind == BackupKind::incr;
}

}  // namespace

BackupJobs::BackupJobs(const Program& program, std::uint64_t seed, const CopyLosses& losses)
    : program_(&program), losses_(&losses), seed_(seed), memories_(program.backups.size()) {}

void BackupJobs::begin(std::uint64_t trial) {
    trial_ = trial;
    forget();
}

void BackupJobs::forget() {
    for (auto& of_backup : memories_) of_backup.fill(Memory{});
}

double BackupJobs::size_at(BackupId id, double seconds) const {
    const Backup& backup = rules(id);
    if (backup.growth_per_year == 0.0) return backup.bytes;
    return backup.bytes * std::pow(1.0 + backup.growth_per_year, seconds / year);
}

double BackupJobs::changed(BackupId id, double from, double to) const {
    const double written = rules(id).changed_per_second * (to - from);
    const double hot = rules(id).hot_bytes;
    return std::min(size_at(id, to), hot > 0.0 ? hot * -std::expm1(-written / hot) : written);
}

std::int64_t BackupJobs::last_job(const BackupSeries& series, double seconds) {
    const auto instant = [&](double n) { return series.starts.phase_seconds + n * series.starts.period_seconds; };
    double n = std::floor((seconds - series.starts.phase_seconds) / series.starts.period_seconds);
    // The division may have rounded either way.
    if (instant(n + 1.0) <= seconds) n += 1.0;
    if (instant(n) > seconds) n -= 1.0;
    return static_cast<std::int64_t>(n);
}

std::optional<std::uint32_t> BackupJobs::series_of(BackupId id, BackupKind kind) const {
    const auto& series = rules(id).series;
    for (std::uint32_t s = 0; s < series.size(); ++s) {
        if (series[s].kind == kind) return s;
    }
    return std::nullopt;
}

/// A fuller backup is due at the same instant.
bool BackupJobs::gives_way(BackupId id, BackupKind kind, double start) const {
    if (!builds_on_others(kind)) return false;
    const auto& series = rules(id).series;
    for (std::uint32_t s = 0; s < series.size(); ++s) {
        if (series[s].kind >= kind) continue;
        const Memory& of = memory(id, s);
        const bool is_between = of.due <= start && start < of.next_due;
        if (is_between ? start - of.due < same_instant || of.next_due - start < same_instant
                       : falls_on(series[s].starts, start)) {
            return true;
        }
    }
    return false;
}

/// What `last_before` has found last, if that is the answer now too.
const BackupCopy* BackupJobs::known_last(BackupId id, std::uint32_t s, double seconds) const {
    const Memory& of = memory(id, s);
    return of.due <= seconds && seconds < of.next_due && of.last.began < seconds ? &of.last : nullptr;
}

/// There is nothing to build upon yet, or a fuller backup still copies.
bool BackupJobs::is_kept_waiting(BackupId id, BackupKind kind, double began) const {
    if (!builds_on_others(kind)) return false;
    const std::optional<std::uint32_t> series = series_of(id, BackupKind::full);
    if (!series) return true;
    const BackupCopy* known = known_last(id, *series, began);
    if (known != nullptr && known->copied_at > began) return true;
    if (known == nullptr) {
        const std::optional<BackupCopy> full = last_before(id, BackupKind::full, began);
        if (!full || full->copied_at > began) return true;
    }
    if (kind == BackupKind::diff || !series_of(id, BackupKind::diff)) return false;
    const std::optional<BackupCopy> diff = last_before(id, BackupKind::diff, began);
    return diff && diff->copied_at > began;
}

/// Of a job, before the one that works; infinite if none does.
double BackupJobs::failed_tries(BackupId id, std::uint32_t s, std::int64_t job) const {
    const BackupJob& rules_of_jobs = rules(id).job;
    if (rules_of_jobs.success >= 1.0) return 0.0;
    const std::uint64_t name = rules(id).series[s].stream;
    const sim::Stream stream = stream_for(seed_, name, Purpose::backup_works, trial_);
    if (!memory(id, s).failed.meets(stream, address(job), 1.0 - rules_of_jobs.success)) return 0.0;
    if (rules_of_jobs.retries == 0 || rules_of_jobs.success <= 0.0) return std::numeric_limits<double>::infinity();
    // Further tries that fail before the first that works: geometric, by inversion.
    const double u = uniform(stream_for(seed_, name, Purpose::backup_retries, trial_).block(address(job))[0]);
    const double failed = 1.0 + std::floor(std::log1p(-u) / std::log1p(-rules_of_jobs.success));
    return failed > rules_of_jobs.retries ? std::numeric_limits<double>::infinity() : failed;
}

/// Start of the try of this job that worked.
std::optional<double> BackupJobs::began(BackupId id, std::uint32_t s, std::int64_t job) const {
    Memory& of = memory(id, s);
    if (of.job == job) return of.began;
    const std::optional<double> start = find_beginning(id, s, job);
    of.job = job;
    of.began = start;
    return start;
}

std::optional<double> BackupJobs::find_beginning(BackupId id, std::uint32_t s, std::int64_t job) const {
    const BackupSeries& series = rules(id).series[s];
    double start = due(series, job);
    if (gives_way(id, series.kind, start)) return std::nullopt;
    const double failed = failed_tries(id, s, job);
    if (failed == std::numeric_limits<double>::infinity()) return std::nullopt;
    start += failed * rules(id).job.retry_seconds;
    if (is_kept_waiting(id, series.kind, start)) return std::nullopt;
    return start;
}

/// When the last backup began of which this one leaves out what has not changed since.
double BackupJobs::previous(BackupId id, BackupKind kind, double before) const {
    double last = -std::numeric_limits<double>::infinity();
    const auto& series = rules(id).series;
    for (std::uint32_t s = 0; s < series.size(); ++s) {
        const bool counts =
            kind == BackupKind::diff ? series[s].kind == BackupKind::full : series[s].kind <= BackupKind::incr;
        if (!counts) continue;
        if (const BackupCopy* known = known_last(id, s, before)) {
            last = std::max(last, known->began);
            continue;
        }
        std::int64_t job = last_job(series[s], before);
        for (std::uint32_t looked_at = 0; looked_at < most_jobs; ++looked_at, --job) {
            const std::optional<double> start = began(id, s, job);
            if (!start || *start >= before) continue;
            last = std::max(last, *start);
            break;
        }
    }
    return last;
}

/// What is copied. Jobs that overlap are counted as if the one before had been finished.
double BackupJobs::bytes_of(BackupId id, const BackupCopy& copy) const {
    const Backup& backup = rules(id);
    if (builds_on_others(copy.kind)) return changed(id, previous(id, copy.kind, copy.began), copy.began);
    const bool copies_changes = copy.kind == BackupKind::snapshot || backup.restore.model != RestoreModel::chain;
    if (!copies_changes) return size_at(id, copy.at);
    return changed(id, copy.began - backup.series[copy.series].starts.period_seconds, copy.began);
}

/// A copy of a copy takes along whatever that builds upon.
double BackupJobs::bytes_of_chain(BackupId id, const BackupCopy& copy) const {
    double bytes = 0.0;
    for_each_link(*this, id, copy, [&](const BackupCopy& link, const BackupCopy* base) {
        bytes += base != nullptr ? changed(id, base->at, link.at) : size_at(id, link.at);
        return true;
    });
    return bytes;
}

std::optional<BackupCopy> BackupJobs::copy(BackupId id, std::uint32_t s, std::int64_t job) const {
    const Backup& backup = rules(id);
    const std::optional<double> start = began(id, s, job);
    if (!start) return std::nullopt;
    BackupCopy copy{.kind = backup.series[s].kind, .series = s, .job = job, .began = *start, .at = *start};
    const std::uint64_t name = backup.series[s].stream;
    const auto draw = [&](SamplerId sampler, Purpose purpose) {
        if (!exists(sampler)) return 0.0;
        sim::Draw words(stream_for(seed_, name, purpose, trial_), address(job));
        return program_->samplers[+sampler](words);
    };
    const bool has_rate =
        backup.job.bytes_per_second < std::numeric_limits<double>::infinity() && !exists(backup.job.takes);
    if (exists(backup.source)) {
        const std::optional<BackupCopy> found = found_at_source(id, *start);
        if (!found) return std::nullopt;
        copy.at = found->at;
        copy.bytes = bytes_of_chain(backup.source, *found);
    } else if (has_rate || !builds_on_others(copy.kind)) {
        copy.bytes = bytes_of(id, copy);
    }
    double copying = draw(backup.job.takes, Purpose::backup_takes);
    if (has_rate) copying = copy.bytes / backup.job.bytes_per_second;
    copy.copied_at = *start + backup.job.hold_seconds + copying;
    copy.usable_at = copy.copied_at + draw(backup.job.lag, Purpose::backup_lag);
    return copy;
}

std::optional<BackupCopy> BackupJobs::last_before(BackupId id, BackupKind kind, double seconds) const {
    const std::optional<std::uint32_t> s = series_of(id, kind);
    if (!s) return std::nullopt;
    const BackupSeries& series = rules(id).series[*s];
    if (const BackupCopy* known = known_last(id, *s, seconds)) return *known;
    const std::int64_t newest = last_job(series, seconds);
    bool has_begun = true;
    for (std::int64_t job = newest; job > newest - most_jobs; --job) {
        std::optional<BackupCopy> found = copy(id, *s, job);
        if (!found) continue;
        has_begun = has_begun && found->began < seconds;
        if (found->began >= seconds) continue;
        if (has_begun) {
            Memory& of = memory(id, *s);
            of.due = due(series, newest);
            of.next_due = due(series, newest + 1);
            of.last = *found;
        }
        return found;
    }
    return std::nullopt;
}

std::optional<BackupCopy> BackupJobs::base_of(BackupId id, const BackupCopy& copy) const {
    if (copy.kind == BackupKind::diff) return last_before(id, BackupKind::full, copy.began);
    BackupWalk walk(*this, id, std::nextafter(copy.began, CopyLosses::never), chain_kinds);
    while (const BackupCopy* candidate = walk.next()) {
        if (candidate->copied_at <= copy.began) return *candidate;
    }
    return std::nullopt;
}

std::optional<BackupCopy> BackupJobs::found_at_source(BackupId id, double began) const {
    const BackupId source = rules(id).source;
    const bool is_open = !rules(source).is_immutable;
    const double attacked_at = losses_->attacked_at[+source];
    // A place that loses its copies later still had them.
    const auto gone_before = [&](const std::vector<double>& lost_at) {
        double gone = std::numeric_limits<double>::infinity();
        for (const double lost : lost_at) gone = std::min(gone, lost < began ? lost : CopyLosses::never);
        return is_open && attacked_at < began ? std::max(gone, attacked_at) : gone;
    };
    const double gone = gone_before(losses_->lost_at[+source]);
    const double own_gone = gone_before(losses_->own_lost_at[+source]);
    BackupWalk walk(*this, source, began);
    while (const BackupCopy* copy = walk.next()) {
        if (copy->usable_at <= began && copy->usable_at > gone) return *copy;
        if (copy->kind == BackupKind::snapshot && copy->began > own_gone) return *copy;
    }
    return std::nullopt;
}

bool BackupJobs::is_bad(BackupId id, const BackupCopy& copy) const {
    const Backup& backup = rules(id);
    if (backup.job.bad == 0.0) return false;
    const sim::Stream stream = stream_for(seed_, backup.series[copy.series].stream, Purpose::backup_bad, trial_);
    return memory(id, copy.series).bad.meets(stream, address(copy.job), backup.job.bad);
}

BackupWalk::BackupWalk(const BackupJobs& jobs, BackupId id, double from, BackupKinds kinds)
    : jobs_(&jobs), id_(id), from_(from), left_(most_jobs) {
    const auto& series = jobs.rules(id).series;
    for (std::uint32_t s = 0; s < series.size(); ++s) {
        if ((kinds & bit_of(series[s].kind)) == 0) continue;
        job_[s] = BackupJobs::last_job(series[s], from) + 1;
        advance(s);
    }
}

void BackupWalk::advance(std::uint32_t series) {
    head_[series].reset();
    while (left_ > 0) {
        --left_;
        --job_[series];
        head_[series] = jobs_->copy(id_, series, job_[series]);
        if (head_[series] && head_[series]->began <= from_) return;
        head_[series].reset();
    }
}

const BackupCopy* BackupWalk::next() {
    std::uint32_t newest = 4;
    for (std::uint32_t s = 0; s < head_.size(); ++s) {
        if (head_[s] && (newest == 4 || head_[s]->began > head_[newest]->began)) newest = s;
    }
    if (newest == 4) return nullptr;
    current_ = *head_[newest];
    advance(newest);
    return &current_;
}

}  // namespace nines::engine
