// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "models/compile/backup.hpp"
#include "models/compile/balancing.hpp"
#include "models/compile/capacity.hpp"
#include "models/compile/cost.hpp"
#include "models/compile/demand.hpp"
#include "models/compile/deploy.hpp"
#include "models/compile/failover.hpp"
#include "models/compile/ids.hpp"
#include "models/compile/plan.hpp"
#include "models/compile/planned_window.hpp"
#include "models/compile/scaling.hpp"
#include "models/compile/slo_terms.hpp"
#include "models/scenario/values.hpp"
#include "sim/kernel/calendar.hpp"
#include "sim/kernel/event_set.hpp"
#include "sim/kernel/tick.hpp"
#include "sim/random/sampler.hpp"

/// The narrow waist: a valid scenario lowered to a handful of primitives in flat arrays. Nothing here knows a
/// server, a vendor or a name (names are kept aside, for reports only), and nothing here changes in a trial.
namespace nines::compile {

/// A *unit* works, fails and is repaired: one failure mode of one node or domain, one planned maintenance, one
/// target of a cause. It feeds exactly one gate.
///
/// Only what events read; what is asked for rarely stands in Program's `unit_*` arrays.
struct Unit {
    std::uint64_t stream = 0;                     ///< Address of its random numbers.
    SamplerId time_to_failure = none<SamplerId>;  ///< None: fails only when something strikes it.
    SamplerId time_to_repair = none<SamplerId>;   ///< None: never repaired.
    GateId gate = none<GateId>;
    /// Anything beyond "draw, fail, draw, repair": index into Program::cares.
    CareId care = none<CareId>;
    ClockId clock = none<ClockId>;  ///< None: its clock always runs at pace 1.
};

/// What happens between a unit's failure and its return, beyond one repair time; and how it fails, beyond a law.
struct Care {
    CrewId crew = none<CrewId>;
    PoolId pool = none<PoolId>;
    std::int64_t priority = 0;
    SamplerId notice = none<SamplerId>;         ///< Latent failure: time until it is noticed.
    std::optional<sim::Recurrence> inspection;  ///< Latent failure: found at the next of these instants.
    bool minimal_repair = false;                ///< As bad as old: the age survives the repair.
    std::optional<sim::Recurrence> planned;     ///< Planned maintenance: begins at these instants.
    PlannedWindow window;                       ///< ... or later, within these hours.
    bool noticed_with_deploy = false;           ///< Latent failure by a bad version: known when that is.
    bool loses_copies = false;                  ///< Its failure takes the data of its host's copies.
    bool loses_backups = false;                 ///< Its failure takes the backups that are kept on its host.
    Range corrupts;                             ///< Into Program::corruptions: it spoils data and stops nothing.
    GateId only_if_whole = none<GateId>;        ///< Planned maintenance is left out unless this gate's inputs all work.
    double replace_at_age = 0.0;                ///< Preventive replacement at this age in seconds; 0: none.
    double mean_seconds_to_replacement = 0.0;   ///< Mean age at which a failure or the replacement ends a life.
    SamplerId replacement = none<SamplerId>;    ///< How long that takes.
};

/// Rules of a clock that does not simply run: see ClockPolicy.
struct Clock {
    scenario::ClockPolicy when_down = scenario::ClockPolicy::resume;
    scenario::ClockPolicy when_cut_off = scenario::ClockPolicy::age;
};

/// A *gate* counts its working inputs. Each of its *lines* is up while at least `threshold` inputs work and feeds
/// further gates: k-of-n with any number of thresholds on one counter.
struct Gate {
    Range lines;  ///< Into Program::lines, ascending threshold.
    std::int32_t inputs = 0;
    std::int32_t highest_threshold = 0;  ///< While more inputs work than this, no line changes.
    ShareId share = none<ShareId>;       ///< Members share a load: their pace follows this gate's count.
};

struct Line {
    std::int32_t threshold = 1;
    Range feeds;      ///< Into Program::feeds.
    Range reactions;  ///< Into Program::reactions.
    SubjectId subject = none<SubjectId>;
    GateId gate = none<GateId>;
};

/// Something that acts when a line changes, after the change has reached every gate.
struct Reaction {
    enum class Kind : std::uint8_t {
        host_health,    ///< A host's own modes: its other clocks stop or go on.
        cut_off,        ///< A domain: the clocks of a host inside it stop or go on.
        member_health,  ///< A member of a standby group became able or unable to serve.
        copy_health,    ///< A host that carries copies was lost or came back.
        conditions,     ///< Of a failover group: the host is its own.
        endpoint,       ///< A balancer's target began or ceased to work; the host is the target's.
        balancer,       ///< A balancer's own machines: the host is its own.
        latch,          ///< What a service needs to go on, or to start: the host is its own.
        warm_up,        ///< A host that warms up when it comes back.
        capacity,       ///< A host became slower, or no longer is.
        plan,           ///< What a plan waits for, or does something with: the host is its own.
    } kind;
    HostId host;
    EndpointId endpoint = none<EndpointId>;
};

/// A *host* carries units that stand and fall together: a node, a domain, or a service that causes strike directly.
struct Host {
    std::string name;             ///< "node:web/1".
    Range units;                  ///< Its own failure modes and what strikes it, then its planned maintenance.
    std::uint32_t own_units = 0;  ///< How many of `units` are not planned maintenance.
    GateId own = none<GateId>;    ///< All own units work; none if the single unit feeds another gate directly.
    Range domains;                ///< Into Program::host_domains: lines of the domains directly around it.
    StandbyId standby = none<StandbyId>;
    std::uint32_t member = 0;  ///< Position in its standby or sharing group.
    ShareId share = none<ShareId>;
    LineId available = none<LineId>;         ///< Works and is not cut off; none if never asked for.
    FailoverId failover = none<FailoverId>;  ///< It is this failover group's own host.
    Range copies;                            ///< Into Program::copies_of_hosts.
    BalancerId balancer = none<BalancerId>;  ///< It is this balancer's own host.
    Range endpoints;                         ///< Into Program::endpoints_of_hosts: what balancers see of it.
    LatchId latch = none<LatchId>;           ///< It is the own host of a service that needs something to start.
    PlanId plan = none<PlanId>;              ///< It is this plan's own host.
};

/// Members of which `active` serve and the others stand by.
struct StandbyGroup {
    std::uint32_t first_host = 0;  ///< Members are consecutive hosts.
    std::uint32_t count = 0;
    std::uint32_t active = 0;
    double idle_pace = 1.0;  ///< Pace of an idle member's clocks: hot 1, warm its factor, cold 0.
    double success = 1.0;
    SamplerId start = none<SamplerId>;   ///< None: at once.
    std::vector<GateId> serving;         ///< By member: works and is in service. One input is the member's role.
    std::vector<std::uint64_t> streams;  ///< By member: address of the start's chance and time.
    std::uint32_t label = 0;             ///< Chain label while a start is under way.
    std::uint32_t first_leaf = 0;        ///< Of the members' start timers; meaningful if `start` exists.
    /// How many serve follows the load; `active` is what it is at least.
    ScalingId scaling = none<ScalingId>;
    bool replaces = true;         ///< A lost member's place is given to an idle one.
    bool comes_and_goes = false;  ///< Idle members do not exist: who is put in service is new.
    Range plans;                  ///< Into Program::planned_scales: steps that put more of them in service.
};

/// Members that share a load: with m of n working, each fails `pace[m]` times as fast as with all n.
struct ShareGroup {
    std::uint32_t first_host = 0;
    std::uint32_t count = 0;
    GateId working = none<GateId>;
    std::vector<double> pace;  ///< By number of working members, 0 .. n.
};

/// A service that, once down, comes back only while what it needs to start is there too. Its host's role is `serving`
/// from its start until something that it needs to go on is lost.
struct Latch {
    HostId host = none<HostId>;
    LineId goes_on = none<LineId>;  ///< All that it needs once it runs.
    LineId starts = none<LineId>;   ///< All that it needs beside that to start.
    GateId serving = none<GateId>;  ///< The gate of which the host's role and `goes_on` are the inputs.
    std::uint32_t label = 0;        ///< Chain label while it waits for what it needs to start.
    SubjectId service = none<SubjectId>;
};

/// A counted resource with a queue.
struct Crew {
    std::string name;
    std::uint32_t size = 1;
    scenario::CrewOrder order = scenario::CrewOrder::fifo;
    bool preemptive = false;
    sim::WeekHours hours;
    SamplerId ack = none<SamplerId>;
    SamplerId travel = none<SamplerId>;
    std::uint64_t stream = 0;
    sim::Leaf leaf = 0;  ///< Opening of the next working hours.
};

/// Spare parts: each repair takes one and orders its replacement.
struct Pool {
    std::string name;
    std::uint32_t stock = 0;
    SamplerId reorder = none<SamplerId>;  ///< None: parts are not reordered.
    std::uint32_t slots = 0;              ///< Orders that can be under way at once.
    sim::Leaf first_leaf = 0;
    std::uint64_t stream = 0;
};

/// A cause that strikes many units at once.
struct Shock {
    SamplerId interval = none<SamplerId>;
    double share = 1.0;
    double spread_seconds = 0.0;
    Range targets;  ///< Into Program::targets.
    sim::Leaf leaf = 0;
    std::uint64_t stream = 0;
};

/// Something at a known instant.
struct Occasion {
    double at_seconds = 0.0;
    bool restores = false;  ///< Else: strikes its targets.
    Range targets;
    ResizeId resize = none<ResizeId>;
    sim::Leaf leaf = 0;
};

/// A failure that makes the data of a store bad, in all copies at once. One unit may do so to several stores.
struct Corruption {
    UnitId unit = none<UnitId>;
    FailoverId store = none<FailoverId>;
};

/// A limit in seconds for each class of failure.
struct ClassLimits {
    static constexpr std::size_t class_count = 8;
    static constexpr double no_limit = -1.0;

    double all = no_limit;  ///< Of every class that has none of its own.
    std::array<double, class_count> own = {no_limit, no_limit, no_limit, no_limit,
                                           no_limit, no_limit, no_limit, no_limit};  ///< By scenario::FailureClass.

    /// The one that a failure of this class is held against; negative if there is none.
    double of(scenario::FailureClass failure_class) const {
        const double limit = own[static_cast<std::size_t>(failure_class)];
        return limit >= 0.0 ? limit : all;
    }
    bool any() const {
        for (const double limit : own) {
            if (limit >= 0.0) return true;
        }
        return all >= 0.0;
    }
};

/// Whose availability is reported.
struct Subject {
    enum class Kind : std::uint8_t { service, undegraded, group, store, balancer, node, domain } kind;
    std::string name;            ///< "service:site".
    LineId line = none<LineId>;  ///< Up while this line is up; if none: while `unit` works.
    UnitId unit = none<UnitId>;
    std::optional<scenario::Slo> slo;
    BalancerId entry = none<BalancerId>;  ///< Of a service: the balancer that users meet first.
    Demand demand = {};                   ///< Of a service.
    double retries = 0.0;                 ///< Of a service: whoever asks tries again so often.
    double retry_budget = std::numeric_limits<double>::infinity();  ///< ... but at most so often per request.
    Range narrow_stores = {};          ///< Of a service: those that each request needs and that may have less capacity.
    double up_share = 0.0;             ///< Of a service: up while at least this share is served; 0: while its line is.
    std::uint32_t overload_label = 0;  ///< Chain label of a service that falls short although all is well.
    ClassLimits rto = {};              ///< Recovery time objective of a service.
    ClassLimits rpo = {};              ///< Recovery point objective of a service: largest data loss.
    FailoverId failover = none<FailoverId>;  ///< Of a store, and of a balancer whose address moves.
    /// Of a service with soft needs: up while it and all of these are up; and of that subject: the service.
    SubjectId undegraded = none<SubjectId>;
    SloTerms slo_terms = {};  ///< Of a service with an `slo`.

    /// Of a service: its requests are counted, so that their share is something else than that of the time.
    bool counts_requests() const { return exists(entry) || demand.exists() || up_share > 0.0; }
};

/// A group's members, for its mean number of working members.
struct GroupMembers {
    SubjectId subject;
    std::vector<SubjectId> members;
};

/// First leaf of each kind of timer; units have the leaves from 0.
struct Leaves {
    sim::Leaf starts = 0;
    sim::Leaf crews = 0;
    sim::Leaf orders = 0;
    sim::Leaf failovers = 0;  ///< Of each group: stage, false alarm, hold.
    sim::Leaf returns = 0;    ///< Of the groups that have them: failback, stepping down.
    sim::Leaf copies = 0;
    sim::Leaf endpoints = 0;
    sim::Leaf cohorts = 0;
    sim::Leaf ramps = 0;  ///< Of the endpoints whose balancers have a slow start.
    sim::Leaf warm_ups = 0;
    sim::Leaf scalings = 0;
    sim::Leaf plans = 0;
    sim::Leaf deploys = 0;
    sim::Leaf shocks = 0;
    sim::Leaf occasions = 0;
    sim::Leaf measure = 0;  ///< Begin of the measured span, one leaf.
    sim::Leaf end = 0;
};

struct Program {
    std::vector<sim::Sampler> samplers;
    std::vector<double> mean_seconds;  ///< Of each sampler's law, whichever it is.
    std::vector<sim::Law> laws;        ///< Of each sampler.
    std::vector<Unit> units;
    std::vector<Care> cares;
    std::vector<Clock> clocks;
    std::vector<Gate> gates;
    std::vector<Line> lines;
    std::vector<GateId> feeds;
    std::vector<Reaction> reactions;
    std::vector<Host> hosts;
    std::vector<LineId> host_domains;
    std::vector<HostId> domains_of_hosts;  ///< Beside host_domains: the domain itself.
    std::vector<StandbyGroup> standbys;
    std::vector<Scaling> scalings;
    std::vector<ScalingId> scalings_of_balancers;
    std::vector<ShareGroup> shares;
    std::vector<FailoverGroup> failovers;
    std::vector<Copy> copies;
    std::vector<CopyId> copies_of_hosts;
    std::vector<LineId> failover_lines;
    std::vector<Backup> backups;
    std::vector<RestorePipe> pipes;
    std::vector<CopyingStep> copying_steps;
    std::vector<FailoverId> narrow_stores;  ///< By service.
    std::vector<RecoveryPlan> plans;
    std::vector<PlannedScale> planned_scales;
    std::vector<PlanId> plans_of_failovers;
    std::vector<Corruption> corruptions;              ///< By unit.
    std::vector<CorruptionId> corruptions_of_stores;  ///< The same by store.
    std::vector<double> host_capacity;                ///< Requests per second; infinite unless the scenario says so.
    std::vector<CapacityRules> capacity_rules;        ///< By host; empty where no capacity ever changes.
    std::vector<WarmUp> warm_ups;
    std::vector<SlowMode> slow_modes;
    std::vector<Resize> resizes;
    std::vector<Latch> latches;
    std::vector<Balancer> balancers;
    std::vector<Cohort> cohorts;
    std::vector<EndpointId> ramped_endpoints;  ///< In the order of their leaves.
    std::vector<Endpoint> endpoints;
    std::vector<EndpointId> endpoints_of_hosts;
    std::vector<Crew> crews;
    std::vector<Pool> pools;
    std::vector<Shock> shocks;
    std::vector<Occasion> occasions;
    std::vector<Deploy> deploys;
    std::vector<UnitId> targets;
    std::vector<Subject> subjects;  ///< Services first, then those of kind `undegraded`.
    std::uint32_t service_count = 0;
    std::uint32_t undegraded_end = 0;  ///< Number of both together.
    std::vector<GroupMembers> groups;

    /// Each gate's inputs, for following a failure back to its causes: units, then lines of other gates.
    std::vector<Range> gate_units, gate_lines;
    std::vector<UnitId> units_of_gates;
    std::vector<LineId> lines_of_gates;
    /// Whose role is an input of the gate: a standby member's, a failover group's; else none.
    std::vector<HostId> role_of_gate;

    std::vector<HostId> unit_hosts;
    std::vector<std::uint32_t> unit_labels;  ///< Name of this cause in downtime chains; several units may share one.
    std::vector<std::string> unit_names;     ///< "node:web/1:crash".
    std::vector<bool> unit_planned;
    std::vector<scenario::Effect> unit_effects;
    std::vector<scenario::FailureClass> unit_classes;
    std::vector<std::string> labels;

    Leaves leaves;
    sim::TickScale scale;
    double measure_from = 0.0;  ///< Seconds before the measured span (steady runs); else 0.
    double horizon = 0.0;       ///< Seconds of the measured span.
    bool steady_ages = false;
    Costs costs;
    std::vector<double> instants;  ///< Point availability is wanted here, ascending, within the horizon.
};

}  // namespace nines::compile
