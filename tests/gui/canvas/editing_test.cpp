// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

#include "tests/gui/canvas/canvas_fixture.hpp"

using namespace nines;
using namespace nines::gui;

namespace {

using Keys = std::vector<std::string>;

void type_name(CanvasFixture& fixture, const QString& name) {
    auto* field = fixture.canvas.findChild<QLineEdit*>(QStringLiteral("rename_field"));
    QVERIFY(field != nullptr);
    field->selectAll();
    QTest::keyClicks(field, name);
    QTest::keyClick(field, Qt::Key_Return);
}

void drop_kind(CanvasFixture& fixture, const char* kind, const QPoint& point) {
    QMimeData data;
    data.setData(QLatin1String(kind_mime_type), kind);
    QDragEnterEvent enter(point, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(fixture.view().viewport(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(point, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(fixture.view().viewport(), &drop);
}

std::string two_hundred_nodes() {
    std::string text = "format = 1\n";
    for (int node = 0; node < 200; ++node) {
        text += "[node.n" + std::to_string(node) + "]\nmtbf = \"90 d\"\nmttr = \"2 h\"\n";
    }
    return text;
}

}  // namespace

class EditingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_service_of_two_servers_is_drawn_by_keyboard_only() {
        CanvasFixture f;
        f.action("palette").trigger();
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("kind_palette"));
        auto* palette = f.canvas.findChild<QListWidget*>(QStringLiteral("kind_palette"));
        for (const char* title : {"Node", "Group", "Service"}) {
            QTest::keyClicks(palette, QLatin1String(title).left(3));
            QTest::qWait(QApplication::keyboardInputInterval() + 50);
            QTest::keyClick(palette, Qt::Key_Return);
        }
        QVERIFY(f.has("node", "node"));
        QVERIFY(f.has("group", "group"));
        QVERIFY(f.has("service", "service"));
        QCOMPARE(f.keys_between("group", "group", "node", "node"), Keys{"node"});

        f.view().setFocus();
        f.canvas.select({{"group", "group"}});
        f.key(Qt::Key_F2);
        type_name(f, QStringLiteral("web"));
        QVERIFY(f.has("group", "web"));

        f.canvas.select({{"service", "service"}});
        f.view().setFocus();
        f.key(Qt::Key_L, Qt::ControlModifier);
        auto* dialog = f.canvas.findChild<QDialog*>(QStringLiteral("connect_dialog"));
        QVERIFY(dialog != nullptr);
        auto* key = dialog->findChild<QComboBox*>(QStringLiteral("connect_key"));
        auto* target = dialog->findChild<QComboBox*>(QStringLiteral("connect_target"));
        key->setCurrentText(QStringLiteral("needs"));
        target->setCurrentText(QStringLiteral("web"));
        QTest::keyClick(dialog, Qt::Key_Return);
        QCOMPARE(f.keys_between("service", "service", "group", "web"), Keys{"needs"});
        QVERIFY2(f.document.is_sound(), f.document.text().c_str());
    }

    void a_service_of_two_servers_is_drawn_by_mouse() {
        CanvasFixture f;
        const QPoint middle = f.view().viewport()->rect().center();
        drop_kind(f, "node", middle + QPoint(300, -200));
        drop_kind(f, "group", middle + QPoint(0, 150));
        drop_kind(f, "service", middle + QPoint(0, -150));
        QCOMPARE(f.topology().items.size(), std::size_t{3});
        QVERIFY(std::abs(f.at(f.rect("service", "service").center()).x() - middle.x()) < 60);

        QTest::mouseDClick(f.view().viewport(), Qt::LeftButton, Qt::NoModifier, f.on("service", "service"));
        type_name(f, QStringLiteral("site"));
        QVERIFY(f.has("service", "site"));

        const QRectF box = f.rect("service", "site");
        f.drag(f.at({box.center().x(), box.bottom()}), f.on("group", "group"));
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);  // several keys of a service may name a group
        QAction* needs = nullptr;
        for (QAction* action : menu->actions()) {
            if (action->text().contains(QStringLiteral(" needs "))) needs = action;
        }
        QVERIFY(needs != nullptr);
        needs->trigger();
        menu->close();
        QCOMPARE(f.keys_between("service", "site", "group", "group"), Keys{"needs"});
        QVERIFY2(f.document.is_sound(), f.document.text().c_str());
    }

    void dragging_moves_a_box_on_the_grid_and_undo_puts_it_back() {
        CanvasFixture f(small_shop);
        const QRectF before = f.rect("group", "db");
        const std::string text = f.document.text();
        f.drag(f.on("group", "db"), f.on("group", "db") + QPoint(90, 120), Qt::AltModifier);
        QCOMPARE(f.document.text(), text);
        QVERIFY(f.rect("group", "db").left() > before.left() + 50);
        QCOMPARE(f.document.undo_stack().count(), 1);
        f.document.undo_stack().undo();
        QCOMPARE(f.rect("group", "db"), before);
        QVERIFY(f.document.layout().empty());
    }

    void two_hundred_things_are_dragged_at_once_in_one_step() {
        CanvasFixture f(two_hundred_nodes());
        std::vector<QRectF> before;
        for (std::size_t item = 0; item < 200; ++item) before.push_back(f.scene().rect_of(item));
        f.action("select_all").trigger();
        QCOMPARE(f.canvas.selection().size(), std::size_t{200});
        const QPoint from = f.on("node", "n77");
        f.drag(from, from + QPoint(60, 40), Qt::AltModifier);
        const QPointF by = f.scene().rect_of(77).topLeft() - before[77].topLeft();
        QVERIFY(by.x() > 10);
        for (std::size_t item = 0; item < 200; ++item) {
            QCOMPARE(f.scene().rect_of(item), before[item].translated(by));
        }
        QCOMPARE(f.document.undo_stack().count(), 1);
        f.document.undo_stack().undo();
        for (std::size_t item = 0; item < 200; ++item) QCOMPARE(f.scene().rect_of(item), before[item]);
    }

    void dragging_into_an_area_puts_it_there_and_out_of_it_takes_it_out() {
        CanvasFixture f(small_shop);
        f.drag(f.on("group", "db"), f.at(f.rect("domain", "b").center() + QPointF(0, 10)));
        QCOMPARE(f.topology().items[f.item("group", "db")].parent, std::string("b"));
        QVERIFY(f.rect("domain", "b").contains(f.rect("group", "db")));
        f.drag(f.on("group", "db"), f.at(f.scene().arrangement().bounds.bottomLeft() + QPointF(20, 15)),
               Qt::AltModifier);
        QCOMPARE(f.topology().items[f.item("group", "db")].parent, std::string());
        f.document.undo_stack().undo();
        f.document.undo_stack().undo();
        QCOMPARE(f.document.text(), small_shop);
    }

    void an_area_takes_its_content_along() {
        CanvasFixture f(small_shop);
        const QRectF area = f.rect("domain", "a");
        const QRectF inside = f.rect("group", "web");
        const QPoint title = f.at(area.topLeft() + QPointF(60, 12));
        f.drag(title, title + QPoint(-80, 30), Qt::AltModifier);
        const QPointF by = f.rect("domain", "a").topLeft() - area.topLeft();
        QVERIFY(by.x() < -30);
        QCOMPARE(f.rect("group", "web").topLeft() - inside.topLeft(), by);
        QCOMPARE(f.document.text(), small_shop);
    }

    void an_area_is_resized_by_its_corner_but_not_below_its_content() {
        CanvasFixture f(small_shop);
        const QRectF before = f.rect("domain", "a");
        const QPoint corner = f.at(before.bottomRight() - QPointF(4, 4));
        f.drag(corner, corner + QPoint(80, 60));
        QVERIFY(f.rect("domain", "a").width() > before.width() + 30);
        const QPoint again = f.at(f.rect("domain", "a").bottomRight() - QPointF(4, 4));
        f.drag(again, again - QPoint(600, 400));
        QVERIFY(f.rect("domain", "a").contains(f.rect("group", "web")));
    }

    void a_band_selects_what_it_touches() {
        CanvasFixture f(small_shop);
        const QRectF box = f.rect("service", "site");
        f.drag(f.at(box.topLeft() - QPointF(15, 15)), f.at(box.center()));
        QCOMPARE(f.canvas.selection(), (std::vector<edit::ThingName>{{"service", "site"}}));
        f.click(f.on("group", "db"), Qt::ControlModifier);
        QCOMPARE(f.canvas.selection().size(), std::size_t{2});
        f.key(Qt::Key_Escape);
        QVERIFY(f.canvas.selection().empty());
    }

    void a_link_is_selected_by_a_click_and_removed_by_delete() {
        CanvasFixture f(small_shop);
        QCOMPARE(f.keys_between("service", "site", "group", "web"), Keys{"needs"});
        for (std::size_t link = 0; link < f.scene().arrangement().links.size(); ++link) {
            if (f.scene().arrangement().links[link].key == "needs") f.click(f.at(f.scene().route_of(link).middle));
        }
        QVERIFY(f.scene().selected_link() != no_item);
        f.key(Qt::Key_Delete);
        QVERIFY(f.keys_between("service", "site", "group", "web").empty());
        f.document.undo_stack().undo();
        QCOMPARE(f.document.text(), small_shop);
    }

    void duplicating_and_removing_are_undone_to_the_byte() {
        CanvasFixture f(small_shop);
        f.canvas.select({{"group", "web"}});
        f.key(Qt::Key_D, Qt::ControlModifier);
        QVERIFY(f.has("group", "web-2"));
        QCOMPARE(f.canvas.selection(), (std::vector<edit::ThingName>{{"group", "web-2"}}));
        f.canvas.select({{"group", "web"}});
        f.key(Qt::Key_Delete);
        QVERIFY(!f.has("group", "web"));
        QVERIFY(f.canvas.selection().empty());
        f.document.undo_stack().undo();
        f.document.undo_stack().undo();
        QCOMPARE(f.document.text(), small_shop);
    }

    void what_is_copied_is_pasted_under_a_free_name_also_into_another_document() {
        CanvasFixture f(small_shop);
        f.canvas.select({{"node", "vm"}, {"group", "web"}});
        f.action("copy").trigger();
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("# What it runs on.\n[node.vm]\n")));
        f.action("paste").trigger();
        QVERIFY(f.has("group", "web-2"));
        QCOMPARE(f.keys_between("group", "web-2", "node", "vm-2"), Keys{"node"});
        QCOMPARE(f.canvas.selection().size(), std::size_t{2});

        CanvasFixture other;
        other.action("paste").trigger();
        QCOMPARE(other.keys_between("group", "web", "node", "vm"), Keys{"node"});

        QApplication::clipboard()->setText(QStringLiteral("Dear Sir"));
        QSignalSpy problems(&f.canvas, &TopologyCanvas::problem);
        f.action("paste").trigger();
        QCOMPARE(problems.count(), 1);
    }

    void things_are_grouped_into_a_new_area() {
        CanvasFixture f(small_shop);
        f.canvas.select({{"group", "db"}});
        f.key(Qt::Key_G, Qt::ControlModifier);
        QCOMPARE(f.topology().items[f.item("group", "db")].parent, std::string("area"));
        QVERIFY(f.has("domain", "area"));
        f.document.undo_stack().undo();
        QCOMPARE(f.document.text(), small_shop);
    }

    void arrows_with_control_move_and_are_one_step_of_undo() {
        CanvasFixture f(small_shop);
        f.canvas.select({{"group", "db"}});
        const QRectF before = f.rect("group", "db");
        for (int step = 0; step < 3; ++step) f.key(Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(f.rect("group", "db"), before.translated(3 * f.scene().look().grid(), 0));
        QCOMPARE(f.document.undo_stack().count(), 1);
        f.document.undo_stack().undo();
        QCOMPARE(f.rect("group", "db"), before);
    }

    void boxes_are_aligned_and_laid_out_again() {
        CanvasFixture f(small_shop);
        const QRectF before = f.rect("service", "site");
        f.canvas.select({{"service", "site"}, {"group", "db"}});
        f.action("align_left").trigger();
        QCOMPARE(f.rect("service", "site").left(), f.rect("group", "db").left());
        f.action("lay_out").trigger();
        QVERIFY(f.document.layout().empty());
        QCOMPARE(f.rect("service", "site"), before);
    }

    void a_new_name_that_cannot_be_is_a_problem_and_changes_nothing() {
        CanvasFixture f(small_shop);
        QSignalSpy problems(&f.canvas, &TopologyCanvas::problem);
        f.canvas.select({{"group", "web"}});
        f.view().setFocus();
        f.key(Qt::Key_F2);
        type_name(f, QStringLiteral("db"));
        QCOMPARE(problems.count(), 1);
        QCOMPARE(f.document.text(), small_shop);
    }
};

QTEST_MAIN(EditingTest)
#include "editing_test.moc"
