// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/by_structure.hpp"

#include "models/structure/importance.hpp"
#include "models/structure/probability.hpp"

namespace nines::exact {

std::variant<LongRun, Refusal> long_run_by_structure(const Program& program, const Islands& islands,
                                                     const LineOrigins& origins, LineId line,
                                                     const PartProvider& part) {
    const auto found = line_boundary(program, islands, origins, line);
    if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
    const auto& boundary = std::get<LineBoundary>(found);
    const auto joint = [&](std::uint32_t block) -> std::variant<Joint, Refusal> {
        const PartOrRefusal chain = part(boundary.island_of_block[block]);
        if (const auto* refusal = std::get_if<Refusal>(&chain)) return *refusal;
        return joint_of(*std::get<PartChain*>(chain), boundary.boundary.blocks[block]);
    };
    const auto put_together = line_structure(program, islands, boundary, line, joint);
    if (const auto* refusal = std::get_if<Refusal>(&put_together)) return *refusal;
    const auto& [function, distribution] = std::get<LineStructure>(put_together);

    structure::Evaluation evaluation(function.diagram, distribution);
    LongRun result;
    result.unavailability = evaluation.of(function.down.front()).down;
    auto outages = structure::outages_per_second(evaluation, function.down.front());
    if (const auto* refusal = std::get_if<structure::Refusal>(&outages)) return Refusal{refusal->reason, {}};
    result.outages_per_second = std::get<double>(outages);
    return result;
}

}  // namespace nines::exact
