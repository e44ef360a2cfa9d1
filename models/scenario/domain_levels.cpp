// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/domain_levels.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace nines::scenario {
namespace {

std::optional<FailureClass> level_of_last_word(std::string_view name) {
    while (!name.empty() && name.back() >= '0' && name.back() <= '9') name.remove_suffix(1);
    while (!name.empty() && (name.back() == '-' || name.back() == '_')) name.remove_suffix(1);
    const std::size_t separator = name.find_last_of("-_/");
    if (separator != std::string_view::npos) name.remove_prefix(separator + 1);
    if (name == "rack") return FailureClass::rack;
    if (name == "az" || name == "zone") return FailureClass::zone;
    if (name == "region") return FailureClass::region;
    return std::nullopt;
}

std::optional<FailureClass> own_level(const Domain& domain) {
    if (domain.level) return *domain.level;
    const auto by_preset = domain.preset ? level_of_last_word(*domain.preset) : std::nullopt;
    return by_preset ? by_preset : level_of_last_word(domain.id);
}

/// What contains a thing of this level.
FailureClass level_around(FailureClass inner) {
    return inner == FailureClass::rack ? FailureClass::zone : FailureClass::region;
}

}  // namespace

std::vector<FailureClass> domain_levels(const Scenario& scenario) {
    const std::vector<Domain>& domains = scenario.domains;
    std::unordered_map<std::string_view, std::size_t> index;
    std::vector<std::optional<FailureClass>> levels;
    std::vector<std::optional<FailureClass>> within(domains.size());  // The widest of what each contains.
    for (std::size_t i = 0; i < domains.size(); ++i) {
        index.emplace(domains[i].id, i);
        levels.push_back(own_level(domains[i]));
    }
    // A parent stands before its children, so from the last to the first all contents are known in time.
    for (std::size_t i = domains.size(); i-- > 0;) {
        if (!levels[i] && within[i]) levels[i] = level_around(*within[i]);
        const auto parent = domains[i].in ? index.find(*domains[i].in) : index.end();
        if (!levels[i] || parent == index.end()) continue;
        auto& widest = within[parent->second];
        if (!widest || *widest < *levels[i]) widest = levels[i];
    }
    std::vector<FailureClass> result;
    for (const auto& level : levels) result.push_back(level.value_or(FailureClass::zone));
    return result;
}

}  // namespace nines::scenario
