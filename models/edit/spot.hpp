// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "models/edit/catalogue.hpp"
#include "models/edit/toml_layout.hpp"

namespace nines::edit {

/// What a place in the tree of a scenario file means.
struct Spot {
    enum class Level {
        root,
        defaults,  ///< The table of the kinds' defaults.
        kind,      ///< The table of one kind's things.
        table,     ///< A thing, or a table within one.
        value,
        unknown,
    };
    Level level = Level::root;
    const KindDescription* kind = nullptr;
    std::string id;                                  ///< Of the thing; empty for the experiment and for defaults.
    const std::vector<FieldInfo>* fields = nullptr;  ///< Of a table.
    const FieldInfo* field = nullptr;                ///< The key that led here; null: a thing itself.
    bool may_split = false;  ///< Words of a `split` are keys here too, for tables like this one.

    bool is_thing() const { return level == Level::table && field == nullptr && !may_be_word; }
    bool may_be_word = false;  ///< Reached through such a word.
};

/// The field lists, made for finding the meaning of keys quickly.
class Schema {
public:
    Schema();
    Schema(const Schema&) = delete;
    Schema& operator=(const Schema&) = delete;

    const std::vector<KindDescription>& kinds() const { return kinds_; }
    /// Whether the word is a kind whose things have ids, one that this version knows.
    bool has_things(std::string_view word) const;
    /// The place of a kind in the order of a file.
    std::size_t order_of(std::string_view word) const;

    Spot step(const Spot& from, std::string_view key) const;
    Spot spot(const Steps& path) const;
    /// Whether the field, or one within it, names things.
    bool names_things(const FieldInfo& field) const { return naming_.contains(&field); }

private:
    bool gather(const std::vector<FieldInfo>& fields);

    std::vector<KindDescription> kinds_;
    std::unordered_set<const FieldInfo*> naming_;
};

/// How many steps lead to the thing, or to the defaults of a kind: 2, of the experiment 1.
std::size_t depth_of_thing(const Steps& path);

}  // namespace nines::edit
