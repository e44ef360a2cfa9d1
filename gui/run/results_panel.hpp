// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>
#include <string>

#include "gui/canvas/overlay.hpp"
#include "gui/run/runner.hpp"

class QComboBox;
class QListWidget;
class QStackedWidget;
class QToolButton;

namespace nines::gui {

class ChartView;
class FiguresPage;
class StaleNote;

/// Figures and charts of the latest run.
class ResultsPanel : public QWidget {
    Q_OBJECT

public:
    /// `runner` must outlive the panel.
    explicit ResultsPanel(Runner& runner, QWidget* parent = nullptr);

    /// Shows a chart of the catalogue ("availability"), or "figures"; of a subject if it is given.
    void show_page(const std::string& id, const std::string& subject = {});

    /// The text of the design as it is now: results of another one are marked as out of date.
    void set_revision(quint64 revision);
    /// The file of the design, after which exports are named; empty: it has none.
    void set_design_path(const QString& path);

Q_SIGNALS:
    /// What is to be laid over the drawing: shares of downtime, importance, utilisation, or nothing.
    void overlay_changed(const nines::gui::Overlay& overlay);
    /// The user wants to see what happened in this trial of the latest run.
    void replay_wanted(quint64 trial);

private:
    QWidget* make_side();
    void make_export_menu(QToolButton* button);
    void on_outcome();
    void fill_subjects();
    void show_current();
    bool is_overlay_on() const;
    void send_overlay();
    void copy_results();
    void export_results(const std::string& format);
    std::string current_page() const;
    std::string current_subject() const;

    Runner& runner_;
    std::shared_ptr<const RunOutcome> shown_;
    QComboBox* subject_ = nullptr;
    QComboBox* overlay_ = nullptr;
    QListWidget* pages_ = nullptr;
    StaleNote* stale_ = nullptr;
    QString design_path_;
    QStackedWidget* stack_ = nullptr;
    ChartView* chart_ = nullptr;
    FiguresPage* figures_ = nullptr;
    QToolButton* export_ = nullptr;
};

}  // namespace nines::gui
