// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>

#include "gui/document/document.hpp"
#include "gui/run/runner.hpp"

namespace nines::gui {

class DiagnosticsPanel;
class PropertyPanel;
class ReplayPanel;
class ResultsPanel;
class RunPanel;
class TextEditor;
class TopologyCanvas;

/// One open design: its drawing and its text in the middle, panels around them, its own runs and results.
class DesignView : public QMainWindow {
    Q_OBJECT

public:
    explicit DesignView(QWidget* parent = nullptr);

    Document& document() { return document_; }
    Runner& runner() { return runner_; }
    TopologyCanvas& canvas() { return *canvas_; }
    TextEditor& text_editor() { return *text_editor_; }
    RunPanel& run_panel() { return *run_panel_; }

Q_SIGNALS:
    /// A remark for the status bar.
    void remark(const QString& text);

private:
    void wire();

    Document document_;
    Runner runner_;
    TopologyCanvas* canvas_;
    TextEditor* text_editor_;
    PropertyPanel* properties_;
    DiagnosticsPanel* diagnostics_;
    RunPanel* run_panel_;
    ResultsPanel* results_;
    ReplayPanel* replay_;
};

}  // namespace nines::gui
