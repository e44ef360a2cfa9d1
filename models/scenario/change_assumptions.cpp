// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/change_assumptions.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/scenario/planned_work.hpp"
#include "models/scenario/spoiled_stores.hpp"

namespace nines::scenario {

namespace {

/// One sentence with a place for the groups that it is about.
struct Sentence {
    bool (*holds)(const Group& group);
    const char* text;
};

bool fails(const Group& group) {
    return group.deploy && group.deploy->fails.value_or(0.0) > 0.0;
}

constexpr Sentence sentences[] = {
    {[](const Group& group) { return fails(group) && !corrupts_data(*group.deploy); },
     "All members that have a bad version come back together when it is undone; until then no other version comes: "
     "{}."},
    {[](const Group& group) { return fails(group) && !group.deploy->noticed_after; },
     "A bad version is noticed in its first batch, for no `noticed_after` is given: {}."},
    {[](const Group& group) { return fails(group) && corrupts_data(*group.deploy); },
     "A bad version makes data bad from its first batch until it is noticed, and no more after that, also where it is "
     "undone later; undoing it brings no data back, and until it is undone no other version comes: {}."},
    {[](const Group& group) { return group.deploy && !group.deploy->strategy; },
     "New versions come to a quarter of the members at a time, for no `strategy` is given: {}."},
    {[](const Group& group) { return group.deploy && !deploy_takes_time(*group.deploy); },
     "Nobody is missing while a good version comes: {}."},
    {[](const Group& group) { return group.patch && !group.patch->takes; },
     "Patches take 5 min for each member (estimated), for no `takes` is given: {}."},
    {[](const Group& group) { return group.patch && !group.patch->every; },
     "Patches come every 30 d (estimated), for no `every` is given: {}."},
};

}  // namespace

std::vector<std::string> change_assumptions(const Scenario& scenario) {
    constexpr std::size_t shown = 4;
    std::vector<std::string> said;
    for (const Sentence& sentence : sentences) {
        std::vector<std::string> names;
        for (const Group& group : scenario.groups) {
            if (sentence.holds(group)) names.push_back(group.id);
        }
        if (names.empty()) continue;
        if (names.size() > shown) {
            const std::string more = fmt::format("{} more", names.size() - shown);
            names.resize(shown);
            names.back() += " and " + more;
        }
        said.push_back(fmt::format(fmt::runtime(sentence.text), fmt::join(names, ", ")));
    }
    return said;
}

}  // namespace nines::scenario
