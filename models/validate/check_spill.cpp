// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>
#include <utility>
#include <vector>

#include "models/validate/checker.hpp"
#include "models/validate/traffic.hpp"

/// What follows the load takes what arrives for a fixed share of it. Behind a tier that spills over it is not.
namespace nines::validate {
namespace {

using scenario::Balancer;
namespace codes = scenario::codes;

bool spills_over(const Balancer& balancer) {
    const bool by_priority = balancer.mode.value_or(scenario::BalancerMode::spread) == scenario::BalancerMode::priority;
    const bool has_tiers = balancer.to && balancer.to->size() > 1;
    return by_priority && has_tiers && balancer.overload && balancer.overload->spill && !clients_keep_answers(balancer);
}

class SpillCheck {
public:
    explicit SpillCheck(Checker& checker) : checker_(checker) {}

    void run() {
        const auto& balancers = checker_.scenario.balancers;
        for (std::size_t b = 0; b < balancers.size(); ++b) {
            if (spills_over(balancers[b])) look_behind(b);
        }
        for (const scenario::Service& service : checker_.scenario.services) check_tries(service);
    }

private:
    /// How often users try depends on what is answered, and that on the tier that gets the request.
    void check_tries(const scenario::Service& service) const {
        const auto entry = entry_of(service);
        if (!entry || !service.load || service.load->retries.value_or(0) < 1) return;
        std::set<std::size_t> met;
        std::vector<Target> to_do;
        add(entry->kind, entry->name, to_do);
        while (!to_do.empty()) {
            const Target target = to_do.back();
            to_do.pop_back();
            if (target.kind != TargetKind::balancer || !met.insert(target.index).second) continue;
            const Balancer& balancer = checker_.scenario.balancers[target.index];
            if (spills_over(balancer)) {
                checker_.error(codes::spill_not_in_proportion, service.load->retries.origin.place,
                               fmt::format("users of service \"{}\" try again where balancer \"{}\" spills over, which "
                                           "is not simulated",
                                           service.id, balancer.id),
                               "leave out `retries`, or `spill` there");
                return;
            }
            if (!balancer.to) continue;
            for (const scenario::Selector& selector : *balancer.to) add(selector.kind, selector.pattern, to_do);
        }
    }

    void look_behind(std::size_t first) {
        std::vector<Target> to_do{{TargetKind::balancer, first}};
        while (!to_do.empty()) {
            const Target target = to_do.back();
            to_do.pop_back();
            if (!met_.emplace(target.kind, target.index).second) continue;
            if (target.kind == TargetKind::group) refuse_scale(target.index, checker_.scenario.balancers[first]);
            if (target.kind == TargetKind::balancer) pass_on(target.index, first, to_do);
            if (target.kind != TargetKind::service) continue;
            const auto entry = entry_of(checker_.scenario.services[target.index]);
            if (entry) add(entry->kind, entry->name, to_do);
        }
    }

    void pass_on(std::size_t index, std::size_t first, std::vector<Target>& to_do) {
        const Balancer& balancer = checker_.scenario.balancers[index];
        const auto& check = balancer.check;
        if (check && check->false_positive_full) {
            checker_.error(codes::spill_not_in_proportion, check->false_positive_full.origin.place,
                           fmt::format("`check` of balancer \"{}\" has `false_positive_full` where balancer \"{}\" "
                                       "spills over, which is not simulated",
                                       balancer.id, checker_.scenario.balancers[first].id),
                           "leave out `spill` there, or use `false_positive`, which does not follow the load");
        }
        if (!balancer.to) return;
        for (const scenario::Selector& selector : *balancer.to) add(selector.kind, selector.pattern, to_do);
    }

    void refuse_scale(std::size_t index, const Balancer& before) {
        const scenario::Group& group = checker_.scenario.groups[index];
        if (!group.scale) return;
        checker_.error(
            codes::spill_not_in_proportion, group.scale.origin.place,
            fmt::format("group \"{}\" has `scale` behind balancer \"{}\", which spills over: what arrives is "
                        "no fixed share of the load, which is not simulated",
                        group.id, before.id),
            "leave out `spill` there, or give the group a fixed `count`");
    }

    void add(scenario::RefKind kind, const std::string& name, std::vector<Target>& to_do) const {
        const Lookup lookup = checker_.names.find(kind, name);
        if (lookup.outcome == Outcome::found && takes_requests(lookup.target.kind)) to_do.push_back(lookup.target);
    }

    Checker& checker_;
    std::set<std::pair<TargetKind, std::size_t>> met_;  ///< By all walks together: each is said once.
};

}  // namespace

void check_spill_over(Checker& checker) {
    SpillCheck(checker).run();
}

}  // namespace nines::validate
