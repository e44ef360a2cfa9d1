// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "models/engine/trial.hpp"

namespace nines::golden {

/// FNV-1a over 64-bit words, byte by byte, lowest first: the same on every machine.
class Fingerprint {
public:
    void add(std::uint64_t word) {
        for (int byte = 0; byte < 8; ++byte) { hash_ = (hash_ ^ ((word >> (8 * byte)) & 0xff)) * 0x100000001b3ULL; }
    }
    std::uint64_t value() const { return hash_; }

private:
    std::uint64_t hash_ = 0xcbf29ce484222325ULL;
};

/// Recorder that hashes a trial's trajectory: tick, unit or line, and what happened to it, in the order of events.
class TrajectoryHash : public engine::DeafToFailover {
public:
    template <class Trial>
    void begin(const Trial& trial) {
        note(0, trial.number(), 0);
    }
    void failed(compile::UnitId unit, sim::Tick now) { note(1, +unit, now); }
    void restored(compile::UnitId unit, sim::Tick now) { note(2, +unit, now); }
    void crew_busy(compile::CrewId crew, int change, sim::Tick now) { note(change > 0 ? 3 : 4, +crew, now); }
    template <class Trial>
    void line(const Trial&, compile::LineId line, bool up, sim::Tick now) {
        note(up ? 5 : 6, +line, now);
    }
    template <class Trial>
    void measure(const Trial&, sim::Tick now) {
        note(7, 0, now);
    }
    template <class Trial>
    void end(const Trial&, sim::Tick now) {
        note(8, 0, now);
    }

    std::uint64_t value() const { return fingerprint_.value(); }

private:
    void note(std::uint64_t what, std::uint64_t which, std::uint64_t when) {
        fingerprint_.add(what);
        fingerprint_.add(which);
        fingerprint_.add(when);
    }

    Fingerprint fingerprint_;
};

}  // namespace nines::golden
