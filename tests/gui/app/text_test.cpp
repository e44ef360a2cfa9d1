// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QScreen>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

#include "gui/app/design_view.hpp"
#include "gui/app/main_window.hpp"
#include "gui/panels/code_area.hpp"
#include "gui/panels/diagnostics_panel.hpp"
#include "gui/panels/outline_panel.hpp"
#include "gui/panels/text_editor.hpp"

using namespace nines;
using namespace nines::gui;

namespace {

constexpr const char* sound_text =
    "format = 1\n[node.web]\nmtbf = \"90 d\"\nmttr = \"2 h\"\n[service.site]\nneeds = \"web\"\n";

void load(Document& document, const std::string& text) {
    document.start_from(text, {}, false);
}

void type(Document& document, const std::string& text) {
    document.apply({.label = QStringLiteral("Elsewhere"), .text = text, .layout = {}, .merge = {}});
}

}  // namespace

class TextTest : public QObject {
    Q_OBJECT

    QTemporaryDir settings_;

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings_.path());
        QCoreApplication::setOrganizationName(QStringLiteral("nines"));
        QCoreApplication::setApplicationName(QStringLiteral("nines-gui-test"));
    }

    void typing_reaches_the_drawing_at_once_and_ctrl_z_takes_it_back_as_one_step() {
        Workspace workspace(settings_.path());
        MainWindow window(workspace);
        window.show();
        Document& document = workspace.add_new().document();
        window.current_view()->show_middle(DesignView::Middle::text);
        CodeArea& area = window.current_view()->text_editor().area();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        area.setFocus();
        const std::string before = document.text();
        area.set_cursor(before.size());
        QTest::keyClicks(area.viewport()->parentWidget(), QStringLiteral("[node.web]"));
        QTRY_COMPARE(QByteArray::fromStdString(document.text()), QByteArray::fromStdString(before + "[node.web]"));
        QCOMPARE(document.topology().items.size(), std::size_t{1});
        QCOMPARE(document.topology().items[0].name.id, std::string("web"));
        QVERIFY(document.is_modified());
        QTest::keyClick(&area, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(document.text(), before);
        QCOMPARE(area.bytes(), before);
        QCOMPARE(document.undo_stack().count(), 1);
        QTest::keyClick(&area, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(QString::fromStdString(document.text()), QString::fromStdString(before + "[node.web]"));
        QCOMPARE(area.bytes(), document.text());
    }

    void typing_elsewhere_is_another_step() {
        Document document;
        load(document, sound_text);
        TextEditor editor(document);
        editor.show();
        CodeArea& area = editor.area();
        area.set_cursor(document.text().size());
        QTest::keyClicks(&area, QStringLiteral("# a"));
        QTRY_COMPARE(document.undo_stack().count(), 1);
        area.set_cursor(0);
        QTest::keyClicks(&area, QStringLiteral("# b"));
        QTRY_COMPARE(document.undo_stack().count(), 2);
        QTest::qWait(1100);
        QTest::keyClicks(&area, QStringLiteral("c"));
        QTRY_COMPARE(document.undo_stack().count(), 3);
        document.undo_stack().undo();
        document.undo_stack().undo();
        QCOMPARE(area.bytes(), sound_text + std::string("# a"));
    }

    void changes_from_elsewhere_leave_cursor_and_scroll_in_the_text_around_them() {
        Document document;
        std::string text = sound_text;
        for (int line = 0; line < 500; ++line) text += "# line " + std::to_string(line) + " \xC3\xA9\n";
        load(document, text);
        TextEditor editor(document);
        editor.resize(600, 400);
        editor.show();
        CodeArea& area = editor.area();
        const std::size_t cursor = text.find("# line 400");
        area.set_cursor(cursor);
        const long first = area.SendScintilla(QsciScintilla::SCI_GETFIRSTVISIBLELINE);
        text.replace(text.find("90 d"), 4, "1 y");
        text.insert(text.find("[service"), "# one\n# two\n");
        type(document, text);
        QCOMPARE(area.bytes(), text);
        QCOMPARE(area.cursor(), text.find("# line 400"));
        QCOMPARE(area.SendScintilla(QsciScintilla::SCI_GETFIRSTVISIBLELINE), first + 2);
    }

    void line_ends_and_all_bytes_stay_as_they_are() {
        Document document;
        load(document,
             "\xEF\xBB\xBF"
             "format = 1\r\n# \xF0\x9F\x98\x80\r\n");
        TextEditor editor(document);
        editor.show();
        CodeArea& area = editor.area();
        QCOMPARE(area.bytes(), document.text());
        area.set_cursor(document.text().size());
        QTest::keyClick(&area, Qt::Key_Return);
        QTRY_VERIFY(document.text().ends_with("\r\n\r\n"));
    }

    void a_diagnostic_is_marked_where_it_is_and_said_below() {
        Document document;
        load(document, "format = 1\n[node.web]\nmtbf = \"90 q\"\n[service.s]\nneeds = \"web\"\n");
        TextEditor editor(document);
        editor.show();
        const auto place = document.opened().diagnostics.front().place;
        editor.jump_to(place);
        const auto* words = editor.findChild<QLabel*>(QStringLiteral("line_words"));
        QVERIFY(words->isVisible());
        QVERIFY(words->text().contains(QString::fromStdString(document.opened().diagnostics.front().message)));
        QVERIFY(editor.area().markersAtLine(static_cast<int>(place.line) - 1) != 0);
        type(document, "format = 1\n");
        QVERIFY(!words->isVisible());
    }

    void completion_offers_keys_and_takes_the_chosen_one() {
        Document document;
        load(document, "format = 1\n[node.web]\n");
        TextEditor editor(document);
        editor.show();
        QVERIFY(QTest::qWaitForWindowActive(&editor));
        CodeArea& area = editor.area();
        area.setFocus();
        area.set_cursor(document.text().size());
        QTest::keyClicks(&area, QStringLiteral("mtb"));
        QTRY_VERIFY(area.is_offering());
        const auto* help = editor.findChild<QLabel*>(QStringLiteral("line_words"));
        QTRY_VERIFY(help->text().contains(QStringLiteral("between failures")));
        QTest::keyClick(&area, Qt::Key_Return);
        QTRY_COMPARE(document.text(), std::string("format = 1\n[node.web]\nmtbf"));
    }

    void completion_far_from_what_is_seen_goes_there_and_beyond_the_screen_offers_nothing() {
        Document document;
        std::string text = "format = 1\n[node.web]\n\n";
        for (int line = 0; line < 500; ++line) text += "# line " + std::to_string(line) + "\n";
        load(document, text);
        TextEditor editor(document);
        editor.resize(600, 400);
        editor.show();
        QVERIFY(QTest::qWaitForWindowActive(&editor));
        CodeArea& area = editor.area();
        area.setFocus();
        auto* complete = editor.findChild<QAction*>(QStringLiteral("text_complete"));
        const std::size_t in_table = text.find("\n\n") + 1;
        area.set_cursor(in_table);
        area.SendScintilla(QsciScintilla::SCI_SETFIRSTVISIBLELINE, 480UL);
        complete->trigger();
        QVERIFY(area.is_offering());
        QVERIFY(area.SendScintilla(QsciScintilla::SCI_GETFIRSTVISIBLELINE) <= 2);
        QTest::keyClick(&area, Qt::Key_Escape);
        QVERIFY(!area.is_offering());
        editor.move(editor.screen()->geometry().bottomRight() * 2);
        complete->trigger();
        QVERIFY(!area.is_offering());
        QCOMPARE(area.bytes(), text);
    }

    void words_are_found_forwards_and_backwards() {
        Document document;
        load(document, "format = 1\n# web one\n# web two\n# web three\n");
        TextEditor editor(document);
        editor.show();
        QVERIFY(QTest::qWaitForWindowActive(&editor));
        CodeArea& area = editor.area();
        area.setFocus();
        area.set_cursor(0);
        QTest::keyClick(&area, Qt::Key_F, Qt::ControlModifier);
        auto* words = editor.findChild<QLineEdit*>(QStringLiteral("find_words"));
        QTRY_VERIFY(words->hasFocus());
        QTest::keyClicks(words, QStringLiteral("web"));
        const auto line = [&] {
            int at = 0;
            int index = 0;
            area.getCursorPosition(&at, &index);
            return at;
        };
        QCOMPARE(line(), 1);
        QTest::keyClick(words, Qt::Key_Return);
        QCOMPARE(line(), 2);
        QTest::keyClick(words, Qt::Key_F3);
        QCOMPARE(line(), 3);
        QTest::keyClick(words, Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(line(), 2);
        QTest::keyClick(words, Qt::Key_Escape);
        QTRY_VERIFY(area.hasFocus());
    }

    void the_cursor_tells_which_thing_it_is_in() {
        Document document;
        load(document, sound_text);
        TextEditor editor(document);
        editor.show();
        QVERIFY(QTest::qWaitForWindowActive(&editor));
        editor.area().setFocus();
        QSignalSpy reached(&editor, &TextEditor::thing_reached);
        editor.area().set_cursor(document.text().find("mtbf"));
        QTRY_COMPARE(reached.count(), 1);
        QCOMPARE(reached.front().front().value<edit::ThingName>().id, std::string("web"));
    }

    void a_large_text_is_read_again_when_typing_pauses_and_at_once_before_saving() {
        Document document;
        std::string text = sound_text;
        while (text.size() < 8'000'000) text += "# a line of a long comment that says nothing at all\n";
        load(document, text);
        TextEditor editor(document);
        editor.show();
        CodeArea& area = editor.area();
        area.set_cursor(text.size());
        editor.grab();  // colours are made once, up to where the text is shown
        QElapsedTimer time;
        time.start();
        QTest::keyClicks(&area, QStringLiteral("# typed quickly"));
        // Reading the text again at each of the fifteen keys would take far longer.
        QVERIFY2(time.elapsed() < 6000, qPrintable(QString::number(time.elapsed())));
        QCOMPARE(document.text().size(), text.size());
        document.gather();
        QCOMPARE(document.text(), text + "# typed quickly");
    }

    void diagnostics_can_be_filtered_followed_and_copied() {
        Document document;
        load(document,
             "format = 1\n[node.web]\nmtbf = \"90 q\"\n[group.web]\nnode = \"wob\"\n[service.s]\nneeds = \"web\"\n");
        DiagnosticsPanel panel(document);
        panel.show();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        auto* table = panel.findChild<QTreeWidget*>(QStringLiteral("diagnostics_table"));
        const auto count = static_cast<int>(document.opened().diagnostics.size());
        QVERIFY(count >= 2);
        QCOMPARE(table->topLevelItemCount(), count);
        QSignalSpy places(&panel, &DiagnosticsPanel::place_wanted);
        QSignalSpy things(&panel, &DiagnosticsPanel::thing_wanted);
        table->setFocus();
        table->setCurrentItem(table->topLevelItem(0));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(places.count(), 1);
        QCOMPARE(places.front().front().value<scenario::Place>().line, 3U);
        QCOMPARE(things.front().front().value<edit::ThingName>().id, std::string("web"));
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral(":3:")));
        panel.findChild<QToolButton*>(QStringLiteral("show_errors"))->click();
        QVERIFY(table->topLevelItem(0)->isHidden());
    }

    void the_outline_shows_every_thing_with_its_faults_and_edits_it() {
        Document document;
        load(document, std::string(sound_text) + "[group.app]\nnode = \"wob\"\n");
        OutlinePanel panel(document);
        panel.show();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        auto* tree = panel.findChild<QTreeWidget*>(QStringLiteral("outline_tree"));
        QCOMPARE(tree->topLevelItemCount(), 4);  // The experiment, and three kinds.
        QVERIFY(tree->topLevelItem(0)->isSelected());
        QCOMPARE(tree->topLevelItem(1)->text(0), QStringLiteral("Node (1)"));
        QSignalSpy selected(&panel, &OutlinePanel::selection_changed);
        tree->setFocus();
        QTest::keyClick(tree, Qt::Key_Home);
        QCOMPARE(panel.selection().size(), std::size_t{0});
        QTest::keyClick(tree, Qt::Key_Down);
        QTest::keyClick(tree, Qt::Key_Down);
        QVERIFY(selected.count() > 0);
        QCOMPARE(panel.selection(), std::vector<edit::ThingName>({{"node", "web"}}));
        panel.select({{"group", "app"}});
        QCOMPARE(panel.selection(), std::vector<edit::ThingName>({{"group", "app"}}));
        QVERIFY(!tree->selectedItems().front()->icon(0).isNull());
        auto* filter = panel.findChild<QLineEdit*>(QStringLiteral("outline_filter"));
        QTest::keyClicks(filter, QStringLiteral("site"));
        int shown = 0;
        for (int kind = 0; kind < 4; ++kind) shown += tree->topLevelItem(kind)->isHidden() ? 0 : 1;
        QCOMPARE(shown, 1);
        filter->clear();

        panel.select({{"node", "web"}});
        tree->setFocus();
        QTest::keyClick(tree, Qt::Key_F2);
        auto* editor = tree->findChild<QLineEdit*>();
        QVERIFY(editor != nullptr);
        editor->setText(QStringLiteral("front"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_VERIFY(document.text().find("[node.front]") != std::string::npos);
        QVERIFY(document.text().find("needs = \"front\"") != std::string::npos);
        QCOMPARE(panel.selection(), std::vector<edit::ThingName>({{"node", "front"}}));
        panel.select({{"group", "app"}});
        QTest::keyClick(tree, Qt::Key_Delete);
        QVERIFY(document.text().find("[group.app]") == std::string::npos);
        document.undo_stack().undo();
        document.undo_stack().undo();
        QVERIFY(!document.is_modified());
    }
};

QTEST_MAIN(TextTest)
#include "text_test.moc"
