// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>
#include <type_traits>
#include <vector>

#include "models/scenario/fields.hpp"
#include "models/scenario/group_size.hpp"
#include "models/scenario/parse.hpp"
#include "models/validate/checker.hpp"

namespace nines::validate {
namespace {

using scenario::Field;
using scenario::Price;
namespace codes = scenario::codes;

/// Calls use(key, field) for each price of an object, those of the tables within it too.
template <class T, class Use>
class PriceVisitor {
public:
    PriceVisitor(const T& object, const Use& use) : object_(object), use_(use) {}

    template <class M>
    void field(const scenario::FieldSpec& spec, Field<M> T::*member) {
        if constexpr (std::is_same_v<M, Price>) {
            if (object_.*member) use_(spec.key, object_.*member);
        }
    }
    template <class Part>
    void table(const scenario::FieldSpec&, Field<Part> T::*member) {
        if (object_.*member) visit(*(object_.*member));
    }
    template <class Part>
    void part(const scenario::FieldSpec&, Part T::*member) {
        visit(object_.*member);
    }
    template <class Part>
    void tables(const scenario::FieldSpec&, std::vector<Part> T::*member) {
        for (const Part& part : object_.*member) visit(part);
    }
    void name(const scenario::FieldSpec&, std::string T::*) {}
    void unnamed_mode(std::vector<scenario::FailureMode> T::*) {}
    void reuse(const scenario::FieldSpec&) {}
    void later(const scenario::LaterSpec&) {}

private:
    template <class Part>
    void visit(const Part& part) {
        PriceVisitor<Part, Use> visitor(part, use_);
        fields_of(scenario::KindTag<Part>{}, visitor);
    }

    const T& object_;
    const Use& use_;
};

/// Each price of the scenario with the name of its thing.
template <class Use>
void for_each_price(const scenario::Scenario& scenario, const Use& use) {
    scenario::for_each_kind([&](auto tag, auto member) {
        using Thing = typename decltype(tag)::type;
        for (const Thing& thing : scenario.*member) {
            const std::string what = fmt::format("{} \"{}\"", kind_info(tag).word, thing.id);
            const auto of_thing = [&](std::string_view key, const Field<Price>& price) { use(what, key, price); };
            PriceVisitor<Thing, decltype(of_thing)> visitor(thing, of_thing);
            fields_of(tag, visitor);
        }
    });
}

/// One name for all, which the scenario says once.
void check_currency(Checker& checker) {
    const Field<std::string>& currency = checker.scenario.experiment.currency;
    if (currency) {
        const auto word = scenario::parse_currency(*currency);
        if (!word) {
            checker.error(codes::currency_invalid, currency.origin.place, word.error().message, word.error().hint);
            return;
        }
    }
    bool any = false;
    for_each_price(checker.scenario, [&](const std::string& what, std::string_view key, const Field<Price>& price) {
        any = true;
        if (price->currency.empty() || (currency && price->currency == *currency)) return;
        if (currency) {
            checker.error(
                codes::currency_differs, price.origin.place,
                fmt::format("{}: `{}` is in {}, and the scenario in {}", what, key, price->currency, *currency),
                "nothing is converted: give all prices in one currency");
        } else {
            checker.error(codes::currency_differs, price.origin.place,
                          fmt::format("{}: `{}` names a currency, and the scenario none", what, key),
                          fmt::format("add currency = \"{}\" to [scenario]", price->currency));
        }
    });
    if (!currency || any || !checker.whole) return;
    checker.warn(codes::currency_without_prices, currency.origin.place,
                 fmt::format("prices are in {}, but nothing has a price", *currency),
                 "add `price` to a node, or leave it out");
}

void warn_unused(Checker& checker, scenario::Place place, const std::string& what, std::string_view key,
                 std::string why) {
    checker.warn(codes::price_without_effect, place, fmt::format("{}: `{}` has no effect", what, key), std::move(why));
}

bool node_has_price(const Checker& checker, const scenario::Group& group) {
    if (!group.node) return false;
    const auto node = checker.names.node(*group.node);
    return node && checker.scenario.nodes[*node].price;
}

void check_standby(Checker& checker, const scenario::Group& group) {
    if (!group.standby || !written(group.standby->price)) return;
    const std::string what = fmt::format("group \"{}\"", group.id);
    const scenario::Place place = group.standby->price.origin.place;
    if (scenario::comes_and_goes(group)) {
        warn_unused(checker, place, what, "standby.price",
                    "of a group that scales, members that do not serve cost nothing");
    } else if (!node_has_price(checker, group)) {
        warn_unused(checker, place, what, "standby.price", "its node has no `price`");
    }
}

const scenario::Store* store_behind(const Checker& checker, const scenario::Backup& backup) {
    const auto& stores = checker.scenario.stores;
    const auto& backups = checker.scenario.backups;
    const scenario::Backup* source = &backup;
    // No longer than that if it goes in a circle.
    for (std::size_t step = 0; step <= backups.size() && source->of; ++step) {
        const std::string& id = *source->of;
        const auto store = std::find_if(stores.begin(), stores.end(), [&](const auto& of) { return of.id == id; });
        if (store != stores.end()) return &*store;
        const auto next = std::find_if(backups.begin(), backups.end(), [&](const auto& of) { return of.id == id; });
        if (next == backups.end()) return nullptr;
        source = &*next;
    }
    return nullptr;
}

void check_sizes(Checker& checker) {
    const auto miss = [&](const std::string& what, const Field<Price>& price, const scenario::Store& store) {
        checker.error(codes::price_without_size, price.origin.place,
                      fmt::format("{} has a price per size, but store \"{}\" has no `size`", what, store.id),
                      "add size = \"500 GB\" to the store");
    };
    for (const scenario::Store& store : checker.scenario.stores) {
        if (store.price && !given(store.size)) miss(fmt::format("store \"{}\"", store.id), store.price, store);
    }
    for (const scenario::Backup& backup : checker.scenario.backups) {
        if (!backup.price) continue;
        const scenario::Store* store = store_behind(checker, backup);
        if (store != nullptr && !given(store->size))
            miss(fmt::format("backup \"{}\"", backup.id), backup.price, *store);
    }
}

void check_downtime(Checker& checker, const scenario::Service& service) {
    if (!service.downtime_cost) return;
    const scenario::DowntimeCost& cost = *service.downtime_cost;
    const std::string what = fmt::format("service \"{}\"", service.id);
    if (cost.off_hours && !given(cost.hours)) {
        checker.error(codes::off_hours_without_hours, cost.off_hours.origin.place,
                      fmt::format("{}: `off_hours` is the price outside `hours`, which nobody names", what),
                      "add hours = \"Mon-Fri 09:00-17:00\"");
    }
    if (!given(cost.price) && !given(cost.off_hours) && !given(cost.per_outage)) {
        warn_unused(checker, cost.place, what, "downtime_cost", "it says no price");
    } else if (cost.hours && !given(cost.price) && !given(cost.off_hours)) {
        warn_unused(checker, cost.hours.origin.place, what, "downtime_cost.hours",
                    "it has neither `price` nor `off_hours`");
    }
}

void check_fee(Checker& checker, const scenario::Service& service) {
    const scenario::Objective& objective = service.objective;
    if (!written(objective.fee) || !given(objective.slo) || given(objective.credits)) return;
    warn_unused(checker, objective.fee.origin.place, fmt::format("service \"{}\"", service.id), "objective.fee",
                "it has no `credits`, which are shares of it");
}

/// Whether something is repaired by this crew.
bool repairs(const scenario::Scenario& scenario, const std::string& crew) {
    const auto any = [&](const auto& things) {
        return std::any_of(things.begin(), things.end(),
                           [&](const auto& thing) { return thing.repaired_by && *thing.repaired_by == crew; });
    };
    return any(scenario.nodes) || any(scenario.domains) || any(scenario.groups);
}

void check_crew(Checker& checker, const scenario::Crew& crew) {
    if (repairs(checker.scenario, crew.id)) return;
    const std::string what = fmt::format("crew \"{}\"", crew.id);
    constexpr std::string_view why = "it counts repairs, and this crew has none";
    if (written(crew.work_price)) {
        warn_unused(checker, crew.work_price.origin.place, what, "work_price", std::string(why));
    }
    if (written(crew.call_price)) {
        warn_unused(checker, crew.call_price.origin.place, what, "call_price", std::string(why));
    }
}

}  // namespace

void check_costs(Checker& checker) {
    check_currency(checker);
    check_sizes(checker);
    for (const scenario::Service& service : checker.scenario.services) {
        check_downtime(checker, service);
        check_fee(checker, service);
    }
    if (!checker.whole) return;
    for (const scenario::Group& group : checker.scenario.groups) check_standby(checker, group);
    for (const scenario::Crew& crew : checker.scenario.crews) check_crew(checker, crew);
}

}  // namespace nines::validate
