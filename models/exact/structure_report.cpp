// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/structure_report.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "models/exact/alike_leaves.hpp"
#include "models/exact/leaf_names.hpp"
#include "models/exact/lone_unit.hpp"
#include "models/exact/representable.hpp"
#include "models/structure/cut_sets.hpp"
#include "models/structure/probability.hpp"

namespace nines::exact {

namespace {

/// Each host by itself, but the members of a standby group as one.
Islands components_of(const Program& program) {
    Islands components;
    for (std::uint32_t h = 0; h < program.hosts.size(); ++h) {
        const StandbyId standby = program.hosts[h].standby;
        components.of_host.push_back(exists(standby) ? program.standbys[+standby].first_host : h);
    }
    return components;
}

/// Boundary and joint distributions of one line, as fine as the parts allow.
class Finest {
public:
    Finest(const Program& program, const Islands& islands, const LineOrigins& origins, const PartProvider& part)
        : program_(program),
          islands_(islands),
          origins_(origins),
          part_(part),
          components_(line_origins(program, components_of(program))),
          symmetry_(program, kept_apart(program)),
          is_coarse_(islands.scopes.size()) {}

    std::variant<LineStructure, Refusal> of(LineId line) {
        while (true) {
            auto boundary = boundary_of(line);
            if (const auto* refusal = std::get_if<Refusal>(&boundary)) return *refusal;
            bool is_settled = false;
            if (auto refusal = find_joints(std::get<LineBoundary>(boundary), is_settled)) return *std::move(refusal);
            if (!is_settled) continue;
            const auto joint = [&](std::uint32_t block) -> std::variant<Joint, Refusal> { return joints_[block]; };
            return line_structure(program_, islands_, std::get<LineBoundary>(boundary), line, joint);
        }
    }

private:
    std::variant<LineBoundary, Refusal> boundary_of(LineId line) {
        const auto is_leaf = [&](LineId inner) {
            const std::uint32_t island = origins_.of_line[+inner];
            if (island == LineOrigins::several) return false;
            return is_coarse_[island] || components_.of_line[+inner] != LineOrigins::several;
        };
        auto found = line_boundary(program_, islands_, origins_, line, is_leaf);
        if (!std::holds_alternative<Refusal>(found)) return found;
        // Some block is too long: the fewest leaves for all.
        is_coarse_.assign(is_coarse_.size(), true);
        return line_boundary(program_, islands_, origins_, line, is_leaf);
    }

    /// `is_settled` becomes false when a part had to be made coarse: its boundary is another one then.
    std::optional<Refusal> find_joints(const LineBoundary& boundary, bool& is_settled) {
        is_settled = true;
        joints_.assign(boundary.boundary.blocks.size(), {});
        for (std::size_t b = 0; b < joints_.size(); ++b) {
            const std::uint32_t island = boundary.island_of_block[b];
            const auto& leaves = boundary.boundary.blocks[b];
            if (leaves.size() == 1 && lone_unit(program_, islands_.scopes[island])) continue;
            const PartOrRefusal chain = part_(island);
            if (const auto* refusal = std::get_if<Refusal>(&chain)) return *refusal;
            const Joint joint = joint_of(*std::get<PartChain*>(chain), leaves);
            const auto alike = alike_leaves(program_, symmetry_, islands_.scopes[island], leaves);
            auto apart = alike ? told_apart(joint, *alike, most_outcomes) : std::nullopt;
            if (apart) {
                joints_[b] = *std::move(apart);
                continue;
            }
            if (is_coarse_[island]) {
                return Refusal{"a part has members that are alike in more combinations than can be told apart", {}};
            }
            is_coarse_[island] = true;
            is_settled = false;
            return std::nullopt;
        }
        return std::nullopt;
    }

    static constexpr std::size_t most_outcomes = 100'000;

    const Program& program_;
    const Islands& islands_;
    const LineOrigins& origins_;
    const PartProvider& part_;
    LineOrigins components_;
    Symmetry symmetry_;
    std::vector<bool> is_coarse_;  ///< By island.
    std::vector<Joint> joints_;    ///< By block.
};

std::vector<CutSetRow> cut_set_rows(const LineStructure& of, const LeafNames& names, const structure::CutSets& cut_sets,
                                    double down, std::size_t how_many) {
    std::vector<CutSetRow> rows;
    for (const structure::CutSet& set : structure::most_probable(cut_sets, of.distribution, how_many)) {
        CutSetRow row{{}, set.probability, structure::contribution(set, down)};
        for (const structure::Variable v : set.variables) row.components.push_back(names.of(of.function.leaves[v]));
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<ImportanceRow> importance_rows(structure::Evaluation& evaluation, const LineStructure& of,
                                           const LeafNames& names, const structure::CutSets& cut_sets) {
    const auto importances = structure::importances(evaluation, of.function.down.front());
    const auto parts = structure::fussell_vesely(cut_sets, of.distribution);
    std::vector<ImportanceRow> rows;
    for (structure::Variable v = 0; v < of.function.leaves.size(); ++v) {
        const structure::Block& block = of.distribution.block_of(v);
        const double down = of.distribution.all_down(block, std::uint64_t{1} << (v - block.first));
        rows.push_back({names.of(of.function.leaves[v]), down, importances[v], parts[v]});
    }
    std::ranges::stable_sort(rows, [](const ImportanceRow& a, const ImportanceRow& b) {
        if (a.fussell_vesely != b.fussell_vesely) return a.fussell_vesely > b.fussell_vesely;
        return a.importance.birnbaum > b.importance.birnbaum;
    });
    return rows;
}

}  // namespace

std::variant<StructureReport, Refusal> structure_report(const Program& program, const Islands& islands,
                                                        const LineOrigins& origins, LineId line,
                                                        const PartProvider& part, std::size_t how_many) {
    const auto found = Finest(program, islands, origins, part).of(line);
    if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
    const auto& of = std::get<LineStructure>(found);
    const structure::NodeId down = of.function.down.front();
    const auto sets = structure::minimal_cut_sets(of.function.diagram, down);
    if (const auto* refusal = std::get_if<structure::Refusal>(&sets)) return Refusal{refusal->reason, {}};
    const auto& cut_sets = std::get<structure::CutSets>(sets);

    const LeafNames names(program);
    structure::Evaluation evaluation(of.function.diagram, of.distribution);
    StructureReport report;
    report.unavailability = evaluation.of(down).down;
    report.cut_sets = cut_set_rows(of, names, cut_sets, report.unavailability, how_many);
    report.cut_set_count = structure::count(cut_sets);
    report.components = importance_rows(evaluation, of, names, cut_sets);
    report.component_count = report.components.size();
    if (report.components.size() > how_many) report.components.resize(how_many);
    return report;
}

}  // namespace nines::exact
