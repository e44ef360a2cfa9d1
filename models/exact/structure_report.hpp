// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "models/exact/line_structure.hpp"
#include "models/structure/importance.hpp"

/// What brings a service down, in the long run: its minimal cut sets, and how much each component matters.
namespace nines::exact {

/// Components that, down together, bring the service down, and none of which can be left out.
struct CutSetRow {
    std::vector<std::string> components;
    double probability = 0.0;   ///< That all of them are down.
    double contribution = 0.0;  ///< Part of the service's downtime in which they are; see structure::contribution.
};

struct ImportanceRow {
    std::string component;  ///< "node:web/1", "2 of group:db".
    double unavailability = 0.0;
    structure::Importance importance;
    double fussell_vesely = 0.0;
};

struct StructureReport {
    double unavailability = 0.0;            ///< Of the service, from the same variables.
    std::vector<CutSetRow> cut_sets;        ///< The most probable, highest first.
    double cut_set_count = 0.0;             ///< Of all.
    std::vector<ImportanceRow> components;  ///< The most important, highest Fussell-Vesely first.
    std::size_t component_count = 0;        ///< Of all.
};

/// At most `how_many` cut sets and as many components of `line`.
///
/// A component is a node or domain with all its failure modes, or a standby group as a whole. Components that depend
/// on each other (one crew, a common cause) have their joint probability from their chain, hosts that are alike told
/// apart; where that has too many outcomes, the lines that the service needs of that part stand for its components.
/// Refused: what `part` refuses; a structure or cut sets too large.
std::variant<StructureReport, Refusal> structure_report(const Program& program, const Islands& islands,
                                                        const LineOrigins& origins, LineId line,
                                                        const PartProvider& part, std::size_t how_many);

}  // namespace nines::exact
