// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/flat_values.hpp"

#include <fmt/format.h>

#include "models/scenario/fields.hpp"
#include "models/scenario/value_form.hpp"

namespace nines::scenario {

namespace {

template <class T>
class FlatVisitor {
public:
    FlatVisitor(const T& object, std::string prefix, std::vector<FlatValue>& values)
        : object_(object), prefix_(std::move(prefix)), values_(values) {}

    template <class M>
    void field(const FieldSpec& spec, Field<M> T::*member) {
        if (spec.key == preset_spec.key) return;  // Its values are all here.
        const Field<M>& field = object_.*member;
        if (field) values_.push_back({path(spec.key), to_toml(*field, spec)});
    }

    /// A part of the path of its table.
    void name(const FieldSpec&, std::string T::*) {}

    template <class Part>
    void table(const FieldSpec& spec, Field<Part> T::*member) {
        const Field<Part>& field = object_.*member;
        if (field) visit_part(*field, path(spec.key));
    }

    template <class Part>
    void part(const FieldSpec& spec, Part T::*member) {
        visit_part(object_.*member, path(spec.key));
    }

    template <class Part>
    void tables(const FieldSpec& spec, std::vector<Part> T::*member) {
        std::size_t number = 0;
        for (const Part& item : object_.*member) {
            ++number;
            visit_part(item, fmt::format("{}.{}", path(spec.key), name_of(item, number)));
        }
    }

    /// Written out with all the others.
    void unnamed_mode(std::vector<FailureMode> T::*) {}
    void reuse(const FieldSpec&) {}
    void later(const LaterSpec&) {}

private:
    std::string path(std::string_view key) const {
        return prefix_.empty() ? std::string(key) : fmt::format("{}.{}", prefix_, key);
    }

    template <class Part>
    static std::string name_of(const Part& item, std::size_t number) {
        if constexpr (requires { std::string(item.name); }) {
            if (!item.name.empty()) return item.name;
        }
        return std::to_string(number);
    }

    template <class Part>
    void visit_part(const Part& part, const std::string& prefix) {
        FlatVisitor<Part> visitor(part, prefix, values_);
        fields_of(KindTag<Part>{}, visitor);
    }

    const T& object_;
    std::string prefix_;
    std::vector<FlatValue>& values_;
};

template <class T>
FlatThing flat(const std::string& name, const T& thing) {
    FlatThing result{name, {}};
    FlatVisitor<T> visitor(thing, "", result.values);
    fields_of(KindTag<T>{}, visitor);
    return result;
}

}  // namespace

std::string override_path(const FlatThing& thing, const FlatValue& value) {
    constexpr std::string_view unnamed = "failure.failure.";
    const bool is_unnamed = value.path.starts_with(unnamed);
    return fmt::format("{}.{}", thing.name, is_unnamed ? value.path.substr(unnamed.size()) : value.path);
}

std::vector<FlatThing> flat_values(const Scenario& scenario) {
    std::vector<FlatThing> things{flat("scenario", scenario.experiment)};
    for_each_kind([&](auto tag, auto member) {
        for (const auto& thing : scenario.*member) {
            things.push_back(flat(fmt::format("{}.{}", kind_info(tag).word, toml_key(thing.id)), thing));
        }
    });
    return things;
}

}  // namespace nines::scenario
