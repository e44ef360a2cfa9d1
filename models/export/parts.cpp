// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/parts.hpp"

#include <utility>

#include <fmt/format.h>

#include "models/exact/representable.hpp"

namespace nines::exporting {

Parts::Parts(const compile::Program& program, const ExportQuestion& question)
    : program_(program),
      activities_(program, question.most_phases),
      symmetry_(program, exact::kept_apart(program)),
      islands_(exact::islands_of(program)),
      origins_(exact::line_origins(program, islands_)) {
    options_.most_states = question.most_states;
    options_.go_on = question.go_on;
}

std::string Parts::reasons_against(const exact::Scope& scope) const {
    std::vector<std::string> reasons = exact::not_representable(program_, scope);
    for (const std::string& failure : activities_.failures_in(program_, scope)) reasons.push_back(failure);
    return fmt::format("{}", fmt::join(reasons, "; "));
}

exact::PartOrRefusal Parts::solved(std::uint32_t island) {
    auto known = solved_.find(island);
    if (known == solved_.end()) known = solved_.emplace(island, solve(island)).first;
    if (const auto* refusal = std::get_if<exact::Refusal>(&known->second)) return *refusal;
    return std::get<std::unique_ptr<exact::PartChain>>(known->second).get();
}

Parts::Solved Parts::solve(std::uint32_t island) const {
    const exact::Scope& scope = islands_.scopes[island];
    if (std::string reasons = reasons_against(scope); !reasons.empty()) {
        return exact::Refusal{std::move(reasons), "simulate: nines run"};
    }
    auto chain = std::make_unique<exact::PartChain>(program_, activities_, symmetry_, scope);
    if (const auto refusal = chain->solve(options_)) return *refusal;
    return chain;
}

std::vector<exact::Approximation> Parts::approximations() const {
    std::vector<exact::Scope> scopes;
    for (const auto& [island, solved] : solved_) {
        if (!std::holds_alternative<exact::Refusal>(solved)) scopes.push_back(islands_.scopes[island]);
    }
    return activities_.approximations_in(program_, scopes);
}

}  // namespace nines::exporting
