// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sim/markov/distribution.hpp"
#include "sim/markov/explicit_files.hpp"
#include "sim/markov/steady_state.hpp"
#include "sim/markov/transient.hpp"
#include "tests/catch.hpp"
#include "tests/sim/markov/cluster.hpp"

using namespace nines;
using namespace nines::sim;

namespace {

const std::vector<StartState> all_up{{0, 1.0}};

StateSet complement(StateSet set) {
    set.flip();
    return set;
}

/// The cluster's chain has hours for its unit.
Duration hours(double number) {
    return Duration::seconds(number);
}

std::string file(const std::string& name) {
    std::ifstream stream(NINES_SOURCE_DIR "/tests/sim/markov/chains/" + name);
    return {std::istreambuf_iterator<char>(stream), {}};
}

struct Published {
    int workstations;
    double below_at_20;
    double hours_below_by_2000;
    double below_within_2000;
};

// PRISM case study "cluster" (QComp results of Storm), with more digits from an independent solution.
const Published& cluster_figures() {
    static const std::vector<Published> all{
        {2, 2.2015999273330746e-06, 0.004659192405475748, 0.0011583955752878846},
        {4, 3.3217068594770264e-06, 0.007363146871105041, 0.0018221051489454515},
    };
    return all[GENERATE(0U, 1U)];
}

}  // namespace

TEST_CASE("the workstation cluster has the published transient figures, by each method", "[markov][oracle]") {
    const Published& published = cluster_figures();
    const test::Cluster cluster = test::make_cluster(published.workstations);
    const std::vector<double> below = indicator(complement(cluster.minimum));
    const std::vector<std::span<const double>> rewards{below};
    const std::vector<Duration> times{hours(20), hours(2000)};
    TransientOptions options;
    const auto steady = std::get<SteadyState>(steady_state(cluster.chain, all_up));
    SECTION("uniformization") {
        options.method = TransientMethod::uniformization;
    }
    SECTION("uniformization that ends in the steady state") {
        options.method = TransientMethod::uniformization;
        options.steady = steady.probability;
    }
    SECTION("doubling") {
        options.method = TransientMethod::doubling;
    }
    const auto solved = expected_rewards(cluster.chain, all_up, times, rewards, options);
    REQUIRE(std::holds_alternative<Transient>(solved));
    const auto& found = std::get<Transient>(solved).figures[0];
    CAPTURE(published.workstations, std::get<Transient>(solved).steps);
    CHECK(found[0].rate == Approx(published.below_at_20).epsilon(1e-9));
    CHECK(found[1].accumulated == Approx(published.hours_below_by_2000).epsilon(1e-9));
    CHECK(found[0].rate_error < 1e-8 * found[0].rate);
    CHECK(found[1].accumulated_error < 1e-8 * found[1].accumulated);
    CHECK(std::get<Transient>(solved).steady_at.has_value() == !options.steady.empty());
}

TEST_CASE("the workstation cluster first falls short with the published probability", "[markov][oracle]") {
    const Published& published = cluster_figures();
    const test::Cluster cluster = test::make_cluster(published.workstations);
    const std::vector<Duration> times{hours(100), hours(2000)};
    const auto solved = first_passage_distribution(cluster.chain, all_up, complement(cluster.minimum), {times, {}});
    REQUIRE(std::holds_alternative<TimeDistribution>(solved));
    const auto& found = std::get<TimeDistribution>(solved);
    CHECK(found.at[1].by == Approx(published.below_within_2000).epsilon(1e-9));
    // Storm's unit test CtmcCslModelChecker: 5.5461254704419085E-5.
    if (published.workstations == 2) CHECK(found.at[0].by == Approx(5.5461254704419085e-5).epsilon(1e-9));
}

TEST_CASE("the embedded control system has the published figures after 10 000 s", "[markov][oracle]") {
    // Muppala, Ciardo and Trivedi 1994; PRISM case study "embedded" with MAX_COUNT = 2. Figures: asserted by Storm's
    // unit test CtmcCslModelChecker, with more digits from an independent solution.
    const auto parsed = parse_transitions(file("prism_embedded_M2.tra"));
    REQUIRE(std::holds_alternative<Chain>(parsed));
    const Chain& chain = std::get<Chain>(parsed);
    const auto labels = std::get<Labels>(parse_labels(file("prism_embedded_M2.lab"), chain.state_count()));
    const StateSet& down = *labels.find("down");
    const std::vector<Duration> times{Duration::seconds(10000)};
    std::vector<std::vector<double>> indicators;
    for (const std::string_view label : {"down", "fail_io", "fail_sensors", "fail_actuators", "up"}) {
        indicators.push_back(indicator(*labels.find(label)));
    }
    const std::vector<std::span<const double>> rewards(indicators.begin(), indicators.end());
    const auto solved = expected_rewards(chain, all_up, times, rewards);
    REQUIRE(std::holds_alternative<Transient>(solved));
    const auto& figures = std::get<Transient>(solved).figures;
    CHECK(figures[0][0].rate == Approx(0.0019216435246125554).epsilon(1e-10));
    CHECK(figures[1][0].rate == Approx(0.0015568393276741838).epsilon(1e-10));
    CHECK(figures[2][0].rate == Approx(4.429620626756565e-05).epsilon(1e-10));
    CHECK(figures[3][0].rate == Approx(3.707915180670595e-06).epsilon(1e-10));

    // Of the chain cut at its first failure, from an independent solution.
    CHECK(figures[4][0].accumulated / 3600.0 == Approx(2.7732560822870864).epsilon(1e-10));

    const auto passage = first_passage_distribution(chain, all_up, down, {times, {}});
    REQUIRE(std::holds_alternative<TimeDistribution>(passage));
    CHECK(std::get<TimeDistribution>(passage).at[0].by == Approx(0.0019216435246125554).epsilon(1e-10));
}
