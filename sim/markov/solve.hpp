// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace nines::sim {

/// How a linear system of a Markov chain is solved.
enum class SolveMethod {
    automatic,     ///< Elimination where it is cheap, else multilevel aggregation finished by Gauss-Seidel sweeps.
    gth,           ///< Elimination without subtraction (Grassmann, Taksar and Heyman 1985): every digit, small chains.
    gauss_seidel,  ///< Sweeps without subtraction until no probability changes: every digit, slow on some chains.
    multilevel,    ///< Aggregation of strongly joined states on many levels (Horton and Leutenegger 1994), and sweeps.
    bicgstab,      ///< Krylov with diagonal scaling, finished by sweeps: fast on many large chains.
};

std::string_view method_text(SolveMethod method);

struct SolveOptions {
    SolveMethod method = SolveMethod::automatic;

    /// Relative accuracy asked of every single probability, however small. Elimination always has some 1e-14.
    double tolerance = 1e-10;

    /// Most sweeps over the transitions (of each linear system) before an iterative method gives up.
    std::uint64_t most_iterations = 100'000;

    /// Asked now and then, at least every few seconds on large chains; `false` stops the solver, which then returns a
    /// failure. Empty: no limit.
    std::function<bool()> go_on;
};

/// Why there is no result.
struct SolveFailure {
    enum class Cause {
        bad_input,      ///< The chain, the start or the options make no sense.
        not_converged,  ///< Most iterations were made.
        stopped,        ///< `SolveOptions::go_on` said so.
        unsuitable,     ///< The question has no answer for this chain, or the method cannot give it.
    };

    Cause cause = Cause::bad_input;
    std::string message;           ///< What happened, with place and values, and what to do.
    double residual = 0.0;         ///< Reached; see `SteadyState::residual`.
    std::uint64_t iterations = 0;  ///< Made.
};

/// A result, or why there is none.
template <class Result>
using Solved = std::variant<Result, SolveFailure>;

/// How a result was found.
struct SolveEffort {
    SolveMethod method = SolveMethod::gth;  ///< Of the largest system solved.
    std::uint64_t iterations = 0;           ///< Sweeps or Krylov steps, of all systems; 0 with elimination alone.
    double residual = 0.0;                  ///< Worst; see `SteadyState::residual`.
};

/// A set of states: as many entries as the chain has states.
using StateSet = std::vector<bool>;

}  // namespace nines::sim
