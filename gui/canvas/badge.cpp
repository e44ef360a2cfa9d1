// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/canvas/badge.hpp"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <functional>

#include "gui/look/colours.hpp"

namespace nines::gui {
namespace {

constexpr double room_of_head = 6.0;  ///< Half of the widest head of a link, and air.
constexpr double padding = 2.5;       ///< Of a chip, both sides together, in units.

struct Gap {
    double left = 0.0;
    double right = 0.0;

    double width() const { return right - left; }
};

/// What the links leave free of a border, from right to left.
std::vector<Gap> gaps_between(double left, double right, std::vector<double> links) {
    std::sort(links.begin(), links.end(), std::greater<>());
    std::vector<Gap> gaps;
    for (const double link : links) {
        gaps.push_back({std::max(left, link + room_of_head), right});
        right = std::min(right, link - room_of_head);
    }
    gaps.push_back({left, right});
    return gaps;
}

void add_end(const QRectF& box, const QPointF& end, BorderLinks& links) {
    if (end.y() == box.top()) links.top.push_back(end.x() - box.left());
    if (end.y() == box.bottom()) links.bottom.push_back(end.x() - box.left());
}

void add_crossings(const QRectF& box, double level, const QPolygonF& line, std::vector<double>& places) {
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QPointF& a = line[i - 1];
        const QPointF& b = line[i];
        if ((a.y() < level) == (b.y() < level)) continue;
        const double x = a.x() + (b.x() - a.x()) * (level - a.y()) / (b.y() - a.y());
        if (x >= box.left() && x <= box.right()) places.push_back(x - box.left());
    }
}

}  // namespace

std::vector<BorderLinks> links_on_borders(const std::vector<QRectF>& boxes, const std::vector<bool>& open,
                                          const std::vector<RoutedLink>& links, const std::vector<Route>& routes) {
    std::vector<std::size_t> areas;
    for (std::size_t box = 0; box < boxes.size(); ++box) {
        if (open[box]) areas.push_back(box);
    }
    std::vector<BorderLinks> borders(boxes.size());
    for (std::size_t link = 0; link < links.size(); ++link) {
        const auto [from, to, sideways] = links[link];
        add_end(boxes[from], routes[link].line.first(), borders[from]);
        add_end(boxes[to], routes[link].end, borders[to]);
        // An upright link has a rectangle without width, of which Qt says that it meets nothing.
        const QPolygonF& line = routes[link].line;
        const QRectF around = line.boundingRect();
        for (const std::size_t area : areas) {
            const QRectF& box = boxes[area];
            if (area == from || area == to || around.right() < box.left() || around.left() > box.right()) continue;
            if (around.top() < box.top() && around.bottom() >= box.top()) {
                add_crossings(box, box.top(), line, borders[area].entering);
            }
            if (around.top() < box.bottom() && around.bottom() >= box.bottom()) {
                add_crossings(box, box.bottom(), line, borders[area].bottom);
            }
        }
    }
    for (const std::size_t area : areas) {
        BorderLinks& border = borders[area];
        border.top.insert(border.top.end(), border.entering.begin(), border.entering.end());
    }
    return borders;
}

QRectF badge_place(const QRectF& box, const QSizeF& wanted, const BorderLinks& links, double unit) {
    QRectF widest;
    for (const bool top : {true, false}) {
        // Below, a little lower: there the dots of members come near the border.
        const double middle = top ? box.top() : box.bottom() + unit / 2;
        for (const Gap& gap : gaps_between(unit, box.width() - unit, top ? links.top : links.bottom)) {
            const double width = std::min(gap.width(), wanted.width());
            if (width <= widest.width()) continue;
            widest = QRectF(box.left() + gap.right - width, middle - wanted.height() / 2, width, wanted.height());
            if (width >= wanted.width()) return widest;
        }
    }
    return widest;
}

void paint_badge(QPainter& painter, const QRectF& box, const QString& badge, const BorderLinks& links,
                 const DrawingLook& look) {
    const QRectF place = badge_place(box, {chip_width(badge, look), look.detail_height}, links, look.unit);
    const QString words =
        QFontMetricsF(look.detail_font).elidedText(badge, Qt::ElideRight, place.width() - padding * look.unit + 0.5);
    if (!words.isEmpty()) paint_chip(painter, words, place, look);
}

double chip_width(const QString& word, const DrawingLook& look) {
    return QFontMetricsF(look.detail_font).horizontalAdvance(word) + padding * look.unit;
}

void paint_chip(QPainter& painter, const QString& word, const QRectF& place, const DrawingLook& look) {
    painter.setPen(QPen(look.box_edge, 1.0));
    painter.setBrush(blend(look.box, look.text, is_dark(look.palette) ? 0.2 : 0.05));
    painter.drawRoundedRect(place, place.height() / 2, place.height() / 2);
    painter.setFont(look.detail_font);
    painter.setPen(look.text);
    painter.drawText(place, Qt::AlignCenter | Qt::TextSingleLine, word);
}

}  // namespace nines::gui
