// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/validate/checker.hpp"
#include "models/validate/traffic.hpp"

namespace nines::validate {
namespace {

using scenario::Need;
using scenario::Reference;
namespace codes = scenario::codes;

/// Walks the ways of requests, and the needs of services and failovers, and reports each circle once. A thing is a
/// number: first the services, then the stores, then the balancers.
class CircleSearch {
public:
    explicit CircleSearch(Checker& checker)
        : checker_(checker),
          first_store_(checker.scenario.services.size()),
          first_balancer_(first_store_ + checker.scenario.stores.size()),
          state_(first_balancer_ + checker.scenario.balancers.size(), new_) {
        for (const scenario::Service& service : checker.scenario.services) {
            needed_.emplace_back();
            if (const auto entry = entry_of(service)) add_needed(entry->kind, entry->name, entry->place, "enters at");
            add_needed(service.needs, "needs");
            add_needed(service.soft, "needs");
            add_needed(service.to_start, to_start);
        }
        for (const scenario::Store& store : checker.scenario.stores) {
            needed_.emplace_back();
            add_failover(store.failover);
        }
        for (const scenario::Balancer& balancer : checker.scenario.balancers) {
            needed_.emplace_back();
            add_failover(balancer.failover);
            if (!balancer.to) continue;
            for (const auto& target : *balancer.to) {
                add_needed(target.kind, target.pattern, target.place, "sends to");
            }
        }
    }

    void run() {
        for (std::size_t i = 0; i < state_.size(); ++i) {
            if (state_[i] == State::new_) walk_from(i);
        }
    }

private:
    static constexpr std::string_view to_start = "needs to start";

    enum State { new_, on_the_way, done };
    struct Step {
        std::size_t thing;
        std::size_t next = 0;  ///< Position in what it needs.
    };
    struct Needed {
        std::size_t thing;
        scenario::Place place;
        std::string_view verb;
    };

    void add_needed(const scenario::Field<std::vector<Need>>& needs, std::string_view verb) {
        if (!needs) return;
        for (const Need& need : *needs) {
            for (const Reference& operand : need.operands) add_needed(operand.kind, operand.name, operand.place, verb);
        }
    }

    void add_failover(const scenario::Field<scenario::Failover>& failover) {
        constexpr std::string_view verb = "whose failover needs";
        if (!failover) return;
        add_needed(failover->needs, verb);
        if (!failover->witness) return;
        for (const auto& voter : *failover->witness) add_needed(voter.kind, voter.pattern, voter.place, verb);
    }

    void add_needed(scenario::RefKind kind, const std::string& name, scenario::Place place, std::string_view verb) {
        const Lookup lookup = checker_.names.find(kind, name);
        if (lookup.outcome != Outcome::found) return;
        const std::size_t index = lookup.target.index;
        if (lookup.target.kind == TargetKind::service) needed_.back().push_back({index, place, verb});
        if (lookup.target.kind == TargetKind::store) needed_.back().push_back({first_store_ + index, place, verb});
        if (lookup.target.kind == TargetKind::balancer)
            needed_.back().push_back({first_balancer_ + index, place, verb});
    }

    bool is_balancer(std::size_t thing) const { return thing >= first_balancer_; }
    bool is_store(std::size_t thing) const { return thing >= first_store_ && !is_balancer(thing); }
    const std::string& id_of(std::size_t thing) const {
        if (is_balancer(thing)) return checker_.scenario.balancers[thing - first_balancer_].id;
        return is_store(thing) ? checker_.scenario.stores[thing - first_store_].id
                               : checker_.scenario.services[thing].id;
    }

    /// Depth first, with a stack of our own: a hostile chain may be as long as the file.
    void walk_from(std::size_t start) {
        std::vector<Step> way{{start}};
        state_[start] = on_the_way;
        while (!way.empty()) {
            Step& step = way.back();
            if (step.next == needed_[step.thing].size()) {
                state_[step.thing] = done;
                way.pop_back();
                continue;
            }
            const Needed& needed = needed_[step.thing][step.next++];
            if (state_[needed.thing] == on_the_way) report(way, needed);
            if (state_[needed.thing] != new_) continue;
            state_[needed.thing] = on_the_way;
            way.push_back({needed.thing});
        }
    }

    void report(const std::vector<Step>& way, const Needed& closing) {
        std::string circle;
        bool inside = false;
        bool has_store = false;
        bool has_balancer = false;
        bool has_start = false;
        for (const Step& step : way) {
            inside = inside || step.thing == closing.thing;
            if (!inside) continue;
            has_store = has_store || is_store(step.thing);
            has_balancer = has_balancer || is_balancer(step.thing);
            const std::string_view verb = needed_[step.thing][step.next - 1].verb;
            has_start = has_start || verb == to_start;
            circle += fmt::format("{}\"{}\" {} ", is_store(step.thing) ? "store " : "", id_of(step.thing), verb);
        }
        const bool alone = way.back().thing == closing.thing;
        const scenario::Code& code = has_store      ? codes::failover_cycle
                                     : has_balancer ? codes::traffic_cycle
                                                    : codes::service_cycle;
        checker_.error(code, closing.place, fmt::format("{}\"{}\"", circle, id_of(closing.thing)),
                       has_start ? "once all of them are down, none of them can start again"
                       : alone   ? hint_for_one(closing.thing)
                                 : hint_for_several(has_store, has_balancer));
    }

    static std::string hint_for_several(bool has_store, bool has_balancer) {
        if (has_store) return "what brings a store back must work without it";
        return has_balancer ? "requests must end at a group" : "take one of these needs away";
    }

    /// It names itself: perhaps something else of the same name was meant.
    std::string hint_for_one(std::size_t thing) const {
        const std::string& id = id_of(thing);
        const bool is_service = !is_store(thing) && !is_balancer(thing);
        if (is_service && checker_.names.balancer(id)) {
            return fmt::format("a bare name means the service; write \"balancer:{}\"", id);
        }
        if (is_service && checker_.names.store(id)) {
            return fmt::format("a bare name means the service; write \"store:{}\"", id);
        }
        if (!is_store(thing) && checker_.names.node(id)) {
            return fmt::format("a bare name means the {}; write \"node {}\"", is_service ? "service" : "balancer", id);
        }
        return hint_for_several(is_store(thing), is_balancer(thing));
    }

    Checker& checker_;
    std::size_t first_store_;
    std::size_t first_balancer_;
    std::vector<State> state_;
    std::vector<std::vector<Needed>> needed_;
};

}  // namespace

void check_circles(Checker& checker) {
    CircleSearch(checker).run();
}

}  // namespace nines::validate
