// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/expand.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "models/scenario/field_keys.hpp"
#include "models/scenario/fields/vary.hpp"
#include "models/scenario/semantic_codes.hpp"
#include "models/scenario/split_domains.hpp"
#include "models/scenario/suggest.hpp"

namespace nines::scenario {
namespace {

class Expander {
public:
    Expander(const Document& document, ReuseContext context) : root_(document.root), context_(context) {}

    Expanded run() {
        read_defaults();
        for (const Entry& entry : root_.entries) read_root(entry);
        for_each_kind([&](auto tag, auto) { expand_kind(tag); });
        return std::move(result_);
    }

private:
    void read_defaults() {
        const Entry* defaults = find_entry(root_, "defaults");
        if (defaults == nullptr || !is_table(*defaults)) return;
        for (const Entry& entry : defaults->value.table()->entries) {
            bool known = false;
            for_each_kind([&](auto tag, auto) { known = known || entry.key == kind_info(tag).word; });
            if (!known) {
                unknown_kind(entry, "defaults.");
            } else if (is_table(entry)) {
                result_.defaults.emplace(entry.key, without_reuse(*entry.value.table()));
            }
        }
    }

    /// `[defaults.KIND]` cannot itself reuse.
    Table without_reuse(Table table) {
        for (const std::string_view key : {"like", "preset", "without", "split"}) {
            const Entry* entry = find_entry(table, key);
            if (entry == nullptr) continue;
            error(codes::key_unknown, entry->key_place, fmt::format("`{}` cannot stand in defaults", key),
                  "write it in each thing, or give the keys themselves");
            erase(table, key);
        }
        return table;
    }

    void read_root(const Entry& entry) {
        if (entry.key == "defaults") return;
        if (entry.key == kind_info(KindTag<Experiment>{}).word) {
            if (is_table(entry)) result_.experiment = *entry.value.table();
            return;
        }
        if (entry.key == kind_info(KindTag<Vary>{}).word) return read_varied(entry);
        for (const LaterSpec& later : later_kinds) {
            if (entry.key == later.key) return read_later(entry, later);
        }
        bool known = false;
        for_each_kind([&](auto tag, auto) { known = known || entry.key == kind_info(tag).word; });
        if (!known) return unknown_kind(entry, "");
        is_table(entry);
    }

    void read_varied(const Entry& entry) {
        const Array* array = entry.value.array();
        const std::vector<Value> one{entry.value};
        for (const Value& item : array == nullptr ? one : array->items) {
            if (item.table() != nullptr) {
                result_.varied.push_back(item);
                continue;
            }
            error(codes::wrong_type, item.origin.place,
                  fmt::format("`vary` wants tables, not {}", name_of(item.kind())),
                  "write [[vary]], once for each key");
        }
    }

    void read_later(const Entry& entry, const LaterSpec& spec) {
        const Table* things = entry.value.table();
        if (things == nullptr || things->entries.empty()) {
            not_supported(spec, entry.key_place, fmt::format("`{}`", entry.key));
            return;
        }
        for (const Entry& thing : things->entries) {
            not_supported(spec, thing.key_place, fmt::format("{} \"{}\"", entry.key, thing.key));
            result_.later.push_back({.kind = entry.key, .id = thing.key, .place = thing.key_place});
        }
    }

    void not_supported(const LaterSpec& spec, Place place, const std::string& what) {
        error(codes::not_supported, place, fmt::format("{} is not yet supported", what), std::string(spec.reason));
    }

    void unknown_kind(const Entry& entry, std::string_view prefix) {
        std::vector<std::string> words = kind_words();
        words.emplace_back("defaults");
        const std::string meant = suggestion(entry.key, words, context_.diagnostics);
        error(codes::kind_unknown, entry.key_place, fmt::format("there is no kind \"{}{}\"", prefix, entry.key),
              meant.empty() ? fmt::format("kinds: {}", fmt::join(words, ", ")) : meant);
    }

    bool is_table(const Entry& entry) {
        if (entry.value.table() != nullptr) return true;
        error(codes::wrong_type, entry.value.origin.place,
              fmt::format("`{}` wants a table, not {}", entry.key, name_of(entry.value.kind())));
        return false;
    }

    template <class T>
    void expand_kind(KindTag<T> tag) {
        const std::string kind(kind_info(tag).word);
        const Value* value = find(root_, kind);
        if (value == nullptr || value->table() == nullptr) return;
        const Table& things = *value->table();
        const auto defaults = result_.defaults.find(kind);
        Reuse reuse(kind, things, defaults == result_.defaults.end() ? nullptr : &defaults->second, merge_rules_of(tag),
                    context_);
        for (const Entry& entry : things.entries) check_thing(entry, kind);
        if (kind == kind_info(KindTag<Domain>{}).word) {
            result_.things[kind] = split_domains(things, reuse, context_.diagnostics);
        } else {
            result_.things[kind] = plain_things(things, reuse);
        }
    }

    void check_thing(const Entry& entry, const std::string& kind) {
        if (entry.value.table() != nullptr) return;
        error(codes::wrong_type, entry.value.origin.place,
              fmt::format("{}.{} wants a table, not {}", kind, entry.key, name_of(entry.value.kind())),
              fmt::format("a {} has an id: write [{}.ID]", kind, kind));
    }

    static std::vector<ExpandedThing> plain_things(const Table& things, Reuse& reuse) {
        std::vector<ExpandedThing> result;
        result.reserve(things.entries.size());
        for (const Entry& entry : things.entries) {
            if (entry.value.table() == nullptr) continue;
            const Resolved& resolved = reuse.resolve(entry.key);
            auto table =
                std::make_shared<const Table>(reuse.exhausted() ? Table{} : reuse.with_defaults(resolved.table));
            const bool complete = reuse.affordable(*table, 1, entry.key_place) && resolved.complete;
            if (!complete) table = std::make_shared<const Table>(resolved.table);
            result.push_back({.id = entry.key,
                              .place = entry.key_place,
                              .table = std::move(table),
                              .parent = {},
                              .complete = complete});
        }
        return result;
    }

    void error(std::string_view code, Place place, std::string message, std::string hint = {}) {
        context_.diagnostics.push_back(make_error(code, place, std::move(message), std::move(hint)));
    }

    const Table& root_;
    ReuseContext context_;
    Expanded result_;
};

}  // namespace

Expanded expand(const Document& document, const PresetLibrary& library, std::vector<SourceFile>& files,
                Diagnostics& diagnostics) {
    return Expander(document, {library, files, diagnostics}).run();
}

}  // namespace nines::scenario
