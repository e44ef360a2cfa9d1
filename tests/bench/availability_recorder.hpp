// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "models/compile/program.hpp"
#include "sim/kernel/tick.hpp"

namespace nines::bench {

/// The least that a trial can record: how long each service was down. Measures what recording everything costs.
class AvailabilityRecorder : public engine::DeafToFailover {
public:
    explicit AvailabilityRecorder(const compile::Program& program)
        : program_(&program), down_(program.service_count), down_since_(program.service_count, up) {}

    template <class Trial>
    void begin(const Trial&) {}
    void failed(compile::UnitId, sim::Tick) {}
    void restored(compile::UnitId, sim::Tick) {}
    void crew_busy(compile::CrewId, int, sim::Tick) {}

    template <class Trial>
    void line(const Trial&, compile::LineId line, bool is_up, sim::Tick now) {
        const auto service = +program_->lines[+line].subject;
        if (service < program_->service_count) change(service, is_up, now);
    }

    template <class Trial>
    void measure(const Trial&, sim::Tick) {}

    template <class Trial>
    void end(const Trial&, sim::Tick now) {
        for (std::uint32_t service = 0; service < program_->service_count; ++service) {
            if (down_since_[service] != up) change(service, true, now);
        }
    }

    /// Of all trials.
    double seconds_down(std::uint32_t service) const { return program_->scale.seconds(down_[service]); }

private:
    static constexpr sim::Tick up = ~sim::Tick{0};

    void change(std::uint32_t service, bool is_up, sim::Tick now) {
        if (is_up) {
            down_[service] += now - down_since_[service];
            down_since_[service] = up;
        } else {
            down_since_[service] = now;
        }
    }

    const compile::Program* program_;
    std::vector<sim::Tick> down_;
    std::vector<sim::Tick> down_since_;
};

}  // namespace nines::bench
