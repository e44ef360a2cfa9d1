// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/charts/shares.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace nines::charts {
namespace {

using Shares = std::vector<std::pair<std::string, double>>;

Shares shares_of(const std::vector<results::Chain>& chains, const std::string& subject, bool with_groups) {
    std::map<std::string, double> sums;
    for (const results::Chain& chain : chains) {
        if (chain.subject != subject) continue;
        std::set<std::string> things;  // a thing that failed in two modes counts once
        for (const std::string& cause : chain.cause) {
            if (cause == "other") continue;
            const std::string thing = thing_of_cause(cause);
            things.insert(thing);
            const std::string group = group_of_member(thing);
            if (with_groups && !group.empty()) things.insert(group);
        }
        for (const std::string& thing : things) sums[thing] += chain.share;
    }
    Shares shares(sums.begin(), sums.end());
    for (auto& [thing, share] : shares) share = std::min(1.0, share);
    std::stable_sort(shares.begin(), shares.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    return shares;
}

}  // namespace

std::string thing_of_cause(const std::string& cause) {
    const auto first = cause.find(':');
    const auto last = cause.find(':', first == std::string::npos ? first : first + 1);
    const std::string thing = cause.substr(0, last);
    return thing.substr(0, thing.find(" ("));  // "node:web/* (2 members)"
}

std::string group_of_member(const std::string& thing) {
    constexpr std::string_view node = "node:";
    const auto slash = thing.rfind('/');
    if (!thing.starts_with(node) || slash == std::string::npos) return {};
    return "group:" + thing.substr(node.size(), slash - node.size());
}

Shares shares_of_downtime(const results::Results& results, const std::string& subject) {
    return shares_of(results.chains, subject, true);
}

Shares shares_of_chains(const std::vector<results::Chain>& chains, const std::string& subject) {
    return shares_of(chains, subject, false);
}

}  // namespace nines::charts
