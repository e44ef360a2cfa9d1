// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/canvas/drawing_items.hpp"

#include <QFontMetricsF>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <algorithm>

namespace nines::gui {
namespace {

constexpr double z_of_links = 1000.0;
constexpr double z_of_boxes = 2000.0;
constexpr double room_around_box = 10.0;  ///< For shadow, frame and handles.
constexpr double room_around_link = 10.0;

QRectF around(const QRectF& rect) {
    return rect.adjusted(-room_around_link, -room_around_link, room_around_link, room_around_link);
}

/// Whether a part of the segment lies in the rectangle.
bool crosses(const QRectF& rect, const QPointF& from, const QPointF& to) {
    const auto [left, right] = std::minmax({from.x(), to.x()});
    const auto [top, bottom] = std::minmax({from.y(), to.y()});
    if (right < rect.left() || left > rect.right() || bottom < rect.top() || top > rect.bottom()) return false;
    const QPointF way = to - from;
    const auto side = [&](const QPointF& corner) {
        return way.x() * (corner.y() - from.y()) - way.y() * (corner.x() - from.x());
    };
    const auto [least, most] =
        std::minmax({side(rect.topLeft()), side(rect.topRight()), side(rect.bottomLeft()), side(rect.bottomRight())});
    return least <= 0.0 && most >= 0.0;
}

bool crosses(const QRectF& rect, const QPolygonF& line) {
    for (qsizetype i = 1; i < line.size(); ++i) {
        if (crosses(rect, line[i - 1], line[i])) return true;
    }
    return false;
}

}  // namespace

ThingItem::ThingItem(const DrawingLook& look) : look_(look) {}

void ThingItem::show_face(const ThingFace& face, const QRectF& rect) {
    show_rect(rect);
    if (face == face_) return;
    face_ = face;
    setZValue(face.is_open_area() ? face.depth : z_of_boxes + face.depth);
    update();
}

void ThingItem::show_rect(const QRectF& rect) {
    if (rect.size() != size_) {
        prepareGeometryChange();
        size_ = rect.size();
    }
    setPos(rect.topLeft());
}

void ThingItem::show_marks(const ThingMarks& marks) {
    if (same_marks(marks, marks_)) return;
    marks_ = marks;
    update();
}

void ThingItem::show_pose(const ThingPose& pose) {
    if (pose == pose_) return;
    pose_ = pose;
    update();
}

void ThingItem::show_links(const BorderLinks& links) {
    if (links == links_) return;
    links_ = links;
    if (face_.area || !marks_.mark.badge.isEmpty()) update();
}

QRectF ThingItem::boundingRect() const {
    return QRectF(QPointF(), size_).adjusted(-room_around_box, -room_around_box, room_around_box, room_around_box);
}

void ThingItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    const double scale = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    const QRectF box(QPointF(), size_);
    if (face_.area) {
        paint_area(*painter, box, face_, marks_, pose_, links_, look_, scale);
    } else {
        paint_box(*painter, box, face_, marks_, pose_, look_, scale);
    }
    if (marks_.mark.badge.isEmpty() || scale < least_scale_of_text) return;
    paint_badge(*painter, box, marks_.mark.badge, links_, look_);
}

LinkItem::LinkItem(const DrawingLook& look) : look_(look) {
    setZValue(z_of_links);
    setFlag(ItemUsesExtendedStyleOption);  // With the part that is to be painted.
}

void LinkItem::show_face(const LinkFace& face) {
    if (face == face_) return;
    face_ = face;
    find_bounds();
    update();
}

void LinkItem::show_route(const Route& route) {
    if (route.line == route_.line) return;
    route_ = route;
    find_bounds();
}

void LinkItem::show_pose(const LinkPose& pose) {
    if (pose == pose_) return;
    pose_ = pose;
    setZValue(pose.lit || pose.selected ? z_of_links + 1.0 : z_of_links);
    update();
}

void LinkItem::find_bounds() {
    prepareGeometryChange();
    const double label = QFontMetricsF(look_.detail_font).horizontalAdvance(face_.label) / 2 + room_around_link;
    label_bounds_ = QRectF(route_.middle.x() - label, route_.middle.y() - label / 2, 2 * label, label);
    bounds_ = around(route_.line.boundingRect()) | label_bounds_;
}

void LinkItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget*) {
    // A long link has a large rectangle, and passes through little of it: most of those are not in view.
    const QRectF& wanted = option->exposedRect;
    if (!label_bounds_.intersects(wanted) && !crosses(around(wanted), route_.line)) return;
    const double scale = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    paint_link(*painter, route_, face_, pose_, look_, scale, around(wanted));
}

}  // namespace nines::gui
