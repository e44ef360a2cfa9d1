// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/fault_tree.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "models/engine/gates.hpp"
#include "models/exact/alike_leaves.hpp"
#include "models/exact/leaf_names.hpp"
#include "models/exact/lone_unit.hpp"
#include "models/export/text.hpp"

namespace nines::exporting {

using namespace nines::compile;

namespace {

constexpr std::uint32_t unknown = ~std::uint32_t{0};

/// Makes the events, each once for all services.
class EventMaker {
public:
    EventMaker(Parts& parts, const exact::LeafNames& names, Identifiers& identifiers)
        : parts_(parts),
          names_(names),
          identifiers_(identifiers),
          event_of_(parts.program(), unknown),
          all_well_(engine::initial_state(parts.program())) {}

    std::optional<exact::Refusal> add(const exact::LineBoundary& boundary) {
        for (std::size_t b = 0; b < boundary.island_of_block.size(); ++b) {
            if (auto refusal = add_block(boundary.island_of_block[b], boundary.boundary.blocks[b])) return refusal;
        }
        return std::nullopt;
    }

    std::uint32_t event_of(const structure::Leaf& leaf) { return event_of_[leaf]; }
    std::vector<BasicEvent> take() { return std::move(events_); }

private:
    std::optional<exact::Refusal> add_block(std::uint32_t island, const std::vector<structure::Leaf>& leaves) {
        const exact::Scope& scope = parts_.islands().scopes[island];
        const auto lone = exact::lone_unit(parts_.program(), scope);
        if (lone && leaves.size() == 1) {
            const bool matters = exact::depends_on(parts_.program(), all_well_, leaves.front(), lone->unit);
            add_event(leaves.front(), matters ? lone->down() : 0.0, false);
            return std::nullopt;
        }
        const exact::PartOrRefusal chain = parts_.solved(island);
        if (const auto* refusal = std::get_if<exact::Refusal>(&chain)) return *refusal;
        const auto alike = exact::alike_leaves(parts_.program(), parts_.symmetry(), scope, leaves);
        if (!alike) {
            return exact::Refusal{fmt::format("{} is one of several that are alike, of which only some are needed",
                                              names_.of(leaves.front())),
                                  {}};
        }
        const exact::Joint joint = exact::joint_of(*std::get<exact::PartChain*>(chain), leaves);
        const std::vector<double> down = exact::marginals(joint, *alike, leaves.size());
        for (std::size_t i = 0; i < leaves.size(); ++i) add_event(leaves[i], down[i], true);
        return std::nullopt;
    }

    void add_event(const structure::Leaf& leaf, double probability, bool stands_for_part) {
        if (event_of_[leaf] != unknown) return;
        event_of_[leaf] = static_cast<std::uint32_t>(events_.size());
        const std::string label = names_.of(leaf);
        // Rounding may leave a sum of probabilities a little above 1.
        events_.push_back({identifiers_.new_like(label), label, std::min(probability, 1.0), stands_for_part});
    }

    Parts& parts_;
    const exact::LeafNames& names_;
    Identifiers& identifiers_;
    structure::LeafTable event_of_;
    engine::DiscreteState all_well_;
    std::vector<BasicEvent> events_;
};

/// Makes the gates of one service, from its line down to the events.
class TreeMaker {
public:
    TreeMaker(const Parts& parts, const exact::LeafNames& names, Identifiers& identifiers, EventMaker& events,
              std::string service)
        : parts_(parts),
          program_(parts.program()),
          names_(names),
          identifiers_(identifiers),
          events_(events),
          at_start_(engine::initial_state(program_)) {
        tree_.name = std::move(service);
    }

    FaultTree of(LineId line) {
        if (const std::uint32_t event = events_.event_of(line); event != unknown) {
            add_gate("top", names_.of(line));
            tree_.gates.front().inputs.push_back({FaultTreeInput::Kind::event, event});
        } else {
            gate_of(line);
        }
        return std::move(tree_);
    }

private:
    std::uint32_t add_gate(const std::string& name, const std::string& label) {
        tree_.gates.push_back({identifiers_.new_like(tree_.name + "_" + name), label, 1, {}});
        return static_cast<std::uint32_t>(tree_.gates.size() - 1);
    }

    /// Each line once; what never changes is counted out.
    std::uint32_t gate_of(LineId id) {
        if (const auto known = gate_of_.find(id); known != gate_of_.end()) return known->second;
        const bool is_top = tree_.gates.empty();
        const std::string label = names_.of(id);
        const std::uint32_t number = gate_of_[id] = add_gate(is_top ? "top" : label, label);
        const Line& line = program_.lines[+id];
        std::int64_t at_least = std::int64_t{program_.gates[+line.gate].inputs} - line.threshold + 1;
        std::vector<FaultTreeInput> inputs;
        const Range units = program_.gate_units[+line.gate];
        for (std::uint32_t u = units.begin; u < units.end; ++u) inputs.push_back(event(program_.units_of_gates[u]));
        if (exists(program_.role_of_gate[+line.gate])) inputs.push_back(event(structure::Role{line.gate}));
        const Range lines = program_.gate_lines[+line.gate];
        for (std::uint32_t l = lines.begin; l < lines.end; ++l) {
            const LineId input = program_.lines_of_gates[l];
            if (parts_.origins().of_line[+input] == exact::LineOrigins::nobody) {
                if (!engine::is_up(program_, at_start_, input)) --at_least;
            } else if (events_.event_of(input) != unknown) {
                inputs.push_back(event(input));
            } else {
                inputs.push_back({FaultTreeInput::Kind::gate, gate_of(input)});
            }
        }
        FaultTreeGate& gate = tree_.gates[number];
        gate.at_least = static_cast<std::uint32_t>(std::max<std::int64_t>(at_least, 0));
        gate.inputs = std::move(inputs);
        leave_out_repeated(gate);
        return number;
    }

    FaultTreeInput event(const structure::Leaf& leaf) { return {FaultTreeInput::Kind::event, events_.event_of(leaf)}; }

    /// "One of" and "all of" do not care for an input that is there twice.
    static void leave_out_repeated(FaultTreeGate& gate) {
        const bool all = gate.at_least == gate.inputs.size();
        if (gate.at_least != 1 && !all) return;
        std::vector<FaultTreeInput> kept;
        for (const FaultTreeInput& input : gate.inputs) {
            if (std::ranges::find(kept, input) == kept.end()) kept.push_back(input);
        }
        gate.inputs = std::move(kept);
        if (all) gate.at_least = static_cast<std::uint32_t>(gate.inputs.size());
    }

    const Parts& parts_;
    const Program& program_;
    const exact::LeafNames& names_;
    Identifiers& identifiers_;
    EventMaker& events_;
    engine::DiscreteState at_start_;
    std::map<LineId, std::uint32_t> gate_of_;
    FaultTree tree_;
};

/// Events of one tree that depend on each other.
void find_unsaid(const exact::LineBoundary& boundary, const exact::LeafNames& names, const std::string& tree,
                 std::vector<std::string>& sentences) {
    for (const auto& leaves : boundary.boundary.blocks) {
        if (leaves.size() == 1) continue;
        std::vector<std::string> labels;
        for (const structure::Leaf& leaf : leaves) labels.push_back(names.of(leaf));
        sentences.push_back(
            fmt::format("{}: {} depend on each other, which a fault tree cannot say: its probability "
                        "is not the unavailability that nines solve finds",
                        tree, fmt::join(labels, ", ")));
    }
}

}  // namespace

std::variant<FaultTrees, exact::Refusal> fault_trees(const Program& program, const ExportQuestion& question) {
    Parts parts(program, question);
    const exact::LeafNames names(program);
    Identifiers identifiers;
    EventMaker events(parts, names, identifiers);
    FaultTrees result;
    std::vector<std::string> tree_names;
    for (const SubjectId id : question.services) {
        const Subject& service = program.subjects[+id];
        tree_names.push_back(identifiers.new_like(service.name.substr(service.name.find(':') + 1)));
        const auto boundary = exact::line_boundary(program, parts.islands(), parts.origins(), service.line);
        if (const auto* refusal = std::get_if<exact::Refusal>(&boundary)) return *refusal;
        if (auto refusal = events.add(std::get<exact::LineBoundary>(boundary))) return *std::move(refusal);
        find_unsaid(std::get<exact::LineBoundary>(boundary), names, tree_names.back(), result.unsaid);
    }
    for (std::size_t s = 0; s < tree_names.size(); ++s) {
        TreeMaker maker(parts, names, identifiers, events, tree_names[s]);
        result.trees.push_back(maker.of(program.subjects[+question.services[s]].line));
    }
    result.events = events.take();
    result.approximations = parts.approximations();
    return result;
}

}  // namespace nines::exporting
