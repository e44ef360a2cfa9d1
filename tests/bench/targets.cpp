// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/targets.hpp"

#include <algorithm>
#include <cstdio>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include "tests/bench/cases.hpp"
#include "tests/bench/instructions.hpp"
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
    Row row{"2 threads against 1, wall-clock time of (b)", fmt::format("{:.3f} s", two.least_wall_seconds),
            fmt::format("{:.3f} s", one.least_wall_seconds), one.least_wall_seconds / two.least_wall_seconds, 1.9, true};
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

/// Targets in time, from one contest.
std::vector<Row> contest_rows(bool quick, std::vector<Row> rows) {
    const auto a = prepare("A", two_of_three(), Laws::exponential, 10000);
    const auto b = prepare("B", balanced_groups(20), Laws::exponential, 300);
    const auto mixed = prepare("B-mixed", balanced_groups(20), Laws::mixed, 200);
    const auto quiet = prepare("never-fails", System(2000, Redundancy{5, 3}), Laws::never_fails, 200);
    const auto c = prepare("C", balanced_groups(200), Laws::exponential, 30);
    const auto d = prepare("D", balanced_groups(2000), Laws::exponential, 3);
    const auto e = prepare("E", balanced_groups(20000), Laws::exponential, 1);
    enum { a_own, a_textbook, b_own, b_textbook, b_lean, b_bare, b_mixed, b_two, none_own, none_sampling, c_own, d_own,
           e_own };
    std::vector<Contender> contenders = {recorded(a),  textbook(a),     recorded(b), textbook(b), availability_only(b),
                                         bare_hold(b), recorded(mixed), recorded(b, 2), recorded(quiet), sampling(quiet),
                                         recorded(c),  recorded(d),     recorded(e)};
    for (const auto& of : {c, d, e}) {
        contenders.push_back(textbook(of));
        contenders.push_back(bare_hold(of));
    }
    for (std::size_t i = c_own; i < contenders.size(); ++i) contenders[i].every = i == e_own ? 2 : 5;
    hold_contest(contenders, quick ? 3 : 11);
    for (const Contender& contender : contenders) print(contender.best);

    rows.push_back(per_event("(b), everything recorded / textbook loop", contenders[b_own], contenders[b_textbook], 0.8));
    rows.push_back(per_event("(a), everything recorded / textbook loop", contenders[a_own], contenders[a_textbook], 1.2));
    rows.push_back(per_event("(b), availability only / bare hold", contenders[b_lean], contenders[b_bare], 2.0));
    rows.push_back(per_event("(b), mixed laws / exponential", contenders[b_mixed], contenders[b_own], 2.0));
    rows.push_back(per_event("100 002 components / 102", contenders[e_own], contenders[b_own], 3.0));
    rows.push_back(per_event("(b), everything recorded / availability only", contenders[b_own], contenders[b_lean], 1.3));
    rows.push_back(speed_up(contenders[b_own], contenders[b_two]));
    rows.push_back(trial_without_failure(contenders[none_own], contenders[none_sampling]));
    return rows;
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
    rows.push_back({"(b), allocations per event", fmt::format("{}", counted.repeated), fmt::format("{}", counted.events),
                    repeated, 0.0});
    const auto instructions = instructions_per_event(own_program());
    rows.push_back({"(b), instructions per event", instructions ? fmt::format("{:.0f}", *instructions) : "-", "-",
                    instructions, 350.0});
    return rows;
}

}  // namespace

bool measure_targets(const Extent& extent) {
    std::vector<Row> rows = deterministic_rows();
    if (!extent.deterministic_only) {
        rows = contest_rows(extent.quick, std::move(rows));
        rows.push_back(first_estimate());
        for (const Line& line : run_designs(extent.quick)) print(line);
    }
    fmt::print("\n{}", to_table(rows));
    return std::none_of(rows.begin(), rows.end(), [](const Row& row) { return row.is_missed(); });
}

}  // namespace nines::bench
