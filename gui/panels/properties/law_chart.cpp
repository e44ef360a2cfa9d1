// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/properties/law_chart.hpp"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "gui/look/colours.hpp"
#include "models/results/number_text.hpp"

namespace nines::gui {
namespace {

constexpr int height_in_lines = 8;
constexpr int width_in_characters = 28;
constexpr double headroom = 1.08;
constexpr double curve_width = 1.8;
/// Infinite or nearly so at the left edge, densities of early failures would flatten all the rest.
constexpr double cut_above = 0.97;

double highest(std::vector<double> heights) {
    if (heights.empty()) return 0.0;
    const auto nth = heights.begin() + static_cast<std::ptrdiff_t>(cut_above * static_cast<double>(heights.size() - 1));
    std::nth_element(heights.begin(), nth, heights.end());
    const double usual = *nth;
    const double most = *std::max_element(heights.begin(), heights.end());
    constexpr double steep = 3.0;
    return most > steep * usual && usual > 0.0 ? steep * usual : most;
}

}  // namespace

LawChart::LawChart(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Curve of the distribution"));
}

void LawChart::show_law(const std::optional<sim::Law>& law) {
    law_ = law;
    compute();
}

void LawChart::set_curve(Curve curve) {
    curve_ = curve;
    update();
}

void LawChart::set_log_time(bool log_time) {
    log_time_ = log_time;
    compute();
}

void LawChart::compute() {
    curves_ = law_ ? edit::law_curves(*law_, log_time_) : edit::LawCurves();
    update();
}

QSize LawChart::sizeHint() const {
    return {fontMetrics().averageCharWidth() * width_in_characters, fontMetrics().lineSpacing() * height_in_lines};
}

QSize LawChart::minimumSizeHint() const {
    return {fontMetrics().averageCharWidth() * width_in_characters / 2, sizeHint().height()};
}

const std::vector<double>& LawChart::heights() const {
    switch (curve_) {
        case Curve::density: return curves_.density;
        case Curve::cumulative: return curves_.cumulative;
        case Curve::hazard: return curves_.hazard;
    }
    return curves_.density;
}

double LawChart::share_of_width(double seconds) const {
    const double first = log_time_ ? curves_.seconds.front() : 0.0;
    const double last = curves_.seconds.back();
    if (!log_time_) return seconds / last;
    return std::log(std::max(seconds, first) / first) / std::log(last / first);
}

void LawChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double gap = fontMetrics().averageCharWidth() / 2.0;
    const QRectF area = QRectF(rect()).adjusted(gap, gap, -gap, -fontMetrics().lineSpacing() - gap);
    painter.fillRect(area, palette().base());
    painter.setPen(colour(Role::muted, palette()));
    painter.drawRect(area);
    const bool only_steps = !curves_.has_density && curve_ != Curve::cumulative;
    if (curves_.seconds.empty() || only_steps) {
        painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap,
                         only_steps ? tr("Only single times: see the cumulative curve.") : tr("Nothing to draw."));
        return;
    }
    painter.setClipRect(area.adjusted(0, 0, 0, fontMetrics().lineSpacing() + gap));
    paint_mark(painter, area, sim::mean(*law_).in_seconds(), Qt::DashLine);
    paint_mark(painter, area, sim::quantile(*law_, 0.5).in_seconds(), Qt::DotLine);
    paint_curve(painter, area);
    paint_axis(painter, area);
}

void LawChart::paint_curve(QPainter& painter, const QRectF& area) const {
    const std::vector<double>& values = heights();
    const double top = curve_ == Curve::cumulative ? 1.0 : highest(values);
    if (top <= 0.0) return;
    QPainterPath path;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double share = std::min(values[i] / (top * headroom), 1.2);
        const QPointF point(area.left() + share_of_width(curves_.seconds[i]) * area.width(),
                            area.bottom() - share * area.height());
        i == 0 ? path.moveTo(point) : path.lineTo(point);
    }
    painter.save();
    painter.setClipRect(area);
    const QColor line = series_colour(0, palette());
    QPainterPath below = path;
    below.lineTo(area.left() + share_of_width(curves_.seconds.back()) * area.width(), area.bottom());
    below.lineTo(area.left() + share_of_width(curves_.seconds.front()) * area.width(), area.bottom());
    QColor fill = line;
    constexpr int faint = 40;
    fill.setAlpha(faint);
    painter.fillPath(below, fill);
    painter.setPen(QPen(line, curve_width));
    painter.drawPath(path);
    painter.restore();
}

void LawChart::paint_axis(QPainter& painter, const QRectF& area) const {
    painter.setPen(palette().color(QPalette::WindowText));
    const QRectF below(area.left(), area.bottom(), area.width(), fontMetrics().lineSpacing());
    const double first = log_time_ ? curves_.seconds.front() : 0.0;
    const double last = curves_.seconds.back();
    const double middle = log_time_ ? std::sqrt(first * last) : last / 2.0;
    const auto text = [](double seconds) { return QString::fromStdString(results::duration_text(seconds)); };
    painter.drawText(below, Qt::AlignLeft, first > 0.0 ? text(first) : QStringLiteral("0"));
    painter.drawText(below, Qt::AlignHCenter, text(middle));
    painter.drawText(below, Qt::AlignRight, text(last));
}

void LawChart::paint_mark(QPainter& painter, const QRectF& area, double seconds, Qt::PenStyle style) const {
    if (!std::isfinite(seconds) || seconds > curves_.seconds.back()) return;
    const double x = area.left() + share_of_width(seconds) * area.width();
    painter.setPen(QPen(colour(Role::objective, palette()), 1.0, style));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
}

}  // namespace nines::gui
