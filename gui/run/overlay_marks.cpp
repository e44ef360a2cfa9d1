// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/overlay_marks.hpp"

#include <algorithm>

#include "gui/run/results_panel.hpp"
#include "models/charts/shares.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/number_text.hpp"

namespace nines::gui {
namespace {

void add_mark(Overlay& overlay, const std::string& subject, double share, const QString& sentence) {
    const QString percent = QString::fromStdString(results::percent_text(std::min(1.0, share)));
    Mark& mark = overlay.marks[subject];
    if (mark.heat >= share) return;
    mark = {.heat = std::min(1.0, share), .badge = percent, .words = sentence.arg(percent)};
}

Overlay downtime_overlay(const results::Results& results, const std::string& service) {
    Overlay overlay;
    const QString name = QString::fromStdString(std::string(results::name_of(service)));
    const QString sentence =
        ResultsPanel::tr("%2 of the downtime of %1 began with this down").arg(name, QStringLiteral("%1"));
    for (const auto& [thing, share] : charts::shares_of_downtime(results, service)) {
        add_mark(overlay, thing, share, sentence);
    }
    overlay.legend = ResultsPanel::tr("Share of the downtime of %1 that began with this among what was down").arg(name);
    return overlay;
}

/// "group:db" of "2 of group:db" and of "node:db/*".
std::string subject_of_component(const std::string& component) {
    const auto of = component.find(" of ");
    const std::string thing = of == std::string::npos ? component : component.substr(of + 4);
    return thing.ends_with("/*") ? charts::group_of_member(thing) : thing;
}

Overlay importance_overlay(const RunOutcome& outcome, const std::string& service) {
    Overlay overlay;
    const QString name = QString::fromStdString(std::string(results::name_of(service)));
    const auto* solved = outcome.reasons          ? &*outcome.reasons
                         : outcome.results.solved ? &*outcome.results.solved
                                                  : nullptr;
    if (solved != nullptr) {
        for (const results::Importance& row : solved->importance) {
            if (row.subject != service) continue;
            const std::string thing = subject_of_component(row.component);
            add_mark(overlay, thing, row.fussell_vesely,
                     ResultsPanel::tr("Takes part in %1 of the downtime (Fussell-Vesely)"));
            const std::string group = charts::group_of_member(thing);
            if (!group.empty()) {
                add_mark(overlay, group, row.fussell_vesely,
                         ResultsPanel::tr("A member takes part in %1 of the downtime (Fussell-Vesely)"));
            }
        }
    }
    overlay.legend =
        overlay.marks.empty()
            ? ResultsPanel::tr("The importance for %1 is not known: the scenario could not be solved").arg(name)
            : ResultsPanel::tr("Importance for %1: part of its downtime in which this takes part").arg(name);
    return overlay;
}

Overlay utilisation_overlay(const results::Results& results) {
    Overlay overlay;
    for (const results::Metric& row : results.metrics) {
        if (row.metric == "utilisation")
            add_mark(overlay, row.subject, row.estimate, ResultsPanel::tr("Busy for %1 of its capacity"));
    }
    overlay.legend = overlay.marks.empty()
                         ? ResultsPanel::tr("No crew in this scenario has a utilisation")
                         : ResultsPanel::tr("Utilisation of crews: share of the working capacity that is busy");
    return overlay;
}

}  // namespace

Overlay overlay_of(OverlayChoice choice, const RunOutcome& outcome, const std::string& service) {
    switch (choice) {
        case OverlayChoice::none: return {};
        case OverlayChoice::downtime: return downtime_overlay(outcome.results, service);
        case OverlayChoice::importance: return importance_overlay(outcome, service);
        case OverlayChoice::utilisation: return utilisation_overlay(outcome.results);
    }
    return {};
}

}  // namespace nines::gui
