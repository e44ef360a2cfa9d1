// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFileInfo>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPrinter>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <cstdlib>

#include "gui/canvas/minimap.hpp"
#include "gui/canvas/search_bar.hpp"
#include "gui/look/icons.hpp"
#include "tests/gui/canvas/canvas_fixture.hpp"
#include "tests/gui/canvas/many_things.hpp"

using namespace nines;
using namespace nines::gui;

namespace {

/// A part of the drawing in its own size.
QImage picture_of(CanvasScene& scene, const QRect& part) {
    QImage picture(part.size(), QImage::Format_RGB32);
    picture.fill(scene.look().background);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    scene.render(&painter, QRectF(QPointF(), part.size()), part);
    return picture;
}

/// Pixels that a person would see to be others.
int different_pixels(const QImage& one, const QImage& other) {
    constexpr int seen = 48;
    int count = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            if (std::abs(qGray(one.pixel(x, y)) - qGray(other.pixel(x, y))) > seen) ++count;
        }
    }
    return count;
}

}  // namespace

class LookingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tab_walks_all_things_and_then_leaves() {
        CanvasFixture f(small_shop);
        f.view().setFocus();
        std::set<edit::ThingName> seen;
        for (std::size_t step = 0; step < f.topology().items.size(); ++step) {
            QTest::keyClick(&f.view(), Qt::Key_Tab);
            QCOMPARE(f.canvas.selection().size(), std::size_t{1});
            seen.insert(f.canvas.selection().front());
        }
        QCOMPARE(seen.size(), f.topology().items.size());
        QVERIFY(f.view().accessibleName().contains(QString::fromStdString(f.canvas.selection().front().id)));
    }

    void arrows_go_to_the_neighbour() {
        CanvasFixture f(small_shop);
        f.canvas.select({{"service", "site"}});
        QTest::keyClick(&f.view(), Qt::Key_Down);
        QVERIFY(f.canvas.selection() != (std::vector<edit::ThingName>{{"service", "site"}}));
        const QRectF now = f.scene().rect_of(f.scene().selected().front());
        QVERIFY(now.top() > f.rect("service", "site").top());
    }

    void search_finds_by_name_kind_and_detail_and_steps_through() {
        CanvasFixture f(small_shop);
        QTest::keyClick(&f.view(), Qt::Key_F, Qt::ControlModifier);
        auto* line = f.canvas.findChild<QLineEdit*>(QStringLiteral("search_line"));
        QVERIFY(line->isVisible());
        QTest::keyClicks(line, QStringLiteral("GROUP"));
        QCOMPARE(f.canvas.selection(), (std::vector<edit::ThingName>{{"group", "web"}}));
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(f.canvas.selection(), (std::vector<edit::ThingName>{{"group", "db"}}));
        QTest::keyClick(line, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(f.canvas.selection(), (std::vector<edit::ThingName>{{"group", "web"}}));
        QTest::keyClick(line, Qt::Key_Escape);
        QVERIFY(!line->isVisible());
        QVERIFY(f.view().hasFocus());
        QCOMPARE(find_items(f.topology(), QStringLiteral("group nothing")).size(), std::size_t{0});
    }

    void search_finds_a_name_before_what_mentions_it() {
        CanvasFixture f(
            "format = 1\n[group.web]\nnode = \"lb-vm\"\ncount = 2\n[node.lb-vm-old]\nmtbf = \"9 d\"\nmttr = \"1 h\"\n"
            "[node.lb-vm]\nmtbf = \"9 d\"\nmttr = \"1 h\"\n");
        std::vector<std::string> names;
        for (const std::size_t index : find_items(f.topology(), QStringLiteral(" LB-vm")))
            names.push_back(f.topology().items[index].name.id);
        QCOMPARE(names, (std::vector<std::string>{"lb-vm", "lb-vm-old", "web"}));
    }

    void collapsing_hides_what_is_inside_and_is_undone() {
        CanvasFixture f(small_shop);
        const QRectF area = f.rect("domain", "a");
        f.click(f.at(fold_button(area, f.scene().look()).center()));
        QVERIFY(!f.scene().arrangement().is_drawn(f.item("group", "web")));
        QCOMPARE(f.scene().arrangement().items[f.item("domain", "a")].hidden, 1);
        QCOMPARE(f.document.text(), small_shop);
        f.document.undo_stack().undo();
        QVERIFY(f.scene().arrangement().is_drawn(f.item("group", "web")));
        f.canvas.select({{"domain", "a"}});
        f.action("collapse").trigger();
        QVERIFY(f.scene().arrangement().items[f.item("domain", "a")].collapsed);
        f.action("expand").trigger();
        QVERIFY(f.scene().arrangement().is_drawn(f.item("group", "web")));
    }

    void selection_and_view_outlive_an_edit_of_the_text() {
        CanvasFixture f(small_shop);
        f.canvas.select({{"group", "web"}});
        f.view().zoom_to(1.5);
        QSignalSpy changed(&f.canvas, &TopologyCanvas::selection_changed);
        f.document.apply(
            {.label = QStringLiteral("Type"), .text = small_shop + "[crew.oncall]\n", .layout = {}, .merge = {}});
        QCOMPARE(changed.count(), 0);
        QCOMPARE(f.canvas.selection(), (std::vector<edit::ThingName>{{"group", "web"}}));
        QCOMPARE(f.view().scale_now(), 1.5);
        QVERIFY(f.has("crew", "oncall"));
    }

    void a_text_that_is_not_toml_leaves_the_drawing_with_a_note() {
        CanvasFixture f(small_shop);
        auto* note = f.canvas.findChild<QLabel*>(QStringLiteral("canvas_note"));
        QVERIFY(!note->isVisible());
        f.document.apply({.label = QStringLiteral("Type"), .text = small_shop + "[oops\n", .layout = {}, .merge = {}});
        QVERIFY(note->isVisible());
        QVERIFY(f.has("group", "web"));
        f.document.undo_stack().undo();
        QVERIFY(!note->isVisible());
    }

    void faults_are_marked_on_the_thing() {
        CanvasFixture f(small_shop + "[group.bad]\nnode = \"nobody\"\n");
        const ItemFault& fault = f.scene().faults()[f.item("group", "bad")];
        QVERIFY(fault.kind == ItemFault::Kind::error);
        QVERIFY(fault.words.contains(QStringLiteral("nobody")));
    }

    void an_overlay_colours_things_and_their_members() {
        CanvasFixture f(small_shop);
        const QImage before = f.canvas.grab().toImage();
        Overlay overlay;
        overlay.legend = QStringLiteral("State");
        overlay.is_replay = true;
        overlay.marks["group:web"] = {.state = Mark::State::degraded, .heat = -1.0, .badge = {}, .words = {}};
        overlay.marks["node:web/1"] = {.state = Mark::State::down, .heat = -1.0, .badge = {}, .words = {}};
        f.canvas.set_overlay(overlay);
        QVERIFY(f.canvas.findChild<QWidget*>(QStringLiteral("legend"))->isVisible());
        QVERIFY(f.canvas.grab().toImage() != before);
        f.canvas.set_overlay({});
        QVERIFY(!f.canvas.findChild<QWidget*>(QStringLiteral("legend"))->isVisible());
        QVERIFY(f.canvas.grab().toImage() == before);
    }

    void a_legend_lies_flat_where_a_tall_one_would_hide_the_drawing() {
        // An area fills its rectangle: above and below it is room for a line, but not for a tall legend.
        std::string zones = "format = 1\n[domain.d]\n";
        for (int i = 1; i <= 6; ++i) zones += "[domain.\"d/g" + std::to_string(i) + "\"]\n";
        CanvasFixture f(zones);
        Overlay overlay;
        overlay.is_replay = true;
        overlay.legend = QStringLiteral("State");
        const Mark::State states[] = {Mark::State::up, Mark::State::degraded, Mark::State::down,
                                      Mark::State::recovering, Mark::State::standby};
        int number = 0;
        for (const Mark::State state : states) {
            overlay.marks["domain:d/g" + std::to_string(++number)] = {
                .state = state, .heat = -1.0, .badge = {}, .words = {}};
        }
        f.canvas.set_overlay(overlay);
        auto* legend = f.canvas.findChild<QWidget*>(QStringLiteral("legend"));
        QVERIFY(legend->height() > legend->width());
        f.canvas.resize(720, 300);
        f.view().fit();
        QTRY_VERIFY(legend->width() > 4 * legend->height());
        QVERIFY(f.view().viewport()->geometry().contains(legend->geometry()));
        QCOMPARE(f.view().covered_by(legend->geometry()), 0.0);
        // All of its words are within it: the last one ends before its edge.
        const QImage picture = legend->grab().toImage();
        const QColor paper = picture.pixelColor(picture.width() - 4, picture.height() / 2);
        for (int y = 4; y < picture.height() - 4; ++y) QCOMPARE(picture.pixelColor(picture.width() - 4, y), paper);
    }

    void the_drawing_is_written_as_png_svg_and_pdf() {
        const QTemporaryDir folder;
        CanvasFixture f(small_shop);
        f.canvas.select({{"group", "web"}});
        const auto path = [&](const char* name) { return folder.filePath(QLatin1String(name)); };
        QCOMPARE(f.canvas.export_to(path("one.png"), 1.0), QString());
        QCOMPARE(f.canvas.export_to(path("three.png"), 3.0), QString());
        const QSize one = QImage(path("one.png")).size();
        QVERIFY(std::abs(QImage(path("three.png")).width() - 3 * one.width()) <= 3);
        QCOMPARE(f.canvas.export_to(path("a.svg")), QString());
        QVERIFY(QSvgRenderer(path("a.svg")).isValid());
        QCOMPARE(f.canvas.export_to(path("a.pdf")), QString());
        QVERIFY(QFileInfo(path("a.pdf")).size() > 1000);
        QVERIFY(!f.canvas.export_to(path("a.doc")).isEmpty());
        QVERIFY(!f.canvas.export_to(QStringLiteral("/nowhere/a.png")).isEmpty());
        QPrinter printer;
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(path("printed.pdf"));
        QCOMPARE(f.canvas.print_on(printer), QString());
        QCOMPARE(f.canvas.selection().size(), std::size_t{1});
    }

    void a_part_of_the_drawing_looks_as_it_does_in_the_whole() {
        CanvasFixture f(thousand_things());
        f.scene().show_shelf_links(true);
        const QRect all = QRect(0, 0, 1500, 1500).translated(f.scene().arrangement().bounds.topLeft().toPoint());
        const QImage whole = picture_of(f.scene(), all);
        constexpr int side = 300;
        for (int y = 0; y < all.height(); y += side) {
            for (int x = 0; x < all.width(); x += side) {
                const QRect part(x, y, side, side);
                const QImage own = picture_of(f.scene(), part.translated(all.topLeft()));
                const int different = different_pixels(own, whole.copy(part));
                QVERIFY2(different < side, qPrintable(QStringLiteral("%1 at %2, %3").arg(different).arg(x).arg(y)));
            }
        }
    }

    void a_click_on_the_map_goes_there() {
        CanvasFixture f(thousand_things());
        f.view().zoom_to(1.0);
        auto* map = f.canvas.findChild<Minimap*>();
        QVERIFY(map->isVisible());
        QTest::mouseClick(map, Qt::LeftButton, Qt::NoModifier, QPoint(12, 12));
        const QPointF first = f.view().mapToScene(f.view().viewport()->rect().center());
        QTest::mouseClick(map, Qt::LeftButton, Qt::NoModifier, QPoint(map->width() - 12, map->height() - 12));
        const QPointF second = f.view().mapToScene(f.view().viewport()->rect().center());
        QVERIFY(second.x() > first.x() + 500);
        f.view().fit();
        QVERIFY(!map->isVisible());
    }

    void every_action_has_a_name_a_text_and_a_status_tip() {
        CanvasFixture f;
        QVERIFY(f.canvas.canvas_actions().size() > 30);
        for (const QAction* action : f.canvas.canvas_actions()) {
            QVERIFY(action->objectName().startsWith(QStringLiteral("canvas_")));
            QVERIFY(!action->text().isEmpty());
            QVERIFY2(!action->statusTip().isEmpty(), qPrintable(action->objectName()));
        }
    }

    void kinds_without_a_drawing_of_their_own_have_a_letter() {
        const QImage known = kind_icon("group", QPalette()).pixmap(24, 24).toImage();
        const QImage unknown = kind_icon("zeppelin", QPalette()).pixmap(24, 24).toImage();
        QVERIFY(known != unknown);
        QVERIFY(unknown != kind_icon("yacht", QPalette()).pixmap(24, 24).toImage());
    }
};

QTEST_MAIN(LookingTest)
#include "looking_test.moc"
