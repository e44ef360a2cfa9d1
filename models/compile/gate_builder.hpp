// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "models/compile/program.hpp"

namespace nines::compile {

/// Collects gates and lines in any order; `flatten` lays them out in the program's arrays.
class GateBuilder {
public:
    GateId add_gate() {
        gates_.emplace_back();
        return static_cast<GateId>(gates_.size() - 1);
    }

    void add_unit(GateId gate, UnitId unit) { gates_[+gate].units.push_back(unit); }
    /// `line` becomes an input of `gate`.
    void add_line(GateId gate, LineId line) {
        gates_[+gate].lines.push_back(line);
        lines_[+line].feeds.push_back(gate);
    }
    /// One more input that is neither a unit nor a line: the role of a standby member.
    void add_role(GateId gate, HostId host) { gates_[+gate].role = host; }

    std::int32_t inputs(GateId gate) const;

    /// The gate's line with this threshold, made if there is none yet.
    LineId line(GateId gate, std::int32_t threshold);
    /// Up while every input that the gate has now works.
    LineId line_of_all(GateId gate) { return line(gate, inputs(gate)); }

    void react(LineId line, Reaction reaction) { lines_[+line].reactions.push_back(reaction); }
    void set_subject(LineId line, SubjectId subject) { lines_[+line].subject = subject; }
    bool has_subject(LineId line) const { return exists(lines_[+line].subject); }
    void set_share(GateId gate, ShareId share) { gates_[+gate].share = share; }

    /// Writes gates, lines, feeds, reactions and the reverse edges; returns the new id of each line.
    std::vector<LineId> flatten(Program& program) const;

private:
    struct GateDraft {
        std::vector<UnitId> units;
        std::vector<LineId> lines;
        std::vector<LineId> outputs;
        HostId role = none<HostId>;
        ShareId share = none<ShareId>;
    };
    struct LineDraft {
        GateId gate;
        std::int32_t threshold;
        std::vector<GateId> feeds;
        std::vector<Reaction> reactions;
        SubjectId subject = none<SubjectId>;
    };

    std::vector<GateDraft> gates_;
    std::vector<LineDraft> lines_;
};

}  // namespace nines::compile
