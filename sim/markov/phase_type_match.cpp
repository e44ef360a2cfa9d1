// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/markov/phase_type_match.hpp"

#include <algorithm>
#include <cmath>
#include <complex>
#include <vector>

#include <Eigen/Eigenvalues>

namespace nines::sim {

namespace {

/// An exponential time of rate `first`, then with probability p an Erlang of `count` phases of rate `other`.
PhaseType exponential_then_erlang(double first, double p, int count, double other) {
    PhaseType time;
    time.per_second.assign(static_cast<std::size_t>(count) + 1, other);
    time.per_second.front() = first;
    time.go_on.assign(time.per_second.size(), 1.0);
    time.go_on.front() = p;
    time.go_on.back() = 0.0;
    return time;
}

/// An Erlang of `count` phases of rate `other`, then with probability p an exponential time of rate `last`.
PhaseType erlang_then_exponential(int count, double other, double p, double last) {
    PhaseType time;
    time.per_second.assign(static_cast<std::size_t>(count) + 1, other);
    time.per_second.back() = last;
    time.go_on.assign(time.per_second.size(), 1.0);
    time.go_on[static_cast<std::size_t>(count) - 1] = p;
    time.go_on.back() = 0.0;
    return time;
}

bool has_moments(const PhaseType& time, double second, double third) {
    for (std::size_t phase = 0; phase < time.phase_count(); ++phase) {
        if (!(time.per_second[phase] > 0.0) || !std::isfinite(time.per_second[phase])) return false;
        if (!(time.go_on[phase] >= 0.0 && time.go_on[phase] <= 1.0)) return false;
    }
    const Moments3 found = moments_of(time);
    const double squared_cv = std::abs(second - 1.0);
    return std::abs(found.first - 1.0) < 1e-11 &&
           std::abs(found.second - second) < 1e-11 * std::min(second, squared_cv) &&
           std::abs(found.third - third) < 1e-9 * third;
}

/// Bobbio, Horvath and Telek 2005, the case of a long tail.
std::optional<PhaseType> long_tailed(double n2, double n3, int phases) {
    const double n = phases;
    const double root =
        12.0 * n2 * n2 * (n + 1.0) + 16.0 * n3 * (n + 1.0) + n2 * (n * (n3 - 15.0) * (n3 + 1.0) - 8.0 * (n3 + 3.0));
    if (!(root >= 0.0)) return std::nullopt;
    const double b =
        2.0 * (4.0 - n * (3.0 * n2 - 4.0)) / (n2 * (4.0 + n - n * n3) + std::sqrt(n * n2) * std::sqrt(root));
    const double a = (b * n2 - 2.0) * (n - 1.0) * b / (b - 1.0) / n;
    const double p = (b - 1.0) / a;
    const double first = p * a + 1.0;
    return exponential_then_erlang(first, p, phases - 1, (n - 1.0) * first / a);
}

/// Real roots of c4 x^4 + .. + c0: eigenvalues of the companion matrix, then Newton's steps.
std::vector<double> real_roots(const double (&c)[5]) {
    Eigen::Matrix4d companion = Eigen::Matrix4d::Zero();
    for (int i = 0; i < 4; ++i) companion(0, i) = -c[3 - i] / c[4];
    for (int i = 1; i < 4; ++i) companion(i, i - 1) = 1.0;
    if (!companion.allFinite()) return {};
    std::vector<double> roots;
    for (const std::complex<double> root : companion.eigenvalues()) {
        if (std::abs(root.imag()) > 1e-6 * std::abs(root)) continue;
        double x = root.real();
        for (int step = 0; step < 4; ++step) {
            const double value = (((c[4] * x + c[3]) * x + c[2]) * x + c[1]) * x + c[0];
            const double slope = ((4.0 * c[4] * x + 3.0 * c[3]) * x + 2.0 * c[2]) * x + c[1];
            if (slope != 0.0) x -= value / slope;
        }
        roots.push_back(x);
    }
    return roots;
}

/// The same, the case of little spread.
std::vector<PhaseType> short_tailed(double n2, double n3, int phases) {
    const double n = phases;
    const double square = (n - 1.0) * (n - 1.0);
    const double coefficients[5] = {n * (n - 2.0), 4.0 * n * (2.0 - n), 6.0 * (n - 1.0) * (n - n2),
                                    2.0 * n2 * (n3 - 3.0) * square, n2 * (3.0 * n2 - 2.0 * n3) * square};
    std::vector<PhaseType> candidates;
    for (const double f : real_roots(coefficients)) {
        const double a = 2.0 * (f - 1.0) * (n - 1.0) / ((n - 1.0) * (n2 * f * f - 2.0 * f + 2.0) - n);
        const double p = (f - 1.0) * a;
        const double last = a + p;
        candidates.push_back(erlang_then_exponential(phases - 1, (n - 1.0) / (1.0 - p / last), p, last));
    }
    return candidates;
}

}  // namespace

PhaseType erlang_phases(int phases) {
    PhaseType time;
    time.per_second.assign(static_cast<std::size_t>(phases), phases);
    time.go_on.assign(time.per_second.size(), 1.0);
    time.go_on.back() = 0.0;
    return time;
}

PhaseType hyperexponential_phases(std::span<const ExponentialBranch> branches) {
    struct Part {
        double mean;
        double weight;
    };
    std::vector<Part> parts;
    double total = 0.0;
    for (const ExponentialBranch& branch : branches) {
        if (branch.weight == 0.0) continue;
        parts.push_back({branch.mean.in_seconds(), branch.weight});
        total += branch.weight;
    }
    std::sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.mean < b.mean; });
    for (Part& part : parts) part.weight /= total;

    PhaseType time;
    while (!parts.empty()) {
        const double fastest = parts.front().mean;
        double next = 0.0;
        std::vector<Part> rest;
        for (const Part& part : parts) {
            const double weight = part.weight * ((part.mean - fastest) / part.mean);
            if (weight == 0.0) continue;
            rest.push_back({part.mean, weight});
            next += weight;
        }
        time.per_second.push_back(1.0 / fastest);
        time.go_on.push_back(next);
        for (Part& part : rest) part.weight /= next;
        parts.swap(rest);
    }
    return time;
}

PhaseType two_moment_phases(double squared_cv) {
    if (squared_cv > 1.0) {
        // Marie 1980: half of the mean in the first phase.
        return {.zero_probability = 0.0, .per_second = {2.0, 1.0 / squared_cv}, .go_on = {0.5 / squared_cv, 0.0}};
    }
    // Tijms 1986: k - 1 phases with probability `short_of_one`, else k.
    const int phases = std::max(2, static_cast<int>(std::ceil(1.0 / squared_cv * (1.0 - 1e-11))));
    const double k = phases;
    const double root = std::sqrt(std::max(0.0, k * (1.0 + squared_cv) - k * k * squared_cv));
    const double short_of_one = std::max(0.0, (k * squared_cv - root) / (1.0 + squared_cv));
    PhaseType time = erlang_phases(phases);
    time.per_second.assign(time.per_second.size(), k - short_of_one);
    time.go_on[time.go_on.size() - 2] = 1.0 - short_of_one;
    return time;
}

std::optional<PhaseType> three_moment_phases(double second, double third, int most_phases) {
    const double n2 = second;
    const double n3 = third / second;
    for (int phases = 2; phases <= most_phases; ++phases) {
        if (n2 < (phases + 1.0) / phases * (1.0 - 1e-12)) continue;  // no law of so few phases has so little spread
        const auto candidate = long_tailed(n2, n3, phases);
        if (candidate && has_moments(*candidate, second, third)) return candidate;
        for (const PhaseType& other : short_tailed(n2, n3, phases)) {
            if (has_moments(other, second, third)) return other;
        }
    }
    return std::nullopt;
}

PhaseType stretched(PhaseType time, double factor) {
    for (double& rate : time.per_second) rate /= factor;
    return time;
}

}  // namespace nines::sim
