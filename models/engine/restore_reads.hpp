// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "models/engine/discrete_state.hpp"

namespace nines::engine {

/// What restores read from their backups at this moment of a trial, and how fast.
///
/// Those that read through the same pipe share it max-min fairly: whoever asks for less than an equal part gets what it
/// asks for, and leaves the rest to the others. Everything flows: between two changes each reads at a constant rate, so
/// that the times at which it has read a given part are exact.
class RestoreReads {
public:
    explicit RestoreReads(const Program& program) : program_(&program), reads_(program.failovers.size()) {}

    void begin();

    /// The store begins to read so many bytes, at most at this rate, through this pipe or none.
    void start(FailoverId id, double bytes, double own_rate, PipeId pipe, Range steps, double now);
    void stop(FailoverId id, double now);

    bool is_reading(FailoverId id) const { return reads_[+id].is_active; }
    PipeId pipe_of(FailoverId id) const { return reads_[+id].pipe; }
    /// Bytes per second now.
    double rate(FailoverId id) const { return reads_[+id].rate; }
    /// Restores that read through the pipe now.
    std::uint32_t count(PipeId pipe) const;

    /// Seconds until the next step begins, or all is read: not negative.
    double seconds_to_next(FailoverId id, double now) const;
    /// What `seconds_to_next` led to has come. Returns the step that begins, from 1 in Program::copying_steps; 0: all
    /// is read.
    std::uint16_t take_step(FailoverId id, double now);

private:
    struct Read {
        bool is_active = false;
        bool is_settled = false;  ///< Of the sharing under way.
        double total = 0.0;
        double left = 0.0;  ///< At `since`.
        double rate = 0.0;
        double own_rate = 0.0;
        double began = 0.0;
        double since = 0.0;
        PipeId pipe = none<PipeId>;
        Range steps;  ///< Those that have not begun.
    };

    double left_at(const Read& read, double now) const;
    double seconds_to_end(const Read& read, double now) const;
    double seconds_to_step(const Read& read, double now) const;
    void share(PipeId pipe, double now);

    const Program* program_;
    std::vector<Read> reads_;  ///< By store.
};

}  // namespace nines::engine
