// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compile/draft.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include <fmt/format.h>

#include "models/compile/calendar.hpp"
#include "models/compile/times.hpp"
#include "models/scenario/domain_levels.hpp"
#include "models/scenario/group_size.hpp"
#include "models/scenario/mode_laws.hpp"
#include "models/scenario/turns.hpp"

namespace nines::compile {

namespace {

using scenario::FailureMode;
using scenario::Scenario;

template <class Kind>
std::uint32_t index_of(const std::vector<Kind>& things, const std::string& id) {
    const auto found = std::find_if(things.begin(), things.end(), [&](const Kind& thing) { return thing.id == id; });
    return static_cast<std::uint32_t>(found - things.begin());
}

/// Repair arrangements of one host: who repairs it, from which shelf.
struct Arrangement {
    CrewId crew = none<CrewId>;
    PoolId pool = none<PoolId>;
    std::int64_t priority = 0;
};

class HostDrafter {
public:
    explicit HostDrafter(const Scenario& scenario) : scenario_(scenario), levels_(scenario::domain_levels(scenario)) {
        for (const auto& store : scenario.stores) {
            const bool waits = store.failover && store.failover->repair &&
                               *store.failover->repair == scenario::RepairTime::after_failover;
            groups_with_copies_[*store.on] |= waits;
            for (const auto& follower : store.followers) groups_with_copies_[*follower.on] |= waits;
        }
        for (const auto& balancer : scenario.balancers) {
            if (balancer.on) groups_with_copies_[*balancer.on] |= false;
        }
    }

    Draft run() {
        for (const auto& crew : scenario_.crews) draft_.crews.push_back(crew_of(crew));
        for (const auto& domain : scenario_.domains) add_domain(domain);
        draft_.group_members.resize(scenario_.groups.size());
        for (std::uint32_t g = 0; g < scenario_.groups.size(); ++g) add_group(g);
        add_single_nodes();
        for (const auto& service : scenario_.services) {
            HostDraft host;
            host.name = "service:" + service.id;
            add_host(std::move(host));
        }
        for (const auto& store : scenario_.stores) {
            HostDraft host;
            host.name = "store:" + store.id;
            add_host(std::move(host));
        }
        for (const auto& balancer : scenario_.balancers) {
            HostDraft host;
            host.name = "balancer:" + balancer.id;
            add_host(host);
            if (!balancer.on || count_of(*balancer.on) < 2) continue;
            host.name += ":address";
            add_host(host);
        }
        for (const auto& plan : scenario_.plans) {
            HostDraft host;
            host.name = "plan:" + plan.id;
            add_host(std::move(host));
        }
        return std::move(draft_);
    }

private:
    std::int64_t count_of(const std::string& group) const {
        return scenario::most_members(scenario_.groups[index_of(scenario_.groups, group)]);
    }

    std::uint32_t add_host(HostDraft host) {
        const auto id = static_cast<std::uint32_t>(draft_.hosts.size());
        draft_.by_name.emplace(host.name, id);
        draft_.hosts.push_back(std::move(host));
        return id;
    }

    Crew crew_of(const scenario::Crew& crew) {
        Crew compiled;
        compiled.name = "crew:" + crew.id;
        compiled.size = static_cast<std::uint32_t>(crew.size.value_or(1));
        compiled.order = crew.order.value_or(scenario::CrewOrder::fifo);
        compiled.preemptive = crew.preemptive.value_or(false);
        compiled.hours = hours_of(crew, scenario_.experiment);
        if (crew.ack) compiled.ack = draft_.samplers.add(*crew.ack, &crew.ack);
        if (crew.travel) compiled.travel = draft_.samplers.add(*crew.travel, &crew.travel);
        compiled.stream = sim::stream_name(compiled.name);
        return compiled;
    }

    Arrangement arrangement(const scenario::Field<std::string>& crew, std::int64_t priority) const {
        Arrangement result;
        if (crew) result.crew = static_cast<CrewId>(index_of(scenario_.crews, *crew));
        result.priority = priority;
        return result;
    }

    void add_domain(const scenario::Domain& domain) {
        HostDraft host;
        host.name = "domain:" + domain.id;
        if (domain.in) host.domains.push_back(draft_.by_name.at("domain:" + *domain.in));
        if (domain.tags) host.tags = &*domain.tags.value;
        host.failure_class = levels_[static_cast<std::size_t>(&domain - scenario_.domains.data())];
        fill_own(host, domain.failures, arrangement(domain.repaired_by, domain.priority.value_or(0)));
        add_host(std::move(host));
    }

    void fill_own(HostDraft& host, const std::vector<FailureMode>& modes, const Arrangement& arranged) {
        host.usual_care.crew = arranged.crew;
        host.usual_care.priority = arranged.priority;
        for (const auto& mode : modes) host.own.push_back(unit_of(host, mode, arranged));
        if (!modes.empty()) host.usual_repair = host.own.front().time_to_repair;
    }

    UnitDraft unit_of(const HostDraft& host, const FailureMode& mode, const Arrangement& arranged) {
        UnitDraft unit;
        unit.name = host.name + ":" + mode.name;
        const scenario::FailureEffect effect = mode.effect.value_or(scenario::Effect::stop);
        unit.effect = effect.kind;
        unit.slowed = effect.slowed;
        unit.failure_class = class_of(unit.effect, host.failure_class);
        unit.label = unit.name;
        unit.time_to_failure = draft_.samplers.add(scenario::failure_law(mode), &mode.ttf);
        unit.time_to_repair = draft_.samplers.add(scenario::repair_law(mode), &mode.ttr);
        unit.clock.when_down = mode.when_down.value_or(scenario::ClockPolicy::resume);
        unit.clock.when_cut_off = mode.when_cut_off.value_or(scenario::ClockPolicy::age);
        unit.care = care_of(mode, arranged, unit.time_to_repair);
        const bool loses_copies = host.carries_copies && unit.effect == scenario::Effect::lose_data;
        if (scenario::spoils_data(unit.effect)) {
            set_notice_only(unit);
        } else if (loses_copies || host.repairs_wait) {
            if (!unit.care) unit.care.emplace();
            unit.care->loses_copies = loses_copies;
        }
        return unit;
    }

    /// Nobody repairs what has made data bad: it is over when they have been restored.
    static void set_notice_only(UnitDraft& unit) {
        Care care;
        if (unit.care) {
            care.notice = unit.care->notice;
            care.inspection = unit.care->inspection;
        }
        unit.care = care;
    }

    /// Mean operating time until a failure or the replacement at a fixed age A: the life cut off at A; under minimal
    /// repair A over the replacement and the expected failures before it, 1 + H(A), H the cumulative hazard.
    static double mean_seconds_up(const FailureMode& mode, bool minimal_repair) {
        const auto law = scenario::failure_law(mode);
        if (!law) return mode.replace_at_age->in_seconds();
        if (!minimal_repair) return sim::mean_up_to(*law, *mode.replace_at_age).in_seconds();
        return mode.replace_at_age->in_seconds() / (1.0 - std::log(sim::survival(*law, *mode.replace_at_age)));
    }

    std::optional<Care> care_of(const FailureMode& mode, const Arrangement& arranged, SamplerId repair) {
        Care care;
        care.crew = arranged.crew;
        care.pool = arranged.pool;
        care.priority = arranged.priority;
        if (mode.noticed_after) care.notice = draft_.samplers.add(*mode.noticed_after, &mode.noticed_after);
        if (mode.inspection) care.inspection = recurrence_of(*mode.inspection, scenario_.experiment);
        care.minimal_repair = mode.repair && *mode.repair == scenario::RepairQuality::minimal;
        if (mode.replace_at_age) {
            care.replace_at_age = mode.replace_at_age->in_seconds();
            care.mean_seconds_to_replacement = mean_seconds_up(mode, care.minimal_repair);
            care.replacement = mode.replacement ? draft_.samplers.add(*mode.replacement, &mode.replacement) : repair;
        }
        const bool ordinary = !exists(care.crew) && !exists(care.pool) && !exists(care.notice) && !care.inspection &&
                              !care.minimal_repair && care.replace_at_age == 0.0;
        return ordinary ? std::nullopt : std::optional(care);
    }

    void set_capacity(HostDraft& host, const scenario::Node& node) {
        if (node.capacity) host.capacity = node.capacity->requests_per_second;
        const bool matters = node.capacity && std::any_of(scenario_.services.begin(), scenario_.services.end(),
                                                          [](const auto& service) { return bool(service.load); });
        if (matters) host.warm_up = Times(draft_.samplers).of(node.warm_up);
    }

    void add_group(std::uint32_t g) {
        const auto& group = scenario_.groups[g];
        const auto& node = scenario_.nodes[index_of(scenario_.nodes, *group.node)];
        auto arranged = arrangement(group.repaired_by ? group.repaired_by : node.repaired_by,
                                    group.priority ? *group.priority : node.priority.value_or(0));
        const auto count = static_cast<std::uint32_t>(scenario::most_members(group));
        if (group.spares) arranged.pool = add_pool(group, count);
        using Hosts = std::vector<std::uint32_t>;
        const auto places = scenario::turns_of(
            group, [this](const scenario::Selector& selector) { return select_hosts(scenario_, draft_, selector); },
            [this](const std::string& domain) { return Hosts{draft_.by_name.at("domain:" + domain)}; });
        for (std::uint32_t m = 0; m < count; ++m) {
            HostDraft host;
            host.name = fmt::format("node:{}/{}", group.id, m + 1);
            host.group = g;
            host.member = m;
            for (const auto& choices : places) {
                if (!choices.empty()) host.domains.push_back(scenario::turn_of(choices, m));
            }
            if (const auto carried = groups_with_copies_.find(group.id); carried != groups_with_copies_.end()) {
                host.carries_copies = true;
                host.repairs_wait = carried->second;
            }
            set_capacity(host, node);
            if (node.tags) host.tags = &*node.tags.value;
            if (group.tags) host.group_tags = &*group.tags.value;
            fill_own(host, node.failures, arranged);
            draft_planned_work(scenario_, group, m, count, draft_.samplers, host);
            draft_.group_members[g].push_back(add_host(std::move(host)));
        }
    }

    PoolId add_pool(const scenario::Group& group, std::uint32_t count) {
        Pool pool;
        pool.name = "spares:" + group.id;
        pool.stock = static_cast<std::uint32_t>(group.spares->stock.value_or(0));
        if (group.spares->reorder) {
            pool.reorder = draft_.samplers.add(*group.spares->reorder, &group.spares->reorder);
        }
        // Every part on the shelf and every unit that waits may have an order under way.
        const auto& node = scenario_.nodes[index_of(scenario_.nodes, *group.node)];
        pool.slots = pool.stock + count * static_cast<std::uint32_t>(std::max<std::size_t>(1, node.failures.size()));
        pool.stream = sim::stream_name(pool.name);
        draft_.pools.push_back(pool);
        return static_cast<PoolId>(draft_.pools.size() - 1);
    }

    void add_single_nodes() {
        std::unordered_set<std::string> in_groups;
        for (const auto& group : scenario_.groups) in_groups.insert(*group.node);
        std::unordered_set<std::string> wanted;
        for (const auto& service : scenario_.services) {
            if (!service.needs) continue;
            for (const auto& need : *service.needs) {
                for (const auto& operand : need.operands) wanted.insert(operand.name);
            }
        }
        for (const auto& balancer : scenario_.balancers) {
            for (const auto& target : *balancer.to) wanted.insert(target.pattern);
        }
        for (const auto& store : scenario_.stores) {
            if (!store.failover) continue;
            if (store.failover->needs) {
                for (const auto& need : *store.failover->needs) {
                    for (const auto& operand : need.operands) wanted.insert(operand.name);
                }
            }
            if (!store.failover->witness) continue;
            for (const auto& selector : *store.failover->witness) wanted.insert(selector.pattern);
        }
        for (const auto& plan : scenario_.plans) {
            for (const auto& condition : *plan.when) wanted.insert(condition.what.name);
            if (plan.failback) wanted.insert(plan.failback->what.name);
        }
        for (const auto& cause : scenario_.causes) {
            if (!cause.hits) continue;
            for (const auto& selector : *cause.hits) wanted.insert(selector.pattern);
        }
        for (const auto& event : scenario_.events) {
            if (event.action) wanted.insert(event.action->target.pattern);
        }
        for (const auto& node : scenario_.nodes) {
            if (in_groups.contains(node.id) || !wanted.contains(node.id)) continue;
            HostDraft host;
            host.name = "node:" + node.id;
            set_capacity(host, node);
            if (node.tags) host.tags = &*node.tags.value;
            fill_own(host, node.failures, arrangement(node.repaired_by, node.priority.value_or(0)));
            add_host(std::move(host));
        }
    }

    const Scenario& scenario_;
    std::vector<scenario::FailureClass> levels_;                ///< By domain.
    std::unordered_map<std::string, bool> groups_with_copies_;  ///< Do their repairs wait for a failover?
    Draft draft_;
};

}  // namespace

scenario::FailureClass class_of(scenario::Effect effect, scenario::FailureClass of_host) {
    switch (effect) {
        case scenario::Effect::partition: return scenario::FailureClass::partition;
        case scenario::Effect::corrupt: return scenario::FailureClass::corruption;
        case scenario::Effect::encrypt: return scenario::FailureClass::ransomware;
        case scenario::Effect::stop:
        case scenario::Effect::hang:
        case scenario::Effect::lose_data:
        case scenario::Effect::slow: break;
    }
    return of_host;
}

Draft draft_hosts(const scenario::Scenario& scenario) {
    return HostDrafter(scenario).run();
}

}  // namespace nines::compile
