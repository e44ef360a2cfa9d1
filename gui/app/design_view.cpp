// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/design_view.hpp"

#include <QDockWidget>
#include <QTabWidget>

#include "gui/canvas/topology_canvas.hpp"
#include "gui/panels/diagnostics_panel.hpp"
#include "gui/panels/property_panel.hpp"
#include "gui/panels/text_editor.hpp"
#include "gui/replay/replay_panel.hpp"
#include "gui/run/results_panel.hpp"
#include "gui/run/run_panel.hpp"

namespace nines::gui {
namespace {

QDockWidget* add_dock(QMainWindow& window, Qt::DockWidgetArea area, const QString& title, const char* name,
                      QWidget* content) {
    auto* dock = new QDockWidget(title, &window);
    dock->setObjectName(QLatin1String(name));
    dock->setWidget(content);
    window.addDockWidget(area, dock);
    return dock;
}

}  // namespace

DesignView::DesignView(QWidget* parent) : QMainWindow(parent, Qt::Widget) {
    auto* middle = new QTabWidget(this);
    canvas_ = new TopologyCanvas(document_);
    text_editor_ = new TextEditor(document_);
    middle->addTab(canvas_, tr("Drawing"));
    middle->addTab(text_editor_, tr("Text"));
    setCentralWidget(middle);

    properties_ = new PropertyPanel(document_);
    diagnostics_ = new DiagnosticsPanel(document_);
    run_panel_ = new RunPanel(document_, runner_);
    results_ = new ResultsPanel(runner_);
    replay_ = new ReplayPanel(runner_);
    add_dock(*this, Qt::RightDockWidgetArea, tr("Properties"), "properties", properties_);
    auto* run = add_dock(*this, Qt::BottomDockWidgetArea, tr("Run"), "run", run_panel_);
    auto* results = add_dock(*this, Qt::BottomDockWidgetArea, tr("Results"), "results", results_);
    auto* replay = add_dock(*this, Qt::BottomDockWidgetArea, tr("Replay"), "replay", replay_);
    auto* diagnostics = add_dock(*this, Qt::BottomDockWidgetArea, tr("Diagnostics"), "diagnostics", diagnostics_);
    tabifyDockWidget(run, results);
    tabifyDockWidget(results, replay);
    tabifyDockWidget(replay, diagnostics);
    run->raise();
    wire();
}

void DesignView::wire() {
    connect(canvas_, &TopologyCanvas::selection_changed, this,
            [this] { properties_->show_things(canvas_->selection()); });
    connect(properties_, &PropertyPanel::thing_wanted, this,
            [this](const edit::ThingName& name) { canvas_->select({name}); });
    connect(text_editor_, &TextEditor::thing_reached, this,
            [this](const edit::ThingName& name) { canvas_->select({name}); });
    connect(diagnostics_, &DiagnosticsPanel::place_wanted, text_editor_, &TextEditor::jump_to);
    connect(properties_, &PropertyPanel::place_wanted, text_editor_, &TextEditor::jump_to);
    connect(results_, &ResultsPanel::overlay_changed, canvas_, &TopologyCanvas::set_overlay);
    connect(replay_, &ReplayPanel::overlay_changed, canvas_, &TopologyCanvas::set_overlay);
    connect(canvas_, &TopologyCanvas::problem, this, &DesignView::remark);
    connect(properties_, &PropertyPanel::problem, this, &DesignView::remark);
    connect(&runner_, &Runner::refused, this, &DesignView::remark);
}

}  // namespace nines::gui
