// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/validate/names.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

#include "models/scenario/group_size.hpp"

namespace nines::validate {

using scenario::RefKind;

namespace {

template <class Things>
void index_ids(const Things& things, std::unordered_map<std::string_view, std::size_t>& index) {
    index.reserve(things.size());
    for (std::size_t i = 0; i < things.size(); ++i) index.emplace(things[i].id, i);
}

template <class Thing>
void count_tags(const Thing& thing, std::int64_t size, std::map<std::string_view, std::int64_t>& tags) {
    if (!thing.tags) return;
    for (const std::string& tag : *thing.tags) tags[tag] += size;
}

}  // namespace

Names::Names(const scenario::Scenario& scenario) : scenario_(scenario) {
    index_ids(scenario.groups, groups_);
    index_ids(scenario.services, services_);
    index_ids(scenario.stores, stores_);
    index_ids(scenario.backups, backups_);
    index_ids(scenario.balancers, balancers_);
    index_ids(scenario.nodes, nodes_);
    index_ids(scenario.domains, domains_);
    index_ids(scenario.crews, crews_);
    for (const scenario::LaterThing& thing : scenario.later) later_.insert(thing.id);

    children_.resize(scenario.domains.size());
    for (std::size_t i = 0; i < scenario.domains.size(); ++i) {
        const scenario::Domain& domain = scenario.domains[i];
        if (domain.in) {
            if (const auto parent = index_in(domains_, *domain.in)) children_[*parent].push_back(i);
        }
        count_tags(domain, 1, tags_);
    }
    members_of_node_.resize(scenario.nodes.size(), 0);
    for (std::size_t i = 0; i < scenario.groups.size(); ++i) {
        const scenario::Group& group = scenario.groups[i];
        count_tags(group, count_of(i), tags_);
        if (!group.node) continue;
        if (const auto made_of = index_in(nodes_, *group.node)) members_of_node_[*made_of] += count_of(i);
    }
    for (std::size_t i = 0; i < scenario.nodes.size(); ++i) {
        count_tags(scenario.nodes[i], std::max<std::int64_t>(members_of_node_[i], 1), tags_);
    }
}

std::optional<std::size_t> Names::index_in(const Index& index, std::string_view id) {
    const auto found = index.find(id);
    return found == index.end() ? std::nullopt : std::optional(found->second);
}

/// A count that could not be read may be anything: it must not make a second mistake of what refers to it.
std::int64_t Names::count_of(std::size_t group) const {
    const auto& scale = scenario_.groups[group].scale;
    if (!scale && scale.origin.source != scenario::Source::built_in) return std::numeric_limits<std::int32_t>::max();
    const auto& count = scale && scale->max ? scale->max : scenario_.groups[group].count;
    const bool unreadable = !count && count.origin.source != scenario::Source::built_in;
    return unreadable ? std::numeric_limits<std::int32_t>::max() : scenario::most_members(scenario_.groups[group]);
}

Lookup Names::found(TargetKind kind, std::size_t index, std::int64_t size) const {
    return {Outcome::found, {.kind = kind, .index = index, .size = size}};
}

Lookup Names::find(RefKind kind, const std::string& pattern) const {
    if (pattern.ends_with("/*")) return find_pattern(kind, pattern.substr(0, pattern.size() - 2));
    const bool any = kind == RefKind::any;
    if (kind == RefKind::tag) {
        const auto tag = tags_.find(pattern);
        return tag == tags_.end() ? Lookup{} : found(TargetKind::tag, 0, tag->second);
    }
    if (const auto group = index_in(groups_, pattern); group && (any || kind == RefKind::group)) {
        return found(TargetKind::group, *group, count_of(*group));
    }
    if (const auto service = index_in(services_, pattern); service && (any || kind == RefKind::service)) {
        return found(TargetKind::service, *service, 1);
    }
    if (const auto store = index_in(stores_, pattern); store && (any || kind == RefKind::store)) {
        return found(TargetKind::store, *store, 1);
    }
    if (const auto balancer = index_in(balancers_, pattern); balancer && (any || kind == RefKind::balancer)) {
        return found(TargetKind::balancer, *balancer, 1);
    }
    if (any || kind == RefKind::node) {
        if (const auto made_of = index_in(nodes_, pattern)) {
            return found(TargetKind::node, *made_of, std::max<std::int64_t>(members_of_node_[*made_of], 1));
        }
    }
    if (const auto domain = index_in(domains_, pattern); domain && (any || kind == RefKind::domain)) {
        return found(TargetKind::domain, *domain, 1);
    }
    if (any || kind == RefKind::node || kind == RefKind::group) {
        const Lookup member = find_member(pattern);
        if (member.outcome != Outcome::unknown) return member;
    }
    return is_later(pattern) ? Lookup{Outcome::not_simulated, {}} : Lookup{};
}

Lookup Names::find_pattern(RefKind kind, const std::string& stem) const {
    const bool any = kind == RefKind::any;
    if (const auto group = index_in(groups_, stem); group && (any || kind == RefKind::group)) {
        return found(TargetKind::members, *group, count_of(*group));
    }
    if (const auto domain = index_in(domains_, stem); domain && (any || kind == RefKind::domain)) {
        return found(TargetKind::children, *domain, static_cast<std::int64_t>(children_[*domain].size()));
    }
    return is_later(stem) ? Lookup{Outcome::not_simulated, {}} : Lookup{};
}

/// "web/2": the second member of the group.
Lookup Names::find_member(const std::string& name) const {
    const std::size_t slash = name.rfind('/');
    if (slash == std::string::npos) return {};
    const std::string stem = name.substr(0, slash);
    if (is_later(stem)) return {Outcome::not_simulated, {}};
    const auto group = index_in(groups_, stem);
    if (!group) return {};
    std::int64_t number = 0;
    const char* end = name.data() + name.size();
    const auto [stop, error] = std::from_chars(name.data() + slash + 1, end, number);
    const bool sound = error == std::errc() && stop == end && number >= 1 && number <= count_of(*group);
    if (!sound) return {Outcome::no_such_member, {.kind = TargetKind::member, .index = *group, .size = 0}};
    return found(TargetKind::member, *group, 1);
}

namespace {

template <class Things>
void add_ids(const Things& things, std::vector<std::string_view>& ids) {
    for (const auto& thing : things) ids.push_back(thing.id);
}

}  // namespace

std::vector<std::string_view> Names::candidates(RefKind kind) const {
    std::vector<std::string_view> names;
    const bool any = kind == RefKind::any;
    if (any || kind == RefKind::group) add_ids(scenario_.groups, names);
    if (any || kind == RefKind::service) add_ids(scenario_.services, names);
    if (any || kind == RefKind::store) add_ids(scenario_.stores, names);
    if (any || kind == RefKind::balancer) add_ids(scenario_.balancers, names);
    if (any || kind == RefKind::node) add_ids(scenario_.nodes, names);
    if (any || kind == RefKind::domain) add_ids(scenario_.domains, names);
    if (kind == RefKind::crew) add_ids(scenario_.crews, names);
    if (kind == RefKind::tag) {
        for (const auto& [tag, size] : tags_) names.push_back(tag);
    }
    return names;
}

}  // namespace nines::validate
