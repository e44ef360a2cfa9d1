// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "models/edit/catalogue.hpp"
#include "models/edit/path.hpp"
#include "models/edit/spot.hpp"
#include "models/edit/toml_layout.hpp"
#include "models/scenario/values.hpp"

/// Names in the texts of values, and which things of the file they mean.
namespace nines::edit {

/// One name within a text: "web" in "2 of group:web".
struct NameInText {
    scenario::RefKind kind = scenario::RefKind::any;
    std::string name;
    std::size_t offset = 0;  ///< Of the name, in bytes.
};

/// The names in a text of this form, in its order; none where it cannot be read.
std::vector<NameInText> names_in(Naming form, const std::string& text);

/// The ids of one text, to find out what a name means. Things of included files are not known.
class KnownThings {
public:
    explicit KnownThings(const std::vector<ThingName>& things) {
        for (const ThingName& thing : things) add(thing);
    }

    /// As `base`, which must outlive it, with some things under other names.
    KnownThings(const KnownThings& base, const std::map<ThingName, ThingName>& renamed);

    bool contains(std::string_view kind, std::string_view id) const;
    bool contains(const ThingName& thing) const { return contains(thing.kind, thing.id); }
    /// False if it is known already.
    bool add(const ThingName& thing) { return ids_[thing.kind].insert(thing.id).second; }

    struct Meaning {
        ThingName thing;         ///< The group of a member, the domain of its parts.
        std::size_t length = 0;  ///< Bytes of the name that are the thing's id.
    };
    /// What a name in a field that refers to these kinds means, in the order in which the reader looks it up.
    std::optional<Meaning> meaning(const NameInText& name, const std::vector<std::string>& kinds) const;

    /// Whether the name means all of this thing, which may be a domain that a `split` makes.
    bool is_name_of(const NameInText& name, const std::vector<std::string>& kinds, const ThingName& thing) const;

    /// The name of a thing in such a field, with its kind before it if it would mean something else.
    std::string reference_to(const ThingName& thing, const std::vector<std::string>& kinds) const;

private:
    std::optional<Meaning> part_of_domain(std::string_view name) const;

    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view id) const { return std::hash<std::string_view>{}(id); }
    };
    std::map<std::string, std::unordered_set<std::string, Hash, std::equal_to<>>, std::less<>> ids_;  ///< By kind.
    const KnownThings* base_ = nullptr;
    std::set<ThingName> gone_;  ///< Of the base.
};

/// The things that a text defines.
struct ThingsOfText {
    std::vector<ThingName> list;  ///< In its order, each once.
    KnownThings known = KnownThings({});
};
ThingsOfText things_in(const TomlLayout& layout, const Schema& schema);

/// Whether an id is another one, or a part of it: "eu/az1" of "eu".
bool is_part(std::string_view id, std::string_view whole);

}  // namespace nines::edit
