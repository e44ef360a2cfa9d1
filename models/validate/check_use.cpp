// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <unordered_set>

#include "models/validate/checker.hpp"
#include "models/validate/traffic.hpp"

namespace nines::validate {
namespace {

namespace codes = scenario::codes;

/// Marks what is referred to, then warns about the rest.
class UseCheck {
public:
    explicit UseCheck(Checker& checker)
        : checker_(checker),
          scenario_(checker.scenario),
          groups_needed_(scenario_.groups.size(), false),
          stores_needed_(scenario_.stores.size(), false),
          balancers_needed_(scenario_.balancers.size(), false),
          nodes_used_(scenario_.nodes.size(), false),
          domains_used_(scenario_.domains.size(), false) {}

    void run() {
        mark_groups();
        mark_services();
        mark_stores();
        mark_balancers();
        mark_shocks();
        for (std::size_t i = scenario_.domains.size(); i-- > 0;) mark_container(i);
        warn_unused();
        warn_priorities();
    }

private:
    void mark_groups() {
        for (const scenario::Group& group : scenario_.groups) {
            if (group.node) {
                if (const auto node = checker_.names.node(*group.node)) nodes_used_[*node] = true;
            }
            if (group.in) {
                for (const std::string& id : *group.in) mark(scenario::RefKind::domain, id, domains_only);
            }
            if (group.spread) {
                for (const auto& selector : *group.spread)
                    mark(scenario::RefKind::domain, selector.pattern, domains_only);
            }
        }
    }

    void mark_services() {
        for (const scenario::Service& service : scenario_.services) {
            mark_needs(service.needs);
            mark_needs(service.soft);
            mark_needs(service.to_start);
            if (const auto entry = entry_of(service)) mark(entry->kind, entry->name, needed);
        }
    }

    void mark_needs(const scenario::Field<std::vector<scenario::Need>>& needs) {
        if (!needs) return;
        for (const scenario::Need& need : *needs) {
            for (const auto& operand : need.operands) mark(operand.kind, operand.name, needed);
        }
    }

    void mark_conditions(const scenario::Field<scenario::Failover>& failover) {
        if (!failover) return;
        mark_needs(failover->needs);
        if (!failover->witness) return;
        for (const auto& selector : *failover->witness) mark(selector.kind, selector.pattern, needed);
    }

    /// What a balancer stands on and sends to is of use, or the balancer is not.
    void mark_balancers() {
        for (const scenario::Balancer& balancer : scenario_.balancers) {
            if (balancer.on) mark(scenario::RefKind::group, *balancer.on, needed);
            mark_conditions(balancer.failover);
            if (!balancer.to) continue;
            for (const auto& target : *balancer.to) mark(target.kind, target.pattern, needed);
        }
    }

    /// What carries a store is of use, or the store is not: one warning is enough.
    void mark_stores() {
        for (const scenario::Store& store : scenario_.stores) {
            if (store.on) mark(scenario::RefKind::group, *store.on, needed);
            for (const scenario::Follower& follower : store.followers) {
                if (follower.on) mark(scenario::RefKind::group, *follower.on, needed);
            }
            mark_conditions(store.failover);
        }
        for (const scenario::Backup& backup : scenario_.backups) {
            if (!backup.to) continue;
            for (const auto& place : *backup.to) mark(place.kind, place.pattern, needed);
        }
    }

    void mark_shocks() {
        for (const scenario::Cause& cause : scenario_.causes) {
            if (!cause.hits) continue;
            for (const auto& selector : *cause.hits) mark(selector.kind, selector.pattern, domains_only);
        }
        for (const scenario::Event& event : scenario_.events) {
            if (!event.action) continue;
            mark(event.action->target.kind, event.action->target.pattern, domains_only);
            if (event.action->from) mark(event.action->from->kind, event.action->from->pattern, domains_only);
        }
    }

    enum Use { needed, domains_only };

    void mark(scenario::RefKind kind, const std::string& pattern, Use use) {
        if (kind == scenario::RefKind::tag && use == needed) {
            everything_needed_ = true;
            return;
        }
        const Lookup lookup = checker_.names.find(kind, pattern);
        if (lookup.outcome != Outcome::found) return;
        const std::size_t index = lookup.target.index;
        switch (lookup.target.kind) {
            case TargetKind::group:
            case TargetKind::member:
            case TargetKind::members:
                if (use == needed) groups_needed_[index] = true;
                break;
            case TargetKind::node: mark_node(index, use); break;
            case TargetKind::domain: domains_used_[index] = true; break;
            case TargetKind::children:
                for (const std::size_t child : checker_.names.children(index)) domains_used_[child] = true;
                break;
            case TargetKind::store:
                if (use == needed) stores_needed_[index] = true;
                break;
            case TargetKind::balancer:
                if (use == needed) balancers_needed_[index] = true;
                break;
            case TargetKind::service:
            case TargetKind::tag: break;
        }
    }

    /// A node stands for all groups that are made of it.
    void mark_node(std::size_t node, Use use) {
        nodes_used_[node] = true;
        if (use != needed) return;
        for (std::size_t i = 0; i < scenario_.groups.size(); ++i) {
            const auto& made_of = scenario_.groups[i].node;
            if (made_of && *made_of == scenario_.nodes[node].id) groups_needed_[i] = true;
        }
    }

    /// A domain is used if anything in it is. Parents stand before their children.
    void mark_container(std::size_t index) {
        const auto& in = scenario_.domains[index].in;
        const auto parent = in ? checker_.names.domain(*in) : std::nullopt;
        if (parent && domains_used_[index]) domains_used_[*parent] = true;
    }

    void warn_unused() {
        const bool has_services = !scenario_.services.empty() && !everything_needed_;
        for (std::size_t i = 0; i < scenario_.groups.size() && has_services; ++i) {
            const scenario::Group& group = scenario_.groups[i];
            if (groups_needed_[i]) continue;
            checker_.warn(codes::group_unused, group.place, fmt::format("no service needs group \"{}\"", group.id),
                          "name it in `needs`, or leave it out");
        }
        for (std::size_t i = 0; i < scenario_.stores.size() && has_services; ++i) {
            const scenario::Store& store = scenario_.stores[i];
            if (stores_needed_[i]) continue;
            checker_.warn(codes::store_unused, store.place, fmt::format("no service needs store \"{}\"", store.id),
                          fmt::format("add \"{}\" to the `needs` of a service", reference_to(store)));
        }
        for (std::size_t i = 0; i < scenario_.balancers.size() && has_services; ++i) {
            const scenario::Balancer& balancer = scenario_.balancers[i];
            if (balancers_needed_[i]) continue;
            checker_.warn(codes::balancer_unused, balancer.place,
                          fmt::format("nothing sends requests to balancer \"{}\"", balancer.id),
                          fmt::format("entry = \"{}\" at a service, or leave it out", reference_to(balancer)));
        }
        for (std::size_t i = 0; i < scenario_.nodes.size(); ++i) {
            const scenario::Node& node = scenario_.nodes[i];
            if (nodes_used_[i]) continue;
            checker_.warn(codes::node_unused, node.place, fmt::format("nothing is made of node \"{}\"", node.id),
                          fmt::format("add a group with node = \"{}\"", node.id));
        }
        for (std::size_t i = 0; i < scenario_.domains.size(); ++i) {
            const scenario::Domain& domain = scenario_.domains[i];
            if (domains_used_[i] || domain.in) continue;
            checker_.warn(codes::domain_unused, domain.place, fmt::format("nothing is in domain \"{}\"", domain.id),
                          "put groups there with `spread` or `in`");
        }
        warn_idle_crews();
    }

    /// A bare name means a group or service of that name, if there is one.
    std::string reference_to(const scenario::Store& store) const {
        const bool taken = checker_.names.group(store.id) || checker_.names.service(store.id);
        return taken ? "store:" + store.id : store.id;
    }

    std::string reference_to(const scenario::Balancer& balancer) const {
        const Lookup bare = checker_.names.find(scenario::RefKind::any, balancer.id);
        return bare.target.kind == TargetKind::balancer ? balancer.id : "balancer:" + balancer.id;
    }

    void warn_idle_crews() {
        std::unordered_set<std::string_view> busy;
        const auto note = [&](const auto& things) {
            for (const auto& thing : things) {
                if (thing.repaired_by) busy.insert(*thing.repaired_by);
            }
        };
        note(scenario_.nodes);
        note(scenario_.domains);
        note(scenario_.groups);
        for (const scenario::Store& store : scenario_.stores) {
            if (store.failover && store.failover->by) busy.insert(*store.failover->by);
        }
        for (const scenario::Backup& backup : scenario_.backups) {
            if (backup.restore && backup.restore->by) busy.insert(*backup.restore->by);
        }
        for (const scenario::Plan& plan : scenario_.plans) {
            if (plan.by) busy.insert(*plan.by);
        }
        for (const scenario::Balancer& balancer : scenario_.balancers) {
            if (balancer.failover && balancer.failover->by) busy.insert(*balancer.failover->by);
        }
        for (const scenario::Crew& crew : scenario_.crews) {
            if (busy.count(crew.id) != 0) continue;
            checker_.warn(codes::crew_unused, crew.place, fmt::format("nothing is repaired by crew \"{}\"", crew.id),
                          fmt::format("add repaired_by = \"{}\" to what it repairs", crew.id));
        }
    }

    void warn_priorities() {
        std::unordered_set<std::string_view> by_priority;
        for (const scenario::Crew& crew : scenario_.crews) {
            if (crew.order && *crew.order == scenario::CrewOrder::priority) by_priority.insert(crew.id);
        }
        warn_priorities_of(scenario_.nodes, by_priority);
        warn_priorities_of(scenario_.domains, by_priority);
        warn_priorities_of(scenario_.groups, by_priority);
    }

    template <class Things>
    void warn_priorities_of(const Things& things, const std::unordered_set<std::string_view>& by_priority) {
        for (const auto& thing : things) {
            if (!thing.priority) continue;
            const bool has_effect =
                thing.repaired_by ? by_priority.count(*thing.repaired_by) != 0 : !by_priority.empty();
            if (has_effect) continue;
            checker_.warn(codes::priority_unused, thing.priority.origin.place,
                          fmt::format("the priority of \"{}\" has no effect", thing.id),
                          "the crew that repairs it needs order = \"priority\"");
        }
    }

    Checker& checker_;
    const scenario::Scenario& scenario_;
    std::vector<bool> groups_needed_;
    std::vector<bool> stores_needed_;
    std::vector<bool> balancers_needed_;
    std::vector<bool> nodes_used_;
    std::vector<bool> domains_used_;
    bool everything_needed_ = false;  ///< Some need is a tag, so that nothing is surely idle.
};

}  // namespace

void check_use(Checker& checker) {
    UseCheck(checker).run();
}

}  // namespace nines::validate
