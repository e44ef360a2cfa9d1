// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGraphicsItem>

#include "gui/canvas/badge.hpp"
#include "gui/canvas/faces.hpp"

namespace nines::gui {

/// A box or an area of the drawing. Paints what it is told; repaints only if that has changed.
class ThingItem : public QGraphicsItem {
public:
    /// `look` must outlive the item.
    explicit ThingItem(const DrawingLook& look);

    void show_face(const ThingFace& face, const QRectF& rect);
    void show_rect(const QRectF& rect);
    void show_marks(const ThingMarks& marks);
    void show_pose(const ThingPose& pose);
    void show_links(const BorderLinks& links);

    const ThingFace& face() const { return face_; }
    const ThingMarks& marks() const { return marks_; }
    const ThingPose& pose() const { return pose_; }
    const BorderLinks& links() const { return links_; }
    QRectF rect() const { return {pos(), size_}; }

    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    const DrawingLook& look_;
    ThingFace face_;
    ThingMarks marks_;
    ThingPose pose_;
    BorderLinks links_;
    QSizeF size_;
};

/// An arrow of the drawing.
class LinkItem : public QGraphicsItem {
public:
    /// `look` must outlive the item.
    explicit LinkItem(const DrawingLook& look);

    void show_face(const LinkFace& face);
    void show_route(const Route& route);
    void show_pose(const LinkPose& pose);

    const Route& route() const { return route_; }
    const LinkFace& face() const { return face_; }
    const LinkPose& pose() const { return pose_; }

    QRectF boundingRect() const override { return bounds_; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void find_bounds();

    const DrawingLook& look_;
    LinkFace face_;
    LinkPose pose_;
    Route route_;
    QRectF bounds_;
    QRectF label_bounds_;
};

}  // namespace nines::gui
