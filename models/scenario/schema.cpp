// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/schema.hpp"

#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "models/scenario/fields.hpp"
#include "models/scenario/fields/vary.hpp"
#include "models/scenario/value_form.hpp"

namespace nines::scenario {
namespace {

using Json = nlohmann::ordered_json;

Json one_or_list(const Json& one) {
    return {{"anyOf", Json::array({one, {{"type", "array"}, {"items", one}}})}};
}

std::string description_of(const FieldSpec& spec) {
    std::string text(spec.help);
    if (!spec.default_text.empty()) text += fmt::format(" Default: {}.", spec.default_text);
    if (!spec.example.empty()) text += fmt::format(" Example: {} = {}", spec.key, spec.example);
    return text;
}

Json schema_of(const FormInfo& form) {
    Json one = Json::object();
    if (!form.words.empty()) {
        one["enum"] = form.words;
    } else if (form.json_types.size() == 1) {
        one["type"] = form.json_types.front();
    } else {
        one["type"] = form.json_types;
    }
    return form.list ? one_or_list(one) : one;
}

template <class Part>
Json object_schema();

class SchemaVisitor {
public:
    template <class T, class M>
    void field(const FieldSpec& spec, Field<M> T::*) {
        const FormInfo form = form_of(KindTag<M>{}, spec);
        Json schema = schema_of(form);
        // Within a list a list may stand: steps that go side by side.
        if constexpr (std::is_same_v<M, PlanSteps>) schema = one_or_list(schema);
        const bool bounded = form.json_types == std::vector<std::string>{"integer"};
        if (bounded && std::isfinite(spec.bounds.low)) schema["minimum"] = spec.bounds.low;
        if (bounded && std::isfinite(spec.bounds.high)) schema["maximum"] = spec.bounds.high;
        add(spec, std::move(schema));
    }

    template <class T>
    void name(const FieldSpec& spec, std::string T::*) {
        add(spec, {{"type", "string"}});
    }

    template <class T, class Part>
    void table(const FieldSpec& spec, Field<Part> T::*) {
        if (spec.shorthand.empty()) return add(spec, object_schema<Part>());
        add(spec, {{"anyOf", Json::array({object_schema<Part>(), {{"type", Json::array({"string", "integer"})}}})}});
    }

    template <class T, class Part>
    void part(const FieldSpec& spec, Part T::*) {
        add(spec, object_schema<Part>());
    }

    template <class T, class Part>
    void tables(const FieldSpec& spec, std::vector<Part> T::*) {
        if constexpr (std::is_same_v<Part, FailureMode>) {
            Json item = object_schema<Part>();
            item["properties"]["name"] = {{"type", "string"}};
            add(spec, one_or_list(item));
        } else {
            add(spec, one_or_list(object_schema<Part>()));
        }
    }

    template <class T>
    void unnamed_mode(std::vector<FailureMode> T::*) {
        fields_of(KindTag<FailureMode>{}, *this);
    }

    void reuse(const FieldSpec& spec) {
        const Json text = {{"type", "string"}};
        add(spec, spec.example.starts_with('[') ? one_or_list(text) : text);
    }

    void later(const LaterSpec& spec) {
        properties_[std::string(spec.key)] = {
            {"description", fmt::format("{} Not yet supported: {}.", spec.help, spec.reason)}, {"not", Json::object()}};
    }

    Json take() { return std::move(properties_); }

private:
    void add(const FieldSpec& spec, Json schema) {
        schema["description"] = description_of(spec);
        properties_[std::string(spec.key)] = std::move(schema);
    }

    Json properties_ = Json::object();
};

template <class Part>
Json object_schema() {
    SchemaVisitor visitor;
    fields_of(KindTag<Part>{}, visitor);
    return {{"type", "object"}, {"properties", visitor.take()}, {"additionalProperties", false}};
}

}  // namespace

std::string json_schema() {
    Json properties = Json::object();
    properties["format"] = {{"const", 1}, {"description", "Version of the scenario language."}};
    properties["include"] = one_or_list({{"type", "string"}});
    properties["scenario"] = object_schema<Experiment>();
    Json defaults = Json::object();
    for_each_kind([&](auto tag, auto) {
        using T = typename decltype(tag)::type;
        const KindInfo info = kind_info(tag);
        Json thing = object_schema<T>();
        if constexpr (std::is_same_v<T, Domain>) {
            thing["additionalProperties"] = {{"type", "object"}, {"description", "Keys of all parts of one word."}};
        }
        const std::string word(info.word);
        defaults[word] = {{"$ref", "#/properties/" + word + "/additionalProperties"}};
        properties[word] = {{"type", "object"}, {"description", info.question}, {"additionalProperties", thing}};
    });
    properties["defaults"] = {{"type", "object"}, {"properties", defaults}, {"additionalProperties", false}};
    properties["vary"] = one_or_list(object_schema<Vary>());
    for (const LaterSpec& later : later_kinds) {
        properties[std::string(later.key)] = {
            {"description", fmt::format("{} Not yet supported: {}.", later.help, later.reason)},
            {"not", Json::object()}};
    }
    const Json schema = {{"$schema", "http://json-schema.org/draft-07/schema#"},
                         {"title", "Nines scenario"},
                         {"type", "object"},
                         {"required", {"format"}},
                         {"properties", properties},
                         {"additionalProperties", false}};
    return schema.dump(2) + "\n";
}

}  // namespace nines::scenario
