// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/screenshots/photographer.hpp"

#include <QApplication>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QStatusBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QThread>
#include <QToolButton>
#include <algorithm>

#include "gui/app/design_view.hpp"
#include "gui/app/main_window.hpp"
#include "gui/app/preferences_dialog.hpp"
#include "gui/app/shortcuts_dialog.hpp"
#include "gui/canvas/topology_canvas.hpp"
#include "gui/panels/properties/law_panel.hpp"
#include "gui/panels/properties/preset_picker.hpp"
#include "gui/panels/text_editor.hpp"
#include "gui/replay/replay_panel.hpp"
#include "gui/replay/timeline_chart.hpp"
#include "gui/replay/timeline_view.hpp"
#include "gui/run/figures_page.hpp"
#include "gui/run/results_panel.hpp"
#include "gui/run/run_panel.hpp"
#include "models/charts/catalogue.hpp"
#include "models/results/number_text.hpp"

namespace nines::gui {
namespace {

constexpr int chart_height = 420;
constexpr int replay_height = 380;
constexpr int patience_ms = 300'000;
constexpr int settling_rounds = 20;
constexpr double shown_wall_seconds = 0.4;

QString scenario_file(const char* name) {
    return QStringLiteral(NINES_SOURCE_DIR "/scenarios/designs/") + QLatin1String(name);
}

/// Lets timers of no length, posted events and repaints come to an end.
void settle() {
    for (int round = 0; round < settling_rounds; ++round) {
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QApplication::processEvents();
        QThread::msleep(2);
    }
}

void raise_dock(DesignView& view, const char* name, int height) {
    auto* dock = view.findChild<QDockWidget*>(QLatin1String(name));
    dock->show();
    dock->raise();
    if (height > 0) view.resizeDocks({dock}, {height}, Qt::Vertical);
    settle();
}

/// How long a run took is different every time.
void steady_the_clock(DesignView& view) {
    auto* label = view.run_panel().findChild<QLabel*>(QStringLiteral("progress"));
    const auto text_of = [](double seconds) { return QString::fromStdString(results::duration_text(seconds)); };
    const double took = view.design().runner().outcome()->results.run.wall_seconds;
    label->setText(label->text().replace(text_of(took), text_of(shown_wall_seconds)));
}

}  // namespace

bool wait_until(const std::function<bool()>& done) {
    QElapsedTimer clock;
    clock.start();
    while (!done() && clock.elapsed() < patience_ms) {
        QApplication::processEvents(QEventLoop::AllEvents, 50);
        QThread::msleep(1);
    }
    return done();
}

void Photographer::take(QWidget& widget, const char* name) {
    settle();
    const QString path = folder_.filePath(QLatin1String(name) + ending_ + QStringLiteral(".png"));
    constexpr int smallest_file = 0;
    if (!widget.grab().save(path, "PNG", smallest_file)) problem_ = QStringLiteral("cannot write ") + path;
}

QString Photographer::take_all() {
    const QTemporaryDir copies;
    Workspace workspace(copies.path());
    MainWindow window(workspace);
    window.showNormal();
    settle();
    window.resize(window_size_);
    settle();
    take_start(window);
    take_design(window, workspace);
    take_text(window, workspace);
    take_store(window, workspace);
    take_shop(window, workspace);
    take_dialogs(window);
    take_comparison();
    take_sweep();
    return problem_;
}

void Photographer::take_start(MainWindow& window) {
    take(window, "start");
}

/// Charts of what the first design has none of: recoveries and losses of a store.
void Photographer::take_store(MainWindow& window, Workspace& workspace) {
    if (!problem_.isEmpty()) return;
    problem_ = workspace.open(scenario_file("database_patroni_async.toml"));
    if (!problem_.isEmpty()) return;
    settle();
    DesignView& view = *window.current_view();
    run(view);
    take(window, "store");
    take_charts(view, "store-chart-");
    take_ends_of_figures(view);
}

/// A design with everything: backups, a plan, deploys; its data being restored; with and without recovery.
void Photographer::take_shop(MainWindow& window, Workspace& workspace) {
    if (!problem_.isEmpty()) return;
    problem_ = workspace.open(scenario_file("web_shop_two_regions.toml"));
    if (!problem_.isEmpty()) return;
    settle();
    DesignView& view = *window.current_view();
    RunDraft draft;
    draft.trials = QStringLiteral("100");
    draft.beside_recovery = true;
    view.run_panel().set_draft(draft);
    run(view);
    for (const char* kind : {"plan", "backup"}) {
        view.canvas().select({{kind, std::string(kind) == "plan" ? "region-failover" : "orders"}});
        take(window, (std::string("shop-") + kind).c_str());
    }
    raise_dock(view, "results", chart_height);
    auto& results = *view.findChild<ResultsPanel*>();
    results.show_page("figures");
    take(results, "shop-figures");
    take_restore(view, window);
}

void Photographer::take_restore(DesignView& view, MainWindow& window) {
    if (!problem_.isEmpty()) return;
    raise_dock(view, "replay", replay_height);
    auto& panel = *view.findChild<ReplayPanel*>();
    for (const results::NotableTrial& notable : view.design().runner().outcome()->results.notable) {
        if (notable.subject != "store:orders") continue;
        panel.view().set_timeline(nullptr, 0.0);
        panel.show_trial(notable.trial);
        if (!wait_until([&panel] { return panel.view().timeline() != nullptr; })) break;
        const observe::Timeline& timeline = *panel.view().timeline();
        const auto& spans = timeline.courses()[timeline.course_of("store:orders")].spans;
        const auto is_long = [](const observe::Span& span) {
            constexpr double quarter_of_an_hour = 900.0;
            return span.standing == observe::Standing::recovering && span.to - span.from > quarter_of_an_hour;
        };
        const auto restore = std::find_if(spans.begin(), spans.end(), is_long);
        if (restore == spans.end()) continue;
        constexpr double around = 4.0;
        const double length = restore->to - restore->from;
        panel.view().chart().show_span(restore->from - around * length, restore->to + around * length);
        panel.view().set_time((restore->from + restore->to) / 2.0);
        return take(window, "shop-replay");
    }
    problem_ = QStringLiteral("no trial restores the data");
}

void Photographer::take_design(MainWindow& window, Workspace& workspace) {
    problem_ = workspace.open(scenario_file("three_tier_three_zones.toml"));
    if (!problem_.isEmpty()) return;
    DesignView& view = *window.current_view();
    settle();
    take(window, "first");
    take_run(view, window);
    take_charts(view, "chart-");
    take_replay(view, window);
    take_properties(view, window);
}

void Photographer::take_run(DesignView& view, MainWindow& window) {
    view.canvas().select({{"group", "app"}});
    run(view);
    take(window, "main");
    view.show_middle(DesignView::Middle::both);
    take(window, "both");
    view.show_middle(DesignView::Middle::drawing);
    take(view.run_panel(), "run");
}

void Photographer::run(DesignView& view) {
    view.run_panel().findChild<QSpinBox*>(QStringLiteral("threads"))->setValue(2);
    view.run_panel().run_actions().front()->trigger();
    const auto is_settled = [&view] {
        const auto outcome = view.design().runner().outcome();
        return outcome && outcome->settled;
    };
    if (!wait_until(is_settled)) {
        problem_ = QStringLiteral("the run does not end");
        return;
    }
    settle();
    steady_the_clock(view);
}

void Photographer::take_charts(DesignView& view, const char* prefix) {
    raise_dock(view, "results", chart_height);
    auto& panel = *view.findChild<ResultsPanel*>();
    panel.show_page("figures");
    take(panel, (std::string(prefix) + "figures").c_str());
    for (const charts::ChartEntry& entry : charts::chart_catalogue()) {
        panel.show_page(std::string(entry.id));
        take(panel, (prefix + std::string(entry.id)).c_str());
    }
}

/// Tables of recoveries, and what is said in sentences.
void Photographer::take_ends_of_figures(DesignView& view) {
    auto& panel = *view.findChild<ResultsPanel*>();
    panel.show_page("figures");
    auto& figures = *view.findChild<FiguresPage*>();
    figures.expandAll();
    settle();
    figures.verticalScrollBar()->setValue(figures.verticalScrollBar()->maximum() / 4);
    take(panel, "store-figures-tables");
    figures.scrollToBottom();
    take(panel, "store-figures-end");
}

void Photographer::take_replay(DesignView& view, MainWindow& window) {
    if (!problem_.isEmpty()) return;
    raise_dock(view, "replay", replay_height);
    auto& panel = *view.findChild<ReplayPanel*>();
    const auto& notable = view.design().runner().outcome()->results.notable;
    if (notable.empty()) {
        problem_ = QStringLiteral("no trial is worth a look");
        return;
    }
    panel.show_trial(notable.front().trial);
    if (!wait_until([&panel] { return panel.view().timeline() != nullptr; })) {
        problem_ = QStringLiteral("the trial does not come");
        return;
    }
    panel.view().step_outage(+1);
    take(window, "replay");
    auto& sides = *panel.findChild<QTabWidget*>();
    for (const auto& [tab, name] : {std::pair(1, "replay-events"), std::pair(2, "replay-outage")}) {
        sides.setCurrentIndex(tab);
        take(panel, name);
    }
    sides.setCurrentIndex(0);
    panel.view().set_timeline(nullptr, 0.0);
}

void Photographer::take_properties(DesignView& view, MainWindow& window) {
    for (const char* name : {"run", "results", "replay", "diagnostics"})
        view.findChild<QDockWidget*>(QLatin1String(name))->hide();
    auto& properties = *view.findChild<QDockWidget*>(QStringLiteral("properties"));
    view.canvas().select({{"group", "app"}});
    take(properties, "properties");
    view.canvas().select({{"cause", "bad-deploy"}});
    settle();
    for (auto* button : view.findChildren<QToolButton*>(QStringLiteral("law"))) {
        if (!button->isVisible()) continue;
        button->click();
        break;
    }
    settle();
    take(properties, "distribution");
    view.canvas().select({});
    take(window, "experiment");
}

void Photographer::take_text(MainWindow& window, Workspace& workspace) {
    if (!problem_.isEmpty()) return;
    Design& design = workspace.add_copy(
        "format = 1\n\n# Three web servers, of which two must be up.\n[node.web]\nmtbf = \"90 q\"\nmttr = \"2 h\"\n\n"
        "[group.web]\nnode = \"web\"\ncount = 3\n\n[service.site]\nneeds = [\"2 of wob\"]\n"
        "objective = { slo = \"99.99%\" }\n");
    DesignView& view = *window.view_of(design);
    settle();
    view.show_middle(DesignView::Middle::text);
    view.show_diagnostics();
    take(window, "text");
    window.set_side_by_side(true);
    take(window, "side-by-side");
    window.set_side_by_side(false);
}

void Photographer::take_dialogs(const QWidget& window) {
    PreferencesDialog preferences{Preferences()};
    preferences.show();
    take(preferences, "preferences");
    ShortcutsDialog shortcuts(window);
    shortcuts.show();
    take(shortcuts, "shortcuts");
    PresetPicker picker("node", QString());
    picker.show();
    take(picker, "presets");
}

}  // namespace nines::gui
