// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/canvas/legend_box.hpp"

#include <QLinearGradient>
#include <QPainter>
#include <algorithm>
#include <optional>
#include <set>

#include "gui/canvas/canvas_view.hpp"
#include "gui/canvas/state_marks.hpp"
#include "gui/look/colours.hpp"

namespace nines::gui {
namespace {

constexpr int heat_width = 8;  ///< In heights of a line.

}  // namespace

LegendBox::LegendBox(CanvasView& view) : QWidget(&view), view_(view) {
    setObjectName(QStringLiteral("legend"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(&view, &CanvasView::view_changed, this, &LegendBox::settle);
    hide();
}

void LegendBox::show_overlay(const Overlay& overlay) {
    text_ = overlay.legend;
    std::set<Mark::State> used;
    heat_ = false;
    for (const auto& [subject, mark] : overlay.marks) {
        used.insert(mark.state);
        heat_ = heat_ || mark.heat >= 0.0;
    }
    states_.clear();
    for (const Mark::State state : all_states) {
        if (used.count(state) > 0) states_.push_back(state);
    }
    QStringList words{text_};
    for (const Mark::State state : states_) words << state_word(state);
    setAccessibleName(words.join(QStringLiteral(", ")));
    setVisible(!text_.isEmpty() || heat_ || !states_.empty());
    settle();
    update();
}

QStringList LegendBox::lines() const {
    return text_.isEmpty() ? QStringList() : text_.split(QLatin1Char('\n'));
}

QSize LegendBox::size_of(Shape shape) const {
    const QFontMetrics metrics = fontMetrics();
    const int line = metrics.height();
    int widest = heat_ ? heat_width * line : 0;
    int together = heat_ ? (heat_width + 1) * line : 0;
    for (const QString& text : lines()) {
        widest = std::max(widest, metrics.horizontalAdvance(text));
        together += metrics.horizontalAdvance(text) + line;
    }
    for (const Mark::State state : states_) {
        const int width = metrics.horizontalAdvance(state_word(state));
        widest = std::max(widest, width + 2 * line);
        together += width + 5 * line / 2;
    }
    if (shape == Shape::flat) return {together, 2 * line};
    const int count = static_cast<int>(lines().size() + states_.size()) + (heat_ ? 1 : 0);
    return {widest + line, count * line * 5 / 4 + line * 3 / 4};
}

/// The corner and the shape that hide the least of the drawing.
LegendBox::Place LegendBox::best_place(const QRect& room) const {
    std::optional<Place> best;
    double least = 0.0;
    for (const Shape shape : {Shape::tall, Shape::flat}) {
        const QSize size = size_of(shape);
        if (shape == Shape::flat && size.width() > room.width()) continue;
        for (const auto corner : {Qt::BottomLeftCorner, Qt::TopLeftCorner, Qt::BottomRightCorner, Qt::TopRightCorner}) {
            const bool is_left = corner == Qt::BottomLeftCorner || corner == Qt::TopLeftCorner;
            const bool is_top = corner == Qt::TopLeftCorner || corner == Qt::TopRightCorner;
            const QPoint at(is_left ? room.left() : room.right() - size.width(),
                            is_top ? room.top() : room.bottom() - size.height());
            const double covered = view_.covered_by(QRect(at, size));
            if (best && covered >= least) continue;
            best = Place{QRect(at, size), shape};
            least = covered;
        }
    }
    return *best;
}

void LegendBox::settle() {
    const int gap = fontMetrics().height() / 2;
    const QRect room = view_.viewport()->geometry().adjusted(gap, gap, -gap, -gap);
    Place place{QRect(QPoint(), size_of(Shape::tall)), Shape::tall};
    place.rect.moveBottomLeft(room.bottomLeft());
    // Only where the drawing stays in its place: else the box would jump about as it is moved.
    if (isVisible() && view_.is_fitting()) place = best_place(room);
    shape_ = place.shape;
    setGeometry(place.rect);
}

void LegendBox::paint_heat(QPainter& painter, const QRect& cell) const {
    const int line = fontMetrics().height();
    QLinearGradient scale(cell.left(), 0, cell.right(), 0);
    for (const double share : {0.0, 0.5, 1.0}) scale.setColorAt(share, heat_colour(share * 0.72, palette()));
    painter.fillRect(cell.adjusted(0, line / 4, 0, -line / 4), scale);
}

void LegendBox::paint_entry(QPainter& painter, const QRect& cell, Mark::State state) const {
    const int line = fontMetrics().height();
    paint_state(painter, state, QPointF(cell.left() + line / 2.0, cell.center().y() + 0.5), line / 3.2, palette());
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(cell.adjusted(line * 3 / 2, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, state_word(state));
}

void LegendBox::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor paper = palette().color(QPalette::Base);
    paper.setAlphaF(0.94F);
    painter.setPen(colour(Role::muted, palette()));
    painter.setBrush(paper);
    const int line = fontMetrics().height();
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), line / 4.0, line / 4.0);
    QRect cell(line / 2, line * 3 / 8, width() - line, line * 5 / 4);
    const auto next = [&](int width) {
        if (shape_ == Shape::tall) {
            cell.translate(0, line * 5 / 4);
        } else {
            cell.translate(width + line, 0);
        }
    };
    painter.setPen(palette().color(QPalette::Text));
    for (const QString& text : lines()) {
        painter.drawText(cell, Qt::AlignLeft | Qt::AlignVCenter, text);
        next(fontMetrics().horizontalAdvance(text));
    }
    if (heat_) {
        paint_heat(painter,
                   shape_ == Shape::tall ? cell : QRect(cell.topLeft(), QSize(heat_width * line, cell.height())));
        next(heat_width * line);
    }
    for (const Mark::State state : states_) {
        paint_entry(painter, cell, state);
        next(fontMetrics().horizontalAdvance(state_word(state)) + 3 * line / 2);
    }
}

}  // namespace nines::gui
