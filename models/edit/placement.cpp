// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/placement.hpp"

#include <algorithm>
#include <optional>
#include <unordered_set>

#include <fmt/format.h>

#include "models/scenario/group_size.hpp"
#include "models/scenario/turns.hpp"

namespace nines::edit {

using validate::Outcome;
using validate::TargetKind;

namespace {

/// As many as members that are shown can take: a domain may have very many parts, and very many groups in them.
std::vector<std::size_t> first_turns(const std::vector<std::size_t>& domains) {
    const auto count = static_cast<std::ptrdiff_t>(most_members_shown);
    if (std::ssize(domains) <= count) return domains;
    return {domains.begin(), domains.begin() + count};
}

}  // namespace

Placement::Placement(const scenario::Scenario& scenario, const validate::Names& names)
    : scenario_(scenario), names_(names) {
    parents_.reserve(scenario.domains.size());
    for (const scenario::Domain& domain : scenario.domains) {
        parents_.push_back(domain.in ? names.domain(*domain.in).value_or(nowhere) : nowhere);
    }
    cut_circles();
    measure_depths();
}

void Placement::cut_circles() {
    enum State { unseen, on_the_way, done };
    std::vector<State> state(parents_.size(), unseen);
    for (std::size_t i = 0; i < parents_.size(); ++i) {
        Domains way;
        std::size_t at = i;
        while (at != nowhere && state[at] == unseen) {
            state[at] = on_the_way;
            way.push_back(at);
            at = parents_[at];
        }
        if (at != nowhere && state[at] == on_the_way) parents_[way.back()] = nowhere;
        for (const std::size_t step : way) state[step] = done;
    }
}

void Placement::measure_depths() {
    depths_.assign(parents_.size(), nowhere);
    for (std::size_t i = 0; i < parents_.size(); ++i) {
        Domains way;
        std::size_t at = i;
        while (at != nowhere && depths_[at] == nowhere) {
            way.push_back(at);
            at = parents_[at];
        }
        std::size_t depth = at == nowhere ? 0 : depths_[at] + 1;
        for (auto step = way.rbegin(); step != way.rend(); ++step) depths_[*step] = depth++;
    }
}

void Placement::place_domain(std::size_t domain, Item& item) const {
    if (parents_[domain] == nowhere) return;
    item.parent = scenario_.domains[parents_[domain]].id;
    item.domains = {item.parent};
}

std::vector<Placement::Domains> Placement::turns(const scenario::Group& group) const {
    const auto find = [this](const std::string& id) {
        const auto domain = names_.domain(id);
        return domain ? Domains{*domain} : Domains{};
    };
    const auto select = [&](const scenario::Selector& selector) {
        const validate::Lookup lookup = names_.find(selector.kind, selector.pattern);
        if (lookup.outcome != Outcome::found) return Domains{};
        if (lookup.target.kind == TargetKind::children) return first_turns(names_.children(lookup.target.index));
        return lookup.target.kind == TargetKind::domain ? Domains{lookup.target.index} : Domains{};
    };
    return scenario::turns_of(group, select, find);
}

/// The innermost domain around those that the first `members` turns use. Domains that take turns are parts of one.
std::size_t Placement::common_domain(const Domains& turns, std::int64_t members) const {
    if (turns.empty()) return nowhere;
    return turns.size() == 1 || members == 1 ? turns.front() : parents_[turns.front()];
}

void Placement::place_group(std::size_t index, Item& item) {
    const scenario::Group& group = scenario_.groups[index];
    item.member_count = std::max<std::int64_t>(0, scenario::most_members(group));
    const auto shown = static_cast<std::size_t>(std::min({item.member_count, most_members_shown, left_}));
    left_ -= static_cast<std::int64_t>(shown);
    const std::vector<Domains> places = turns(group);

    std::size_t innermost = nowhere;
    for (const Domains& choices : places) {
        const std::size_t common = common_domain(choices, item.member_count);
        if (common != nowhere && (innermost == nowhere || depths_[common] > depths_[innermost])) innermost = common;
    }
    if (innermost != nowhere) item.parent = scenario_.domains[innermost].id;

    std::unordered_set<std::size_t> seen;
    item.members.reserve(shown);
    for (std::size_t m = 0; m < shown; ++m) {
        Member member{.subject = fmt::format("node:{}/{}", group.id, m + 1), .domains = {}};
        for (const Domains& choices : places) {
            if (choices.empty()) continue;
            const std::size_t domain = scenario::turn_of(choices, m);
            member.domains.push_back(scenario_.domains[domain].id);
            if (seen.insert(domain).second) item.domains.push_back(member.domains.back());
        }
        item.members.push_back(std::move(member));
    }
}

}  // namespace nines::edit
