// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>

#include "gui/canvas/overlay.hpp"
#include "gui/replay/player.hpp"
#include "models/observe/timeline.hpp"

class QAction;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QTableView;
class QTabWidget;
class QTextBrowser;
class QToolBar;

namespace nines::gui {

class EventModel;
class HorizonStrip;
class TimelineChart;

/// One trial to look through: chart, whole horizon, the present moment in words, events, and the story of an outage.
class TimelineView : public QWidget {
    Q_OBJECT

public:
    explicit TimelineView(QWidget* parent = nullptr);

    /// Null: nothing is shown. `begin_in_week`: seconds after Monday 00:00 at its begin.
    void set_timeline(std::shared_ptr<const observe::Timeline> timeline, double begin_in_week);
    const std::shared_ptr<const observe::Timeline>& timeline() const { return timeline_; }

    double time() const { return time_; }
    void set_time(double seconds);
    /// The event after the present moment (+1), or before it (-1).
    void step_event(int direction);
    void step_outage(int direction);
    /// Looks at one outage and tells its story.
    void show_outage(std::size_t outage);
    /// Shows the course of a subject, "node:web/1", in its group opened.
    void choose_subject(const std::string& subject);

    /// The file of the design, after which exports are named; empty: it has none.
    void set_design_path(const QString& path) { design_path_ = path; }

    TimelineChart& chart() { return *chart_; }
    const Overlay& overlay() const { return overlay_; }

Q_SIGNALS:
    void overlay_changed(const nines::gui::Overlay& overlay);
    /// A row was chosen; "node:web/1".
    void subject_chosen(const QString& subject);
    void problem(const QString& text);

private:
    QToolBar* make_toolbar();
    void add_playing(QToolBar& bar);
    QWidget* make_sides();
    QAction* add_action(QToolBar& bar, const QString& text, const QString& tip, const char* name);
    void wire();
    void toggle_play();
    void tell_moment();
    void reveal_event();
    void update_window();
    void export_by_dialog();

    std::shared_ptr<const observe::Timeline> timeline_;
    double time_ = 0.0;
    QString design_path_;
    Overlay overlay_;
    bool is_revealing_ = false;  ///< The choice in the list of events follows the play head, not the other way.

    Player player_;
    TimelineChart* chart_;
    HorizonStrip* horizon_strip_;
    EventModel* events_;
    QTableView* event_table_ = nullptr;
    QTextBrowser* moment_ = nullptr;
    QTextBrowser* story_ = nullptr;
    QTabWidget* sides_ = nullptr;
    QLabel* clock_ = nullptr;
    QLineEdit* filter_ = nullptr;
    QComboBox* speed_ = nullptr;
    QCheckBox* skip_ = nullptr;
    QAction* play_ = nullptr;
};

}  // namespace nines::gui
