// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine/restore_reads.hpp"

#include <algorithm>

namespace nines::engine {

void RestoreReads::begin() {
    std::fill(reads_.begin(), reads_.end(), Read{});
}

double RestoreReads::left_at(const Read& read, double now) const {
    // Infinitely fast: nothing is left at once.
    const double read_meanwhile = now > read.since ? read.rate * (now - read.since) : 0.0;
    return std::max(0.0, read.left - read_meanwhile);
}

/// Equal parts of what is left of the pipe, after those who want less than that have got what they want.
void RestoreReads::share(PipeId pipe, double now) {
    double left = program_->pipes[+pipe].bytes_per_second;
    std::uint32_t wanting = 0;
    for (Read& read : reads_) {
        if (!read.is_active || read.pipe != pipe) continue;
        read.left = left_at(read, now);
        read.since = now;
        read.is_settled = false;
        ++wanting;
    }
    for (bool has_changed = true; has_changed && wanting > 0;) {
        has_changed = false;
        const double part = left / wanting;
        for (Read& read : reads_) {
            if (!read.is_active || read.pipe != pipe || read.is_settled || read.own_rate > part) continue;
            read.rate = read.own_rate;
            read.is_settled = has_changed = true;
            left -= read.rate;
            --wanting;
        }
    }
    for (Read& read : reads_) {
        if (read.is_active && read.pipe == pipe && !read.is_settled) read.rate = left / wanting;
    }
}

void RestoreReads::start(FailoverId id, double bytes, double own_rate, PipeId pipe, Range steps, double now) {
    stop(id, now);
    Read& read = reads_[+id];
    read = {.is_active = true,
            .total = bytes,
            .left = bytes,
            .rate = own_rate,
            .own_rate = own_rate,
            .began = now,
            .since = now,
            .pipe = pipe,
            .steps = steps};
    if (exists(pipe)) share(pipe, now);
}

void RestoreReads::stop(FailoverId id, double now) {
    Read& read = reads_[+id];
    if (!read.is_active) return;
    const PipeId pipe = read.pipe;
    read = {};
    if (exists(pipe)) share(pipe, now);
}

std::uint32_t RestoreReads::count(PipeId pipe) const {
    return static_cast<std::uint32_t>(
        std::ranges::count_if(reads_, [&](const Read& read) { return read.is_active && read.pipe == pipe; }));
}

double RestoreReads::seconds_to_end(const Read& read, double now) const {
    const double left = left_at(read, now);
    return left > 0.0 ? left / read.rate : 0.0;
}

double RestoreReads::seconds_to_step(const Read& read, double now) const {
    const CopyingStep& step = program_->copying_steps[read.steps.begin];
    if (step.seconds >= 0.0) return std::max(0.0, read.began + step.seconds - now);
    const double bytes = left_at(read, now) - read.total * (1.0 - step.copied);
    return bytes > 0.0 ? bytes / read.rate : 0.0;
}

double RestoreReads::seconds_to_next(FailoverId id, double now) const {
    const Read& read = reads_[+id];
    const double end = seconds_to_end(read, now);
    return read.steps.empty() ? end : std::min(end, seconds_to_step(read, now));
}

std::uint16_t RestoreReads::take_step(FailoverId id, double now) {
    Read& read = reads_[+id];
    if (read.steps.empty() || seconds_to_end(read, now) <= seconds_to_step(read, now)) {
        stop(id, now);
        return 0;
    }
    return static_cast<std::uint16_t>(++read.steps.begin);
}

}  // namespace nines::engine
