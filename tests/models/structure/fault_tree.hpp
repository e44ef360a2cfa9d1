// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "models/compile/gate_builder.hpp"
#include "models/structure/distribution.hpp"
#include "models/structure/structure_function.hpp"

namespace nines::structure {

/// A system without times: gates and units only.
struct System {
    compile::Program program;
    compile::LineId top = compile::none<compile::LineId>;
    std::map<std::string, compile::UnitId> units;
};

/// Collects gates and units by hand.
class SystemBuilder {
public:
    compile::GateBuilder gates;

    compile::UnitId add_unit(compile::GateId gate) {
        const auto unit = static_cast<compile::UnitId>(units_++);
        gates.add_unit(gate, unit);
        return unit;
    }
    /// A gate of `count` units of which `needed` must work.
    compile::LineId group(std::uint32_t count, std::int32_t needed);
    /// The unit of a gate of its own: what may be shared.
    compile::LineId shared_unit() { return group(1, 1); }
    /// Up while all of `inputs` are.
    compile::LineId series(const std::vector<compile::LineId>& inputs);

    /// The program, with `top` in its numbering.
    System build(compile::LineId top) const;

private:
    std::uint32_t units_ = 0;
};

/// Lines "name = or|and|k inputs", of which the first is the top; k means that at least k inputs fail. Inputs without
/// a line of their own are basic events; "true" is one that has happened.
System fault_tree(std::string_view text);

/// The top event's function, where nothing is refused.
StructureFunction function_of(const System& system, const Boundary& boundary = {});

/// Independent units, each with its own chance.
Distribution independent(const StructureFunction& function, const std::function<Chance(compile::UnitId)>& chance);
/// All with the same chance.
Distribution independent(const StructureFunction& function, Chance chance);

/// Chance that the top event happens, each basic event with its probability.
Chance solve(const System& system, const std::map<std::string, double>& probabilities);
Chance solve_alike(const System& system, Chance each);

}  // namespace nines::structure
