// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/solution.hpp"

#include <algorithm>
#include <utility>

#include "models/exact/islands.hpp"
#include "models/exact/node_figures.hpp"
#include "models/exact/parts.hpp"
#include "models/exact/subject_solver.hpp"

namespace nines::exact {

namespace {

/// The scopes of all chains solved so far.
std::vector<Scope> solved_scopes(const Parts& parts, const Islands& islands) {
    std::vector<Scope> scopes;
    parts.for_each_solved(
        [&](const PartList& list, const PartChain&) { scopes.push_back(joined(islands.scopes, list)); });
    return scopes;
}

void add_totals(const Parts& parts, Solution& solution) {
    std::uint32_t largest = 0;
    parts.for_each_solved([&](const PartList&, const PartChain& part) {
        ++solution.part_count;
        solution.state_count += part.chain().state_count();
        solution.transition_count += part.chain().transition_count();
        solution.residual = std::max(solution.residual, part.steady().residual);
        if (part.chain().state_count() <= largest) return;
        largest = part.chain().state_count();
        solution.method = sim::method_text(part.steady().method);
    });
}

bool is_group_or_balancer(const Subject& subject) {
    return subject.kind == Subject::Kind::group || subject.kind == Subject::Kind::balancer;
}

}  // namespace

Solution solve(const Program& program, const SolveQuestion& question) {
    const Activities activities(program, question.most_phases);
    const Islands islands = islands_of(program);
    const LineOrigins origins = line_origins(program, islands);
    const SolverInput input{program, activities, islands, origins};
    Parts parts(program, activities, islands, {question.most_states, question.go_on});

    Solution solution;
    SubjectSolver solver(input, question, parts, solution.missing);
    for (const Subject& subject : program.subjects) {
        const bool is_wanted = subject.kind == Subject::Kind::service || subject.kind == Subject::Kind::undegraded ||
                               (is_group_or_balancer(subject) && question.groups);
        if (!is_wanted || !exists(subject.line)) continue;
        if (question.go_on && !question.go_on()) {
            solution.missing.push_back({subject.name + ": every figure", "no time is left", "simulate: nines run"});
            continue;
        }
        solution.subjects.push_back(solver.solve(subject));
    }
    add_totals(parts, solution);
    std::vector<Scope> scopes;
    if (question.nodes) scopes = solve_nodes(input, question, parts, solution);
    for (Scope& scope : solved_scopes(parts, islands)) scopes.push_back(std::move(scope));
    solution.approximations = activities.approximations_in(program, scopes);
    return solution;
}

}  // namespace nines::exact
