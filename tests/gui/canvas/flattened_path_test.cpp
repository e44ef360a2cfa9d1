// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/canvas/flattened_path.hpp"

#include <QTest>
#include <cmath>

using namespace nines::gui;

namespace {

constexpr double radius = 100.0;
constexpr double deviation = 0.15;
const QRectF everywhere(-1e6, -1e6, 2e6, 2e6);

double length_of(const QVector<QLineF>& lines) {
    double length = 0.0;
    for (const QLineF& line : lines) length += line.length();
    return length;
}

QPainterPath circle() {
    QPainterPath path;
    path.addEllipse(QPointF(), radius, radius);
    return path;
}

}  // namespace

class FlattenedPathTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lines_stay_as_near_to_a_curve_as_is_asked() {
        const QVector<QLineF> lines = lines_within(circle(), everywhere, deviation);
        // The cubics of a circle are themselves off by up to 0.03 % of its radius.
        for (const QLineF& line : lines) {
            const QPointF middle = line.center();
            QVERIFY(std::abs(std::hypot(middle.x(), middle.y()) - radius) <= deviation + 0.0003 * radius);
        }
        QVERIFY(std::abs(length_of(lines) / (2 * M_PI * radius) - 1.0) < 0.002);
    }

    void each_line_begins_where_the_one_before_ends() {
        const QVector<QLineF> lines = lines_within(circle(), everywhere, deviation);
        for (qsizetype i = 1; i < lines.size(); ++i) QCOMPARE(lines[i].p1(), lines[i - 1].p2());
        QCOMPARE(lines.back().p2(), lines.front().p1());
    }

    void a_finer_wish_gives_more_lines() {
        QVERIFY(lines_within(circle(), everywhere, deviation / 16).size() >
                3 * lines_within(circle(), everywhere, deviation).size());
    }

    void only_what_touches_the_rectangle_is_kept() {
        QPainterPath path(QPointF(0, 0));
        path.lineTo(0, 1000);  // Upright: it has no width.
        path.lineTo(1000, 1000);
        path.cubicTo(1000, 1500, 3000, 1500, 3000, 2000);
        QCOMPARE(lines_within(path, QRectF(-10, 400, 20, 20), deviation).size(), 1);
        QCOMPARE(lines_within(path, QRectF(400, 990, 20, 20), deviation).size(), 1);
        QVERIFY(lines_within(path, QRectF(400, 400, 20, 20), deviation).isEmpty());
        const QVector<QLineF> end = lines_within(path, QRectF(2990, 1980, 20, 40), deviation);
        QVERIFY(!end.isEmpty());
        QCOMPARE(end.back().p2(), QPointF(3000, 2000));
        QVERIFY(length_of(end) < 200.0);
    }

    void what_is_left_out_would_not_have_been_seen() {
        const QRectF seen(20, 20, 100, 100);
        const QVector<QLineF> all = lines_within(circle(), everywhere, deviation);
        const QVector<QLineF> kept = lines_within(circle(), seen, deviation);
        for (const QLineF& line : all) {
            if (seen.contains(line.p1()) || seen.contains(line.p2())) QVERIFY(kept.contains(line));
        }
        QVERIFY(kept.size() < all.size() / 2);
    }
};

QTEST_GUILESS_MAIN(FlattenedPathTest)

#include "flattened_path_test.moc"
