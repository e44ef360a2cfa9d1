// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <map>

#include "models/validate/changes.hpp"

namespace nines::validate {
namespace {

using scenario::Field;
using scenario::Load;
using scenario::Service;
namespace codes = scenario::codes;

std::string title(const Service& service) {
    return fmt::format("service \"{}\"", service.id);
}

/// Highest demand until the horizon, in requests per second.
double highest_demand(const Load& load, Duration horizon) {
    const double growth = std::max(0.0, load.growth.value_or(0.0));
    const double years = horizon / Duration::years(1);
    return load.peak->requests_per_second * std::pow(1.0 + growth, years);
}

/// What is left of the capacity after the worst loss of one kind.
struct Loss {
    double left = 0.0;
    std::string of;  ///< "one node of \"web\" fails".
};

/// One member of the group whose members serve most.
Loss worst_node(const Checker& checker, const std::vector<ServingPart>& parts, double all) {
    Loss worst{all, {}};
    for (const ServingPart& part : parts) {
        const scenario::Group& group = checker.scenario.groups[part.group];
        const scenario::Node& node = checker.scenario.nodes[*checker.names.node(*group.node)];
        const double left = all - part.capacity() + part.capacity(1);
        if (node.failures.empty() || left >= worst.left) continue;
        worst = {left, fmt::format("one node of \"{}\" fails", group.id)};
    }
    return worst;
}

/// Members in each domain that a group is spread over: they go round-robin.
std::map<std::size_t, std::int64_t> members_by_domain(const Checker& checker, const ServingPart& part) {
    std::map<std::size_t, std::int64_t> members;
    const scenario::Group& group = checker.scenario.groups[part.group];
    if (!group.spread) return members;
    for (const scenario::Selector& selector : *group.spread) {
        const Lookup lookup = checker.names.find(scenario::RefKind::domain, selector.pattern);
        if (lookup.outcome != Outcome::found) continue;
        const bool is_parent = lookup.target.kind == TargetKind::children;
        const std::vector<std::size_t> domains =
            is_parent ? checker.names.children(lookup.target.index) : std::vector<std::size_t>{lookup.target.index};
        const auto places = static_cast<std::int64_t>(domains.size());
        for (std::int64_t i = 0; i < places; ++i) {
            std::int64_t& here = members[domains[static_cast<std::size_t>(i)]];
            here = std::max(here, part.members / places + (i < part.members % places ? 1 : 0));
        }
    }
    return members;
}

Loss worst_domain(const Checker& checker, const std::vector<ServingPart>& parts, double all) {
    std::map<std::size_t, double> left;
    for (const ServingPart& part : parts) {
        for (const auto& [domain, members] : members_by_domain(checker, part)) {
            left.try_emplace(domain, all).first->second += part.capacity(members) - part.capacity();
        }
    }
    Loss worst{all, {}};
    for (const auto& [index, capacity] : left) {
        const scenario::Domain& domain = checker.scenario.domains[index];
        if (domain.failures.empty() || capacity >= worst.left) continue;
        worst = {capacity, fmt::format("domain \"{}\" fails", domain.id)};
    }
    return worst;
}

/// Groups that scale are counted with all members that they may have.
const char* with_most(const Checker& checker, const Reach& reach) {
    const bool any = std::any_of(reach.parts.begin(), reach.parts.end(), [&](const ServingPart& part) {
        return static_cast<bool>(checker.scenario.groups[part.group].scale);
    });
    return any ? " (with `max` members)" : "";
}

/// The load at which a group that scales would go beyond its most members. Others are asked for all they have.
void check_limit_of_scale(Checker& checker, const Service& service, const Reach& reach, double demand) {
    double wanted = 0.0;
    const scenario::Scale* scale = nullptr;
    for (const ServingPart& part : reach.parts) {
        const auto& keys = checker.scenario.groups[part.group].scale;
        if (keys && keys->max) scale = &*keys;
        wanted += part.capacity() * (keys ? keys->target.value_or(0.6) * (1.0 + keys->tolerance.value_or(0.1)) : 1.0);
    }
    if (scale == nullptr || demand <= wanted) return;
    checker.warn(codes::scale_at_its_limit, scale->max.origin.place,
                 fmt::format("{}: at its highest the load is {:.6g} req/s, and `max` members at their target serve "
                             "{:.6g} req/s",
                             title(service), demand, wanted),
                 "a higher `max`: what it does not reach is missing when something fails");
}

/// To bear the loss of k of n equal units the peak may use at most (n - k) / n of the capacity.
void check_headroom(Checker& checker, const Service& service, const Reach& reach) {
    constexpr double rounding = 1.0 + 1e-9;
    double all = 0.0;
    for (const ServingPart& part : reach.parts) all += part.capacity();
    const double demand = highest_demand(*service.load, checker.horizon());
    const scenario::Place place = service.load->peak.origin.place;
    if (demand > all * rounding) {
        checker.warn(codes::peak_exceeds_capacity, place,
                     fmt::format("{}: at its highest the load is {:.6g} req/s, and all that serves it can take "
                                 "{:.6g} req/s",
                                 title(service), demand, all),
                     "more members, or more `capacity` of their node");
        return;
    }
    check_limit_of_scale(checker, service, reach, demand);
    check_changes_at_peak(checker, service, reach.parts, demand);
    Loss loss = worst_node(checker, reach.parts, all);
    if (demand <= loss.left * rounding) loss = worst_domain(checker, reach.parts, all);
    if (demand <= loss.left * rounding) return;
    checker.warn(
        codes::no_headroom, place,
        fmt::format("{}: at its highest the load is {:.6g} req/s, and {:.6g} of {:.6g} req/s{} are left when {}",
                    title(service), demand, loss.left, all, with_most(checker, reach), loss.of),
        fmt::format("to bear that, use at most {:.3g}% of the capacity; it is {:.3g}% now", 100.0 * loss.left / all,
                    100.0 * demand / all));
}

void check_shape(Checker& checker, const Service& service, const Load& load) {
    const bool is_diurnal = load.shape ? *load.shape == scenario::LoadShape::diurnal : given(load.shape);
    if (is_diurnal) return;
    const auto unused = [&](const auto& field, std::string_view key) {
        if (!written(field)) return;
        checker.warn(codes::key_without_effect, field.origin.place,
                     fmt::format("`load` of {}: `{}` has no effect", title(service), key),
                     "the load is constant: write shape = \"diurnal\"");
    };
    unused(load.trough, "trough");
    unused(load.peak_at, "peak_at");
}

void check_load_of(Checker& checker, const Service& service, Patience& patience) {
    const Load& load = *service.load;
    check_shape(checker, service, load);
    if (!checker.require(load.peak, "peak", load.place, fmt::format("`load` of {}", title(service)),
                         "\"2000 req/s\"")) {
        return;
    }
    if (!given(service.entry)) {
        checker.warn(codes::load_without_capacity, service.load.origin.place,
                     fmt::format("{} does not say who serves its load", title(service)),
                     "name a balancer or a group as `entry`");
        return;
    }
    const Reach anywhere = reach_of(checker, service, false, patience);
    if (anywhere.parts.empty()) {
        if (!checker.whole || anywhere.unknown) return;
        checker.warn(
            codes::load_without_capacity, service.load.origin.place,
            fmt::format("{}: nothing that serves the load has a capacity, so it is never too much", title(service)),
            "give the nodes of the groups that serve it a `capacity`");
        return;
    }
    const Reach reach = reach_of(checker, service, true, patience);
    if (!reach.unlimited && !reach.parts.empty()) check_headroom(checker, service, reach);
}

/// Capacity limits nothing where nothing is asked for.
void check_capacities(Checker& checker) {
    for (const scenario::Node& node : checker.scenario.nodes) {
        const auto unused = [&](const auto& field, std::string_view key) {
            if (!written(field)) return;
            checker.warn(codes::key_without_effect, field.origin.place,
                         fmt::format("node \"{}\": `{}` has no effect", node.id, key),
                         "no service has a `load`, so no part of it is too much");
        };
        unused(node.capacity, "capacity");
        unused(node.warm_up, "warm_up");
    }
}

}  // namespace

void check_load(Checker& checker) {
    const auto& services = checker.scenario.services;
    const bool any_load = std::any_of(services.begin(), services.end(), [](const auto& s) { return given(s.load); });
    if (checker.whole && !any_load) check_capacities(checker);
    Patience patience;
    for (const Service& service : services) {
        if (service.up_when && !given(service.load) && !given(service.entry)) {
            checker.error(codes::served_without_demand, service.up_when.origin.place,
                          fmt::format("{}: nothing is offered, so no share of it can be served", title(service)),
                          "give `entry` and `load`, or leave `up_when` out: it is up while all it needs is up");
        }
        if (service.load) check_load_of(checker, service, patience);
    }
}

}  // namespace nines::validate
