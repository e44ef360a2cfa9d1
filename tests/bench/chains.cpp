// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/chains.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <string>
#include <variant>

#include <fmt/format.h>

#include "models/compile/compile.hpp"
#include "models/exact/part_chain.hpp"
#include "models/exact/solution.hpp"
#include "models/validate/open.hpp"
#include "sim/markov/steady_state.hpp"
#include "tests/bench/measure.hpp"

namespace nines::bench {

namespace {

std::string cluster_text(int workstations) {
    return fmt::format(R"toml(format = 1
[crew.repairer]
order = "random"
travel = "exp(mean 6 min)"
[defaults.node]
repaired_by = "repairer"
[node.workstation]
mtbf = "500 h"
mttr = "30 min"
[node.left_switch]
mtbf = "4000 h"
mttr = "4 h"
[node.right_switch]
mtbf = "4000 h"
mttr = "4 h"
[node.backbone]
mtbf = "5000 h"
mttr = "8 h"
[group.left]
node = "workstation"
count = {0}
[group.right]
node = "workstation"
count = {0}
[service.left_side]
needs = ["{1} of left", "left_switch"]
[service.right_side]
needs = ["{1} of right", "right_switch"]
[service.minimum]
needs = ["any of left_side, right_side", "backbone"]
)toml",
                       workstations, workstations * 3 / 4);
}

compile::Program cluster(int workstations) {
    const auto opened = validate::open_text("cluster.toml", cluster_text(workstations));
    return compile::compile(opened.scenario, compile::options_of(opened.scenario));
}

struct Solved {
    double explore_seconds = std::numeric_limits<double>::infinity();
    double solve_seconds = std::numeric_limits<double>::infinity();
    double sweep_seconds = std::numeric_limits<double>::infinity();  ///< Gauss-Seidel alone, to the same accuracy.
    std::uint64_t states = 0;
    std::uint64_t transitions = 0;
    std::uint64_t peak_kib = 0;

    double chain_kib() const {
        return (12.0 * static_cast<double>(transitions) + 8.0 * static_cast<double>(states)) / 1024.0;
    }
};

[[noreturn]] void give_up(const std::string& why) {
    fmt::print(stderr, "the cluster was not solved: {}\n", why);
    std::exit(1);
}

/// The best of several rounds of each.
Solved solve_cluster(const compile::Program& program, int rounds) {
    Solved best;
    const exact::Activities activities(program, 32);
    const exact::Symmetry symmetry(program);
    for (int round = 0; round < rounds; ++round) {
        reset_peak_memory();
        const std::uint64_t before = peak_memory_kib();
        exact::Exploration exploration(program, activities, symmetry, exact::whole(program));
        const Stopwatch exploring;
        if (const auto refusal = exploration.run({})) give_up(refusal->reason);
        best.explore_seconds = std::min(best.explore_seconds, exploring.cpu_seconds());
        const auto solve = [&](sim::SolveMethod method) {
            sim::SolveOptions options;
            options.method = method;
            const Stopwatch solving;
            const auto solved = sim::steady_state(exploration.chain(), exploration.start(), options);
            if (const auto* failure = std::get_if<sim::SolveFailure>(&solved)) give_up(failure->message);
            return solving.cpu_seconds();
        };
        best.solve_seconds = std::min(best.solve_seconds, solve(sim::SolveMethod::automatic));
        best.peak_kib = peak_memory_kib() - before;
        best.sweep_seconds = std::min(best.sweep_seconds, solve(sim::SolveMethod::gauss_seidel));
        best.states = exploration.chain().state_count();
        best.transitions = exploration.chain().transition_count();
    }
    return best;
}

}  // namespace

std::vector<Row> chain_rows(bool quick) {
    const Solved large = solve_cluster(cluster(128), quick ? 1 : 3);
    const double whole = large.explore_seconds + large.solve_seconds;
    const double per_second = static_cast<double>(large.states) / large.explore_seconds;
    const auto peak = static_cast<double>(large.peak_kib);

    double small = std::numeric_limits<double>::infinity();
    for (int round = 0; round < 5; ++round) {
        const Stopwatch stopwatch;
        const compile::Program program = cluster(16);
        exact::SolveQuestion question;
        question.horizon = false;
        question.lengths = false;
        if (exact::solve(program, question).subjects.empty()) give_up("no figure");
        small = std::min(small, stopwatch.wall_seconds());
    }
    return {
        {fmt::format("cluster of {} states, explore and solve / sweeps alone", large.states),
         fmt::format("{:.2f} s", whole), fmt::format("{:.2f} s", large.sweep_seconds), whole / large.sweep_seconds,
         4.0},
        {"its peak memory / the chain in compressed rows", fmt::format("{:.0f} MiB", peak / 1024.0),
         fmt::format("{:.0f} MiB", large.chain_kib() / 1024.0), peak / large.chain_kib(), 6.0},
        {"states explored a second", fmt::format("{:.0f}", per_second), "-", per_second, 300'000.0, true},
        {"cluster N = 16 read, explored and solved, seconds", fmt::format("{:.3f} s", small), "-", small, 0.5},
    };
}

}  // namespace nines::bench
