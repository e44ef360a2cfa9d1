// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/results/exact_rows.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>

#include "models/results/metric_catalogue.hpp"
#include "models/validate/open.hpp"
#include "tests/catch.hpp"

using namespace nines;
using namespace nines::results;

namespace {

/// Unlike things down together, alike ones, a cause that strikes both, a domain around some, a crew with a queue.
constexpr std::string_view shop = R"toml(
    format = 1
    [scenario]
    horizon = "1 y"
    [crew.hands]
    [domain.rack]
    mtbf = "60 d"
    ttr = "exp(mean 2 h)"
    [node.balancer]
    mtbf = "50 d"
    ttr = "exp(mean 1 h)"
    repaired_by = "hands"
    [node.web]
    mtbf = "10 d"
    ttr = "exp(mean 8 h)"
    repaired_by = "hands"
    [group.web]
    node = "web"
    count = 3
    in = ["rack"]
    [cause.release]
    hits = "web/*"
    rate = "3 per y"
    share = "70%"
    ttr = "exp(mean 1 h)"
    [service.site]
    needs = ["balancer", "2 of web"]
)toml";

Study study_of(std::string_view toml, std::uint64_t trials) {
    const auto opened = validate::open_text("shop.toml", toml);
    if (scenario::has_errors(opened.diagnostics)) throw std::runtime_error(opened.diagnostics.front().message);
    StudyOptions options;
    options.steady = true;
    options.trials = trials;
    options.seed = 20;
    return prepare_study(opened.scenario, options);
}

Results solved(const Study& study) {
    exact::SolveQuestion question;
    question.horizon = false;
    question.reasons = true;
    return solve_study(study, question);
}

/// "node:web/2:failure" -> "node:web/*:failure".
std::string any_member(std::string step) {
    for (const char* member : {"web/1", "web/2", "web/3"}) {
        if (const auto at = step.find(member); at != std::string::npos) step[at + 4] = '*';
    }
    return step;
}

/// A chain as a set, its members counted: what an exact cause looks like.
std::multiset<std::string> as_set(const std::vector<std::string>& chain) {
    std::multiset<std::string> set;
    for (const std::string& step : chain) set.insert(any_member(step));
    return set;
}

std::multiset<std::string> as_set_of_cause(const std::vector<std::string>& cause) {
    std::multiset<std::string> set;
    for (const std::string& component : cause) {
        const std::size_t of = component.find(" of ");
        const int count = of == std::string::npos ? 1 : std::stoi(component);
        for (int i = 0; i < count; ++i) set.insert(of == std::string::npos ? component : component.substr(of + 4));
    }
    return set;
}

}  // namespace

TEST_CASE("downtime by cause is what a simulation charges to its chains, their order left out", "[results][exact]") {
    const Study study = study_of(shop, 20000);
    const Results exact = solved(study);
    const Results estimate = run_study(study);
    struct Charged {
        double seconds = 0.0;
        double outages = 0.0;
    };
    std::map<std::multiset<std::string>, Charged> simulated;
    for (const Chain& chain : estimate.chains) {
        Charged& charged = simulated[as_set(chain.cause)];
        charged.seconds += chain.downtime_per_year;
        charged.outages += chain.outages_per_year;
    }
    const double years = 20000.0;
    int compared = 0;
    for (const CauseShare& cause : exact.solved->causes) {
        if (cause.cause == std::vector<std::string>{"other"}) continue;
        const double expected = cause.outages_per_year * years;
        if (expected < 300.0) continue;
        CAPTURE(cause.cause, expected);
        const Charged& charged = simulated[as_set_of_cause(cause.cause)];
        // Outages of one set are rare and nearly independent: their number is nearly a Poisson number, and their
        // lengths vary about as much as an exponential time.
        CHECK(std::abs(charged.outages * years - expected) < 4.5 * std::sqrt(expected));
        CHECK(std::abs(charged.seconds / cause.downtime_per_year - 1.0) < 4.5 * std::sqrt(2.0 / expected));
        ++compared;
    }
    CHECK(compared >= 5);
}

TEST_CASE("single nodes and domains have the figures that a simulation estimates", "[results][exact]") {
    const Study study = study_of(shop, 2000);
    Results exact = solved(study);
    const Results estimate = run_study(study);
    exact.exact = exact.metrics;
    std::set<std::string> subjects;
    for (const Metric& row : estimate.metrics) {
        const std::string_view kind = kind_of(row.subject);
        if (kind != "node" && kind != "domain") continue;
        CAPTURE(row.subject, row.metric, row.estimate);
        const Metric* same = find_exact(exact, row);
        REQUIRE(same != nullptr);
        const auto z = z_score(row, *same, estimate.run.confidence);
        REQUIRE(z);
        CHECK(std::abs(*z) < 4.5);
        subjects.insert(row.subject);
    }
    CHECK(subjects.size() == 5);
}

TEST_CASE("in large programs single nodes are left out", "[results][exact]") {
    const auto text = [](int count) {
        return "format = 1\n[node.a]\nmtbf = \"9 d\"\nmttr = \"1 h\"\n[group.many]\nnode = \"a\"\ncount = " +
               std::to_string(count) + "\n[service.s]\nneeds = [\"2 of many\"]\n";
    };
    CHECK(subjects_of(solved(study_of(text(2000), 1)), "node").size() == 2000);
    CHECK(subjects_of(solved(study_of(text(2001), 1)), "node").empty());
}

TEST_CASE("a run is verified without single nodes and without reasons", "[results][exact]") {
    const Study study = study_of(shop, 2);
    Results results = run_study(study);
    verify(results, study, 10.0);
    REQUIRE_FALSE(results.exact.empty());
    CHECK(results.solved->causes.empty());
    CHECK(std::ranges::none_of(results.exact, [](const Metric& row) { return kind_of(row.subject) == "node"; }));
}
