// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/label_places.hpp"

#include <QtTest>

#include "gui/charts/series_drawing.hpp"
#include "gui/look/translated.hpp"

using namespace nines;
using namespace nines::gui;

/// Where labels and points stand, so that nothing hides another.
class LabelPlacesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_label_goes_where_no_curve_is() {
        LabelPlaces places(QRectF(0, 0, 100, 100));
        places.add_line(QPolygonF({QPointF(0, 10), QPointF(100, 10)}));
        const QRectF across(20, 5, 30, 10);
        const QRectF below(20, 20, 30, 10);
        QCOMPARE(places.take({across, below}), below);
    }

    void what_is_taken_is_not_taken_again_and_nothing_leaves_the_plot() {
        LabelPlaces places(QRectF(0, 0, 100, 100));
        const QRectF first(0, 0, 30, 10);
        QCOMPARE(places.take({first}), first);
        const QRectF outside(90, 50, 30, 10);
        const QRectF free(10, 50, 30, 10);
        QCOMPARE(places.take({first, outside, free}), free);
    }

    void where_everything_is_covered_the_least_is() {
        LabelPlaces places(QRectF(0, 0, 100, 100));
        places.add_line(QPolygonF({QPointF(0, 5), QPointF(100, 5)}));
        places.add_line(QPolygonF({QPointF(50, 0), QPointF(50, 100)}));
        const QRectF along(0, 0, 40, 10);       // 40 of the first line
        const QRectF crossing(30, 20, 40, 10);  // 10 of the second
        QCOMPARE(places.take({along, crossing}), crossing);
    }

    void points_of_several_series_stand_beside_each_other_in_their_category() {
        charts::Chart chart;
        chart.is_horizontal = true;
        chart.first = {.scale = charts::Scale::categories, .categories = {wording::literal("all")}};
        const charts::Point point{.at = 0.0, .value = 0.5};
        chart.series = {{.kind = charts::SeriesKind::points, .points = {point}},
                        {.kind = charts::SeriesKind::points, .points = {point}}};
        const double upper = place_of(chart, chart.series[0], point).y();
        const double lower = place_of(chart, chart.series[1], point).y();
        QVERIFY(upper > -0.5 && upper < 0.0);
        QCOMPARE(lower, -upper);
        chart.series.pop_back();
        QCOMPARE(place_of(chart, chart.series[0], point).y(), 0.0);
    }

    void sentences_have_a_space_between_them_unless_their_full_stop_brings_it() {
        QCOMPARE(in_a_row({QStringLiteral("One."), QStringLiteral("Two.")}), QStringLiteral("One. Two."));
        const QString chinese = QString::fromUtf8("\xe4\xb8\x80\xe3\x80\x82");
        QCOMPARE(in_a_row({chinese, chinese}), chinese + chinese);
    }

    void who_reads_english_is_not_told_that_something_is_in_english() { QVERIFY(english_note().isEmpty()); }
};

QTEST_MAIN(LabelPlacesTest)
#include "label_places_test.moc"
