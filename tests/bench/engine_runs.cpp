// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/engine_runs.hpp"

#include <cstring>

#include "models/engine/trial.hpp"
#include "models/observe/recorder.hpp"
#include "models/observe/simulate.hpp"
#include "tests/bench/availability_recorder.hpp"
#include "tests/bench/measure.hpp"

namespace nines::bench {

namespace {

constexpr std::uint64_t seed = 1;

class Hash {
public:
    template <class... Numbers>
    void add(const Numbers&... numbers) {
        (add_bits(numbers), ...);
    }
    std::uint64_t value() const { return value_; }

private:
    template <class Number>
    void add_bits(const Number& number) {
        static_assert(sizeof number == sizeof(std::uint64_t));
        std::uint64_t bits = 0;
        std::memcpy(&bits, &number, sizeof bits);
        for (int shift = 0; shift < 64; shift += 8) value_ = (value_ ^ ((bits >> shift) & 0xff)) * 0x100000001b3ULL;
    }

    std::uint64_t value_ = 0xcbf29ce484222325ULL;
};

}  // namespace

Recorded run_recorded(const compile::Program& program, std::uint64_t trials, unsigned threads) {
    observe::Plan plan;
    plan.seed = seed;
    plan.trials = trials;
    plan.threads = threads;
    const Stopwatch stopwatch;
    Recorded result{observe::simulate(program, plan).tally};
    result.wall_seconds = stopwatch.wall_seconds();
    result.cpu_seconds = stopwatch.cpu_seconds();
    return result;
}

AvailabilityOnly run_availability_only(const compile::Program& program, std::uint64_t trials) {
    AvailabilityRecorder recorder(program);
    engine::Trial<AvailabilityRecorder> trial(program, seed, recorder);
    AvailabilityOnly result;
    for (std::uint64_t t = 0; t < trials; ++t) result.events += trial.run(t);
    result.seconds_down = recorder.seconds_down(0);
    return result;
}

std::uint64_t run_trials(const compile::Program& program, std::uint64_t trials) {
    observe::Tally tally = observe::empty_tally(program);
    observe::Recorder recorder(program);
    recorder.attach(tally);
    engine::Trial<observe::Recorder> trial(program, seed, recorder);
    std::uint64_t events = 0;
    for (std::uint64_t t = 0; t < trials; ++t) events += trial.run(t);
    return events;
}

Allocations count_allocations(const compile::Program& program, std::uint64_t trials) {
    constexpr std::uint64_t warm_up = 5;
    observe::Tally tally = observe::empty_tally(program);
    observe::Recorder recorder(program);
    recorder.attach(tally);
    engine::Trial<observe::Recorder> trial(program, seed, recorder);
    for (std::uint64_t t = 0; t < warm_up; ++t) trial.run(t);

    Allocations result;
    const auto run_all = [&] {
        const std::uint64_t before = allocation_count();
        result.events = 0;
        for (std::uint64_t t = warm_up; t < warm_up + trials; ++t) result.events += trial.run(t);
        return allocation_count() - before;
    };
    result.fresh = run_all();
    result.repeated = run_all();
    return result;
}

std::uint64_t hash_of(const observe::Tally& tally) {
    Hash hash;
    hash.add(tally.trials, tally.events);
    for (const observe::DownTally& unit : tally.units) hash.add(unit.down, unit.down_squared, unit.failures);
    for (const observe::DownTally& subject : tally.subjects) hash.add(subject.down, subject.failures);
    for (const observe::ServiceTally& service : tally.services) {
        hash.add(service.down.mean, service.down.m2, service.down.m3, service.outages.mean, service.first_outage.mean,
                 service.worst_month_down.mean);
        for (std::size_t c = 0; c < service.chains.size(); ++c) {
            hash.add(service.chains.tally(c).seconds, service.chains.tally(c).outages);
        }
    }
    return hash.value();
}

}  // namespace nines::bench
