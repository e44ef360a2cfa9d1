// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/edit/catalogue.hpp"
#include "models/edit/path.hpp"
#include "models/scenario/document.hpp"

/// What the own table of a thing says in the scenario's own file, as it is typed there, right or wrong.
namespace nines::edit {

struct OwnValue {
    Path path;                       ///< Within the thing. A bare value that stands for a table has its `shorthand`.
    std::vector<std::string> items;  ///< Without quotes; one, or those of a list.
    bool list = false;
    bool known = true;  ///< False: the kind has no such key here; only its place is of use.
    scenario::Place key_place;
    scenario::Place place;
    std::uint32_t last_line = 0;
};

struct OwnValues {
    bool exists = false;  ///< The file has a table for the thing.
    scenario::Place header;
    std::vector<OwnValue> values;  ///< In the order of the file.
};

/// The tables of a text, without what it includes; empty if it is not TOML.
scenario::Table own_tables(std::string_view text);

/// The values of one thing. `text` is what `tables` were read from: numbers are shown as they stand there.
OwnValues own_values(std::string_view text, const scenario::Table& tables, const ThingName& name,
                     const std::vector<FieldInfo>& fields);

/// A value given as TOML as texts without quotes.
std::vector<std::string> items_of_toml(const std::string& toml);

}  // namespace nines::edit
