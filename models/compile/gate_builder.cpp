// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compile/gate_builder.hpp"

#include <algorithm>

namespace nines::compile {

std::int32_t GateBuilder::inputs(GateId gate) const {
    const GateDraft& draft = gates_[+gate];
    return static_cast<std::int32_t>(draft.units.size() + draft.lines.size() + (exists(draft.role) ? 1 : 0));
}

LineId GateBuilder::line(GateId gate, std::int32_t threshold) {
    for (const LineId output : gates_[+gate].outputs) {
        if (lines_[+output].threshold == threshold) return output;
    }
    const auto id = static_cast<LineId>(lines_.size());
    lines_.push_back({gate, threshold, {}, {}, none<SubjectId>});
    gates_[+gate].outputs.push_back(id);
    return id;
}

std::vector<LineId> GateBuilder::flatten(Program& program) const {
    std::vector<LineId> renumbered(lines_.size(), none<LineId>);
    for (std::uint32_t g = 0; g < gates_.size(); ++g) {
        std::vector<LineId> outputs = gates_[g].outputs;
        std::sort(outputs.begin(), outputs.end(),
                  [&](LineId a, LineId b) { return lines_[+a].threshold < lines_[+b].threshold; });
        Gate gate;
        gate.inputs = inputs(static_cast<GateId>(g));
        gate.share = gates_[g].share;
        gate.lines.begin = static_cast<std::uint32_t>(program.lines.size());
        for (const LineId output : outputs) {
            const LineDraft& draft = lines_[+output];
            renumbered[+output] = static_cast<LineId>(program.lines.size());
            Line line;
            line.threshold = draft.threshold;
            line.subject = draft.subject;
            line.gate = static_cast<GateId>(g);
            line.feeds.begin = static_cast<std::uint32_t>(program.feeds.size());
            program.feeds.insert(program.feeds.end(), draft.feeds.begin(), draft.feeds.end());
            line.feeds.end = static_cast<std::uint32_t>(program.feeds.size());
            line.reactions.begin = static_cast<std::uint32_t>(program.reactions.size());
            program.reactions.insert(program.reactions.end(), draft.reactions.begin(), draft.reactions.end());
            line.reactions.end = static_cast<std::uint32_t>(program.reactions.size());
            program.lines.push_back(line);
        }
        gate.lines.end = static_cast<std::uint32_t>(program.lines.size());
        if (!gate.lines.empty()) gate.highest_threshold = program.lines.back().threshold;
        program.gates.push_back(gate);
    }
    for (const GateDraft& draft : gates_) {
        const auto first_unit = static_cast<std::uint32_t>(program.units_of_gates.size());
        program.units_of_gates.insert(program.units_of_gates.end(), draft.units.begin(), draft.units.end());
        program.gate_units.push_back({first_unit, static_cast<std::uint32_t>(program.units_of_gates.size())});
        const auto first_line = static_cast<std::uint32_t>(program.lines_of_gates.size());
        for (const LineId line : draft.lines) program.lines_of_gates.push_back(renumbered[+line]);
        program.gate_lines.push_back({first_line, static_cast<std::uint32_t>(program.lines_of_gates.size())});
        program.role_of_gate.push_back(draft.role);
    }
    return renumbered;
}

}  // namespace nines::compile
