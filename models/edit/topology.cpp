// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/topology.hpp"

#include <algorithm>

#include "models/scenario/fields.hpp"

namespace nines::edit {

Topology topology_of(const scenario::Scenario& scenario) {
    Topology topology;
    scenario::for_each_kind([&](auto tag, auto things) {
        const std::string word(kind_info(tag).word);
        for (const auto& thing : scenario.*things) {
            Item item;
            item.name = {word, thing.id};
            item.place = thing.place;
            topology.items.push_back(std::move(item));
        }
    });
    return topology;
}

std::size_t find_item(const Topology& topology, const ThingName& name) {
    const auto found =
        std::find_if(topology.items.begin(), topology.items.end(), [&](const Item& item) { return item.name == name; });
    return static_cast<std::size_t>(found - topology.items.begin());
}

}  // namespace nines::edit
