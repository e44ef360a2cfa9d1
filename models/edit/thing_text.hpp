// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "models/edit/changes.hpp"
#include "models/edit/included.hpp"
#include "models/edit/locate.hpp"
#include "models/edit/text_names.hpp"

/// Where whole things stand in a text.
namespace nines::edit {

/// One place at which a thing's id is written as a key: in a header, before a dot, or in the table of its kind.
struct IdAt {
    KeyPart part;
    std::size_t thing = 0;  ///< Index into the things that were asked for.
    std::size_t section = 0;
    std::size_t assignment = none;  ///< `none`: in the section's header.
    bool in_table = false;          ///< Within `kind = { id = { .. } }`; then `holder` has it.
    Holder holder = {};

    static constexpr std::size_t none = static_cast<std::size_t>(-1);
};

/// All of them, in the order of the text. `things` may hold each once.
std::vector<IdAt> ids_in(const TomlLayout& layout, const std::vector<ThingName>& things);

/// Removes these things; what names them stays.
void remove_texts(const TomlLayout& layout, const std::set<ThingName>& things, Changes& changes);

/// Why an edit ("removed") of a thing cannot be made in this file alone; empty: it can.
std::string problem_with_included(const Included& included, const ThingName& name, std::string_view done);

/// Whether a `split` of a domain around it makes the domain, and with it its id.
bool is_made_by_split(const TomlLayout& layout, const Included& included, const ThingName& name);

/// What is wrong with a new id; empty: nothing.
std::string problem_with_id(const std::string& kind, const std::string& id, const KnownThings& known,
                            const Included& included);

/// `wish`, or the first of "wish-2", .. that is free.
std::string free_id_among(const KnownThings& known, const std::string& kind, const std::string& wish,
                          const Included& included);

}  // namespace nines::edit
