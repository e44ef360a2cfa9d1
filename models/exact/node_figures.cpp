// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/node_figures.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>

#include <fmt/format.h>

namespace nines::exact {

namespace {

constexpr std::uint32_t most_states = 50'000;

bool is_single(const Subject& subject) {
    return subject.kind == Subject::Kind::node || subject.kind == Subject::Kind::domain;
}

class NodeSolver {
public:
    NodeSolver(const SolverInput& input, const SolveQuestion& question, Parts& parts)
        : input_(input), parts_(parts), question_(question) {
        question_.lengths = false;
        question_.reasons = false;
        question_.most_states = std::min(question.most_states, most_states);
        for (std::uint32_t h = 0; h < input.program.hosts.size(); ++h) {
            host_of_name_.emplace(input.program.hosts[h].name, static_cast<HostId>(h));
        }
        leaf_of_host_.resize(input.program.hosts.size(), UnitId{});
        for (const Subject& subject : input.program.subjects) {
            if (is_single(subject)) leaf_of_host_[+host_of_name_.at(subject.name)] = leaf_of(subject);
        }
    }

    /// The subject's figures; those of a host like it, if that was solved before.
    SubjectSolution solve(const Subject& subject) {
        const HostId host = host_of_name_.at(subject.name);
        const std::uint32_t orbit = parts_.symmetry().orbit_of(host);
        auto known = by_orbit_.find(orbit);
        if (known == by_orbit_.end()) known = by_orbit_.emplace(orbit, solve_first(subject, host)).first;
        if (!known->second.lacks.empty()) ++lacking_;
        SubjectSolution result = known->second.solution;
        result.name = subject.name;
        return result;
    }

    /// What could not be had, as one entry; none if there is nothing.
    std::vector<Missing> missing() const {
        if (lacking_ == 0) return {};
        const auto first = std::ranges::find_if(by_orbit_, [](const auto& of) { return !of.second.lacks.empty(); });
        const Missing& example = first->second.lacks.front();
        return {{fmt::format("some figures of {} single nodes and domains", lacking_),
                 fmt::format("{}: {}", example.figure, example.reason), example.hint}};
    }

    std::vector<Scope> scopes() const { return scopes_; }

private:
    struct Solved {
        SubjectSolution solution;
        std::vector<Missing> lacks;
    };

    Solved solve_first(const Subject& subject, HostId host) {
        Solved solved;
        std::vector<structure::Leaf> alike = counted_with(host);
        const bool is_told_apart = !alike.empty() && parts_behind(input_, subject).size() > 1;
        if (is_told_apart) alike.clear();
        Parts own(parts_, is_told_apart ? host : none<HostId>, question_.most_states);
        solved.solution = SubjectSolver(input_, question_, own, solved.lacks).solve(subject, std::move(alike));
        own.for_each_solved(
            [&](const PartList& list, const PartChain&) { scopes_.push_back(joined(input_.islands.scopes, list)); });
        return solved;
    }

    /// Of all hosts that chains count together with this one, itself among them; empty if it is the only one.
    std::vector<structure::Leaf> counted_with(HostId host) const {
        std::vector<structure::Leaf> leaves;
        for (const HostId other : parts_.symmetry().orbits()[parts_.symmetry().orbit_of(host)]) {
            const bool is_near = input_.islands.of_host[+other] == input_.islands.of_host[+host];
            if (is_near) leaves.push_back(leaf_of_host_[+other]);
        }
        if (leaves.size() == 1) leaves.clear();
        return leaves;
    }

    const SolverInput& input_;
    Parts& parts_;
    SolveQuestion question_;
    std::map<std::string, HostId> host_of_name_;
    std::vector<structure::Leaf> leaf_of_host_;  ///< Meaningless for hosts that are no subject.
    std::map<std::uint32_t, Solved> by_orbit_;
    std::vector<Scope> scopes_;
    std::size_t lacking_ = 0;
};

}  // namespace

std::vector<Scope> solve_nodes(const SolverInput& input, const SolveQuestion& question, Parts& parts,
                               Solution& solution) {
    NodeSolver solver(input, question, parts);
    std::size_t unsolved = 0;
    for (const Subject& subject : input.program.subjects) {
        if (!is_single(subject)) continue;
        if (question.go_on && !question.go_on()) {
            ++unsolved;
        } else {
            solution.subjects.push_back(solver.solve(subject));
        }
    }
    for (Missing& missing : solver.missing()) solution.missing.push_back(std::move(missing));
    if (unsolved > 0) {
        solution.missing.push_back({fmt::format("{} single nodes and domains", unsolved), "no time is left", {}});
    }
    return solver.scopes();
}

}  // namespace nines::exact
