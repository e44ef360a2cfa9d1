// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/label_places.hpp"

#include <QLineF>
#include <algorithm>
#include <cmath>

namespace nines::gui {
namespace {

/// How much of a straight line from `a` to `b` lies within the box.
double length_within(const QPointF& a, const QPointF& b, const QRectF& box) {
    double from = 0.0;
    double to = 1.0;
    const auto clip = [&](double start, double step, double low, double high) {
        if (std::abs(step) < 1e-12) return start >= low && start <= high;
        const double at_low = (low - start) / step;
        const double at_high = (high - start) / step;
        from = std::max(from, std::min(at_low, at_high));
        to = std::min(to, std::max(at_low, at_high));
        return from < to;
    };
    const QPointF step = b - a;
    const bool meets = clip(a.x(), step.x(), box.left(), box.right()) && clip(a.y(), step.y(), box.top(), box.bottom());
    return meets ? (to - from) * QLineF(a, b).length() : 0.0;
}

}  // namespace

double LabelPlaces::covered_by(const QRectF& label) const {
    // Two labels over each other cannot be read at all.
    constexpr double weight_of_labels = 1000.0;
    double covered = 0.0;
    for (const QRectF& other : taken_) {
        const QRectF both = label & other;
        if (!both.isEmpty()) covered += weight_of_labels + both.width() * both.height();
    }
    for (const QPolygonF& line : lines_) {
        for (qsizetype i = 1; i < line.size(); ++i) covered += length_within(line[i - 1], line[i], label);
    }
    return covered;
}

QRectF LabelPlaces::take(const std::vector<QRectF>& candidates) {
    const QRectF* best = &candidates.front();
    double least = -1.0;
    for (const QRectF& candidate : candidates) {
        if (!plot_.contains(candidate)) continue;
        const double covered = covered_by(candidate);
        if (least >= 0.0 && covered >= least) continue;
        best = &candidate;
        least = covered;
        if (covered <= 0.0) break;
    }
    taken_.push_back(*best);
    return *best;
}

}  // namespace nines::gui
