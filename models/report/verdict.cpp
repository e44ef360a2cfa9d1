// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/verdict.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "models/results/metric_catalogue.hpp"
#include "models/results/number_text.hpp"
#include "models/scenario/translate.hpp"

namespace nines::report {

Verdict judge(const results::Results& results, const results::Objective& objective) {
    const double allowed = 1.0 - objective.target;
    if (const auto* row = results::find_metric(results, objective.subject, "unavailability")) {
        if (row->high <= allowed) { return Verdict::met; }
        return row->low > allowed ? Verdict::missed : Verdict::undecided;
    }
    if (const auto* row = results::find_metric(results, objective.subject, "availability")) {
        if (row->low >= objective.target) { return Verdict::met; }
        return row->high < objective.target ? Verdict::missed : Verdict::undecided;
    }
    return Verdict::undecided;
}

std::string_view to_text(Verdict verdict) {
    switch (verdict) {
        case Verdict::met: return "met";
        case Verdict::missed: return "missed";
        case Verdict::undecided: return "undecided";
    }
    return "";
}

std::string objective_text(const results::Objective& objective) {
    return wording::plain(objective_words(objective));
}

wording::Text objective_words(const results::Objective& objective) {
    const wording::Text target = wording::literal(fmt::format("{:.12g} %", 100.0 * objective.target));
    if (objective.window <= 0.0) { return target; }
    return wording::say(translate("models", "%1 per %2"),
                        {target, wording::literal(results::duration_text(objective.window))});
}

const results::Objective* find_objective(const results::Results& results, std::string_view subject) {
    const auto found = std::find_if(results.objectives.begin(), results.objectives.end(),
                                    [&](const results::Objective& row) { return row.subject == subject; });
    return found == results.objectives.end() ? nullptr : &*found;
}

}  // namespace nines::report
