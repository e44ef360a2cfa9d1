// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "models/scenario/origin.hpp"
#include "models/scenario/stores.hpp"
#include "models/scenario/values.hpp"

/// What the user wrote, after reuse (include, defaults, preset, like, without, split, -D) has been resolved:
/// plain structs, one per kind of the scenario language. `count`, `spread` and selectors are still as written.
///
/// The keys, units, defaults, bounds and help of each kind are listed once, in models/scenario/fields.hpp.
namespace nines::scenario {

/// Kind `scenario`: what experiment.
struct Experiment {
    Field<std::string> name;
    Field<std::string> description;
    Field<Duration> horizon;          ///< Simulated time of one trial; 1 y.
    Field<std::int64_t> trials;       ///< Number of trials, or their limit when `precision` is given.
    Field<double> precision;          ///< Stop when each service's unavailability has this relative half-width.
    Field<std::uint64_t> seed;        ///< 1.
    Field<double> confidence;         ///< 0.95.
    Field<ClockTime> start;           ///< Position in the week at time 0; Mon 00:00.
    Field<Ages> ages;                 ///< Ages at time 0; new.
    Field<std::vector<Duration>> at;  ///< Instants at which point availability is wanted.
    Field<std::string> currency;      ///< Of all prices; a label only.
};

/// How something fails and is repaired: the keys of one failure mode, written either directly in a node or
/// domain (the unnamed mode) or in `[[node.X.failure]]`. Exactly one of mtbf, mttf, afr, rate, ttf, availability
/// gives the time to failure; at most one of mttr, ttr the time to repair (none: never repaired).
struct FailureMode {
    std::string name = "failure";  ///< "failure" for the unnamed mode.
    Place place;
    Field<Duration> mtbf, mttf;       ///< Mean operating time to failure; exponential.
    Field<double> afr;                ///< Failures per unit and year of operation (share: "2%"); exponential.
    Field<Rate> rate;                 ///< Failures per time; exponential.
    Field<sim::Law> ttf;              ///< Any distribution.
    Field<double> availability;       ///< Of a bought service, with mttr: mean up time = A / (1 - A) * mttr.
    Field<Duration> mttr;             ///< Mean time to repair; exponential.
    Field<sim::Law> ttr;              ///< Any distribution.
    Field<FailureEffect> effect;      ///< stop.
    Field<sim::Law> noticed_after;    ///< A latent failure: time until someone notices and repair can begin.
    Field<Schedule> inspection;       ///< A latent failure is found at the next of these; instead of noticed_after.
    Field<ClockPolicy> when_down;     ///< This mode's clock while the unit is down in another mode; resume.
    Field<ClockPolicy> when_cut_off;  ///< ... while the unit's failure domain is down; age.
    Field<RepairQuality> repair;      ///< renew (good as new) or minimal (as bad as old); renew.
    Field<Duration> replace_at_age;   ///< Preventive replacement at this age.
    Field<sim::Law> replacement;      ///< How long a preventive replacement takes; default: the repair time.
};

/// Keys of planned maintenance: `maintenance = { every = "30 d at 02:00", takes = "2 h" }` or
/// `[[group.X.maintenance]]`.
struct Maintenance {
    std::string name = "maintenance";
    Place place;
    Field<Schedule> every;
    Field<sim::Law> takes;
    Field<Duration> stagger;            ///< Each further member starts this much later; default: `takes` (one by one).
    Field<WhenDegraded> when_degraded;  ///< go (default) or skip: a member is left out while another one is not up.
    Field<MemberShare> at_a_time;       ///< So many members go together; 1.
    Field<std::vector<WeekWindow>> in;  ///< Work begins within these windows only; at any time.
};

/// Patches of the operating system: `patch = { every = "30 d", takes = "5 min", at_a_time = 2 }`. Maintenance with the
/// usual figures.
struct Patch {
    Place place;
    Field<Schedule> every;  ///< 30 d.
    Field<sim::Law> takes;  ///< 5 min.
    Field<MemberShare> at_a_time;
    Field<std::vector<WeekWindow>> in;
    Field<WhenDegraded> when_degraded;
};

/// New versions: `deploy = { every = "1 d", strategy = "rolling 25%", fails = "5%", undo = "20 min" }`.
struct Deploy {
    Place place;
    Field<std::string> preset;  ///< As written; already merged.
    Field<Schedule> every;
    Field<Rollout> strategy;                   ///< rolling 25%.
    Field<double> fails;                       ///< Probability that a version is bad; 0.
    Field<FailureEffect> effect;               ///< Of a bad version on a member that has it; stop.
    Field<std::vector<std::string>> corrupts;  ///< With effect = "corrupt": the stores whose data are bad then.
    Field<sim::Law> noticed_after;             ///< From the first member that has it; 0.
    Field<sim::Law> undo;                      ///< From there until all are back.
    Field<sim::Law> takes;                     ///< How long a member is out while it is replaced; 0.
    Field<Duration> pause;                     ///< Between two batches; 0.
};

/// Common to node and domain: things that fail on their own.
struct Node {
    std::string id;
    Place place;
    Field<std::string> description;
    Field<std::string> preset;          ///< As written; already merged.
    std::vector<FailureMode> failures;  ///< The unnamed mode first, if any key of it was given.
    Field<RequestRate> capacity;        ///< Requests that one node serves per time; unlimited.
    Field<sim::Law> boot;               ///< Start time of a cold or warm standby unless `standby.start` says otherwise.
    Field<sim::Law> warm_up;            ///< After a repair or start its capacity grows from 0 so long; 0.
    Field<std::string> repaired_by;     ///< Crew.
    Field<std::int64_t> priority;       ///< For crews with order = "priority": the higher goes first; 0.
    Field<Price> price;                 ///< Of one member in service; nothing.
    Field<std::vector<std::string>> tags;
};

/// Note in the origin of `Domain::in` of a part that `split` makes, and what follows in it if the file has a table for
/// this part alone.
inline constexpr std::string_view made_by_split = "split";
inline constexpr std::string_view with_own_table = ", with its own table";

struct Domain {
    std::string id;  ///< "eu", "eu/az1": children made by `split` are domains of their own.
    Place place;
    Field<std::string> description;
    Field<std::string> preset;
    Field<std::string> in;         ///< The containing domain's id; for a child made by split: its parent.
    Field<FailureClass> level;     ///< rack, zone or region: the class of its failures; see level_of.
    Field<ByteRate> restore_rate;  ///< All restores from here at once get so much together; no limit.
    std::vector<FailureMode> failures;
    Field<std::string> repaired_by;
    Field<std::int64_t> priority;
    Field<Price> price;  ///< Of the place as a whole; nothing.
    Field<std::vector<std::string>> tags;
};

struct Standby {
    Place place;
    Field<StandbyMode> mode;  ///< hot.
    Field<double> factor;     ///< Failure rate of an idle warm member over that of a serving one.
    Field<sim::Law> start;    ///< Time from the decision to serving; hot 0, else node.boot or 0.
    Field<double> success;    ///< Probability that a start works; 1. A failed start is a failure of that member.
    Field<double> price;      ///< Of an idle member, as a share of the node's; 1.
};

struct Spares {
    Place place;
    Field<std::int64_t> stock;  ///< Parts on the shelf at time 0.
    Field<sim::Law> reorder;    ///< Lead time of the replacement ordered for each part used; absent: none ordered.
};

/// How many members of a group serve follows the load: `scale = { preset = "k8s-hpa", max = 24, target = "60%" }`.
struct Scale {
    Place place;
    Field<std::string> preset;      ///< As written; already merged.
    Field<std::int64_t> min;        ///< `count` of the group.
    Field<std::int64_t> max;        ///< Needed: nothing grows without bound.
    Field<double> target;           ///< Wanted utilisation of a member's capacity; 0.6.
    Field<Duration> sync;           ///< Time between evaluations; 15 s.
    Field<Duration> metrics;        ///< Age of the load that they see; 30 s.
    Field<double> tolerance;        ///< Deviation from the target that changes nothing; 0.1.
    Field<Duration> stabilisation;  ///< The highest number wanted within this time counts; 5 min.
    Field<sim::Law> boot;           ///< Time until a new member serves; the node's `boot`.
    Field<bool> replaces;           ///< Lost members are replaced by new ones; true.
};

/// Kind `group`: how many of a node, where.
struct Group {
    std::string id;
    Place place;
    Field<std::string> description;
    Field<std::string> node;
    Field<std::int64_t> count;            ///< 1.
    Field<std::int64_t> active;           ///< How many serve; the rest stand by. Default: all.
    Field<std::vector<Selector>> spread;  ///< Members go round-robin over the domains that each selector names.
    Field<std::vector<std::string>> in;   ///< All members are in each of these domains.
    Field<Standby> standby;
    Field<Scale> scale;
    Field<Spares> spares;
    Field<std::string> repaired_by;  ///< Overrides the node's.
    Field<std::int64_t> priority;
    std::vector<Maintenance> maintenance;
    Field<Patch> patch;
    Field<Deploy> deploy;
    Field<double> load_sharing;  ///< Exponent x: with m of n members working each fails (n/m)^x times as fast.
    Field<std::vector<std::string>> tags;
    /// Members that serve after the plan that scales it furthest; 0: no plan does. Follows from the plans.
    std::int64_t most_by_plan = 0;
};

/// A number per class of failure, or one for all: `rto = "5 min"`, `rto = { zone = "2 min", region = "30 min" }`.
struct ClassTimes {
    Place place;
    Field<Duration> all;  ///< The bare value.
    Field<Duration> node, rack, zone, region, partition, false_alarm, corruption, ransomware;
};

struct Objective {
    Place place;
    Field<Slo> slo;
    Field<ClassTimes> rto;               ///< Recovery time objective.
    Field<ClassTimes> rpo;               ///< Recovery point objective: largest data loss in time.
    Field<SloWindow> window;             ///< calendar.
    Field<SloMeasure> measure;           ///< time.
    Field<std::vector<Credit>> credits;  ///< Of the SLA: the lower the availability, the more.
    Field<Price> fee;                    ///< What credits are shares of; they cost nothing without it.
};

/// Demand of a service: `load = "2000 req/s"` or `{ peak = "2000 req/s", shape = "diurnal", trough = "35%" }`.
struct Load {
    Place place;
    Field<RequestRate> peak;
    Field<LoadShape> shape;       ///< constant.
    Field<double> trough;         ///< Diurnal: lowest demand as a share of the peak; 0.4.
    Field<ClockTime> peak_at;     ///< Diurnal: time of day of the peak; 14:00.
    Field<double> weekend;        ///< Demand at weekends as a share of other days; 1.
    Field<double> growth;         ///< Per year, compound; 0.
    Field<std::int64_t> retries;  ///< How often whoever asks tries again a request that failed; 0.
    Field<double> retry_budget;   ///< These are at most this share of the requests; unlimited.
    Field<Price> price;           ///< Of the requests, answered or not; nothing.
};

/// What it costs that users are without a service: `downtime_cost = "500 per min"` or `{ price = "500 per min", hours =
/// "Mon-Fri 09:00-17:00", off_hours = "50 per min", per_outage = 2000 }`.
struct DowntimeCost {
    Place place;
    Field<Price> price;
    Field<std::vector<WeekWindow>> hours;  ///< When `price` holds; always.
    Field<Price> off_hours;                ///< At other times; nothing.
    Field<Price> per_outage;               ///< For each outage, however long; nothing.
};

/// What lost writes cost: `data_loss_cost = { price = "100 per min", total = 5000000 }`.
struct DataLossCost {
    Place place;
    Field<Price> price;  ///< Per time of writes.
    Field<Price> total;  ///< When all data are lost; nothing.
};

/// Kind `service`: what users see; who needs whom.
struct Service {
    std::string id;
    Place place;
    Field<std::string> description;
    Field<std::string> entry;           ///< The balancer, group or service that users meet first.
    Field<std::vector<Need>> needs;     ///< All of them.
    Field<std::vector<Need>> soft;      ///< Their loss only degrades it.
    Field<std::vector<Need>> to_start;  ///< Matter only when something has to start, scale or fail over.
    Field<Load> load;
    Field<UpWhen> up_when;
    Objective objective;
    Field<DowntimeCost> downtime_cost;
    Field<DataLossCost> data_loss_cost;
};

/// What becomes of a request whose server did not answer: `retry = 3` or `{ tries = 3, redispatch = "last" }`.
struct Retry {
    Place place;
    Field<std::int64_t> tries;     ///< After the first; 3.
    Field<Redispatch> redispatch;  ///< last.
    Field<bool> timeouts;          ///< Also requests that only timed out, not just refused ones; false.
    Field<double> budget;          ///< Retries are at most this share of the requests; unlimited.
    Field<Duration> timeout;       ///< A try waits so long for a target that is silent; the check's timeout.
};

/// What a balancer does when too few of its targets are well, or too much comes.
struct Overload {
    Place place;
    Field<double> panic;        ///< With a smaller share of targets in rotation, health is ignored: all get traffic; 0.
    Field<bool> fail_open;      ///< With no target in rotation all get traffic; false.
    Field<double> max_ejected;  ///< At most this share of the targets is taken out of rotation (at least one); 1.
    Field<bool> shed;           ///< What exceeds the capacity is refused at once; else everybody waits in vain; true.
    Field<double> goodput;      ///< Without shedding: share of the capacity that is still useful in overload; 0.5.
    Field<std::int64_t> queue;  ///< Requests that may wait at one target; with `patience` it says whether it sheds.
    Field<Duration> patience;   ///< Users wait so long for an answer.
    Field<double> spill;        ///< Requests beyond this share of a tier's capacity go to the next tier; none do.
    Field<std::int64_t> connections;  ///< Requests that the balancer handles at once; unlimited.
    Field<Duration> response;         ///< Mean time that an answer takes; with `connections`.
};

/// Kind `balancer`: who sends traffic where, and how it notices. Proxies, virtual addresses, DNS and cloud load
/// balancers are presets of it.
struct Balancer {
    std::string id;
    Place place;
    Field<std::string> description;
    Field<std::string> preset;
    Field<std::vector<Selector>> to;     ///< Groups, balancers or services; in the order of preference.
    Field<std::string> on;               ///< The group that it runs on; absent: it has no machines of its own.
    Field<Failover> failover;            ///< How its address moves among the members of `on`; vrrp.
    Field<BalancerMode> mode;            ///< spread; with several targets in `to` from a preset: priority.
    Field<std::vector<double>> weights;  ///< Of the entries of `to`, with mode = "weighted".
    Field<Detection> check;              ///< preset haproxy.
    Field<Retry> retry;
    Field<Overload> overload;
    Field<Duration> slow_start;  ///< A target that is back gets its share in a linear ramp; 0.
    Field<Duration> ttl;         ///< DNS: clients keep an address so long; 0.
    Field<double> stale;         ///< DNS: share of clients that keep it longer; 0.
    Field<Duration> stale_time;  ///< DNS: mean time that these keep it; 15 min.
    Field<Price> price;          ///< Nothing.
};

struct Crew {
    std::string id;
    Place place;
    Field<std::string> description;
    Field<std::string> preset;             ///< As written; already merged.
    Field<std::int64_t> size;              ///< 1.
    Field<std::vector<WeekWindow>> hours;  ///< When they work; always, if absent.
    Field<CrewOrder> order;                ///< fifo.
    Field<bool> preemptive;                ///< With order = "priority": a more urgent job interrupts; false.
    Field<sim::Law> ack;                   ///< From the call to an answer.
    Field<sim::Law> decide;                ///< Until they have decided what to do, where a failover or plan asks them.
    Field<sim::Law> travel;                ///< Travel before each repair, restore and step of a plan on site.
    Field<Duration> escalate;  ///< Of a plan's call: the next level is called when nobody has answered so long.
    Field<double> off_hours;   ///< Outside `hours` a plan's answer and decision take so many times as long; 2.
    Field<Price> price;        ///< Of one member, whether there is work or not; nothing.
    Field<Price> work_price;   ///< Of one member at work, besides; nothing.
    Field<Price> call_price;   ///< Of each call to a repair; nothing.
};

/// Kind `plan`: a recovery of several steps that people or an automation carry out.
struct Plan {
    std::string id;
    Place place;
    Field<std::string> description;
    Field<std::string> preset;         ///< As written; already merged.
    Field<std::vector<DownFor>> when;  ///< Any of these.
    Field<std::string> by;             ///< Crew that answers and decides first; absent: nobody is asked.
    Field<PlanSteps> steps;
    Field<double> works;       ///< Probability that the plan as a whole works; by `drill`.
    Field<Drill> drill;        ///< never.
    Field<Failback> failback;  ///< never.
};

/// Kind `cause`: shocks that hit many things.
struct Cause {
    std::string id;
    Place place;
    Field<std::string> description;
    Field<std::vector<Selector>> hits;
    Field<Rate> rate;             ///< Poisson.
    Field<sim::Law> ttf;          ///< Instead of rate: time between shocks.
    Field<double> share;          ///< Probability for each target to be hit; 1.
    Field<Duration> spread_over;  ///< Hits fall uniformly within this time after the shock; 0.
    Field<FailureEffect> effect;  ///< stop.
    Field<sim::Law> ttr;          ///< Repair of what was hit; absent: each target's own first mode's repair.
    Field<Duration> mttr;         ///< The same as ttr = exp(mean ..).
    Field<sim::Law> noticed_after;
};

/// Kind `event`: something at a known time.
struct Event {
    std::string id;
    Place place;
    Field<std::string> description;
    Field<Duration> at;
    Field<EventAction> action;  ///< Key `do`.
    Field<bool> enabled;        ///< true.
};

struct SourceFile {
    std::string path;  ///< As given on the command line or in `include`.
    std::string sha256;
};

/// Something of a kind that the language has and this version does not simulate yet. It is reported where it is
/// written; references to it are then no second mistake.
struct LaterThing {
    std::string kind;
    std::string id;
    Place place;
};

struct Scenario {
    std::vector<SourceFile> files;  ///< [0] is the scenario itself; presets and includes follow.
    Experiment experiment;
    std::vector<Domain> domains;  ///< A parent stands before its children.
    std::vector<Node> nodes;
    std::vector<Group> groups;
    std::vector<Service> services;
    std::vector<Store> stores;
    std::vector<Backup> backups;
    std::vector<Balancer> balancers;
    std::vector<Crew> crews;
    std::vector<Plan> plans;
    std::vector<Cause> causes;
    std::vector<Event> events;
    std::vector<LaterThing> later;
};

}  // namespace nines::scenario
