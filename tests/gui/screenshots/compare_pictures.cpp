// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QLineEdit>
#include <QListWidget>
#include <QTabWidget>
#include <QTemporaryDir>

#include "gui/app/compare_window.hpp"
#include "gui/app/sweep_window.hpp"
#include "gui/app/workspace.hpp"
#include "tests/gui/screenshots/photographer.hpp"

namespace nines::gui {
namespace {

constexpr const char* few_trials = "2000";

QString scenario_file(const char* name) {
    return QStringLiteral(NINES_SOURCE_DIR "/scenarios/") + QLatin1String(name);
}

void write(QWidget& window, const char* field, const char* text) {
    window.findChild<QLineEdit*>(QLatin1String(field))->setText(QLatin1String(text));
}

/// The tutorial's design with what its servers cost.
std::string with_prices(std::string text) {
    for (const auto& [node, price] : {std::pair("[node.web]\n", "70 per mo"), std::pair("[node.db]\n", "170 per mo")}) {
        const std::size_t place = text.find(node) + std::string(node).size();
        text.insert(place, std::string("price = \"") + price + "\"\n");
    }
    return text;
}

/// Answers whether the run came to its end.
bool run_to_end(QWidget& window, const char* action, const PairedWorker& worker) {
    auto* start = window.findChild<QAction*>(QLatin1String(action));
    if (!wait_until([start] { return start->isEnabled(); })) return false;
    start->trigger();
    return wait_until([&worker] { return !worker.is_running(); });
}

}  // namespace

void Photographer::take_charts_of(QWidget& window, const char* list, const char* prefix) {
    auto& charts = *window.findChild<QListWidget*>(QLatin1String(list));
    for (int row = 0; row < charts.count(); ++row) {
        charts.setCurrentRow(row);
        take(window, (std::string(prefix) + std::to_string(row + 1)).c_str());
    }
}

/// Three designs of one page, with prices.
void Photographer::take_comparison() {
    if (!problem_.isEmpty()) return;
    const QTemporaryDir copies;
    Workspace workspace(copies.path());
    for (const char* name :
         {"cost_web_single.toml", "cost_web_active_passive.toml", "cost_web_haproxy_three_zones.toml"}) {
        problem_ = workspace.open(scenario_file("designs/") + QLatin1String(name));
        if (!problem_.isEmpty()) return;
    }
    CompareWindow window(workspace);
    window.resize(window_size_);
    window.show();
    write(window, "compared-trials", few_trials);
    if (!run_to_end(window, "compare-now", workspace.comparer()) || !workspace.comparer().comparison()) {
        problem_ = QStringLiteral("the comparison does not end");
        return;
    }
    auto& pages = *window.findChild<QTabWidget*>();
    take(window, "compare-figures");
    pages.setCurrentIndex(1);
    take_charts_of(window, "comparison-charts", "compare-chart-");
    pages.setCurrentIndex(2);
    take(window, "compare-changes");
}

/// Values of one design, and which of its inputs matters most.
void Photographer::take_sweep() {
    if (!problem_.isEmpty()) return;
    const QTemporaryDir copies;
    Workspace workspace(copies.path());
    Document tutorial;
    problem_ = tutorial.open(scenario_file("tutorial/27_which_design.toml"));
    if (!problem_.isEmpty()) return;
    workspace.add_copy(with_prices(tutorial.text()));
    SweepWindow window(workspace);
    window.resize(window_size_);
    window.show();
    write(window, "sweep-trials", few_trials);
    Sweeper& sweeper = workspace.current()->sweeper();
    take(window, "sweep-set-up");
    if (!run_to_end(window, "sweep-now", sweeper) || !sweeper.sweep()) {
        problem_ = QStringLiteral("the sweep does not end");
        return;
    }
    auto& pages = *window.findChild<QWidget*>(QStringLiteral("sweep-page"))->findChild<QTabWidget*>();
    take_charts_of(window, "sweep-charts", "sweep-chart-");
    pages.setCurrentIndex(1);
    take(window, "sweep-figures");
    write(window, "vary-values", "2, many");
    auto* start = window.findChild<QAction*>(QStringLiteral("sweep-now"));
    wait_until([start] { return !start->isEnabled(); });
    take(window, "sweep-wrong");
    window.findChild<QTabWidget*>(QStringLiteral("sweep-tabs"))->setCurrentIndex(1);
    write(window, "tornado-trials", few_trials);
    if (!run_to_end(window, "tornado-now", sweeper) || !sweeper.tornados()) {
        problem_ = QStringLiteral("the tornado does not end");
        return;
    }
    take(window, "tornado");
}

}  // namespace nines::gui
