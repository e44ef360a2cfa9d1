// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/exact/scope.hpp"
#include "models/structure/leaf.hpp"

namespace nines::exact {

/// What units, lines and roles are called in the scenario's words: "node:web/1:crash", "node:web/1",
/// "2 of group:web", "node:db/2 in service".
class LeafNames {
public:
    explicit LeafNames(const Program& program);

    std::string of(const structure::Leaf& leaf) const;

private:
    std::string name_of(UnitId unit) const;
    std::string name_of(LineId line) const;
    std::string name_of(structure::Role role) const;
    std::string hosts_behind(GateId gate) const;

    const Program* program_;
    std::vector<std::string> gate_names_;  ///< Of hosts, groups and services; empty: a gate between them.
    std::vector<bool> is_of_host_;
    std::vector<bool> counts_members_;  ///< Of a group: its lines differ by their threshold.
};

}  // namespace nines::exact
