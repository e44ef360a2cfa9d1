// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <unordered_map>

#include "models/scenario/document.hpp"

namespace nines::scenario {
namespace {

constexpr std::string_view without_key = "without";
constexpr std::string_view preset_key = "preset";

bool contains(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_array_of_tables(const Value& value) {
    const Array* array = value.array();
    return array != nullptr && std::all_of(array->items.begin(), array->items.end(),
                                           [](const Value& item) { return item.table() != nullptr; });
}

/// The `name` of a table in an array, or empty.
std::string_view name_in(const Value& value) {
    const Value* name = value.table() == nullptr ? nullptr : find(*value.table(), "name");
    const std::string* text = name == nullptr ? nullptr : name->string();
    return text == nullptr ? std::string_view() : std::string_view(*text);
}

/// The strings of `without`, whether it is one string or a list of them.
std::vector<const Value*> names_without(const Table& own) {
    std::vector<const Value*> names;
    const Value* without = find(own, without_key);
    if (without == nullptr) return names;
    if (without->string() != nullptr) names.push_back(without);
    if (const Array* array = without->array()) {
        for (const Value& item : array->items) {
            if (item.string() != nullptr) names.push_back(&item);
        }
    }
    return names;
}

/// True if `own` says `key` in another of its ways.
bool silenced(std::string_view key, const Table& own, const MergeRules& rules) {
    return std::any_of(rules.alternatives.begin(), rules.alternatives.end(), [&](const auto& ways) {
        return contains(ways, key) && std::any_of(ways.begin(), ways.end(), [&](const std::string& way) {
                   return way != key && find_entry(own, way) != nullptr;
               });
    });
}

/// `rules` are those of the table that the two may be.
Value merge_values(const Value& base, const Value& own, const MergeRules& rules) {
    Value merged = rules.shorthand == preset_key ? in_full(own, rules) : own;
    if (merged.table() == nullptr) return merged;
    const Value below = in_full(base, rules);
    if (below.table() != nullptr) merged.data = merge(*below.table(), *merged.table(), rules);
    return merged;
}

Value append(const Value& base, const Value& own, const MergeRules& rules) {
    Value merged = own;
    std::vector<Value> items = base.array()->items;
    std::unordered_map<std::string_view, std::size_t> index_of_name;
    for (std::size_t i = 0; i < base.array()->items.size(); ++i) {
        const std::string_view name = name_in(base.array()->items[i]);
        if (!name.empty()) index_of_name.emplace(name, i);
    }
    for (const Value& item : own.array()->items) {
        const auto same_name = index_of_name.find(name_in(item));
        if (same_name == index_of_name.end()) {
            items.push_back(item);
        } else {
            items[same_name->second] = merge_values(items[same_name->second], item, rules);
        }
    }
    merged.array()->items = std::move(items);
    return merged;
}

/// `base` less what `own` takes away.
Table without_removed(Table base, const Table& own, const MergeRules& rules, std::vector<Value>* unmatched) {
    for (const Value* name : names_without(own)) {
        std::size_t removed = 0;
        for (Entry& entry : base.entries) {
            if (!contains(rules.appended, entry.key) || !is_array_of_tables(entry.value)) continue;
            removed += std::erase_if(entry.value.array()->items,
                                     [&](const Value& item) { return name_in(item) == *name->string(); });
        }
        if (removed == 0 && unmatched != nullptr) unmatched->push_back(*name);
    }
    return base;
}

}  // namespace

const MergeRules& MergeRules::of(std::string_view wanted) const {
    const auto with_key = [this](std::string_view sought) {
        return std::find_if(inner.begin(), inner.end(), [&](const MergeRules& rules) { return rules.key == sought; });
    };
    if (const auto exact = with_key(wanted); exact != inner.end()) return *exact;
    if (const auto any = with_key(any_key); any != inner.end()) return *any;
    static const MergeRules plain;
    return shorthand.empty() ? *this : plain;  // What a bare value stands for is this table's own matter.
}

Value in_full(Value value, const MergeRules& rules) {
    if (rules.shorthand.empty() || value.table() != nullptr || value.array() != nullptr) return value;
    const Origin origin = value.origin;
    Table table;
    table.entries.push_back({rules.shorthand, origin.place, std::move(value)});
    return {.data = std::move(table), .origin = origin};
}

Table merge(const Table& base, const Table& own, const MergeRules& rules, std::vector<Value>* unmatched) {
    Table merged = without_removed(base, own, rules, unmatched);
    std::erase_if(merged.entries, [&](const Entry& entry) { return silenced(entry.key, own, rules); });

    std::unordered_map<std::string, std::size_t> index_of_key;
    for (std::size_t i = 0; i < merged.entries.size(); ++i) index_of_key.emplace(merged.entries[i].key, i);
    for (const Entry& entry : own.entries) {
        const bool is_without = entry.key == without_key && entry.value.table() == nullptr;
        if (is_without && !rules.keep_without) continue;
        const auto known = index_of_key.find(entry.key);
        if (known == index_of_key.end()) {
            merged.entries.push_back(entry);
            continue;
        }
        Entry& target = merged.entries[known->second];
        const bool appends =
            contains(rules.appended, entry.key) && is_array_of_tables(target.value) && is_array_of_tables(entry.value);
        const MergeRules& inner = rules.of(entry.key);
        target.value =
            appends ? append(target.value, entry.value, inner) : merge_values(target.value, entry.value, inner);
        target.key_place = entry.key_place;
    }
    return merged;
}

}  // namespace nines::scenario
