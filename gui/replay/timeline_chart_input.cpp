// SPDX-License-Identifier: GPL-3.0-or-later
#include <QGestureEvent>
#include <QKeyEvent>
#include <QPinchGesture>
#include <QScrollBar>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "gui/replay/timeline_chart.hpp"

/// The chart's mouse, wheel, pinch and keys.
namespace nines::gui {
namespace {

constexpr double wheel_step = 120.0;
constexpr double zoom_of_a_step = 1.35;
constexpr double zoom_of_a_key = 1.6;
constexpr double pan_of_a_step = 0.15;  ///< Of what is in view.

}  // namespace

bool TimelineChart::event(QEvent* event) {
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) viewport()->update();
    if (event->type() != QEvent::Gesture) return QAbstractScrollArea::event(event);
    auto* gesture = static_cast<QGestureEvent*>(event)->gesture(Qt::PinchGesture);
    if (gesture == nullptr) return QAbstractScrollArea::event(event);
    const auto* pinch = static_cast<QPinchGesture*>(gesture);
    const double x = viewport()->mapFromGlobal(pinch->centerPoint()).x() - names_width();
    if (pinch->scaleFactor() > 0.0) scale_.zoom(1.0 / pinch->scaleFactor(), scale_.time_at(x));
    after_view_change();
    return true;
}

void TimelineChart::wheelEvent(QWheelEvent* event) {
    event->accept();
    const QPoint turned = event->angleDelta();
    if (event->position().x() < names_width()) {
        verticalScrollBar()->setValue(verticalScrollBar()->value() - turned.y() * row_height() / 60);
        return;
    }
    // Alt turns the wheel sideways on some systems, Shift on others.
    const bool pans = event->modifiers().testFlag(Qt::ShiftModifier) || std::abs(turned.x()) > std::abs(turned.y());
    if (pans) {
        const int amount = std::abs(turned.x()) > std::abs(turned.y()) ? turned.x() : turned.y();
        scale_.pan(-amount / wheel_step * pan_of_a_step * scale_.length());
    } else {
        const double fixed = scale_.time_at(event->position().x() - names_width());
        scale_.zoom(std::pow(zoom_of_a_step, -turned.y() / wheel_step), fixed);
    }
    after_view_change();
}

void TimelineChart::mousePressEvent(QMouseEvent* event) {
    if (!timeline_) return;
    const QPoint at = event->pos();
    if (event->button() == Qt::MiddleButton) {
        drag_ = Drag::pan;
        drag_from_ = at;
        drag_begin_ = scale_.from();
        return;
    }
    if (event->button() != Qt::LeftButton) return;
    const int row = row_at(at.y());
    const int outage = row >= 0 ? press_row(row, at.x()) : -1;
    if (at.x() < names_width()) return;
    drag_ = Drag::head;
    double time = std::clamp(scale_.time_at(at.x() - names_width()), 0.0, scale_.horizon());
    if (outage >= 0) {
        // Many outages are narrower than the mouse: the moment is within the one that is told.
        const observe::Outage& told = timeline_->outages()[static_cast<std::size_t>(outage)];
        if (time < told.from || time >= told.to) time = told.from;
    }
    Q_EMIT time_wanted(time);
}

/// Answers the outage that is there; -1: none.
int TimelineChart::press_row(int row, double x) {
    const ChartRows::Row of = rows_.rows()[static_cast<std::size_t>(row)];
    choose_course(of.course);
    if (x < fontMetrics().height() && of.can_open) set_open(of.course, !of.is_open);
    if (x < names_width()) return -1;
    // What is narrower than the mouse can hit is still hit.
    constexpr double reach = 3.0;
    const auto& outages = timeline_->outages();
    int nearest = -1;
    double distance = reach + 1.0;
    const double at = x - names_width();
    for (std::size_t o = 0; o < outages.size(); ++o) {
        if (outages[o].course != of.course) continue;
        const double left = scale_.x_of(outages[o].from);
        const double right = scale_.x_of(outages[o].to);
        const double far = at < left ? left - at : at > right ? at - right : 0.0;
        if (far >= distance) continue;
        distance = far;
        nearest = static_cast<int>(o);
    }
    if (nearest >= 0) Q_EMIT outage_wanted(nearest);
    return nearest;
}

void TimelineChart::mouseMoveEvent(QMouseEvent* event) {
    const double x = event->position().x() - names_width();
    switch (drag_) {
        case Drag::none: {
            const bool over_chart = x >= 0.0 && timeline_;
            viewport()->setCursor(over_chart ? Qt::CrossCursor : Qt::ArrowCursor);
            return;
        }
        case Drag::head: Q_EMIT time_wanted(std::clamp(scale_.time_at(x), scale_.from(), scale_.to())); return;
        case Drag::pan:
            scale_.pan(drag_begin_ - (event->pos().x() - drag_from_.x()) * scale_.seconds_per_pixel() - scale_.from());
            return after_view_change();
    }
}

void TimelineChart::mouseReleaseEvent(QMouseEvent*) {
    drag_ = Drag::none;
}

void TimelineChart::mouseDoubleClickEvent(QMouseEvent* event) {
    const int row = row_at(event->pos().y());
    if (!timeline_ || row < 0) return;
    const ChartRows::Row of = rows_.rows()[static_cast<std::size_t>(row)];
    if (event->pos().x() < names_width()) {
        if (of.can_open) set_open(of.course, !of.is_open);
        return;
    }
    // Looks at one span from close by.
    const observe::Span& span =
        timeline_->courses()[of.course].at(scale_.time_at(event->position().x() - names_width()));
    const double margin = 0.5 * (span.to - span.from);
    show_span(span.from - margin, span.to + margin);
}

void TimelineChart::move_choice(int rows) {
    const int count = static_cast<int>(rows_.rows().size());
    if (count == 0) return;
    const int present = chosen_ == observe::no_course ? -1 : rows_.row_of(chosen_);
    const int next = present < 0 ? (rows > 0 ? 0 : count - 1) : std::clamp(present + rows, 0, count - 1);
    choose_course(rows_.rows()[static_cast<std::size_t>(next)].course);
}

bool TimelineChart::scroll_key(QKeyEvent* event) {
    const bool with_shift = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
        case Qt::Key_Plus:
        case Qt::Key_Equal: zoom(1.0 / zoom_of_a_key); return true;
        case Qt::Key_Minus: zoom(zoom_of_a_key); return true;
        case Qt::Key_0: show_span(0.0, scale_.horizon()); return true;
        case Qt::Key_Left:
        case Qt::Key_Right:
            if (!with_shift) return false;
            scale_.pan((event->key() == Qt::Key_Left ? -1 : 1) * pan_of_a_step * scale_.length());
            after_view_change();
            return true;
        case Qt::Key_Up: move_choice(-1); return true;
        case Qt::Key_Down: move_choice(1); return true;
        case Qt::Key_Escape: choose_course(observe::no_course); return true;
        default: return false;
    }
}

void TimelineChart::keyPressEvent(QKeyEvent* event) {
    if (!timeline_ || scroll_key(event)) return;
    switch (event->key()) {
        case Qt::Key_Left: Q_EMIT event_step_wanted(-1); return;
        case Qt::Key_Right: Q_EMIT event_step_wanted(1); return;
        case Qt::Key_PageUp: Q_EMIT outage_step_wanted(-1); return;
        case Qt::Key_PageDown: Q_EMIT outage_step_wanted(1); return;
        case Qt::Key_Home: Q_EMIT time_wanted(0.0); return;
        case Qt::Key_End: Q_EMIT time_wanted(scale_.horizon()); return;
        case Qt::Key_Space: Q_EMIT play_wanted(); return;
        case Qt::Key_Return:
        case Qt::Key_Enter: {
            const int row = chosen_ == observe::no_course ? -1 : rows_.row_of(chosen_);
            if (row < 0) return;
            const ChartRows::Row of = rows_.rows()[static_cast<std::size_t>(row)];
            if (of.can_open) return set_open(of.course, !of.is_open);
            press_row(row, names_width() + scale_.x_of(play_head_));
            return;
        }
        default: QAbstractScrollArea::keyPressEvent(event);
    }
}

}  // namespace nines::gui
