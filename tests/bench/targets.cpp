// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/targets.hpp"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include "tests/bench/backups.hpp"
#include "tests/bench/cases.hpp"
#include "tests/bench/chains.hpp"
#include "tests/bench/checks.hpp"
#include "tests/bench/instructions.hpp"
#include "tests/bench/pairing.hpp"
#include "tests/bench/programs.hpp"

namespace nines::bench {

namespace {

void print(const Line& line) {
    fmt::print("{}\n", to_json(line));
    std::fflush(stdout);
}

std::string nanoseconds(double value) {
    return fmt::format("{:.1f} ns", value);
}

/// Time per event of one contender over that of another.
Row per_event(std::string what, const Contender& figure, const Contender& reference, double target) {
    const double own = figure.best.ns_per_event();
    const double other = reference.best.ns_per_event();
    return {std::move(what), nanoseconds(own), nanoseconds(other), own / other, target};
}

/// Two threads need two free processors: where even one thread had to wait for its own, nothing can be said.
Row speed_up(const Contender& one, const Contender& two) {
    constexpr double most_waiting = 1.1;
    Row row{"2 threads against 1, wall-clock time of (b)",
            fmt::format("{:.3f} s", two.least_wall_seconds),
            fmt::format("{:.3f} s", one.least_wall_seconds),
            one.least_wall_seconds / two.least_wall_seconds,
            1.9,
            true};
    const bool busy = one.least_wall_seconds > most_waiting * one.best.cpu_seconds ||
                      two.least_wall_seconds > most_waiting * two.best.cpu_seconds / 2.0;
    if (std::thread::hardware_concurrency() < 2 || busy) row.value.reset();
    return row;
}

Row trial_without_failure(const Contender& trial, const Contender& sampling) {
    const auto per_trial = [](const Contender& of) {
        return of.best.cpu_seconds * 1e6 / static_cast<double>(of.best.trials);
    };
    const double own = per_trial(trial);
    const double other = per_trial(sampling);
    return {"a trial without failure / one number per component", fmt::format("{:.1f} us", own),
            fmt::format("{:.1f} us", other), own / other, 2.0};
}

void compete(const std::vector<Contender*>& contenders, bool quick) {
    hold_contest(contenders, quick ? 3 : 11);
    for (const Contender* contender : contenders) print(contender->best);
}

/// Cases A and B and what is derived from B.
std::vector<Row> small_systems(bool quick) {
    const auto a = prepare("A", two_of_three(), Laws::exponential, 10000);
    const auto b = prepare("B", balanced_groups(20), Laws::exponential, 300);
    const auto mixed = prepare("B-mixed", balanced_groups(20), Laws::mixed, 200);
    Contender a_recorded = recorded(a);
    Contender a_textbook = textbook(a);
    Contender b_recorded = recorded(b);
    Contender b_textbook = textbook(b);
    Contender b_availability = availability_only(b);
    Contender b_hold = bare_hold(b);
    Contender b_mixed = recorded(mixed);
    Contender b_two_threads = recorded(b, 2);
    compete({&a_recorded, &a_textbook, &b_recorded, &b_textbook, &b_availability, &b_hold, &b_mixed, &b_two_threads},
            quick);
    return {
        per_event("(b), everything recorded / textbook loop", b_recorded, b_textbook, 0.8),
        per_event("(a), everything recorded / textbook loop", a_recorded, a_textbook, 1.2),
        per_event("(b), availability only / bare hold", b_availability, b_hold, 2.0),
        per_event("(b), mixed laws / exponential", b_mixed, b_recorded, 2.0),
        per_event("(b), everything recorded / availability only", b_recorded, b_availability, 1.3),
        speed_up(b_recorded, b_two_threads),
    };
}

/// From B to 100 002 components, each size beside both rivals.
std::vector<Row> large_systems(bool quick) {
    const std::vector<std::shared_ptr<const Case>> cases = {
        prepare("B", balanced_groups(20), Laws::exponential, 300),
        prepare("C", balanced_groups(200), Laws::exponential, 30),
        prepare("D", balanced_groups(2000), Laws::exponential, 3),
        prepare("E", balanced_groups(20000), Laws::exponential, 1),
    };
    std::vector<Contender> own;
    std::vector<Contender> rivals;
    for (const auto& of : cases) {
        own.push_back(recorded(of));
        rivals.push_back(textbook(of));
        rivals.push_back(bare_hold(of));
    }
    std::vector<Contender*> contenders;
    for (Contender& contender : own) {
        contender.every = 2;
        contenders.push_back(&contender);
    }
    for (Contender& contender : rivals) {
        contender.every = 5;
        contenders.push_back(&contender);
    }
    compete(contenders, quick);
    return {per_event("100 002 components / 102", own.back(), own.front(), 3.0)};
}

std::vector<Row> without_failures(bool quick) {
    const auto quiet = prepare("never-fails", System(2000, Redundancy{5, 3}), Laws::never_fails, 200);
    Contender trial = recorded(quiet);
    Contender numbers = sampling(quiet);
    compete({&trial, &numbers}, quick);
    return {trial_without_failure(trial, numbers)};
}

/// What is the same on a busy machine.
std::vector<Row> deterministic_rows() {
    const auto b = prepare("B", balanced_groups(20), Laws::exponential, 300);
    const Allocations counted = count_allocations(b->program, 100);
    const auto events = static_cast<double>(counted.events);
    const double repeated = static_cast<double>(counted.repeated) / events;
    Line line = recorded(b).run();
    line.what = "allocations";
    line.allocations_per_event = static_cast<double>(counted.fresh) / events;
    print(line);
    std::vector<Row> rows;
    rows.push_back({"(b), allocations per event", fmt::format("{}", counted.repeated),
                    fmt::format("{}", counted.events), repeated, 0.0});
    const auto instructions = instructions_per_event(own_program());
    rows.push_back({"(b), instructions per event", instructions ? fmt::format("{:.0f}", *instructions) : "-", "-",
                    instructions, 350.0});
    return rows;
}

}  // namespace

bool measure_targets(const Extent& extent) {
    std::vector<Row> rows = deterministic_rows();
    if (!extent.deterministic_only) {
        for (const auto measure :
             {small_systems, large_systems, without_failures, check_rows, backup_rows, pairing_rows, chain_rows}) {
            const std::vector<Row> measured = measure(extent.quick);
            rows.insert(rows.end(), measured.begin(), measured.end());
        }
        rows.push_back(first_estimate());
        for (const Line& line : run_designs(extent.quick)) print(line);
    }
    fmt::print("\n{}", to_table(rows));
    return std::none_of(rows.begin(), rows.end(), [](const Row& row) { return row.is_missed(); });
}

}  // namespace nines::bench
