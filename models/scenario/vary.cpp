// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/vary.hpp"

#include <vector>

#include <fmt/format.h>

namespace nines::scenario {

namespace {

/// Never without a point or an exponent, which would be a whole number.
std::string floating(double number) {
    std::string text = fmt::format("{}", number);
    if (text.find_first_of(".ein") == std::string::npos) text += ".0";
    return text;
}

std::string array_text(const Array& array) {
    std::vector<std::string> items;
    for (const Value& item : array.items) items.push_back(to_literal(item));
    return fmt::format("[{}]", fmt::join(items, ", "));
}

std::string table_text(const Table& table) {
    std::vector<std::string> items;
    for (const Entry& entry : table.entries) {
        items.push_back(fmt::format("{} = {}", toml_key(entry.key), to_literal(entry.value)));
    }
    return items.empty() ? "{}" : fmt::format("{{ {} }}", fmt::join(items, ", "));
}

}  // namespace

std::string to_text(VaryScale scale) {
    switch (scale) {
        case VaryScale::linear: return "linear";
        case VaryScale::log: return "log";
    }
    return {};
}

std::string to_literal(const Value& value) {
    switch (value.kind()) {
        case ValueKind::table: return table_text(*value.table());
        case ValueKind::array: return array_text(*value.array());
        case ValueKind::string: return to_toml(*value.string());
        case ValueKind::integer: return fmt::format("{}", *value.get_if<std::int64_t>());
        case ValueKind::floating: return floating(*value.get_if<double>());
        case ValueKind::boolean: return *value.get_if<bool>() ? "true" : "false";
        case ValueKind::datetime: return value.get_if<DateTime>()->text;
    }
    return {};
}

std::string plain_literal(const std::string& toml) {
    const bool is_text = toml.size() >= 2 && toml.front() == '"' && toml.back() == '"';
    const std::string inner = is_text ? toml.substr(1, toml.size() - 2) : toml;
    return is_text && inner.find('\\') != std::string::npos ? toml : inner;
}

std::optional<Literal> read_as(KindTag<Literal>, const Value& value, const FieldSpec&, ReadContext&) {
    return Literal{to_literal(value)};
}

std::optional<Literals> read_as(KindTag<Literals>, const Value& value, const FieldSpec&, ReadContext&) {
    Literals literals;
    if (value.array() == nullptr) return Literals{{to_literal(value)}};
    for (const Value& item : value.array()->items) literals.push_back({to_literal(item)});
    return literals;
}

std::string to_toml(const Literal& value, const FieldSpec&) {
    return value.toml;
}

std::string to_toml(const Literals& value, const FieldSpec&) {
    std::vector<std::string> items;
    for (const Literal& literal : value) items.push_back(literal.toml);
    return fmt::format("[{}]", fmt::join(items, ", "));
}

FormInfo form_of(KindTag<Literal>, const FieldSpec&) {
    return {.noun = "number or quantity", .json_types = {"string", "number"}, .words = {}};
}

FormInfo form_of(KindTag<Literals>, const FieldSpec&) {
    return {.noun = "list of values",
            .json_types = {"string", "number", "boolean", "array", "object"},
            .words = {},
            .list = true};
}

}  // namespace nines::scenario
