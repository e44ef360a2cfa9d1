// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "sim/markov/solve.hpp"

/// The failures that several solvers share, in one wording.
namespace nines::sim {

SolveFailure stopped(double residual, std::uint64_t iterations);
SolveFailure not_converged(std::string_view method, double error, double residual, const SolveOptions& options);
SolveFailure unsuitable(std::string message);

}  // namespace nines::sim
