// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "models/compile/compile.hpp"
#include "models/compile/laws.hpp"

/// The first half of the compile step: the scenario's things, counted out, each with its units and its place,
/// but not yet wired together.
namespace nines::compile {

struct UnitDraft {
    std::string name;   ///< "node:web/1:crash"; the address of its random numbers.
    std::string label;  ///< In downtime chains.
    SamplerId time_to_failure = none<SamplerId>;
    SamplerId time_to_repair = none<SamplerId>;
    std::optional<Care> care;
    Clock clock;
    scenario::Effect effect = scenario::Effect::stop;
    double slowed = 0.0;           ///< Share of the host's capacity that it takes.
    bool is_planned_once = false;  ///< Planned work at an instant that an event says.
    scenario::FailureClass failure_class = scenario::FailureClass::node;
};

struct HostDraft {
    std::string name;            ///< "node:web/1", "domain:eu/az1", "service:site".
    std::vector<UnitDraft> own;  ///< Failure modes, then what causes and events add.
    std::vector<UnitDraft> planned;
    std::vector<std::uint32_t> domains;        ///< Hosts of the domains directly around it.
    SamplerId usual_repair = none<SamplerId>;  ///< Of its first mode: for causes that do not say their own.
    Care usual_care;                           ///< Crew and priority of its repairs.
    std::uint32_t group = ~0u;                 ///< Index of its group, if it is a member.
    std::uint32_t member = 0;
    scenario::FailureClass failure_class = scenario::FailureClass::node;
    double capacity = std::numeric_limits<double>::infinity();  ///< Requests per second.
    SamplerId warm_up = none<SamplerId>;  ///< None: its capacity is there at once, or does not matter.
    bool carries_copies = false;
    bool repairs_wait = false;  ///< For the failover that its failure causes.
    const std::vector<std::string>* tags = nullptr;
    const std::vector<std::string>* group_tags = nullptr;
};

/// An occasion or a shock, with the units it strikes given as (host, position among its own units).
struct Strike {
    std::uint32_t host = 0;
    std::uint32_t unit = 0;
    bool is_planned = false;  ///< The position is among its planned units.
};

struct ShockDraft {
    const scenario::Cause* cause = nullptr;
    std::vector<Strike> targets;
};

/// The units of a group's members that new versions strike and take out.
struct DeployDraft {
    std::uint32_t group = 0;
    std::vector<Strike> versions;
    std::vector<Strike> absences;
    std::vector<Strike> spoils = {};  ///< On stores.
};

struct OccasionDraft {
    const scenario::Event* event = nullptr;
    std::vector<Strike> targets;
    double delay_seconds = 0.0;                 ///< After the event's instant.
    std::optional<std::uint32_t> resizes = {};  ///< This host.
};

struct Draft {
    std::vector<HostDraft> hosts;  ///< Domains (parents first), nodes, services, stores, balancers.
    std::unordered_map<std::string, std::uint32_t> by_name;  ///< Host by its full name.
    std::vector<std::vector<std::uint32_t>> group_members;   ///< Hosts by group index.
    std::vector<ShockDraft> shocks;
    std::vector<OccasionDraft> occasions;
    std::vector<DeployDraft> deploys;
    SamplerStore samplers;
    std::vector<Pool> pools;
    std::vector<Crew> crews;
};

/// Of which class a failure with this effect is on a host whose own failures are of that one.
scenario::FailureClass class_of(scenario::Effect effect, scenario::FailureClass of_host);

/// Domains, members of groups, nodes used by themselves and services, with their own failure modes.
Draft draft_hosts(const scenario::Scenario& scenario);

/// Adds to each target of a cause or event the unit that it strikes.
void draft_strikes(const scenario::Scenario& scenario, Draft& draft);

/// Adds to each member of a group that is deployed what a bad version does to it, and its absences. In
/// draft_changes.cpp.
void draft_deploys(const scenario::Scenario& scenario, Draft& draft);

/// Adds the maintenance of a group and its patches to one of its `count` members.
void draft_planned_work(const scenario::Scenario& scenario, const scenario::Group& group, std::uint32_t member,
                        std::uint32_t count, SamplerStore& samplers, HostDraft& host);

/// The hosts that a selector means; see Reference for the order in which a bare name is looked up.
std::vector<std::uint32_t> select_hosts(const scenario::Scenario& scenario, const Draft& draft,
                                        const scenario::Selector& selector);

/// Wires the draft into a program: gates, lines, reactions, leaves.
Program assemble(const scenario::Scenario& scenario, Draft draft, const Options& options);

}  // namespace nines::compile
