// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/thing_values.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <type_traits>
#include <utility>

#include <fmt/format.h>

#include "models/scenario/fields.hpp"
#include "models/scenario/mode_laws.hpp"
#include "models/scenario/origin_text.hpp"
#include "models/scenario/value_form.hpp"

namespace nines::edit {
namespace {

using scenario::Cause;
using scenario::FailureMode;
using scenario::Field;
using scenario::FieldSpec;
using scenario::KindTag;
using scenario::Place;

/// What a mean or a rate stands for. Keys that say the same thing in other ways have one law.
std::optional<sim::Law> law_behind(const FailureMode& mode, const FieldSpec& spec) {
    if (spec.alternatives == "time to failure") return scenario::failure_law(mode);
    if (spec.alternatives == "time to repair") return scenario::repair_law(mode);
    return std::nullopt;
}

/// A shock's keys are those of a mode.
std::optional<sim::Law> law_behind(const Cause& cause, const FieldSpec& spec) {
    FailureMode mode;
    mode.rate = cause.rate;
    mode.ttf = cause.ttf;
    mode.ttr = cause.ttr;
    mode.mttr = cause.mttr;
    if (spec.alternatives == "time between shocks") return scenario::failure_law(mode);
    return law_behind(mode, spec);
}

template <class T>
std::optional<sim::Law> law_behind(const T&, const FieldSpec&) {
    return std::nullopt;
}

bool stands_before(const Place& a, const Place& b) {
    return std::pair(a.line, a.column) < std::pair(b.line, b.column);
}

/// Where in the scenario's own file a thing says what it says itself.
struct OwnText {
    bool anywhere = true;  ///< Its values stand nowhere else, unless another thing or a preset is said to have them.
    Place begin;
    Place end;

    bool contains(const scenario::Origin& origin) const {
        if (origin.source != scenario::Source::file || origin.place.file != 0) return false;
        return anywhere || (!stands_before(origin.place, begin) && stands_before(origin.place, end));
    }
};

/// A domain that a `split` makes has values of the table of its word too. Its own are those in a table of its own.
OwnText own_text_of(const scenario::Scenario& scenario, const scenario::Domain& domain) {
    if (!domain.in || !domain.in.origin.note.starts_with(scenario::made_by_split)) return {};
    OwnText own{.anywhere = false, .begin = domain.place, .end = domain.place};
    if (!domain.in.origin.note.ends_with(scenario::with_own_table)) return own;
    own.end.line = std::numeric_limits<std::uint32_t>::max();
    scenario::for_each_kind([&](auto, auto things) {
        for (const auto& thing : scenario.*things) {
            if (thing.place.file != 0) continue;
            if (stands_before(own.begin, thing.place) && stands_before(thing.place, own.end)) own.end = thing.place;
        }
    });
    return own;
}

template <class T>
OwnText own_text_of(const scenario::Scenario&, const T&) {
    return {};
}

template <class T>
class ValueVisitor {
public:
    ValueVisitor(const scenario::Scenario& scenario, const OwnText& own, const T& object, Path prefix,
                 std::vector<ThingValue>& values)
        : scenario_(scenario), own_(own), object_(object), prefix_(std::move(prefix)), values_(values) {}

    template <class M>
    void field(const FieldSpec& spec, Field<M> T::*member) {
        const Field<M>& field = object_.*member;
        if (!field) return;
        ThingValue value;
        value.path = prefix_;
        value.path.emplace_back(spec.key);
        value.toml = to_toml(*field, spec);
        value.origin = field.origin;
        value.origin_text = to_text(field.origin, scenario_.files);
        value.own = own_.contains(field.origin);
        if constexpr (std::is_same_v<M, sim::Law>) {
            value.law = *field;
        } else {
            value.law = law_behind(object_, spec);
        }
        values_.push_back(std::move(value));
    }

    void name(const FieldSpec&, std::string T::*) {}

    template <class Part>
    void table(const FieldSpec& spec, Field<Part> T::*member) {
        if (object_.*member) visit(*(object_.*member), {std::string(spec.key)});
    }
    template <class Part>
    void part(const FieldSpec& spec, Part T::*member) {
        visit(object_.*member, {std::string(spec.key)});
    }
    template <class Part>
    void tables(const FieldSpec& spec, std::vector<Part> T::*member) {
        for (std::size_t i = 0; i < (object_.*member).size(); ++i) {
            const Part& item = (object_.*member)[i];
            if constexpr (std::is_same_v<Part, FailureMode>) {
                if (i == 0 && item.name == FailureMode{}.name) continue;  // Its keys are the thing's.
            }
            if constexpr (requires { item.name; }) {
                visit(item, {std::string(spec.key), item.name});
            } else {
                visit(item, {std::string(spec.key), fmt::format("#{}", i)});
            }
        }
    }

    void unnamed_mode(std::vector<FailureMode> T::*member) {
        const std::vector<FailureMode>& modes = object_.*member;
        if (!modes.empty() && modes.front().name == FailureMode{}.name) visit(modes.front(), {});
    }
    void reuse(const FieldSpec&) {}
    void later(const scenario::LaterSpec&) {}

private:
    template <class Part>
    void visit(const Part& part, const Path& keys) {
        Path path = prefix_;
        path.insert(path.end(), keys.begin(), keys.end());
        ValueVisitor<Part> visitor(scenario_, own_, part, std::move(path), values_);
        fields_of(KindTag<Part>{}, visitor);
    }

    const scenario::Scenario& scenario_;
    const OwnText& own_;
    const T& object_;
    Path prefix_;
    std::vector<ThingValue>& values_;
};

template <class T>
std::vector<ThingValue> values_of(const scenario::Scenario& scenario, const T& thing) {
    std::vector<ThingValue> values;
    const OwnText own = own_text_of(scenario, thing);
    ValueVisitor<T> visitor(scenario, own, thing, {}, values);
    fields_of(KindTag<T>{}, visitor);
    return values;
}

}  // namespace

std::vector<ThingValue> values_of_thing(const scenario::Scenario& scenario, const ThingName& name) {
    if (name.kind == kind_info(KindTag<scenario::Experiment>{}).word) return values_of(scenario, scenario.experiment);
    std::vector<ThingValue> values;
    scenario::for_each_kind([&](auto tag, auto things) {
        if (name.kind != kind_info(tag).word) return;
        const auto found = std::find_if((scenario.*things).begin(), (scenario.*things).end(),
                                        [&](const auto& thing) { return thing.id == name.id; });
        if (found != (scenario.*things).end()) values = values_of(scenario, *found);
    });
    return values;
}

}  // namespace nines::edit
