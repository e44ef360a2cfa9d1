// SPDX-License-Identifier: GPL-3.0-or-later
#include <QElapsedTimer>
#include <QTest>

#include "gui/canvas/alignment.hpp"
#include "gui/canvas/arrangement.hpp"
#include "gui/canvas/badge.hpp"
#include "gui/canvas/drawing_look.hpp"
#include "gui/canvas/item_faults.hpp"
#include "gui/canvas/layered_layout.hpp"
#include "gui/canvas/routing.hpp"
#include "models/validate/open.hpp"
#include "tests/gui/canvas/many_things.hpp"

using namespace nines;
using namespace nines::gui;

namespace {

edit::Topology topology_of_text(const std::string& text) {
    return edit::topology_of(validate::open_text("test", text).scenario);
}

ArrangementSizes plain_sizes(const edit::Topology& topology) {
    ArrangementSizes sizes;
    sizes.boxes.assign(topology.items.size(), QSizeF(120, 48));
    sizes.least_areas.assign(topology.items.size(), QSizeF(96, 48));
    sizes.grid = 8;
    sizes.between_boxes = 32;
    sizes.between_layers = 64;
    sizes.padding = 16;
    sizes.title = 32;
    return sizes;
}

/// Empty if no two things that are not within each other overlap, and all are inside their areas.
QString fault_of(const Arrangement& arrangement, const edit::Topology& topology) {
    const auto name = [&](std::size_t item) { return QString::fromStdString(topology.items[item].name.id); };
    for (std::size_t a = 0; a < arrangement.items.size(); ++a) {
        if (!arrangement.is_drawn(a)) continue;
        const std::size_t parent = arrangement.items[a].parent;
        if (parent != no_item && !arrangement.items[parent].rect.contains(arrangement.items[a].rect)) {
            return name(a) + QStringLiteral(" is not inside ") + name(parent);
        }
        for (std::size_t b = 0; b < a; ++b) {
            if (!arrangement.is_drawn(b) || arrangement.is_within(a, b) || arrangement.is_within(b, a)) continue;
            if (!arrangement.items[a].rect.intersects(arrangement.items[b].rect)) continue;
            return name(a) + QStringLiteral(" overlaps ") + name(b);
        }
    }
    return {};
}

const std::string two_zones = R"(format = 1
[domain.eu]
[domain.a]
in = "eu"
[domain.b]
in = "eu"
[node.vm]
mtbf = "90 d"
mttr = "2 h"
[group.web-a]
node = "vm"
in = "a"
[group.web-b]
node = "vm"
in = "b"
[balancer.front]
to = ["web-a", "web-b"]
[service.site]
entry = "front"
[crew.oncall]
)";

std::size_t index_of(const edit::Topology& topology, const char* kind, const char* id) {
    return edit::find_item(topology, {kind, id});
}

}  // namespace

class LayoutTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void labels_of_links_between_the_same_two_boxes_stand_apart() {
        const std::vector<QRectF> boxes{QRectF(0, 0, 120, 48), QRectF(0, 400, 120, 48)};
        const std::vector<Route> routes = route_links(boxes, {true, true}, {{0, 1, false}, {1, 0, false}}, 12);
        QVERIFY2(std::abs(routes[0].middle.y() - routes[1].middle.y()) > 50.0,
                 qPrintable(QStringLiteral("%1 %2").arg(routes[0].middle.y()).arg(routes[1].middle.y())));
        for (const Route& route : routes) QVERIFY(distance_to(route, route.middle) < 0.5);
    }

    void positions_nearest_to_wishes_keep_order_and_distance() {
        // Two wish for the same place and must be 10 apart: each goes 5 aside. The third is not in the way.
        const std::vector<double> places = nearest_in_order({50.0, 50.0, 100.0}, {10.0, 10.0});
        QCOMPARE(places, (std::vector<double>{45.0, 55.0, 100.0}));
        QCOMPARE(nearest_in_order({}, {}), std::vector<double>());
    }

    void links_lead_downwards_also_when_they_close_a_circle() {
        std::vector<LayoutBox> boxes(4, LayoutBox{.width = 10, .height = 10});
        layered_layout(boxes, {{0, 1}, {1, 2}, {2, 0}, {2, 3}}, {.between_boxes = 5, .between_layers = 5});
        QVERIFY(boxes[0].y < boxes[1].y);
        QVERIFY(boxes[1].y < boxes[2].y);
        QVERIFY(boxes[2].y < boxes[3].y);
    }

    void a_box_stands_between_what_it_links_to() {
        std::vector<LayoutBox> boxes(3, LayoutBox{.width = 10, .height = 10});
        layered_layout(boxes, {{0, 1}, {0, 2}}, {.between_boxes = 10, .between_layers = 10});
        QCOMPARE(boxes[0].x, (boxes[1].x + boxes[2].x) / 2);
    }

    void nothing_overlaps_and_content_is_inside_its_area() {
        const edit::Topology topology = topology_of_text(two_zones);
        QCOMPARE(topology.items.size(), std::size_t{9});
        const Arrangement arrangement = arrange(topology, {}, plain_sizes(topology));
        QCOMPARE(fault_of(arrangement, topology), QString());
        const auto top = [&](const char* kind, const char* id) {
            return arrangement.items[index_of(topology, kind, id)].rect.top();
        };
        QVERIFY(top("service", "site") < top("balancer", "front"));
        QVERIFY(top("balancer", "front") < top("domain", "eu"));
    }

    void what_acts_on_the_design_stands_on_a_shelf_at_the_side() {
        const edit::Topology topology = topology_of_text(two_zones);
        const Arrangement arrangement = arrange(topology, {}, plain_sizes(topology));
        const QRectF crew = arrangement.items[index_of(topology, "crew", "oncall")].rect;
        for (const ArrangedItem& item : arrangement.items) {
            if (!item.on_shelf) QVERIFY(item.rect.right() < crew.left());
        }
    }

    void a_thousand_things_are_laid_out_alike_each_time_and_fast() {
        const edit::Topology topology = topology_of_text(thousand_things());
        QCOMPARE(topology.items.size(), std::size_t{1000});
        QElapsedTimer timer;
        timer.start();
        const Arrangement first = arrange(topology, {}, plain_sizes(topology));
        const qint64 taken = timer.elapsed();
        qInfo("1000 things laid out in %lld ms", taken);
        QVERIFY(taken < 300);
        QCOMPARE(fault_of(first, topology), QString());
        const Arrangement second = arrange(topology, {}, plain_sizes(topology));
        for (std::size_t item = 0; item < first.items.size(); ++item) {
            QCOMPARE(first.items[item].rect, second.items[item].rect);
        }
    }

    void what_is_placed_stays_and_the_rest_keeps_clear_of_it() {
        const edit::Topology topology = topology_of_text(two_zones);
        const Layout layout = {{"service:site", {{1000.0, 500.0}, {}, false}}};
        const Arrangement arrangement = arrange(topology, layout, plain_sizes(topology));
        QCOMPARE(arrangement.items[index_of(topology, "service", "site")].rect.topLeft(), QPointF(1000.0, 500.0));
        QCOMPARE(fault_of(arrangement, topology), QString());
    }

    void an_area_grows_around_what_is_placed_in_it() {
        const edit::Topology topology = topology_of_text(two_zones);
        const Layout layout = {{"domain:a", {{0.0, 0.0}, {200.0, 200.0}, false}},
                               {"group:web-a", {{500.0, 300.0}, {}, false}}};
        const Arrangement arrangement = arrange(topology, layout, plain_sizes(topology));
        QCOMPARE(arrangement.items[index_of(topology, "domain", "a")].rect,
                 QRectF(0, 0, 500 + 120 + 16, 300 + 48 + 16));
        QCOMPARE(fault_of(arrangement, topology), QString());
    }

    void a_collapsed_area_hides_its_content_and_takes_its_links() {
        const edit::Topology topology = topology_of_text(two_zones);
        const Layout layout = {{"domain:eu", {{0.0, 0.0}, {}, true}}};
        const Arrangement arrangement = arrange(topology, layout, plain_sizes(topology));
        const std::size_t eu = index_of(topology, "domain", "eu");
        QCOMPARE(arrangement.items[eu].hidden, 4);
        QCOMPARE(arrangement.items[index_of(topology, "group", "web-a")].shown_as, eu);
        QCOMPARE(arrangement.items[eu].rect.size(), QSizeF(120, 48));
        std::size_t to_area = 0;
        for (const ArrangedLink& link : arrangement.links) {
            QVERIFY(link.from != link.to);
            if (link.key == "to") {
                QCOMPARE(link.to, eu);
                QCOMPARE(link.links.size(), std::size_t{2});  // both groups: one arrow
                ++to_area;
            }
        }
        QCOMPARE(to_area, std::size_t{1});
    }

    void domains_inside_each_other_in_a_circle_are_drawn_all_the_same() {
        edit::Topology topology;
        topology.items.resize(2);
        topology.items[0].name = {"domain", "a"};
        topology.items[0].parent = "b";
        topology.items[1].name = {"domain", "b"};
        topology.items[1].parent = "a";
        const Arrangement arrangement = arrange(topology, {}, plain_sizes(topology));
        QCOMPARE(fault_of(arrangement, topology), QString());
    }

    void arrows_end_on_borders_and_do_not_meet_at_one_point() {
        const std::vector<QRectF> boxes = {
            {0, 0, 100, 40}, {-100, 100, 100, 40}, {100, 100, 100, 40}, {0, 200, 100, 40}};
        const std::vector<Route> routes =
            route_links(boxes, std::vector<bool>(4, true), {{0, 1, false}, {0, 2, false}, {0, 3, true}}, 12.0);
        QCOMPARE(routes[0].line.first().y(), 40.0);
        QCOMPARE(routes[0].end.y(), 100.0);
        QCOMPARE(routes[1].line.first().x() - routes[0].line.first().x(), 12.0);
        QCOMPARE(routes[2].end.x(), 100.0);
        QVERIFY(distance_to(routes[0], routes[0].middle) < 2.0);
    }

    void a_badge_stands_where_no_link_ends() {
        const QRectF box(0, 0, 120, 40);
        QCOMPARE(badge_place(box.translated(200, 100), {30, 14}, {{100}, {}, {}}, 4), QRectF(264, 93, 30, 14));
        const QSizeF small(30, 14);
        const QSizeF large(80, 14);
        // At the upper right; left of a link that ends there; below, where above there is no room for all of it.
        QCOMPARE(badge_place(box, small, {}, 4), QRectF(86, -7, 30, 14));
        QCOMPARE(badge_place(box, small, {{100}, {}, {}}, 4), QRectF(64, -7, 30, 14));
        QCOMPARE(badge_place(box, large, {{60}, {}, {}}, 4), QRectF(36, 35, 80, 14));
        // Nowhere is room for all of it: the widest gap, above from 66 to 116.
        QCOMPARE(badge_place(box, large, {{60}, {60}, {}}, 4), QRectF(66, -7, 50, 14));
        QCOMPARE(badge_place(box, large, {{40}, {60}, {}}, 4), QRectF(46, -7, 70, 14));
        // An overfull border leaves none.
        const std::vector<double> full = {6, 14, 22, 30, 38, 46, 54, 62, 70, 78, 86, 94, 102, 110};
        QVERIFY(badge_place(box, large, {full, full, {}}, 4).width() <= 0.0);
    }

    void links_are_known_where_they_end_and_where_they_enter_an_area() {
        const std::vector<QRectF> boxes = {{0, 0, 100, 40}, {-50, 80, 200, 200}, {0, 150, 100, 40}};
        const std::vector<RoutedLink> links = {{0, 2, false}};
        const std::vector<Route> routes = route_links(boxes, {true, false, true}, links, 12.0);
        const std::vector<BorderLinks> borders = links_on_borders(boxes, {false, true, false}, links, routes);
        QCOMPARE(borders[0], (BorderLinks{{}, {50.0}, {}}));
        QCOMPARE(borders[2], (BorderLinks{{50.0}, {}, {}}));
        QVERIFY(borders[1].bottom.empty());
        QCOMPARE(borders[1].top.size(), std::size_t{1});
        QVERIFY(std::abs(borders[1].top[0] - 100.0) < 1e-9);
        QCOMPARE(borders[1].entering, borders[1].top);
        // A link to the area itself ends at its border: it meets it once, and does not go over its title.
        const std::vector<Route> to_area = route_links(boxes, {true, false, true}, {{0, 1, false}}, 12.0);
        const std::vector<BorderLinks> met = links_on_borders(boxes, {false, true, false}, {{0, 1, false}}, to_area);
        QCOMPARE(met[1].top.size(), std::size_t{1});
        QVERIFY(met[1].entering.empty());
    }

    void arrows_go_around_boxes_that_are_in_their_way() {
        const std::vector<QRectF> boxes = {{0, 0, 100, 40}, {0, 100, 100, 40}, {0, 200, 100, 40}};
        const std::vector<Route> routes =
            route_links(boxes, std::vector<bool>(3, true), {{0, 2, false}, {0, 2, false}}, 12.0);
        for (const Route& route : routes) {
            for (const QPointF& point : route.line) QVERIFY(!boxes[1].contains(point));
            QCOMPARE(route.end.y(), 200.0);
        }
        QVERIFY(routes[0].line != routes[1].line);
    }

    void guides_pull_to_the_nearest_line_of_another_box() {
        const Guidance guidance = guide(QRectF(103, 50, 40, 20), {QRectF(100, 200, 60, 20)}, 6.0);
        QCOMPARE(guidance.shift, QPointF(-3.0, 0.0));
        QVERIFY(guidance.snapped_x && !guidance.snapped_y);
        QCOMPARE(guidance.lines.size(), std::size_t{1});
        QVERIFY(!guide(QRectF(0, 0, 10, 10), {QRectF(100, 100, 10, 10)}, 6.0).snapped_x);
    }

    void aligning_and_distributing_keep_sizes() {
        const std::vector<QRectF> rects = {{0, 0, 10, 10}, {50, 20, 20, 10}, {100, 40, 10, 30}};
        for (const QRectF& rect : aligned(rects, Alignment::bottom)) QCOMPARE(rect.bottom(), 70.0);
        for (const QRectF& rect : aligned(rects, Alignment::centre)) QCOMPARE(rect.center().x(), 55.0);
        // From 0 to 110 there are 40 of boxes, so two gaps of 35.
        const std::vector<QRectF> apart = distributed(rects, Qt::Horizontal);
        QCOMPARE(apart[1], QRectF(45, 20, 20, 10));
        QCOMPARE(apart[2], rects[2]);
    }

    void a_diagnostic_belongs_to_the_thing_above_it() {
        const validate::Opened opened = validate::open_text(
            "test", "format = 1\n[node.a]\nmtbf = \"1 d\"\nmttr = \"1 h\"\n[group.g]\nnode = \"a\"\ncount = -1\n");
        const edit::Topology topology = edit::topology_of(opened.scenario);
        const std::vector<ItemFault> faults = faults_of(topology, opened.diagnostics);
        QVERIFY(faults[index_of(topology, "group", "g")].kind == ItemFault::Kind::error);
        QVERIFY(!faults[index_of(topology, "group", "g")].words.isEmpty());
        QVERIFY(faults[index_of(topology, "node", "a")].kind != ItemFault::Kind::error);
    }
};

QTEST_MAIN(LayoutTest)
#include "layout_test.moc"
