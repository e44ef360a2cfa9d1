// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine/flow.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include "tests/catch.hpp"

using nines::compile::Demand;
using nines::engine::Flow;

namespace {

constexpr double hour = 3600.0;
constexpr double day = 24.0 * hour;
constexpr double endless = std::numeric_limits<double>::infinity();

/// A server as the caller names it.
struct Server {
    double share;
    double capacity;
    double kept;
};

Flow flow_of(const std::vector<Server>& servers) {
    Flow flow;
    for (const Server& server : servers) flow.add(server.share, server.capacity, server.kept);
    return flow;
}

double served_by(const std::vector<Server>& servers, double rate) {
    double sum = 0.0;
    for (const Server& server : servers) {
        const double gets = server.share * rate;
        sum += gets <= server.capacity * (1.0 + 1e-12) ? gets : server.capacity * server.kept;
    }
    return sum;
}

/// Up to six servers; shares that sum up to 1 or less; some alike, some without a limit.
std::vector<Server> random_servers(std::mt19937& dice) {
    const auto roll = [&](unsigned sides) { return static_cast<unsigned>(dice()) % sides; };
    std::vector<Server> servers(1 + roll(6));
    static constexpr double kept[] = {1.0, 1.0, 0.5, 0.0, 0.8};
    const double kept_by_all = kept[roll(5)];
    double total = 0.0;
    for (Server& server : servers) {
        server.share = 1.0 + roll(3);
        server.capacity = roll(5) == 0 ? endless : 100.0 * (1.0 + roll(4));
        server.kept = roll(2) == 0 ? kept_by_all : kept[roll(5)];
        total += server.share;
    }
    const double answered = roll(2) == 0 ? 1.0 : 0.6 + 0.1 * roll(4);
    for (Server& server : servers) server.share *= answered / total;
    return servers;
}

}  // namespace

TEST_CASE("a flow serves each server's share up to its capacity", "[flow]") {
    const Flow flow = flow_of({{0.5, 100.0, 1.0}, {0.3, 100.0, 1.0}, {0.2, endless, 1.0}});
    CHECK(flow.answered() == Approx(1.0));
    CHECK(flow.served(100.0) == Approx(100.0));
    CHECK(flow.served(200.0) == Approx(200.0));
    CHECK(flow.served(300.0) == Approx(100.0 + 90.0 + 60.0));
    CHECK(flow.served(1000.0) == Approx(100.0 + 100.0 + 200.0));
}

TEST_CASE("without shedding a server beyond its capacity answers only a part of it", "[flow]") {
    const Flow flow = flow_of({{1.0, 100.0, 0.5}});
    CHECK(flow.served(100.0) == Approx(100.0));
    CHECK(flow.served(101.0) == Approx(50.0));
}

TEST_CASE("what a flow serves is what its servers serve", "[flow]") {
    std::mt19937 dice(1);
    for (int i = 0; i < 300; ++i) {
        const auto servers = random_servers(dice);
        const Flow flow = flow_of(servers);
        for (double rate = 7.0; rate < 4000.0; rate *= 1.13) {
            CHECK(flow.served(rate) == Approx(served_by(servers, rate)).epsilon(1e-9));
        }
    }
}

TEST_CASE("requests that a flow serves are the integral over the demand", "[flow]") {
    std::mt19937 dice(2);
    Demand demand;
    demand.peak = 900.0;
    demand.trough = 0.3;
    demand.peak_at = 23.0 * hour;
    demand.weekend = 0.6;
    demand.start = 3.0 * day + 7.0 * hour;
    for (int i = 0; i < 60; ++i) {
        const auto servers = random_servers(dice);
        const Flow flow = flow_of(servers);
        const double from = hour * static_cast<double>(dice() % 48);
        const double to = from + hour * static_cast<double>(1 + dice() % 120);
        constexpr double step = 20.0;
        double expected = 0.0;
        for (double t = from; t < to; t += step) expected += step * served_by(servers, demand.rate(t + step / 2.0));
        // Where kept < 1 the served rate jumps; the midpoint rule is off by up to half a step at each of some jumps.
        const double jumps = 30.0 * 900.0 * step / 2.0;
        CHECK(flow.served(demand, from, to) == Approx(expected).epsilon(1e-5).margin(jumps));
        CHECK(flow.served(demand, from, to) ==
              Approx(flow.served(demand, from, (from + to) / 2.0) + flow.served(demand, (from + to) / 2.0, to))
                  .epsilon(1e-9));
    }
}

TEST_CASE("the highest rate of which a share is served is the one a search finds", "[flow]") {
    std::mt19937 dice(3);
    for (int i = 0; i < 2000; ++i) {
        const auto servers = random_servers(dice);
        const Flow flow = flow_of(servers);
        for (const double share : {0.05, 0.3, 0.5, 0.75, 0.9, 0.99, 1.0}) {
            const auto is_enough = [&](double rate) {
                return served_by(servers, rate) >= share * rate * (1.0 - 1e-10);
            };
            const double found = flow.highest_rate(share);
            CAPTURE(i, share, found);
            if (found == 0.0) {
                CHECK_FALSE(is_enough(1e-3));
            } else if (found == endless) {
                CHECK(is_enough(1e9));
            } else {
                CHECK(is_enough(found * (1.0 - 1e-9)));
                CHECK_FALSE(is_enough(found * (1.0 + 1e-6)));
            }
        }
    }
}

TEST_CASE("equal servers reach their limit at n times the capacity of one", "[flow]") {
    for (int n = 1; n <= 60; ++n) {
        CAPTURE(n);
        Flow limited;
        Flow endless_flow;
        for (int i = 0; i < n; ++i) {
            limited.add(1.0 / n, 100.0, 1.0);
            endless_flow.add(1.0 / n, endless, 1.0);
        }
        CHECK(limited.highest_rate(1.0) == Approx(100.0 * n));
        CHECK(limited.highest_rate(0.8) == Approx(100.0 * n / 0.8));
        // Rounding of the sum of shares is no loss.
        CHECK(endless_flow.highest_rate(1.0) == endless);
    }
}

TEST_CASE("a flow that answers too few serves no rate", "[flow]") {
    CHECK(flow_of({{0.9, endless, 1.0}}).highest_rate(0.99) == 0.0);
    CHECK(flow_of({}).highest_rate(0.5) == 0.0);
    CHECK(flow_of({}).served(100.0) == 0.0);
}

namespace {

/// Servers that get requests from `from` to `to` only, and recover below `limit`.
double part_by_formula(const Flow::Part& part, double rate, bool is_in) {
    const double gets = std::max(0.0, std::min(rate, part.to) - part.from);
    const bool is_too_much = is_in ? rate > part.recover : rate > part.limit;
    return part.share * (is_too_much && part.limit < part.to ? (part.limit - part.from) * part.kept : gets);
}

}  // namespace

TEST_CASE("parts with bounds and pools in overload serve what their definition says", "[flow]") {
    std::mt19937 dice(4);
    const auto roll = [&](unsigned sides) { return static_cast<unsigned>(dice()) % sides; };
    Demand demand;
    demand.peak = 900.0;
    demand.trough = 0.3;
    for (int i = 0; i < 200; ++i) {
        std::vector<Flow::Part> parts;
        Flow flow;
        for (unsigned n = 1 + roll(4); n > 0; --n) {
            Flow::Part part;
            part.share = 0.25 * (1.0 + roll(3));
            part.from = roll(3) == 0 ? 100.0 * (1.0 + roll(4)) : 0.0;
            part.to = roll(3) == 0 ? part.from + 300.0 : endless;
            const double capacity = 100.0 * (1.0 + roll(5));
            part.limit = part.from + capacity;
            part.kept = 0.25 * roll(5);
            const bool tips = part.kept < 1.0 && roll(2) == 0 && part.limit < part.to;
            part.pool = tips ? static_cast<nines::compile::BalancerId>(0) : part.pool;
            part.recover = tips ? part.from + capacity / (1.0 + 0.5 * (1.0 + roll(3))) : part.limit;
            parts.push_back(part);
            flow.add(part);
        }
        for (const bool is_in : {false, true}) {
            flow.set_overload(static_cast<nines::compile::BalancerId>(0), is_in);
            const auto expected = [&](double rate) {
                double sum = 0.0;
                for (const Flow::Part& part : parts) {
                    const bool tips = part.pool == static_cast<nines::compile::BalancerId>(0);
                    sum += part_by_formula(part, rate, is_in && tips);
                }
                return sum;
            };
            for (double rate = 7.3; rate < 3000.0; rate *= 1.13) {
                CHECK(flow.served(rate) == Approx(expected(rate)).epsilon(1e-9).margin(1e-9));
            }
            constexpr double step = 20.0;
            double sum = 0.0;
            for (double t = 0.0; t < day; t += step) sum += step * expected(demand.rate(t + step / 2.0));
            // Each of up to 8 jumps a day is met within half a step.
            CHECK(flow.served(demand, 0.0, day) == Approx(sum).epsilon(1e-5).margin(8.0 * 900.0 * step));
        }
    }
}

TEST_CASE("a share is served up to the highest rate of a flow in overload, and not beyond", "[flow]") {
    // 300 req/s, half of it kept; in overload that begins at 300 and ends at 160.
    Flow flow;
    Flow::Part part;
    part.share = 1.0;
    part.limit = 300.0;
    part.kept = 0.5;
    part.recover = 160.0;
    part.pool = static_cast<nines::compile::BalancerId>(0);
    flow.add(part);
    REQUIRE(flow.pools().size() == 1);
    CHECK(flow.highest_rate(0.99) == Approx(300.0));
    flow.set_overload(part.pool, true);
    CHECK(flow.highest_rate(0.99) == Approx(160.0));
    CHECK(flow.highest_rate(0.5) == Approx(300.0));  // 150 of 300
    CHECK(flow.served(160.0) == Approx(160.0));
    CHECK(flow.served(161.0) == Approx(150.0));
}
