// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "gui/document/document.hpp"
#include "models/edit/catalogue.hpp"

/// What a new thing says at first, and what may be connected to what: all from the field lists.
namespace nines::gui {

/// Values of a new thing: none where none are needed, else those of the kind's example. Names in it become the names
/// of what is selected or, if there is just one thing that can be meant, of that; others are left out, and the
/// diagnostics tell what is missing.
edit::NewValues starter_values(const edit::KindDescription& kind, const std::string& id, const Document& document,
                               const std::vector<edit::ThingName>& selected);

/// One way to connect two things: `key` of `from` names `to`.
struct Connection {
    edit::ThingName from;
    std::string key;  ///< With dots: "failover.by".
    edit::ThingName to;
};

/// Keys of a kind that may name things of another kind, in the order of the field list; nesting last.
std::vector<std::string> keys_that_name(const edit::KindDescription& kind, const std::string& other_kind);

/// All ways to connect `a` to `b`; if there are none, those from `b` to `a`.
std::vector<Connection> connections_between(const std::vector<edit::KindDescription>& kinds, const edit::ThingName& a,
                                            const edit::ThingName& b);

/// Things of this kind can be put into areas.
bool can_be_placed(const std::vector<edit::KindDescription>& kinds, const std::string& kind);

}  // namespace nines::gui
