// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/compile/ids.hpp"
#include "sim/kernel/calendar.hpp"
#include "sim/kernel/event_set.hpp"

/// Recoveries of several steps that people or an automation carry out: what starts them, what each step does, when it
/// is undone.
namespace nines::compile {

/// Where a plan stands.
enum class PlanPhase : std::uint8_t {
    idle,
    calling,          ///< Somebody has to answer.
    deciding,         ///< .. and to decide that it shall be done.
    travelling,       ///< Those who do the next steps are on their way to where these are done.
    working,          ///< The steps.
    stuck,            ///< A step cannot be done: waits until it can.
    failed,           ///< It does not work: waits until what it was for is over.
    settling,         ///< Carried out; what it was for is back, but not for long enough to undo it.
    settled,          ///< .. for long enough; some store cannot be handed back yet.
    awaiting_window,  ///< .. the window opens later.
    failing_back,     ///< Stores are being handed back.
};

/// Nobody has asked for it, or it has been carried out: what it waits for may start it.
constexpr bool is_at_rest(PlanPhase phase) {
    return phase == PlanPhase::idle || phase == PlanPhase::settling || phase == PlanPhase::settled ||
           phase == PlanPhase::awaiting_window;
}

/// It is on its way to bring something back.
constexpr bool is_at_work(PlanPhase phase) {
    return phase == PlanPhase::calling || phase == PlanPhase::deciding || phase == PlanPhase::travelling ||
           phase == PlanPhase::working;
}

/// Asked for once this line has been down for so long.
struct PlanCondition {
    LineId line = none<LineId>;
    SamplerId lasting = none<SamplerId>;  ///< None: at once.
    double lasting_seconds = 0.0;
};

/// Copies of one store, one of which becomes primary.
struct PlannedPromotion {
    FailoverId failover = none<FailoverId>;
    Range copies;  ///< Into Program::copies.
};

struct PlanStep {
    enum class Kind : std::uint8_t { promote, scale, switch_over, restore, work } kind = Kind::work;
    std::string text;  ///< As the scenario writes it, without its time.
    SamplerId takes = none<SamplerId>;
    double works = 1.0;
    std::vector<PlannedPromotion> promotions;  ///< Of a restore one: the store, and what it is restored onto.
    StandbyId standby = none<StandbyId>;       ///< Scale: this group is to have so many members in service.
    std::uint32_t members = 0;
    BalancerId balancer = none<BalancerId>;  ///< Switch: it sends to these endpoints first.
    Range endpoints;

    /// People have to be there: data are brought back onto machines, or they do something themselves. Promotions,
    /// numbers of members and balancers are moved from anywhere.
    bool is_on_site() const { return kind == Kind::restore || kind == Kind::work; }
};

struct RecoveryPlan {
    std::string name;                       ///< "plan:region-failover".
    HostId host = none<HostId>;             ///< Its own, without machines: that its state belongs to somebody.
    std::vector<PlanCondition> conditions;  ///< Any of them; at most `most_plan_conditions`.
    bool is_left_out = false;               ///< Never begins: to see what the design does without it.
    bool asks_people = false;
    SamplerId ack = none<SamplerId>;      ///< They answer.
    SamplerId consult = none<SamplerId>;  ///< They decide.
    SamplerId travel = none<SamplerId>;  ///< They come before the first step that is done on site, once; none: at once.
    double escalate_seconds = 0.0;       ///< The next one is called after so long without an answer; 0: never.
    double off_hours = 1.0;              ///< Both take so many times as long outside these hours.
    sim::WeekHours hours;
    std::vector<PlanStep> steps;            ///< At most `most_plan_steps`.
    std::vector<std::uint32_t> stage_ends;  ///< Steps up to here go side by side after those of the stage before.
    double works = 1.0;
    bool fails_back = false;
    LineId back_when = none<LineId>;  ///< Undone once this line has been up for ..
    SamplerId back_after = none<SamplerId>;
    bool has_windows = false;  ///< .. and at these times only.
    sim::WeekHours windows;

    std::vector<std::uint64_t> streams;  ///< By timer: the plan's own, its conditions', its steps'.
    std::uint64_t stream = 0;            ///< Of whether it works.
    std::uint32_t failed_label = 0;      ///< In chains of causes: the plan did not bring it back.
    sim::Leaf first_leaf = 0;            ///< Of its timers.

    std::uint32_t timer_of_condition(std::uint32_t condition) const { return 1 + condition; }
    std::uint32_t timer_of_step(std::uint32_t step) const {
        return 1 + static_cast<std::uint32_t>(conditions.size()) + step;
    }
    std::uint32_t timer_count() const { return timer_of_step(static_cast<std::uint32_t>(steps.size())); }
    /// Steps of one stage, as a range of `steps`.
    Range stage(std::uint32_t number) const { return {number == 0 ? 0 : stage_ends[number - 1], stage_ends[number]}; }
};

inline constexpr std::uint32_t most_plan_conditions = 8;
inline constexpr std::uint32_t most_plan_steps = 24;

/// A group has so many members in service while a step of a plan is in effect.
struct PlannedScale {
    PlanId plan = none<PlanId>;
    std::uint32_t step = 0;
    std::uint32_t members = 0;
};

}  // namespace nines::compile
