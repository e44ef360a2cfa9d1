// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <optional>

#include <fmt/ranges.h>

#include "models/scenario/group_size.hpp"
#include "models/scenario/nearest.hpp"
#include "models/validate/checker.hpp"

namespace nines::validate {
namespace {

using scenario::Plan;
using scenario::PlanStep;
using scenario::PromoteBy;
using scenario::RefKind;
namespace codes = scenario::codes;

std::string title(const Plan& plan) {
    return fmt::format("plan \"{}\"", plan.id);
}

class PlanCheck {
public:
    explicit PlanCheck(Checker& checker) : checker_(checker) {}

    void run() {
        for (const Plan& plan : checker_.scenario.plans) {
            check_when(plan);
            check_people(plan);
            if (plan.failback && !plan.failback->never) look_at(plan, plan.failback->what);
            if (given(plan.drill) && plan.works) {
                checker_.warn(codes::key_without_effect, plan.drill.origin.place,
                              fmt::format("{}: `drill` says nothing more beside `works`", title(plan)));
            }
            check_steps(plan);
        }
        check_groups_of_none();
        check_crew_keys();
    }

private:
    // --- what starts it -------------------------------------------------------------------------------------------

    void check_when(const Plan& plan) {
        if (!checker_.require(plan.when, "when", plan.place, title(plan), "\"domain eu down for 10 min\"")) return;
        if (plan.when->empty()) {
            checker_.error(codes::plan_empty, plan.when.origin.place, fmt::format("{} waits for nothing", title(plan)),
                           "for example when = \"domain eu down for 10 min\"");
        }
        if (plan.when->size() > most_conditions) {
            checker_.error(codes::plan_too_long, plan.when.origin.place,
                           fmt::format("{} waits for more than {} things", title(plan), most_conditions));
        }
        for (const scenario::DownFor& condition : *plan.when) {
            const Lookup lookup = look_at(plan, condition.what);
            const bool is_domain = lookup.outcome == Outcome::found && lookup.target.kind == TargetKind::domain;
            if (is_domain && !may_fail(lookup.target.index)) {
                checker_.warn(
                    codes::plan_never_starts, condition.what.place,
                    fmt::format("{} waits for domain \"{}\", which never fails", title(plan), condition.what.name),
                    "give the domain a failure of its own, or a preset");
            }
        }
    }

    Lookup look_at(const Plan& plan, const scenario::Reference& what) {
        const Lookup lookup = checker_.look_up(what.kind, what.name, what.place, title(plan));
        const bool is_many = lookup.target.kind == TargetKind::tag || lookup.target.kind == TargetKind::children;
        if (lookup.outcome == Outcome::found && is_many) {
            checker_.error(codes::reference_wrong_kind, what.place,
                           fmt::format("{} cannot wait for all things with a tag", title(plan)),
                           "name one thing, or a list of conditions of which any will do");
        }
        return lookup;
    }

    /// The domain, or one around it, fails by itself or is struck.
    bool may_fail(std::size_t index) const {
        const auto& domains = checker_.scenario.domains;
        for (std::size_t depth = 0; depth <= domains.size(); ++depth) {
            const scenario::Domain& domain = domains[index];
            if (!domain.failures.empty() || is_struck(domain.id)) return true;
            const auto around = domain.in ? checker_.names.domain(*domain.in) : std::nullopt;
            if (!around) return false;
            index = *around;
        }
        return true;
    }

    bool is_struck(const std::string& domain) const {
        const auto names_it = [&](const scenario::Selector& selector) {
            const std::string& pattern = selector.pattern;
            const std::string parent = pattern.ends_with("/*") ? pattern.substr(0, pattern.size() - 1) : "";
            const bool is_part = !parent.empty() && domain.starts_with(parent);
            return pattern == domain || is_part || selector.kind == RefKind::tag;
        };
        for (const scenario::Cause& cause : checker_.scenario.causes) {
            if (cause.hits && std::any_of(cause.hits->begin(), cause.hits->end(), names_it)) return true;
        }
        return std::any_of(
            checker_.scenario.events.begin(), checker_.scenario.events.end(),
            [&](const scenario::Event& event) { return event.action && names_it(event.action->target); });
    }

    void check_people(const Plan& plan) {
        if (!plan.by) return;
        if (!checker_.names.is_crew(*plan.by) && !checker_.names.is_later(*plan.by)) {
            checker_.unknown(
                plan.by.origin.place,
                fmt::format("{} is carried out by \"{}\", but there is no such crew", title(plan), *plan.by), *plan.by,
                RefKind::crew);
        }
        for (const scenario::Crew& crew : checker_.scenario.crews) {
            if (crew.id != *plan.by || given(crew.ack) || given(crew.decide) || given(crew.travel)) continue;
            checker_.warn(codes::people_take_no_time, plan.by.origin.place,
                          fmt::format("{}: crew \"{}\" answers and decides in no time", title(plan), crew.id),
                          "give the crew `ack` and `decide`, or leave `by` out");
        }
    }

    // --- its steps ------------------------------------------------------------------------------------------------

    void check_steps(const Plan& plan) {
        if (!checker_.require(plan.steps, "steps", plan.place, title(plan), "[\"promote pg-us takes 2 min\"]")) return;
        std::size_t count = 0;
        for (const auto& stage : *plan.steps) {
            count += stage.size();
            for (const PlanStep& step : stage) check_step(plan, step);
        }
        if (count == 0) {
            checker_.error(codes::plan_empty, plan.steps.origin.place, fmt::format("{} has no step", title(plan)),
                           "for example steps = [\"promote pg-us takes 2 min\"]");
        }
        if (count > most_steps) {
            checker_.error(codes::plan_too_long, plan.steps.origin.place,
                           fmt::format("{} has more than {} steps", title(plan), most_steps));
        }
    }

    void check_step(const Plan& plan, const PlanStep& step) {
        switch (step.verb) {
            case PlanStep::Verb::promote: return check_promote(plan, step);
            case PlanStep::Verb::scale:
            case PlanStep::Verb::start: return check_scale(plan, step);
            case PlanStep::Verb::switch_to: return check_switch(plan, step);
            case PlanStep::Verb::work:
                if (step.takes || step.works) return;
                return checker_.warn(
                    codes::key_without_effect, step.place,
                    fmt::format("{}: \"do {}\" takes no time and does nothing", title(plan), step.text),
                    "say how long it takes: \"do .. takes 30 min\"");
            case PlanStep::Verb::restore: return check_restore(plan, step);
        }
    }

    /// The machines that a store is restored onto are a follower of it, with or without a copy of the data.
    void check_restore(const Plan& plan, const PlanStep& step) {
        const auto index = target(plan, step.target, TargetKind::store, "store");
        if (!index || !step.other || !target(plan, *step.other, TargetKind::group, "group")) return;
        note_moved(plan, step, "store");
        const scenario::Store& store = checker_.scenario.stores[*index];
        bool is_on_group = store.on && *store.on == step.other->name;
        for (const scenario::Follower& follower : store.followers) {
            is_on_group = is_on_group || (follower.on && *follower.on == step.other->name);
        }
        if (is_on_group) return;
        checker_.error(
            codes::promote_without_copy, step.other->place,
            fmt::format("{}: store \"{}\" has no place on group \"{}\"", title(plan), store.id, step.other->name),
            fmt::format("add [[store.{}.follower]] with on = \"{}\" and mode = \"none\"", store.id, step.other->name));
    }

    /// The thing that a step names, if it is of this kind.
    std::optional<std::size_t> target(const Plan& plan, const scenario::Reference& what, TargetKind kind,
                                      std::string_view word) {
        const Lookup lookup = checker_.look_up(what.kind, what.name, what.place, title(plan));
        if (lookup.outcome != Outcome::found) return std::nullopt;
        if (lookup.target.kind == kind) return lookup.target.index;
        checker_.error(codes::reference_wrong_kind, what.place,
                       fmt::format("{}: \"{}\" is not a {}", title(plan), what.name, word),
                       fmt::format("this step names a {}", word));
        return std::nullopt;
    }

    /// Two plans that move the same thing undo and overtake each other.
    void note_moved(const Plan& plan, const PlanStep& step, const std::string& kind) {
        const auto [first, is_new] = moved_.emplace(kind + ":" + step.target.name, &plan);
        if (is_new || first->second == &plan) return;
        checker_.warn(codes::plans_collide, step.target.place,
                      fmt::format("{} and {} both do something with \"{}\"", title(plan), title(*first->second),
                                  step.target.name),
                      "they do not wait for each other");
    }

    void check_promote(const Plan& plan, const PlanStep& step) {
        if (!target(plan, step.target, TargetKind::group, "group")) return;
        note_moved(plan, step, "group");
        bool has_copies = false;
        for (const scenario::Store& store : checker_.scenario.stores) {
            has_copies = has_copies || (store.on && *store.on == step.target.name);
            for (const scenario::Follower& follower : store.followers) {
                if (!follower.on || *follower.on != step.target.name) continue;
                has_copies = true;
                check_follower(plan, step, store, follower);
            }
        }
        if (has_copies) return;
        checker_.error(codes::promote_without_copy, step.target.place,
                       fmt::format("{}: no store has a copy on group \"{}\"", title(plan), step.target.name),
                       fmt::format("add [[store.ID.follower]] with on = \"{}\"", step.target.name));
    }

    void check_follower(const Plan& plan, const PlanStep& step, const scenario::Store& store,
                        const scenario::Follower& follower) {
        switch (follower.promote.value_or(PromoteBy::plan)) {
            case PromoteBy::plan: return;
            case PromoteBy::never:
                return checker_.warn(codes::promote_never, step.target.place,
                                     fmt::format("{} promotes the copy of store \"{}\" on \"{}\", which says "
                                                 "promote = \"never\"",
                                                 title(plan), store.id, *follower.on),
                                     "the plan does it nevertheless; write promote = \"plan\"");
            case PromoteBy::failover: break;
        }
        const bool is_automatic = store.failover && store.failover->mode.value_or(scenario::FailoverMode::automatic) ==
                                                        scenario::FailoverMode::automatic;
        if (!is_automatic) return;
        checker_.warn(codes::plan_and_failover, step.target.place,
                      fmt::format("{} and the failover of store \"{}\" may both promote its copy on \"{}\"",
                                  title(plan), store.id, *follower.on),
                      "write promote = \"plan\" at the follower, or leave the step out");
    }

    void check_scale(const Plan& plan, const PlanStep& step) {
        const auto index = target(plan, step.target, TargetKind::group, "group");
        if (!index) return;
        note_moved(plan, step, "group");
        const scenario::Group& group = checker_.scenario.groups[*index];
        const std::int64_t number = step.number > 0 ? step.number : group.count.value_or(1);
        const std::int64_t serving = scenario::least_serving(group);
        if (number <= serving) {
            checker_.error(
                codes::scale_not_above, step.target.place,
                fmt::format("{}: {} of group \"{}\" serve already", title(plan), serving, group.id),
                fmt::format("ask for more than {}, or let fewer serve before with `count` or `active`", serving));
        }
        const bool has_all = !scenario::comes_and_goes(group);
        const std::int64_t most = group.scale && group.scale->max ? *group.scale->max : group.count.value_or(1);
        if (number > most && (has_all || group.scale)) {
            checker_.error(codes::scale_above_members, step.target.place,
                           fmt::format("{}: group \"{}\" has only {} members", title(plan), group.id, most),
                           group.scale ? "raise `max`" : "raise `count`, of which `active` serve");
        }
    }

    void check_switch(const Plan& plan, const PlanStep& step) {
        const auto index = target(plan, step.target, TargetKind::balancer, "balancer");
        if (!index || !step.other) return;
        note_moved(plan, step, "balancer");
        const scenario::Balancer& balancer = checker_.scenario.balancers[*index];
        if (!balancer.to) return;
        const bool is_target = std::any_of(balancer.to->begin(), balancer.to->end(),
                                           [&](const auto& selector) { return selector.pattern == step.other->name; });
        if (is_target) return;
        std::vector<std::string_view> names;
        for (const scenario::Selector& selector : *balancer.to) names.push_back(selector.pattern);
        std::string hint = scenario::did_you_mean(step.other->name, names);
        if (hint.empty()) hint = fmt::format("it sends to {}", fmt::join(names, ", "));
        checker_.error(
            codes::switch_not_a_target, step.other->place,
            fmt::format("{}: balancer \"{}\" does not send to \"{}\"", title(plan), balancer.id, step.other->name),
            std::move(hint));
    }

    // --- what only plans give a meaning ---------------------------------------------------------------------------

    void check_groups_of_none() {
        for (const scenario::Group& group : checker_.scenario.groups) {
            if (!group.active || *group.active > 0 || scenario::is_scaled_by_plan(group)) continue;
            checker_.error(codes::none_serves, group.active.origin.place,
                           fmt::format("no member of group \"{}\" ever serves", group.id),
                           fmt::format("active = 1 or more, or a plan with the step \"start {}\"", group.id));
        }
    }

    void check_crew_keys() {
        for (const scenario::Crew& crew : checker_.scenario.crews) {
            const bool has_plan = std::any_of(checker_.scenario.plans.begin(), checker_.scenario.plans.end(),
                                              [&](const Plan& plan) { return plan.by && *plan.by == crew.id; });
            if (written(crew.travel) && !travels(crew)) {
                warn_of_crew(crew, crew.travel, "travel",
                             "it repairs nothing, restores nothing, and no plan that calls it has a step on site");
            }
            if (written(crew.escalate) && !has_plan) warn_of_crew(crew, crew.escalate, "escalate", "no plan calls it");
            if (!written(crew.off_hours)) continue;
            if (!has_plan) {
                warn_of_crew(crew, crew.off_hours, "off_hours", "no plan calls it");
            } else if (!given(crew.hours)) {
                warn_of_crew(crew, crew.off_hours, "off_hours", "it has no `hours`");
            }
        }
    }

    /// It repairs something, restores from a backup, or is called by a plan that has something to do on site. Whoever
    /// is named by nothing is warned of elsewhere.
    bool travels(const scenario::Crew& crew) const {
        const scenario::Scenario& all = checker_.scenario;
        const auto is_it = [&](const auto& field) { return field && *field == crew.id; };
        bool is_named = false;
        for (const scenario::Store& store : all.stores) {
            is_named = is_named || (store.failover && is_it(store.failover->by));
        }
        for (const scenario::Balancer& balancer : all.balancers) {
            is_named = is_named || (balancer.failover && is_it(balancer.failover->by));
        }
        for (const Plan& plan : all.plans) {
            if (!is_it(plan.by) || !plan.steps) continue;
            is_named = true;
            for (const auto& stage : *plan.steps) {
                if (std::any_of(stage.begin(), stage.end(), is_on_site)) return true;
            }
        }
        const auto repairs = [&](const auto& things) {
            return std::any_of(things.begin(), things.end(),
                               [&](const auto& thing) { return is_it(thing.repaired_by); });
        };
        const bool restores = std::any_of(all.backups.begin(), all.backups.end(), [&](const scenario::Backup& backup) {
            return backup.restore && is_it(backup.restore->by);
        });
        return !is_named || restores || repairs(all.nodes) || repairs(all.groups) || repairs(all.domains);
    }

    static bool is_on_site(const PlanStep& step) {
        return step.verb == PlanStep::Verb::restore || step.verb == PlanStep::Verb::work;
    }

    template <class T>
    void warn_of_crew(const scenario::Crew& crew, const scenario::Field<T>& field, std::string_view key,
                      std::string_view why) {
        checker_.warn(codes::key_without_effect, field.origin.place,
                      fmt::format("crew \"{}\": `{}` has no effect, for {}", crew.id, key, why));
    }

    // As many as a state can tell apart: see compile::most_plan_conditions, compile::most_plan_steps.
    static constexpr std::size_t most_conditions = 8;
    static constexpr std::size_t most_steps = 24;

    Checker& checker_;
    std::map<std::string, const Plan*> moved_;
};

}  // namespace

void check_plans(Checker& checker) {
    PlanCheck(checker).run();
}

}  // namespace nines::validate
