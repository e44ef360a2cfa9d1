// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "models/exact/activities.hpp"
#include "models/exact/chain_figures.hpp"
#include "models/exact/part_chain.hpp"
#include "models/exact/scope.hpp"
#include "models/exact/symmetry.hpp"

/// A scenario made ready for being explored by hand.
namespace nines::exact {

/// Which hosts may be exchanged in a state's key.
enum class Lumping {
    as_solved,  ///< All that are alike but those that the solver follows one by one.
    none,       ///< None: every host by itself.
};

struct ChainCase {
    /// Throws std::runtime_error with the diagnostics if the scenario has errors.
    explicit ChainCase(std::string_view toml, Lumping lumping = Lumping::as_solved);

    HostId host(std::string_view name) const;  ///< "node:web/1". Throws if there is none.
    UnitId unit(std::string_view name) const;  ///< "node:web/1:crash". Throws if there is none.
    LineId service(std::size_t n = 0) const;   ///< Line of the n-th service.
    std::uint32_t orbit(std::string_view host_name) const;

    Program program;
    Activities activities;
    Symmetry symmetry;
};

/// Explores the whole program and solves its long run. Throws std::runtime_error if that is refused.
std::unique_ptr<PartChain> solved(const ChainCase& of);

/// The long run of the n-th service.
LongRun service_in_long_run(const ChainCase& of, PartChain& chain, std::size_t n = 0);

}  // namespace nines::exact
