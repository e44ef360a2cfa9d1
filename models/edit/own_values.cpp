// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/own_values.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "models/scenario/characters.hpp"
#include "models/toml/read.hpp"

namespace nines::edit {
namespace {

using scenario::Entry;
using scenario::Place;
using scenario::Table;
using scenario::Value;

/// The lines of a text, found once, so that each number can be cut out of its own.
class Lines {
public:
    explicit Lines(std::string_view text) {
        for (std::size_t at = 0; at <= text.size();) {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            lines_.push_back(text.substr(at, end - at));
            at = end + 1;
        }
    }

    /// The word that begins at a place: a number, true, a date. Columns count characters, not bytes.
    std::string word_at(const Place& place) const {
        if (place.line == 0 || place.line > lines_.size()) return {};
        const std::string_view line = lines_[place.line - 1];
        const std::size_t at = scenario::offset_of_column(line, place.column);
        const std::size_t end = std::min(line.find_first_of(",]}# \t\r", at), line.size());
        return std::string(line.substr(at, end - at));
    }

private:
    std::vector<std::string_view> lines_;
};

std::string text_of(const Value& value, const Lines& lines) {
    if (const std::string* string = value.string()) return *string;
    return lines.word_at(value.origin.place);
}

class Collector {
public:
    Collector(OwnValues& result, const Lines& lines) : result_(result), lines_(lines) {}

    void table(const Table& table, const Path& path, const std::vector<FieldInfo>& fields) {
        for (const Entry& entry : table.entries) {
            const auto field = std::find_if(fields.begin(), fields.end(),
                                            [&](const FieldInfo& info) { return info.key == entry.key; });
            if (field != fields.end()) {
                value(entry, *field, path);
            } else {
                unknown(entry, path);
            }
        }
    }

private:
    void unknown(const Entry& entry, Path path) {
        path.push_back(entry.key);
        result_.values.push_back({.path = std::move(path),
                                  .items = {},
                                  .list = false,
                                  .known = false,
                                  .key_place = entry.key_place,
                                  .place = entry.value.origin.place,
                                  .last_line = entry.value.origin.place.line});
    }

    void value(const Entry& entry, const FieldInfo& field, Path path) {
        path.push_back(field.key);
        switch (field.shape) {
            case Shape::table: return within(entry, field, std::move(path));
            case Shape::tables: return elements(entry, field, path);
            case Shape::value:
            case Shape::law:
            case Shape::reference: break;
        }
        plain(entry, std::move(path));
    }

    void within(const Entry& entry, const FieldInfo& field, Path path) {
        if (const Table* inner = entry.value.table()) return table(*inner, path, field.fields);
        if (!field.shorthand.empty()) path.push_back(field.shorthand);
        plain(entry, std::move(path));
    }

    void elements(const Entry& entry, const FieldInfo& field, const Path& path) {
        if (const Table* only = entry.value.table()) return element(*only, field, path, 0);
        const scenario::Array* array = entry.value.array();
        if (array == nullptr) return unknown(entry, {path.begin(), path.end() - 1});
        for (std::size_t i = 0; i < array->items.size(); ++i) {
            if (const Table* inner = array->items[i].table()) element(*inner, field, path, i);
        }
    }

    void element(const Table& inner, const FieldInfo& field, Path path, std::size_t number) {
        const Value* name = field.named ? scenario::find(inner, "name") : nullptr;
        const bool has_name = name != nullptr && name->string() != nullptr && !name->string()->empty();
        path.push_back(has_name ? *name->string() : fmt::format("#{}", number));
        table(inner, path, field.fields);
    }

    void plain(const Entry& entry, Path path) {
        OwnValue own{.path = std::move(path),
                     .items = {},
                     .list = entry.value.array() != nullptr,
                     .known = true,
                     .key_place = entry.key_place,
                     .place = entry.value.origin.place,
                     .last_line = entry.value.origin.place.line};
        if (const scenario::Array* array = entry.value.array()) {
            for (const Value& item : array->items) {
                own.items.push_back(text_of(item, lines_));
                own.last_line = std::max(own.last_line, item.origin.place.line);
            }
        } else {
            own.items.push_back(text_of(entry.value, lines_));
        }
        result_.values.push_back(std::move(own));
    }

    OwnValues& result_;
    const Lines& lines_;
};

}  // namespace

Table own_tables(std::string_view text) {
    return scenario::read_text("text", text, {}).document.root;
}

OwnValues own_values(std::string_view text, const Table& tables, const ThingName& name,
                     const std::vector<FieldInfo>& fields) {
    OwnValues result;
    const Entry* entry = scenario::find_entry(tables, name.kind);
    if (entry != nullptr && !name.id.empty()) {
        const Table* things = entry->value.table();
        entry = things == nullptr ? nullptr : scenario::find_entry(*things, name.id);
    }
    if (entry == nullptr || entry->value.table() == nullptr) return result;
    result.exists = true;
    result.header = entry->key_place;
    const Lines lines(text);
    Collector(result, lines).table(*entry->value.table(), {}, fields);
    return result;
}

std::vector<std::string> items_of_toml(const std::string& toml) {
    const std::string text = "format = 1\nx = " + toml + "\n";
    const Table tables = own_tables(text);
    const Value* value = scenario::find(tables, "x");
    if (value == nullptr) return {toml};
    const Lines lines(text);
    std::vector<std::string> items;
    const scenario::Array* array = value->array();
    if (array == nullptr) return {text_of(*value, lines)};
    for (const Value& item : array->items) items.push_back(text_of(item, lines));
    return items;
}

}  // namespace nines::edit
