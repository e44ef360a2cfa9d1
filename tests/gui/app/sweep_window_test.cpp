// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/sweep_window.hpp"

#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

#include "gui/app/workspace.hpp"
#include "gui/compare/vary_row.hpp"

namespace nines::gui {

namespace {

const std::string pool =
    "format = 1\n[node.vm]\nmtbf = \"30 d\"\nmttr = \"8 h\"\n[group.web]\nnode = \"vm\"\ncount = 2\n[service.shop]\n"
    "needs = [\"web\"]\n[[vary]]\npath = \"group.web.count\"\nvalues = [1, 2]\n";

}  // namespace

class SweepWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void what_varies_is_written_into_the_scenario_and_undone() {
        const QTemporaryDir copies;
        Workspace workspace(copies.path());
        Design& design = workspace.add_copy(pool);
        SweepWindow window(workspace);
        window.show();
        auto* values = window.findChild<QLineEdit*>(QStringLiteral("vary-values"));
        QCOMPARE(values->text(), QStringLiteral("1, 2"));
        values->setText(QStringLiteral("1 .. 3 / 3"));
        auto* write = window.findChild<QPushButton*>(QStringLiteral("write-vary"));
        QTRY_VERIFY(write->isEnabled());
        QTest::mouseClick(write, Qt::LeftButton);
        QVERIFY(design.document().text().find("from = 1\nto = 3\nsteps = 3\n") != std::string::npos);
        QTRY_VERIFY(!write->isEnabled());
        design.document().undo_stack().undo();
        QCOMPARE(design.document().text(), pool);
    }

    void the_window_follows_the_design_in_front_and_its_end() {
        const QTemporaryDir copies;
        Workspace workspace(copies.path());
        Design& first = workspace.add_copy(pool);
        SweepWindow window(workspace);
        window.show();
        window.findChild<QLineEdit*>(QStringLiteral("vary-values"))->setText(QStringLiteral("2, 5"));
        Design& second = workspace.add_new();
        QVERIFY(window.findChild<VaryRow*>() == nullptr);
        workspace.set_current(&first);
        QCOMPARE(window.findChild<QLineEdit*>(QStringLiteral("vary-values"))->text(), QStringLiteral("2, 5"));
        workspace.close(first);
        workspace.close(second);
        QVERIFY(window.findChild<QTabWidget*>() == nullptr);
    }
};

}  // namespace nines::gui

QTEST_MAIN(nines::gui::SweepWindowTest)
#include "sweep_window_test.moc"
