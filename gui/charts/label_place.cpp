// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/label_place.hpp"

#include <QLineF>
#include <algorithm>
#include <array>
#include <cmath>

namespace nines::gui {
namespace {

/// Above the line and below it, then further off; in heights of the label.
constexpr std::array shifts = {-1.1, 0.1, -2.2, 1.2, -3.3, 2.3};
constexpr double air = 0.3;  ///< Beside the label, in heights.

}  // namespace

std::vector<QPointF> points_along(const std::vector<QPointF>& corners, double step) {
    std::vector<QPointF> points;
    for (std::size_t i = 0; i + 1 < corners.size(); ++i) {
        const QLineF line(corners[i], corners[i + 1]);
        const int parts = std::max(1, static_cast<int>(std::ceil(line.length() / step)));
        for (int part = 0; part < parts; ++part) points.push_back(line.pointAt(static_cast<double>(part) / parts));
    }
    if (!corners.empty()) points.push_back(corners.back());
    return points;
}

QPointF label_place(const LabelRoom& room, const QSizeF& label, double y) {
    const double margin = air * label.height();
    const double left = room.plot.left() + margin;
    const double right = room.plot.right() - label.width() - margin;
    const double middle = room.plot.center().x() - label.width() / 2.0;
    const std::array places = {room.at_left ? left : right, room.at_left ? right : left, middle};
    QPointF best(places[0], y + shifts[1] * label.height());
    std::ptrdiff_t least = -1;
    for (const double shift : shifts) {
        for (const double x : places) {
            const QRectF area(QPointF(x, y + shift * label.height()), label);
            const bool is_inside = area.top() >= room.plot.top() && area.bottom() <= room.plot.bottom();
            const bool is_free = std::none_of(room.labels.begin(), room.labels.end(),
                                              [&](const QRectF& other) { return other.intersects(area); });
            if (!is_inside || !is_free) continue;
            const auto covered = std::count_if(room.ink.begin(), room.ink.end(),
                                               [&](const QPointF& point) { return area.contains(point); });
            if (least >= 0 && covered >= least) continue;
            least = covered;
            best = area.topLeft();
        }
    }
    return best;
}

}  // namespace nines::gui
