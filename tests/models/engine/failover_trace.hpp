// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "models/compile/compile.hpp"
#include "models/engine/trial.hpp"
#include "models/validate/open.hpp"

/// What the stores of a scenario go through in its first trial, as text: for scenarios whose times are all constant.
namespace nines::engine {

/// Notes phases, promotions and rivals with their seconds.
class FailoverTrace {
public:
    explicit FailoverTrace(const Program& program) : program_(&program) {}

    template <class Trial>
    void begin(const Trial&) {}
    void failed(UnitId, sim::Tick) {}
    void restored(UnitId, sim::Tick) {}
    void crew_busy(CrewId, int, sim::Tick) {}
    template <class Trial>
    void line(const Trial&, LineId, bool, sim::Tick) {}
    template <class Trial>
    void measure(const Trial&, sim::Tick) {}
    template <class Trial>
    void end(const Trial& trial, sim::Tick) {
        roles_ = trial.state().copy_role;
    }

    /// Phases that take no time are left out.
    template <class Trial>
    void failover(const Trial& trial, FailoverId id, FailoverPhase, sim::Tick now) {
        if (phase_at_ == now && last_is_phase_) text_.resize(before_phase_);
        before_phase_ = text_.size();
        add(word_of(trial.state().failovers[+id].phase), now);
        last_is_phase_ = true;
        phase_at_ = now;
    }
    void failed_failover(FailoverId, sim::Tick now) { add_other("failed", now); }
    template <class Trial>
    void promoted(const Trial&, FailoverId, CopyId copy, Promotion promotion, double lost, sim::Tick now) {
        static constexpr std::string_view words[] = {"current", "stale", "empty", "restored"};
        const auto word = words[static_cast<std::size_t>(promotion)];
        const std::string loss = promotion == Promotion::empty ? "" : fmt::format("-{:.4g}", lost);
        add_other(fmt::format("promote#{}-{}{}", +copy + 1, word, loss), now);
    }
    void rival(FailoverId, bool begins, sim::Tick now) { add_other(begins ? "rival" : "no-rival", now); }
    template <class Trial>
    void restore(const Trial& trial, FailoverId id, const RestoreNews& news, sim::Tick now) {
        switch (news.what) {
            case RestoreNews::What::bad_data: return add_other(news.is_attack ? "attack" : "bad", now);
            case RestoreNews::What::begins: return add_other(fmt::format("from-{:.6g}", news.point), now);
            case RestoreNews::What::fails: return add_other("restore-failed", now);
            case RestoreNews::What::reads: return add_other(fmt::format("rate-{:.6g}", news.rate / 1e6), now);
            case RestoreNews::What::copying: return add_copying(trial, id, now);
            case RestoreNews::What::works: return add_other(fmt::format("age-{:.6g}", news.age), now);
        }
    }
    template <class Trial>
    void balancer(const Trial&, BalancerId, sim::Tick) {}
    template <class Trial>
    void waits_to_start(const Trial&, LatchId, sim::Tick) {}

    /// "100 detecting, 110 serving".
    const std::string& text() const { return text_; }
    const std::vector<CopyRole>& roles() const { return roles_; }

private:
    template <class Trial>
    void add_copying(const Trial& trial, FailoverId id, sim::Tick now) {
        const std::uint16_t step = trial.state().failovers[+id].copying;
        add_other(step > 0 ? fmt::format("share-{:.6g}", program_->copying_steps[step - 1].capacity) : "whole", now);
    }

    void add(std::string_view what, sim::Tick now) {
        text_ += fmt::format("{}{:.6g} {}", text_.empty() ? "" : ", ", program_->scale.seconds(now), what);
    }
    void add_other(std::string_view what, sim::Tick now) {
        add(what, now);
        last_is_phase_ = false;
    }

    const Program* program_;
    std::string text_;
    std::size_t before_phase_ = 0;
    bool last_is_phase_ = false;
    sim::Tick phase_at_ = 0;
    std::vector<CopyRole> roles_;
};

/// Throws std::runtime_error with the diagnostics if the scenario has errors.
inline FailoverTrace trace_of(std::string_view toml) {
    const validate::Opened opened = validate::open_text("test.toml", toml);
    std::string errors;
    for (const auto& diagnostic : opened.diagnostics) {
        if (diagnostic.severity == scenario::Severity::error) errors += diagnostic.message + "\n";
    }
    if (!errors.empty()) throw std::runtime_error(errors);
    const Program program = compile::compile(opened.scenario, compile::options_of(opened.scenario));
    FailoverTrace trace(program);
    Trial<FailoverTrace> trial(program, 1, trace);
    trial.run(0);
    return trace;
}

}  // namespace nines::engine
