// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "models/scenario/origin.hpp"
#include "models/scenario/scenario.hpp"

/// The raw document: what stands in the files, before any key has a meaning. A tree of values that knows where each
/// key and each value was written and who said it. It is independent of the file format's library.
namespace nines::scenario {

struct Value;

/// One `key = value` of a table.
struct Entry;

/// Entries in the order in which they were written; keys are unique.
struct Table {
    std::vector<Entry> entries;
};

struct Array {
    std::vector<Value> items;
};

/// A date or time of the file format, kept as it was written.
struct DateTime {
    std::string text;
};

enum class ValueKind { table, array, string, integer, floating, boolean, datetime };

struct Value {
    /// In the order of `ValueKind`.
    std::variant<Table, Array, std::string, std::int64_t, double, bool, DateTime> data;
    Origin origin;                     ///< `origin.place` is the value's first character.
    std::uint32_t content_column = 0;  ///< Of a string: column of its first character inside the quotes; 0: the text
                                       ///< in the file differs from the string (escapes, several lines).

    ValueKind kind() const { return static_cast<ValueKind>(data.index()); }

    /// The data as T, or nullptr when it is of another kind.
    template <class T>
    const T* get_if() const {
        return std::get_if<T>(&data);
    }
    template <class T>
    T* get_if() {
        return std::get_if<T>(&data);
    }

    const Table* table() const { return get_if<Table>(); }
    Table* table() { return get_if<Table>(); }
    const Array* array() const { return get_if<Array>(); }
    Array* array() { return get_if<Array>(); }
    const std::string* string() const { return get_if<std::string>(); }
};

struct Entry {
    std::string key;
    Place key_place;
    Value value;
};

/// Note in the origin of a failure mode's table that an override made to change a mode that reuse is to bring.
inline constexpr std::string_view override_changes = "changes";

/// All files of one scenario, merged.
struct Document {
    Table root;                     ///< Without `format` and `include`, which have been dealt with.
    std::vector<SourceFile> files;  ///< `Place::file` counts in it: [0] the scenario, then includes, then overrides.
    std::string folder;             ///< Where includes and measured data are looked for; empty: nowhere.
};

/// "a table", "an array", "a string", "an integer", "a decimal number", "true or false", "a date": for messages.
std::string_view name_of(ValueKind kind);

/// The value of `key`, or nullptr.
const Value* find(const Table& table, std::string_view key);
Value* find(Table& table, std::string_view key);
/// The entry (with the key's own place), or nullptr.
const Entry* find_entry(const Table& table, std::string_view key);

/// Sets `key`, replacing the value (and the key's place) when it exists and appending otherwise. Returns the value.
Value& set(Table& table, std::string_view key, Value value, Place key_place);

/// Removes `key`; false when it was not there.
bool erase(Table& table, std::string_view key);

/// The place of byte `offset` of a string value: exact where the file shows the string as it is, otherwise the
/// place of the value.
Place place_at(const Value& value, std::size_t offset);

/// `start` moved on by the first `offset` bytes of `text`; columns count characters, not bytes.
Place advance(Place start, std::string_view text, std::size_t offset);

/// The place of the first character inside a string's quotes, for the parsers that give places to parts of a text.
Place content_place(const Value& value);

/// What `merge` needs to know about meaning.
struct MergeRules {
    /// Keys that say the same thing in different ways, such as { "mttr", "ttr" }: own `ttr` silences the base's `mttr`.
    std::vector<std::vector<std::string>> alternatives{};
    /// Arrays of tables that add to the base's instead of replacing it. An own table whose `name` is the name of one
    /// of the base's tables is merged into that one.
    std::vector<std::string> appended = {"failure"};
    /// Leave `without` of `own` in the result, because a preset that it also concerns is merged later.
    bool keep_without = false;
    /// The key that a bare value stands for where a table belongs: `mode` in `standby = "cold"`; empty: none.
    std::string shorthand{};
    /// True where `preset` names values of the library.
    bool has_preset = false;
    /// For a table within that has presets: their kind in the library.
    std::string library{};
    /// For a table within: its key, or `any_key`.
    std::string key{};
    /// Rules of the tables within; any other has these rules here, or where there is a `shorthand` none.
    std::vector<MergeRules> inner{};

    static constexpr std::string_view any_key = "*";

    /// The rules of the table within that has this key.
    const MergeRules& of(std::string_view wanted) const;
};

/// A bare value as the table that it is short for; anything else unchanged.
Value in_full(Value value, const MergeRules& rules);

/// `own` laid over `base`: own keys win field by field, in tables within tables too; arrays replace, except those
/// named in `rules.appended`. A table over a bare value changes its own keys only; a bare value over a table says all
/// of it anew, except a `preset`, which is one key like any other. `without = ["hang"]` of `own` (which is consumed)
/// removes the tables of those names from the base's appended arrays. Order: the base's keys first, then the new ones.
/// Every value keeps its origin. Names in `without` that removed nothing are added to `unmatched` (with their places),
/// if it is given.
Table merge(const Table& base, const Table& own, const MergeRules& rules = {}, std::vector<Value>* unmatched = nullptr);

/// Every value below says `source` and `note` from now on; places stay.
void set_origin(Table& table, Source source, const std::string& note);
void set_origin(Value& value, Source source, const std::string& note);

}  // namespace nines::scenario
