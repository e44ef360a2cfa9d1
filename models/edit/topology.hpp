// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/edit/path.hpp"
#include "models/scenario/scenario.hpp"

/// What a drawing of a scenario shows: its things, what contains them, and who names whom. Made from the field lists,
/// so that a new kind appears by itself.
namespace nines::edit {

/// A machine of a group, or a copy of a store.
struct Member {
    std::string subject;               ///< "node:web/1": as in results and traces.
    std::vector<std::string> domains;  ///< Ids of those directly around it.
};

struct Item {
    ThingName name;
    scenario::Place place;             ///< Of its header.
    bool editable = true;              ///< Written in the scenario's own file; a part made by `split` is not.
    bool complete = true;              ///< False: something that it is made from is unknown, or its kind comes later.
    std::string parent;                ///< Id of the innermost domain that contains all of it; empty: none.
    std::vector<std::string> domains;  ///< All domains directly around it or its members that are shown.
    std::vector<std::string> details;  ///< Short facts, most telling first: "6 x app-server", "2 active", "99.95%".
    std::vector<Member> members;       ///< Of groups, at most `most_members_shown`; else empty.
    std::int64_t member_count = 0;
    std::string description;
};
inline constexpr std::int64_t most_members_shown = 256;
inline constexpr std::int64_t most_members_in_all = 100'000;  ///< Groups further down show none.

/// `from` names `to` under `key`.
struct Link {
    std::size_t from = 0;  ///< Index of the item.
    std::size_t to = 0;
    std::string key;        ///< "needs", "to", "on", "failover.by".
    std::string label;      ///< "2 of", "60%"; mostly empty.
    scenario::Place place;  ///< Of the name.
    bool places = false;    ///< The named thing contains the other: drawn by nesting, not by an arrow.
};

/// A selector may name very many things: further links are left out.
inline constexpr std::size_t most_links = 200'000;

struct Topology {
    std::vector<Item> items;  ///< Kinds in the order of a file, things in theirs; last those that could not be read.
    std::vector<Link> links;  ///< From each thing in turn; each thing that a key names once.
};

/// The drawing of a scenario, as far as it was understood: names that mean nothing make no link.
Topology topology_of(const scenario::Scenario& scenario);

/// The index of a thing; the number of items if there is none.
std::size_t find_item(const Topology& topology, const ThingName& name);

}  // namespace nines::edit
