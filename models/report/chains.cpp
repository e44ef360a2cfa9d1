// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/chains.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include <fmt/format.h>

namespace nines::report {
namespace {

using Steps = std::vector<std::string>;

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

std::string without_default_mode(std::string_view step) {
    constexpr std::string_view mode = ":failure";
    return std::string(ends_with(step, mode) ? step.substr(0, step.size() - mode.size()) : step);
}

/// "node:web/12:hang" -> "node:web/*:hang"; a step that names no numbered member stays as it is.
std::string any_member(const std::string& step) {
    const std::size_t slash = step.rfind('/');
    if (slash == std::string::npos) { return step; }
    const std::size_t after = step.find_first_not_of("0123456789", slash + 1);
    const bool numbered = after != slash + 1 && slash + 1 < step.size();
    const bool whole = after == std::string::npos || step[after] == ':';
    if (!numbered || !whole) { return step; }
    return step.substr(0, slash) + "/*" + (after == std::string::npos ? "" : step.substr(after));
}

/// Steps that are the same after `any_member` are counted at the place of the first.
Steps collapsed(const Steps& steps) {
    std::vector<std::pair<std::string, std::size_t>> counted;
    for (const std::string& step : steps) {
        const std::string key = any_member(step);
        const auto same = std::find_if(counted.begin(), counted.end(), [&](const auto& it) { return it.first == key; });
        if (same == counted.end()) {
            counted.emplace_back(key, 1);
        } else {
            ++same->second;
        }
    }
    Steps result;
    for (const auto& [key, count] : counted) {
        result.push_back(count == 1 ? key : fmt::format("{} ({} members)", key, count));
    }
    return result;
}

struct Family {
    results::Chain total;
    Steps only_member;  ///< The steps as written, while the family has one chain.
    std::size_t chains = 0;
};

}  // namespace

bool is_total_loss(const results::Chain& chain) {
    return !chain.cause.empty() && chain.cause.back().ends_with(":total-loss");
}

std::vector<results::Chain> readable_chains(const std::vector<results::Chain>& chains, std::string_view subject) {
    std::map<Steps, Family> families;
    for (const results::Chain& chain : chains) {
        if (chain.subject != subject) { continue; }
        Steps steps;
        for (const std::string& step : chain.cause) { steps.push_back(without_default_mode(step)); }
        const Steps key = collapsed(steps);
        Family& family = families[key];
        family.total.subject = chain.subject;
        family.total.cause = key;
        family.total.downtime_per_year += chain.downtime_per_year;
        family.total.share += chain.share;
        family.total.outages_per_year += chain.outages_per_year;
        family.total.outages += chain.outages;
        family.only_member = steps;
        ++family.chains;
    }

    std::vector<results::Chain> readable;
    for (auto& [key, family] : families) {
        const bool nothing_collapsed = family.chains == 1 && family.only_member.size() == key.size();
        if (nothing_collapsed) { family.total.cause = family.only_member; }
        readable.push_back(family.total);
    }
    std::sort(readable.begin(), readable.end(), [](const results::Chain& a, const results::Chain& b) {
        if (is_total_loss(a) != is_total_loss(b)) { return is_total_loss(a); }
        return std::tie(b.share, a.cause) < std::tie(a.share, b.cause);
    });
    return readable;
}

}  // namespace nines::report
