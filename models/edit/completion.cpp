// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/completion.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "models/edit/key_place.hpp"
#include "models/scenario/value_form.hpp"

namespace nines::edit {
namespace {

/// Collects candidates that begin with what was typed, quotes aside.
class Collector {
public:
    explicit Collector(std::string_view typed) : typed_(typed) {}

    void add(std::string text, std::string help) {
        const std::string_view bare = text.starts_with('"') ? std::string_view(text).substr(1) : std::string_view(text);
        if (!bare.starts_with(typed_) || text == typed_ || !seen_.insert(text).second) return;
        candidates_.push_back({std::move(text), std::move(help)});
    }
    bool empty() const { return candidates_.empty(); }
    std::vector<Candidate> take() { return std::move(candidates_); }

private:
    std::string_view typed_;
    std::set<std::string> seen_;
    std::vector<Candidate> candidates_;
};

bool is_table(const FieldInfo& field) {
    return field.shape == Shape::table || field.shape == Shape::tables;
}

/// The fields of the table at a path of keys; null: there is none.
const std::vector<FieldInfo>* fields_at(const KindDescription& kind, const std::vector<std::string>& keys) {
    if (keys.empty()) return &kind.fields;
    const FieldInfo* table = find_field(kind.fields, keys);
    return table != nullptr && is_table(*table) ? &table->fields : nullptr;
}

void add_ids(Collector& collector, const Topology& topology, const std::vector<std::string>& kinds, bool quotes) {
    for (const Item& item : topology.items) {
        if (std::find(kinds.begin(), kinds.end(), item.name.kind) == kinds.end()) continue;
        collector.add(quotes ? scenario::to_toml(item.name.id) : item.name.id,
                      item.name.kind + ". " + item.description);
    }
}

void add_header_parts(Collector& collector, const KeyPlace& place, const std::vector<KindDescription>& kinds,
                      const Topology& topology) {
    std::vector<std::string> parts = place.keys;
    const bool defaults = !parts.empty() && parts.front() == "defaults";
    if (defaults) parts.erase(parts.begin());
    if (parts.empty()) {
        for (const KindDescription& kind : kinds) {
            if (kind.later.empty()) collector.add(kind.word, kind.question);
        }
        if (!defaults) collector.add("defaults", "");
        return;
    }
    const KindDescription* kind = find_kind(kinds, parts.front());
    if (kind == nullptr) return;
    const bool has_id = !defaults && kind->word != "scenario";
    if (has_id && parts.size() == 1) return add_ids(collector, topology, {kind->word}, false);
    const auto* fields = fields_at(*kind, {parts.begin() + (has_id ? 2 : 1), parts.end()});
    if (fields == nullptr) return;
    for (const FieldInfo& field : *fields) {
        if (is_table(field) && field.later.empty()) collector.add(field.key, field.help);
    }
}

void add_keys(Collector& collector, const KeyPlace& place, const KindDescription& kind) {
    const auto* fields = fields_at(kind, place.keys);
    if (fields == nullptr) return;
    for (const FieldInfo& field : *fields) {
        const bool there = std::find(place.present.begin(), place.present.end(), field.key) != place.present.end();
        if (!there && field.later.empty()) collector.add(field.key, field.help);
    }
}

void add_values(Collector& collector, const KeyPlace& place, const KindDescription& kind, const Topology& topology) {
    const FieldInfo* field = find_field(kind.fields, place.keys);
    if (field == nullptr) return;
    const bool quotes = !place.in_string;
    const auto text = [&](const std::string& word) { return quotes ? scenario::to_toml(word) : word; };
    const FieldInfo* bare = nullptr;  // what a bare value stands for
    if (is_table(*field) && !field->shorthand.empty()) bare = find_field(field->fields, {field->shorthand});
    const FieldInfo& meant = bare != nullptr ? *bare : *field;
    for (const std::string& word : meant.form.words) collector.add(text(word), meant.help);
    if (!meant.library.empty() && !is_table(meant)) {
        for (const PresetInfo& preset : describe_presets(meant.library))
            collector.add(text(preset.name), preset.description);
    }
    add_ids(collector, topology, meant.refers, quotes);
    const auto& types = meant.form.json_types;
    if (quotes && std::find(types.begin(), types.end(), "boolean") != types.end()) {
        collector.add("true", meant.help);
        collector.add("false", meant.help);
    }
    if (quotes && collector.empty() && !field->example.empty()) collector.add(field->example, field->help);
}

const KindDescription* kind_of_table(const std::vector<KindDescription>& kinds, const KeyPlace& place) {
    return place.kind.empty() ? nullptr : find_kind(kinds, place.kind);
}

}  // namespace

Completion complete_at(std::string_view text, std::size_t offset, const std::vector<KindDescription>& kinds,
                       const Topology& topology) {
    const KeyPlace place = key_place_at(text, offset);
    Completion completion{.begin = place.begin, .candidates = {}};
    Collector collector(text.substr(place.begin, offset - place.begin));
    const KindDescription* kind = kind_of_table(kinds, place);
    switch (place.what) {
        case KeyPlace::What::nothing: break;
        case KeyPlace::What::header: add_header_parts(collector, place, kinds, topology); break;
        case KeyPlace::What::key:
            if (kind != nullptr) add_keys(collector, place, *kind);
            break;
        case KeyPlace::What::value:
            if (kind != nullptr) add_values(collector, place, *kind, topology);
            break;
    }
    completion.candidates = collector.take();
    return completion;
}

}  // namespace nines::edit
