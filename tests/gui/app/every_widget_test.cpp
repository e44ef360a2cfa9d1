// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QStandardPaths>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTextEdit>
#include <QToolBar>
#include <QToolButton>
#include <map>

#include "tests/gui/app/window_hands.hpp"

using namespace nines;
using namespace nines::gui;

namespace {

constexpr const char* design_text =
    "format = 1\n[domain.a]\n[node.server]\nmtbf = \"30 d\"\nmttr = \"12 h\"\n[group.web]\nnode = \"server\"\n"
    "count = 2\nin = \"a\"\n[service.site]\nneeds = [\"web\"]\n";

/// Parts of a widget that answers for them.
bool is_part(const QWidget& widget) {
    const QWidget* parent = widget.parentWidget();
    if (widget.objectName().startsWith(QLatin1String("qt_")) || widget.inherits("QDockWidgetTitleButton") ||
        widget.inherits("QTableCornerButton"))
        return true;
    if (parent == nullptr) return false;
    return qobject_cast<const QAbstractSpinBox*>(parent) != nullptr ||
           qobject_cast<const QComboBox*>(parent) != nullptr || qobject_cast<const QLineEdit*>(parent) != nullptr ||
           qobject_cast<const QTabBar*>(parent) != nullptr || parent->inherits("QComboBoxPrivateContainer") ||
           qobject_cast<const QHeaderView*>(&widget) != nullptr;
}

bool takes_input(const QWidget& widget) {
    if (is_part(widget)) return false;
    return qobject_cast<const QLineEdit*>(&widget) != nullptr ||
           qobject_cast<const QAbstractButton*>(&widget) != nullptr ||
           qobject_cast<const QComboBox*>(&widget) != nullptr ||
           qobject_cast<const QAbstractSpinBox*>(&widget) != nullptr ||
           qobject_cast<const QAbstractItemView*>(&widget) != nullptr ||
           qobject_cast<const QTextEdit*>(&widget) != nullptr || qobject_cast<const QTabBar*>(&widget) != nullptr ||
           widget.inherits("QsciScintilla") || widget.inherits("QGraphicsView") ||
           qobject_cast<const QSlider*>(&widget) != nullptr;
}

/// As a screen reader says it: given, or of the label beside it, or what stands on it.
QString spoken_name(QWidget& widget) {
    QAccessibleInterface* read = QAccessible::queryAccessibleInterface(&widget);
    return read == nullptr ? widget.accessibleName() : read->text(QAccessible::Name);
}

/// "property_panel/row:mtbf/QLineEdit value".
QString whereabouts(const QObject& object) {
    QStringList names;
    for (const QObject* at = object.parent(); at != nullptr; at = at->parent()) {
        if (!at->objectName().isEmpty()) names.prepend(at->objectName());
    }
    names.append(QLatin1String(object.metaObject()->className()) + QLatin1Char(' ') + object.objectName());
    return names.join(QLatin1Char('/'));
}

/// Actions that a program makes itself; Qt's own, of line edits and such, have no names or names in its manner.
bool is_ours(const QAction& action) {
    if (action.isSeparator() || action.menu() != nullptr) return false;
    if (qobject_cast<const QLineEdit*>(action.parent()) != nullptr) return false;
    if (action.inherits("QWidgetAction")) return false;
    // What hides a bar within a panel is in no menu.
    const auto* bar = qobject_cast<const QToolBar*>(action.parent());
    const bool hides_bar = bar != nullptr && bar->toggleViewAction() == &action;
    if (hides_bar && qobject_cast<const QMainWindow*>(bar->parentWidget()) == nullptr) return false;
    return !action.objectName().startsWith(QLatin1String("_q_"));
}

QString joined(const QStringList& faults) {
    return QLatin1Char('\n') + faults.join(QLatin1Char('\n'));
}

}  // namespace

class EveryWidgetTest : public QObject {
    Q_OBJECT

    QTemporaryDir settings_;
    std::unique_ptr<Workspace> workspace_;
    std::unique_ptr<MainWindow> window_;

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings_.path());
        QCoreApplication::setOrganizationName(QStringLiteral("nines"));
        QCoreApplication::setApplicationName(QStringLiteral("nines-gui-test"));
        workspace_ = std::make_unique<Workspace>(settings_.filePath(QStringLiteral("copies")));
        window_ = std::make_unique<MainWindow>(*workspace_);
        window_->show();
        Design& design = workspace_->add_copy(design_text);
        results::StudyOptions options;
        options.trials = 200;
        design.runner().start(design.document().opened(), options, design.document().revision());
        QTRY_VERIFY(design.runner().outcome() != nullptr && design.runner().outcome()->settled);
    }

    void cleanupTestCase() {
        window_.reset();
        workspace_.reset();
    }

    void every_widget_that_takes_input_has_a_name_for_a_screen_reader() {
        QSet<QString> faults;
        for (const edit::ThingName& shown :
             {edit::ThingName{"node", "server"}, {"group", "web"}, {"service", "site"}, {"domain", "a"}}) {
            window_->current_view()->canvas().select({shown});
            QCoreApplication::processEvents();
            for (QWidget* widget : window_->findChildren<QWidget*>()) {
                if (takes_input(*widget) && spoken_name(*widget).trimmed().isEmpty())
                    faults.insert(whereabouts(*widget));
            }
        }
        QVERIFY2(faults.isEmpty(), qPrintable(joined(faults.values())));
    }

    void every_action_has_a_text_and_a_status_tip() {
        QStringList faults;
        int count = 0;
        for (const QAction* action : window_->findChildren<QAction*>()) {
            if (!is_ours(*action)) continue;
            ++count;
            if (action->text().isEmpty()) faults.append(whereabouts(*action) + QStringLiteral(": no text"));
            if (action->statusTip().isEmpty())
                faults.append(whereabouts(*action) + QStringLiteral(": no status tip: ") + action->text());
        }
        QVERIFY(count > 60);
        QVERIFY2(faults.isEmpty(), qPrintable(joined(faults)));
    }

    /// Qt calls two such shortcuts ambiguous, and does neither. What holds where a widget has the keyboard is in the
    /// way of another such widget only if one is within the other.
    void no_two_actions_that_can_be_meant_have_one_shortcut() {
        workspace_->add_copy(design_text);
        window_->set_side_by_side(true);
        QCOMPARE(workspace_->designs_of(Side::right).size(), std::size_t{1});
        QStringList faults;
        std::map<QString, std::vector<QAction*>> by_keys;
        for (QAction* action : window_->findChildren<QAction*>()) {
            for (const QKeySequence& keys : action->shortcuts()) by_keys[keys.toString()].push_back(action);
        }
        QVERIFY(by_keys.size() > 30);
        for (const auto& [keys, actions] : by_keys) {
            for (std::size_t a = 0; a < actions.size(); ++a) {
                for (std::size_t b = a + 1; b < actions.size(); ++b) {
                    if (meet(*actions[a], *actions[b]))
                        faults.append(keys + QStringLiteral(": ") + whereabouts(*actions[a]) + QStringLiteral(" and ") +
                                      whereabouts(*actions[b]));
                }
            }
        }
        QVERIFY2(faults.isEmpty(), qPrintable(joined(faults)));
    }

private:
    static bool is_local(const QAction& action) {
        return action.shortcutContext() == Qt::WidgetShortcut ||
               action.shortcutContext() == Qt::WidgetWithChildrenShortcut;
    }

    /// The widgets that hear the keys of an action; the menu bar does for what is in a menu, if it is not local.
    static std::vector<const QWidget*> hearers(const QAction& action) {
        std::vector<const QWidget*> widgets;
        for (const QObject* object : action.associatedObjects()) {
            const auto* widget = qobject_cast<const QWidget*>(object);
            if (widget == nullptr) continue;
            const bool is_menu = widget->inherits("QMenu");
            if (is_menu ? !is_local(action) : widget->isVisible()) widgets.push_back(widget);
        }
        return widgets;
    }

    /// What is local is in the way of another that is only if one's widget is within the other's.
    static bool meet(const QAction& a, const QAction& b) {
        for (const QWidget* one : hearers(a)) {
            for (const QWidget* other : hearers(b)) {
                const bool within = one == other || one->isAncestorOf(other) || other->isAncestorOf(one);
                const bool both_local = is_local(a) && is_local(b);
                const bool is_borrowed = !both_local && is_local(a) != is_local(b) && of_another_design(a, b);
                if (!is_borrowed && (within || !both_local)) return true;
            }
        }
        return false;
    }

    static const DesignView* view_of(const QAction& action) {
        for (const QObject* at = &action; at != nullptr; at = at->parent()) {
            if (const auto* view = qobject_cast<const DesignView*>(at)) return view;
        }
        return nullptr;
    }

    /// Whoever has the keyboard in a design has it in front, where its actions are those of the window.
    static bool of_another_design(const QAction& a, const QAction& b) {
        return view_of(a) != nullptr && view_of(b) != nullptr && view_of(a) != view_of(b);
    }
};

QTEST_MAIN(EveryWidgetTest)
#include "every_widget_test.moc"
