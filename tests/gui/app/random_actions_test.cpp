// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

#include "gui/panels/code_area.hpp"
#include "gui/panels/text_editor.hpp"
#include "tests/gui/app/monkey.hpp"

using namespace nines;
using namespace nines::gui;

namespace {

constexpr unsigned usual_seed = 20261123;
constexpr int usual_count = 20'000;
constexpr int actions_between_looks = 50;

/// Other seeds and longer runs by hand: NINES_MONKEY_SEED, NINES_MONKEY_ACTIONS.
int setting(const char* name, int otherwise) {
    bool is_set = false;
    const int value = qEnvironmentVariableIntValue(name, &is_set);
    return is_set ? value : otherwise;
}

}  // namespace

class RandomActionsTest : public QObject {
    Q_OBJECT

    QTemporaryDir settings_;

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings_.path());
        QCoreApplication::setOrganizationName(QStringLiteral("nines"));
        QCoreApplication::setApplicationName(QStringLiteral("nines-gui-test"));
    }

    void twenty_thousand_random_actions_end_well_and_undo_gives_the_first_text_back() {
        Monkey monkey(static_cast<unsigned>(setting("NINES_MONKEY_SEED", usual_seed)));
        Document& document = monkey.first().document();
        const std::string first_text = document.text();
        const Layout first_layout = document.layout();
        const int count = setting("NINES_MONKEY_ACTIONS", usual_count);
        for (int action = 1; action <= count; ++action) {
            monkey.act();
            if (action % actions_between_looks != 0) continue;
            look_at(monkey);
            if (QTest::currentTestFailed()) return;
        }
        document.gather();
        const std::string last_text = document.text();
        const Layout last_layout = document.layout();
        const int steps = document.undo_stack().index();
        QVERIFY2(steps > 20, qPrintable(QString::number(steps)));
        while (document.undo_stack().canUndo()) document.undo_stack().undo();
        QCOMPARE(QByteArray::fromStdString(document.text()), QByteArray::fromStdString(first_text));
        QVERIFY(document.layout() == first_layout);
        document.undo_stack().setIndex(steps);
        QCOMPARE(QByteArray::fromStdString(document.text()), QByteArray::fromStdString(last_text));
        QVERIFY(document.layout() == last_layout);
    }

private:
    /// The editor shows the document's text, and the latest step can be taken back and done again.
    static void look_at(Monkey& monkey) {
        Document& document = monkey.workspace().current()->document();
        document.gather();
        QVERIFY2(monkey.view().text_editor().area().bytes() == document.text(), qPrintable(monkey.doing()));
        if (!document.undo_stack().canUndo()) return;
        const std::string text = document.text();
        const Layout layout = document.layout();
        document.undo_stack().undo();
        document.undo_stack().redo();
        QVERIFY2(document.text() == text, qPrintable(monkey.doing()));
        QVERIFY2(document.layout() == layout, qPrintable(monkey.doing()));
    }
};

QTEST_MAIN(RandomActionsTest)
#include "random_actions_test.moc"
