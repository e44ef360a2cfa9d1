// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "models/compare/counterfactual.hpp"
#include "models/compare/tornado.hpp"
#include "models/results/exact_rows.hpp"
#include "tests/models/compare/designs.hpp"

namespace nines::compare {

namespace {

/// A pool of two and a lone database behind it.
const std::string shop = pool(2).substr(0, pool(2).find("[service")) +
                         "[node.disk]\nmtbf = \"200 d\"\nmttr = \"3 h\"\n[group.db]\nnode = \"disk\"\n"
                         "[service.shop]\nneeds = [\"web\", \"db\"]\n";

OpenPoint opener(const std::string& text) {
    return [text](const std::vector<std::string>& overrides) {
        return validate::open_text("design.toml", text, {.overrides = overrides, .folder = {}, .check_varied = false});
    };
}

results::StudyOptions high_confidence(std::uint64_t trials) {
    results::StudyOptions options = options_of(trials).study;
    options.confidence = 0.99999;
    return options;
}

double exact_downtime(const scenario::Scenario& scenario) {
    const auto study = results::prepare_study(scenario, options_of(10).study);
    results::Results results;
    results::verify(results, study, 30.0);
    for (const results::Metric& row : results.exact) {
        if (row.subject == "service:shop" && row.metric == "downtime_per_year") return row.estimate;
    }
    FAIL("no exact downtime");
    return 0.0;
}

const Effect& effect_of(const Tornado& tornado, const std::string& path) {
    for (const Effect& effect : tornado.effects) {
        if (effect.factor.path == path) return effect;
    }
    FAIL("no factor " + path);
    return tornado.effects.front();
}

}  // namespace

TEST_CASE("What a perfect thing saves is the difference of two exact solutions") {
    const PreparedImportance prepared = prepare_importance(opened(shop), high_confidence(4000));
    REQUIRE(prepared.problems.empty());
    const auto found = run_importance(prepared, {{"", "downtime_per_year", ""}});
    REQUIRE(found.size() == 1);
    REQUIRE(found[0].savings.size() == 2);
    CHECK(found[0].savings[0].thing == "group:db");
    const double as_is = exact_downtime(prepared.designs[0].scenario);
    for (const Saving& saving : found[0].savings) {
        const auto design = std::find_if(prepared.designs.begin(), prepared.designs.end(),
                                         [&](const Design& of) { return of.name == saving.thing; });
        const double exact = exact_downtime(design->scenario) - as_is;
        INFO(saving.thing << ": " << saving.difference.estimate << ", exact " << exact);
        CHECK(saving.difference.low < exact);
        CHECK(saving.difference.high > exact);
        CHECK(saving.difference.estimate < 0.0);
    }
}

TEST_CASE("Causes, crews, domains, modes and planned work have a counterfactual each") {
    const std::string text =
        "format = 1\n[domain.eu]\nrate = \"1 per y\"\nmttr = \"1 h\"\n[crew.ops]\nack = \"10 min\"\n[node.vm]\n"
        "repaired_by = \"ops\"\n[[node.vm.failure]]\nname = \"crash\"\nmtbf = \"30 d\"\nmttr = \"1 h\"\n"
        "[[node.vm.failure]]\nname = \"disk\"\nmtbf = \"90 d\"\nmttr = \"5 h\"\n[group.web]\nnode = \"vm\"\ncount = 2\n"
        "in = [\"eu\"]\nmaintenance = { every = \"30 d\", takes = \"1 h\" }\n[cause.worm]\nrate = \"1 per y\"\n"
        "hits = [\"web\"]\n[service.shop]\nneeds = [\"web\"]\n";
    std::vector<std::string> things;
    for (const Counterfactual& thing : counterfactuals_of(opened(text))) things.push_back(thing.thing);
    CHECK(things == std::vector<std::string>{"node:vm:crash", "node:vm:disk", "group:web", "group:web maintenance",
                                             "domain:eu", "cause:worm", "crew:ops"});
    const PreparedImportance prepared = prepare_importance(opened(text), options_of(300).study);
    const auto found = run_importance(prepared, {{"", "downtime_per_year", ""}});
    for (const Saving& saving : found.front().savings) CHECK(saving.difference.estimate <= 0.0);
}

TEST_CASE("Factors are the numbers of the scenario, lower and higher") {
    const auto factors = factors_of(opened(shop), 0.5);
    std::vector<std::string> paths;
    for (const Factor& factor : factors) paths.push_back(factor.path);
    for (const char* path : {"node.vm.mtbf", "node.vm.mttr", "node.disk.mtbf", "node.disk.mttr", "group.web.count"}) {
        INFO(path);
        CHECK(std::find(paths.begin(), paths.end(), path) != paths.end());
    }
    const auto law = scenario::scaled_value("\"lognormal(median 30 min, p95 2 h)\"", 0.5);
    REQUIRE(law);
    CHECK(law->toml == "\"lognormal(median 15 min, p95 1 h)\"");
    CHECK(law->ratio == Approx(0.5));
    CHECK(scenario::scaled_value("2", 1.1)->toml == "3");
    CHECK(scenario::scaled_value("\"90%\"", 1.5)->toml == "\"100%\"");
    CHECK_FALSE(scenario::scaled_value("\"never\"", 0.5));
    CHECK_FALSE(scenario::scaled_value("true", 0.5));
}

TEST_CASE("Elasticities agree with those of the exact engine") {
    results::StudyOptions options = high_confidence(20000);
    options.steady = true;
    const PreparedTornado prepared = prepare_tornado(opener(shop), 0.1, options);
    REQUIRE(prepared.problems.empty());
    const auto tornados = run_tornado(prepared, {{"", "downtime_per_year", ""}});
    REQUIRE(tornados.size() == 1);

    const auto study = results::prepare_study(opened(shop), options);
    exact::SolveQuestion question;
    question.horizon = false;
    question.reasons = true;
    const results::Results exact = results::solve_study(study, question);
    REQUIRE(exact.solved);
    int compared = 0;
    for (const results::Sensitivity& of : exact.solved->sensitivities) {
        if (of.subject != "service:shop") continue;
        const std::string node = of.cause.find("web") != std::string::npos ? "vm" : "disk";
        const std::string path = "node." + node + (of.time == "repair" ? ".mttr" : ".mtbf");
        const Effect& effect = effect_of(tornados.front(), path);
        REQUIRE(effect.elasticity);
        INFO(path << ": " << *effect.elasticity << " [" << effect.elasticity_low << ", " << effect.elasticity_high
                  << "], exact " << of.elasticity);
        // The central difference over 10 % is off by less than 1 %.
        CHECK(effect.elasticity_low - 0.01 < of.elasticity);
        CHECK(effect.elasticity_high + 0.01 > of.elasticity);
        CHECK(std::abs(*effect.elasticity - of.elasticity) < 0.25);
        ++compared;
    }
    CHECK(compared == 4);
}

}  // namespace nines::compare
