// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPolygonF>
#include <QRectF>
#include <vector>

namespace nines::gui {

/// Finds places for labels in a plot where they hide neither curves nor each other.
class LabelPlaces {
public:
    explicit LabelPlaces(const QRectF& plot) : plot_(plot) {}

    /// A line that labels should not cover.
    void add_line(QPolygonF line) { lines_.push_back(std::move(line)); }

    /// The first of the candidates that covers nothing, else the one that covers least; it is taken from then on.
    /// Precondition: there are candidates.
    QRectF take(const std::vector<QRectF>& candidates);

private:
    double covered_by(const QRectF& label) const;

    QRectF plot_;
    std::vector<QPolygonF> lines_;
    std::vector<QRectF> taken_;
};

}  // namespace nines::gui
