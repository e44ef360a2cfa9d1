// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/observe/simulate.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <memory>

#include "models/observe/expected_events.hpp"
#include "models/observe/recorder.hpp"
#include "sim/run/ordered_blocks.hpp"
#include "sim/stats/intervals.hpp"

namespace nines::observe {

namespace {

/// Blocks grow from one trial to a hundredth of the run, so that the first estimate comes at once and the folding
/// costs nothing later; but no block takes more than a few million events, so that a run can be ended soon.
/// They depend on the program and the number of trials only, never on the threads.
class Blocks {
public:
    Blocks(std::uint64_t trials, double events_per_trial) : trials_(trials) {
        constexpr double most_events = 4e6;
        const auto by_events = static_cast<std::uint64_t>(std::max(1.0, most_events / events_per_trial));
        largest_ = std::min(std::clamp<std::uint64_t>(trials / 100, 1, 4096), by_events);
        doublings_ = static_cast<std::uint64_t>(std::bit_width(largest_)) - 1;
        growing_ = (std::uint64_t{2} << doublings_) - 1;
    }

    std::uint64_t count() const {
        if (trials_ <= growing_) return static_cast<std::uint64_t>(std::bit_width(trials_));
        return doublings_ + 1 + (trials_ - growing_ + largest_ - 1) / largest_;
    }

    std::uint64_t begin(std::uint64_t block) const {
        const std::uint64_t start =
            block <= doublings_ ? (std::uint64_t{1} << block) - 1 : growing_ + (block - doublings_ - 1) * largest_;
        return std::min(start, trials_);
    }

private:
    std::uint64_t trials_;
    std::uint64_t largest_ = 1;
    std::uint64_t doublings_ = 0;  ///< The first blocks have 1, 2, 4, .. 2^doublings trials,
    std::uint64_t growing_ = 1;    ///< together this many; all others have the largest size.
};

/// With room for what the plan wants kept besides.
Tally tally_for(const compile::Program& program, const Plan& plan) {
    Tally tally = empty_tally(program);
    tally.outages = OutageList(plan.most_outages);
    return tally;
}

/// One thread's engine.
class Worker {
public:
    Worker(const compile::Program& program, const Plan& plan, const Blocks& blocks, const std::function<bool()>& go_on)
        : program_(&program),
          blocks_(&blocks),
          go_on_(&go_on),
          empty_(tally_for(program, plan)),
          recorder_(std::make_unique<Recorder>(program)),
          trial_(std::make_unique<engine::Trial<Recorder>>(program, plan.seed, *recorder_)) {}

    /// Null when the run is to end.
    std::unique_ptr<Tally> operator()(std::uint64_t block, std::unique_ptr<Tally> tally) {
        if (!tally) tally = std::make_unique<Tally>();
        *tally = empty_;
        recorder_->attach(*tally);
        for (std::uint64_t t = blocks_->begin(block); t < blocks_->begin(block + 1); ++t) {
            if (*go_on_ && !(*go_on_)()) return nullptr;
            tally->events += trial_->run(t);
        }
        return tally;
    }

private:
    const compile::Program* program_;
    const Blocks* blocks_;
    const std::function<bool()>* go_on_;
    Tally empty_;
    std::unique_ptr<Recorder> recorder_;
    std::unique_ptr<engine::Trial<Recorder>> trial_;
};

ServiceProgress progress_of(const ServiceTally& service, const std::string& name, double horizon, double confidence) {
    const auto down = sim::nonnegative_mean(service.down, confidence, horizon);
    ServiceProgress progress{name, {service.down.mean / horizon, down.low / horizon, down.high / horizon}, 0.0};
    progress.unavailability.unreliable = down.unreliable;
    const bool known = service.down.mean != 0.0 && !down.unreliable;
    progress.relative_half_width =
        known ? 0.5 * (down.high - down.low) / down.estimate : std::numeric_limits<double>::infinity();
    return progress;
}

Progress progress_of(const Tally& tally, const compile::Program& program, const Plan& plan) {
    Progress progress{tally.trials, plan.trials, tally.events, 0.0, 0.0};
    for (std::size_t s = 0; s < tally.services.size(); ++s) {
        progress.services.push_back(
            progress_of(tally.services[s], program.subjects[s].name, program.horizon, plan.confidence));
        progress.relative_half_width =
            std::max(progress.relative_half_width, progress.services.back().relative_half_width);
    }
    if (!progress.services.empty()) progress.unavailability = progress.services.front().unavailability.estimate;
    return progress;
}

}  // namespace

std::string to_word(Stopped stopped) {
    switch (stopped) {
        case Stopped::trials: return "trials";
        case Stopped::precision: return "precision";
        case Stopped::limit: return "limit";
        case Stopped::interrupted: return "interrupted";
    }
    return {};
}

Outcome simulate(const compile::Program& program, const Plan& plan, const std::function<bool(const Progress&)>& report,
                 const std::function<bool()>& go_on) {
    const Blocks blocks(plan.trials, expected_events_per_trial(program));
    Outcome outcome{tally_for(program, plan), plan.precision ? Stopped::limit : Stopped::trials};
    const auto make_worker = [&] { return Worker(program, plan, blocks, go_on); };
    const auto consume = [&](const Tally& block) {
        outcome.tally.merge(block);
        if (!plan.precision && !report) return true;
        const Progress progress = progress_of(outcome.tally, program, plan);
        if (report && !report(progress)) {
            outcome.stopped = Stopped::interrupted;
            return false;
        }
        if (plan.precision && !outcome.tally.services.empty() && progress.relative_half_width <= *plan.precision) {
            outcome.stopped = Stopped::precision;
            return false;
        }
        return true;
    };
    const std::uint64_t folded = sim::run_ordered_blocks<Tally>(blocks.count(), plan.threads, make_worker, consume);
    if (folded < blocks.count() && outcome.stopped != Stopped::precision) outcome.stopped = Stopped::interrupted;
    return outcome;
}

}  // namespace nines::observe
