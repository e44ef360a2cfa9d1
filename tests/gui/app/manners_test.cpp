// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QMainWindow>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include "gui/app/about_dialog.hpp"
#include "gui/app/language.hpp"
#include "gui/app/preferences_dialog.hpp"
#include "gui/app/shortcuts_dialog.hpp"
#include "gui/app/start_page.hpp"
#include "gui/app/theme.hpp"
#include "gui/look/colours.hpp"

namespace nines::gui {
namespace {

QString filtered(const StartPage& page) {
    QStringList shown;
    const auto* list = page.findChild<QListWidget*>(QStringLiteral("templates"));
    for (int row = 0; row < list->count(); ++row) {
        if (!list->item(row)->isHidden()) shown += list->item(row)->text();
    }
    return shown.join(QLatin1Char('|'));
}

}  // namespace

/// Start page, dialogs, theme and language, by mouse and keyboard.
class MannersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        apply_theme(Theme::system);
        apply_language(Language::english);
    }

    void the_theme_changes_the_palette_and_the_system_comes_back() {
        const QColor of_system = QApplication::palette().color(QPalette::Window);
        apply_theme(Theme::dark);
        QVERIFY(is_dark(QApplication::palette()));
        apply_theme(Theme::light);
        QVERIFY(!is_dark(QApplication::palette()));
        apply_theme(Theme::system);
        QCOMPARE(QApplication::palette().color(QPalette::Window), of_system);
    }

    void text_can_be_read_in_both_themes() {
        for (const Theme theme : {Theme::light, Theme::dark}) {
            apply_theme(theme);
            const QPalette palette = QApplication::palette();
            const auto contrast = [&](QPalette::ColorRole text, QPalette::ColorRole ground) {
                return std::abs(palette.color(text).lightness() - palette.color(ground).lightness());
            };
            QVERIFY(contrast(QPalette::Text, QPalette::Base) > 150);
            QVERIFY(contrast(QPalette::WindowText, QPalette::Window) > 150);
            QVERIFY(contrast(QPalette::ButtonText, QPalette::Button) > 150);
            QVERIFY(contrast(QPalette::HighlightedText, QPalette::Highlight) > 100);
            QVERIFY(contrast(QPalette::PlaceholderText, QPalette::Base) > 80);
        }
    }

    void windows_that_are_made_after_a_change_of_language_speak_it() {
        apply_language(Language::chinese);
        QCOMPARE(PreferencesDialog({}).windowTitle(), QStringLiteral("首选项"));
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("取消"));
        apply_language(Language::english);
        QCOMPARE(PreferencesDialog({}).windowTitle(), QStringLiteral("Preferences"));
    }

    void numbers_have_a_point_in_every_language() {
        for (const Language language : {Language::english, Language::chinese}) {
            apply_language(language);
            QCOMPARE(QLocale().toString(1234.5, 'f', 1), QStringLiteral("1234.5"));
        }
    }

    void preferences_are_kept_and_nonsense_is_forgotten() {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        const Preferences written{
            .theme = Theme::dark, .language = Language::chinese, .autosave_interval = std::chrono::seconds(7)};
        QVERIFY(read_preferences(settings) == Preferences{});
        write_preferences(settings, written);
        QVERIFY(read_preferences(settings) == written);
        settings.setValue(QStringLiteral("preferences/theme"), QStringLiteral("plaid"));
        settings.setValue(QStringLiteral("preferences/autosave_seconds"), -5);
        QVERIFY(read_preferences(settings).theme == Theme::system);
        QCOMPARE(read_preferences(settings).autosave_interval.count(), 10);
    }

    void the_dialog_gives_back_what_was_chosen_and_cancel_takes_the_theme_back() {
        PreferencesDialog dialog({.theme = Theme::light});
        apply_theme(Theme::light);
        dialog.show();
        auto* theme = dialog.findChild<QComboBox*>(QStringLiteral("theme"));
        theme->setFocus();
        QTest::keyClick(theme, Qt::Key_Down);
        QVERIFY(is_dark(QApplication::palette()));
        dialog.findChild<QSpinBox*>(QStringLiteral("autosave_seconds"))->setValue(90);
        QCOMPARE(dialog.preferences().autosave_interval.count(), 90);
        QVERIFY(dialog.preferences().theme == Theme::dark);
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!is_dark(QApplication::palette()));
    }

    void a_template_is_found_and_opened_by_keyboard() {
        StartPage page;
        page.show();
        page.setFocus();
        auto* filter = page.findChild<QLineEdit*>(QStringLiteral("filter"));
        QSignalSpy wanted(&page, &StartPage::template_wanted);
        QTest::keyClicks(filter, QStringLiteral("patroni zones"));
        QVERIFY(filtered(page).contains(QStringLiteral("17")));
        QVERIFY(!filtered(page).contains(QStringLiteral("One server")));
        QTest::keyClick(filter, Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
        QVERIFY(wanted[0][0].value<Template>().text.find("patroni") != std::string::npos);
    }

    void the_arrows_go_through_the_list_from_the_search_box() {
        StartPage page;
        page.show();
        auto* filter = page.findChild<QLineEdit*>(QStringLiteral("filter"));
        auto* list = page.findChild<QListWidget*>(QStringLiteral("templates"));
        QSignalSpy wanted(&page, &StartPage::template_wanted);
        QTest::keyClick(filter, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted[0][0].value<Template>().name, QStringLiteral("tutorial/03_services_need_services"));
    }

    void nothing_is_opened_when_nothing_matches() {
        StartPage page;
        page.show();
        auto* filter = page.findChild<QLineEdit*>(QStringLiteral("filter"));
        QSignalSpy wanted(&page, &StartPage::template_wanted);
        QTest::keyClicks(filter, QStringLiteral("no such thing"));
        QTest::keyClick(filter, Qt::Key_Return);
        QCOMPARE(filtered(page), QString());
        QCOMPARE(wanted.count(), 0);
    }

    void recent_files_are_opened_by_mouse_and_missing_ones_are_left_out() {
        StartPage page;
        page.resize(1000, 700);
        const QString there = QStringLiteral(NINES_SOURCE_DIR "/scenarios/designs/web_single.toml");
        page.set_recent_files({QStringLiteral("/no/such/file.toml"), there});
        page.show();
        auto* recent = page.findChild<QListWidget*>(QStringLiteral("recent"));
        QCOMPARE(recent->count(), 1);
        QSignalSpy wanted(&page, &StartPage::file_wanted);
        QTest::mouseClick(recent->viewport(), Qt::LeftButton, {}, recent->visualItemRect(recent->item(0)).center());
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted[0][0].toString(), there);
    }

    void the_buttons_ask_for_a_new_design_and_for_a_file() {
        StartPage page;
        page.show();
        QSignalSpy create(&page, &StartPage::new_wanted);
        QSignalSpy open(&page, &StartPage::open_wanted);
        QTest::mouseClick(page.findChild<QPushButton*>(QStringLiteral("new")), Qt::LeftButton);
        QTest::mouseClick(page.findChild<QPushButton*>(QStringLiteral("open")), Qt::LeftButton);
        QCOMPARE(create.count(), 1);
        QCOMPARE(open.count(), 1);
    }

    void every_shortcut_is_listed_once_under_its_menu() {
        QMainWindow window;
        QMenu* file = window.menuBar()->addMenu(QStringLiteral("&File"));
        QAction* save = file->addAction(QStringLiteral("&Save"));
        save->setShortcut(QKeySequence::Save);
        save->setStatusTip(QStringLiteral("Writes the file"));
        file->addAction(QStringLiteral("No key"));
        auto* central = new QWidget;
        central->setAccessibleName(QStringLiteral("Drawing"));
        window.setCentralWidget(central);
        auto* zoom = new QAction(QStringLiteral("Zoom In"), central);
        zoom->setShortcuts({QKeySequence(QStringLiteral("Ctrl++")), QKeySequence(QStringLiteral("Ctrl+="))});
        central->addAction(zoom);
        central->addAction(save);

        const std::vector<ShortcutLine> lines = shortcuts_of(window);
        QCOMPARE(lines.size(), std::size_t{2});
        QCOMPARE(lines[0].place, QStringLiteral("File"));
        QCOMPARE(lines[0].action, QStringLiteral("Save"));
        QCOMPARE(lines[1].place, QStringLiteral("Drawing"));
        QCOMPARE(lines[1].keys, QStringLiteral("Ctrl++, Ctrl+="));
        QCOMPARE(shortcuts_text(lines),
                 QStringLiteral("File\n  Ctrl+S          Save\n\nDrawing\n  Ctrl++, Ctrl+=  Zoom In\n"));

        ShortcutsDialog dialog(window);
        dialog.show();
        auto* tree = dialog.findChild<QTreeWidget*>(QStringLiteral("shortcuts"));
        QCOMPARE(tree->topLevelItemCount(), 2);
        QTest::keyClicks(dialog.findChild<QLineEdit*>(QStringLiteral("filter")), QStringLiteral("writes"));
        QCOMPARE(tree->topLevelItemCount(), 1);
        QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("copy")), Qt::LeftButton);
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("Ctrl+S")));
    }

    void an_action_that_a_menu_borrows_from_a_panel_is_listed_once() {
        QMainWindow window;
        auto* panel = new QWidget;
        window.setCentralWidget(panel);
        QAction* borrowed = window.menuBar()->addMenu(QStringLiteral("&Edit"))->addAction(QStringLiteral("Zoom &In"));
        auto* lent = new QAction(QStringLiteral("Zoom In"), panel);
        panel->addAction(lent);
        for (QAction* action : {borrowed, lent}) action->setShortcut(QKeySequence(QStringLiteral("Ctrl+I")));
        const std::vector<ShortcutLine> lines = shortcuts_of(window);
        QCOMPARE(lines.size(), std::size_t{1});
        QCOMPARE(lines[0].place, QStringLiteral("Edit"));
    }

    void the_versions_are_copied() {
        AboutDialog dialog;
        dialog.show();
        QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("copy")), Qt::LeftButton);
        const QString copied = QApplication::clipboard()->text();
        QVERIFY(copied.startsWith(QStringLiteral("Nines ")));
        QVERIFY(copied.contains(QLatin1String(qVersion())));
    }
};

}  // namespace nines::gui

QTEST_MAIN(nines::gui::MannersTest)
#include "manners_test.moc"
