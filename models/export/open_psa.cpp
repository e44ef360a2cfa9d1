// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/open_psa.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

namespace nines::exporting {

namespace {

/// A gate with an input that it counts twice refers to it the second time through a gate of its own: the format wants
/// the inputs of a gate to differ.
class TreeWriter {
public:
    TreeWriter(const FaultTrees& trees, const FaultTree& tree) : trees_(trees), tree_(tree) {}

    std::string write() {
        std::string text = fmt::format("  <define-fault-tree name=\"{}\">\n", tree_.name);
        for (const FaultTreeGate& gate : tree_.gates) text += definition(gate);
        return text + again_ + "  </define-fault-tree>\n";
    }

private:
    std::string reference(const FaultTreeInput& input) const {
        switch (input.kind) {
            case FaultTreeInput::Kind::event:
                return fmt::format("<basic-event name=\"{}\"/>", trees_.events[input.index].name);
            case FaultTreeInput::Kind::gate: return fmt::format("<gate name=\"{}\"/>", tree_.gates[input.index].name);
        }
        return {};
    }

    std::string definition(const FaultTreeGate& gate) {
        return fmt::format("    <define-gate name=\"{}\">\n      <label>{}</label>\n{}    </define-gate>\n", gate.name,
                           xml_escaped(gate.label), formula(gate));
    }

    std::string formula(const FaultTreeGate& gate) {
        const std::size_t inputs = gate.inputs.size();
        if (gate.at_least == 0) return "      <constant value=\"true\"/>\n";
        if (gate.at_least > inputs) return "      <constant value=\"false\"/>\n";
        if (inputs == 1) return fmt::format("      {}\n", reference(gate.inputs.front()));
        if (gate.at_least == 1) return connective("or", "or", gate);
        if (gate.at_least == inputs) return connective("and", "and", gate);
        return connective(fmt::format("atleast min=\"{}\"", gate.at_least), "atleast", gate);
    }

    std::string connective(const std::string& opening, const std::string& closing, const FaultTreeGate& gate) {
        std::string text = fmt::format("      <{}>\n", opening);
        for (std::size_t i = 0; i < gate.inputs.size(); ++i) {
            const auto here = gate.inputs.begin() + static_cast<std::ptrdiff_t>(i);
            const bool is_repeated = std::find(gate.inputs.begin(), here, *here) != here;
            const std::string input = is_repeated ? once_more(gate, i) : reference(*here);
            text += fmt::format("        {}\n", input);
        }
        return text + fmt::format("      </{}>\n", closing);
    }

    std::string once_more(const FaultTreeGate& gate, std::size_t input) {
        // Identifiers never hold two underscores in a row, so this one is new.
        const std::string name = fmt::format("{}__input_{}", gate.name, input + 1);
        again_ += fmt::format("    <define-gate name=\"{}\">\n      {}\n    </define-gate>\n", name,
                              reference(gate.inputs[input]));
        return fmt::format("<gate name=\"{}\"/>", name);
    }

    const FaultTrees& trees_;
    const FaultTree& tree_;
    std::string again_;
};

std::string event_definition(const BasicEvent& event) {
    std::string text = fmt::format("    <define-basic-event name=\"{}\">\n      <label>{}</label>\n", event.name,
                                   xml_escaped(event.label));
    if (event.stands_for_part) text += "      <!-- Stands for a part whose components depend on each other. -->\n";
    return text + fmt::format("      <float value=\"{}\"/>\n    </define-basic-event>\n", event.probability);
}

}  // namespace

std::string open_psa(const FaultTrees& trees, const Heading& heading) {
    std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    const auto comment = [&](const std::string& sentence) {
        text += fmt::format("<!-- {} -->\n", xml_comment(sentence));
    };
    comment(heading_text(heading));
    comment("Probabilities are long-run unavailabilities.");
    for (const std::string& sentence : trees.unsaid) comment(sentence);
    for (const auto& law : trees.approximations) comment(fmt::format("{} is made of {} phases", law.law, law.phases));
    text += "<opsa-mef>\n";
    for (const FaultTree& tree : trees.trees) text += TreeWriter(trees, tree).write();
    text += "  <model-data>\n";
    for (const BasicEvent& event : trees.events) text += event_definition(event);
    return text + "  </model-data>\n</opsa-mef>\n";
}

}  // namespace nines::exporting
