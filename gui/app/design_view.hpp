// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>

#include "gui/app/design.hpp"

namespace nines::gui {

class DiagnosticsPanel;
class PropertyPanel;
class ReplayPanel;
class ResultsPanel;
class RunPanel;
class TextEditor;
class TopologyCanvas;

/// The widgets of one open design: its drawing and its text in the middle, panels around them.
class DesignView : public QMainWindow {
    Q_OBJECT

public:
    /// `design` must outlive the view.
    explicit DesignView(Design& design, QWidget* parent = nullptr);

    Design& design() { return design_; }
    TopologyCanvas& canvas() { return *canvas_; }
    TextEditor& text_editor() { return *text_editor_; }
    RunPanel& run_panel() { return *run_panel_; }

Q_SIGNALS:
    /// A remark for the status bar.
    void remark(const QString& text);

private:
    void wire();

    Design& design_;
    TopologyCanvas* canvas_;
    TextEditor* text_editor_;
    PropertyPanel* properties_;
    DiagnosticsPanel* diagnostics_;
    RunPanel* run_panel_;
    ResultsPanel* results_;
    ReplayPanel* replay_;
};

}  // namespace nines::gui
