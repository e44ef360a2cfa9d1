// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/design_names.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

namespace nines::compare {

namespace {

std::string file_name(const scenario::Scenario& scenario) {
    if (scenario.files.empty()) return {};
    return std::filesystem::path(scenario.files.front().path).stem().string();
}

/// Indices of the names that at least one other is equal to.
std::vector<std::size_t> alike(const std::vector<std::string>& names) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (std::count(names.begin(), names.end(), names[i]) > 1) found.push_back(i);
    }
    return found;
}

}  // namespace

std::vector<std::string> design_names(const std::vector<scenario::Scenario>& scenarios) {
    std::vector<std::string> names;
    for (const scenario::Scenario& scenario : scenarios) {
        const std::string file = file_name(scenario);
        const std::string title = scenario.experiment.name.value_or(file);
        names.push_back(title.empty() ? "design" : title);
    }
    for (const std::size_t i : alike(names)) {
        const std::string file = file_name(scenarios[i]);
        if (!file.empty() && file != names[i]) names[i] = fmt::format("{} ({})", names[i], file);
    }
    for (const std::size_t i : alike(names)) names[i] = fmt::format("{} [{}]", names[i], i + 1);
    return names;
}

}  // namespace nines::compare
