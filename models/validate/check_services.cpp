// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <unordered_set>

#include "models/validate/checker.hpp"

namespace nines::validate {
namespace {

using scenario::Need;
using scenario::Reference;
using scenario::Service;
namespace codes = scenario::codes;

std::string title(const Service& service) {
    return fmt::format("service \"{}\"", service.id);
}

/// How many of what was found can serve at once: of a standby group the active ones.
std::int64_t members_serving(const Checker& checker, const Lookup& lookup) {
    if (lookup.target.kind != TargetKind::group) return lookup.target.size;
    const scenario::Group& group = checker.scenario.groups[lookup.target.index];
    return group.active ? std::min(*group.active, lookup.target.size) : lookup.target.size;
}

/// A need's operands: each must exist, once, and together they must be enough.
void check_need(Checker& checker, const Service& service, const Need& need) {
    const std::string what = fmt::format("`needs` of {}", title(service));
    std::unordered_set<std::string_view> seen;
    std::int64_t available = 0;
    bool one_node = false;
    bool all_known = true;
    for (const Reference& operand : need.operands) {
        const Lookup lookup = checker.look_up(operand.kind, operand.name, operand.place, what);
        all_known = all_known && lookup.outcome == Outcome::found;
        if (lookup.outcome != Outcome::found) continue;
        const bool counts_members = need.operands.size() == 1;
        available += counts_members ? members_serving(checker, lookup) : 1;
        one_node = counts_members && lookup.target.kind == TargetKind::node;
        if (lookup.target.size == 0) {
            all_known = false;
            checker.error(codes::selector_empty, operand.place,
                          fmt::format("{}: \"{}\" chooses nothing", what, operand.name));
        }
        if (!seen.insert(operand.name).second) {
            checker.warn(codes::need_twice, operand.place, fmt::format("{} counts \"{}\" twice", what, operand.name),
                         "a thing that fails takes both counts along");
        }
        // A service that is called like its group cannot mean itself.
        const bool ambiguous = operand.kind == scenario::RefKind::any && lookup.target.kind == TargetKind::group &&
                               operand.name != service.id && checker.names.service(operand.name);
        if (ambiguous) {
            checker.warn(codes::name_ambiguous, operand.place,
                         fmt::format("{}: \"{}\" is a group and a service; the group is meant", what, operand.name),
                         fmt::format("write \"group:{0}\" or \"service:{0}\"", operand.name));
        }
    }
    if (all_known && need.counted && !need.all && need.at_least > available) {
        checker.error(codes::too_few_operands, need.place,
                      fmt::format("{} asks for {}, but there are only {}", what, need.at_least, available),
                      one_node ? "a node alone is one unit; [group.ID] makes several of it"
                               : fmt::format("at most {} can be needed", available));
    }
}

/// Walks the needs of services and reports each circle once.
class CircleSearch {
public:
    explicit CircleSearch(Checker& checker) : checker_(checker), state_(checker.scenario.services.size(), 0) {
        for (const Service& service : checker.scenario.services) needed_.push_back(services_needed(service));
    }

    void run() {
        for (std::size_t i = 0; i < state_.size(); ++i) {
            if (state_[i] == State::new_) walk_from(i);
        }
    }

private:
    enum State { new_, on_the_way, done };
    struct Step {
        std::size_t service;
        std::size_t next = 0;  ///< Position in what it needs.
    };
    struct Needed {
        std::size_t service;
        scenario::Place place;
    };

    std::vector<Needed> services_needed(const Service& service) const {
        std::vector<Needed> result;
        if (!service.needs) return result;
        for (const Need& need : *service.needs) {
            for (const Reference& operand : need.operands) {
                const Lookup lookup = checker_.names.find(operand.kind, operand.name);
                const bool is_service = lookup.outcome == Outcome::found && lookup.target.kind == TargetKind::service;
                if (is_service) result.push_back({lookup.target.index, operand.place});
            }
        }
        return result;
    }

    /// Depth first, with a stack of our own: a hostile chain may be as long as the file.
    void walk_from(std::size_t start) {
        std::vector<Step> way{{start}};
        state_[start] = on_the_way;
        while (!way.empty()) {
            Step& step = way.back();
            if (step.next == needed_[step.service].size()) {
                state_[step.service] = done;
                way.pop_back();
                continue;
            }
            const Needed& needed = needed_[step.service][step.next++];
            if (state_[needed.service] == on_the_way) report(way, needed);
            if (state_[needed.service] != new_) continue;
            state_[needed.service] = on_the_way;
            way.push_back({needed.service});
        }
    }

    void report(const std::vector<Step>& way, const Needed& closing) {
        const auto& services = checker_.scenario.services;
        std::string circle;
        bool inside = false;
        for (const Step& step : way) {
            inside = inside || step.service == closing.service;
            if (inside) circle += fmt::format("\"{}\" needs ", services[step.service].id);
        }
        const std::string& id = services[closing.service].id;
        const bool means_node = way.back().service == closing.service && checker_.names.node(id);
        checker_.error(codes::service_cycle, closing.place, fmt::format("{}\"{}\"", circle, id),
                       means_node ? fmt::format("a bare name means the service; write \"node {}\"", id)
                                  : "take one of these needs away");
    }

    Checker& checker_;
    std::vector<int> state_;
    std::vector<std::vector<Needed>> needed_;
};

}  // namespace

void check_services(Checker& checker) {
    for (const Service& service : checker.scenario.services) {
        const bool empty = service.needs ? service.needs->empty() : checker.whole && !given(service.needs);
        if (empty) {
            checker.error(codes::needs_empty, given(service.needs) ? service.needs.origin.place : service.place,
                          fmt::format("{} needs nothing, so it is never down", title(service)),
                          "for example needs = [\"2 of web\"]");
        }
        if (service.needs) {
            for (const Need& need : *service.needs) check_need(checker, service, need);
        }
        const auto& slo = service.objective.slo;
        if (slo && slo->window && *slo->window > checker.horizon()) {
            checker.error(codes::window_exceeds_horizon, slo.origin.place,
                          fmt::format("{}: the objective's window is longer than the horizon", title(service)),
                          "raise `horizon` of the scenario, or shorten the window");
        }
    }
    CircleSearch(checker).run();
}

}  // namespace nines::validate
