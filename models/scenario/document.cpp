// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/document.hpp"

#include <algorithm>

#include "models/scenario/characters.hpp"

namespace nines::scenario {

std::string_view name_of(ValueKind kind) {
    switch (kind) {
        case ValueKind::table: return "a table";
        case ValueKind::array: return "an array";
        case ValueKind::string: return "a string";
        case ValueKind::integer: return "an integer";
        case ValueKind::floating: return "a decimal number";
        case ValueKind::boolean: return "true or false";
        case ValueKind::datetime: return "a date";
    }
    return {};
}

const Entry* find_entry(const Table& table, std::string_view key) {
    const auto found = std::find_if(table.entries.begin(), table.entries.end(),
                                    [key](const Entry& entry) { return entry.key == key; });
    return found == table.entries.end() ? nullptr : &*found;
}

const Value* find(const Table& table, std::string_view key) {
    const Entry* entry = find_entry(table, key);
    return entry == nullptr ? nullptr : &entry->value;
}

Value* find(Table& table, std::string_view key) {
    const auto found = std::find_if(table.entries.begin(), table.entries.end(),
                                    [key](const Entry& entry) { return entry.key == key; });
    return found == table.entries.end() ? nullptr : &found->value;
}

Value& set(Table& table, std::string_view key, Value value, Place key_place) {
    const auto found = std::find_if(table.entries.begin(), table.entries.end(),
                                    [key](const Entry& entry) { return entry.key == key; });
    if (found == table.entries.end()) {
        table.entries.push_back({std::string(key), key_place, std::move(value)});
        return table.entries.back().value;
    }
    found->key_place = key_place;
    found->value = std::move(value);
    return found->value;
}

bool erase(Table& table, std::string_view key) {
    return std::erase_if(table.entries, [key](const Entry& entry) { return entry.key == key; }) > 0;
}

Place advance(Place start, std::string_view text, std::size_t offset) {
    const std::string_view passed = text.substr(0, offset);
    start.column += static_cast<std::uint32_t>(std::count_if(passed.begin(), passed.end(), begins_character));
    return start;
}

Place content_place(const Value& value) {
    Place place = value.origin.place;
    if (value.content_column != 0) place.column = value.content_column;
    return place;
}

Place place_at(const Value& value, std::size_t offset) {
    const std::string* text = value.string();
    if (text == nullptr || value.content_column == 0) return value.origin.place;
    return advance(content_place(value), *text, offset);
}

void set_origin(Table& table, Source source, const std::string& note) {
    for (Entry& entry : table.entries) set_origin(entry.value, source, note);
}

void set_origin(Value& value, Source source, const std::string& note) {
    value.origin.source = source;
    value.origin.note = note;
    if (Table* table = value.table()) set_origin(*table, source, note);
    if (Array* array = value.array()) {
        for (Value& item : array->items) set_origin(item, source, note);
    }
}

}  // namespace nines::scenario
