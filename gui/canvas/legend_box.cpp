// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/canvas/legend_box.hpp"

#include <QLinearGradient>
#include <QPainter>
#include <algorithm>
#include <set>

#include "gui/canvas/canvas_view.hpp"
#include "gui/canvas/state_marks.hpp"
#include "gui/look/colours.hpp"

namespace nines::gui {

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
    const QFontMetrics metrics = fontMetrics();
    const int line = metrics.height();
    int width = 0;
    for (const QString& word : text_.split(QLatin1Char('\n'))) width = std::max(width, metrics.horizontalAdvance(word));
    for (const Mark::State state : states_) {
        width = std::max(width, metrics.horizontalAdvance(state_word(state)) + 2 * line);
    }
    const int lines = (text_.isEmpty() ? 0 : static_cast<int>(text_.count(QLatin1Char('\n'))) + 1) +
                      static_cast<int>(states_.size()) + (heat_ ? 1 : 0);
    resize(std::max(width, heat_ ? 8 * line : 0) + line, lines * line * 5 / 4 + line * 3 / 4);
    setVisible(lines > 0);
    settle();
    update();
}

void LegendBox::settle() {
    const int gap = fontMetrics().height() / 2;
    const QRect room = view_.viewport()->geometry().adjusted(gap, gap, -gap, -gap);
    QRect place = rect();
    place.moveBottomLeft(room.bottomLeft());
    // Where the drawing stays in its place, the corner that hides the least of it.
    if (isVisible() && view_.is_fitting()) {
        double least = view_.covered_by(place);
        for (const auto corner : {Qt::TopLeftCorner, Qt::BottomRightCorner, Qt::TopRightCorner}) {
            QRect other = rect();
            other.moveTop(corner == Qt::BottomRightCorner ? room.bottom() - height() : room.top());
            other.moveLeft(corner == Qt::TopLeftCorner ? room.left() : room.right() - width());
            const double covered = view_.covered_by(other);
            if (covered >= least) continue;
            least = covered;
            place = other;
        }
    }
    move(place.topLeft());
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
    QRect row(line / 2, line * 3 / 8, width() - line, line * 5 / 4);
    const auto next = [&] { row.translate(0, line * 5 / 4); };
    painter.setPen(palette().color(QPalette::Text));
    for (const QString& text : text_.isEmpty() ? QStringList() : text_.split(QLatin1Char('\n'))) {
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, text);
        next();
    }
    if (heat_) {
        QLinearGradient scale(row.left(), 0, row.right(), 0);
        for (const double share : {0.0, 0.5, 1.0}) scale.setColorAt(share, heat_colour(share * 0.72, palette()));
        painter.fillRect(row.adjusted(0, line / 4, 0, -line / 4), scale);
        next();
    }
    for (const Mark::State state : states_) {
        paint_state(painter, state, QPointF(row.left() + line / 2.0, row.center().y() + 0.5), line / 3.2, palette());
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(row.adjusted(line * 3 / 2, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, state_word(state));
        next();
    }
}

}  // namespace nines::gui
