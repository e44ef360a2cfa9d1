// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPainter>

#include "gui/canvas/gesture.hpp"

namespace nines::gui {
namespace {

class BandGesture : public Gesture {
public:
    BandGesture(CanvasScene& scene, const QPointF& from, bool adds)
        : scene_(scene), from_(from), before_(adds ? scene.selected() : std::vector<std::size_t>()) {}

    /// Boxes are taken when the band touches them, areas when they are all inside.
    void move(const QPointF& point, Qt::KeyboardModifiers, double) override {
        band_ = QRectF(from_, point).normalized();
        std::vector<std::size_t> items = before_;
        const Arrangement& arrangement = scene_.arrangement();
        for (std::size_t item = 0; item < arrangement.items.size(); ++item) {
            if (!arrangement.is_drawn(item)) continue;
            const QRectF& rect = arrangement.items[item].rect;
            const bool open_area = arrangement.items[item].area && !arrangement.items[item].collapsed;
            if (open_area ? band_.contains(rect) : band_.intersects(rect)) items.push_back(item);
        }
        scene_.select(items);
    }

    void finish() override {}

    void paint(QPainter& painter, double scale) const override {
        QColor fill = scene_.look().selection;
        fill.setAlphaF(0.12F);
        painter.setPen(QPen(scene_.look().selection, 1.0 / scale));
        painter.setBrush(fill);
        painter.drawRect(band_);
    }

private:
    CanvasScene& scene_;
    QPointF from_;
    std::vector<std::size_t> before_;
    QRectF band_;
};

class ConnectGesture : public Gesture {
public:
    ConnectGesture(CanvasScene& scene, std::size_t from, ConnectTaker taker)
        : scene_(scene), from_(from), taker_(std::move(taker)), point_(scene.rect_of(from).center()) {}

    ~ConnectGesture() override { scene_.set_drop_target(no_item); }

    void move(const QPointF& point, Qt::KeyboardModifiers, double) override {
        point_ = point;
        to_ = innermost_item(scene_, point, [this](std::size_t item) { return item == from_; });
        if (to_ != no_item && scene_.arrangement().is_within(from_, to_) && !may_connect(to_)) to_ = no_item;
        scene_.set_drop_target(to_ != no_item && may_connect(to_) ? to_ : no_item);
    }

    void finish() override {
        scene_.set_drop_target(no_item);
        if (to_ != no_item) taker_(from_, to_);
    }

    void paint(QPainter& painter, double scale) const override {
        const QRectF end = to_ == no_item ? QRectF(point_, QSizeF(1, 1)) : scene_.rect_of(to_);
        const std::vector<Route> routes =
            route_links({scene_.rect_of(from_), end}, {false, false}, {{0, 1, false}}, 1.0);
        LinkFace face;
        face.key = "to";
        paint_link(painter, routes.front(), face, {.selected = false, .lit = true, .quiet = false}, scene_.look(),
                   std::max(scale, least_scale_of_dots), routes.front().line.boundingRect());
    }

private:
    bool may_connect(std::size_t item) const {
        const edit::Topology& topology = scene_.topology();
        return !connections_between(scene_.kinds(), topology.items[from_].name, topology.items[item].name).empty();
    }

    CanvasScene& scene_;
    std::size_t from_;
    ConnectTaker taker_;
    QPointF point_;
    std::size_t to_ = no_item;
};

}  // namespace

std::unique_ptr<Gesture> band_gesture(CanvasScene& scene, const QPointF& from, bool adds) {
    return std::make_unique<BandGesture>(scene, from, adds);
}

std::unique_ptr<Gesture> connect_gesture(CanvasScene& scene, std::size_t from, ConnectTaker taker) {
    return std::make_unique<ConnectGesture>(scene, from, std::move(taker));
}

}  // namespace nines::gui
