// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/split_domains.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <unordered_set>

#include <fmt/format.h>

#include "models/scenario/field_keys.hpp"
#include "models/scenario/semantic_codes.hpp"
#include "models/scenario/suggest.hpp"

namespace nines::scenario {
namespace {

/// One level of `split`: "3 az".
struct Level {
    std::int64_t count = 0;
    std::string word;
    const Value* written = nullptr;
};

bool is_word(std::string_view text) {
    if (text.empty() || text.size() > 50) return false;
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_'; });
}

std::optional<Level> parse_level(std::string_view text) {
    Level level;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), level.count);
    if (error == std::errc::result_out_of_range) level.count = max_components + 1;
    if (error == std::errc::invalid_argument || level.count < 1) return std::nullopt;
    std::string_view rest = text.substr(static_cast<std::size_t>(end - text.data()));
    if (rest.empty() || rest.front() != ' ') return std::nullopt;
    while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
    while (!rest.empty() && rest.back() == ' ') rest.remove_suffix(1);
    if (!is_word(rest)) return std::nullopt;
    level.word = rest;
    return level;
}

/// What all parts on the way down have in common.
struct Whole {
    std::string root;                                  ///< The domain that is split.
    std::vector<std::string> likes;                    ///< Domains that it is like, the nearest first.
    std::vector<std::pair<std::string, Table>> words;  ///< Tables of split words, the outer ones first.
    bool complete = true;
};

class Splitter {
public:
    Splitter(Reuse& reuse, Diagnostics& diagnostics)
        : reuse_(reuse), diagnostics_(diagnostics), domain_keys_(keys_of(KindTag<Domain>{})) {}

    std::vector<ExpandedThing> run(const Table& domains) {
        for (const Entry& entry : domains.entries) {
            if (entry.value.table() != nullptr && !may_be_a_part(entry)) add_domain(entry);
        }
        for (const Entry& entry : domains.entries) {
            if (entry.value.table() != nullptr && may_be_a_part(entry) && !made_.contains(entry.key)) add_stray(entry);
        }
        return std::move(result_);
    }

private:
    /// "eu/az2" without `in` belongs to what makes "eu" into parts.
    static bool may_be_a_part(const Entry& entry) {
        return entry.key.find('/') != std::string::npos && find(*entry.value.table(), "in") == nullptr;
    }

    /// A table for a part that nothing made: a domain of its own within "eu", if "eu" is not split at all.
    void add_stray(const Entry& entry) {
        const std::string parent = entry.key.substr(0, entry.key.rfind('/'));
        const bool is_override = entry.value.origin.source == Source::command_line;  // It changes, it makes nothing.
        const bool whole_parent = made_.contains(parent) && !split_.contains(parent) && !is_override;
        if (whole_parent) {
            add_domain(entry, parent);
            return;
        }
        std::vector<std::string_view> names;
        for (const ExpandedThing& thing : result_) names.push_back(thing.id);
        diagnostics_.push_back(make_error(codes::part_unknown, entry.key_place,
                                          fmt::format("no split makes a domain \"{}\"", entry.key),
                                          suggestion(entry.key, names, diagnostics_)));
    }

    void add_domain(const Entry& entry, const std::string& parent = {}) {
        const Resolved& resolved = reuse_.resolve(entry.key);
        const Whole whole{.root = entry.key, .likes = resolved.likes, .words = {}, .complete = resolved.complete};
        add(entry.key, parent, entry.key_place, resolved.table, {}, whole);
    }

    /// Adds the domain `id` and its parts. `inherited` are the levels that an outer split still asks for.
    void add(const std::string& id, const std::string& parent, Place place, const Table& shaped,
             std::vector<Level> inherited, Whole whole) {
        Table own = shaped;
        const std::vector<Level> levels = take_split(own, std::move(inherited));
        for (const Level& level : levels) take_word(own, level.word, whole);
        emit(id, parent, place, std::make_shared<const Table>(reuse_.with_defaults(own)), whole.complete);
        if (levels.empty() || !affordable(levels)) return;
        split_.insert(id);
        add_parts(id, levels, whole);
    }

    void add_parts(const std::string& parent, const std::vector<Level>& levels, const Whole& whole) {
        const Level& level = levels.front();
        const Table common = part_base(level, whole);
        const std::vector<Level> rest(levels.begin() + 1, levels.end());
        const bool alike = rest.empty() && find(common, "split") == nullptr;
        const auto shared = std::make_shared<const Table>(reuse_.with_defaults(common));
        const Place place = level.written->origin.place;
        if (!reuse_.affordable(*shared, static_cast<std::size_t>(level.count), place)) return;
        for (std::int64_t number = 1; number <= level.count; ++number) {
            const std::string id = fmt::format("{}/{}{}", parent, level.word, number);
            const Entry* own = reuse_.entry_of(id);
            const auto layers = layers_of(id, whole);
            if (layers.empty() && alike) {
                emit(id, parent, place, shared, whole.complete);
                continue;
            }
            Table table = common;
            for (const Table& layer : layers) table = laid_over(table, layer);
            if (!layers.empty() && !reuse_.affordable(table, 1, place)) return;
            add(id, parent, own != nullptr ? own->key_place : place, table, rest, whole);
        }
    }

    /// Preset and word's table of a part. Without a preset in the table the word names one, as far as there is one.
    Table part_base(const Level& level, const Whole& whole) {
        std::vector<const Table*> tables;
        for (const auto& [word, table] : whole.words) {
            if (word == level.word) tables.push_back(&table);
        }
        const bool says_preset = std::any_of(tables.begin(), tables.end(),
                                             [](const Table* table) { return find(*table, "preset") != nullptr; });
        Table base = says_preset ? Table{} : preset_of_word(level);
        for (const Table* table : tables) base = laid_over(std::move(base), *table);
        return base;
    }

    Table preset_of_word(const Level& level) {
        for (const std::string& name : {"cloud-" + level.word, level.word}) {
            if (!reuse_.has_preset(name)) continue;
            Value preset{.data = name, .origin = level.written->origin};
            preset.origin.note = "split";
            Table values = *reuse_.preset_table(preset);
            set(values, "preset", preset, level.written->origin.place);
            return values;
        }
        return {};
    }

    /// Moves out of `table` what it has from `like`: weaker than the preset that the table itself names.
    static Table take_inherited(Table& table) {
        Table inherited;
        std::erase_if(table.entries, [&](const Entry& entry) {
            const bool is_inherited = entry.value.origin.source == Source::like;
            if (is_inherited) inherited.entries.push_back(entry);
            return is_inherited;
        });
        return inherited;
    }

    /// Tables that the file has for this part, or for the same part of what the whole is like; weakest first.
    std::vector<Table> layers_of(const std::string& id, const Whole& whole) {
        std::vector<Table> layers;
        const std::string_view tail = std::string_view(id).substr(whole.root.size());
        for (auto like = whole.likes.rbegin(); like != whole.likes.rend(); ++like) {
            const Entry* entry = reuse_.entry_of(*like + std::string(tail));
            if (entry == nullptr || !may_be_a_part(*entry)) continue;
            layers.push_back(*entry->value.table());
            mark_inherited(layers.back(), Source::like, "like " + *like);
        }
        if (const Entry* own = reuse_.entry_of(id); own != nullptr) layers.push_back(*own->value.table());
        for (const Table& layer : layers) complain_about_like(layer);
        return layers;
    }

    /// `layer` over `table`. A preset that it names comes along and replaces the one of `table`; it is stronger than
    /// what the layer has from `like`, unless it comes from there too.
    Table laid_over(Table table, Table layer) {
        const Value* preset = find(layer, "preset");
        const Table* values = preset == nullptr ? nullptr : reuse_.preset_table(*preset);
        if (values == nullptr) return reuse_.laid_over(table, layer);
        if (preset->origin.source != Source::like) table = reuse_.laid_over(table, take_inherited(layer));
        return reuse_.laid_over(reuse_.with_preset(std::move(table), *values), layer);
    }

    void complain_about_like(const Table& layer) {
        if (const Entry* like = find_entry(layer, "like")) {
            diagnostics_.push_back(make_error(codes::like_unknown, like->key_place,
                                              "a part that `split` makes cannot be like another thing",
                                              "say its keys here, or in the table of its word"));
        }
    }

    /// Removes `split` from `table` and returns its levels; without it the inherited ones.
    std::vector<Level> take_split(Table& table, std::vector<Level> inherited) {
        const Value* split = find(table, "split");
        if (split == nullptr) return inherited;
        std::vector<Level> levels;
        bool sound = true;
        const auto read = [&](const Value& value) {
            const std::string* text = value.string();
            auto level = text == nullptr ? std::nullopt : parse_level(*text);
            if (level && is_key(level->word)) level.reset();
            if (level) {
                levels.push_back(*level);
                written_.push_back(std::make_unique<Value>(value));
                levels.back().written = written_.back().get();
                return;
            }
            sound = false;
            diagnostics_.push_back(make_error(codes::split_invalid, value.origin.place,
                                              "`split` wants a number and a word that is no key of domains",
                                              "for example split = \"3 az\" or split = [\"3 az\", \"4 rack\"]"));
        };
        if (const Array* array = split->array()) {
            for (const Value& item : array->items) read(item);
        } else {
            read(*split);
        }
        erase(table, "split");
        return sound ? levels : std::vector<Level>{};
    }

    bool is_key(const std::string& word) const {
        return std::find(domain_keys_.begin(), domain_keys_.end(), word) != domain_keys_.end();
    }

    static void take_word(Table& table, const std::string& word, Whole& whole) {
        Value* value = find(table, word);
        if (value == nullptr || value->table() == nullptr) return;
        whole.words.emplace_back(word, std::move(*value->table()));
        erase(table, word);
    }

    /// Whether the parts fit into the limit; counted before any is made.
    bool affordable(const std::vector<Level>& levels) {
        std::int64_t layer = 1;
        std::int64_t total = static_cast<std::int64_t>(result_.size());
        for (const Level& level : levels) {
            if (level.count > max_domains || layer * level.count > max_domains) total = max_domains + 1;
            if (total > max_domains) break;
            layer *= level.count;
            total += layer;
        }
        if (total <= max_domains) return true;
        if (!too_many_) {
            diagnostics_.push_back(make_error(codes::too_many_components, levels.front().written->origin.place,
                                              fmt::format("this split makes more than {} domains", max_domains)));
        }
        too_many_ = true;
        return false;
    }

    void emit(const std::string& id, const std::string& parent, Place place, std::shared_ptr<const Table> table,
              bool complete) {
        made_.insert(id);
        result_.push_back({.id = id,
                           .place = place,
                           .table = std::move(table),
                           .parent = parent,
                           .complete = complete,
                           .has_table = reuse_.entry_of(id) != nullptr});
    }

    Reuse& reuse_;
    Diagnostics& diagnostics_;
    std::vector<std::string> domain_keys_;
    std::vector<ExpandedThing> result_;
    std::unordered_set<std::string> made_;   ///< Ids of all domains so far.
    std::unordered_set<std::string> split_;  ///< Those that have parts.
    std::vector<std::unique_ptr<Value>> written_;
    bool too_many_ = false;
};

}  // namespace

std::vector<ExpandedThing> split_domains(const Table& domains, Reuse& reuse, Diagnostics& diagnostics) {
    return Splitter(reuse, diagnostics).run(domains);
}

}  // namespace nines::scenario
