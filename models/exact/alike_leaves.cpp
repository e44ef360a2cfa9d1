// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/alike_leaves.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <variant>

namespace nines::exact {

namespace {

/// Collects the hosts that a leaf hears of.
class Hearing {
public:
    explicit Hearing(const Program& program) : program_(program) {}

    std::vector<HostId> of(const structure::Leaf& leaf) {
        hosts_.clear();
        seen_.assign(program_.gates.size(), false);
        std::visit([this](auto kind) { visit(kind); }, leaf);
        std::ranges::sort(hosts_);
        hosts_.erase(std::unique(hosts_.begin(), hosts_.end()), hosts_.end());
        return hosts_;
    }

private:
    void visit(UnitId unit) { hosts_.push_back(program_.unit_hosts[+unit]); }
    void visit(structure::Role role) { hosts_.push_back(program_.role_of_gate[+role.gate]); }
    void visit(LineId line) {
        const GateId gate = program_.lines[+line].gate;
        if (seen_[+gate]) return;
        seen_[+gate] = true;
        if (exists(program_.role_of_gate[+gate])) visit(structure::Role{gate});
        const Range units = program_.gate_units[+gate];
        for (std::uint32_t i = units.begin; i < units.end; ++i) visit(program_.units_of_gates[i]);
        const Range lines = program_.gate_lines[+gate];
        for (std::uint32_t i = lines.begin; i < lines.end; ++i) visit(program_.lines_of_gates[i]);
    }

    const Program& program_;
    std::vector<bool> seen_;
    std::vector<HostId> hosts_;
};

/// The values of some bits, as the low bits of a word.
std::uint64_t gathered(std::uint64_t word, const std::vector<std::uint32_t>& places) {
    std::uint64_t result = 0;
    for (std::size_t i = 0; i < places.size(); ++i) result |= ((word >> places[i]) & 1u) << i;
    return result;
}

std::uint64_t scattered(std::uint64_t low_bits, const std::vector<std::uint32_t>& places) {
    std::uint64_t result = 0;
    for (std::size_t i = 0; i < places.size(); ++i) result |= ((low_bits >> i) & 1u) << places[i];
    return result;
}

/// Different orders of these values: n! / (product of the factorials of how often each occurs).
double orders_of(const std::vector<std::uint64_t>& sorted) {
    double count = 1.0;
    std::size_t same = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        same = i > 0 && sorted[i] == sorted[i - 1] ? same + 1 : 1;
        count *= static_cast<double>(i + 1) / static_cast<double>(same);
    }
    return count;
}

/// Kind and index of a leaf.
std::pair<std::size_t, std::uint32_t> number_of(const structure::Leaf& leaf) {
    struct Index {
        std::uint32_t operator()(UnitId unit) const { return +unit; }
        std::uint32_t operator()(LineId line) const { return +line; }
        std::uint32_t operator()(structure::Role role) const { return +role.gate; }
    };
    return {leaf.index(), std::visit(Index{}, leaf)};
}

using Chances = std::map<std::uint64_t, double>;

/// Spreads over one orbit. False: too many outcomes.
bool spread(Chances& chances, const std::vector<std::vector<std::uint32_t>>& hosts, std::size_t most_outcomes) {
    Chances result;
    for (const auto& [down, probability] : chances) {
        std::vector<std::uint64_t> conditions;
        std::uint64_t others = down;
        for (const auto& places : hosts) {
            conditions.push_back(gathered(down, places));
            others &= ~scattered(~std::uint64_t{0}, places);
        }
        std::ranges::sort(conditions);
        const double orders = orders_of(conditions);
        if (orders > static_cast<double>(most_outcomes)) return false;
        do {
            std::uint64_t arranged = others;
            for (std::size_t h = 0; h < hosts.size(); ++h) arranged |= scattered(conditions[h], hosts[h]);
            result[arranged] += probability / orders;
        } while (std::ranges::next_permutation(conditions).found);
        if (result.size() > most_outcomes) return false;
    }
    chances = std::move(result);
    return true;
}

}  // namespace

std::optional<AlikeLeaves> alike_leaves(const Program& program, const Symmetry& symmetry, const Scope& scope,
                                        const std::vector<structure::Leaf>& leaves) {
    Hearing hearing(program);
    std::map<std::uint32_t, std::size_t> size_of_orbit;  // within the scope
    for (const HostId host : scope.hosts) ++size_of_orbit[symmetry.orbit_of(host)];
    std::map<std::uint32_t, std::map<HostId, std::vector<std::uint32_t>>> by_orbit;
    for (std::uint32_t place = 0; place < leaves.size(); ++place) {
        std::map<std::uint32_t, std::vector<HostId>> heard;  // by orbit
        for (const HostId host : hearing.of(leaves[place])) heard[symmetry.orbit_of(host)].push_back(host);
        // Of an orbit heard as a whole, an exchange of hosts changes nothing.
        std::erase_if(heard, [&](const auto& of) { return of.second.size() == size_of_orbit[of.first]; });
        if (heard.empty()) continue;
        const auto& [orbit, hosts] = *heard.begin();
        if (heard.size() > 1 || hosts.size() > 1) return std::nullopt;
        by_orbit[orbit][hosts.front()].push_back(place);
    }
    AlikeLeaves result;
    for (auto& [orbit, by_host] : by_orbit) {
        std::vector<std::vector<std::uint32_t>> hosts;
        for (auto& [host, places] : by_host) {
            // Hosts that are alike were lowered in the same order: the k-th leaf of one is like the k-th of another.
            std::ranges::sort(
                places, [&](std::uint32_t a, std::uint32_t b) { return number_of(leaves[a]) < number_of(leaves[b]); });
            hosts.push_back(places);
        }
        const auto like_first = [&](const auto& places) {
            const auto same_kind = [&](std::uint32_t a, std::uint32_t b) {
                return leaves[a].index() == leaves[b].index();
            };
            return std::ranges::equal(places, hosts.front(), same_kind);
        };
        const bool all_asked = hosts.size() == size_of_orbit[orbit];
        if (!all_asked || !std::ranges::all_of(hosts, like_first)) return std::nullopt;
        result.orbits.push_back(std::move(hosts));
    }
    return result;
}

std::optional<Joint> told_apart(const Joint& joint, const AlikeLeaves& alike, std::size_t most_outcomes) {
    Chances chances;
    for (const structure::Outcome& outcome : joint.outcomes) chances[outcome.down] += outcome.probability;
    for (const auto& hosts : alike.orbits) {
        if (!spread(chances, hosts, most_outcomes)) return std::nullopt;
    }
    Joint result;
    for (const auto& [down, probability] : chances) result.outcomes.push_back({down, probability});
    return result;
}

std::vector<double> marginals(const Joint& joint, const AlikeLeaves& alike, std::size_t count) {
    std::vector<double> result(count, 0.0);
    for (const structure::Outcome& outcome : joint.outcomes) {
        for (std::size_t i = 0; i < count; ++i) {
            if (((outcome.down >> i) & 1u) != 0) result[i] += outcome.probability;
        }
    }
    for (const auto& hosts : alike.orbits) {
        for (std::size_t k = 0; k < hosts.front().size(); ++k) {
            double sum = 0.0;
            for (const auto& places : hosts) sum += result[places[k]];
            for (const auto& places : hosts) result[places[k]] = sum / static_cast<double>(hosts.size());
        }
    }
    return result;
}

}  // namespace nines::exact
