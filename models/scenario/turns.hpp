// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "models/scenario/scenario.hpp"

/// How the members of a group are placed: they take turns.
namespace nines::scenario {

/// For each `spread` selector and then each `in` of the group: the domains among which members take turns.
/// `select(Selector)` gives the domains of a selector as a vector, `find(id)` those of one id.
template <class Select, class Find>
auto turns_of(const Group& group, Select&& select, Find&& find) {
    std::vector<decltype(find(std::string()))> turns;
    if (group.spread) {
        for (Selector selector : *group.spread) {
            selector.kind = RefKind::domain;
            turns.push_back(select(std::as_const(selector)));
        }
    }
    if (group.in) {
        for (const std::string& id : *group.in) turns.push_back(find(id));
    }
    return turns;
}

/// The domain of a member, counted from 0, among those that take turns. Precondition: there is one.
template <class Domain>
Domain turn_of(const std::vector<Domain>& domains, std::size_t member) {
    return domains[member % domains.size()];
}

}  // namespace nines::scenario
