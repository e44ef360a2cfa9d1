// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>
#include <string>

#include "tests/catch.hpp"
#include "tests/models/exact/chain_case.hpp"
#include "tests/oracle/random_scenario.hpp"

using namespace nines;
using namespace nines::exact;
using oracle::random_scenario;
using oracle::RandomSetting;

namespace {

/// The chain of all; none if it has more states than the test has time for.
std::unique_ptr<PartChain> explored(const ChainCase& of, std::uint32_t most_states) {
    auto chain = std::make_unique<PartChain>(of.program, of.activities, of.symmetry, whole(of.program));
    ExploreOptions options;
    options.most_states = most_states;
    if (chain->solve(options)) return nullptr;
    return chain;
}

/// Every service has the same figures whether or not states that differ by an exchange of hosts are one. False: the
/// chain is too large.
bool compare(const std::string& text) {
    const ChainCase together(text);
    const ChainCase apart(text, Lumping::none);
    const auto all = explored(apart, 3000);
    if (all == nullptr) return false;
    const auto lumped = explored(together, 3000);
    REQUIRE(lumped != nullptr);
    CHECK(lumped->chain().state_count() <= all->chain().state_count());
    for (std::size_t s = 0; s < apart.program.service_count; ++s) {
        CAPTURE(s, all->chain().state_count(), lumped->chain().state_count());
        const LongRun exact = service_in_long_run(apart, *all, s);
        const LongRun found = service_in_long_run(together, *lumped, s);
        CHECK(found.unavailability == Approx(exact.unavailability).epsilon(1e-9));
        CHECK(found.outages_per_second == Approx(exact.outages_per_second).epsilon(1e-9));
    }
    return true;
}

void compare_many(std::uint32_t first_seed, int scenarios, const RandomSetting& setting) {
    int compared = 0;
    for (std::uint32_t seed = first_seed; compared < scenarios; ++seed) {
        const std::string text = random_scenario(seed, setting);
        INFO("seed " << seed << "\n" << text);
        compared += compare(text) ? 1 : 0;
    }
}

}  // namespace

TEST_CASE("exchanging hosts that are alike changes no figure", "[exact][symmetry]") {
    SECTION("exponential times") {
        compare_many(1, 120, {.is_repairable = true});
    }
    SECTION("times of phases") {
        compare_many(10000, 60, {.laws = RandomSetting::Laws::phases, .is_repairable = true});
    }
}
