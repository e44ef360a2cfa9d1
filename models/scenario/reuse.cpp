// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/reuse.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "models/scenario/semantic_codes.hpp"
#include "models/scenario/suggest.hpp"

namespace nines::scenario {
namespace {

void mark_inherited(Value& value, Source source, const std::string& note) {
    if (value.origin.source != Source::preset) {
        value.origin.source = source;
        value.origin.note = note;
    }
    if (Table* table = value.table()) mark_inherited(*table, source, note);
    if (Array* array = value.array()) {
        for (Value& item : array->items) mark_inherited(item, source, note);
    }
}

void move_to_file(Table& table, std::uint32_t file);

void move_to_file(Value& value, std::uint32_t file) {
    value.origin.place.file = file;
    if (Table* table = value.table()) move_to_file(*table, file);
    if (Array* array = value.array()) {
        for (Value& item : array->items) move_to_file(item, file);
    }
}

void move_to_file(Table& table, std::uint32_t file) {
    for (Entry& entry : table.entries) {
        entry.key_place.file = file;
        move_to_file(entry.value, file);
    }
}

/// A single table where a list of tables adds to the inherited ones is a list of one.
Table with_lists(Table own, const MergeRules& rules) {
    for (const std::string& key : rules.appended) {
        Value* value = find(own, key);
        if (value == nullptr || value->table() == nullptr) continue;
        Value item = *value;
        value->data = Array{};
        value->array()->items.push_back(std::move(item));
    }
    return own;
}

bool is_from_preset(const Value& value) {
    if (const Table* table = value.table()) {
        return std::any_of(table->entries.begin(), table->entries.end(),
                           [](const Entry& entry) { return is_from_preset(entry.value); });
    }
    return value.origin.source == Source::preset;
}

/// The `name` of a table in a list of tables, or nullptr.
const std::string* name_in(const Value& item) {
    const Value* name = item.table() == nullptr ? nullptr : find(*item.table(), "name");
    return name == nullptr ? nullptr : name->string();
}

std::vector<std::string> names_in(const Value* list) {
    std::vector<std::string> names;
    if (list == nullptr || list->array() == nullptr) return names;
    for (const Value& item : list->array()->items) {
        if (const std::string* name = name_in(item)) names.push_back(*name);
    }
    return names;
}

std::size_t count_values(const Table& table);

std::size_t count_values(const Value& value) {
    std::size_t count = 1;
    if (const Table* table = value.table()) count += count_values(*table);
    if (const Array* array = value.array()) {
        for (const Value& item : array->items) count += count_values(item);
    }
    return count;
}

std::size_t count_values(const Table& table) {
    std::size_t count = 0;
    for (const Entry& entry : table.entries) count += count_values(entry.value);
    return count;
}

/// Index of `wanted` in `files`, where it is appended if need be.
std::uint32_t index_of(const SourceFile& wanted, std::vector<SourceFile>& files) {
    const auto found =
        std::find_if(files.begin(), files.end(), [&](const SourceFile& file) { return file.path == wanted.path; });
    const auto index = static_cast<std::uint32_t>(found - files.begin());
    if (found == files.end()) files.push_back(wanted);
    return index;
}

}  // namespace

void mark_inherited(Table& table, Source source, const std::string& note) {
    for (Entry& entry : table.entries) mark_inherited(entry.value, source, note);
}

Table without_preset_values(Table table) {
    const auto goes = [](Entry& entry) {
        if (Array* array = entry.value.array()) std::erase_if(array->items, is_from_preset);
        Table* inner = entry.value.table();
        if (inner == nullptr || inner->entries.empty()) return is_from_preset(entry.value);
        *inner = without_preset_values(std::move(*inner));
        return inner->entries.empty();
    };
    std::erase_if(table.entries, goes);
    return table;
}

Reuse::Reuse(std::string kind, const Table& things, const Table* defaults, MergeRules rules, ReuseContext& context)
    : kind_(std::move(kind)), rules_(std::move(rules)), context_(context) {
    for (const Entry& entry : things.entries) {
        if (entry.value.table() == nullptr) continue;
        entries_.emplace(entry.key, &entry);
        ids_.push_back(entry.key);
    }
    if (defaults == nullptr) return;
    bool complete = true;
    defaults_ = merge(with_inner_presets({}, *defaults, rules_, complete), *defaults, rules_);
    mark_inherited(defaults_, Source::defaults, "defaults." + kind_);
}

const Entry* Reuse::entry_of(std::string_view id) const {
    const auto found = entries_.find(id);
    return found == entries_.end() ? nullptr : found->second;
}

Table Reuse::with_defaults(const Table& table) {
    if (defaults_.entries.empty()) return table;
    bool complete = true;
    return merge(with_inner_presets(defaults_, table, rules_, complete), table, rules_);
}

Table Reuse::laid_over(const Table& base, const Table& own) const {
    std::vector<Value> unmatched;
    Table listed = with_lists(own, rules_);
    for (const std::string& key : rules_.appended) drop_stray_changes(base, key, listed);
    Table merged = merge(base, listed, rules_, &unmatched);
    for (const Value& name : unmatched) {
        context_.diagnostics.push_back(
            make_error(codes::without_unknown, name.origin.place,
                       fmt::format("there is no inherited failure mode \"{}\" to leave out", *name.string())));
    }
    return merged;
}

void Reuse::drop_stray_changes(const Table& base, const std::string& key, Table& own) const {
    Value* changed = find(own, key);
    if (changed == nullptr || changed->array() == nullptr) return;
    const std::vector<std::string> names = names_in(find(base, key));
    std::erase_if(changed->array()->items, [&](const Value& item) {
        const bool is_change = item.origin.source == Source::command_line && item.origin.note == override_changes;
        const std::string* name = name_in(item);
        if (!is_change || name == nullptr || std::find(names.begin(), names.end(), *name) != names.end()) return false;
        std::string hint = suggestion(*name, names, context_.diagnostics);
        if (hint.empty() && !names.empty()) hint = fmt::format("failure modes: {}", fmt::join(names, ", "));
        context_.diagnostics.push_back(make_error(codes::override_unknown, item.origin.place,
                                                  fmt::format("there is no failure mode \"{}\" to change", *name),
                                                  hint));
        return true;
    });
}

Table Reuse::with_preset(Table base, const Table& values, const MergeRules& rules) {
    return base.entries.empty() ? values : merge(without_preset_values(std::move(base)), values, rules);
}

Table Reuse::with_preset(Table base, const Table& values) const {
    return with_preset(std::move(base), values, rules_);
}

Table Reuse::with_inner_presets(Table base, const Table& own, const MergeRules& rules, bool& complete) {
    for (const MergeRules& inner : rules.inner) {
        const Entry* entry = find_entry(own, inner.key);
        if (entry == nullptr) continue;
        const Value written = in_full(entry->value, inner);
        if (written.table() == nullptr) continue;
        const Value* known = find(std::as_const(base), inner.key);
        Value below = known == nullptr ? Value{Table{}, written.origin} : in_full(*known, inner);
        if (below.table() == nullptr) continue;
        Table values = std::move(*below.table());
        if (const Value* name = inner.has_preset ? find(*written.table(), "preset") : nullptr) {
            const Table* preset = preset_table(inner.library, *name);
            if (preset == nullptr) complete = false;
            if (preset != nullptr) values = with_preset(std::move(values), *preset, inner);
        }
        values = with_inner_presets(std::move(values), *written.table(), inner, complete);
        if (values.entries.empty()) continue;
        below.data = std::move(values);
        set(base, inner.key, std::move(below), entry->key_place);
    }
    return base;
}

bool Reuse::has_preset(const std::string& name) const {
    return find_preset(context_.library, kind_, name) != nullptr;
}

const Table* Reuse::preset_table(const Value& name) {
    return preset_table(kind_, name);
}

const Table* Reuse::preset_table(const std::string& kind, const Value& name) {
    const std::string* text = name.string();
    if (text == nullptr) {
        context_.diagnostics.push_back(make_error(codes::wrong_type, name.origin.place,
                                                  fmt::format("`preset` wants a name, not {}", name_of(name.kind()))));
        return nullptr;
    }
    if (const auto known = presets_.find({kind, *text}); known != presets_.end()) return &known->second;
    const Preset* preset = find_preset(context_.library, kind, *text);
    if (preset == nullptr) {
        const auto names = preset_names(context_.library, kind);
        std::string hint = suggestion(*text, names, context_.diagnostics);
        if (hint.empty()) hint = fmt::format("presets of this kind: {}", fmt::join(names, ", "));
        context_.diagnostics.push_back(make_error(codes::preset_unknown, place_at(name, 0),
                                                  fmt::format("there is no {} preset \"{}\"", kind, *text), hint));
        return nullptr;
    }
    Table table = preset->table;
    move_to_file(table, index_of(context_.library.files[preset->place.file], context_.files));
    return &presets_.emplace(std::pair(kind, *text), std::move(table)).first->second;
}

std::string Reuse::next_in_chain(const Step& step, const std::vector<Step>& chain, bool& complete) {
    const Value* like = find(*step.own, "like");
    if (like == nullptr) return {};
    complete = false;
    if (like->string() == nullptr) {
        context_.diagnostics.push_back(make_error(codes::wrong_type, like->origin.place,
                                                  fmt::format("`like` wants an id, not {}", name_of(like->kind()))));
        return {};
    }
    const std::string& source = *like->string();
    if (entry_of(source) == nullptr) {
        context_.diagnostics.push_back(make_error(codes::like_unknown, place_at(*like, 0),
                                                  fmt::format("there is no {} \"{}\" to be like", kind_, source),
                                                  suggestion(source, ids_, context_.diagnostics)));
        return {};
    }
    const auto repeated =
        std::find_if(chain.begin(), chain.end(), [&](const Step& earlier) { return earlier.id == source; });
    if (repeated != chain.end()) {
        std::string circle;
        for (auto at = repeated; at != chain.end(); ++at) circle += fmt::format("\"{}\" is like ", at->id);
        context_.diagnostics.push_back(make_error(codes::like_cycle, place_at(*like, 0),
                                                  fmt::format("{}\"{}\"", circle, source),
                                                  "one of them must say its keys itself"));
        return {};
    }
    if (chain.size() > max_like_depth) {
        context_.diagnostics.push_back(make_error(codes::like_too_deep, place_at(*like, 0),
                                                  fmt::format("a chain of `like` is longer than {}", max_like_depth)));
        return {};
    }
    complete = true;
    return source;
}

/// The things from `id` to the first that is resolved or like nothing. `complete` tells whether the last is sound.
std::vector<Reuse::Step> Reuse::chain_from(const std::string& id, bool& complete) {
    std::vector<Step> chain;
    std::string next = id;
    complete = true;
    while (!next.empty() && resolved_.find(next) == resolved_.end()) {
        chain.push_back({next, entry_of(next)->value.table()});
        next = next_in_chain(chain.back(), chain, complete);
    }
    return chain;
}

void Reuse::resolve_step(const Step& step, const Resolved* source, bool complete) {
    Resolved result;
    result.complete = complete && !exhausted();
    if (exhausted()) {
        resolved_.emplace(step.id, std::move(result));
        return;
    }
    Table base;
    if (source != nullptr) {
        const std::string& id = *find(*step.own, "like")->string();
        base = source->table;
        mark_inherited(base, Source::like, "like " + id);
        result.likes.push_back(id);
        result.likes.insert(result.likes.end(), source->likes.begin(), source->likes.end());
        result.complete = result.complete && source->complete;
    }
    const Value* preset = find(*step.own, "preset");
    if (preset != nullptr && rules_.has_preset) {
        const Table* values = preset_table(*preset);
        if (values == nullptr) result.complete = false;
        if (values != nullptr) base = with_preset(std::move(base), *values);
    }
    base = with_inner_presets(std::move(base), *step.own, rules_, result.complete);
    result.table = laid_over(base, *step.own);
    erase(result.table, "like");
    if (result.likes.size() > max_like_depth && result.complete) {
        context_.diagnostics.push_back(make_error(codes::like_too_deep, find(*step.own, "like")->origin.place,
                                                  fmt::format("a chain of `like` is longer than {}", max_like_depth)));
        result.complete = false;
    }
    if (!result.complete) result.likes.clear();
    store(step.id, std::move(result));
}

void Reuse::store(const std::string& id, Resolved result) {
    if (!affordable(result.table, 1, entry_of(id)->key_place)) result = {.table = {}, .likes = {}, .complete = false};
    resolved_.emplace(id, std::move(result));
}

bool Reuse::affordable(const Table& table, std::size_t copies, Place place) {
    const std::size_t before = context_.values;
    if (before <= max_values) context_.values += count_values(table) * copies;
    if (context_.values <= max_values) return true;
    if (before <= max_values) {
        context_.diagnostics.push_back(make_error(codes::too_many_components, place,
                                                  fmt::format("here reuse has made more than {} values", max_values),
                                                  "copy less"));
    }
    return false;
}

const Resolved& Reuse::resolve(const std::string& id) {
    bool complete = true;
    const std::vector<Step> chain = chain_from(id, complete);
    for (auto step = chain.rbegin(); step != chain.rend(); ++step) {
        const Value* like = find(*step->own, "like");
        const bool last_is_broken = step == chain.rbegin() && !complete;
        const Resolved* source = nullptr;
        if (like != nullptr && !last_is_broken) source = &resolved_.at(*like->string());
        resolve_step(*step, source, !last_is_broken);
    }
    return resolved_.at(id);
}

}  // namespace nines::scenario
