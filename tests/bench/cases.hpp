// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/compile/program.hpp"
#include "tests/bench/contest.hpp"
#include "tests/bench/engine_runs.hpp"
#include "tests/bench/system.hpp"

namespace nines::bench {

/// A named system, compiled.
struct Case {
    std::string name;
    System system;
    compile::Program program;
    std::uint64_t trials = 1;     ///< Of one run in the contest.
    std::uint64_t peak_kib = 0;   ///< What compiling and running it needed beyond what was in use before.
    std::optional<double> exact;  ///< Unavailability by formula; none for mixed laws, which do not start settled.
};

std::shared_ptr<const Case> prepare(const std::string& name, System system, Laws laws, std::uint64_t trials);

Contender recorded(std::shared_ptr<const Case> of, unsigned threads = 1);
Contender availability_only(std::shared_ptr<const Case> of);
Contender textbook(std::shared_ptr<const Case> of);
Contender bare_hold(std::shared_ptr<const Case> of);
/// Its "events" are numbers sampled.
Contender sampling(std::shared_ptr<const Case> of);

/// The line of a run with everything recorded.
Line line_of(const compile::Program& program, const Recorded& run);

}  // namespace nines::bench
