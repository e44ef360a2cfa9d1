// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "models/scenario/diagnostic.hpp"
#include "models/scenario/document.hpp"
#include "models/scenario/preset_library.hpp"

namespace nines::scenario {

/// Longest chain of `like`.
inline constexpr int max_like_depth = 64;

/// Most values that reuse may make out of one scenario: a small file must not fill the memory.
inline constexpr std::size_t max_values = 2'000'000;

/// What the whole expansion of one scenario shares.
struct ReuseContext {
    const PresetLibrary& library;
    std::vector<SourceFile>& files;  ///< The scenario's; library files that are used are appended.
    Diagnostics& diagnostics;
    std::size_t values = 0;  ///< Made so far.
};

/// A thing's keys after reuse.
struct Resolved {
    Table table;                     ///< Without `like` and `without`; `preset` stays as written.
    std::vector<std::string> likes;  ///< Ids along the chain of `like`, the nearest first.
    bool complete = true;            ///< False if something it is made from could not be found; that has been reported.
};

/// Resolves `preset`, `like` and `without` of the things of one kind. Strength, weakest first: like, preset, own keys.
/// A preset takes the place of the one that `like` brings: nothing of that stays. The same holds for a table within a
/// thing that has a `preset`, such as `failover`: its key, or what its `FieldSpec::library` says, is the preset's kind.
/// `[defaults.KIND]`, weaker than all of these, is laid below by `with_defaults`.
class Reuse {
public:
    /// `things` (the table `[KIND]`) must outlive this; `defaults` may be null.
    Reuse(std::string kind, const Table& things, const Table* defaults, MergeRules rules, ReuseContext& context);

    /// Precondition: `id` is one of the things, and its value is a table.
    const Resolved& resolve(const std::string& id);

    /// The table that `id` has in the file, or nullptr.
    const Entry* entry_of(std::string_view id) const;

    Table with_defaults(const Table& table);
    Table laid_over(const Table& base, const Table& own) const;

    /// The preset's values with places in the scenario's files; reports an unknown one and returns nullptr.
    const Table* preset_table(const Value& name);
    /// The preset's `values` over `base`, from which the values of its own preset have been taken.
    Table with_preset(Table base, const Table& values) const;
    bool has_preset(const std::string& name) const;

    /// Counts the values of `copies` copies of `table`. False when there are too many in all; the first time that is
    /// reported at `place`.
    bool affordable(const Table& table, std::size_t copies, Place place);
    /// The limit is passed already; whatever is made from now on stays empty.
    bool exhausted() const { return context_.values > max_values; }

private:
    struct Step {
        std::string id;
        const Table* own = nullptr;
    };

    /// Reports and drops from the list `key` of `own` what changes a failure mode that `base` does not have.
    void drop_stray_changes(const Table& base, const std::string& key, Table& own) const;

    const Table* preset_table(const std::string& kind, const Value& name);
    static Table with_preset(Table base, const Table& values, const MergeRules& rules);
    /// `base` with the presets that tables within `own` name. `complete` becomes false if one is unknown.
    Table with_inner_presets(Table base, const Table& own, const MergeRules& rules, bool& complete);

    std::vector<Step> chain_from(const std::string& id, bool& complete);
    void store(const std::string& id, Resolved result);
    void resolve_step(const Step& step, const Resolved* source, bool complete);
    std::string next_in_chain(const Step& step, const std::vector<Step>& chain, bool& complete);

    std::string kind_;
    Table defaults_;
    MergeRules rules_;
    ReuseContext& context_;
    std::unordered_map<std::string_view, const Entry*> entries_;
    std::unordered_map<std::string, Resolved> resolved_;
    std::map<std::pair<std::string, std::string>, Table> presets_;  ///< By kind and name.
    std::vector<std::string> ids_;
};

/// `table` without what a preset says in it. A failure mode that a preset began goes as a whole, with what was changed
/// in it, because the rest would be no mode.
Table without_preset_values(Table table);

/// Every value below that the scenario itself says is from now on said by `source`; presets stay presets.
void mark_inherited(Table& table, Source source, const std::string& note);

}  // namespace nines::scenario
