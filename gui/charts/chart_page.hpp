// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QGraphicsScene>
#include <QPalette>
#include <QPolygonF>
#include <set>
#include <string>
#include <vector>

#include "models/charts/chart.hpp"

class QAbstractSeries;
class QChart;
class QGraphicsItem;

namespace nines::gui {

/// A chart as a picture of any size: title, subtitle, plot with labelled axes, legend. The same for the screen and for
/// files; the same description, palette, font and size give the same picture.
class ChartPage : public QGraphicsScene {
    Q_OBJECT

public:
    ChartPage(charts::Chart chart, const QPalette& palette, const QFont& font, QObject* parent = nullptr);

    /// Lays everything out anew for a size in pixels.
    void lay_out(const QSizeF& size);

    const charts::Chart& chart() const { return chart_; }

    /// Which series are not shown, by number.
    const std::set<std::size_t>& hidden() const { return hidden_; }
    void set_hidden(const std::set<std::size_t>& hidden);
    /// The series whose entry of the legend is there; -1: none.
    int legend_entry_at(const QPointF& position) const;

    /// Where a point is in the picture.
    QPointF place_of(std::size_t series, std::size_t point) const;
    /// The point nearest to a place in the picture, of the series that are shown; { -1, -1 }: none is near.
    struct Hit {
        int series = -1;
        int point = -1;
        bool is_none() const { return series < 0; }
    };
    Hit nearest(const QPointF& position, double within) const;

private:
    struct LegendEntry {
        std::size_t series = 0;
        QRectF area;
    };
    double add_head(double width);
    double add_legend(const QSizeF& size);
    void add_axes(const QRectF& plot);
    void add_value_labels(const charts::Axis& axis, const QRectF& plot, bool goes_up);
    void add_category_labels(const QRectF& plot);
    void add_categories_across(const QRectF& plot);
    void add_rules(const QRectF& plot);
    void add_plot(const QRectF& plot);
    void add_nothing(const QRectF& area);
    QRectF plot_area(double top, double bottom, double width) const;
    QGraphicsItem* add_words(const QString& text, const QPointF& at, const QColor& colour, const QFont& font);
    void add_label(const QString& text, const QPointF& at, const QColor& ink);
    QPointF in_plot(const QPointF& position) const;
    QPolygonF curve_of(std::size_t series) const;

    charts::Chart chart_;
    QPalette palette_;
    QFont font_;
    QFont small_;
    QRectF plot_;
    std::set<std::size_t> hidden_;
    std::vector<LegendEntry> legend_;
    std::vector<std::vector<QAbstractSeries*>> drawn_;
};

}  // namespace nines::gui
