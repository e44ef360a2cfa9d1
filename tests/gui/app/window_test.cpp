// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include "gui/app/design_tabs.hpp"
#include "gui/app/design_view.hpp"
#include "gui/app/file_dealings.hpp"
#include "gui/app/main_window.hpp"
#include "gui/app/notice_bar.hpp"
#include "gui/app/program.hpp"
#include "tests/gui/app/fields_of.hpp"

using namespace nines::gui;

namespace {

constexpr int patience = 10'000;  ///< Milliseconds, on a busy machine.

void type(Document& document, const std::string& text) {
    document.apply({.label = QStringLiteral("Add a comment"), .text = text, .layout = {}, .merge = {}});
}

/// Presses a button of the next question; fails if none comes.
class Answer {
public:
    explicit Answer(QMessageBox::StandardButton button) {
        QObject::connect(&timer_, &QTimer::timeout, &timer_, [this, button] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            if (box == nullptr) return;
            text_ = box->text();
            asked_ = true;
            timer_.stop();
            QTest::mouseClick(box->button(button), Qt::LeftButton);
        });
        timer_.start(10);
    }
    bool was_asked() const { return asked_; }
    const QString& text() const { return text_; }

private:
    QTimer timer_;
    bool asked_ = false;
    QString text_;
};

QAction* action(const MainWindow& window, const char* name) {
    return window.findChild<QAction*>(QLatin1String(name));
}

}  // namespace

class WindowTest : public QObject {
    Q_OBJECT

    QTemporaryDir settings_;
    QTemporaryDir folder_;

    QString file(const char* name, const QByteArray& bytes = "format = 1\n[node.web]\nmtbf = \"90 d\"\n") {
        const QString path = folder_.filePath(QLatin1String(name));
        QFile written(path);
        if (!written.open(QIODevice::WriteOnly | QIODevice::Truncate)) qFatal("cannot write");
        written.write(bytes);
        return path;
    }

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings_.path());
        QCoreApplication::setOrganizationName(QStringLiteral("nines"));
        QCoreApplication::setApplicationName(QStringLiteral("nines-gui-test"));
    }

    void init() { QSettings().clear(); }

    void a_file_opens_in_one_tab_and_an_untouched_new_design_gives_way() {
        Workspace workspace(folder_.filePath(QStringLiteral("copies")));
        MainWindow window(workspace);
        window.show();
        workspace.add_new();
        const QString path = file("a.toml");
        QCOMPARE(workspace.open(path), QString());
        QCOMPARE(workspace.designs().size(), std::size_t{1});
        QCOMPARE(workspace.open(folder_.path() + QStringLiteral("/./a.toml")), QString());
        QCOMPARE(workspace.designs().size(), std::size_t{1});
        QVERIFY(!workspace.open(folder_.filePath(QStringLiteral("none.toml"))).isEmpty());
        QVERIFY(window.windowTitle().contains(QStringLiteral("a.toml")));
        auto* tabs = window.findChild<DesignTabs*>(QStringLiteral("left_designs"));
        QCOMPARE(tabs->count(), 1);
        QCOMPARE(tabs->tabToolTip(0), path);
        QVERIFY(!window.isWindowModified());
        type(workspace.current()->document(), "format = 1\n# mine\n");
        QVERIFY(window.isWindowModified());
        QCOMPARE(tabs->tabText(0), QStringLiteral("a.toml *"));
    }

    void recent_files_are_kept_latest_first_each_once() {
        Workspace workspace(folder_.filePath(QStringLiteral("copies")));
        MainWindow window(workspace);
        const QString a = file("a.toml");
        const QString b = file("b.toml");
        for (const QString& path : {a, b, a}) QCOMPARE(workspace.open(path), QString());
        workspace.remember_file(a);
        QCOMPARE(workspace.recent_files(), QStringList({a, b}));
        QCOMPARE(Workspace(folder_.path()).recent_files(), QStringList({a, b}));
        for (int number = 0; number < 20; ++number) workspace.remember_file(QStringLiteral("/x/%1").arg(number));
        QCOMPARE(workspace.recent_files().size(), 12);
        workspace.forget_recent_files();
        QVERIFY(workspace.recent_files().isEmpty());
    }

    void undo_in_the_menu_names_the_step_of_the_design_in_front() {
        Workspace workspace(folder_.filePath(QStringLiteral("copies")));
        MainWindow window(workspace);
        window.show();
        workspace.open(file("a.toml"));
        Design* first = workspace.current();
        type(first->document(), "format = 1\n# mine\n");
        QVERIFY(action(window, "edit_undo")->text().contains(QStringLiteral("Add a comment")));
        workspace.open(file("b.toml"));
        QVERIFY(!action(window, "edit_undo")->isEnabled());
        workspace.set_current(first);
        QVERIFY(action(window, "edit_undo")->isEnabled());
        action(window, "edit_undo")->trigger();
        QVERIFY(!first->document().is_modified());
        QVERIFY(action(window, "edit_redo")->isEnabled());
    }

    void a_design_that_is_first_seen_beside_another_has_no_panels_at_its_sides() {
        Workspace workspace(folder_.filePath(QStringLiteral("copies")));
        workspace.add_new();
        workspace.add_new();
        {
            MainWindow before(workspace);
            before.show();
            QTest::qWait(100);
            before.keep_geometry();
        }
        MainWindow window(workspace);  // as after a change of language: only one of them is shown
        window.show();
        QTest::qWait(100);
        window.set_side_by_side(true);
        QTest::qWait(100);
        for (const Design* design : workspace.designs()) {
            const auto* outline = window.view_of(*design)->findChild<QDockWidget*>(QStringLiteral("outline"));
            QVERIFY(outline->isHidden());
        }
    }

    void every_panel_is_reached_by_a_key_wherever_it_is() {
        Workspace workspace(folder_.filePath(QStringLiteral("copies")));
        MainWindow window(workspace);
        window.show();
        window.activateWindow();
        workspace.open(file("a.toml"));
        DesignView& view = *window.view_of(*workspace.current());
        QTest::qWait(50);
        const auto dock = [&](const char* name) { return view.findChild<QDockWidget*>(QLatin1String(name)); };
        dock("diagnostics")->hide();
        const std::vector<std::pair<Qt::Key, const char*>> keys = {{Qt::Key_4, "outline"}, {Qt::Key_5, "properties"},
                                                                   {Qt::Key_6, "run"},     {Qt::Key_7, "results"},
                                                                   {Qt::Key_8, "replay"},  {Qt::Key_9, "diagnostics"}};
        for (const auto& [key, name] : keys) {
            QTest::keyClick(&window, key, Qt::AltModifier);
            // Behind another tab a panel is not visible to its eye.
            QTRY_VERIFY2(dock(name)->isVisible() && !dock(name)->visibleRegion().isEmpty(), name);
            const QWidget* focused = QApplication::focusWidget();
            const bool takes_keys = !fields_of(*dock(name)->widget()).empty();
            QVERIFY2(!takes_keys || dock(name)->isAncestorOf(focused), name);
        }
        QTest::keyClick(&window, Qt::Key_1, Qt::AltModifier);
        QVERIFY(!dock("diagnostics")->isAncestorOf(QApplication::focusWidget()));
        // Back to where the keyboard was in that panel.
        QTest::keyClick(&window, Qt::Key_4, Qt::AltModifier);
        QWidget* entry = QApplication::focusWidget();
        const std::vector<QWidget*> fields = fields_of(*dock("outline")->widget());
        QVERIFY(fields.size() >= 2);
        QWidget* other = fields.front() == entry ? fields[1] : fields.front();
        other->setFocus();
        QTest::keyClick(&window, Qt::Key_6, Qt::AltModifier);
        QTest::keyClick(&window, Qt::Key_4, Qt::AltModifier);
        QCOMPARE(QApplication::focusWidget(), other);
    }

    void two_designs_stand_side_by_side_and_go_back() {
        Workspace workspace(folder_.filePath(QStringLiteral("copies")));
        MainWindow window(workspace);
        window.show();
        workspace.open(file("a.toml"));
        workspace.open(file("b.toml"));
        auto* left = window.findChild<DesignTabs*>(QStringLiteral("left_designs"));
        auto* right = window.findChild<DesignTabs*>(QStringLiteral("right_designs"));
        QVERIFY(!right->isVisible());
        action(window, "view_side_by_side")->trigger();
        QCOMPARE(left->count(), 1);
        QCOMPARE(right->count(), 1);
        QVERIFY(right->isVisible());
        QVERIFY(right->view_at(0)->isVisible());
        QCOMPARE(&right->view_at(0)->design(), workspace.current());
        workspace.set_current(workspace.designs_of(Side::left).front());
        action(window, "view_other_side")->trigger();
        QCOMPARE(right->count(), 2);
        QVERIFY(!left->isVisible());
        action(window, "view_side_by_side")->trigger();
        QCOMPARE(left->count(), 2);
        QVERIFY(!right->isVisible());
    }

    void closing_asks_and_cancel_keeps_the_work() {
        Workspace workspace(folder_.filePath(QStringLiteral("copies")));
        MainWindow window(workspace);
        window.show();
        workspace.open(file("a.toml"));
        type(workspace.current()->document(), "format = 1\n# mine\n");
        {
            const Answer answer(QMessageBox::Cancel);
            window.close();
            QVERIFY(answer.was_asked());
            QVERIFY(answer.text().contains(QStringLiteral("a.toml")));
        }
        QVERIFY(window.isVisible());
        QCOMPARE(workspace.designs().size(), std::size_t{1});
        {
            const Answer answer(QMessageBox::Save);
            action(window, "file_close")->trigger();
            QVERIFY(answer.was_asked());
        }
        QVERIFY(workspace.designs().empty());
        QFile saved(folder_.filePath(QStringLiteral("a.toml")));
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(saved.readAll(), QByteArray("format = 1\n# mine\n"));
    }

    void quitting_asks_once_for_several_and_not_for_what_is_saved() {
        Workspace workspace(folder_.filePath(QStringLiteral("copies")));
        MainWindow window(workspace);
        window.show();
        for (const char* name : {"a.toml", "b.toml", "c.toml"}) workspace.open(file(name));
        type(workspace.designs()[0]->document(), "format = 1\n# one\n");
        type(workspace.designs()[1]->document(), "format = 1\n# two\n");
        const Answer answer(QMessageBox::Discard);
        window.close();
        QVERIFY(answer.text().contains(QLatin1Char('2')));
        QVERIFY(workspace.designs().empty());
        QVERIFY(!window.isVisible());
        QFile kept(folder_.filePath(QStringLiteral("a.toml")));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QVERIFY(!kept.readAll().contains("one"));
    }

    void a_failed_save_says_why_and_keeps_the_edits() {
        Workspace workspace(folder_.filePath(QStringLiteral("copies")));
        MainWindow window(workspace);
        window.show();
        Design& design = workspace.add_new();
        design.document().recover(QStringLiteral("/proc/nowhere/a.toml"), "format = 1\n# mine\n", {});
        const Answer answer(QMessageBox::Ok);
        QVERIFY(!window.files().save(design));
        QVERIFY(answer.text().contains(QStringLiteral("/proc/nowhere/a.toml")));
        QVERIFY(design.document().is_modified());
        QCOMPARE(design.document().text(), std::string("format = 1\n# mine\n"));
    }

    void a_broken_file_opens_as_text_with_its_errors() {
        Workspace workspace(folder_.filePath(QStringLiteral("copies")));
        MainWindow window(workspace);
        window.show();
        QCOMPARE(workspace.open(file("broken.toml", "format = 1\n[node.a\n")), QString());
        QCOMPARE(window.current_view()->middle(), DesignView::Middle::text);
        const auto* problems = window.findChild<QToolButton*>(QStringLiteral("problems"));
        QCOMPARE(problems->text(), QStringLiteral("Errors: 1"));
        workspace.open(file("binary.toml", QByteArray("\0\1\2", 3)));
        QCOMPARE(window.current_view()->findChildren<NoticeBar*>().size(), 1);
    }

    void a_change_on_disk_shows_a_bar_and_its_button_reloads() {
        Workspace workspace(folder_.filePath(QStringLiteral("copies")));
        MainWindow window(workspace);
        window.show();
        workspace.open(file("a.toml"));
        Document& document = workspace.current()->document();
        type(document, "format = 1\n# mine\n");
        file("a.toml", "format = 1\n# theirs\n");
        QTRY_COMPARE_WITH_TIMEOUT(window.current_view()->findChildren<NoticeBar*>().size(), 1, patience);
        const auto buttons = window.current_view()->findChild<NoticeBar*>()->findChildren<QPushButton*>();
        QCOMPARE(buttons.size(), 2);
        QTest::mouseClick(buttons.front(), Qt::LeftButton);
        QTRY_COMPARE(document.text(), std::string("format = 1\n# theirs\n"));
        QTRY_VERIFY(window.current_view()->findChildren<NoticeBar*>().isEmpty());
    }

    void files_that_are_dropped_on_the_window_open() {
        Workspace workspace(folder_.filePath(QStringLiteral("copies")));
        MainWindow window(workspace);
        window.show();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file("a.toml")), QUrl::fromLocalFile(file("b.toml"))});
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &drop);
        QCOMPARE(workspace.designs().size(), std::size_t{2});
    }

    void left_work_is_offered_and_restored_into_the_file_that_is_open() {
        const QTemporaryDir copies;
        const QString path = file("a.toml");
        {
            auto slot = RecoverySlot::create(copies.path());
            for (const char* text : {"format = 1\n# lost\n"}) {
                QCOMPARE(slot->write({.path = path,
                                      .time = QDateTime::currentDateTimeUtc(),
                                      .text = text,
                                      .layout = {},
                                      .file_fingerprint = {}}),
                         QString());
            }
        }
        Workspace workspace(copies.path());
        MainWindow window(workspace);
        window.show();
        workspace.open(path);
        workspace.look_for_left_work();
        QCOMPARE(window.findChildren<NoticeBar*>().size(), 1);
        const auto buttons = window.findChild<NoticeBar*>()->findChildren<QPushButton*>();
        QTest::mouseClick(buttons.front(), Qt::LeftButton);
        QTRY_COMPARE(workspace.current()->document().text(), std::string("format = 1\n# lost\n"));
        QCOMPARE(workspace.designs().size(), std::size_t{1});
        QVERIFY(workspace.current()->document().is_modified());
        QVERIFY(workspace.left_work().empty());
        QCOMPARE(QDir(copies.path()).entryList({QStringLiteral("*.json")}).size(), 1);
        workspace.close(*workspace.current());
        QVERIFY(QDir(copies.path()).entryList({QStringLiteral("*.json")}).isEmpty());
    }

    void another_language_makes_the_window_anew_around_the_same_designs() {
        Program program;
        program.start({file("a.toml"), file("b.toml")});
        Workspace& workspace = program.workspace();
        const auto designs = workspace.designs();
        type(designs[0]->document(), "format = 1\n# mine\n");
        const QString before = action(program.window(), "file_save")->text();
        Preferences preferences;
        preferences.language = Language::chinese;
        program.apply(preferences);
        QVERIFY(workspace.designs() == designs);
        QVERIFY(program.window().isVisible());
        QVERIFY(designs[0]->document().undo_stack().canUndo());
        QVERIFY(program.window().view_of(*designs[0]) != nullptr);
        QVERIFY(program.window().view_of(*designs[1]) != nullptr);
        preferences.language = Language::english;
        program.apply(preferences);
        QCOMPARE(action(program.window(), "file_save")->text(), before);
    }

    void the_letters_of_the_menus_are_theirs_alone() {
        Workspace workspace(folder_.filePath(QStringLiteral("copies")));
        MainWindow window(workspace);
        window.show();
        workspace.add_new();
        QList<QKeySequence> letters;
        for (const QAction* menu : window.menuBar()->actions()) letters << QKeySequence::mnemonic(menu->text());
        QCOMPARE(QSet<QKeySequence>(letters.begin(), letters.end()).size(), letters.size());
        QVERIFY(!letters.contains(QKeySequence()));
        const auto is_free = [&](const QString& text) { return !letters.contains(QKeySequence::mnemonic(text)); };
        for (const QLabel* label : window.findChildren<QLabel*>()) {
            QVERIFY2(label->buddy() == nullptr || is_free(label->text()), qPrintable(label->text()));
        }
        for (const QAbstractButton* button : window.findChildren<QAbstractButton*>()) {
            QVERIFY2(is_free(button->text()), qPrintable(button->text()));
        }
        for (const QTabBar* tabs : window.findChildren<QTabBar*>()) {
            for (int i = 0; i < tabs->count(); ++i) QVERIFY2(is_free(tabs->tabText(i)), qPrintable(tabs->tabText(i)));
        }
    }

    void every_action_of_the_menus_has_a_text_and_a_status_tip() {
        Workspace workspace(folder_.filePath(QStringLiteral("copies")));
        MainWindow window(workspace);
        workspace.open(file("a.toml"));
        for (const QAction* found : window.findChildren<QAction*>()) {
            if (found->isSeparator() || found->objectName().isEmpty() || found->menu() != nullptr) continue;
            if (found->objectName().startsWith(QLatin1String("_q_"))) continue;
            QVERIFY2(!found->text().isEmpty(), qPrintable(found->objectName()));
            QVERIFY2(!found->statusTip().isEmpty(), qPrintable(found->objectName()));
        }
    }
};

QTEST_MAIN(WindowTest)
#include "window_test.moc"
