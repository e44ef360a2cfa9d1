// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/details.hpp"

#include <fmt/format.h>

#include "models/scenario/group_size.hpp"
#include "models/scenario/value_text.hpp"

namespace nines::edit {

using scenario::Field;
using scenario::to_text;

std::string detail(std::string_view key, const std::string& text) {
    return fmt::format("{} {}", key, text);
}

namespace {

using Details = std::vector<std::string>;

/// A distribution that does not fit is told by its name.
std::string short_text(const sim::Law& law) {
    constexpr std::size_t longest = 20;
    std::string text = sim::to_text(law);
    if (text.size() > longest) text.resize(std::min(text.find('('), text.size()));
    return text;
}

template <class T>
void add(Details& details, std::string_view key, const Field<T>& field) {
    if (field) details.push_back(detail(key, to_text(*field)));
}
void add(Details& details, std::string_view key, const Field<sim::Law>& field) {
    if (field) details.push_back(detail(key, short_text(*field)));
}
void add(Details& details, std::string_view key, const Field<double>& share) {
    if (share) details.push_back(detail(key, scenario::share_to_text(*share)));
}
void add(Details& details, std::string_view key, const Field<std::string>& text) {
    if (text) details.push_back(key.empty() ? *text : detail(key, *text));
}

/// One mode by its times, several by their number.
void add_modes(Details& details, const std::vector<scenario::FailureMode>& modes) {
    if (modes.empty()) return;
    if (modes.size() > 1) {
        details.push_back(fmt::format("{} failure modes", modes.size()));
        return;
    }
    const scenario::FailureMode& mode = modes.front();
    add(details, "mtbf", mode.mtbf);
    add(details, "mttf", mode.mttf);
    add(details, "afr", mode.afr);
    if (mode.rate) details.push_back(to_text(*mode.rate));
    add(details, "ttf", mode.ttf);
    if (mode.availability) details.push_back(scenario::share_to_text(*mode.availability));
    add(details, "mttr", mode.mttr);
    add(details, "ttr", mode.ttr);
}

/// How often, without the hour: "full every 7 d".
void add_schedule(Details& details, std::string_view key, const Field<scenario::Schedule>& schedule) {
    if (schedule) details.push_back(detail(key, "every " + to_text(schedule->period)));
}

/// What sets a lone one apart, several by their number.
void add_followers(Details& details, const std::vector<scenario::Follower>& followers) {
    if (followers.empty()) return;
    if (followers.size() > 1) {
        details.push_back(fmt::format("{} followers", followers.size()));
        return;
    }
    const scenario::Follower& follower = followers.front();
    const scenario::PromoteBy promote = follower.promote.value_or(scenario::PromoteBy::plan);
    if (follower.delay && *follower.delay > Duration()) {
        details.push_back(fmt::format("follower {} later", to_text(*follower.delay)));
    } else if (promote == scenario::PromoteBy::plan) {
        details.emplace_back("follower for a plan");
    } else {
        details.emplace_back(promote == scenario::PromoteBy::never ? "follower, never primary" : "1 follower");
    }
}

}  // namespace

std::vector<std::string> details_of(const scenario::Domain& domain) {
    Details details;
    add(details, {}, domain.preset);
    if (domain.level) details.push_back(to_text(*domain.level));
    add_modes(details, domain.failures);
    return details;
}

std::vector<std::string> details_of(const scenario::Node& node) {
    Details details;
    add(details, {}, node.preset);
    add_modes(details, node.failures);
    if (node.capacity) details.push_back(to_text(*node.capacity));
    return details;
}

std::vector<std::string> details_of(const scenario::Group& group) {
    Details details;
    const std::int64_t most = scenario::most_members(group);
    const std::int64_t least = scenario::least_serving(group);
    const bool scales = group.scale && least != most;
    const std::string count = scales ? fmt::format("{} to {}", least, most) : fmt::format("{}", most);
    details.push_back(group.node ? fmt::format("{} x {}", count, *group.node) : count);
    if (group.active && !group.scale) details.push_back(fmt::format("{} active", *group.active));
    if (group.standby && group.standby->mode) details.push_back(to_text(*group.standby->mode) + " standby");
    if (group.deploy) add_schedule(details, "deploy", group.deploy->every);
    return details;
}

std::vector<std::string> details_of(const scenario::Service& service) {
    Details details;
    if (service.objective.slo) details.push_back(to_text(*service.objective.slo));
    if (service.objective.rto && service.objective.rto->all) add(details, "rto", service.objective.rto->all);
    if (service.load && service.load->peak) details.push_back(to_text(*service.load->peak));
    return details;
}

std::vector<std::string> details_of(const scenario::Store& store) {
    Details details;
    if (store.replication && store.replication->mode) {
        const bool is_none = *store.replication->mode == scenario::ReplicationMode::none;
        details.push_back(is_none ? "not replicated" : to_text(*store.replication->mode));
    }
    add_followers(details, store.followers);
    if (store.failover) add(details, {}, store.failover->preset);
    if (store.size) details.push_back(to_text(*store.size));
    return details;
}

std::vector<std::string> details_of(const scenario::Backup& backup) {
    Details details;
    add_schedule(details, "full", backup.full);
    if (backup.log && backup.log->when) details.push_back(detail("log", to_text(*backup.log->when)));
    add_schedule(details, "diff", backup.diff);
    add_schedule(details, "incr", backup.incr);
    add_schedule(details, "snapshot", backup.snapshot);
    add(details, {}, backup.preset);
    return details;
}

std::vector<std::string> details_of(const scenario::Balancer& balancer) {
    Details details;
    add(details, {}, balancer.preset);
    if (balancer.mode && *balancer.mode != scenario::BalancerMode::spread) details.push_back(to_text(*balancer.mode));
    if (balancer.check) {
        add(details, {}, balancer.check->preset);
        add(details, "check", balancer.check->inter);
    }
    return details;
}

std::vector<std::string> details_of(const scenario::Crew& crew) {
    Details details;
    details.push_back(fmt::format("{} at once", crew.size.value_or(1)));
    if (crew.hours) details.push_back(to_text(*crew.hours));
    return details;
}

std::vector<std::string> details_of(const scenario::Plan& plan) {
    Details details;
    add(details, {}, plan.preset);
    if (plan.when && plan.when->size() == 1) details.push_back(to_text(plan.when->front()));
    std::size_t steps = 0;
    for (const auto& stage : plan.steps.value_or(scenario::PlanSteps())) steps += stage.size();
    if (steps > 0) details.push_back(steps == 1 ? "1 step" : fmt::format("{} steps", steps));
    add(details, "works", plan.works);
    return details;
}

std::vector<std::string> details_of(const scenario::Cause& cause) {
    Details details;
    if (cause.rate) details.push_back(to_text(*cause.rate));
    add(details, "ttf", cause.ttf);
    add(details, "share", cause.share);
    if (cause.effect) details.push_back(to_text(*cause.effect));
    return details;
}

std::vector<std::string> details_of(const scenario::Event& event) {
    Details details;
    if (!event.enabled.value_or(true)) details.emplace_back("disabled");
    if (event.at) details.push_back("at " + to_text(*event.at));
    if (event.action) details.push_back(to_text(*event.action));
    return details;
}

}  // namespace nines::edit
