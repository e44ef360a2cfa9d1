// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/drawn_icon.hpp"

#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <algorithm>
#include <utility>

namespace nines::gui {
namespace {

constexpr double stroke = 1.7;

class DrawnIconEngine : public QIconEngine {
public:
    DrawnIconEngine(DrawIcon draw, const QPalette& palette, const QColor& own_colour)
        : draw_(std::move(draw)), palette_(palette), own_colour_(own_colour) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        paint_on_sheet(*painter, rect, colour_of(mode), draw_);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

    QIconEngine* clone() const override { return new DrawnIconEngine(draw_, palette_, own_colour_); }

private:
    QColor colour_of(QIcon::Mode mode) const {
        if (mode == QIcon::Disabled) return palette_.color(QPalette::Disabled, QPalette::WindowText);
        if (mode == QIcon::Selected) return palette_.color(QPalette::HighlightedText);
        return own_colour_.isValid() ? own_colour_ : palette_.color(QPalette::WindowText);
    }

    DrawIcon draw_;
    QPalette palette_;
    QColor own_colour_;
};

}  // namespace

void paint_on_sheet(QPainter& painter, const QRectF& area, const QColor& colour, const DrawIcon& draw) {
    const double side = std::min(area.width(), area.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(area.center() - QPointF(side, side) / 2);
    painter.scale(side / icon_sheet, side / icon_sheet);
    painter.setPen(QPen(colour, stroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    draw(painter);
    painter.restore();
}

QIcon drawn_icon(DrawIcon draw, const QPalette& palette, const QColor& own_colour) {
    return QIcon(new DrawnIconEngine(std::move(draw), palette, own_colour));
}

}  // namespace nines::gui
