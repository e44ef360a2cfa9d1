// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/scenario/origin.hpp"
#include "sim/random/law.hpp"
#include "sim/units/duration.hpp"

/// The value forms of the scenario language. Parsing them from text is in models/scenario/parse.hpp.
namespace nines::scenario {

/// "0.5 per y": events per time.
struct Rate {
    double per_second = 0.0;
};

/// "500 GB", "16 MiB".
struct Size {
    double bytes = 0.0;
};

/// "2 MB/s".
struct ByteRate {
    double bytes_per_second = 0.0;
};

/// "400 req/s".
struct RequestRate {
    double requests_per_second = 0.0;
};

/// What something costs: "70 per mo", "0.12 per GB mo", "0.40 per million requests", or once: "2000 EUR".
struct Price {
    double amount = 0.0;
    std::string currency = {};  ///< As written beside the amount; empty: the scenario's.
    Duration time = {};         ///< Paid for each such time; 0: not by time.
    Size size = {};             ///< ... for each such amount of data; 0: not by data.
    std::int64_t requests = 0;  ///< ... for each so many requests; 0: not by requests.

    /// Per second, per byte and second, per request, or once.
    double rate() const;
};

/// What the price of a key counts.
enum class PriceForm { by_time, by_data, by_requests, once };

/// A position in the week, "Mon 09:00"; Monday 00:00 is 0.
struct ClockTime {
    Duration since_monday;
};

enum class Ages { new_, steady };
enum class Effect { stop, hang, lose_data, partition, slow, corrupt, encrypt };

/// It makes the data bad that it reaches, in every copy at once, and stops nothing.
constexpr bool spoils_data(Effect effect) {
    return effect == Effect::corrupt || effect == Effect::encrypt;
}

/// What it strikes goes on working: slower, or with bad data.
constexpr bool leaves_at_work(Effect effect) {
    return effect == Effect::slow || spoils_data(effect);
}

/// What a failure does: its kind, and by which share a slow one lowers the capacity ("slow 30%": 0.3).
struct FailureEffect {
    Effect kind = Effect::stop;
    double slowed = 0.0;

    constexpr FailureEffect() = default;
    constexpr FailureEffect(Effect of_kind, double by = 0.0) : kind(of_kind), slowed(by) {}
    constexpr operator Effect() const { return kind; }
};
/// What a clock does while the unit does not operate: stand still and go on later, start afresh afterwards, run on.
enum class ClockPolicy { resume, renew, age };
enum class RepairQuality { renew, minimal };
enum class StandbyMode { hot, warm, cold };
enum class CrewOrder { fifo, priority, random };
enum class WhenDegraded { go, skip };
/// `none` is for followers only: a machine without data, onto which a plan restores.
enum class ReplicationMode { async, semi_sync, sync, quorum, shared, none };
enum class WithoutReplica { continue_, block };
/// Which replicas acknowledge: any so many of them, or the first of them in the order of the store.
enum class SyncWith { any, first };
enum class FailoverMode { automatic, manual };
/// Who may promote a copy: the failover by itself, a plan or people only, nobody.
enum class PromoteBy { failover, plan, never };
/// When members of a store are repaired: as they fail, or when the failover that they caused is over.
enum class RepairTime { at_once, after_failover };
/// What a primary does when what its failover needs is gone: serve on, or step down until it is back.
enum class WithoutNeeds { stay, step_down };
/// How a check is timed: from the end of the last one, at a fixed rate, as a lease that heartbeats renew, by watching
/// real traffic.
enum class CheckKind { probe, fixed_rate, lease, passive };

/// How a balancer spreads its traffic: over all targets alike, by their weights, or to the first that works.
enum class BalancerMode { spread, weighted, priority };
/// Where a request that failed goes again: nowhere else, elsewhere with its last try only, elsewhere with each.
enum class Redispatch { never, last, always };
/// In which shape copies of data are kept: as chains, as pieces that are kept once, as blocks of a volume.
enum class RestoreModel { chain, manifest, block };
/// Clients are served when restored data are whole, while they are still being copied, or when enough of them are
/// there.
enum class RestoreServe { full, instant, staged };
/// Course of the demand over a day.
enum class LoadShape { constant, diurnal };

/// What kind of thing began an outage. The classes of objectives and of results.
enum class FailureClass { node, rack, zone, region, partition, false_alarm, corruption, ransomware };
inline constexpr std::size_t failure_class_count = 8;

/// How far behind a copy may be to be promoted: a time ("10 s") or an amount of writes ("1 MiB").
struct LagLimit {
    std::optional<Duration> time;
    std::optional<Size> bytes;
};

/// So many members of a group, or a share of them: 2, "25%".
struct MemberShare {
    std::int64_t count = 0;  ///< 0: the share counts.
    double share = 0.0;
};

/// How a new version comes to the members of a group: "rolling 25%", "rolling 1", "canary 5% for 10 min", "canary 5%
/// for 10 min, then rolling 25%", "blue-green", "all".
struct Rollout {
    enum class Kind { rolling, canary, blue_green, all } kind = Kind::rolling;
    MemberShare first = {0, 0.25};    ///< The first batch; of a rolling one each batch.
    Duration watch;                   ///< Canary: so long it is watched before the rest follow.
    std::optional<MemberShare> then;  ///< Canary: further batches; none: all others at once.
};

/// "every 1 d at 02:00", "every 1 wk on Sun at 01:00", "every 30 d": instants phase + n * period.
struct Schedule {
    Duration period;
    std::optional<Duration> at;  ///< Time of day.
    std::optional<int> weekday;  ///< 0 = Monday; only with a period of whole weeks.
};

/// How often the log of a store is shipped: "every 60 s", or "streamed".
struct LogPace {
    std::optional<Duration> every;  ///< None: streamed.
};

/// "Sun 02:00-06:00", "Mon-Fri 09:00-17:00": [begin, end) within the week, begin < end, Monday 00:00 = 0.
/// A window across the week's end is kept as two.
struct WeekWindow {
    Duration begin;
    Duration end;
};

/// "served >= 99% of offered", "served > 0% of offered".
struct UpWhen {
    double served_share = 1.0;
    bool above = false;  ///< Written with ">": exactly that share is not enough.
};

/// "99.95%" or "3 nines", optionally "per 30 d".
struct Slo {
    double target = 0.0;             ///< Availability as a fraction.
    std::optional<Duration> window;  ///< Default: the horizon.
};

/// Windows of an objective: one after the other, or at every instant the time that has just passed.
enum class SloWindow { calendar, rolling };
/// What an objective is judged by: time without the service, or requests that were not answered.
enum class SloMeasure { time, requests };

/// "10% below 99.9%": what is paid back when a window's availability is below that.
struct Credit {
    double below = 0.0;  ///< Availability as a fraction.
    double share = 0.0;  ///< Of what the window costs.
};

/// Names of the things that references can point at.
enum class RefKind { any, node, group, service, domain, tag, cause, crew, store, balancer };

/// A thing by its id: "web", "web/2", "group:web", "eu/az1", "tag:blue", "domain eu".
struct Reference {
    RefKind kind = RefKind::any;  ///< any: resolved as group, then service, store, balancer, node, domain.
    std::string name;
    Place place;
};

/// What a selector chooses: a reference, or a pattern whose last part is `*` ("eu/*": the children of eu;
/// "web/*": the members of web).
struct Selector {
    RefKind kind = RefKind::any;
    std::string pattern;
    Place place;
};

/// One entry of `needs`: "orders", "2 of web", "any of a, b", "3 of db-1, db-2, db-3, db-4", "all of a, b".
/// One operand that is a group (or a pattern) is counted by its members; otherwise the operands are counted.
/// A group's bare name means: at least one member up.
struct Need {
    std::int64_t at_least = 1;
    bool all = false;  ///< "all of": every operand (every member of a single group).
    std::vector<Reference> operands;
    bool counted = false;  ///< Written with "k of"/"any of"/"all of"; false for a bare name.
    Place place;
};

struct EventAction {
    enum class Verb { fail, restore, partition, slow, resize, scale, corrupt } verb = Verb::fail;
    Selector target;
    std::optional<Selector> from;          ///< "from eu/az2": of a partition; else from everything.
    std::optional<sim::Law> lasting;       ///< "for 6 h"; of a resize "takes 5 min".
    double slowed = 0.0;                   ///< "slow .. by 60%": share of the capacity that is missing.
    double factor = 1.0;                   ///< "scale load of shop by 3".
    RequestRate capacity = {};             ///< "resize .. to 800 req/s".
    std::optional<sim::Law> noticed = {};  ///< "corrupt .. noticed after 20 min"; absent: at once.
};

/// "domain eu down for 10 min".
struct DownFor {
    Reference what;
    Duration lasting;  ///< Until then nothing is done about it; 0: at once.
};

/// "domain eu up for 24 h, in Sun 02:00-06:00", "never": when what a plan has done is undone.
struct Failback {
    bool never = false;
    Reference what;
    Duration lasting;
    std::vector<WeekWindow> windows;  ///< Empty: at any time.
};

/// How often a plan is tried out: "every 90 d", "never".
struct Drill {
    std::optional<Schedule> every;  ///< None: never.
};

/// "promote pg-us takes 2 min", "scale web-us to 9", "start web-us", "switch edge to front-us", "restore orders on
/// pg-us", "do call the provider takes 1 h works 90%".
struct PlanStep {
    enum class Verb { promote, scale, start, switch_to, restore, work } verb = Verb::promote;
    Reference target;                ///< The group, balancer or store; of work: none.
    std::optional<Reference> other;  ///< What the balancer is switched to; the group that is restored on.
    std::int64_t number = 0;         ///< Members that are to serve; 0: not said.
    std::string text;                ///< Of work: what is done.
    std::optional<sim::Law> takes;   ///< At once.
    std::optional<double> works;     ///< Probability of success; 1.
    Place place;
};
/// One after the other; those of an inner list side by side.
using PlanSteps = std::vector<std::vector<PlanStep>>;

}  // namespace nines::scenario
