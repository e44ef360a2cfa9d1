// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <variant>
#include <vector>

#include "models/exact/activities.hpp"
#include "models/exact/line_structure.hpp"
#include "models/exact/lone_unit.hpp"
#include "models/exact/part_chain.hpp"
#include "models/exact/symmetry.hpp"

namespace nines::exact {

/// Numbers of islands, ascending.
using PartList = std::vector<std::uint32_t>;

/// The chains of a program's islands, and of several islands as one: each made when it is first asked for, and kept.
class Parts {
public:
    Parts(const Program& program, const Activities& activities, const Islands& islands, ExploreOptions options);

    /// The same chains, but those that `apart` is in tell it from the hosts that it is like. Islands by themselves that
    /// it is not in are taken from `others`. None: all that is joined is made, and kept, apart from `others`.
    Parts(Parts& others, HostId apart, std::uint32_t most_states);

    PartOrRefusal chain_of(const PartList& list);
    PartProvider provider() {
        return [this](std::uint32_t island) { return chain_of({island}); };
    }

    /// How many states the islands have together: the product of their own numbers. Lone units that nothing tells apart
    /// are counted in the joint chain, so n of them with c conditions each have (n + c - 1 choose n).
    double joint_states(const PartList& list);

    const Symmetry& symmetry() const { return symmetry_; }
    const Islands& islands() const { return *islands_; }

    /// Calls look(list, chain) for each chain that was solved here.
    template <class Look>
    void for_each_solved(Look look) const {
        for (const auto& [list, solved] : known_) {
            if (const auto* chain = std::get_if<std::unique_ptr<PartChain>>(&solved)) look(list, **chain);
        }
    }

private:
    using Solved = std::variant<std::unique_ptr<PartChain>, Refusal>;

    Solved solve(const PartList& list) const;
    double phases_of(const LoneUnit& lone) const;

    const Program* program_;
    const Activities* activities_;
    const Islands* islands_;
    ExploreOptions options_;
    Symmetry symmetry_;
    Parts* others_ = nullptr;
    HostId apart_ = none<HostId>;
    std::map<PartList, Solved> known_;
};

}  // namespace nines::exact
