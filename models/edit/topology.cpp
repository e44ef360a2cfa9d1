// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/topology.hpp"

#include <algorithm>
#include <type_traits>
#include <utility>

#include "models/edit/details.hpp"
#include "models/edit/links.hpp"
#include "models/edit/placement.hpp"
#include "models/scenario/fields.hpp"
#include "models/scenario/value_form.hpp"
#include "models/validate/names.hpp"

namespace nines::edit {
namespace {

/// Those parts of a domain that the file does not name have the place of the `split` that makes them.
bool is_made_by_split(const scenario::Domain& domain) {
    return domain.in && domain.in.origin.note.starts_with(scenario::made_by_split);
}

/// The first values of a kind that has no facts of its own.
template <class T>
class FirstValues {
public:
    explicit FirstValues(const T& thing) : thing_(thing) {}

    template <class M>
    void field(const scenario::FieldSpec& spec, scenario::Field<M> T::*member) {
        const bool fits = details.size() < most && spec.key != scenario::description_spec.key && spec.refers.empty();
        if (fits && thing_.*member) details.push_back(detail(spec.key, to_toml(*(thing_.*member), spec)));
    }
    void name(const scenario::FieldSpec&, std::string T::*) {}
    template <class Part>
    void table(const scenario::FieldSpec&, scenario::Field<Part> T::*) {}
    template <class Part>
    void part(const scenario::FieldSpec&, Part T::*) {}
    template <class Part>
    void tables(const scenario::FieldSpec&, std::vector<Part> T::*) {}
    void unnamed_mode(std::vector<scenario::FailureMode> T::*) {}
    void reuse(const scenario::FieldSpec&) {}
    void later(const scenario::LaterSpec&) {}

    std::vector<std::string> details;

private:
    static constexpr std::size_t most = 2;
    const T& thing_;
};

template <class T>
std::vector<std::string> facts_of(const T& thing) {
    if constexpr (requires { details_of(thing); }) {
        return details_of(thing);
    } else {
        FirstValues<T> values(thing);
        fields_of(scenario::KindTag<T>{}, values);
        return std::move(values.details);
    }
}

template <class T>
Item item_of(const std::string& kind, const T& thing) {
    Item item;
    item.name = {kind, thing.id};
    item.place = thing.place;
    item.editable = thing.place.file == 0;
    item.description = thing.description.value_or(std::string());
    item.details = facts_of(thing);
    return item;
}

}  // namespace

Topology topology_of(const scenario::Scenario& scenario) {
    const validate::Names names(scenario);
    Placement placement(scenario, names);
    Topology topology;
    scenario::for_each_kind([&](auto tag, auto things) {
        using T = typename decltype(tag)::type;
        const std::string kind(kind_info(tag).word);
        for (std::size_t i = 0; i < (scenario.*things).size(); ++i) {
            const T& thing = (scenario.*things)[i];
            Item item = item_of(kind, thing);
            if constexpr (std::is_same_v<T, scenario::Domain>) {
                item.editable = item.editable && !is_made_by_split(thing);
                placement.place_domain(i, item);
            }
            if constexpr (std::is_same_v<T, scenario::Group>) placement.place_group(i, item);
            topology.items.push_back(std::move(item));
        }
    });
    for (const scenario::LaterThing& thing : scenario.later) {
        Item item;
        item.name = {thing.kind, thing.id};
        item.place = thing.place;
        item.editable = thing.place.file == 0;
        item.complete = false;
        topology.items.push_back(std::move(item));
    }
    topology.links = links_of(scenario, names, topology.items);
    return topology;
}

std::size_t find_item(const Topology& topology, const ThingName& name) {
    const auto found =
        std::find_if(topology.items.begin(), topology.items.end(), [&](const Item& item) { return item.name == name; });
    return static_cast<std::size_t>(found - topology.items.begin());
}

}  // namespace nines::edit
