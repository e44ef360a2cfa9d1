// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine/backup_troubles.hpp"

#include <algorithm>

namespace nines::engine {

namespace {

constexpr double never = std::numeric_limits<double>::infinity();
/// A break that so many tests in a row do not show is never found by a test.
constexpr int most_tests = 10'000;

}  // namespace

BackupTroubles::BackupTroubles(const Program& program, std::uint64_t seed, const BackupJobs& jobs)
    : program_(&program), jobs_(&jobs), seed_(seed), breaks_(program.backups.size()), gaps_(program.backups.size()) {}

void BackupTroubles::begin(std::uint64_t trial) {
    trial_ = trial;
    for (auto* histories : {&breaks_, &gaps_}) {
        for (History& history : *histories) {
            history.spans.clear();
            history.next = 0.0;
            history.drawn = 0;
        }
    }
}

double BackupTroubles::wait(BackupId id, Purpose purpose, double per_second, std::uint64_t draw) const {
    sim::Draw words(stream_for(seed_, program_->backups[+id].stream, purpose, trial_), draw);
    return sim::unit_exponential(words) / per_second;
}

double BackupTroubles::next_test(BackupId id, double seconds, bool strictly) const {
    double first = never;
    for (const sim::Recurrence& tests : program_->backups[+id].tests) {
        first = std::min(first, tests.next(seconds, strictly));
    }
    return first;
}

/// The first test by which something that was written after the break can be restored.
double BackupTroubles::found_by_test(BackupId id, double broke) const {
    double test = next_test(id, broke);
    for (int tried = 0; test < never && tried < most_tests; ++tried, test = next_test(id, test, true)) {
        BackupWalk walk(*jobs_, id, test);
        while (const BackupCopy* copy = walk.next()) {
            if (copy->began < broke) break;
            if (copy->usable_at <= test) return test;
        }
    }
    return never;
}

void BackupTroubles::extend_breaks(BackupId id, double until) {
    const double rate = program_->backups[+id].job.breaks_per_second;
    History& history = breaks_[+id];
    if (history.drawn == 0) history.next = wait(id, Purpose::backup_breaks, rate, history.drawn++);
    while (history.next <= until) {
        const double found = found_by_test(id, history.next);
        history.spans.push_back({history.next, found});
        history.next = found + wait(id, Purpose::backup_breaks, rate, history.drawn++);
    }
}

const BackupTroubles::Span* BackupTroubles::break_at(BackupId id, double seconds) {
    if (program_->backups[+id].job.breaks_per_second == 0.0) return nullptr;
    extend_breaks(id, seconds);
    const auto& spans = breaks_[+id].spans;
    for (auto span = spans.rbegin(); span != spans.rend(); ++span) {
        if (span->begin <= seconds) return seconds < span->end ? &*span : nullptr;
    }
    return nullptr;
}

void BackupTroubles::found_out(BackupId id, double now) {
    const double rate = program_->backups[+id].job.breaks_per_second;
    if (rate == 0.0) return;
    extend_breaks(id, now);
    History& history = breaks_[+id];
    if (history.spans.empty() || history.spans.back().end <= now) return;
    history.spans.back().end = now;
    history.next = now + wait(id, Purpose::backup_breaks, rate, history.drawn++);
}

void BackupTroubles::extend_gaps(BackupId id, double until) {
    const Backup& backup = program_->backups[+id];
    History& history = gaps_[+id];
    const auto next_stop = [&](double from) {
        return from + wait(id, Purpose::log_stops, backup.log.stops_per_second, history.drawn++);
    };
    if (history.drawn == 0) history.next = next_stop(0.0);
    while (history.next <= until) {
        double noticed = history.next;
        if (exists(backup.log.noticed)) {
            sim::Draw words(stream_for(seed_, backup.stream, Purpose::log_noticed, trial_), history.spans.size());
            noticed += program_->samplers[+backup.log.noticed](words);
        }
        history.spans.push_back({history.next, noticed});
        history.next = next_stop(noticed);
    }
}

const BackupTroubles::Span* BackupTroubles::gap_after(BackupId id, double seconds, double until) {
    if (program_->backups[+id].log.stops_per_second == 0.0) return nullptr;
    extend_gaps(id, until);
    for (const Span& gap : gaps_[+id].spans) {
        if (gap.end > seconds) return gap.begin < until ? &gap : nullptr;
    }
    return nullptr;
}

}  // namespace nines::engine
