// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QTest>

#include "gui/app/design_view.hpp"
#include "gui/app/file_dealings.hpp"
#include "gui/app/main_window.hpp"
#include "gui/canvas/canvas_scene.hpp"
#include "gui/canvas/canvas_view.hpp"
#include "gui/canvas/topology_canvas.hpp"
#include "gui/panels/code_area.hpp"
#include "gui/panels/property_panel.hpp"
#include "gui/panels/text_editor.hpp"
#include "gui/run/run_panel.hpp"

namespace nines::gui {

/// Mouse and keyboard on a whole window that is shown. Everything is about the design in front.
class WindowHands {
public:
    explicit WindowHands(MainWindow& window) : window_(window) {
        window.showNormal();
        window.resize(1400, 900);  // the screen of the tests is too small for what a person would do
        window.activateWindow();
    }

    DesignView& view() { return *window_.current_view(); }
    Document& document() { return view().design().document(); }
    bool has(const char* kind, const char* id) { return item(kind, id) < document().topology().items.size(); }

    /// The window is in front, and the drawing has the keyboard. (Without a screen, a menu that closes takes it away.)
    void take_keyboard() {
        window_.activateWindow();
        QTRY_VERIFY(window_.isActiveWindow());
        canvas_view().setFocus();
    }

    /// Where the keyboard is, as a person has it.
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QWidget* focused = QApplication::focusWidget();
        QTest::keyClick(focused != nullptr ? focused : &window_, key, modifiers);
    }

    void choose_in_palette(const char* title) {
        QListWidget& list = palette();
        QTest::keyClick(&list, Qt::Key_Home);
        for (int row = 0; row < list.count() && list.currentItem()->text() != QLatin1String(title); ++row)
            QTest::keyClick(&list, Qt::Key_Down);
        QCOMPARE(list.currentItem()->text(), QLatin1String(title));
    }

    void double_click_in_palette(const char* title) {
        choose_in_palette(title);
        QListWidget& list = palette();
        const QPoint at = list.visualItemRect(list.currentItem()).center();
        QTest::mouseClick(list.viewport(), Qt::LeftButton, Qt::NoModifier, at);
        QTest::mouseDClick(list.viewport(), Qt::LeftButton, Qt::NoModifier, at);
    }

    /// As when it is dragged there from the palette: near the top of the drawing.
    void drop(const char* kind) {
        QMimeData data;
        data.setData(QLatin1String(kind_mime_type), kind);
        QWidget* area = canvas_view().viewport();
        const QPoint point(area->width() / 2, area->height() / 6);
        QDragEnterEvent enter(point, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(area, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(point, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(area, &drop);
    }

    void select(const char* kind, const char* id) {
        canvas_view().fit();
        QTest::mouseClick(canvas_view().viewport(), Qt::LeftButton, Qt::NoModifier, on(kind, id));
        const std::vector<edit::ThingName> wanted = {{kind, id}};
        QVERIFY(view().canvas().selection() == wanted);
    }

    void double_click(const char* kind, const char* id) {
        QTest::mouseDClick(canvas_view().viewport(), Qt::LeftButton, Qt::NoModifier, on(kind, id));
    }

    /// In the field that F2 or a double click opens.
    void type_name(const char* name) {
        auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QVERIFY(field != nullptr && field->objectName() == QLatin1String("rename_field"));
        replace(*field, name);
    }

    /// In the properties of what is selected: "id", or the row of a key.
    void type_property(const char* name, const char* value) {
        auto* found = view().findChild<PropertyPanel*>()->findChild<QWidget*>(QLatin1String(name));
        QVERIFY2(found != nullptr, name);
        auto* line = qobject_cast<QLineEdit*>(found);
        if (line == nullptr) line = found->findChild<QLineEdit*>();
        QVERIFY2(line != nullptr && line->isVisible() && line->isEnabled(), name);
        replace(*line, value);
    }

    /// Draws from the lower edge of one thing to another, and chooses the key from the menu.
    void draw_arrow(const char* from_kind, const char* from, const char* to_kind, const char* to, const char* key) {
        canvas_view().fit();
        const QRectF box = view().canvas().scene().rect_of(item(from_kind, from));
        drag(canvas_view().mapFromScene(QPointF(box.center().x(), box.bottom())), on(to_kind, to));
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        const QString word = QLatin1Char(' ') + QLatin1String(key) + QLatin1Char(' ');
        for (QAction* action : menu->actions()) {
            if (!action->text().contains(word)) continue;
            action->trigger();
            break;
        }
        menu->close();
    }

    void drag(const QPoint& from, const QPoint& to, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QWidget* area = canvas_view().viewport();
        QTest::mousePress(area, Qt::LeftButton, modifiers, from);
        for (const double share : {0.3, 0.6, 1.0}) {
            const QPoint point = from + (to - from) * share;
            QMouseEvent move(QEvent::MouseMove, point, area->mapToGlobal(point), Qt::NoButton, Qt::LeftButton,
                             modifiers);
            QApplication::sendEvent(area, &move);
        }
        QTest::mouseRelease(area, Qt::LeftButton, modifiers, to);
    }

    /// The middle of the upper half of a box: no dots, no handles.
    QPoint on(const char* kind, const char* id) {
        const QRectF box = view().canvas().scene().rect_of(item(kind, id));
        return canvas_view().mapFromScene(QPointF(box.center().x(), box.top() + box.height() / 3));
    }

    void set_run_field(const char* name, const char* value) {
        auto* line = view().run_panel().findChild<QLineEdit*>(QLatin1String(name));
        QVERIFY2(line != nullptr && line->isVisible(), name);
        replace(*line, value);
    }

    /// What a label of the run panel says.
    QString label(const char* name) {
        const auto* label = view().run_panel().findChild<QLabel*>(QLatin1String(name));
        return label == nullptr ? QString() : label->text();
    }

private:
    CanvasView& canvas_view() { return view().canvas().view(); }
    QListWidget& palette() { return *view().findChild<QListWidget*>(QStringLiteral("kind_palette")); }
    std::size_t item(const char* kind, const char* id) { return edit::find_item(document().topology(), {kind, id}); }

    static void replace(QLineEdit& line, const char* value) {
        line.setFocus();
        line.selectAll();
        QTest::keyClicks(&line, QLatin1String(value));
        QTest::keyClick(&line, Qt::Key_Return);
    }

    MainWindow& window_;
};

}  // namespace nines::gui
