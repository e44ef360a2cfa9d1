// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPainter>
#include <cmath>

#include "gui/canvas/gesture.hpp"

namespace nines::gui {
namespace {

constexpr double reach_of_guides = 6.0;  ///< In pixels.

class MoveGesture : public Gesture {
public:
    MoveGesture(CanvasScene& scene, CanvasEdits& edits, std::size_t grabbed, const QPointF& from)
        : scene_(scene), edits_(edits), grabbed_(grabbed), from_(from), start_(edits.with_content(scene.selected())) {
        const Arrangement& arrangement = scene.arrangement();
        for (std::size_t item = 0; item < arrangement.items.size(); ++item) {
            if (!arrangement.is_drawn(item) || start_.count(item) > 0) continue;
            if (arrangement.items[item].parent == arrangement.items[grabbed].parent) {
                neighbours_.push_back(arrangement.items[item].rect);
            }
        }
    }

    ~MoveGesture() override {
        scene_.set_drop_target(no_item);
        scene_.preview({});
    }

    void move(const QPointF& point, Qt::KeyboardModifiers modifiers, double scale) override {
        QPointF by = point - from_;
        guidance_ = {};
        if (!modifiers.testFlag(Qt::AltModifier)) by = snapped(by, scale);
        now_.clear();
        for (const auto& [item, rect] : start_) now_.emplace(item, rect.translated(by));
        target_ = innermost_item(scene_, point, [this](std::size_t item) {
            return !scene_.arrangement().items[item].area || start_.count(item) > 0;
        });
        scene_.preview(now_);
        scene_.set_drop_target(target_ == scene_.arrangement().items[grabbed_].parent ? no_item : target_);
    }

    void finish() override {
        const std::map<std::size_t, QRectF> rects = now_;
        const std::size_t target = target_;
        const bool elsewhere = target != scene_.arrangement().items[grabbed_].parent;
        scene_.set_drop_target(no_item);
        edits_.move(rects, elsewhere ? std::optional(target) : std::nullopt);
        now_.clear();
    }

    void paint(QPainter& painter, double scale) const override {
        painter.setPen(QPen(scene_.look().selection, 1.0 / scale, Qt::DashLine));
        for (const QLineF& line : guidance_.lines) painter.drawLine(line);
    }

private:
    QPointF snapped(QPointF by, double scale) {
        const QRectF start = start_.at(grabbed_);
        guidance_ = guide(start.translated(by), neighbours_, reach_of_guides / scale);
        const double step = scene_.look().grid();
        const QPointF corner = start.topLeft() + by;
        const QPointF on_grid(std::round(corner.x() / step) * step, std::round(corner.y() / step) * step);
        const QPointF guided = corner + guidance_.shift;
        const QPointF there(guidance_.snapped_x ? guided.x() : on_grid.x(),
                            guidance_.snapped_y ? guided.y() : on_grid.y());
        return there - start.topLeft();
    }

    CanvasScene& scene_;
    CanvasEdits& edits_;
    std::size_t grabbed_;
    QPointF from_;
    std::map<std::size_t, QRectF> start_;
    std::map<std::size_t, QRectF> now_;
    std::vector<QRectF> neighbours_;
    Guidance guidance_;
    std::size_t target_ = no_item;
};

class ResizeGesture : public Gesture {
public:
    ResizeGesture(CanvasScene& scene, CanvasEdits& edits, std::size_t area)
        : scene_(scene), edits_(edits), area_(area), rect_(scene.arrangement().items[area].rect) {}

    ~ResizeGesture() override { scene_.preview({}); }

    void move(const QPointF& point, Qt::KeyboardModifiers, double) override {
        const double step = scene_.look().grid();
        QRectF least(rect_.topLeft(), least_area_size(scene_.topology().items[area_], scene_.look()));
        for (std::size_t item = 0; item < scene_.arrangement().items.size(); ++item) {
            if (scene_.arrangement().items[item].parent != area_) continue;
            least |= scene_.arrangement().items[item].rect.adjusted(0, 0, 2 * step, 2 * step);
        }
        const QPointF corner(std::round(point.x() / step) * step, std::round(point.y() / step) * step);
        rect_.setBottomRight({std::max(corner.x(), least.right()), std::max(corner.y(), least.bottom())});
        scene_.preview({{area_, rect_}});
    }

    void finish() override { edits_.resize_area(area_, rect_.size()); }

    void paint(QPainter&, double) const override {}

private:
    CanvasScene& scene_;
    CanvasEdits& edits_;
    std::size_t area_;
    QRectF rect_;
};

}  // namespace

std::unique_ptr<Gesture> move_gesture(CanvasScene& scene, CanvasEdits& edits, std::size_t grabbed,
                                      const QPointF& from) {
    return std::make_unique<MoveGesture>(scene, edits, grabbed, from);
}

std::unique_ptr<Gesture> resize_gesture(CanvasScene& scene, CanvasEdits& edits, std::size_t area) {
    return std::make_unique<ResizeGesture>(scene, edits, area);
}

}  // namespace nines::gui
