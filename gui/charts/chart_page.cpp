// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/chart_page.hpp"

#include <QChart>
#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QGraphicsSimpleTextItem>
#include <QGraphicsTextItem>
#include <QLegend>
#include <QTextDocument>
#include <QTextOption>
#include <algorithm>
#include <cmath>

#include "gui/charts/chart_text.hpp"
#include "gui/charts/label_places.hpp"
#include "gui/charts/legend_swatch.hpp"
#include "gui/charts/series_drawing.hpp"
#include "gui/look/colours.hpp"
#include "models/charts/ticks.hpp"

namespace nines::gui {
namespace {

using charts::Axis;
using charts::Scale;
using charts::Tick;

constexpr double title_growth = 1.2;
constexpr double small_shrink = 0.9;
constexpr double grid_alpha = 0.28;
/// A category's name may take this part of the width.
constexpr double widest_category = 0.42;
/// Height of a tick of an axis that goes up, in lines.
constexpr double upright_tick_room = 2.4;
constexpr double behind = -0.5;  ///< Above the background, below the series.
constexpr double above = 10.0;   ///< Labels: no line crosses them.

/// Room for a tick's label decides how many there are.
int tick_count(double length, double room) {
    return std::max(2, static_cast<int>(length / room));
}

/// Where the label of an upright rule may stand: beside it, from the top down.
std::vector<QRectF> places_beside(double x, const QSizeF& label, const QRectF& plot) {
    std::vector<QRectF> places;
    const double air = label.height() * 0.3;
    const double step = label.height() * 0.5;
    for (double y = plot.top() + label.height() * 0.2; y + label.height() <= plot.bottom(); y += step) {
        for (const double left : {x + air, x - label.width() - air}) places.emplace_back(QPointF(left, y), label);
    }
    return places;
}

/// Where the label of a level rule may stand: above or below it, at its preferred end or anywhere along it.
std::vector<QRectF> places_along(double y, const QSizeF& label, const QRectF& plot, bool from_left) {
    std::vector<QRectF> places;
    const double air = label.height() * 0.3;
    const double room = plot.width() - label.width() - 2.0 * air;
    constexpr int steps = 24;
    for (const double shift : {-1.1, 0.1, -2.2, 1.2, -3.3, 2.3}) {
        for (int i = 0; i <= steps; ++i) {
            const double way = room * i / steps;
            const double left = from_left ? plot.left() + air + way : plot.right() - air - label.width() - way;
            places.emplace_back(QPointF(left, y + shift * label.height()), label);
        }
    }
    return places;
}

double widest(const std::vector<Tick>& ticks, const QFontMetricsF& metrics) {
    double width = 0.0;
    for (const Tick& tick : ticks) {
        width = std::max(width, metrics.horizontalAdvance(QString::fromStdString(tick.label)));
    }
    return width;
}

}  // namespace

ChartPage::ChartPage(charts::Chart chart, const QPalette& palette, const QFont& font, QObject* parent)
    : QGraphicsScene(parent), chart_(std::move(chart)), palette_(palette), font_(font), small_(font) {
    small_.setPointSizeF(font_.pointSizeF() * small_shrink);
    setItemIndexMethod(QGraphicsScene::NoIndex);
}

QGraphicsItem* ChartPage::add_words(const QString& text, const QPointF& at, const QColor& colour_of,
                                    const QFont& font) {
    auto* item = addSimpleText(text, font);
    item->setBrush(colour_of);
    item->setPos(at);
    return item;
}

double ChartPage::add_head(double width) {
    QFont bold = font_;
    bold.setBold(true);
    bold.setPointSizeF(font_.pointSizeF() * title_growth);
    const double margin = QFontMetricsF(font_).height() * 0.6;
    double y = margin;
    const auto add = [&](const QString& text, const QFont& font, const QColor& colour_of) {
        if (text.isEmpty()) return;
        auto* item = new QGraphicsTextItem;
        item->setFont(font);
        item->setDefaultTextColor(colour_of);
        item->document()->setDocumentMargin(0.0);
        item->setPlainText(text);
        item->setTextWidth(width - 2.0 * margin);
        item->setPos(margin, y);
        addItem(item);
        y += item->boundingRect().height();
    };
    add(words(chart_.title), bold, palette_.color(QPalette::Text));
    y += margin * 0.2;
    QColor quiet = palette_.color(QPalette::Text);
    quiet.setAlphaF(0.72F);
    add(words(chart_.subtitle), small_, quiet);
    return y + margin * 0.8;
}

/// Answers where it begins.
double ChartPage::add_legend(const QSizeF& size) {
    legend_.clear();
    const QFontMetricsF metrics(small_);
    const double margin = QFontMetricsF(font_).height() * 0.6;
    const double line = metrics.height() * 1.45;
    const double swatch = metrics.height() * 1.6;
    const double gap = metrics.height();
    std::vector<std::pair<double, QString>> entries;
    for (const charts::Series& series : chart_.series) {
        const QString name = words(series.name);
        entries.emplace_back(swatch + metrics.horizontalAdvance(name) + metrics.height() * 0.4, name);
    }
    double x = margin;
    int lines = 1;
    for (const auto& [width, name] : entries) {
        if (x > margin && x + width > size.width() - margin) {
            ++lines;
            x = margin;
        }
        x += width + gap;
    }
    const double top = size.height() - margin * 0.7 - lines * line;
    double y = top;
    x = margin;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto& [width, name] = entries[i];
        if (x > margin && x + width > size.width() - margin) {
            x = margin;
            y += line;
        }
        const bool is_hidden = hidden_.contains(i);
        QColor ink = palette_.color(QPalette::Text);
        if (is_hidden) ink = colour(Role::muted, palette_);
        auto* drawing = new LegendSwatch(chart_.series[i].kind, look_of(chart_, i, palette_),
                                         QRectF(x, y, swatch * 0.8, metrics.height()));
        drawing->setOpacity(is_hidden ? 0.35 : 1.0);
        addItem(drawing);
        QFont font = small_;
        font.setStrikeOut(is_hidden);
        add_words(name, {x + swatch, y}, ink, font);
        legend_.push_back({i, QRectF(x, y, width, line)});
        x += width + gap;
    }
    return top;
}

/// Words on a ground of their own, so that lines behind them do not cross them out.
void ChartPage::add_label(const QString& text, const QPointF& at, const QColor& ink) {
    if (text.isEmpty()) return;
    const QFontMetricsF metrics(small_);
    const double air = metrics.height() * 0.15;
    QColor ground = palette_.color(QPalette::Base);
    ground.setAlphaF(0.82F);
    const QRectF room(at, QSizeF(metrics.horizontalAdvance(text), metrics.height()));
    addRect(room.adjusted(-air, 0.0, air, 0.0), Qt::NoPen, ground)->setZValue(above);
    add_words(text, at, ink, small_)->setZValue(above);
}

QRectF ChartPage::plot_area(double top, double bottom, double width) const {
    const QFontMetricsF metrics(small_);
    const double margin = QFontMetricsF(font_).height() * 0.6;
    const double labels = metrics.height() * 2.6;  // ticks and the title of the axis that goes across
    double left = margin;
    if (chart_.is_horizontal) {
        double name = 0.0;
        for (const charts::Text& category : chart_.first.categories) {
            name = std::max(name, metrics.horizontalAdvance(words(category)));
        }
        left += std::min(name, widest_category * width) + metrics.height() * 0.6;
    } else {
        top += metrics.height() * 1.4;  // the title of the axis that goes up
        const int count = tick_count(bottom - labels - top, metrics.height() * upright_tick_room);
        left += widest(charts::ticks(chart_.value, count), metrics) + metrics.height() * 0.6;
    }
    const double right = width - margin - metrics.height() * 1.2;
    return {QPointF(left, top), QPointF(std::max(right, left + 10.0), std::max(bottom - labels, top + 10.0))};
}

void ChartPage::add_value_labels(const Axis& axis, const QRectF& plot, bool goes_up) {
    const QFontMetricsF metrics(small_);
    const double label = std::max(widest(charts::ticks(axis, 6), metrics), metrics.height() * 2.0);
    const double length = goes_up ? plot.height() : plot.width();
    // A decade has ticks of its own; of even steps fewer are easier to read.
    const double room = label * (axis.scale == Scale::linear ? 2.4 : 1.5);
    const auto ticks = charts::ticks(axis, tick_count(length, goes_up ? metrics.height() * upright_tick_room : room));
    const double low = charts::position(axis.scale, axis.low);
    const double span = charts::position(axis.scale, axis.high) - low;
    QColor grid = colour(Role::muted, palette_);
    grid.setAlphaF(static_cast<float>(grid_alpha));
    const QColor ink = palette_.color(QPalette::Text);
    double free_from = -1e9;
    for (const Tick& tick : ticks) {
        const double share = (charts::position(axis.scale, tick.value) - low) / span;
        const QString text = QString::fromStdString(tick.label);
        const double width = metrics.horizontalAdvance(text);
        if (goes_up) {
            const double y = plot.bottom() - share * plot.height();
            addLine(plot.left(), y, plot.right(), y, QPen(grid, 1.0))->setZValue(behind);
            add_words(text, {plot.left() - width - metrics.height() * 0.4, y - metrics.height() / 2.0}, ink, small_);
            continue;
        }
        const double x = plot.left() + share * plot.width();
        addLine(x, plot.top(), x, plot.bottom(), QPen(grid, 1.0))->setZValue(behind);
        if (x - width / 2.0 < free_from) continue;
        const double left = std::min(x - width / 2.0, sceneRect().width() - width - metrics.height() * 0.2);
        add_words(text, {left, plot.bottom() + metrics.height() * 0.25}, ink, small_);
        free_from = x + width / 2.0 + metrics.height() * 0.5;
    }
    QFont font = small_;
    QColor quiet = ink;
    quiet.setAlphaF(0.72F);
    const QString title = words(axis.title);
    const double width = metrics.horizontalAdvance(title);
    if (goes_up) {
        add_words(title, {plot.left() - metrics.height() * 0.2, plot.top() - metrics.height() * 1.35}, quiet, font);
    } else {
        add_words(title, {plot.center().x() - width / 2.0, plot.bottom() + metrics.height() * 1.35}, quiet, font);
    }
}

void ChartPage::add_category_labels(const QRectF& plot) {
    const QFontMetricsF metrics(small_);
    const auto count = static_cast<double>(chart_.first.categories.size());
    const double room = plot.left() - QFontMetricsF(font_).height() * 0.6 - metrics.height() * 0.4;
    // Too many for the height: every second, third, ..
    const double step = plot.height() / std::max(1.0, count);
    const auto stride = static_cast<std::size_t>(std::max(1.0, std::ceil(metrics.height() / std::max(step, 0.1))));
    for (std::size_t i = 0; i < chart_.first.categories.size(); i += stride) {
        const QString name = metrics.elidedText(words(chart_.first.categories[i]), Qt::ElideMiddle, room);
        const double y = plot.top() + (static_cast<double>(i) + 0.5) * step;
        auto* item = add_words(
            name, {plot.left() - metrics.horizontalAdvance(name) - metrics.height() * 0.4, y - metrics.height() / 2.0},
            palette_.color(QPalette::Text), small_);
        item->setToolTip(words(chart_.first.categories[i]));
    }
}

void ChartPage::add_categories_across(const QRectF& plot) {
    const QFontMetricsF metrics(small_);
    const auto count = static_cast<double>(chart_.first.categories.size());
    const double step = plot.width() / std::max(1.0, count);
    // Too many for the width: every second, third, ..
    const double least = metrics.averageCharWidth() * 4.0;
    const auto stride = static_cast<std::size_t>(std::max(1.0, std::ceil(least / std::max(step, 0.1))));
    const double room = static_cast<double>(stride) * step - metrics.averageCharWidth();
    for (std::size_t i = 0; i < chart_.first.categories.size(); i += stride) {
        const QString name = metrics.elidedText(words(chart_.first.categories[i]), Qt::ElideMiddle, room);
        const double x = plot.left() + (static_cast<double>(i) + 0.5) * step;
        auto* item =
            add_words(name, {x - metrics.horizontalAdvance(name) / 2.0, plot.bottom() + metrics.height() * 0.25},
                      palette_.color(QPalette::Text), small_);
        item->setToolTip(words(chart_.first.categories[i]));
    }
}

void ChartPage::add_axes(const QRectF& plot) {
    if (chart_.is_horizontal) {
        add_category_labels(plot);
        add_value_labels(chart_.value, plot, false);
    } else {
        if (chart_.first.scale == Scale::categories) add_categories_across(plot);
        add_value_labels(chart_.first, plot, false);
        add_value_labels(chart_.value, plot, true);
    }
    QColor frame = colour(Role::muted, palette_);
    addLine(plot.left(), plot.bottom(), plot.right(), plot.bottom(), QPen(frame, 1.0))->setZValue(behind);
    addLine(plot.left(), plot.top(), plot.left(), plot.bottom(), QPen(frame, 1.0))->setZValue(behind);
}

QPointF ChartPage::in_plot(const QPointF& position) const {
    const Axis& across = chart_.is_horizontal ? chart_.value : chart_.first;
    const Axis& up = chart_.is_horizontal ? chart_.first : chart_.value;
    const auto share = [](const Axis& axis, double at) {
        const double low = charts::position(axis.scale, axis.low);
        return (at - low) / (charts::position(axis.scale, axis.high) - low);
    };
    const double y = share(up, position.y());
    return {plot_.left() + share(across, position.x()) * plot_.width(),
            chart_.is_horizontal ? plot_.top() + y * plot_.height() : plot_.bottom() - y * plot_.height()};
}

void ChartPage::add_rules(const QRectF& plot) {
    const QFontMetricsF metrics(small_);
    LabelPlaces places(plot);
    for (std::size_t s = 0; s < chart_.series.size(); ++s) {
        if (!hidden_.contains(s)) places.add_line(curve_of(s));
    }
    struct Drawn {
        const charts::Rule* rule;
        QLineF line;
    };
    std::vector<Drawn> drawn;
    for (const charts::Rule& rule : chart_.rules) {
        const Axis& axis = rule.on_first_axis ? chart_.first : chart_.value;
        const double at = charts::position(axis.scale, rule.at);
        if (!std::isfinite(at)) continue;
        if (std::abs(charts::position_within(axis, rule.at) - at) > 1e-9 * std::max(1.0, std::abs(at))) continue;
        const bool is_upright = rule.on_first_axis != chart_.is_horizontal;
        const QPointF through = in_plot({at, at});
        const QLineF line = is_upright ? QLineF(through.x(), plot.top(), through.x(), plot.bottom())
                                       : QLineF(plot.left(), through.y(), plot.right(), through.y());
        const Qt::PenStyle dashes = rule.tone == charts::Tone::exact ? Qt::DotLine : Qt::DashLine;
        addLine(line, QPen(tone_colour(rule.tone, 0, palette_), 1.4, dashes));
        places.add_line(QPolygonF({line.p1(), line.p2()}));
        drawn.push_back({&rule, line});
    }
    std::stable_sort(drawn.begin(), drawn.end(),
                     [](const Drawn& a, const Drawn& b) { return a.rule->at < b.rule->at; });
    for (const auto& [rule, line] : drawn) {
        const QString label = words(rule->label);
        if (label.isEmpty()) continue;
        const QSizeF size(metrics.horizontalAdvance(label), metrics.height());
        // What converges is read at its right end.
        const bool from_left = chart_.first.scale == Scale::logarithmic;
        const bool is_upright = rule->on_first_axis != chart_.is_horizontal;
        const auto candidates =
            is_upright ? places_beside(line.x1(), size, plot) : places_along(line.y1(), size, plot, from_left);
        const bool is_quiet = rule->tone == charts::Tone::muted;
        const QColor ink = is_quiet ? palette_.color(QPalette::Text) : tone_colour(rule->tone, 0, palette_);
        if (!candidates.empty()) add_label(label, places.take(candidates).topLeft(), ink);
    }
}

/// A line or a step as it is drawn; empty for what labels may stand upon.
QPolygonF ChartPage::curve_of(std::size_t series) const {
    const charts::Series& described = chart_.series[series];
    const bool is_step = described.kind == charts::SeriesKind::step;
    QPolygonF curve;
    if (!is_step && described.kind != charts::SeriesKind::line) return curve;
    for (std::size_t p = 0; p < described.points.size(); ++p) {
        if (!has_place(chart_, described.points[p])) continue;
        const QPointF next = place_of(series, p);
        if (is_step && !curve.isEmpty()) curve << QPointF(next.x(), curve.back().y());
        curve << next;
    }
    return curve;
}

void ChartPage::add_plot(const QRectF& plot) {
    auto* chart = new QChart;
    chart->legend()->hide();
    chart->setBackgroundVisible(false);
    chart->setBackgroundBrush(palette_.color(QPalette::Base));
    chart->setTitleBrush(palette_.color(QPalette::Text));
    chart->setMargins(QMargins());
    chart->layout()->setContentsMargins(0.0, 0.0, 0.0, 0.0);
    addItem(chart);
    drawn_ = add_series(*chart, chart_, palette_, plot.size());
    for (const std::size_t series : hidden_) {
        if (series >= drawn_.size()) continue;
        for (QAbstractSeries* part : drawn_[series]) part->setVisible(false);
    }
    chart->setGeometry(QRectF(QPointF(), sceneRect().size()));
    chart->setPlotArea(plot);
    chart->layout()->activate();
}

void ChartPage::add_nothing(const QRectF& area) {
    auto* item = new QGraphicsTextItem;
    item->setFont(font_);
    item->setDefaultTextColor(palette_.color(QPalette::Text));
    item->document()->setDefaultTextOption(QTextOption(Qt::AlignHCenter));
    item->setPlainText(words(chart_.nothing));
    item->setTextWidth(area.width());
    item->setPos(area.left(), area.center().y() - item->boundingRect().height() / 2.0);
    addItem(item);
}

void ChartPage::lay_out(const QSizeF& size) {
    clear();
    drawn_.clear();
    legend_.clear();
    setSceneRect(QRectF(QPointF(), size));
    setBackgroundBrush(palette_.color(QPalette::Base));
    const double margin = QFontMetricsF(font_).height();
    const double top = add_head(size.width());
    if (chart_.is_empty()) {
        plot_ = QRectF();
        add_nothing(QRectF(margin, top, size.width() - 2.0 * margin, size.height() - top - margin));
        return;
    }
    const double bottom = add_legend(size);
    plot_ = plot_area(top, bottom, size.width());
    add_axes(plot_);
    add_plot(plot_);
    add_rules(plot_);
}

void ChartPage::set_hidden(const std::set<std::size_t>& hidden) {
    hidden_ = hidden;
    if (!sceneRect().isEmpty()) lay_out(sceneRect().size());
}

int ChartPage::legend_entry_at(const QPointF& position) const {
    const auto found = std::find_if(legend_.begin(), legend_.end(),
                                    [&](const LegendEntry& entry) { return entry.area.contains(position); });
    return found == legend_.end() ? -1 : static_cast<int>(found->series);
}

QPointF ChartPage::place_of(std::size_t series, std::size_t point) const {
    const charts::Series& described = chart_.series[series];
    return in_plot(gui::place_of(chart_, described, described.points[point]));
}

ChartPage::Hit ChartPage::nearest(const QPointF& position, double within) const {
    Hit hit;
    if (plot_.isEmpty()) return hit;
    double best = within * within;
    for (std::size_t s = 0; s < chart_.series.size(); ++s) {
        if (hidden_.contains(s) || chart_.series[s].kind == charts::SeriesKind::band) continue;
        for (std::size_t p = 0; p < chart_.series[s].points.size(); ++p) {
            const QPointF away = place_of(s, p) - position;
            // Of a line or a histogram the point above or below the pointer is meant.
            const bool is_curve = chart_.first.scale != Scale::categories;
            const double distance = away.x() * away.x() + (is_curve ? 0.04 : 1.0) * away.y() * away.y();
            if (distance >= best) continue;
            best = distance;
            hit = {static_cast<int>(s), static_cast<int>(p)};
        }
    }
    return hit;
}

}  // namespace nines::gui
