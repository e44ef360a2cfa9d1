// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/compile/program.hpp"
#include "models/observe/simulate.hpp"
#include "models/results/results.hpp"
#include "sim/units/duration.hpp"

/// One run of one scenario for a test, and how far its figures lie from exact ones.
namespace nines::oracle {

/// How to run. What is absent is as the scenario says.
struct Setup {
    std::uint64_t trials = 1000;
    std::uint64_t seed = 1;
    unsigned threads = 1;
    std::optional<Duration> horizon = {};
    Duration warm_up = {};
    bool steady_ages = false;
    std::vector<std::string> overrides = {};  ///< "crew.hands.size=2"
};

/// Program, raw sums and figures of one run.
struct Study {
    compile::Program program;
    observe::Outcome outcome;
    results::Results results;

    /// The row of one metric. Throws std::runtime_error if there is none.
    const results::Metric& row(std::string_view subject, std::string_view metric,
                               std::optional<Duration> at = {}) const;
    double estimate(std::string_view subject, std::string_view metric, std::optional<Duration> at = {}) const {
        return row(subject, metric, at).estimate;
    }
    /// (estimate - exact) / standard error, the error being half the width of the 95 % interval over 1.96.
    double z(std::string_view subject, std::string_view metric, double exact, std::optional<Duration> at = {}) const;
};

/// Opens and runs a scenario. Throws std::runtime_error with the diagnostics if it has errors.
Study run_text(std::string_view toml, const Setup& setup = {});
/// The same for a file beneath scenarios/, for example "reference/single_component.toml".
Study run_file(const std::string& path, const Setup& setup = {});

/// The bound on |z| of every test: for a right engine one check in 150 000 exceeds it, and seeds are fixed.
inline constexpr double bound = 4.5;

}  // namespace nines::oracle

/// The figure agrees with the exact one, and the run is sharp enough to refuse `wrong`: what an engine would give
/// that ignores what the case is about.
#define CHECK_EXACT(study, subject, metric, exact, wrong)                          \
    do {                                                                           \
        CHECK(std::abs((study).z(subject, metric, exact)) < nines::oracle::bound); \
        CHECK(std::abs((study).z(subject, metric, wrong)) > nines::oracle::bound); \
    } while (false)

/// The same at one instant.
#define CHECK_EXACT_AT(study, subject, metric, instant, exact, wrong)                       \
    do {                                                                                    \
        CHECK(std::abs((study).z(subject, metric, exact, instant)) < nines::oracle::bound); \
        CHECK(std::abs((study).z(subject, metric, wrong, instant)) > nines::oracle::bound); \
    } while (false)
