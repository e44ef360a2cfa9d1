// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/thing_values.hpp"

#include <type_traits>

#include <fmt/format.h>

#include "models/scenario/fields.hpp"
#include "models/scenario/mode_laws.hpp"
#include "models/scenario/preset_library.hpp"
#include "models/scenario/value_form.hpp"

namespace nines::edit {
namespace {

using scenario::Field;
using scenario::FieldSpec;
using scenario::KindTag;
using scenario::Scenario;
using scenario::Source;

std::string place_text(const Scenario& scenario, const scenario::Place& place) {
    if (place.line == 0 || place.file >= scenario.files.size()) return {};
    return fmt::format("{}:{}:{}", scenario.files[place.file].path, place.line, place.column);
}

std::string origin_words(const Scenario& scenario, const scenario::Origin& origin) {
    switch (origin.source) {
        case Source::built_in: return "default";
        case Source::preset: return origin.note;
        case Source::defaults:
        case Source::like: return fmt::format("{} ({})", origin.note, place_text(scenario, origin.place));
        case Source::file: return place_text(scenario, origin.place);
        case Source::command_line: return "command line";
    }
    return {};
}

/// Collects the values of one table; T is a kind or a part of one.
template <class T>
class Collector {
public:
    Collector(const Scenario& scenario, const T& object, Path path, std::vector<ThingValue>& values)
        : scenario_(scenario), object_(object), path_(std::move(path)), values_(values) {}

    template <class M>
    void field(const FieldSpec& spec, Field<M> T::*member) {
        const Field<M>& field = object_.*member;
        if (!field) return;
        ThingValue value{.path = beneath(std::string(spec.key)),
                         .toml = to_toml(*field, spec),
                         .origin = field.origin,
                         .origin_text = origin_words(scenario_, field.origin),
                         .own = field.origin.source == Source::file && field.origin.place.file == 0,
                         .law = {}};
        if constexpr (std::is_same_v<M, sim::Law>) value.law = *field;
        if constexpr (std::is_same_v<T, scenario::FailureMode>) {
            if (!value.law) value.law = law_behind(spec);
        }
        values_.push_back(std::move(value));
    }

    void name(const FieldSpec&, std::string T::*) {}

    template <class Part>
    void table(const FieldSpec& spec, Field<Part> T::*member) {
        if (object_.*member) collect(*(object_.*member), beneath(std::string(spec.key)));
    }

    template <class Part>
    void part(const FieldSpec& spec, Part T::*member) {
        collect(object_.*member, beneath(std::string(spec.key)));
    }

    template <class Part>
    void tables(const FieldSpec& spec, std::vector<Part> T::*member) {
        std::size_t number = 0;
        for (const Part& item : object_.*member) {
            Path path = beneath(std::string(spec.key));
            path.push_back(label_of(item, number++));
            if constexpr (std::is_same_v<Part, scenario::FailureMode>) {
                if (item.name == Part{}.name) path = path_;
            }
            collect(item, std::move(path));
        }
    }

    void unnamed_mode(std::vector<scenario::FailureMode> T::*) {}  // Comes with the named ones.
    void reuse(const FieldSpec&) {}
    void later(const scenario::LaterSpec&) {}

private:
    template <class Part>
    static std::string label_of(const Part& part, std::size_t number) {
        if constexpr (requires { part.name; }) {
            if (part.name != Part{}.name) return part.name;
        }
        return fmt::format("#{}", number);
    }

    /// What a mean, a rate or a share of a failure mode stands for.
    std::optional<sim::Law> law_behind(const FieldSpec& spec) const {
        if (spec.alternatives == "time to failure") return scenario::failure_law(object_);
        if (spec.alternatives == "time to repair") return scenario::repair_law(object_);
        return std::nullopt;
    }

    Path beneath(std::string key) const {
        Path path = path_;
        path.push_back(std::move(key));
        return path;
    }

    template <class Part>
    void collect(const Part& part, Path path) {
        Collector<Part> collector(scenario_, part, std::move(path), values_);
        fields_of(KindTag<Part>{}, collector);
    }

    const Scenario& scenario_;
    const T& object_;
    Path path_;
    std::vector<ThingValue>& values_;
};

template <class T>
void collect_thing(const Scenario& scenario, const T& thing, std::vector<ThingValue>& values) {
    Collector<T> collector(scenario, thing, {}, values);
    fields_of(KindTag<T>{}, collector);
}

}  // namespace

std::vector<ThingValue> values_of_thing(const Scenario& scenario, const ThingName& name) {
    std::vector<ThingValue> values;
    if (name.kind == kind_info(KindTag<scenario::Experiment>{}).word) {
        collect_thing(scenario, scenario.experiment, values);
        return values;
    }
    scenario::for_each_kind([&](auto tag, auto things) {
        if (kind_info(tag).word != name.kind) return;
        for (const auto& thing : scenario.*things) {
            if (thing.id == name.id) collect_thing(scenario, thing, values);
        }
    });
    return values;
}

}  // namespace nines::edit
