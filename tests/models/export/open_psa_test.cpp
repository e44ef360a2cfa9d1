// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/open_psa.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <regex>
#include <set>
#include <string>

#include "models/structure/probability.hpp"
#include "tests/catch.hpp"
#include "tests/models/export/export_cases.hpp"
#include "tests/models/export/xml_reader.hpp"

using namespace nines;
using namespace nines::exporting_test;

namespace {

exporting::FaultTrees trees_of(const compile::Program& program) {
    return std::get<exporting::FaultTrees>(exporting::fault_trees(program, question_of(program)));
}

Element exported(const compile::Program& program) {
    return read_xml(exporting::open_psa(trees_of(program), {"A <shop> --", "9.9"}));
}

/// A model read back as another tool would: by names alone.
class Model {
public:
    /// `root` outlives this.
    explicit Model(const Element& root) {
        for (const Element* event : root.all("model-data").front()->all("define-basic-event")) {
            const auto variable = static_cast<structure::Variable>(variables_.size());
            REQUIRE(variables_.emplace(event->attributes.at("name"), variable).second);
            const double down = std::stod(event->all("float").front()->attributes.at("value"));
            distribution_.add({down, 1.0 - down});
        }
        for (const Element* tree : root.all("define-fault-tree")) {
            const auto gates = tree->all("define-gate");
            top_[tree->attributes.at("name")] = gates.front()->attributes.at("name");
            for (const Element* gate : gates) REQUIRE(gates_.emplace(gate->attributes.at("name"), gate).second);
        }
    }

    double top_probability(const std::string& tree) {
        const structure::NodeId top = node_of_gate(top_.at(tree));
        return structure::Evaluation(diagram_, distribution_).of(top).down;
    }

    const std::map<std::string, const Element*>& gates() const { return gates_; }

private:
    structure::NodeId node_of_gate(const std::string& name) {
        const Element& gate = *gates_.at(name);
        const auto formula = std::ranges::find_if(gate.children, [](const Element& e) { return e.name != "label"; });
        REQUIRE(formula != gate.children.end());
        return node_of(*formula);
    }

    structure::NodeId node_of(const Element& formula) {
        if (formula.name == "gate") return node_of_gate(formula.attributes.at("name"));
        if (formula.name == "basic-event") return *diagram_.variable(variables_.at(formula.attributes.at("name")));
        std::vector<structure::NodeId> inputs;
        for (const Element& input : formula.children) inputs.push_back(node_of(input));
        if (formula.name == "or") return *diagram_.at_least(inputs, 1);
        if (formula.name == "and") return *diagram_.at_least(inputs, static_cast<std::int64_t>(inputs.size()));
        REQUIRE(formula.name == "atleast");
        return *diagram_.at_least(inputs, std::stol(formula.attributes.at("min")));
    }

    std::map<std::string, structure::Variable> variables_;
    std::map<std::string, const Element*> gates_;
    std::map<std::string, std::string> top_;
    structure::Distribution distribution_;
    structure::DecisionDiagram diagram_;
};

double probability_of(const Element& root, const std::string& label) {
    for (const Element* event : root.all("model-data").front()->all("define-basic-event")) {
        if (event->all("label").front()->text == label) {
            return std::stod(event->all("float").front()->attributes.at("value"));
        }
    }
    FAIL("no event " << label);
    return 0.0;
}

}  // namespace

TEST_CASE("the exported fault trees have the unavailability that solve finds", "[export]") {
    const auto program = program_of(shop);
    const Element root = exported(program);
    Model model(root);
    CHECK(model.top_probability("shop") == Approx(solved_unavailability(program, "service:shop")).epsilon(1e-12));
    CHECK(model.top_probability("login") == Approx(solved_unavailability(program, "service:login")).epsilon(1e-12));
}

TEST_CASE("a lone unit is a basic event with its long-run unavailability, whatever its law", "[export]") {
    const Element root = exported(program_of(shop));
    CHECK(probability_of(root, "node:web/1") == Approx(2.0 / (90.0 * 24.0 + 2.0)).epsilon(1e-14));
    const double mean_up = 5.0 * 365.0 * 24.0 * std::tgamma(1.5);  // Weibull: scale * Gamma(1 + 1/shape)
    CHECK(probability_of(root, "node:net") == Approx(4.0 / (mean_up + 4.0)).epsilon(1e-12));
}

TEST_CASE("k of n is an atleast gate over its members", "[export]") {
    const Element root = exported(program_of(shop));
    const Model model(root);
    // Two of four are needed: down while three are.
    const bool found = std::ranges::any_of(model.gates(), [](const auto& gate) {
        const auto formulas = gate.second->all("atleast");
        return formulas.size() == 1 && formulas.front()->attributes.at("min") == "3" &&
               formulas.front()->all("basic-event").size() == 4;
    });
    CHECK(found);
}

TEST_CASE("a part whose members act upon each other is one event for each thing needed of it", "[export]") {
    const auto program = program_of(one_repairer);
    const auto trees = trees_of(program);
    CHECK(trees.events.size() == 2);
    CHECK(std::ranges::all_of(trees.events, &exporting::BasicEvent::stands_for_part));
    CHECK(trees.unsaid.empty());  // each tree has one of them
    const Element root = exported(program);
    Model model(root);
    CHECK(model.top_probability("site") == Approx(one_repairer_both_down).epsilon(1e-12));
    CHECK(model.top_probability("both") == Approx(one_repairer_some_down).epsilon(1e-12));
}

TEST_CASE("of alike members that share a repairer each bears the same part", "[export]") {
    // The rack makes each member hear of two parts, so that the service needs the members one by one.
    const auto program = program_of(R"toml(
        format = 1
        [crew.hands]
        size = 1
        [domain.rack]
        mtbf = "1 y"
        mttr = "4 h"
        [node.server]
        mtbf = "1000 h"
        mttr = "10 h"
        repaired_by = "hands"
        [group.pair]
        node = "server"
        count = 2
        in = ["rack"]
        [service.site]
        needs = ["1 of pair"]
    )toml");
    const auto trees = trees_of(program);
    REQUIRE(trees.unsaid.size() == 1);
    CHECK(trees.unsaid.front().starts_with("site: node:pair/1, node:pair/2 depend on each other"));
    CHECK(trees.events.size() == 3);
    CHECK(std::ranges::count_if(trees.events, &exporting::BasicEvent::stands_for_part) == 2);
    for (const auto& event : trees.events) {
        if (!event.stands_for_part) continue;
        // P(a given one is down) = (r + 2 r^2) / (1 + 2 r + 2 r^2) with r = 0.01.
        CHECK(event.probability == Approx(0.0102 / 1.0202).epsilon(1e-12));
    }
}

TEST_CASE("every name in the model is an identifier and means one thing", "[export]") {
    const Element root = exported(program_of(shop));
    const std::regex identifier("[A-Za-z][A-Za-z0-9_]*");
    std::set<std::string> names;
    const auto check = [&](const Element& definition) {
        const std::string& name = definition.attributes.at("name");
        CHECK(std::regex_match(name, identifier));
        CHECK(names.insert(name).second);
    };
    for (const Element* tree : root.all("define-fault-tree")) {
        check(*tree);
        for (const Element* gate : tree->all("define-gate")) check(*gate);
    }
    for (const Element* event : root.all("model-data").front()->all("define-basic-event")) check(*event);
}

TEST_CASE("what cannot be solved is refused in the words of solve", "[export]") {
    const auto program = program_of(R"toml(
        format = 1
        [node.web]
        mtbf = "90 d"
        mttr = "2 h"
        [group.web]
        node = "web"
        count = 2
        maintenance = { every = "30 d", takes = "1 h" }
        [service.site]
        needs = ["1 of web"]
    )toml");
    const auto made = exporting::fault_trees(program, question_of(program));
    REQUIRE(std::holds_alternative<exact::Refusal>(made));
    CHECK(std::get<exact::Refusal>(made).hint == "simulate: nines run");
}

TEST_CASE("an input that counts twice, and gates that never change, are written so that tools accept them",
          "[export]") {
    using Input = exporting::FaultTreeInput;
    const Input a{Input::Kind::event, 0};
    const Input b{Input::Kind::event, 1};
    exporting::FaultTrees trees;
    trees.events = {{"a", "a", 0.1, false}, {"b", "b", 0.2, false}};
    trees.trees = {{"twice", {{"twice_top", "", 2, {a, a, b}}}},
                   {"always", {{"always_top", "", 0, {a}}}},
                   {"never", {{"never_top", "", 2, {a}}}}};
    const Element root = read_xml(exporting::open_psa(trees, {"Odd", "9.9"}));
    Model model(root);
    CHECK(model.top_probability("twice") == Approx(0.1).epsilon(1e-14));  // a alone is enough, b alone is not
    const auto constant = [&](const char* gate) {
        return model.gates().at(gate)->all("constant").front()->attributes.at("value");
    };
    CHECK(constant("always_top") == "true");
    CHECK(constant("never_top") == "false");
    const auto inputs = model.gates().at("twice_top")->all("atleast").front()->children;
    CHECK(inputs[0].attributes.at("name") != inputs[1].attributes.at("name"));
}

TEST_CASE("a unit without which its line stays up is an event that does not happen", "[export]") {
    const auto program = program_of(R"toml(
        format = 1
        [node.web]
        mtbf = "100 h"
        mttr = "1 h"
        [node.rock]
        [node.net]
        mtbf = "1000 h"
        mttr = "1 h"
        [service.site]
        needs = ["1 of web, rock", "net"]
    )toml");
    const Element root = exported(program);
    Model model(root);
    CHECK(model.top_probability("site") == Approx(1.0 / 1001.0).epsilon(1e-12));
}
