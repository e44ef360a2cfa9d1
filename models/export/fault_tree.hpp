// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "models/export/parts.hpp"

namespace nines::exporting {

/// Something that is down with a given probability, in the long run.
struct BasicEvent {
    std::string name;   ///< An identifier.
    std::string label;  ///< In the scenario's words: "node:web/1".
    double probability = 0.0;
    bool stands_for_part = false;  ///< Of a chain: more than a lone unit.
};

/// An input of a gate: index into FaultTrees::events or into FaultTree::gates.
struct FaultTreeInput {
    enum class Kind : std::uint8_t { event, gate } kind;
    std::uint32_t index;
    bool operator==(const FaultTreeInput&) const = default;
};

/// Down while at least `at_least` of the inputs are: always for 0, never for more than there are.
struct FaultTreeGate {
    std::string name;  ///< An identifier.
    std::string label;
    std::uint32_t at_least = 1;
    std::vector<FaultTreeInput> inputs;  ///< Each once, unless `at_least` counts one twice.
};

/// One service. Its gates are its own, the events are shared.
struct FaultTree {
    std::string name;
    std::vector<FaultTreeGate> gates;  ///< The first is the top.
};

struct FaultTrees {
    std::vector<FaultTree> trees;
    std::vector<BasicEvent> events;
    std::vector<exact::Approximation> approximations;
    /// What these do not say, in sentences: which events of one tree depend on each other.
    std::vector<std::string> unsaid;
};

/// The static structure of services over their parts' long-run unavailabilities: what a fault tree can hold of a
/// scenario. Lone units are events, whatever their laws; a part in which one thing acts upon another (a crew, a common
/// cause, standby) is one event for each line that a service needs of it.
/// Refused: parts that no chain can follow, with the reasons that `nines solve` gives.
std::variant<FaultTrees, exact::Refusal> fault_trees(const compile::Program& program, const ExportQuestion& question);

}  // namespace nines::exporting
