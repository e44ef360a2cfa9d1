// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QMainWindow>
#include <QTest>

#include "gui/app/about_dialog.hpp"
#include "gui/app/language.hpp"
#include "gui/app/manual_window.hpp"
#include "gui/app/preferences_dialog.hpp"
#include "gui/app/shortcuts_dialog.hpp"
#include "gui/app/start_page.hpp"
#include "tests/gui/app/cut_texts.hpp"

namespace nines::gui {

/// No text is cut where a language needs more room than English.
class LongTextsTest : public QObject {
    Q_OBJECT

private:
    static void expect_whole(QWidget& window) {
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QCOMPARE(cut_texts(window).join(QLatin1Char(10)), QString());
    }

    LongLanguage language_;

private Q_SLOTS:
    void initTestCase() { QCoreApplication::installTranslator(&language_); }

    void a_label_without_room_is_found() {
        QWidget window;
        QLabel label(QStringLiteral("Mean time between failures"), &window);
        label.resize(label.sizeHint().width() / 2, label.sizeHint().height());
        QCOMPARE(cut_texts(window), QStringList(QStringLiteral("Mean time between failures")));
    }

    void texts_are_longer_in_this_language() {
        QVERIFY(PreferencesDialog({}).windowTitle().startsWith(QStringLiteral("Preferences~~~~")));
    }

    void the_start_page_has_room_in_a_small_window() {
        StartPage page;
        page.resize(page.minimumSizeHint().expandedTo({800, 500}));
        expect_whole(page);
    }

    void the_dialogs_have_room() {
        const QMainWindow window;
        PreferencesDialog preferences({});
        expect_whole(preferences);
        AboutDialog about;
        expect_whole(about);
        ShortcutsDialog shortcuts(window);
        expect_whole(shortcuts);
        ManualWindow manual(QStringLiteral("Title"), QStringLiteral("Text"));
        expect_whole(manual);
    }
};

}  // namespace nines::gui

QTEST_MAIN(nines::gui::LongTextsTest)
#include "long_texts_test.moc"
