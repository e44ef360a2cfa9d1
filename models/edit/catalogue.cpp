// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/catalogue.hpp"

#include <algorithm>
#include <sstream>
#include <type_traits>
#include <utility>

#include "models/edit/refers.hpp"
#include "models/presets/presets.hpp"
#include "models/scenario/fields.hpp"
#include "models/scenario/value_form.hpp"

namespace nines::edit {
namespace {

constexpr const char* without_key = "without";  ///< Of kinds that have failure modes.

using scenario::Field;
using scenario::FieldSpec;
using scenario::KindTag;

/// Where a field list stands.
struct Home {
    std::string kind;     ///< The word of the kind that the list belongs to.
    std::string library;  ///< Kind in the library of a `preset` key of this list.
};

class CatalogueVisitor {
public:
    explicit CatalogueVisitor(Home home) : home_(std::move(home)) {}

    template <class T, class M>
    void field(const FieldSpec& spec, Field<M> T::*) {
        FieldInfo& info = add(spec);
        info.form = form_of(KindTag<M>{}, spec);
        info.bounds = spec.bounds;
        if constexpr (std::is_same_v<M, sim::Law>) info.shape = Shape::law;
        if (is_reference_type<M> || !info.refers.empty()) info.shape = Shape::reference;
        if (info.shape == Shape::reference) info.naming = naming_of<M>(info);
        if (spec.key == scenario::preset_spec.key) info.library = home_.library;
    }

    template <class T>
    void name(const FieldSpec& spec, std::string T::*) {
        add(spec).form = form_of(KindTag<std::string>{}, spec);
    }

    template <class T, class Part>
    void table(const FieldSpec& spec, Field<Part> T::*) {
        add_table<Part>(spec, Shape::table);
    }

    template <class T, class Part>
    void part(const FieldSpec& spec, Part T::*) {
        add_table<Part>(spec, Shape::table);
    }

    template <class T, class Part>
    void tables(const FieldSpec& spec, std::vector<Part> T::*) {
        FieldInfo& info = add_table<Part>(spec, Shape::tables);
        if constexpr (std::is_same_v<Part, scenario::FailureMode>) {
            FieldInfo name;
            name.key = "name";
            name.help = "Name of the mode.";
            name.example = "\"crash\"";
            name.form = form_of(KindTag<std::string>{}, spec);
            info.fields.insert(info.fields.begin(), std::move(name));
        }
        info.named =
            std::any_of(info.fields.begin(), info.fields.end(), [](const FieldInfo& f) { return f.key == "name"; });
        if constexpr (std::is_same_v<Part, scenario::FailureMode>) {
            const bool may_leave_out = std::any_of(fields_.begin(), fields_.end(),
                                                   [](const FieldInfo& field) { return field.key == without_key; });
            if (may_leave_out) info.left_out_by = without_key;
        }
    }

    template <class T>
    void unnamed_mode(std::vector<scenario::FailureMode> T::*) {
        has_failure_modes_ = true;
        fields_of(KindTag<scenario::FailureMode>{}, *this);
    }

    /// Keys that are used up before binding are texts; those whose example is a list may be one.
    void reuse(const FieldSpec& spec) {
        FieldInfo& info = add(spec);
        const bool list = spec.example.starts_with('[');
        info.form = list ? form_of(KindTag<std::vector<std::string>>{}, spec) : form_of(KindTag<std::string>{}, spec);
        if (info.refers.empty()) return;
        info.shape = Shape::reference;
        info.naming = Naming::id;
    }

    void later(const scenario::LaterSpec& spec) {
        FieldInfo info;
        info.key = spec.key;
        info.help = spec.help;
        info.later = spec.reason;
        fields_.push_back(std::move(info));
    }

    bool has_failure_modes() const { return has_failure_modes_; }
    std::vector<FieldInfo> take() { return std::move(fields_); }

private:
    template <class M>
    static Naming naming_of(const FieldInfo& info) {
        if constexpr (std::is_same_v<M, std::vector<scenario::Selector>>) return Naming::selector;
        if constexpr (std::is_same_v<M, std::vector<scenario::Need>>) return Naming::need;
        if constexpr (std::is_same_v<M, scenario::EventAction>) return Naming::action;
        if constexpr (is_plan_type<M>) return Naming::plan;
        return info.refers.size() == 1 ? Naming::id : Naming::reference;
    }

    FieldInfo& add(const FieldSpec& spec) {
        FieldInfo info;
        info.key = spec.key;
        info.help = spec.help;
        info.example = spec.example;
        info.default_text = spec.default_text;
        info.alternatives = spec.alternatives;
        info.instead_of = spec.instead_of;
        info.source = spec.source;
        info.refers = kinds_referred(spec, home_.kind);
        info.places = spec.places;
        info.along = spec.along;
        info.shorthand = spec.shorthand;
        fields_.push_back(std::move(info));
        return fields_.back();
    }

    template <class Part>
    FieldInfo& add_table(const FieldSpec& spec, Shape shape) {
        const std::string library(spec.library.empty() ? spec.key : spec.library);
        CatalogueVisitor inner({home_.kind, library});
        fields_of(KindTag<Part>{}, inner);
        FieldInfo& info = add(spec);
        info.shape = shape;
        info.fields = inner.take();
        const bool has_preset = std::any_of(info.fields.begin(), info.fields.end(),
                                            [](const FieldInfo& f) { return f.key == scenario::preset_spec.key; });
        if (has_preset) info.library = library;
        return info;
    }

    Home home_;
    std::vector<FieldInfo> fields_;
    bool has_failure_modes_ = false;
};

template <class T>
KindDescription describe(KindTag<T> tag) {
    const scenario::KindInfo info = kind_info(tag);
    KindDescription kind;
    kind.word = info.word;
    kind.question = info.question;
    kind.example = info.example;
    CatalogueVisitor visitor({kind.word, kind.word});
    fields_of(tag, visitor);
    kind.has_failure_modes = visitor.has_failure_modes();
    kind.fields = visitor.take();
    return kind;
}

}  // namespace

std::vector<std::string> kinds_referred(const FieldSpec& spec, const std::string& own_kind) {
    if (spec.refers == scenario::own_kind) return {own_kind};
    std::vector<std::string> kinds;
    std::istringstream words{std::string(spec.refers)};
    for (std::string word; words >> word;) kinds.push_back(word);
    return kinds;
}

std::vector<KindDescription> describe_kinds() {
    std::vector<KindDescription> kinds{describe(KindTag<scenario::Experiment>{})};
    scenario::for_each_kind([&](auto tag, auto) { kinds.push_back(describe(tag)); });
    for (const scenario::LaterSpec& later : scenario::later_kinds) {
        KindDescription kind;
        kind.word = later.key;
        kind.question = later.help;
        kind.later = later.reason;
        kinds.push_back(std::move(kind));
    }
    return kinds;
}

const KindDescription* find_kind(const std::vector<KindDescription>& kinds, std::string_view word) {
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [word](const KindDescription& kind) { return kind.word == word; });
    return found == kinds.end() ? nullptr : &*found;
}

const FieldInfo* find_field(const std::vector<FieldInfo>& fields, const std::vector<std::string>& keys) {
    const std::vector<FieldInfo>* level = &fields;
    const FieldInfo* field = nullptr;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const auto found =
            std::find_if(level->begin(), level->end(), [&](const FieldInfo& info) { return info.key == keys[i]; });
        if (found == level->end()) return nullptr;
        field = &*found;
        level = &field->fields;
        if (field->shape == Shape::tables) ++i;  // The element's name or number.
    }
    return field;
}

std::vector<PresetInfo> describe_presets(std::string_view library_kind) {
    const scenario::PresetLibrary library = presets::library();
    std::vector<PresetInfo> described;
    for (const std::string& name : scenario::preset_names(library, library_kind)) {
        const scenario::Preset* preset = scenario::find_preset(library, std::string(library_kind), name);
        if (preset == nullptr) continue;
        PresetInfo info{.name = name, .description = preset->description, .values = {}};
        for (const presets::PresetValue& value : presets::values_of(*preset)) {
            info.values.push_back({.key = value.key,
                                   .text = value.text,
                                   .grade = std::string(scenario::to_text(value.grade)),
                                   .source = value.source});
        }
        described.push_back(std::move(info));
    }
    return described;
}

}  // namespace nines::edit
