// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/explicit_text.hpp"

#include "sim/markov/explicit_files.hpp"
#include "sim/markov/steady_state.hpp"
#include "tests/catch.hpp"
#include "tests/models/export/export_cases.hpp"

using namespace nines;
using namespace nines::exporting_test;

namespace {

/// Long-run probability of a label, from the two texts alone.
double probability_of(const exporting::ExplicitText& text, std::string_view label) {
    const auto chain = std::get<sim::Chain>(sim::parse_transitions(text.transitions, 3600.0));
    const auto labels = std::get<sim::Labels>(sim::parse_labels(text.labels, chain.state_count()));
    const sim::StateSet& init = *labels.find("init");
    std::vector<sim::StartState> start;
    for (sim::StateIndex s = 0; s < chain.state_count(); ++s) {
        if (init[s]) start.push_back({s, 1.0});
    }
    REQUIRE(start.size() == 1);
    const auto steady = std::get<sim::SteadyState>(sim::steady_state(chain, start));
    const sim::StateSet* set = labels.find(label);
    REQUIRE(set != nullptr);
    double sum = 0.0;
    for (sim::StateIndex s = 0; s < chain.state_count(); ++s) sum += (*set)[s] ? steady.probability[s] : 0.0;
    return sum;
}

}  // namespace

TEST_CASE("a pair with one repairer is three states with the textbook's rates per hour", "[export]") {
    const auto program = program_of(one_repairer);
    const auto text = exporting::explicit_text(chain_of(program));
    const auto chain = std::get<sim::Chain>(sim::parse_transitions(text.transitions));
    CHECK(chain.state_count() == 3);
    REQUIRE(chain.transition_count() == 4);
    CHECK(chain.rates(0).front() == Approx(2.0 / 1000.0).epsilon(1e-14));  // both may fail
    CHECK(probability_of(text, "down_site") == Approx(one_repairer_both_down).epsilon(1e-12));
    CHECK(probability_of(text, "down_both") == Approx(one_repairer_some_down).epsilon(1e-12));
}

TEST_CASE("read back, the explicit files have the unavailability that solve finds", "[export]") {
    const auto program = program_of(shop);
    const auto text = exporting::explicit_text(chain_of(program));
    CHECK(probability_of(text, "down_login") ==
          Approx(solved_unavailability(program, "service:login")).epsilon(1e-6));  // the fitted Weibull's mean
    CHECK(probability_of(text, "down_shop") == Approx(solved_unavailability(program, "service:shop")).epsilon(1e-6));
}

TEST_CASE("one service's chain has only what it needs", "[export]") {
    const auto program = program_of(R"toml(
        format = 1
        [node.a]
        mtbf = "100 h"
        mttr = "1 h"
        [node.b]
        mtbf = "100 h"
        mttr = "1 h"
        [service.first]
        needs = ["a"]
        [service.second]
        needs = ["b"]
    )toml");
    CHECK(chain_of(program).chain().state_count() == 4);
    exporting::ExportQuestion question;
    question.services = {static_cast<compile::SubjectId>(0)};
    const auto alone = std::get<exporting::ServiceChain>(exporting::service_chain(program, question));
    CHECK(alone.chain().state_count() == 2);
    REQUIRE(alone.services.size() == 1);
    CHECK(alone.services.front().label == "down_first");
}

TEST_CASE("what follows the calendar is refused in the words of solve", "[export]") {
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
    const auto made = exporting::service_chain(program, question_of(program));
    REQUIRE(std::holds_alternative<exact::Refusal>(made));
    CHECK(std::get<exact::Refusal>(made).reason.find("is planned by the calendar") != std::string::npos);
    CHECK(std::get<exact::Refusal>(made).hint == "simulate: nines run");
}

TEST_CASE("a chain with more states than allowed is refused", "[export]") {
    const auto program = program_of(shop);
    auto question = question_of(program);
    question.most_states = 10;
    const auto made = exporting::service_chain(program, question);
    REQUIRE(std::holds_alternative<exact::Refusal>(made));
    CHECK(std::get<exact::Refusal>(made).reason == "more than 10 states");
}
