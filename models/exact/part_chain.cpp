// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/part_chain.hpp"

#include <utility>
#include <variant>

#include "models/engine/gates.hpp"

namespace nines::exact {

namespace {

bool is_down(const Program& program, const engine::DiscreteState& state, const structure::Leaf& leaf) {
    struct Look {
        const Program& program;
        const engine::DiscreteState& state;
        bool operator()(UnitId unit) const { return state.phase[+unit] != engine::Phase::working; }
        bool operator()(LineId line) const { return !engine::is_up(program, state, line); }
        bool operator()(structure::Role role) const {
            return state.role[+program.role_of_gate[+role.gate]] != engine::Role::serving;
        }
    };
    return std::visit(Look{program, state}, leaf);
}

}  // namespace

Refusal refusal_of(const sim::SolveFailure& failure) {
    return {failure.message, {}};
}

PartChain::PartChain(const Program& program, const Activities& activities, const Symmetry& symmetry, Scope scope)
    : program_(&program), exploration_(program, activities, symmetry, std::move(scope)) {}

std::optional<Refusal> PartChain::solve(const ExploreOptions& options) {
    if (auto refusal = exploration_.run(options)) return refusal;
    sim::SolveOptions solve_options;
    solve_options.go_on = options.go_on;
    auto solved = sim::steady_state(chain(), start(), solve_options);
    if (const auto* failure = std::get_if<sim::SolveFailure>(&solved)) return refusal_of(*failure);
    steady_ = std::get<sim::SteadyState>(std::move(solved));
    return std::nullopt;
}

sim::StateSet PartChain::states_with_down(const structure::Leaf& leaf) {
    sim::StateSet result(chain().state_count());
    exploration_.for_each_state(
        [&](sim::StateIndex s, const ChainState& state) { result[s] = is_down(*program_, state.discrete, leaf); });
    return result;
}

DownRewards PartChain::mean_rewards(const std::vector<structure::Leaf>& leaves) {
    DownRewards result{std::vector<double>(chain().state_count()), std::vector<double>(chain().state_count())};
    const double each = 1.0 / static_cast<double>(leaves.size());
    for (sim::StateIndex s = 0; s < chain().state_count(); ++s) {
        exploration_.for_each_change(s, [&](const ChainState& before, const ChainState& after, double per_second) {
            for (const structure::Leaf& leaf : leaves) {
                const bool begins =
                    !is_down(*program_, before.discrete, leaf) && is_down(*program_, after.discrete, leaf);
                if (begins) result.outages[s] += each * per_second;
            }
        });
    }
    exploration_.for_each_state([&](sim::StateIndex s, const ChainState& state) {
        for (const structure::Leaf& leaf : leaves) {
            if (is_down(*program_, state.discrete, leaf)) result.down[s] += each;
        }
    });
    return result;
}

std::vector<std::uint64_t> PartChain::down_bits(const std::vector<structure::Leaf>& leaves) {
    std::vector<std::uint64_t> result(chain().state_count());
    exploration_.for_each_state([&](sim::StateIndex s, const ChainState& state) {
        for (std::size_t i = 0; i < leaves.size(); ++i) {
            const bool down = is_down(*program_, state.discrete, leaves[i]);
            result[s] |= std::uint64_t{down} << i;
        }
    });
    return result;
}

}  // namespace nines::exact
