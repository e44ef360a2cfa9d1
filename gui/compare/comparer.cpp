// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/compare/comparer.hpp"

#include <algorithm>

namespace nines::gui {

void Comparer::start(const std::vector<ComparedText>& designs, const compare::CompareOptions& options) {
    if (is_running() || designs.size() < 2) return;
    begin([this, designs, options](const Hands& hands) -> Ended {
        std::vector<scenario::Scenario> scenarios;
        std::vector<scenario::Diagnostics> warnings;
        Compared compared;
        for (const ComparedText& design : designs) {
            scenarios.push_back(design.opened.scenario);
            warnings.push_back(design.opened.diagnostics);
            compared.emplace_back(design.title, design.revision);
        }
        const auto prepared = compare::prepare_designs(scenarios, options, warnings);
        if (!prepared.problems.empty()) return {{}, words_of(prepared.problems, scenarios.front().files)};
        const auto comparison = std::make_shared<const compare::Comparison>(
            compare::compare_designs(prepared.designs, options, hands.progress, hands.go_on));
        if (comparison->designs.front().results.run.trials == 0) return {};
        return {[this, comparison, compared] { keep(comparison, compared); }, {}};
    });
}

void Comparer::keep(const std::shared_ptr<const compare::Comparison>& comparison, const Compared& compared) {
    comparison_ = comparison;
    compared_ = compared;
    Q_EMIT comparison_changed();
}

bool Comparer::is_stale(const std::vector<ComparedText>& designs) const {
    return comparison_ && std::any_of(compared_.begin(), compared_.end(), [&](const auto& was) {
               return std::none_of(designs.begin(), designs.end(), [&](const ComparedText& is) {
                   return is.title == was.first && is.revision == was.second;
               });
           });
}

}  // namespace nines::gui
