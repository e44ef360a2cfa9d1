// SPDX-License-Identifier: GPL-3.0-or-later
// What the monkey does by mouse, keyboard and actions.
#include <QAbstractButton>
#include <QApplication>
#include <QMenu>
#include <QPointer>
#include <QTest>
#include <algorithm>

#include "gui/canvas/canvas_view.hpp"
#include "gui/canvas/topology_canvas.hpp"
#include "gui/panels/code_area.hpp"
#include "gui/panels/property_panel.hpp"
#include "gui/panels/text_editor.hpp"
#include "tests/gui/app/fields_of.hpp"
#include "tests/gui/app/monkey.hpp"

namespace nines::gui {
namespace {

constexpr std::size_t most_designs_by_actions = 4;

/// Words that mean something here and there.
const std::vector<QString>& words() {
    static const std::vector<QString> list = {
        QStringLiteral("90 d"), QStringLiteral("3"),      QStringLiteral("web"),      QStringLiteral("1.5"),
        QStringLiteral("x"),    QStringLiteral("[node."), QStringLiteral("a]"),       QStringLiteral("mtbf = \"9 d\""),
        QStringLiteral("# "),   QStringLiteral("\""),     QStringLiteral("2 of web"), QStringLiteral("\u00e9")};
    return list;
}

/// They would leave the program or write files where nobody wants them; dialogs of the system cannot be dismissed.
bool is_left_alone(const QAction& action) {
    const QString name = action.objectName();
    for (const char* part : {"open", "save", "quit", "close", "print", "export", "about", "shortcuts", "preferences"}) {
        if (name.contains(QLatin1String(part))) return true;
    }
    return !action.isEnabled() || action.menu() != nullptr || action.isSeparator();
}

/// Nobody triggers an action of a window that is closed.
bool is_within_reach(const QAction& action) {
    for (const QObject* at = action.parent(); at != nullptr; at = at->parent()) {
        if (const auto* widget = qobject_cast<const QWidget*>(at)) return widget->window()->isVisible();
    }
    return true;
}

/// Letters that Qt Test cannot type go as events too.
void type(QWidget* widget, const QString& text) {
    const QPointer<QWidget> target(widget);
    for (const QChar letter : text) {
        if (target.isNull()) return;
        if (letter.unicode() < 128) {
            QTest::keyClick(target, letter.toLatin1());
            continue;
        }
        QKeyEvent press(QEvent::KeyPress, Qt::Key_unknown, Qt::NoModifier, letter);
        QApplication::sendEvent(target, &press);
    }
}

/// What can be pressed in it, without writing files.
std::vector<QAbstractButton*> buttons_of(const QWidget& part) {
    std::vector<QAbstractButton*> buttons;
    for (QAbstractButton* button : part.findChildren<QAbstractButton*>()) {
        const QString name = button->objectName();
        if (button->isVisible() && button->isEnabled() && !name.contains(QLatin1String("export")))
            buttons.push_back(button);
    }
    return buttons;
}

void drag(QWidget* widget, const QPoint& from, const QPoint& to, Qt::KeyboardModifiers modifiers) {
    QTest::mousePress(widget, Qt::LeftButton, modifiers, from);
    for (const double share : {0.4, 1.0}) {
        const QPoint point = from + (to - from) * share;
        QMouseEvent move(QEvent::MouseMove, point, widget->mapToGlobal(point), Qt::NoButton, Qt::LeftButton, modifiers);
        QApplication::sendEvent(widget, &move);
    }
    QTest::mouseRelease(widget, Qt::LeftButton, modifiers, to);
}

}  // namespace

void Monkey::press_keys_on_the_drawing() {
    TopologyCanvas& canvas = view().canvas();
    if (!canvas.isVisible()) view().show_middle(DesignView::Middle::both);
    std::vector<edit::ThingName> names;
    for (std::size_t i = below(3); i > 0; --i) {
        if (const auto name = any_thing()) names.push_back(*name);
    }
    canvas.select(names);
    canvas.view().setFocus();
    const std::vector<Qt::Key> keys = {Qt::Key_Delete, Qt::Key_Tab,    Qt::Key_Left, Qt::Key_Right,
                                       Qt::Key_Up,     Qt::Key_Down,   Qt::Key_Plus, Qt::Key_Minus,
                                       Qt::Key_Space,  Qt::Key_Escape, Qt::Key_F2};
    const auto modifiers =
        any_of(std::vector<Qt::KeyboardModifiers>{Qt::NoModifier, Qt::NoModifier, Qt::ControlModifier});
    QTest::keyClick(&canvas.view(), any_of(keys), modifiers);
}

void Monkey::use_mouse_on_the_drawing() {
    TopologyCanvas& canvas = view().canvas();
    if (!canvas.isVisible()) return;
    QWidget* area = canvas.view().viewport();
    const auto anywhere = [&] {
        return QPoint(static_cast<int>(below(static_cast<std::size_t>(area->width()) + 1)),
                      static_cast<int>(below(static_cast<std::size_t>(area->height()) + 1)));
    };
    const auto on_something = [&] {
        const auto& items = document().topology().items;
        if (items.empty()) return anywhere();
        const QRectF box = canvas.scene().rect_of(below(items.size()));
        return canvas.view().mapFromScene(box.center() +
                                          QPointF(0, (static_cast<double>(below(3)) - 1) * box.height() / 2));
    };
    const QPoint from = below(4) == 0 ? anywhere() : on_something();
    const auto modifiers = any_of(
        std::vector<Qt::KeyboardModifiers>{Qt::NoModifier, Qt::NoModifier, Qt::ControlModifier, Qt::AltModifier});
    switch (below(5)) {
        case 0: return QTest::mouseClick(area, Qt::LeftButton, modifiers, from);
        case 1: return QTest::mouseDClick(area, Qt::LeftButton, modifiers, from);
        case 2: return drag(area, from, anywhere(), modifiers);
        case 3: return drag(area, from, on_something(), modifiers);
        case 4: return QTest::mousePress(area, Qt::LeftButton, modifiers, from);  // a release may come much later
    }
}

void Monkey::trigger_canvas_action() {
    std::vector<edit::ThingName> names;
    for (std::size_t i = below(4); i > 0; --i) {
        if (const auto name = any_thing()) names.push_back(*name);
    }
    view().canvas().select(names);
    QAction* action = any_of(view().canvas().canvas_actions());
    if (!is_left_alone(*action)) action->trigger();
}

void Monkey::trigger_window_action() {
    std::vector<QAction*> candidates;
    for (QAction* action : window_->findChildren<QAction*>()) {
        const bool adds = action->objectName() == QLatin1String("file_new") || action->objectName().isEmpty();
        if (adds && workspace_.designs().size() >= most_designs_by_actions) continue;
        if (!is_left_alone(*action) && is_within_reach(*action)) candidates.push_back(action);
    }
    any_of(candidates)->trigger();
}

void Monkey::type_in_the_text() {
    if (view().middle() == DesignView::Middle::drawing) view().show_middle(DesignView::Middle::text);
    CodeArea& area = view().text_editor().area();
    area.setFocus();
    area.set_cursor(below(document().text().size() + 1));
    for (std::size_t i = below(4) + 1; i > 0; --i) {
        switch (below(8)) {
            case 0: QTest::keyClick(&area, Qt::Key_Return); break;
            case 1: QTest::keyClick(&area, Qt::Key_Backspace); break;
            case 2:
                QTest::keyClick(&area, Qt::Key_Delete,
                                any_of(std::vector<Qt::KeyboardModifiers>{Qt::NoModifier, Qt::ControlModifier}));
                break;
            case 3: QTest::keyClick(&area, Qt::Key_Z, Qt::ControlModifier); break;
            case 4: QTest::keyClick(&area, Qt::Key_End, Qt::ShiftModifier); break;
            default: type(&area, any_of(words())); break;
        }
    }
    if (below(2) == 0) QCoreApplication::processEvents();
    // A text that cannot be read stops all other edits: mostly it is mended.
    document().gather();
    if (!document().topology_is_current() && below(4) != 0) document().undo_stack().undo();
}

void Monkey::type_in_the_properties() {
    auto* panel = view().findChild<PropertyPanel*>();
    if (panel == nullptr || !panel->isVisible()) return;
    if (const auto name = any_thing()) view().canvas().select({*name});
    const std::vector<QWidget*> fields = fields_of(*panel);
    if (fields.empty()) return;
    QPointer<QWidget> field = any_of(fields);
    field->setFocus();
    for (std::size_t i = below(4) + 1; i > 0; --i) {
        QWidget* now = QApplication::focusWidget();
        if (now == nullptr || !panel->isAncestorOf(now)) return;
        const std::vector<Qt::Key> keys = {Qt::Key_Return, Qt::Key_Tab, Qt::Key_Down,      Qt::Key_Up,    Qt::Key_Space,
                                           Qt::Key_Escape, Qt::Key_End, Qt::Key_Backspace, Qt::Key_Delete};
        if (below(2) == 0) {
            type(now, any_of(words()));
        } else {
            QTest::keyClick(now, any_of(keys));
        }
        dismiss_questions();
    }
}

void Monkey::type_where_the_keyboard_is() {
    QWidget* now = QApplication::focusWidget();
    if (now == nullptr || !window_->isAncestorOf(now)) return;
    const std::vector<Qt::Key> keys = {Qt::Key_Return, Qt::Key_Tab,   Qt::Key_Backtab, Qt::Key_Down,
                                       Qt::Key_Up,     Qt::Key_Space, Qt::Key_Escape,  Qt::Key_Home};
    if (below(2) == 0) {
        type(now, any_of(words()));
    } else {
        QTest::keyClick(now, any_of(keys));
    }
}

/// Of the panels; they have menus and dialogs too.
void Monkey::press_a_button() {
    const std::vector<QAbstractButton*> buttons = buttons_of(view());
    if (!buttons.empty()) QTest::mouseClick(any_of(buttons), Qt::LeftButton);
}

/// Designs are compared and varied in windows of their own, which are opened first.
void Monkey::work_in_another_window() {
    const bool compares = below(2) == 0;
    const QString name = compares ? QStringLiteral("compare") : QStringLiteral("sweep");
    QPointer<QWidget> other = window_->findChild<QWidget*>(name + QStringLiteral("-window"));
    if (other.isNull() || !other->isVisible()) {
        return window_->findChild<QAction*>(QStringLiteral("view_") + name)->trigger();
    }
    for (std::size_t i = below(4) + 1; i > 0 && !other.isNull(); --i) {
        const std::vector<QAbstractButton*> buttons = buttons_of(*other);
        if (below(4) == 0 && !buttons.empty()) {
            QTest::mouseClick(any_of(buttons), Qt::LeftButton);
            continue;
        }
        std::vector<QWidget*> fields = fields_of(*other);
        if (fields.empty()) return;
        QWidget* field = any_of(fields);
        field->setFocus();
        if (below(2) == 0) {
            type(field, any_of(words()));
        } else {
            QTest::keyClick(field, any_of(std::vector<Qt::Key>{Qt::Key_Return, Qt::Key_Tab, Qt::Key_Down, Qt::Key_Up,
                                                               Qt::Key_Space, Qt::Key_Backspace, Qt::Key_F5}));
        }
        dismiss_questions();
    }
}

}  // namespace nines::gui
