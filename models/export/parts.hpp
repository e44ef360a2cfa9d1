// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "models/exact/activities.hpp"
#include "models/exact/islands.hpp"
#include "models/exact/line_structure.hpp"
#include "models/exact/symmetry.hpp"

/// Models of a scenario for other tools, made by the exact engine.
namespace nines::exporting {

/// What to export, and how far to go.
struct ExportQuestion {
    std::vector<compile::SubjectId> services;  ///< With what they need; each has a line.
    int most_phases = 32;                      ///< Of a time that is not exponential.
    std::uint32_t most_states = 3'000'000;
    std::function<bool()> go_on;  ///< Asked now and then; false ends the work. Empty: no limit.
};

/// A program cut into its independent parts; their chains are solved when first asked for. Does not move: the chains
/// point into it.
class Parts {
public:
    /// `program` outlives this.
    Parts(const compile::Program& program, const ExportQuestion& question);
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;

    const compile::Program& program() const { return program_; }
    const exact::Activities& activities() const { return activities_; }
    const exact::Symmetry& symmetry() const { return symmetry_; }
    const exact::Islands& islands() const { return islands_; }
    const exact::LineOrigins& origins() const { return origins_; }

    /// Why these hosts cannot be a chain, in the words of `nines solve`; empty if they can.
    std::string reasons_against(const exact::Scope& scope) const;

    /// The solved chain of an island; refused what cannot be solved.
    exact::PartOrRefusal solved(std::uint32_t island);

    /// Laws that the chains solved so far follow only approximately.
    std::vector<exact::Approximation> approximations() const;

private:
    using Solved = std::variant<std::unique_ptr<exact::PartChain>, exact::Refusal>;
    Solved solve(std::uint32_t island) const;

    const compile::Program& program_;
    exact::ExploreOptions options_;
    exact::Activities activities_;
    exact::Symmetry symmetry_;
    exact::Islands islands_;
    exact::LineOrigins origins_;
    std::map<std::uint32_t, Solved> solved_;
};

}  // namespace nines::exporting
