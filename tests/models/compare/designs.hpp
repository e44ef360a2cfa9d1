// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/compare/compare.hpp"
#include "models/validate/open.hpp"
#include "tests/catch.hpp"

namespace nines::compare {

/// A service on `count` equal servers, one of which is enough.
inline std::string pool(int count, const std::string& mttr = "8 h", const std::string& name = "shop") {
    return "format = 1\n[node.vm]\nmtbf = \"30 d\"\nmttr = \"" + mttr +
           "\"\n[group.web]\nnode = \"vm\"\ncount = " + std::to_string(count) + "\n[service." + name +
           "]\nneeds = [\"web\"]\n";
}

inline scenario::Scenario opened(const std::string& text, const std::string& file = "design.toml") {
    const validate::Opened result = validate::open_text(file, text);
    REQUIRE_FALSE(scenario::has_errors(result.diagnostics));
    return result.scenario;
}

inline CompareOptions options_of(std::uint64_t trials, std::uint64_t seed = 1) {
    CompareOptions options;
    options.study.trials = trials;
    options.study.seed = seed;
    return options;
}

inline std::vector<Design> designs_of(const std::vector<std::string>& texts, const CompareOptions& options) {
    std::vector<scenario::Scenario> scenarios;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        scenarios.push_back(opened(texts[i], "design-" + std::to_string(i) + ".toml"));
    }
    PreparedDesigns prepared = prepare_designs(scenarios, options);
    REQUIRE(prepared.problems.empty());
    return std::move(prepared.designs);
}

inline Comparison comparison_of(const std::vector<std::string>& texts, const CompareOptions& options) {
    return compare_designs(designs_of(texts, options), options);
}

}  // namespace nines::compare
