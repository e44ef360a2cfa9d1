// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/series_drawing.hpp"

#include <QAreaSeries>
#include <QChart>
#include <QLineSeries>
#include <QValueAxis>
#include <algorithm>
#include <array>
#include <cmath>

#include "gui/look/colours.hpp"
#include "models/charts/ticks.hpp"

namespace nines::gui {
namespace {

using charts::Chart;
using charts::Point;
using charts::Scale;
using charts::Series;
using charts::SeriesKind;

constexpr double exact_offset = 0.22;  ///< Beside the estimate, so that both can be seen; of a category's room.
constexpr double points_room = 0.5;    ///< For points of several series; of a category's room.
constexpr double line_width = 1.8;
constexpr double marker_size = 9.0;
constexpr double whisker_width = 1.4;
constexpr int band_alpha = 48;
constexpr int bar_alpha = 200;
constexpr int histogram_alpha = 90;

/// Parts of a category's room; few categories have more of it than bars and strokes need.
struct Thickness {
    explicit Thickness(const charts::Axis& axis) {
        const auto count = static_cast<double>(std::max<std::size_t>(1, axis.categories.size()));
        half_bar = std::min(0.31, 0.08 * count);
        half_mark = std::min(0.4, 0.1 * count);
        half_cap = std::min(0.1, 0.02 * count);
    }
    double half_bar;
    double half_mark;
    double half_cap;
};

double series_sharing_room(const Chart& chart) {
    const auto sharing = std::count_if(chart.series.begin(), chart.series.end(),
                                       [](const Series& series) { return series.shares_room; });
    return static_cast<double>(sharing);
}

/// Of bars side by side: the middle of those of one series, from the middle of the category.
double shared_middle(const Chart& chart, const Series& series, double half_bar) {
    double before = 0.0;
    for (const Series& other : chart.series) {
        if (&other == &series) break;
        if (other.shares_room) before += 1.0;
    }
    return half_bar * ((2.0 * before + 1.0) / series_sharing_room(chart) - 1.0);
}

double span_of(const charts::Axis& axis) {
    return charts::position(axis.scale, axis.high) - charts::position(axis.scale, axis.low);
}

/// Everything for one series of the description.
class SeriesDrawing {
public:
    SeriesDrawing(QChart& target, const Chart& chart, const Series& series, SeriesLook look, const QSizeF& plot)
        : target_(target), chart_(chart), series_(series), look_(look), plot_(plot), thickness_(chart.first) {}

    std::vector<QAbstractSeries*> draw() {
        switch (series_.kind) {
            case SeriesKind::line:
            case SeriesKind::step: add_line(); break;
            case SeriesKind::band: add_band(); break;
            case SeriesKind::bars:
                add_bars();
                add_whiskers();
                break;
            case SeriesKind::points:
                add_whiskers();
                add_points();
                break;
            case SeriesKind::marks: add_marks(); break;
        }
        return drawn_;
    }

private:
    QPointF at(double along, double value) const {
        return chart_.is_horizontal ? QPointF(value, along) : QPointF(along, value);
    }
    double along(double value) const { return charts::position_within(chart_.first, value); }
    double across(double value) const { return charts::position_within(chart_.value, value); }

    void add(QAbstractSeries* series) {
        series->setName(QString());
        target_.addSeries(series);
        drawn_.push_back(series);
    }

    QLineSeries* add_stroke(const QList<QPointF>& points, double width, Qt::PenStyle style) {
        auto* line = new QLineSeries(&target_);
        line->append(points);
        line->setPen(QPen(look_.colour, width, style, Qt::FlatCap, Qt::RoundJoin));
        add(line);
        return line;
    }

    void add_area(const QList<QPointF>& upper, const QList<QPointF>& lower, int alpha) {
        auto* area = new QAreaSeries(&target_);
        auto* above = new QLineSeries(area);
        auto* below = new QLineSeries(area);
        above->append(upper);
        below->append(lower);
        area->setUpperSeries(above);
        area->setLowerSeries(below);
        QColor fill = look_.colour;
        fill.setAlpha(alpha);
        area->setBrush(fill);
        area->setPen(Qt::NoPen);
        add(area);
    }

    void add_line() {
        QList<QPointF> points;
        for (const Point& point : series_.points) {
            if (!has_place(chart_, point)) continue;
            const QPointF next =
                at(charts::position(chart_.first.scale, point.at), charts::position(chart_.value.scale, point.value));
            const bool is_step = series_.kind == SeriesKind::step && !points.isEmpty();
            if (is_step && chart_.is_horizontal) points.append(QPointF(points.back().x(), next.y()));
            if (is_step && !chart_.is_horizontal) points.append(QPointF(next.x(), points.back().y()));
            points.append(next);
        }
        add_stroke(points, line_width, look_.pen);
        const bool is_among_categories = chart_.first.scale == Scale::categories;
        if (is_among_categories) add_points();
    }

    void add_band() {
        QList<QPointF> upper;
        QList<QPointF> lower;
        for (const Point& point : series_.points) {
            if (!point.low || !point.high || !std::isfinite(charts::position(chart_.first.scale, point.at))) continue;
            upper.append(at(along(point.at), across(*point.high)));
            lower.append(at(along(point.at), across(*point.low)));
        }
        add_area(upper, lower, band_alpha);
    }

    /// Of a category's room: all that bars have, or the part of this series.
    std::pair<double, double> room_of_bar() const {
        if (!series_.shares_room) return {-thickness_.half_bar, thickness_.half_bar};
        const double middle = shared_middle(chart_, series_, thickness_.half_bar);
        const double half = thickness_.half_bar / series_sharing_room(chart_);
        return {middle - half, middle + half};
    }

    /// One outline around all bars: there and back along their bases, so that nothing lies between them.
    void add_bars() {
        QList<QPointF> upper;
        QList<QPointF> lower;
        bool is_histogram = false;
        for (const Point& point : series_.points) {
            is_histogram = is_histogram || point.end.has_value();
            const auto [from, to] = room_of_bar();
            const double begin = point.end ? along(point.at) : point.at + from;
            const double end = point.end ? along(*point.end) : point.at + to;
            const double base = across(point.base);
            const double value = across(point.value);
            upper << at(begin, base) << at(begin, value) << at(end, value) << at(end, base);
            lower << at(begin, base) << at(end, base);
        }
        add_area(upper, lower, is_histogram ? histogram_alpha : bar_alpha);
    }

    void add_whiskers() {
        const double cap =
            chart_.first.scale == Scale::categories ? thickness_.half_cap : 0.006 * span_of(chart_.first);
        for (const Point& point : series_.points) {
            if (!point.low || !point.high || !(*point.low < *point.high)) continue;
            const double middle =
                chart_.is_horizontal ? place_of(chart_, series_, point).y() : place_of(chart_, series_, point).x();
            const double low = across(*point.low);
            const double high = across(*point.high);
            if (is_too_short(high - low)) continue;
            add_stroke({at(middle - cap, low), at(middle + cap, low), at(middle, low), at(middle, high),
                        at(middle - cap, high), at(middle + cap, high)},
                       whisker_width, Qt::SolidLine);
            if (series_.kind == SeriesKind::bars) {
                auto* whisker = static_cast<QLineSeries*>(drawn_.back());
                QPen pen = whisker->pen();
                pen.setColor(target_.titleBrush().color());
                whisker->setPen(pen);
            }
        }
    }

    /// Its ends would be specks around the marker, or a blot.
    bool is_too_short(double interval) const {
        const double length = chart_.is_horizontal ? plot_.width() : plot_.height();
        const double least = series_.kind == SeriesKind::points ? marker_size : 2.0 * whisker_width;
        return interval / span_of(chart_.value) * length < least;
    }

    void add_points() {
        auto* markers = new QScatterSeries(&target_);
        for (const Point& point : series_.points) {
            if (has_place(chart_, point)) markers->append(place_of(chart_, series_, point));
        }
        markers->setMarkerShape(look_.marker);
        markers->setMarkerSize(marker_size);
        markers->setColor(look_.colour);
        markers->setBorderColor(target_.backgroundBrush().color());
        add(markers);
    }

    void add_marks() {
        for (const Point& point : series_.points) {
            if (!has_place(chart_, point)) continue;
            const double value = charts::position(chart_.value.scale, point.value);
            add_stroke({at(point.at - thickness_.half_mark, value), at(point.at + thickness_.half_mark, value)},
                       line_width + 0.6, look_.pen);
        }
    }

    QChart& target_;
    const Chart& chart_;
    const Series& series_;
    SeriesLook look_;
    QSizeF plot_;
    Thickness thickness_;
    std::vector<QAbstractSeries*> drawn_;
};

/// Several series of points share the room of a category, so that none hides another.
double offset_among_points(const Chart& chart, const Series& series) {
    if (chart.first.scale != Scale::categories) return 0.0;
    double before = 0.0;
    double all = 0.0;
    for (const Series& other : chart.series) {
        if (other.kind != SeriesKind::points || other.tone == charts::Tone::exact) continue;
        if (&other == &series) before = all;
        all += 1.0;
    }
    return all > 1.0 ? points_room * (before / (all - 1.0) - 0.5) : 0.0;
}

QValueAxis* axis_for(QChart& target, const charts::Axis& axis, Qt::Alignment where) {
    auto* hidden = new QValueAxis(&target);
    hidden->setRange(charts::position(axis.scale, axis.low), charts::position(axis.scale, axis.high));
    hidden->setVisible(false);
    target.addAxis(hidden, where);
    return hidden;
}

}  // namespace

QColor tone_colour(charts::Tone tone, int colour_index, const QPalette& palette) {
    switch (tone) {
        case charts::Tone::data: return series_colour(colour_index, palette);
        case charts::Tone::objective: return colour(Role::objective, palette);
        case charts::Tone::exact: return colour(Role::verified, palette);
        case charts::Tone::muted: return colour(Role::muted, palette);
    }
    return palette.color(QPalette::Text);
}

SeriesLook look_of(const Chart& chart, std::size_t series, const QPalette& palette) {
    constexpr std::array shapes = {QScatterSeries::MarkerShapeCircle, QScatterSeries::MarkerShapeRectangle,
                                   QScatterSeries::MarkerShapeTriangle, QScatterSeries::MarkerShapePentagon,
                                   QScatterSeries::MarkerShapeStar};
    const Series& described = chart.series[series];
    SeriesLook look;
    look.colour = tone_colour(described.tone, described.colour, palette);
    look.marker = shapes[series % shapes.size()];
    if (described.tone == charts::Tone::exact) look.marker = QScatterSeries::MarkerShapeRotatedRectangle;
    if (described.dashed) look.pen = Qt::DashLine;
    return look;
}

bool has_place(const Chart& chart, const Point& point) {
    return std::isfinite(charts::position(chart.first.scale, point.at)) &&
           std::isfinite(charts::position(chart.value.scale, point.value));
}

QPointF place_of(const Chart& chart, const Series& series, const Point& point) {
    double along = charts::position(chart.first.scale, point.at);
    if (point.end)
        along =
            (charts::position_within(chart.first, point.at) + charts::position_within(chart.first, *point.end)) / 2.0;
    const bool is_beside = chart.first.scale == Scale::categories && series.tone == charts::Tone::exact;
    if (is_beside) along += exact_offset;
    if (series.shares_room) along += shared_middle(chart, series, Thickness(chart.first).half_bar);
    if (!is_beside && series.kind == SeriesKind::points) along += offset_among_points(chart, series);
    const double value = charts::position_within(chart.value, point.value);
    return chart.is_horizontal ? QPointF(value, along) : QPointF(along, value);
}

std::vector<std::vector<QAbstractSeries*>> add_series(QChart& target, const Chart& chart, const QPalette& palette,
                                                      const QSizeF& plot) {
    std::vector<std::vector<QAbstractSeries*>> drawn;
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        drawn.push_back(SeriesDrawing(target, chart, chart.series[i], look_of(chart, i, palette), plot).draw());
    }
    const charts::Axis& across = chart.is_horizontal ? chart.value : chart.first;
    const charts::Axis& up = chart.is_horizontal ? chart.first : chart.value;
    QValueAxis* x = axis_for(target, across, Qt::AlignBottom);
    QValueAxis* y = axis_for(target, up, Qt::AlignLeft);
    // Categories are read from the top.
    y->setReverse(chart.is_horizontal);
    for (const auto& group : drawn) {
        for (QAbstractSeries* series : group) {
            series->attachAxis(x);
            series->attachAxis(y);
        }
    }
    return drawn;
}

}  // namespace nines::gui
