// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "models/exact/solution.hpp"
#include "tests/catch.hpp"
#include "tests/models/exact/chain_case.hpp"

using namespace nines;
using namespace nines::exact;

namespace {

constexpr int units = 20;  // 2^20 states together: too many for one chain
constexpr double horizon_hours = 5000.0;

double up_hours(int i) {
    return 300.0 + 40.0 * i;
}
double down_hours(int i) {
    return 0.01 * (1 + i * i);
}  // from half a minute to 4 hours: fast and slow together

/// P(unit i is up at t), from new: m / (l + m) + l / (l + m) exp(-(l + m) t).
double up_at(int i, double hours) {
    const double l = 1.0 / up_hours(i);
    const double m = 1.0 / down_hours(i);
    return m / (l + m) + l / (l + m) * std::exp(-(l + m) * hours);
}

double all_up_at(double hours) {
    double product = 1.0;
    for (int i = 0; i < units; ++i) product *= up_at(i, hours);
    return product;
}

/// Mean of all_up_at over the horizon by Simpson's rule in ln(1 + t / step), with steps far finer than needed.
double mean_all_up() {
    constexpr int steps = 200'000;
    constexpr double smallest = 1e-3;
    const double end = std::log1p(horizon_hours / smallest);
    double sum = 0.0;
    for (int k = 0; k <= steps; ++k) {
        const double x = end * k / steps;
        const double weight = k == 0 || k == steps ? 1.0 : k % 2 == 1 ? 4.0 : 2.0;
        sum += weight * all_up_at(smallest * std::expm1(x)) * smallest * std::exp(x);
    }
    return sum * end / steps / 3.0 / horizon_hours;
}

}  // namespace

TEST_CASE("many parts in series have the product of their availabilities over a horizon", "[exact][horizon]") {
    std::string text = "format = 1\n[scenario]\nhorizon = \"5000 h\"\nat = [\"1 min\", \"1 h\", \"100 h\"]\n";
    std::string names;
    for (int i = 0; i < units; ++i) {
        text += fmt::format("[node.n{}]\nmtbf = \"{:.17g} h\"\nttr = \"exp(mean {:.17g} h)\"\n", i, up_hours(i),
                            down_hours(i));
        names += fmt::format("{}\"n{}\"", i == 0 ? "" : ", ", i);
    }
    text += fmt::format("[service.s]\nneeds = [{}]\n", names);
    const ChainCase of(text);
    SolveQuestion question;
    question.lengths = false;
    const Solution solution = solve(of.program, question);
    REQUIRE(solution.subjects.size() == 1);
    REQUIRE(solution.is_exact());
    const SubjectSolution& found = solution.subjects.front();
    REQUIRE(found.over_horizon);

    const double mean_up = mean_all_up();
    CHECK(found.over_horizon->unavailability == Approx(1.0 - mean_up).epsilon(1e-7));
    double failures_per_hour = 0.0;
    for (int i = 0; i < units; ++i) failures_per_hour += 1.0 / up_hours(i);
    // An outage begins when one of them fails while all are up: sum of the rates times the time all are up.
    CHECK(found.over_horizon->outages == Approx(failures_per_hour * mean_up * horizon_hours).epsilon(1e-8));
    REQUIRE(found.over_horizon->unavailability_at.size() == 3);
    const std::vector<double> instants{1.0 / 60.0, 1.0, 100.0};
    for (std::size_t i = 0; i < instants.size(); ++i) {
        CHECK(found.over_horizon->unavailability_at[i] == Approx(1.0 - all_up_at(instants[i])).epsilon(1e-8));
    }
    CHECK(found.over_horizon->error < 1e-8);
}
