// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/exact/flow_rewards.hpp"
#include "models/exact/parts.hpp"
#include "models/exact/solution.hpp"

namespace nines::exact {

/// What a program's subjects are solved with.
struct SolverInput {
    const Program& program;
    const Activities& activities;
    const Islands& islands;
    const LineOrigins& origins;
};

/// Solves one subject after the other. What could not be had goes to `missing`.
class SubjectSolver {
public:
    SubjectSolver(const SolverInput& input, const SolveQuestion& question, Parts& parts, std::vector<Missing>& missing)
        : input_(input),
          program_(input.program),
          activities_(input.activities),
          islands_(input.islands),
          origins_(input.origins),
          question_(question),
          parts_(parts),
          missing_(missing) {}

    /// `alike`: what says whether each of several is down that nothing tells apart, the subject among them, if the
    /// chain of its only part counts them together; else empty.
    SubjectSolution solve(const Subject& subject, std::vector<structure::Leaf> alike = {});

private:
    void find_reasons(const Subject& subject, SubjectSolution& result);
    void solve_by_structure(const Subject& subject, const PartList& parts, SubjectSolution& result);
    void solve_lone(const LoneUnit& lone, SubjectSolution& result) const;
    void solve_horizon_by_structure(const Subject& subject, const PartList& parts, SubjectSolution& result);
    void solve_by_chain(const Subject& subject, const PartList& parts, SubjectSolution& result);
    void fill_requests(const Subject& subject, PartChain& part, const FlowRewards& flow, SubjectSolution& result);
    void fill_from_chain(const Subject& subject, PartChain& part, SubjectSolution& result);

    PartList with_chain(const PartList& parts) const;
    Method method_of(const PartList& parts) const;
    std::vector<std::string> reasons_against(const PartList& parts) const;
    std::vector<std::string> reasons_against_chain(const Scope& scope) const;
    void add_missing(const std::string& figure, const std::vector<std::string>& reasons);
    std::vector<Duration> instants() const;

    const SolverInput& input_;
    const Program& program_;
    const Activities& activities_;
    const Islands& islands_;
    const LineOrigins& origins_;
    const SolveQuestion& question_;
    Parts& parts_;
    std::vector<Missing>& missing_;
    std::vector<structure::Leaf> alike_;  ///< Of the subject in hand.
};

/// What says whether the subject is down.
structure::Leaf leaf_of(const Subject& subject);

/// The islands that decide it.
PartList parts_behind(const SolverInput& input, const Subject& subject);

}  // namespace nines::exact
