// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/edit/catalogue.hpp"
#include "models/edit/own_values.hpp"
#include "models/edit/path.hpp"
#include "models/scenario/diagnostic.hpp"
#include "models/scenario/origin.hpp"
#include "models/validate/open.hpp"
#include "sim/random/law.hpp"

/// What a panel shows of one thing, or of several together.
namespace nines::edit {

/// One key that has a value.
struct PropertyState {
    std::vector<std::string> items;  ///< As typed where the thing itself says it; else in canonical form.
    bool list = false;               ///< Written as a list.
    bool own = false;                ///< The thing's own table says it; else it comes from elsewhere.
    bool several = false;            ///< Of several things: they differ (or some have none); `items` are empty.
    scenario::Origin origin;
    std::string origin_text;            ///< Where it comes from, in words.
    std::optional<sim::Law> law;        ///< Of distributions, means and rates, if it could be read.
    scenario::Diagnostics diagnostics;  ///< About this value.

    /// Of a value that is no list.
    std::string text() const { return items.empty() ? std::string() : items.front(); }
};

struct ThingState {
    bool exists = false;
    scenario::Place header;  ///< Line 0: it has no table in the scenario's own file.
    std::map<Path, PropertyState> values;
    std::vector<Path> order;            ///< Paths of `values`: inherited ones first, then in the order of the file.
    scenario::Diagnostics diagnostics;  ///< About the thing as a whole, or about keys that it does not have.
};

/// The state of one thing of a text that was read as `opened`; `tables` are `own_tables(text)`.
ThingState state_of_thing(std::string_view text, const scenario::Table& tables, const validate::Opened& opened,
                          const ThingName& name, const std::vector<FieldInfo>& fields);

/// Several things as one: what they agree upon, and `several` where they differ.
ThingState combined(const std::vector<ThingState>& states);

/// Keys that all these lists have, with the same shape; tables with what their parts have in common.
std::vector<FieldInfo> common_fields(const std::vector<const std::vector<FieldInfo>*>& lists);

/// Names (or numbers, "#0") of the elements of a list of tables, in order.
std::vector<std::string> elements_of(const ThingState& state, const Path& list);

/// Whether there is a value at this path, or below it; `own`: one of the thing's own.
bool has_value(const ThingState& state, const Path& path, bool own);

}  // namespace nines::edit
