// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine/recovery_points.hpp"

#include <algorithm>
#include <cmath>

#include "models/engine/gates.hpp"

namespace nines::engine {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
/// After so many copies in a row that are gone, nothing older is looked for.
constexpr int most_gone = 1000;

bool is_within(const Program& program, HostId host, HostId domain) {
    if (!exists(host)) return false;
    if (host == domain) return true;
    const Range domains = program.hosts[+host].domains;
    for (std::uint32_t d = domains.begin; d < domains.end; ++d) {
        if (is_within(program, program.domains_of_hosts[d], domain)) return true;
    }
    return false;
}

/// What was usable before is gone from each place that can be reached; infinite if none can.
double gone_from(const Program& program, const DiscreteState& state, const std::vector<LineId>& places,
                 const std::vector<double>& lost_at) {
    double gone = infinite;
    for (std::size_t p = 0; p < places.size(); ++p) {
        if (!exists(places[p]) || is_up(program, state, places[p])) gone = std::min(gone, lost_at[p]);
    }
    return gone;
}

}  // namespace

RecoveryPoints::RecoveryPoints(const Program& program, std::uint64_t seed)
    : program_(&program),
      seed_(seed),
      jobs_(program, seed, losses_),
      troubles_(program, seed, jobs_),
      backups_of_(program.failovers.size()),
      spoiled_spans_(program.failovers.size()) {
    for (std::uint32_t b = 0; b < program.backups.size(); ++b) {
        const Backup& backup = program.backups[b];
        backups_of_[+backup.store].push_back(static_cast<BackupId>(b));
        losses_.lost_at.emplace_back(backup.places.size());
        losses_.own_lost_at.emplace_back(backup.own_places.size());
    }
    losses_.attacked_at.resize(program.backups.size());
    found_out_at_.resize(program.backups.size());
    answers_.resize(program.backups.size());
    ruled_out_from_.resize(program.backups.size());
    begin(0);
}

void RecoveryPoints::begin(std::uint64_t trial) {
    trial_ = trial;
    for (auto* lost : {&losses_.lost_at, &losses_.own_lost_at}) {
        for (auto& by_place : *lost) std::fill(by_place.begin(), by_place.end(), CopyLosses::never);
    }
    std::fill(losses_.attacked_at.begin(), losses_.attacked_at.end(), CopyLosses::never);
    std::fill(found_out_at_.begin(), found_out_at_.end(), CopyLosses::never);
    std::fill(ruled_out_from_.begin(), ruled_out_from_.end(), infinite);
    for (auto& spans : spoiled_spans_) spans.clear();
    jobs_.begin(trial);
    troubles_.begin(trial);
    forget_answers();
}

void RecoveryPoints::forget_answers() {
    for (Answer& answer : answers_) answer.is_known = false;
}

std::optional<RecoveryPoint> RecoveryPoints::newest(const DiscreteState& state, const RestoreRequest& request) const {
    std::optional<RecoveryPoint> best;
    for (const BackupId id : backups_of_[+request.store]) {
        const std::optional<RecoveryPoint> point = newest_of(id, state, request);
        if (!point) continue;
        const auto work = [](const RecoveryPoint& of) { return of.copy_bytes + of.log_bytes; };
        if (!best || point->at > best->at || (point->at == best->at && work(*point) < work(*best))) best = point;
    }
    return best;
}

RecoveryPoints::Reach RecoveryPoints::reach_of(BackupId id, const DiscreteState& state,
                                               const RestoreRequest& request) const {
    const Backup& backup = program_->backups[+id];
    Reach reach{gone_from(*program_, state, backup.places, losses_.lost_at[+id]),
                gone_from(*program_, state, backup.own_places, losses_.own_lost_at[+id])};
    if (backup.is_immutable) return reach;
    const double attacked = request.after_attack ? infinite : losses_.attacked_at[+id];
    return {std::max(reach.gone_before, attacked), std::max(reach.own_gone_before, attacked)};
}

bool RecoveryPoints::is_allowed(BackupId id, const BackupCopy& copy, const RestoreRequest& request) const {
    if (copy.at > request.not_after || copy.at >= request.older_than || copy.at >= ruled_out_from_[+id]) return false;
    return unspoiled(request.store, copy.at) == copy.at;
}

/// A snapshot can be used where it was made as soon as it is, and elsewhere when it has been copied.
bool RecoveryPoints::is_there(const BackupCopy& copy, const RestoreRequest& request, const Reach& reach) {
    const bool is_own = copy.kind == BackupKind::snapshot && copy.began <= std::min(request.now, request.lost_at) &&
                        copy.began > reach.own_gone_before;
    const bool was_copied = copy.usable_at <= request.now && copy.copied_at <= request.lost_at;
    return is_own || (was_copied && copy.usable_at > reach.gone_before);
}

std::optional<RecoveryPoint> RecoveryPoints::newest_of(BackupId id, const DiscreteState& state,
                                                       RestoreRequest request) const {
    // Copies of copies are made whether or not the data are still there.
    if (exists(program_->backups[+id].source)) request.lost_at = infinite;
    const Reach reach = reach_of(id, state, request);
    if (reach.gone_before == infinite && reach.own_gone_before == infinite) return std::nullopt;
    Answer& last = answers_[+id];
    if (last.is_known && last.request == request && last.reach == reach) return last.point;
    last = {true, request, reach, find_newest(id, request, reach)};
    return last.point;
}

std::optional<RecoveryPoint> RecoveryPoints::find_newest(BackupId id, const RestoreRequest& request,
                                                         const Reach& reach) const {
    const bool is_copy_of_copies = exists(program_->backups[+id].source);
    const bool counts = program_->backups[+id].keep.has_rules;
    const double newest = std::min({request.not_after, request.older_than, ruled_out_from_[+id]});
    BackupRetention retention(jobs_, id, request.now, kept_links_);
    BackupWalk walk(jobs_, id, counts || is_copy_of_copies ? request.now : std::min(request.now, newest));
    int gone = 0;
    known_bad_.clear();
    next_known_bad_ = 0;
    while (const BackupCopy* copy = walk.next()) {
        retention.meet(*copy);
        const bool is_snapshot = copy->kind == BackupKind::snapshot;
        const bool was_made = is_snapshot ? copy->began <= request.lost_at : copy->copied_at <= request.lost_at;
        if (!was_made || (copy->usable_at > request.now && !is_snapshot)) continue;
        if (!retention.keeps(*copy)) {
            if (retention.is_over()) break;
            continue;
        }
        if (!is_allowed(id, *copy, request)) continue;
        if (!is_there(*copy, request, reach)) {
            if (++gone == most_gone) break;
            continue;
        }
        if (is_known_bad(*copy)) continue;
        const Chain chain = chain_of(id, *copy, request, reach);
        if (!chain.is_usable || chain.is_known) continue;
        RecoveryPoint point{.backup = id,
                            .at = copy->at,
                            .copy_bytes = chain.bytes,
                            .links = chain.links,
                            .is_readable = chain.oldest_bad == infinite,
                            .base_at = copy->at,
                            .next_older_than = std::min(copy->at, chain.oldest_bad)};
        add_log(point, request, reach);
        return point;
    }
    return std::nullopt;
}

/// It builds upon a copy that an earlier chain of this walk was found out to be bad by. Both go from new to old.
bool RecoveryPoints::is_known_bad(const BackupCopy& copy) const {
    const auto is_newer = [&](const BackupCopy& link) { return link.began > copy.began; };
    while (next_known_bad_ < known_bad_.size() && is_newer(known_bad_[next_known_bad_])) ++next_known_bad_;
    if (next_known_bad_ == known_bad_.size()) return false;
    const BackupCopy& link = known_bad_[next_known_bad_];
    return link.series == copy.series && link.job == copy.job;
}

/// What is copied from another backup is bad if that was.
RecoveryPoints::Chain RecoveryPoints::chain_of(BackupId id, const BackupCopy& copy, const RestoreRequest& request,
                                               const Reach& reach) const {
    Chain chain;
    links_.clear();
    const bool is_whole = for_each_link(jobs_, id, copy, [&](const BackupCopy& link, const BackupCopy* base) {
        chain.is_usable = chain.is_usable && is_there(link, request, reach);
        if (!chain.is_usable) return false;
        links_.push_back(link);
        const bool is_own = link.kind == BackupKind::snapshot && link.began > reach.own_gone_before;
        if (!is_own) chain.bytes += bytes_to_read(id, link, base);
        add_link(id, link, request.now, chain);
        return !chain.is_known;
    });
    chain.is_usable = chain.is_usable && is_whole;
    if (chain.is_known) {
        std::swap(known_bad_, links_);
        next_known_bad_ = 0;
    }
    if (program_->backups[+id].restore.model != RestoreModel::chain && chain.bytes > 0.0) {
        chain.bytes = jobs_.size_at(id, copy.at);
    }
    return chain;
}

void RecoveryPoints::add_link(BackupId id, const BackupCopy& link, double now, Chain& chain) const {
    ++chain.links;
    const BackupTroubles::Span* broken = troubles_.break_at(id, link.began);
    if (broken != nullptr || jobs_.is_bad(id, link)) {
        chain.oldest_bad = std::min(chain.oldest_bad, link.at);
        chain.is_known = chain.is_known || (broken != nullptr && broken->end <= now) || was_found_out(id, link, now);
    }
    const BackupId source = program_->backups[+id].source;
    if (!exists(source)) return;
    --chain.links;
    const std::optional<BackupCopy> found = jobs_.found_at_source(id, link.began);
    if (!found) return;
    // What is known of the source's copies is not known of those that were made of them.
    Chain copied;
    for_each_link(jobs_, source, *found, [&](const BackupCopy& inner, const BackupCopy*) {
        add_link(source, inner, CopyLosses::never, copied);
        return true;
    });
    chain.links += copied.links;
    chain.oldest_bad = std::min(chain.oldest_bad, copied.oldest_bad == infinite ? infinite : link.at);
}

/// A test restores the newest copy, and so does whoever needs one.
bool RecoveryPoints::was_found_out(BackupId id, const BackupCopy& link, double now) const {
    const double found = found_out_at_[+id];
    if (found >= link.usable_at && is_in_use(id, link, found)) return true;
    for (double test = troubles_.next_test(id, link.usable_at); test <= now;
         test = troubles_.next_test(id, test, true)) {
        if (!is_in_use(id, link, test)) return false;
        return true;
    }
    return false;
}

/// Does the newest copy at that time build upon this one?
bool RecoveryPoints::is_in_use(BackupId id, const BackupCopy& link, double at) const {
    BackupWalk walk(jobs_, id, at);
    while (const BackupCopy* copy = walk.next()) {
        if (copy->usable_at > at) continue;
        bool is_part = false;
        for_each_link(jobs_, id, *copy, [&](const BackupCopy& part, const BackupCopy*) {
            is_part = part.series == link.series && part.job == link.job;
            return !is_part && part.began > link.began;
        });
        return is_part;
    }
    return false;
}

double RecoveryPoints::bytes_to_read(BackupId id, const BackupCopy& link, const BackupCopy* base) const {
    if (exists(program_->backups[+id].source)) return link.bytes;
    return base != nullptr ? jobs_.changed(id, base->at, link.at) : jobs_.size_at(id, link.at);
}

double RecoveryPoints::stored_bytes(BackupId id, double now) const {
    const Backup& backup = program_->backups[+id];
    BackupRetention retention(jobs_, id, now, kept_links_);
    BackupWalk walk(jobs_, id, now);
    LinksInWait& links = counted_links_;
    links.clear();
    double bytes = 0.0;
    bool is_over = false;  // But for what the copies that are kept build upon.
    double oldest = now;
    double whole = 0.0;  // Where every piece is kept once: what the oldest copy holds beyond its own changes.
    while (const BackupCopy* copy = walk.next()) {
        retention.meet(*copy);
        links.meet(*copy, [&](const BackupCopy& link) { bytes += bytes_to_read(id, link, copy); });
        is_over = is_over || (!backup.keep.has_rules && copy->began < 0.0);
        if (is_over && links.empty()) break;
        if (is_over || copy->usable_at > now) continue;
        if (!retention.keeps(*copy)) {
            is_over = retention.is_over();
            continue;
        }
        oldest = copy->at;
        if (copy->kind == BackupKind::diff || copy->kind == BackupKind::incr) {
            links.add(*copy);
            continue;
        }
        const bool is_pieces = backup.restore.model != RestoreModel::chain || copy->kind == BackupKind::snapshot;
        bytes += is_pieces ? copy->bytes : bytes_to_read(id, *copy, nullptr);
        if (is_pieces) whole = std::max(0.0, jobs_.size_at(id, copy->at) - copy->bytes);
    }
    for (const BackupCopy& link : links.left()) bytes += bytes_to_read(id, link, nullptr);
    if (!backup.places.empty()) bytes += whole;
    if (!backup.log.exists) return bytes;
    return bytes + backup.written_per_second * std::min(now - oldest, backup.keep.log_seconds);
}

/// The log leads on from a copy as far as it has no gap, is kept and was shipped.
void RecoveryPoints::add_log(RecoveryPoint& point, const RestoreRequest& request, const Reach& reach) const {
    const Backup& backup = program_->backups[+point.backup];
    if (!backup.log.exists || point.base_at < reach.gone_before) return;
    if (point.base_at < request.now - backup.keep.log_seconds) return;
    double until = std::min(request.not_after, newest_log(point.backup, request));
    const BackupTroubles::Span* gap = troubles_.gap_after(point.backup, point.base_at, until);
    if (gap != nullptr) until = gap->begin;
    until = unspoiled(request.store, until);
    if (until <= point.base_at) return;
    point.at = until;
    point.log_bytes = backup.written_per_second * (until - point.base_at);
}

/// Up to which instant the log has been shipped, if that is asked for at `now` and written until `lost_at`.
double RecoveryPoints::newest_log(BackupId id, const RestoreRequest& request) const {
    constexpr double jobs_before = 1099511627776.0;  // 2^40: instants before the trial have addresses too.
    const LogArchive& log = program_->backups[+id].log;
    const double end = std::min(request.now, request.lost_at);
    const auto ship = [&](double number) {
        if (!exists(log.ship)) return 0.0;
        const sim::Stream stream = stream_for(seed_, program_->backups[+id].stream, Purpose::log_ship, trial_);
        sim::Draw words(stream, static_cast<std::uint64_t>(number + jobs_before));
        return program_->samplers[+log.ship](words);
    };
    if (log.segment_seconds == 0.0) return end - ship(std::floor(end * 1e3));
    constexpr int most_segments = 10'000;
    const double g = log.segment_seconds;
    double segment = std::min(std::floor(end / g), std::ceil(request.not_after / g)) - 1.0;
    for (int looked_at = 0; looked_at < most_segments; ++looked_at, segment -= 1.0) {
        const double closed = (segment + 1.0) * g;
        if (closed + ship(segment) <= end) return closed;
    }
    return CopyLosses::never;
}

/// The instant itself, or the one at which the data had become bad that were written then.
double RecoveryPoints::unspoiled(FailoverId store, double seconds) const {
    for (const BackupTroubles::Span& span : spoiled_spans_[+store]) {
        if (seconds > span.begin && seconds < span.end) return span.begin;
    }
    return seconds;
}

void RecoveryPoints::lose_place(HostId domain, double now) {
    if (program_->backups.empty()) return;
    jobs_.forget();
    forget_answers();
    for (std::uint32_t b = 0; b < program_->backups.size(); ++b) {
        const Backup& backup = program_->backups[b];
        for (std::size_t p = 0; p < backup.places.size(); ++p) {
            if (is_within(*program_, backup.place_hosts[p], domain)) losses_.lost_at[b][p] = now;
        }
        for (std::size_t p = 0; p < backup.own_places.size(); ++p) {
            if (is_within(*program_, backup.own_hosts[p], domain)) losses_.own_lost_at[b][p] = now;
        }
    }
}

void RecoveryPoints::attack(FailoverId store, double now) {
    jobs_.forget();
    forget_answers();
    for (const BackupId id : backups_of_[+store]) losses_.attacked_at[+id] = now;
}

void RecoveryPoints::spoil(FailoverId store, double from, double until) {
    spoiled_spans_[+store].push_back({from, until});
    forget_answers();
}

void RecoveryPoints::found_unreadable(BackupId backup, double now) {
    found_out_at_[+backup] = now;
    troubles_.found_out(backup, now);
    forget_answers();
}

void RecoveryPoints::rule_out(const RecoveryPoint& point) {
    double& from = ruled_out_from_[+point.backup];
    from = std::min(from, point.next_older_than);
    answers_[+point.backup].is_known = false;
}

void RecoveryPoints::end_of_attempts(FailoverId store) {
    for (const BackupId id : backups_of_[+store]) {
        if (ruled_out_from_[+id] < infinite) answers_[+id].is_known = false;
        ruled_out_from_[+id] = infinite;
    }
}

}  // namespace nines::engine
