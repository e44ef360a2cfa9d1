// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/validate/checker.hpp"

namespace nines::validate {
namespace {

using scenario::Need;
using scenario::Reference;
namespace codes = scenario::codes;

/// Walks the needs of services and of the failovers of stores, and reports each circle once. A thing is a number:
/// first the services, then the stores.
class CircleSearch {
public:
    explicit CircleSearch(Checker& checker)
        : checker_(checker),
          services_(checker.scenario.services.size()),
          state_(services_ + checker.scenario.stores.size(), new_) {
        for (const scenario::Service& service : checker.scenario.services) {
            needed_.emplace_back();
            if (service.needs) add_needed(*service.needs);
        }
        for (const scenario::Store& store : checker.scenario.stores) {
            needed_.emplace_back();
            if (!store.failover) continue;
            if (store.failover->needs) add_needed(*store.failover->needs);
            if (!store.failover->witness) continue;
            for (const auto& voter : *store.failover->witness) add_needed(voter.kind, voter.pattern, voter.place);
        }
    }

    void run() {
        for (std::size_t i = 0; i < state_.size(); ++i) {
            if (state_[i] == State::new_) walk_from(i);
        }
    }

private:
    enum State { new_, on_the_way, done };
    struct Step {
        std::size_t thing;
        std::size_t next = 0;  ///< Position in what it needs.
    };
    struct Needed {
        std::size_t thing;
        scenario::Place place;
    };

    void add_needed(const std::vector<Need>& needs) {
        for (const Need& need : needs) {
            for (const Reference& operand : need.operands) add_needed(operand.kind, operand.name, operand.place);
        }
    }

    void add_needed(scenario::RefKind kind, const std::string& name, scenario::Place place) {
        const Lookup lookup = checker_.names.find(kind, name);
        if (lookup.outcome != Outcome::found) return;
        const std::size_t index = lookup.target.index;
        if (lookup.target.kind == TargetKind::service) needed_.back().push_back({index, place});
        if (lookup.target.kind == TargetKind::store) needed_.back().push_back({services_ + index, place});
    }

    bool is_store(std::size_t thing) const { return thing >= services_; }
    const std::string& id_of(std::size_t thing) const {
        return is_store(thing) ? checker_.scenario.stores[thing - services_].id : checker_.scenario.services[thing].id;
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
        for (const Step& step : way) {
            inside = inside || step.thing == closing.thing;
            if (!inside) continue;
            has_store = has_store || is_store(step.thing);
            const std::string& id = id_of(step.thing);
            circle += is_store(step.thing) ? fmt::format("store \"{}\" whose failover needs ", id)
                                           : fmt::format("\"{}\" needs ", id);
        }
        const std::string& id = id_of(closing.thing);
        const bool needs_itself = way.back().thing == closing.thing && !is_store(closing.thing);
        std::string hint = has_store ? "what brings a store back must work without it" : "take one of these needs away";
        if (needs_itself && checker_.names.node(id)) {
            hint = fmt::format("a bare name means the service; write \"node {}\"", id);
        }
        if (needs_itself && checker_.names.store(id)) {
            hint = fmt::format("a bare name means the service; write \"store:{}\"", id);
        }
        checker_.error(has_store ? codes::failover_cycle : codes::service_cycle, closing.place,
                       fmt::format("{}\"{}\"", circle, id), std::move(hint));
    }

    Checker& checker_;
    std::size_t services_;
    std::vector<State> state_;
    std::vector<std::vector<Needed>> needed_;
};

}  // namespace

void check_circles(Checker& checker) {
    CircleSearch(checker).run();
}

}  // namespace nines::validate
