// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/edit/included.hpp"
#include "models/edit/path.hpp"

/// Changes to the text of a scenario file. Whatever an edit does not touch stays as it is, byte for byte: comments,
/// order, blanks, line ends. New text is laid out like its neighbours. Only the scenario's own file is changed: keys of
/// an included file or of a preset are overridden in it.
///
/// Every edit is a function from text to text, so that undo is the text before. The text must be well-formed TOML;
/// what it means may be wrong. Edits that depend on what else has names take what the text includes.
namespace nines::edit {

struct Edited {
    std::string text;     ///< The whole new text; the old one if there is a problem.
    std::string problem;  ///< Why it could not be done, as a sentence; empty: done.

    bool ok() const { return problem.empty(); }
};

/// Sets a key to a value, which is given as TOML ("\"30 d\"", "3", "[\"a\", \"b\"]"). Replaces the value where the key
/// stands, however it is written (in a table, an inline table, with dots); else adds the key at the end of its table,
/// making the table if it must. A bare value that stands for a table (`rto = "5 min"`) becomes a table whose
/// `shorthand` key has that value when one of the table's keys is set. A table that stands where a list of them may
/// (`maintenance = { .. }`) becomes the first of a list when a key of another one is set.
Edited set_value(std::string_view text, const Path& path, std::string_view toml_value);

/// Removes a key, or a whole table or list element, with the comment that belongs to it (on its line; directly above
/// a removed table). Nothing to remove is no problem.
Edited remove_value(std::string_view text, const Path& path);

/// Key and TOML value of a new thing, in order.
using NewValues = std::vector<std::pair<std::string, std::string>>;

/// Adds `[kind.id]` after the last thing of its kind, else where the order of kinds puts it. The id must be free.
Edited add_thing(std::string_view text, const ThingName& name, const NewValues& values = {},
                 const Included& included = {});

/// Removes the things with all they say, and their names from every reference to them (`needs`, `to`, `spread`, ..);
/// a key whose last name goes is removed, `like` of a removed thing too.
/// Refused if an included file defines one of them: it would come back from there.
Edited remove_things(std::string_view text, const std::vector<ThingName>& names, const Included& included = {});

/// Gives a thing another id; every reference to it in this file follows, its members ("web/2") too.
/// Refused if an included file defines it: it would be two things.
Edited rename_thing(std::string_view text, const ThingName& name, std::string_view new_id,
                    const Included& included = {});

/// What copies are called: old name and new.
struct Duplicated {
    Edited edited;
    std::vector<std::pair<ThingName, ThingName>> names;
};

/// Copies things under free ids ("web-2"). References among the copied things go to the copies.
/// Others stay, also where two things must not name the same one: a store's copy needs a group that the user chooses.
/// Refused if an included file defines one of them: the copy would lack what stands there.
Duplicated duplicate_things(std::string_view text, const std::vector<ThingName>& names, const Included& included = {});

/// Adds a reference: `key` of `from` names `to` too. A key that holds one name only is replaced; a list grows.
/// A list that the thing has from elsewhere is written here whole, with the new name.
Edited connect(std::string_view text, const ThingName& from, const std::string& key, const ThingName& to,
               const Included& included = {});

/// Takes `to` out of `key` of `from`; a key whose last name goes is removed.
Edited disconnect(std::string_view text, const ThingName& from, const std::string& key, const ThingName& to);

/// Puts a thing into a domain (`in`, or `spread`, as its kind has it), out of those that it was in before; an empty
/// id: into none. Members of a group take turns over the parts of a domain that has some, if they did so before or were
/// nowhere. A group keeps its place in domains of another sort, such as a power feed, as long as it is still drawn in
/// the new one.
Edited place_in(std::string_view text, const ThingName& thing, const std::string& domain_id,
                const Included& included = {});

/// An id that is not taken in the text or what it includes: `wish`, else "wish-2", "wish-3", ..
std::string free_id(std::string_view text, const std::string& kind, const std::string& wish,
                    const Included& included = {});

/// TOML text of a string, with quotes and escapes.
std::string quoted(std::string_view text);

}  // namespace nines::edit
