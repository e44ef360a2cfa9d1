// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/cases.hpp"

#include <utility>

#include "models/compile/compile.hpp"
#include "sim/stats/intervals.hpp"
#include "tests/bench/measure.hpp"
#include "tests/bench/rivals.hpp"

namespace nines::bench {

namespace {

constexpr double confidence = 0.95;

Line line_of(const Case& of, std::string what) {
    Line line;
    line.name = of.name;
    line.what = std::move(what);
    line.components = component_count(of.system);
    line.trials = of.trials;
    return line;
}

/// Runs `work`, which fills in the line, and takes its time.
template <class Work>
Line timed(Line line, Work work) {
    const Stopwatch stopwatch;
    work(line);
    line.wall_seconds = stopwatch.wall_seconds();
    line.cpu_seconds = stopwatch.cpu_seconds();
    return line;
}

}  // namespace

std::shared_ptr<const Case> prepare(const std::string& name, System system, Laws laws, std::uint64_t trials) {
    reset_peak_memory();
    const std::uint64_t before = peak_memory_kib();
    auto result = std::make_shared<Case>();
    result->name = name;
    {
        const scenario::Scenario scenario = scenario_of(system, laws);
        result->program = compile::compile(scenario, compile::options_of(scenario));
    }
    run_recorded(result->program, 1, 1);
    result->peak_kib = peak_memory_kib() - before;
    if (laws == Laws::exponential) result->exact = exact_unavailability(system);
    result->system = std::move(system);
    result->trials = trials;
    return result;
}

Line line_of(const compile::Program& program, const Recorded& run) {
    Line line;
    line.what = "recorded";
    line.components = static_cast<std::uint32_t>(program.units.size());
    line.trials = run.tally.trials;
    line.events = run.tally.events;
    line.wall_seconds = run.wall_seconds;
    line.cpu_seconds = run.cpu_seconds;
    line.hash = hash_of(run.tally);
    if (run.tally.services.empty()) return line;
    const sim::Moments& down = run.tally.services.front().down;
    const auto interval = sim::nonnegative_mean(down, confidence, program.horizon);
    line.unavailability = down.mean / program.horizon;
    line.half_width = 0.5 * (interval.high - interval.low) / program.horizon;
    return line;
}

Contender recorded(std::shared_ptr<const Case> of, unsigned threads) {
    return {[of, threads] {
        const Recorded run = run_recorded(of->program, of->trials, threads);
        Line line = line_of(of->program, run);
        line.name = of->name;
        line.threads = threads;
        line.peak_kib = of->peak_kib;
        line.exact = of->exact;
        const double error = run.tally.services.front().down.standard_error() / of->program.horizon;
        if (of->exact && error > 0.0) line.z = (*line.unavailability - *of->exact) / error;
        return line;
    }};
}

Contender availability_only(std::shared_ptr<const Case> of) {
    return {[of] {
        return timed(line_of(*of, "availability only"), [&](Line& line) {
            const AvailabilityOnly run = run_availability_only(of->program, of->trials);
            line.events = run.events;
            line.unavailability = run.seconds_down / (of->program.horizon * static_cast<double>(of->trials));
        });
    }};
}

Contender textbook(std::shared_ptr<const Case> of) {
    return {[of] {
        return timed(line_of(*of, "textbook"), [&](Line& line) {
            const Simulated run = textbook_loop(of->system, of->trials, 1);
            line.events = run.events;
            line.unavailability = run.unavailability;
            line.exact = of->exact;
        });
    }};
}

Contender bare_hold(std::shared_ptr<const Case> of) {
    return {[of] {
        return timed(line_of(*of, "bare hold"),
                     [&](Line& line) { line.events = bare_hold_loop(line.components, of->trials, 1); });
    }};
}

Contender sampling(std::shared_ptr<const Case> of) {
    return {[of] {
        return timed(line_of(*of, "sampling"), [&](Line& line) {
            // A sum that is never negative, so that the compiler cannot leave the work out.
            const bool done = sample_each_component(line.components, of->trials, 1) >= 0.0;
            line.events = done ? of->trials * line.components : 0;
        });
    }};
}

}  // namespace nines::bench
