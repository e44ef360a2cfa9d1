// SPDX-License-Identifier: GPL-3.0-or-later
#include <QImage>
#include <QPainter>
#include <cmath>

#include "gui/charts/chart_view.hpp"
#include "tests/gui/bench/waits.hpp"

namespace nines::gui {
namespace {

constexpr int many_points = 100'000;
constexpr QSize chart_size{900, 600};

}  // namespace

std::vector<bench::Row> chart_rows(int runs) {
    charts::Series series;
    for (int i = 0; i < many_points; ++i) {
        series.points.push_back({.at = static_cast<double>(i), .value = 2.0 + std::sin(i * 1e-3)});
    }
    charts::Chart chart{.id = "bench", .series = {series}};
    charts::fit(chart);
    ChartView view;
    view.resize(chart_size);
    QImage image(chart_size, QImage::Format_RGB32);
    const double drawn = median_time(runs, [&](int) {
        charts::Chart shown = chart;
        shown.series.front().points = charts::thinned(series.points);
        view.set_chart(shown);
        QPainter painter(&image);
        view.render(&painter, image.rect(), view.viewport()->rect());
    });
    return {wait_row("desktop: draw a chart of 100 000 points", drawn, longest_reaction)};
}

}  // namespace nines::gui
