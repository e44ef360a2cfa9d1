// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/observe/paired_run.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "models/observe/expected_events.hpp"
#include "models/observe/recorder.hpp"
#include "models/observe/trial_blocks.hpp"
#include "sim/run/ordered_blocks.hpp"

namespace nines::observe {

namespace {

/// Trials [first + begin of the range, ..) of one of the active designs; designs take turns, range by range.
struct Task {
    std::size_t design;  ///< Among the active ones.
    std::uint64_t from;
    std::uint64_t to;
};

class Schedule {
public:
    Schedule(std::uint64_t first, std::uint64_t until, std::size_t designs, double events_per_trial)
        : first_(first), ranges_(until - first, events_per_trial), designs_(designs) {}

    std::uint64_t count() const { return ranges_.count() * designs_; }
    Task task(std::uint64_t block) const {
        const std::uint64_t range = block / designs_;
        return {block % designs_, first_ + ranges_.begin(range), first_ + ranges_.begin(range + 1)};
    }

private:
    std::uint64_t first_;
    TrialBlocks ranges_;
    std::size_t designs_;
};

/// The engines of one thread, each made when its design first comes up.
class Worker {
public:
    Worker(std::vector<const Program*> programs, std::uint64_t seed, const Schedule& schedule,
           const std::function<bool()>& go_on)
        : programs_(std::move(programs)),
          seed_(seed),
          schedule_(&schedule),
          go_on_(&go_on),
          engines_(programs_.size()) {}

    /// Null when the run is to end. Results of different designs do not fit each other's memory, so none is used again.
    std::unique_ptr<PairedTally> operator()(std::uint64_t block, const std::unique_ptr<PairedTally>&) {
        const Task task = schedule_->task(block);
        const Program& program = *programs_[task.design];
        auto result = std::make_unique<PairedTally>(PairedTally{empty_tally(program), Samples(program)});
        Engine& engine = engine_of(task.design);
        engine.recorder.attach(result->tally, &result->samples);
        for (std::uint64_t trial = task.from; trial < task.to; ++trial) {
            if (*go_on_ && !(*go_on_)()) return nullptr;
            result->tally.events += engine.trial.run(trial);
        }
        return result;
    }

private:
    struct Engine {
        Engine(const Program& program, std::uint64_t seed) : recorder(program), trial(program, seed, recorder) {}
        Recorder recorder;
        engine::Trial<Recorder> trial;
    };

    Engine& engine_of(std::size_t design) {
        if (!engines_[design]) engines_[design] = std::make_unique<Engine>(*programs_[design], seed_);
        return *engines_[design];
    }

    std::vector<const Program*> programs_;
    std::uint64_t seed_;
    const Schedule* schedule_;
    const std::function<bool()>* go_on_;
    std::vector<std::unique_ptr<Engine>> engines_;
};

}  // namespace

PairedRun::PairedRun(std::vector<const Program*> programs, std::uint64_t seed, unsigned threads)
    : programs_(std::move(programs)), seed_(seed), threads_(std::max(1u, threads)) {
    for (const Program* program : programs_) designs_.push_back({empty_tally(*program), Samples(*program)});
}

bool PairedRun::advance(std::uint64_t until, std::span<const std::size_t> active,
                        const std::function<bool(const PairedProgress&)>& report, const std::function<bool()>& go_on) {
    if (active.empty() || until <= trials(active.front())) return true;
    std::vector<const Program*> programs;
    double events_per_trial = 1.0;
    for (const std::size_t index : active) {
        programs.push_back(programs_[index]);
        events_per_trial = std::max(events_per_trial, expected_events_per_trial(*programs_[index]));
    }
    const Schedule schedule(trials(active.front()), until, active.size(), events_per_trial);
    std::vector<PairedTally> of_range;  // of the designs that have finished the present range
    PairedProgress progress{trials(active.front()), until, 0};
    const auto consume = [&](PairedTally& block) {
        of_range.push_back(std::move(block));
        if (of_range.size() < active.size()) return true;
        for (std::size_t d = 0; d < active.size(); ++d) {
            designs_[active[d]].tally.merge(of_range[d].tally);
            designs_[active[d]].samples.append(of_range[d].samples);
            progress.events += of_range[d].tally.events;
        }
        of_range.clear();
        progress.trials = trials(active.front());
        return !report || report(progress);
    };
    const auto make_worker = [&] { return Worker(programs, seed_, schedule, go_on); };
    sim::run_ordered_blocks<PairedTally>(schedule.count(), threads_, make_worker, consume);
    return trials(active.front()) == until;
}

}  // namespace nines::observe
