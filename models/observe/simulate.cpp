// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/observe/simulate.hpp"

#include <algorithm>
#include <limits>
#include <memory>

#include "models/observe/expected_events.hpp"
#include "models/observe/recorder.hpp"
#include "models/observe/trial_blocks.hpp"
#include "sim/run/ordered_blocks.hpp"
#include "sim/stats/intervals.hpp"

namespace nines::observe {

namespace {

/// With room for what the plan wants kept besides.
Tally tally_for(const compile::Program& program, const Plan& plan) {
    Tally tally = empty_tally(program);
    tally.outages = OutageList(plan.most_outages);
    return tally;
}

/// One thread's engine.
class Worker {
public:
    Worker(const compile::Program& program, const Plan& plan, const TrialBlocks& blocks,
           const std::function<bool()>& go_on)
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
    const TrialBlocks* blocks_;
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
    const TrialBlocks blocks(plan.trials, expected_events_per_trial(program));
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
