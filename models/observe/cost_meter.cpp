// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/observe/cost_meter.hpp"

#include <algorithm>
#include <array>

#include "models/engine/standby.hpp"

namespace nines::observe {

CostMeter::CostMeter(const Program& program)
    : program_(&program),
      costs_(&program.costs),
      downtime_of_(program.service_count, no_item),
      crew_of_(program.crews.size(), no_item),
      members_(program.costs.members.size()),
      spent_(program.costs.items.size()) {
    for (std::uint32_t i = 0; i < costs_->downtimes.size(); ++i) downtime_of_[costs_->downtimes[i].service] = i;
    for (std::uint32_t i = 0; i < costs_->crews.size(); ++i) crew_of_[+costs_->crews[i].crew] = i;
}

void CostMeter::begin(const engine::DiscreteState& state, double now) {
    if (!members_.empty()) count_members(&state, now);
    std::fill(spent_.begin(), spent_.end(), 0.0);
    for (Members& members : members_) members.since = now;
}

void CostMeter::add_outage(const DowntimeCost& cost, double from, double to, bool is_new) {
    spend(cost.item, cost.of(from, to) + (is_new ? cost.per_outage : 0.0));
}

void CostMeter::count_members(const engine::DiscreteState* state, double now) {
    for (std::size_t i = 0; i < members_.size(); ++i) {
        const MemberCost& cost = costs_->members[i];
        Members& members = members_[i];
        spend(cost.item, members.more * (now - members.since) * cost.per_second);
        members.since = now;
        if (state == nullptr) continue;
        const std::uint32_t wanted = engine::wanted_in_service(*program_, *state, cost.standby);
        members.more = wanted > cost.least ? static_cast<double>(wanted - cost.least) : 0.0;
    }
}

void CostMeter::worked(CrewId crew, double seconds) {
    if (crew_of_[+crew] == no_item) return;
    const CrewCost& cost = costs_->crews[crew_of_[+crew]];
    spend(cost.item, seconds * cost.per_busy_second);
}

void CostMeter::end(const FailoverWatch& watch, std::uint64_t trial, double now, Tally& tally, Samples* samples) {
    if (!costs_->exist()) return;
    if (!members_.empty()) count_members(nullptr, now);
    for (const LossCost& cost : costs_->losses) {
        spend(cost.item,
              watch.lost_seconds(cost.service) * cost.per_second + watch.total_losses(cost.service) * cost.total);
    }
    std::array<double, cost_part_count> parts{};
    double total = 0.0;
    for (std::size_t i = 0; i < spent_.size(); ++i) {
        if (!costs_->items[i].varies) continue;
        tally.costs.items[i].add(spent_[i]);
        parts[static_cast<std::size_t>(costs_->items[i].part)] += spent_[i];
        total += spent_[i];
    }
    for (std::size_t p = 0; p < parts.size(); ++p) tally.costs.parts[p].add(parts[p]);
    tally.costs.total.add(total);
    if (samples == nullptr) return;
    for (std::size_t p = 0; p < parts.size(); ++p) samples->add_cost(p, trial, parts[p]);
    samples->add_cost(whole_cost, trial, total);
}

}  // namespace nines::observe
