// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/markov/krylov.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>
#include <variant>

#include <Eigen/IterativeLinearSolvers>
#include <Eigen/SparseCore>

#include "sim/markov/failures.hpp"
#include "sim/markov/gauss_seidel.hpp"
#include "sim/markov/sweeps.hpp"

namespace nines::sim {
namespace {

using Matrix = Eigen::SparseMatrix<double, Eigen::RowMajor, std::int64_t>;
using Vector = Eigen::VectorXd;

constexpr int first_sweeps = 20;
constexpr int steps_a_look = 50;
constexpr std::uint64_t most_steps = 5000;

/// Rows j: exit rate(j) p(j) - sum over i of p(i) q(i,j) = 0, but p(reference) = 1 in place of its own row.
Matrix balance_equations(const Incoming& incoming, StateIndex reference) {
    Matrix matrix(incoming.state_count(), incoming.state_count());
    matrix.reserve(static_cast<std::int64_t>(incoming.from.size() + incoming.state_count()));
    std::vector<std::pair<StateIndex, double>> row;
    for (StateIndex to = 0; to < incoming.state_count(); ++to) {
        row.assign(1, {to, incoming.exit_rate[to]});
        for (std::uint64_t i = incoming.begin[to]; i < incoming.begin[to + 1] && to != reference; ++i) {
            row.emplace_back(incoming.from[i], -incoming.per_second[i]);
        }
        std::sort(row.begin(), row.end());
        matrix.startVec(to);
        StateIndex last = no_state;
        for (const auto& [from, value] : row) {
            if (from == last) {
                matrix.valuePtr()[matrix.data().size() - 1] += value;
            } else {
                matrix.insertBack(to, from) = value;
            }
            last = from;
        }
    }
    matrix.finalize();
    return matrix;
}

struct Steps {
    std::vector<double> probability;  ///< Empty when nothing useful came of it.
    std::uint64_t count = 0;
    bool stopped = false;
};

/// Continues while the error shrinks, and keeps the last state of it.
Steps iterate(const Matrix& matrix, StateIndex reference, Vector solution, const SolveOptions& options) {
    Vector right = Vector::Zero(matrix.rows());
    right[reference] = matrix.coeff(reference, reference);
    Eigen::BiCGSTAB<Matrix, Eigen::DiagonalPreconditioner<double>> solver(matrix);
    solver.setMaxIterations(steps_a_look);
    solver.setTolerance(std::max(1e-3 * options.tolerance, 1e-14));

    Steps steps;
    double error = std::numeric_limits<double>::infinity();
    while (steps.count < most_steps) {
        const Vector next = solver.solveWithGuess(right, solution);
        steps.count += static_cast<std::uint64_t>(solver.iterations());
        if (!next.allFinite() || !(solver.error() < error)) break;
        solution = next;
        error = solver.error();
        if (solver.info() == Eigen::Success) break;
        if (options.go_on && !options.go_on()) {
            steps.stopped = true;
            return steps;
        }
    }
    if (error < 1e-6) steps.probability.assign(solution.begin(), solution.end());
    return steps;
}

/// Whether what is negative is within the noise of the whole. What is not positive is taken from the guess.
bool mend(std::vector<double>& probability, const std::vector<double>& guess) {
    double positive = 0.0;
    double negative = 0.0;
    for (const double value : probability) (value > 0.0 ? positive : negative) += std::abs(value);
    if (!(negative <= 1e-6 * positive)) return false;
    for (std::size_t i = 0; i < probability.size(); ++i) {
        if (!(probability[i] > 0.0)) probability[i] = guess[i] * positive;
    }
    return true;
}

}  // namespace

Solved<Stationary> bicgstab(const Incoming& incoming, std::vector<double> guess, const SolveOptions& options) {
    for (int i = 0; i < first_sweeps; ++i) sweep(incoming, guess, 1.0);
    normalise(guess);
    const auto reference = static_cast<StateIndex>(std::max_element(guess.begin(), guess.end()) - guess.begin());
    Vector scaled = Eigen::Map<const Vector>(guess.data(), static_cast<std::int64_t>(guess.size())) / guess[reference];
    Steps steps = iterate(balance_equations(incoming, reference), reference, std::move(scaled), options);
    if (steps.stopped) return stopped(flow_imbalance(incoming, guess), steps.count);

    const bool useful = !steps.probability.empty() && mend(steps.probability, guess);
    auto solved = multilevel(incoming, useful ? std::move(steps.probability) : std::move(guess), options);
    if (auto* found = std::get_if<Stationary>(&solved)) {
        found->effort.iterations += steps.count + first_sweeps;
        if (useful) found->effort.method = SolveMethod::bicgstab;
    }
    return solved;
}

}  // namespace nines::sim
