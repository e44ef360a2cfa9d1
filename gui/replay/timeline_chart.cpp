// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/replay/timeline_chart.hpp"

#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>

#include "gui/look/colours.hpp"
#include "gui/replay/span_look.hpp"

namespace nines::gui {

TimelineChart::TimelineChart(QWidget* parent) : QAbstractScrollArea(parent) {
    setObjectName(QStringLiteral("timeline_chart"));
    setAccessibleName(tr("Timeline of the trial"));
    setAccessibleDescription(help());
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    grabGesture(Qt::PinchGesture);
    measure();
}

QString TimelineChart::help() {
    return tr(
        "Left and Right: previous and next event. Page Up and Page Down: previous and next outage. "
        "Home and End: begin and end. Plus, minus and 0: zoom in, out, show all. Shift with Left and Right: pan. "
        "Up and Down: choose a row. Return: open a group, or tell an outage. Space: play.");
}

void TimelineChart::set_timeline(std::shared_ptr<const observe::Timeline> timeline, double begin_in_week) {
    timeline_ = std::move(timeline);
    rows_ = ChartRows(timeline_.get());
    scale_ = TimeScale(timeline_ ? timeline_->horizon() : TimeScale::shortest, begin_in_week);
    play_head_ = 0.0;
    chosen_ = observe::no_course;
    measure();
    after_view_change();
}

void TimelineChart::show_span(double from, double to) {
    scale_.show(from, to);
    after_view_change();
}

void TimelineChart::set_play_head(double seconds) {
    play_head_ = std::clamp(seconds, 0.0, scale_.horizon());
    const double before = scale_.from();
    if (drag_ != Drag::head) scale_.reveal(play_head_);
    if (scale_.from() != before) return after_view_change();
    viewport()->update();
}

void TimelineChart::choose_course(std::uint32_t course) {
    if (course == chosen_) return;
    chosen_ = course;
    const int row = course == observe::no_course ? -1 : rows_.row_of(course);
    if (row >= 0) {
        const int top = row * row_height();
        const int room = viewport()->height() - axis_height() - row_height();
        const int value = verticalScrollBar()->value();
        verticalScrollBar()->setValue(std::clamp(value, top - std::max(0, room), top));
    }
    viewport()->update();
    Q_EMIT course_chosen(course);
}

void TimelineChart::set_open(std::uint32_t group, bool is_open) {
    rows_.open(group, is_open);
    measure();
    viewport()->update();
}

void TimelineChart::set_filter(const QString& text) {
    rows_.filter(text);
    measure();
    viewport()->update();
}

void TimelineChart::zoom(double factor) {
    const bool is_in_view = play_head_ >= scale_.from() && play_head_ <= scale_.to();
    scale_.zoom(factor, is_in_view ? play_head_ : scale_.from() + scale_.length() / 2);
    after_view_change();
}

void TimelineChart::after_view_change() {
    viewport()->update();
    Q_EMIT view_changed();
}

// --- sizes ----------------------------------------------------------------------------------------------------------

int TimelineChart::row_height() const {
    constexpr double lines = 1.5;
    return static_cast<int>(fontMetrics().height() * lines);
}

int TimelineChart::axis_height() const {
    return fontMetrics().height() + fontMetrics().height() / 2;
}

int TimelineChart::names_width() const {
    return names_width_;
}

void TimelineChart::measure() {
    constexpr int shortest = 12;
    constexpr int longest = 30;
    int widest = fontMetrics().averageCharWidth() * shortest;
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    for (const ChartRows::Row& row : rows_.rows()) {
        const int indents = row.is_member ? 3 : 2;
        widest = std::max(widest, metrics.horizontalAdvance(rows_.text_of(row)) + indents * fontMetrics().height());
    }
    names_width_ = std::min({widest, fontMetrics().averageCharWidth() * longest + 2 * fontMetrics().height(),
                             std::max(1, viewport()->width() / 2)});
    scale_.set_width(std::max(1, viewport()->width() - names_width_));
    const int room = viewport()->height() - axis_height();
    const int all = static_cast<int>(rows_.rows().size()) * row_height();
    verticalScrollBar()->setRange(0, std::max(0, all - room));
    verticalScrollBar()->setPageStep(std::max(1, room));
    verticalScrollBar()->setSingleStep(row_height());
}

int TimelineChart::full_height() const {
    return axis_height() + static_cast<int>(rows_.rows().size()) * row_height() + row_height() / 2;
}

int TimelineChart::top_of(int row) const {
    return axis_height() + row * row_height() - verticalScrollBar()->value();
}

int TimelineChart::row_at(int y) const {
    if (y < axis_height()) return -1;
    const int row = (y - axis_height() + verticalScrollBar()->value()) / row_height();
    return row < static_cast<int>(rows_.rows().size()) ? row : -1;
}

QPoint TimelineChart::position_of(std::uint32_t course, double seconds) const {
    const int row = rows_.row_of(course);
    return {names_width() + static_cast<int>(scale_.x_of(seconds)), top_of(std::max(0, row)) + row_height() / 2};
}

void TimelineChart::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    measure();
    Q_EMIT view_changed();
}

void TimelineChart::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    const bool matters = event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange ||
                         event->type() == QEvent::PaletteChange;
    if (!matters) return;
    measure();
    viewport()->update();
}

// --- painting -------------------------------------------------------------------------------------------------------

void TimelineChart::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    if (!timeline_) return;
    paint(painter, viewport()->rect(), -verticalScrollBar()->value());
    if (hasFocus()) {
        painter.setPen(QPen(colour(Role::selection, palette()), 1.0));
        painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    }
}

void TimelineChart::render_to(QPainter& painter, const QSize& size) {
    if (!timeline_) return;
    const int width = scale_.width();
    scale_.set_width(std::max(1, size.width() - names_width()));
    painter.setFont(font());
    painter.fillRect(QRect(QPoint(0, 0), size), palette().color(QPalette::Base));
    paint(painter, QRect(QPoint(0, 0), size), 0);
    scale_.set_width(width);
}

void TimelineChart::paint(QPainter& painter, const QRect& area, int first_y) {
    const int top = area.top() + axis_height();
    painter.save();
    painter.setClipRect(QRect(area.left(), top, area.width(), area.bottom() - top + 1));
    for (int row = 0; row < static_cast<int>(rows_.rows().size()); ++row) {
        const int y = top + row * row_height() + first_y;
        if (y + row_height() >= top && y <= area.bottom()) paint_row(painter, area, row, y);
    }
    painter.restore();
    paint_unknown(painter, area);
    paint_axis(painter, area);
    paint_head(painter, area);
}

/// A trial with more events than are kept is known up to the last of them only.
void TimelineChart::paint_unknown(QPainter& painter, const QRect& area) {
    const double known = timeline_->known_until();
    if (known >= timeline_->horizon() || known >= scale_.to()) return;
    const int left = area.left() + names_width() + static_cast<int>(std::max(0.0, scale_.x_of(known)));
    const QRect rest(left, area.top(), area.right() - left + 1, area.height());
    painter.fillRect(rest, palette().color(QPalette::Base));
    painter.fillRect(rest, QBrush(colour(Role::muted, palette()), Qt::BDiagPattern));
    const QString text = tr("Not known: the trial has more events than are kept");
    const QRect plate(QPoint(left, area.center().y() - axis_height() / 2), QSize(rest.width(), axis_height()));
    painter.fillRect(plate, palette().color(QPalette::Base));
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(plate, Qt::AlignCenter, fontMetrics().elidedText(text, Qt::ElideRight, plate.width()));
}

void TimelineChart::paint_axis(QPainter& painter, const QRect& area) {
    const int left = area.left() + names_width();
    const int height = axis_height();
    painter.fillRect(QRect(area.left(), area.top(), area.width(), height), palette().color(QPalette::Window));
    const QFontMetrics metrics = painter.fontMetrics();
    const int between = metrics.averageCharWidth() * 14;
    QColor line = colour(Role::muted, palette());
    for (const TimeScale::Mark& mark : scale_.marks(between)) {
        const double x = left + scale_.x_of(mark.at);
        constexpr int faint = 60;
        constexpr int clear = 130;
        line.setAlpha(mark.is_major ? clear : faint);
        painter.fillRect(QRectF(x, area.top() + height - metrics.height() / 4.0, 1.0, area.height()), line);
        painter.setPen(palette().color(mark.is_major ? QPalette::WindowText : QPalette::PlaceholderText));
        const int width = metrics.horizontalAdvance(mark.text);
        const int text_left = std::min(static_cast<int>(x) - width / 2, area.right() - width - 2);
        if (text_left < left - width / 2) continue;
        painter.drawText(QRect(std::max(left, text_left), area.top(), width + 2, height), Qt::AlignVCenter, mark.text);
    }
    painter.fillRect(QRect(area.left(), area.top() + height - 1, area.width(), 1), colour(Role::muted, palette()));
}

void TimelineChart::paint_row(QPainter& painter, const QRect& area, int index, int top) {
    const ChartRows::Row& row = rows_.rows()[static_cast<std::size_t>(index)];
    const observe::Course& course = timeline_->courses()[row.course];
    const bool is_chosen = row.course == chosen_;
    const QRect whole(area.left(), top, area.width(), row_height());
    if (is_chosen) {
        QColor ground = colour(Role::selection, palette());
        constexpr int faint = 40;
        ground.setAlpha(faint);
        painter.fillRect(whole, ground);
    }
    paint_name(painter, QRect(area.left(), top, names_width(), row_height()), row, is_chosen);
    const int gap = std::max(2, row_height() / 6);
    const QRect strip(area.left() + names_width(), top + gap, scale_.width(), row_height() - 2 * gap);
    painter.save();
    painter.setClipRect(strip, Qt::IntersectClip);
    paint_course(painter, *timeline_, course, scale_, strip, palette(), true);
    painter.restore();
    const bool next_is_other_kind =
        index + 1 < static_cast<int>(rows_.rows().size()) &&
        timeline_->courses()[rows_.rows()[static_cast<std::size_t>(index) + 1].course].kind != course.kind &&
        !rows_.rows()[static_cast<std::size_t>(index) + 1].is_member && !row.is_member;
    if (!next_is_other_kind) return;
    QColor line = colour(Role::muted, palette());
    constexpr int faint = 90;
    line.setAlpha(faint);
    painter.fillRect(QRect(area.left(), whole.bottom(), area.width(), 1), line);
}

void TimelineChart::paint_name(QPainter& painter, const QRect& box, const ChartRows::Row& row, bool is_chosen) {
    const QFontMetrics metrics = painter.fontMetrics();
    const int indent = metrics.height();
    painter.setPen(palette().color(QPalette::Text));
    if (row.can_open) {
        const double half = indent / 4.0;
        const QPointF middle(box.left() + indent / 2.0, box.center().y() + 0.5);
        QPolygonF triangle;
        if (row.is_open) {
            triangle << middle + QPointF(-half, -half / 2) << middle + QPointF(half, -half / 2)
                     << middle + QPointF(0, half);
        } else {
            triangle << middle + QPointF(-half / 2, -half) << middle + QPointF(-half / 2, half)
                     << middle + QPointF(half, 0);
        }
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(palette().color(QPalette::Text));
        painter.setPen(Qt::NoPen);
        painter.drawPolygon(triangle);
        painter.restore();
    }
    const bool is_service = timeline_->courses()[row.course].kind == observe::Course::Kind::service;
    QFont font = painter.font();
    const QFont before = font;
    font.setBold(is_chosen || is_service);
    painter.setFont(font);
    const int left = box.left() + indent + (row.is_member ? indent : 0);
    const QRect place(left, box.top(), box.right() - left - indent / 2, box.height());
    painter.drawText(place, Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(rows_.text_of(row), Qt::ElideMiddle, place.width()));
    painter.setFont(before);
}

void TimelineChart::paint_head(QPainter& painter, const QRect& area) {
    if (play_head_ < scale_.from() || play_head_ > scale_.to()) return;
    const double x = area.left() + names_width() + scale_.x_of(play_head_);
    const QColor head = colour(Role::selection, palette());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(x - 1.0, area.top(), 2.0, area.height()), head);
    const double half = fontMetrics().height() / 3.0;
    const QPolygonF flag(
        {QPointF(x - half, area.top()), QPointF(x + half, area.top()), QPointF(x, area.top() + 1.6 * half)});
    painter.setPen(Qt::NoPen);
    painter.setBrush(head);
    painter.drawPolygon(flag);
    painter.restore();
}

// --- tool tips
// --------------------------------------------------------------------------------------------------------

QString TimelineChart::tip_at(const QPoint& position) const {
    const int row = row_at(position.y());
    if (!timeline_ || row < 0) return {};
    const ChartRows::Row& of = rows_.rows()[static_cast<std::size_t>(row)];
    const observe::Course& course = timeline_->courses()[of.course];
    if (position.x() < names_width()) return QString::fromStdString(course.subject);
    const observe::Span& span = course.at(scale_.time_at(position.x() - names_width()));
    return tr("%1 is %2: %3\nfrom %4 to %5")
        .arg(QString::fromStdString(course.subject), standing_text(span.standing), span_words(*timeline_, span),
             scale_.text_of(span.from), scale_.text_of(span.to));
}

bool TimelineChart::viewportEvent(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QAbstractScrollArea::viewportEvent(event);
    const auto* help_event = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help_event->globalPos(), tip_at(help_event->pos()), viewport());
    return true;
}

}  // namespace nines::gui
