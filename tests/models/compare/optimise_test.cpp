// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/optimise.hpp"

#include <algorithm>
#include <cmath>

#include "tests/models/compare/designs.hpp"

namespace nines::compare {

namespace {

/// Three tiers in a row, each up while one of its servers is.
const std::string three_tiers =
    "format = 1\n[scenario]\nages = \"steady\"\n"
    "[node.web]\nmtbf = \"20 d\"\nmttr = \"6 h\"\n[group.web]\nnode = \"web\"\n"
    "[node.app]\nmtbf = \"30 d\"\nmttr = \"12 h\"\n[group.app]\nnode = \"app\"\n"
    "[node.db]\nmtbf = \"40 d\"\nmttr = \"4 h\"\n[group.db]\nnode = \"db\"\n"
    "[service.shop]\nneeds = [\"web\", \"app\", \"db\"]\n";

OpenPoint opener(const std::string& text) {
    return [text](const std::vector<std::string>& overrides) {
        return validate::open_text("design.toml", text, {.overrides = overrides, .folder = {}, .check_varied = false});
    };
}

/// Share of time that one of `n` servers at least is up: 1 - (r / (m + r))^n.
double up(double mtbf_hours, double mttr_hours, int n) {
    return 1.0 - std::pow(mttr_hours / (mtbf_hours + mttr_hours), n);
}

SweepPlan plan_of(const std::vector<std::string>& vary, const results::StudyOptions& options) {
    std::vector<scenario::Vary> varied;
    for (const std::string& text : vary) varied.push_back(*parse_vary(text));
    SweepPlan plan = prepare_sweep(varied, opener(three_tiers), options);
    REQUIRE(plan.problems.empty());
    return plan;
}

OptimiseOptions search_options(std::uint64_t limit, std::uint64_t seed) {
    OptimiseOptions options;
    options.study.trials = limit;
    options.study.seed = seed;
    options.first_trials = 125;
    options.prices = {{"group.web.count", 100.0}, {"group.app.count", 173.0}, {"group.db.count", 251.0}};
    return options;
}

Requirement available(double target) {
    Requirement requirement;
    requirement.text = "availability";
    requirement.of = {"service:shop", "availability", {}};
    requirement.at_most = false;
    requirement.limit = target;
    return requirement;
}

}  // namespace

TEST_CASE("The search finds what brute force finds, with a fifth of the trials at most") {
    const std::vector<std::string> grid = {"group.web.count=1,2,3,4", "group.app.count=1,2,3,4",
                                           "group.db.count=1,2,3,4"};
    const OptimiseOptions options = search_options(64000, 3);
    // Two of each are down 4.38e-4 of the time, which misses by a tenth; a third web server makes it 2.88e-4.
    const double target = 1.0 - 3.95e-4;
    const PreparedSearch prepared = prepare_search(plan_of(grid, options.study), {available(target)}, options);
    REQUIRE(prepared.plan.designs.size() == 64);
    const Optimum optimum = run_search(prepared, options);
    REQUIRE(optimum.is_conclusive);
    REQUIRE(optimum.best);

    // The truth, by formula.
    std::size_t cheapest = 64;
    for (int point = 0; point < 64; ++point) {
        const double availability =
            up(480.0, 6.0, 1 + point / 16) * up(720.0, 12.0, 1 + point / 4 % 4) * up(960.0, 4.0, 1 + point % 4);
        const auto index = static_cast<std::size_t>(point);
        const bool is_cheaper = cheapest == 64 || prepared.prices[index] < prepared.prices[cheapest];
        if (availability >= target && is_cheaper) cheapest = index;
    }
    CHECK(*optimum.best == cheapest);

    // Brute force: as many trials for each as the hardest of them took.
    std::uint64_t most = 0;
    for (const Candidate& candidate : optimum.candidates) most = std::max(most, candidate.trials);
    results::StudyOptions fixed = options.study;
    fixed.trials = most;
    const AgainstBase all = run_against_base(plan_of(grid, fixed).designs, 0, {{"", "availability", ""}});
    std::size_t by_force = 64;
    for (std::size_t point = 0; point < 64; ++point) {
        const bool is_cheaper = by_force == 64 || prepared.prices[point] < prepared.prices[by_force];
        if (all.rows[point].front().metric.estimate >= target && is_cheaper) by_force = point;
    }
    CHECK(*optimum.best == by_force);
    INFO("trials: " << optimum.run.trials << " against " << 64 * most);
    CHECK(optimum.run.trials * 5 <= 64 * most);
    CHECK(optimum.binding == std::optional<std::size_t>(0));
}

TEST_CASE("The search is wrong no more often than it says") {
    // 1 or 2 web and app servers: 0.9673, 0.9829, 0.9753, 0.9955 of the time up; 0.9755 is just missed by one.
    const double just_missed = up(480.0, 6.0, 2) * up(720.0, 12.0, 1) * up(960.0, 4.0, 1);
    constexpr int seeds = 100;
    int wrong = 0;
    int conclusive = 0;
    OptimiseOptions options = search_options(2000, 1);
    PreparedSearch prepared = prepare_search(plan_of({"group.web.count=1,2", "group.app.count=1,2"}, options.study),
                                             {available(just_missed + 0.0002)}, options);
    for (int seed = 1; seed <= seeds; ++seed) {
        for (results::Study& study : prepared.studies) study.plan.seed = static_cast<std::uint64_t>(seed);
        const Optimum optimum = run_search(prepared, options);
        if (!optimum.is_conclusive) continue;
        ++conclusive;
        const double right = 100.0 + 2.0 * 173.0 + 251.0;  // one web server, two app servers: 0.9835
        wrong += optimum.best && prepared.prices[*optimum.best] == right ? 0 : 1;
    }
    INFO(conclusive << " conclusive, " << wrong << " wrong");
    CHECK(wrong <= 5);
}

TEST_CASE("No design that meets all is an answer, and so is not knowing") {
    const OptimiseOptions options = search_options(4000, 1);
    const std::vector<std::string> grid = {"group.web.count=1,2"};
    const PreparedSearch hopeless = prepare_search(plan_of(grid, options.study), {available(0.9999)}, options);
    const Optimum none = run_search(hopeless, options);
    CHECK(none.is_conclusive);
    CHECK_FALSE(none.best);
    const double exact = up(480.0, 6.0, 2) * up(720.0, 12.0, 1) * up(960.0, 4.0, 1);
    const PreparedSearch close = prepare_search(plan_of(grid, options.study), {available(exact)}, options);
    const Optimum open = run_search(close, options);
    CHECK_FALSE(open.is_conclusive);
    CHECK(open.run.stopped == "limit");
}

TEST_CASE("A figure can be made small instead of a price") {
    OptimiseOptions options = search_options(16000, 1);
    options.prices.clear();
    options.minimise = {"service:shop", "outages_per_year", {}};
    options.indifference = 0.05;
    const PreparedSearch prepared = prepare_search(
        plan_of({"group.web.count=1,2", "group.app.count=1,2"}, options.study), {available(0.95)}, options);
    const Optimum optimum = run_search(prepared, options);
    REQUIRE(optimum.is_conclusive);
    CHECK(*optimum.best == 3);  // two of both have the fewest outages
}

TEST_CASE("A price list multiplies counts, and says which key has no number") {
    const auto scenario = opened(pool(3));
    CHECK(*price_of(scenario, {{"group.web.count", 100.0}}) == 300.0);
    CHECK_FALSE(price_of(scenario, {{"node.vm.mttr", 1.0}}));
    CHECK_FALSE(price_of(scenario, {{"group.wob.count", 1.0}}));
    CHECK(parse_price("group.web.count = 12.5")->each == 12.5);
    CHECK_FALSE(parse_price("group.web.count=much"));
}

}  // namespace nines::compare
