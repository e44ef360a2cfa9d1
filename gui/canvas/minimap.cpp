// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/canvas/minimap.hpp"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

#include "gui/canvas/canvas_view.hpp"

namespace nines::gui {
namespace {

constexpr int lines_wide = 12;
constexpr int lines_high = 8;
constexpr double margin = 6.0;

}  // namespace

Minimap::Minimap(CanvasScene& scene, CanvasView& view) : QWidget(&view), scene_(scene), view_(view) {
    setObjectName(QStringLiteral("minimap"));
    setAccessibleName(tr("Map of the drawing"));
    setCursor(Qt::PointingHandCursor);
    const int line = fontMetrics().height();
    resize(lines_wide * line, lines_high * line);
    connect(&scene, &CanvasScene::refreshed, this, [this] {
        picture_ = {};
        settle();
    });
    connect(&view, &CanvasView::view_changed, this, &Minimap::settle);
}

void Minimap::set_wanted(bool wanted) {
    wanted_ = wanted;
    settle();
}

void Minimap::settle() {
    const QRect room = view_.viewport()->geometry();
    const int gap = fontMetrics().height() / 2;
    move(room.right() - width() - gap, room.bottom() - height() - gap);
    const bool fits = seen().contains(scene_.arrangement().bounds);
    const bool enough_room = room.width() > 3 * width() && room.height() > 3 * height();
    setVisible(wanted_ && !fits && enough_room && !scene_.topology().items.empty());
    update();
}

QRectF Minimap::drawing() const {
    return scene_.arrangement().bounds;
}

double Minimap::scale() const {
    const QRectF all = drawing();
    return std::min((width() - 2 * margin) / std::max(1.0, all.width()),
                    (height() - 2 * margin) / std::max(1.0, all.height()));
}

QPointF Minimap::origin() const {
    return QPointF(width() / 2.0, height() / 2.0) - drawing().center() * scale();
}

QRectF Minimap::seen() const {
    return view_.mapToScene(view_.viewport()->rect()).boundingRect();
}

void Minimap::draw_again() {
    const DrawingLook& look = scene_.look();
    picture_ = QPixmap(size() * devicePixelRatioF());
    picture_.setDevicePixelRatio(devicePixelRatioF());
    QColor paper = look.background;
    paper.setAlphaF(0.94F);
    picture_.fill(Qt::transparent);
    QPainter painter(&picture_);
    painter.setPen(look.area_edge);
    painter.setBrush(paper);
    painter.drawRect(QRectF(0.5, 0.5, width() - 1.0, height() - 1.0));
    painter.translate(origin());
    painter.scale(scale(), scale());
    const Arrangement& arrangement = scene_.arrangement();
    for (const bool areas : {true, false}) {
        for (std::size_t item = 0; item < arrangement.items.size(); ++item) {
            const ArrangedItem& arranged = arrangement.items[item];
            if (!arrangement.is_drawn(item) || (arranged.area && !arranged.collapsed) != areas) continue;
            const std::string& kind = scene_.topology().items[item].name.kind;
            painter.setPen(areas ? QPen(look.area_edge, 0) : Qt::NoPen);
            painter.setBrush(areas ? look.area(arranged.depth) : blend(look.box, look.accent(kind), 0.6));
            painter.drawRect(arranged.rect);
        }
    }
}

void Minimap::paintEvent(QPaintEvent*) {
    if (picture_.isNull()) draw_again();
    QPainter painter(this);
    painter.drawPixmap(0, 0, picture_);
    const QRectF view(origin() + seen().topLeft() * scale(), seen().size() * scale());
    QColor fill = scene_.look().selection;
    fill.setAlphaF(0.1F);
    painter.setPen(QPen(scene_.look().selection, 1.2));
    painter.setBrush(fill);
    painter.drawRect(view.intersected(QRectF(rect()).adjusted(1, 1, -1, -1)));
}

void Minimap::mousePressEvent(QMouseEvent* event) {
    go_to(event->pos());
}

void Minimap::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons().testFlag(Qt::LeftButton)) go_to(event->pos());
}

void Minimap::go_to(const QPoint& position) {
    view_.stop_fitting();
    view_.centerOn((QPointF(position) - origin()) / scale());
}

}  // namespace nines::gui
