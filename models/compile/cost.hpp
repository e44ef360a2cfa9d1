// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "models/compile/ids.hpp"
#include "sim/kernel/calendar.hpp"

/// What a design costs: a part that is known beforehand, and what a trial adds to it.
namespace nines::compile {

enum class CostPart : std::uint8_t { infrastructure, people, downtime, data_loss, credits };
inline constexpr std::size_t cost_part_count = 5;
inline constexpr std::array cost_parts = {CostPart::infrastructure, CostPart::people, CostPart::downtime,
                                          CostPart::data_loss, CostPart::credits};

/// Something with a price: "group:web", "service:shop".
struct CostItem {
    std::string subject;
    CostPart part = CostPart::infrastructure;
    double fixed = 0.0;   ///< Within the measured span, whatever happens.
    bool varies = false;  ///< A trial adds to it: one of the lists of `Costs` names it.
};

using CostItemId = std::uint32_t;

/// Members of a standby group of which more or fewer are wanted in service. What follows from the fewest is fixed.
struct MemberCost {
    CostItemId item = 0;
    StandbyId standby = none<StandbyId>;
    std::uint32_t least = 0;
    double per_second = 0.0;  ///< What each further one in service costs more than an idle one.
};

struct CrewCost {
    CostItemId item = 0;
    CrewId crew = none<CrewId>;
    double per_busy_second = 0.0;
    double per_call = 0.0;
};

struct DowntimeCost {
    CostItemId item = 0;
    std::uint32_t service = 0;
    double per_second = 0.0;
    double off_per_second = 0.0;  ///< Outside `hours`.
    sim::WeekHours hours;
    double per_outage = 0.0;

    /// Of an outage that covers this part of simulated time.
    double of(double from, double to) const {
        const double open = hours.always_open() ? to - from : hours.open_between(from, to);
        return open * per_second + (to - from - open) * off_per_second;
    }
    bool is_constant() const { return hours.always_open(); }
};

/// Writes lost by the stores behind a service.
struct LossCost {
    CostItemId item = 0;
    std::uint32_t service = 0;
    double per_second = 0.0;  ///< Of writes.
    double total = 0.0;
};

/// What is paid back of a service's fee.
struct CreditCost {
    CostItemId item = 0;
    std::uint32_t service = 0;
    double fee = 0.0;         ///< Of the measured span.
    double most_share = 0.0;  ///< Of it, in the worst case.
};

/// What a backup keeps is estimated beside the trials.
struct BackupCost {
    CostItemId item = 0;
    BackupId backup = none<BackupId>;
    double per_byte_second = 0.0;  ///< At all places together.
};

struct Costs {
    std::string currency;
    std::vector<CostItem> items;  ///< In the order of the scenario; empty: nothing has a price.
    std::vector<MemberCost> members;
    std::vector<CrewCost> crews;
    std::vector<DowntimeCost> downtimes;
    std::vector<LossCost> losses;
    std::vector<CreditCost> credits;
    std::vector<BackupCost> backups;

    bool exist() const { return !items.empty(); }
    bool has(CostPart part) const {
        return std::any_of(items.begin(), items.end(), [part](const CostItem& item) { return item.part == part; });
    }
};

}  // namespace nines::compile
