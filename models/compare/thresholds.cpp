// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/thresholds.hpp"

#include <algorithm>
#include <optional>

#include "models/results/metric_catalogue.hpp"
#include "models/scenario/fields/service.hpp"

namespace nines::compare {

namespace {

/// What one variant holds the recoveries or losses of a service against; nothing: the scenario's own objective.
struct Held {
    std::string subject;
    std::string metric;
    std::string failure_class = {};
    std::optional<Duration> within = {};

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
        const bool is_held = requirement.of.metric == "p_rto_met" || requirement.of.metric == "p_rpo_met";
        Held wanted{requirement.of.subject, requirement.of.metric};
        if (requirement.within) {
            wanted.failure_class = requirement.of.failure_class;
            wanted.within = requirement.within;
        }
        const auto has_room = [&](const std::vector<Held>& variant) {
            return std::none_of(variant.begin(), variant.end(), [&](const Held& other) {
                return other.subject == wanted.subject && other.metric == wanted.metric && !(other == wanted);
            });
        };
        auto found = is_held ? std::find_if(held.begin(), held.end(), has_room) : held.begin();
        if (found == held.end()) found = held.insert(held.end(), std::vector<Held>{});
        if (is_held) found->push_back(wanted);
        variants.of.push_back(static_cast<std::size_t>(found - held.begin()));
    }
    for (const auto& variant : held) {
        scenario::Scenario& with = variants.scenarios.emplace_back(scenario);
        for (const Held& one : variant) {
            if (one.within) hold(with, one);
        }
    }
    return variants;
}

}  // namespace nines::compare
