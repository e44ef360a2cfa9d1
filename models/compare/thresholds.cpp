// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/thresholds.hpp"

#include <algorithm>
#include <optional>

#include "models/results/metric_catalogue.hpp"
#include "models/scenario/fields/service.hpp"

namespace nines::compare {

namespace {

/// What one variant holds the recoveries, losses or windows of a service against; nothing: the scenario's own
/// objective.
struct Held {
    std::string subject;
    std::string metric;
    std::string failure_class = {};
    std::optional<Duration> within = {};  ///< Of windows: their length.
    std::optional<double> target = {};    ///< Of windows.

    bool is_own() const { return !within && !target; }
    bool operator==(const Held&) const = default;
};

class SetClass {
public:
    SetClass(scenario::ClassTimes& times, std::string_view key, Duration time)
        : times_(times), key_(key), time_(time) {}
    template <class M>
    void field(const scenario::FieldSpec& spec, scenario::Field<M> scenario::ClassTimes::*member) {
        if (spec.key == key_) (times_.*member).value = time_;
    }

private:
    scenario::ClassTimes& times_;
    std::string_view key_;
    Duration time_;
};

void hold(scenario::Scenario& scenario, const Held& held) {
    for (scenario::Service& service : scenario.services) {
        if (service.id != results::name_of(held.subject)) continue;
        if (held.target) {
            service.objective.slo.value = scenario::Slo{*held.target, held.within};
            continue;
        }
        scenario::ClassTimes times;
        SetClass set(times, held.failure_class.empty() ? "all" : std::string_view(held.failure_class), *held.within);
        fields_of(scenario::KindTag<scenario::ClassTimes>{}, set);
        auto& objective = held.metric == "p_rto_met" ? service.objective.rto : service.objective.rpo;
        objective.value = times;
    }
}

}  // namespace

Variants variants_of(const scenario::Scenario& scenario, const std::vector<Requirement>& requirements) {
    std::vector<std::vector<Held>> held(1);
    Variants variants;
    for (const Requirement& requirement : requirements) {
        const bool is_held =
            requirement.of.metric == "p_rto_met" || requirement.of.metric == "p_rpo_met" || requirement.slo;
        Held wanted{requirement.of.subject, requirement.of.metric};
        if (requirement.within) {
            wanted.failure_class = requirement.of.failure_class;
            wanted.within = requirement.within;
        }
        if (requirement.slo) {
            wanted.target = requirement.slo->target;
            wanted.within = requirement.slo->window;
        }
        const auto has_room = [&](const std::vector<Held>& variant) {
            return std::none_of(variant.begin(), variant.end(), [&](const Held& other) {
                return other.subject == wanted.subject && other.metric == wanted.metric && !(other == wanted);
            });
        };
        // Much is shown of the scenario's own windows, which the first variant keeps.
        const auto first = held.begin() + (requirement.slo ? 1 : 0);
        auto found = is_held ? std::find_if(first, held.end(), has_room) : held.begin();
        if (found == held.end()) found = held.insert(held.end(), std::vector<Held>{});
        if (is_held) found->push_back(wanted);
        variants.of.push_back(static_cast<std::size_t>(found - held.begin()));
    }
    for (const auto& variant : held) {
        scenario::Scenario& with = variants.scenarios.emplace_back(scenario);
        for (const Held& one : variant) {
            if (!one.is_own()) hold(with, one);
        }
    }
    return variants;
}

}  // namespace nines::compare
