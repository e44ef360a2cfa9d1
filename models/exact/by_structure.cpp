// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/by_structure.hpp"

#include "models/structure/importance.hpp"
#include "models/structure/probability.hpp"

namespace nines::exact {

std::variant<LongRun, Refusal> long_run_by_structure(const Program& program, const Islands& islands,
                                                     const LineOrigins& origins, LineId line, const PartProvider& part,
                                                     std::size_t most_nodes) {
    const auto found = bounded_line(program, islands, origins, line, part, most_nodes);
    if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
    const auto& [function, distribution] = std::get<BoundedLine>(found).structure;

    structure::Evaluation evaluation(function.diagram, distribution);
    LongRun result;
    result.unavailability = evaluation.of(function.down.front()).down;
    auto outages = structure::outages_per_second(evaluation, function.down.front());
    if (const auto* refusal = std::get_if<structure::Refusal>(&outages)) return Refusal{refusal->reason, {}};
    result.outages_per_second = std::get<double>(outages);
    return result;
}

}  // namespace nines::exact
