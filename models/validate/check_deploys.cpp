// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <variant>

#include <fmt/ranges.h>

#include "models/scenario/group_size.hpp"
#include "models/scenario/planned_work.hpp"
#include "models/scenario/rollout.hpp"
#include "models/scenario/spoiled_stores.hpp"
#include "models/scenario/value_text.hpp"
#include "models/validate/checker.hpp"
#include "models/validate/copies.hpp"

namespace nines::validate {
namespace {

using scenario::Deploy;
using scenario::Field;
using scenario::Group;
using scenario::Rollout;
namespace codes = scenario::codes;

bool is_never(const Field<sim::Law>& time) {
    return time && std::holds_alternative<sim::Never>(time->form);
}

/// The deploys of one group.
class DeployCheck {
public:
    DeployCheck(Checker& checker, const Group& group)
        : checker_(checker),
          group_(group),
          deploy_(*group.deploy),
          rollout_(deploy_.strategy.value_or({})),
          what_(fmt::format("`deploy` of group \"{}\"", group.id)),
          members_(std::min(most, group.scale ? scenario::least_serving(group) : scenario::most_members(group))) {}

    void run() {
        const bool has_period = checker_.require(deploy_.every, "every", deploy_.place, what_, "\"1 d\"");
        check_undo();
        check_effect();
        if (has_period) check_lengths();
        check_use();
        if (!may_matter()) return;
        check_reach();
        check_notice();
    }

private:
    static constexpr std::int64_t most = 1'000'000'000;  // what is more is refused elsewhere

    /// What cannot be read may say anything.
    bool may_fail() const { return deploy_.fails ? *deploy_.fails > 0.0 : given(deploy_.fails); }
    bool may_take_time() const { return deploy_.takes ? scenario::deploy_takes_time(deploy_) : given(deploy_.takes); }
    bool may_matter() const { return may_fail() || may_take_time(); }

    void check_undo() {
        if (!may_fail()) return;
        checker_.require(deploy_.undo, "undo", deploy_.place, what_, "\"lognormal(median 20 min, p95 1 h)\"");
        for (const auto* time : {&deploy_.undo, &deploy_.noticed_after}) {
            if (!is_never(*time)) continue;
            checker_.error(codes::never_undone, time->origin.place,
                           fmt::format("{}: a bad version is never undone, so that no other one follows", what_),
                           "a time");
        }
    }

    void check_effect() {
        if (!deploy_.effect) return;
        switch (deploy_.effect->kind) {
            case scenario::Effect::stop:
            case scenario::Effect::hang:
            case scenario::Effect::slow: return;
            case scenario::Effect::corrupt: return check_corruption();
            case scenario::Effect::lose_data:
            case scenario::Effect::partition:
            case scenario::Effect::encrypt: break;
        }
        checker_.error(codes::effect_of_deploy, deploy_.effect.origin.place,
                       fmt::format("{}: a bad version cannot have the effect \"{}\"", what_, to_text(*deploy_.effect)),
                       "stop, hang, slow 30% or corrupt; what else can happen is a `cause`");
    }

    /// Whose data it is must be said, unless only one store is used with the group.
    void check_corruption() {
        if (!given(deploy_.corrupts)) {
            const auto stores = scenario::stores_used_with(checker_.scenario, group_);
            if (stores.size() == 1) return check_late_notice(stores);
            if (stores.empty() && !checker_.whole) return;
            std::vector<std::string_view> names;
            for (const std::size_t store : stores) names.push_back(checker_.scenario.stores[store].id);
            checker_.error(codes::corrupts_unnamed, deploy_.effect.origin.place,
                           stores.empty()
                               ? fmt::format("{}: no service that needs the group needs a store as well", what_)
                               : fmt::format("{}: it may corrupt any of the stores {}", what_, fmt::join(names, ", ")),
                           stores.empty() ? std::string("say whose data it is: corrupts = [\"STORE\"]")
                                          : fmt::format("say whose data it is: corrupts = [\"{}\"]", names.front()));
            return;
        }
        if (!deploy_.corrupts) return;
        if (deploy_.corrupts->empty()) {
            checker_.error(codes::corrupts_unnamed, deploy_.corrupts.origin.place,
                           fmt::format("{}: `corrupts` names no store", what_), "for example corrupts = [\"orders\"]");
        }
        for (const std::string& name : *deploy_.corrupts) {
            if (checker_.names.store(name) || checker_.names.is_later(name)) continue;
            checker_.unknown(deploy_.corrupts.origin.place,
                             fmt::format("{} corrupts \"{}\", but there is no such store", what_, name), name,
                             scenario::RefKind::store);
        }
        check_late_notice(scenario::spoiled_stores(checker_.scenario, group_));
    }

    /// Nothing is kept from before the bad version when it is noticed.
    void check_late_notice(const std::vector<std::size_t>& stores) {
        for (const std::size_t store : stores) {
            validate::check_notice(checker_, checker_.scenario.stores[store], deploy_.noticed_after, what_);
        }
    }

    Duration pause() const { return deploy_.pause.value_or(Duration()); }

    /// From the end of the first batch to that of the last.
    Duration time_to_last_batch() const {
        const Duration out = may_take_time() && deploy_.takes ? sim::mean(*deploy_.takes) : Duration();
        const std::int64_t left = members_ - scenario::batch_size(rollout_, 0, members_, members_);
        if (left <= 0) return {};
        const std::int64_t size = scenario::batch_size(rollout_, 1, left, members_);
        const auto further = static_cast<double>((left - 1) / size + 1);
        return scenario::gap_after(rollout_, 0, pause()) + out + (pause() + out) * (further - 1.0);
    }

    void check_lengths() {
        const Duration period = deploy_.every->period;
        const bool is_canary = rollout_.kind == Rollout::Kind::canary;
        if (is_canary && rollout_.watch >= period) {
            checker_.error(codes::canary_too_long, deploy_.strategy.origin.place,
                           fmt::format("{}: the canary is watched for {}, and the next version comes after {}", what_,
                                       scenario::to_text(rollout_.watch), scenario::to_text(period)),
                           "a shorter watch, or a longer period");
            return;
        }
        const Duration out = may_take_time() && deploy_.takes ? sim::mean(*deploy_.takes) : Duration();
        const Duration length = out + time_to_last_batch();
        if (length < period) return;
        checker_.error(codes::deploy_too_long, deploy_.every.origin.place,
                       fmt::format("{} takes {} for {} members, and the next version comes after {}", what_,
                                   scenario::to_text(length), members_, scenario::to_text(period)),
                       "larger batches, shorter times, or a longer period");
    }

    /// Where all get it at once, no strategy limits what a bad version does.
    void check_reach() {
        if (scenario::corrupts_data(deploy_)) return;  // the first member is enough
        if (members_ < 2 || scenario::batch_size(rollout_, 0, members_, members_) < members_) return;
        const auto place = deploy_.strategy ? deploy_.strategy.origin.place : deploy_.place;
        checker_.warn(codes::deploy_reaches_all, place,
                      fmt::format("{}: a new version reaches all {} members at once", what_, members_),
                      "strategy = \"rolling 25%\", or a canary first, limits what a bad one does");
    }

    void check_notice() {
        if (scenario::corrupts_data(deploy_)) return;
        if (!may_fail() || !deploy_.noticed_after || is_never(deploy_.noticed_after)) return;
        const bool is_one_batch = scenario::batch_size(rollout_, 0, members_, members_) >= members_;
        const Duration last = time_to_last_batch();
        const Duration noticed = sim::mean(*deploy_.noticed_after);
        if (is_one_batch || noticed <= Duration() || noticed < last) return;
        checker_.warn(codes::noticed_too_late, deploy_.noticed_after.origin.place,
                      fmt::format("{}: all members have a bad version after {}, and it is noticed after {} on average",
                                  what_, scenario::to_text(last), scenario::to_text(noticed)),
                      "a `pause` between batches, or a canary that is watched for longer");
    }

    template <class T>
    void unused(const Field<T>& field, std::string_view key, const char* why) {
        if (!written(field)) return;
        checker_.warn(codes::key_without_effect, field.origin.place, fmt::format("{}: `{}` has no effect", what_, key),
                      why);
    }

    void check_use() {
        if (deploy_.takes && !scenario::takes_members_out(rollout_)) {
            unused(deploy_.takes, "takes", "new members stand beside the old ones, so that nobody is out");
        }
        if (!may_fail()) {
            constexpr const char* why = "no version is bad: write `fails`";
            unused(deploy_.undo, "undo", why);
            unused(deploy_.noticed_after, "noticed_after", why);
            unused(deploy_.effect, "effect", why);
        }
        if (!scenario::corrupts_data(deploy_) && (deploy_.effect || !given(deploy_.effect))) {
            unused(deploy_.corrupts, "corrupts", "a bad version does not make data bad: effect = \"corrupt\"");
        }
        const bool is_one_batch = rollout_.kind == Rollout::Kind::all || rollout_.kind == Rollout::Kind::blue_green ||
                                  (rollout_.kind == Rollout::Kind::canary && !rollout_.then);
        if (is_one_batch) unused(deploy_.pause, "pause", "there is but one batch to wait for");
        if (may_matter() || !written(group_.deploy)) return;
        checker_.warn(codes::key_without_effect, deploy_.place,
                      fmt::format("{} changes nothing: no version is bad and nobody is out for it", what_),
                      "write `fails` and `undo`, or `takes`");
    }

    Checker& checker_;
    const Group& group_;
    const Deploy& deploy_;
    const Rollout rollout_;
    const std::string what_;
    const std::int64_t members_;
};

/// A primary that is replaced on its machine by a deploy hands over first, or is lost.
void check_handovers(Checker& checker, const scenario::Store& store) {
    if (!store.failover || given(store.failover->switchover)) return;
    const auto check = [&](const Field<std::string>& on) {
        const auto index = on ? checker.names.group(*on) : std::nullopt;
        if (!index) return;
        const Group& group = checker.scenario.groups[*index];
        if (!group.deploy || !scenario::deploy_takes_time(*group.deploy)) return;
        checker.warn(codes::deploy_without_handover, group.deploy->takes.origin.place,
                     fmt::format("`deploy` of group \"{}\" takes the primary of store \"{}\" away as a failure would",
                                 group.id, store.id),
                     "give its `failover` a `switchover`, for example \"5 s\"");
    };
    check(store.on);
    for (const scenario::Follower& follower : store.followers) check(follower.on);
}

}  // namespace

void check_deploys(Checker& checker) {
    for (const Group& group : checker.scenario.groups) {
        if (group.deploy) DeployCheck(checker, group).run();
    }
    for (const scenario::Store& store : checker.scenario.stores) check_handovers(checker, store);
}

}  // namespace nines::validate
