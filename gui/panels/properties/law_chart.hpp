// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

#include "models/edit/law_curves.hpp"
#include "sim/random/law.hpp"

namespace nines::gui {

/// One curve of a distribution over time, with its mean and median marked.
class LawChart : public QWidget {
    Q_OBJECT

public:
    enum class Curve { density, cumulative, hazard };

    explicit LawChart(QWidget* parent = nullptr);

    /// Nothing: the text is no distribution, and the chart is empty.
    void show_law(const std::optional<sim::Law>& law);
    void set_curve(Curve curve);
    void set_log_time(bool log_time);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void compute();
    const std::vector<double>& heights() const;
    double share_of_width(double seconds) const;
    void paint_curve(QPainter& painter, const QRectF& area) const;
    void paint_axis(QPainter& painter, const QRectF& area) const;
    void paint_mark(QPainter& painter, const QRectF& area, double seconds, Qt::PenStyle style) const;

    std::optional<sim::Law> law_;
    Curve curve_ = Curve::density;
    bool log_time_ = false;
    edit::LawCurves curves_;
};

}  // namespace nines::gui
