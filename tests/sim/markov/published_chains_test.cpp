// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <vector>

#include "sim/markov/passage.hpp"
#include "sim/markov/steady_state.hpp"
#include "tests/catch.hpp"
#include "tests/sim/markov/chains.hpp"
#include "tests/sim/markov/cluster.hpp"

using namespace nines::sim;
using namespace nines::sim::test;

namespace {

const std::vector<StartState> from_zero{{0, 1.0}};

SolveOptions any_method() {
    SolveOptions options;
    options.method =
        GENERATE(SolveMethod::automatic, SolveMethod::gauss_seidel, SolveMethod::multilevel, SolveMethod::bicgstab);
    return options;
}

struct ClusterFigures {
    int workstations;
    StateIndex states;
    double premium;
    double below_minimum;
    double mttf_minimum;
    double mttf_premium;
};

// Haverkort, Hermanns and Katoen, SRDS 2000; PRISM case study "cluster", exact results of Storm for N = 2 and 4.
const ClusterFigures figures_2{
    2, 276, 0.9999615335623636, 2.3398233646470134e-06, 1721636.1597746415, 97883.21436797787};
const ClusterFigures figures_4{
    4, 820, 0.9999212408513796, 3.7011298648969557e-06, 1093407.879592905, 49635.800088510085};
const ClusterFigures figures_16{
    16, 10132, 0.9996450888603182, 2.1126482193949922e-06, 1916180.201933421, 12268.808560372594};

void check_cluster(const Chain& chain, const StateSet& minimum, const StateSet& premium, const ClusterFigures& figures,
                   const SolveOptions& options) {
    REQUIRE(chain.state_count() == figures.states);
    const auto steady = solved(steady_state(chain, from_zero, options));
    CHECK(sum_over(steady.probability, premium) == Approx(figures.premium).epsilon(1e-9));
    CHECK(sum_over(steady.probability, complement(minimum)) == Approx(figures.below_minimum).epsilon(1e-9));
    CHECK(solved(first_passage(chain, from_zero, complement(minimum), options)).mean_seconds ==
          Approx(figures.mttf_minimum).epsilon(1e-9));
    CHECK(solved(first_passage(chain, from_zero, complement(premium), options)).mean_seconds ==
          Approx(figures.mttf_premium).epsilon(1e-9));
}

}  // namespace

TEST_CASE("the published workstation cluster has its published figures, by each method", "[markov][oracle]") {
    const auto published = published_chain("prism_cluster_N02");
    check_cluster(published.chain, published.states("minimum"), published.states("premium"), figures_2, any_method());
}

TEST_CASE("generated workstation clusters have the published figures, by each method", "[markov][oracle]") {
    const auto& figures = GENERATE(figures_2, figures_4, figures_16);
    const Cluster cluster = make_cluster(figures.workstations);
    check_cluster(cluster.chain, cluster.minimum, cluster.premium, figures, any_method());
}

TEST_CASE("the cluster that is repaired at once has the published figures", "[markov][oracle]") {
    // QComp benchmark "ftwc", N = 4, switches first: the MTTF lies in the exact interval of all policies.
    const auto published = published_chain("ftwc_N4_switch_first");
    const auto options = any_method();
    const auto& down = published.states("down");
    const auto steady = solved(steady_state(published.chain, from_zero, options));
    CHECK(sum_over(steady.probability, down) == Approx(2.017546689936367e-06).epsilon(1e-9));
    const double mttf = solved(first_passage(published.chain, from_zero, down, options)).mean_seconds;
    CHECK(mttf == Approx(1997447.4457583476).epsilon(1e-9));
    CHECK(mttf > 1997317.358683397);
    CHECK(mttf < 1997454.421165001);
}

TEST_CASE("the embedded control system fails for the published reasons", "[markov][oracle]") {
    // Muppala, Ciardo and Trivedi 1994; PRISM case study "embedded", MAX_COUNT = 2, exact results of Storm (QComp).
    const auto published = published_chain("prism_embedded_M2");
    const auto options = any_method();
    const auto ends = solved(absorption(published.chain, from_zero, published.states("down"), options));
    CHECK(sum_over(ends.probability, published.states("fail_sensors")) == Approx(0.6213837036832706).epsilon(1e-9));
    CHECK(sum_over(ends.probability, published.states("fail_actuators")) == Approx(0.08767819037331588).epsilon(1e-9));
    CHECK(sum_over(ends.probability, published.states("fail_io")) == Approx(0.24252058277362362).epsilon(1e-9));
    CHECK(sum_over(ends.probability, published.states("fail_main")) == Approx(0.048417523169789894).epsilon(1e-9));

    const auto stay = solved(sojourn(published.chain, from_zero, published.states("down"), options));
    CHECK(sum_over(stay.seconds, published.states("up")) / 3600 == Approx(423.8443172811176).epsilon(1e-9));
    CHECK(sum_over(stay.seconds, published.states("danger")) / 3600 == Approx(0.2931856862419295).epsilon(1e-9));
    CHECK(solved(first_passage(published.chain, from_zero, published.states("down"), options)).mean_seconds / 3600 ==
          Approx(424.13750296736254).epsilon(1e-9));
}
