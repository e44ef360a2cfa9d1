// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/exact/chain_state.hpp"
#include "models/exact/explore.hpp"
#include "models/exact/symmetry.hpp"

namespace nines::exporting {

/// States and steps of a chain in words.
class StateWords {
public:
    /// All outlive this.
    StateWords(const compile::Program& program, const exact::Symmetry& symmetry, const exact::Scope& scope);

    /// What is not as usual, a line each: "2 of 3 web: in repair", "db/1: waits for a crew"; or "all well". With
    /// `phases` also how far times have come that are made of phases.
    std::vector<std::string> of(const exact::ChainState& state, bool phases) const;

    /// What happens when that time runs out: "web fails", "db/1: disk is repaired", "storm strikes".
    std::string of(const exact::RateSource& source) const;
    /// The same when a phase of it ends and another begins: "web ages", "web: next phase".
    std::string of_phase(const exact::RateSource& source) const;

private:
    std::string name_of(compile::HostId host) const;
    std::string name_of(compile::UnitId unit) const;
    bool has_modes(compile::UnitId unit) const;
    std::string mode_of(compile::UnitId unit) const;
    std::string subject_of(const exact::RateSource& source) const;
    std::string condition_of(const exact::ChainState& state, compile::HostId host, bool phases) const;
    std::string condition_of(const exact::ChainState& state, compile::UnitId unit, bool phases) const;

    const compile::Program& program_;
    const exact::Scope& scope_;
    std::vector<std::vector<compile::HostId>> alike_;  ///< The hosts of the scope, those that are alike together.
    std::vector<std::size_t> alike_of_;                ///< By host: index into alike_.
};

}  // namespace nines::exporting
