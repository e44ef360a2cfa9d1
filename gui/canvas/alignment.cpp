// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/canvas/alignment.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace nines::gui {
namespace {

/// The smallest move by which a line of `moving` meets one of the others; `reach` if there is none.
struct Nearest {
    double shift;
    double line = 0.0;
    std::size_t other = 0;
    bool found = false;
};

Nearest nearest_line(const std::array<double, 3>& moving, const std::vector<std::array<double, 3>>& others,
                     double reach) {
    Nearest nearest{.shift = reach};
    for (std::size_t other = 0; other < others.size(); ++other) {
        for (const double line : others[other]) {
            for (const double own : moving) {
                if (std::abs(line - own) >= std::abs(nearest.shift)) continue;
                nearest = {line - own, line, other, true};
            }
        }
    }
    return nearest;
}

std::array<double, 3> level_lines(const QRectF& rect) {
    return {rect.top(), rect.center().y(), rect.bottom()};
}

std::array<double, 3> upright_lines(const QRectF& rect) {
    return {rect.left(), rect.center().x(), rect.right()};
}

}  // namespace

Guidance guide(const QRectF& moving, const std::vector<QRectF>& others, double reach) {
    std::vector<std::array<double, 3>> upright;
    std::vector<std::array<double, 3>> level;
    for (const QRectF& rect : others) {
        upright.push_back(upright_lines(rect));
        level.push_back(level_lines(rect));
    }
    const Nearest x = nearest_line(upright_lines(moving), upright, reach);
    const Nearest y = nearest_line(level_lines(moving), level, reach);
    Guidance guidance{.shift = {x.found ? x.shift : 0.0, y.found ? y.shift : 0.0},
                      .snapped_x = x.found,
                      .snapped_y = y.found,
                      .lines = {}};
    const QRectF there = moving.translated(guidance.shift);
    if (x.found) {
        const QRectF span = there.united(others[x.other]);
        guidance.lines.emplace_back(x.line, span.top(), x.line, span.bottom());
    }
    if (y.found) {
        const QRectF span = there.united(others[y.other]);
        guidance.lines.emplace_back(span.left(), y.line, span.right(), y.line);
    }
    return guidance;
}

std::vector<QRectF> aligned(std::vector<QRectF> rects, Alignment how) {
    QRectF all;
    for (const QRectF& rect : rects) all |= rect;
    for (QRectF& rect : rects) {
        switch (how) {
            case Alignment::left: rect.moveLeft(all.left()); break;
            case Alignment::centre: rect.moveLeft(all.center().x() - rect.width() / 2); break;
            case Alignment::right: rect.moveRight(all.right()); break;
            case Alignment::top: rect.moveTop(all.top()); break;
            case Alignment::middle: rect.moveTop(all.center().y() - rect.height() / 2); break;
            case Alignment::bottom: rect.moveBottom(all.bottom()); break;
        }
    }
    return rects;
}

std::vector<QRectF> distributed(std::vector<QRectF> rects, Qt::Orientation direction) {
    if (rects.size() < 3) return rects;
    const bool level = direction == Qt::Horizontal;
    const auto start = [level](const QRectF& rect) { return level ? rect.left() : rect.top(); };
    const auto length = [level](const QRectF& rect) { return level ? rect.width() : rect.height(); };
    std::vector<std::size_t> order(rects.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return start(rects[a]) < start(rects[b]); });
    double room = start(rects[order.back()]) + length(rects[order.back()]) - start(rects[order.front()]);
    for (const QRectF& rect : rects) room -= length(rect);
    const double gap = room / static_cast<double>(rects.size() - 1);
    double at = start(rects[order.front()]);
    for (const std::size_t index : order) {
        QRectF& rect = rects[index];
        level ? rect.moveLeft(at) : rect.moveTop(at);
        at += length(rect) + gap;
    }
    return rects;
}

}  // namespace nines::gui
