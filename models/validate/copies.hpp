// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "models/validate/checker.hpp"

/// Where a store has its copies, and what can happen to them.
namespace nines::validate {

/// How many copies a store has. Nothing that is not known is guessed: then `known` is false.
struct CopyCount {
    std::int64_t members = 0;     ///< On the store's own group.
    std::int64_t followers = 0;   ///< On the groups of its followers.
    std::int64_t in_sync = 0;     ///< Of the followers those that acknowledge before a commit returns.
    std::int64_t voters = 0;      ///< Of a quorum: members, followers that take part in it, witnesses.
    std::int64_t candidates = 0;  ///< Of the followers those that the failover may promote.
    bool known = true;

    std::int64_t all() const { return members + followers; }
};

CopyCount count_copies(const Checker& checker, const scenario::Store& store);

/// Whether the failover begins without anybody's word.
bool is_automatic(const scenario::Failover& failover);

/// Which groups carry copies, which nodes these are made of, and which domains they are in, at any depth.
struct Carriers {
    std::vector<bool> groups, nodes, domains;
};

/// Those of all stores.
Carriers carriers(const Checker& checker);

/// Groups of which a member can be struck with one of these effects: by a failure of its node or of a domain around
/// it, or by a cause.
struct Exposed {
    std::vector<bool> to_partition, to_hang, to_lost_data;
};

Exposed exposed_groups(const Checker& checker);

/// Whether the store or one of its followers is on such a group.
bool has_copy_on(const Checker& checker, const scenario::Store& store, const std::vector<bool>& groups);

/// Whether some store has copies, or some balancer machines, in both places.
bool is_kept_across(const Checker& checker, const scenario::Selector& here, const scenario::Selector& there);

/// Writes, who acknowledges them, and whether replicas keep up.
void check_writes(Checker& checker, const scenario::Store& store);

/// What a planned hand-over meets.
struct Handover {
    bool known = true;             ///< Nothing that is not known is guessed.
    bool has_maintenance = false;  ///< Some machine with a copy is maintained by plan.
    bool has_successor = false;    ///< Another copy may be primary.
};

Handover handover_of(const Checker& checker, const scenario::Store& store, const scenario::Failover& failover);

/// The group of this name is maintained by plan.
bool has_maintenance(const Checker& checker, const scenario::Field<std::string>& on);

/// Switchover, failback and stepping down of any failover; `what` names it.
void check_handover(Checker& checker, const scenario::Failover& failover, const std::string& what,
                    const Handover& handover);

void check_failover(Checker& checker, const scenario::Store& store, const Exposed& exposed);

/// Followers that apply writes later, or have no data.
void check_followers(Checker& checker, const scenario::Store& store);

/// When bad data of the store are noticed, against what is kept of them; `what` names what makes them bad.
void check_notice(Checker& checker, const scenario::Store& store, const scenario::Field<sim::Law>& noticed,
                  const std::string& what);

/// The stores that a selector means: by their own names, or by where their copies are.
std::vector<std::size_t> stores_on(const Checker& checker, const scenario::Selector& selector);

}  // namespace nines::validate
