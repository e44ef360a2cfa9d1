// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/markov/solve.hpp"

#include <utility>

#include <fmt/format.h>

#include "sim/markov/failures.hpp"

namespace nines::sim {

std::string_view method_text(SolveMethod method) {
    switch (method) {
        case SolveMethod::automatic: return "automatic";
        case SolveMethod::gth: return "elimination without subtraction (GTH)";
        case SolveMethod::gauss_seidel: return "Gauss-Seidel";
        case SolveMethod::multilevel: return "multilevel aggregation";
        case SolveMethod::bicgstab: return "BiCGSTAB";
    }
    return "";
}

SolveFailure stopped(double residual, std::uint64_t iterations) {
    return {.cause = SolveFailure::Cause::stopped,
            .message = fmt::format("stopped after {} iterations with flows balanced to {:.2g}; allow more time, or "
                                   "simulate instead",
                                   iterations, residual),
            .residual = residual,
            .iterations = iterations};
}

SolveFailure not_converged(std::string_view method, double error, double residual, const SolveOptions& options) {
    return {
        .cause = SolveFailure::Cause::not_converged,
        .message = fmt::format("{} did not converge in {} iterations: estimated error {:.2g} instead of {:.2g}, flows "
                               "balanced to {:.2g}; allow more iterations, a coarser tolerance, or use the method "
                               "\"automatic\"",
                               method, options.most_iterations, error, options.tolerance, residual),
        .residual = residual,
        .iterations = options.most_iterations};
}

SolveFailure unsuitable(std::string message) {
    return {.cause = SolveFailure::Cause::unsuitable, .message = std::move(message), .residual = 0.0, .iterations = 0};
}

}  // namespace nines::sim
