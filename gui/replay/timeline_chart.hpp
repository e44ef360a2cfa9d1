// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractScrollArea>
#include <memory>

#include "gui/replay/chart_rows.hpp"
#include "gui/replay/time_scale.hpp"

namespace nines::gui {

/// Rows of spans over a calendar, with a play head. The wheel zooms in time (with Shift it pans, over the names it
/// scrolls the rows); the keys are told in `help`.
class TimelineChart : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit TimelineChart(QWidget* parent = nullptr);

    void set_timeline(std::shared_ptr<const observe::Timeline> timeline, double begin_in_week);
    const observe::Timeline* timeline() const { return timeline_.get(); }
    const TimeScale& scale() const { return scale_; }
    const ChartRows& rows() const { return rows_; }
    double play_head() const { return play_head_; }
    /// The course that is chosen; `no_course`: none.
    std::uint32_t chosen_course() const { return chosen_; }

    void show_span(double from, double to);
    /// Brings it into view, if it is not.
    void set_play_head(double seconds);
    void choose_course(std::uint32_t course);
    void set_open(std::uint32_t group, bool is_open);
    void set_filter(const QString& text);
    void zoom(double factor);

    /// The whole of what is shown, for a file.
    void render_to(QPainter& painter, const QSize& size);
    /// As much height as all rows take.
    int full_height() const;
    /// Where a course is drawn at an instant, in the viewport; for tests and for those who click by program.
    QPoint position_of(std::uint32_t course, double seconds) const;

    static QString help();

Q_SIGNALS:
    void time_wanted(double seconds);
    void course_chosen(quint32 course);
    /// A click on a service that is down.
    void outage_wanted(int outage);
    void view_changed();
    /// Keys that are for the play head.
    void event_step_wanted(int direction);
    void outage_step_wanted(int direction);
    void play_wanted();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    enum class Drag { none, head, pan };

    int row_height() const;
    int axis_height() const;
    int names_width() const;
    int row_at(int y) const;
    int top_of(int row) const;
    void measure();
    void after_view_change();
    void paint(QPainter& painter, const QRect& area, int first_y);
    void paint_unknown(QPainter& painter, const QRect& area);
    void paint_axis(QPainter& painter, const QRect& area);
    void paint_row(QPainter& painter, const QRect& area, int index, int top);
    void paint_name(QPainter& painter, const QRect& box, const ChartRows::Row& row, bool is_chosen);
    void paint_head(QPainter& painter, const QRect& area);
    int press_row(int row, double x);
    void move_choice(int rows);
    bool scroll_key(QKeyEvent* event);
    QString tip_at(const QPoint& position) const;

    std::shared_ptr<const observe::Timeline> timeline_;
    TimeScale scale_;
    ChartRows rows_;
    double play_head_ = 0.0;
    std::uint32_t chosen_ = observe::no_course;
    Drag drag_ = Drag::none;
    QPoint drag_from_;
    double drag_begin_ = 0.0;
    mutable int names_width_ = 0;
};

}  // namespace nines::gui
