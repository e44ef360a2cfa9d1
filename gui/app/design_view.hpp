// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>
#include <vector>

#include "gui/app/design.hpp"
#include "gui/canvas/overlay.hpp"

class QDockWidget;
class QSplitter;
class QTabBar;
class QVBoxLayout;

namespace nines::gui {

class DiagnosticsPanel;
class NoticeBar;
class OutlinePanel;
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
    /// What stands in the middle.
    enum class Middle { drawing, text, both };

    /// `design` must outlive the view.
    explicit DesignView(Design& design, QWidget* parent = nullptr);

    Design& design() { return design_; }
    TopologyCanvas& canvas() { return *canvas_; }
    TextEditor& text_editor() { return *text_editor_; }
    RunPanel& run_panel() { return *run_panel_; }

    Middle middle() const;
    void show_middle(Middle middle);
    /// Gives the keyboard to the drawing, or to the text if it stands alone.
    void focus_middle();
    /// Shows the panel of this name in front of those that share its place, and gives it the keyboard.
    void go_to_panel(const char* name);
    void show_diagnostics();
    /// Shows and hides panels: for the menu.
    std::vector<QAction*> dock_actions() const;
    /// Which panels are shown, and where: kept for the next design and the next start.
    void keep_docks() const;
    void reset_docks();
    /// Narrow: the panels at the sides are hidden, so that two designs fit beside each other; they come back after.
    void set_narrow(bool narrow);

Q_SIGNALS:
    /// A remark for the status bar.
    void remark(const QString& text);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void size_docks();
    void take_first_focus();
    void make_middle();
    void make_docks();
    void wire();
    void wire_results();
    void show_overlay();
    void show_in_replay();
    void select_subject(const std::string& subject);
    QDockWidget* show_dock(const char* name);
    void wire_file();
    void show_file_notice();
    void show_read_only_notice();
    void jump(const scenario::Place& place);

    Design& design_;
    QVBoxLayout* notices_;
    QTabBar* middle_choice_;
    QSplitter* middle_;
    NoticeBar* file_notice_ = nullptr;
    NoticeBar* read_only_notice_ = nullptr;
    TopologyCanvas* canvas_;
    TextEditor* text_editor_;
    OutlinePanel* outline_;
    PropertyPanel* properties_;
    DiagnosticsPanel* diagnostics_;
    RunPanel* run_panel_;
    ResultsPanel* results_;
    ReplayPanel* replay_;
    Overlay result_overlay_;
    Overlay replay_overlay_;
    QByteArray first_docks_;
    QByteArray wide_docks_;  ///< While it is narrow: how the panels were.
    bool docks_placed_ = false;
    bool is_from_replay_ = false;  ///< The selection follows the replay, not the other way.
};

}  // namespace nines::gui
