// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/structure/fault_tree.hpp"

#include <sstream>
#include <utility>
#include <vector>

#include "models/structure/probability.hpp"
#include "tests/catch.hpp"

namespace nines::structure {
namespace {

using compile::GateId;
using compile::LineId;
using compile::UnitId;

struct Sentence {
    std::string operation;
    std::vector<std::string> inputs;
};

/// Reads the lines first, then makes each gate when it is needed.
class Reader {
public:
    explicit Reader(std::string_view text) {
        std::istringstream stream{std::string(text)};
        for (std::string line; std::getline(stream, line);) {
            std::istringstream words(line);
            std::string name;
            std::string equals;
            std::string word;
            Sentence sentence;
            if (!(words >> name >> equals >> sentence.operation)) continue;
            while (words >> word) sentence.inputs.push_back(word);
            if (top_.empty()) top_ = name;
            sentences_[name] = sentence;
        }
    }

    System run() {
        const LineId top = line_of(top_);
        System system = builder_.build(top);
        system.units = std::move(units_);
        return system;
    }

private:
    LineId line_of(const std::string& name) {
        const auto made = lines_.find(name);
        if (made != lines_.end()) return made->second;
        const auto sentence = sentences_.find(name);
        const LineId line = sentence == sentences_.end() ? event(name) : gate(sentence->second);
        lines_.emplace(name, line);
        return line;
    }

    LineId event(const std::string& name) {
        const GateId gate = builder_.gates.add_gate();
        if (name != "true") units_.emplace(name, builder_.add_unit(gate));
        return builder_.gates.line(gate, 1);
    }

    LineId gate(const Sentence& sentence) {
        const GateId gate = builder_.gates.add_gate();
        const auto n = static_cast<int>(sentence.inputs.size());
        for (const std::string& input : sentence.inputs) builder_.gates.add_line(gate, line_of(input));
        if (sentence.operation == "or") return builder_.gates.line(gate, n);
        if (sentence.operation == "and") return builder_.gates.line(gate, 1);
        return builder_.gates.line(gate, n - std::stoi(sentence.operation) + 1);
    }

    std::string top_;
    std::map<std::string, Sentence> sentences_;
    std::map<std::string, LineId> lines_;
    std::map<std::string, UnitId> units_;
    SystemBuilder builder_;
};

}  // namespace

LineId SystemBuilder::group(std::uint32_t count, std::int32_t needed) {
    const GateId gate = gates.add_gate();
    for (std::uint32_t i = 0; i < count; ++i) add_unit(gate);
    return gates.line(gate, needed);
}

LineId SystemBuilder::series(const std::vector<LineId>& inputs) {
    const GateId gate = gates.add_gate();
    for (const LineId input : inputs) gates.add_line(gate, input);
    return gates.line_of_all(gate);
}

System SystemBuilder::build(LineId top) const {
    System system;
    system.program.units.resize(units_);
    system.top = gates.flatten(system.program)[compile::operator+(top)];
    return system;
}

System fault_tree(std::string_view text) {
    return Reader(text).run();
}

StructureFunction function_of(const System& system, const Boundary& boundary) {
    const std::vector lines{system.top};
    auto result = structure_function(system.program, lines, boundary);
    REQUIRE(std::holds_alternative<StructureFunction>(result));
    return std::get<StructureFunction>(std::move(result));
}

Distribution independent(const StructureFunction& function, const std::function<Chance(UnitId)>& chance) {
    Distribution distribution;
    for (const Leaf& leaf : function.leaves) distribution.add(chance(std::get<UnitId>(leaf)));
    return distribution;
}

Distribution independent(const StructureFunction& function, Chance chance) {
    return independent(function, [&](UnitId) { return chance; });
}

Chance solve(const System& system, const std::map<std::string, double>& probabilities) {
    std::map<UnitId, double> by_unit;
    for (const auto& [name, unit] : system.units) by_unit[unit] = probabilities.at(name);
    const StructureFunction function = function_of(system);
    const Distribution distribution = independent(function, [&](UnitId unit) {
        return Chance{by_unit.at(unit), 1.0 - by_unit.at(unit)};
    });
    return Evaluation(function.diagram, distribution).of(function.down.front());
}

Chance solve_alike(const System& system, Chance each) {
    const StructureFunction function = function_of(system);
    const Distribution distribution = independent(function, each);
    return Evaluation(function.diagram, distribution).of(function.down.front());
}

}  // namespace nines::structure
