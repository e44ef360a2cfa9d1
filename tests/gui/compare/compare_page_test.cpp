// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/compare/compare_page.hpp"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QTest>
#include <QToolButton>
#include <QTranslator>
#include <QTreeWidget>

#include "gui/compare/comparison_figures.hpp"
#include "gui/look/plain_tip.hpp"
#include "models/compare/compare.hpp"

namespace nines::gui {

namespace {

std::string pool(int count) {
    return "format = 1\n[node.vm]\nmtbf = \"30 d\"\nmttr = \"8 h\"\n[group.web]\nnode = \"vm\"\ncount = " +
           std::to_string(count) + "\n[service.shop]\nneeds = [\"web\"]\n";
}

ComparedText text(const QString& title, const std::string& toml, quint64 revision = 1) {
    return {title, validate::open_text(title.toStdString(), toml), revision};
}

template <class Widget>
Widget& child(QWidget& parent, const char* name) {
    auto* found = parent.findChild<Widget*>(QLatin1String(name));
    Q_ASSERT(found != nullptr);
    return *found;
}

}  // namespace

class ComparePageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void says_what_the_command_line_says() {
        Comparer comparer;
        ComparePage page(
            [] {
                return std::vector{text(QStringLiteral("one"), pool(1)), text(QStringLiteral("two"), pool(2))};
            },
            comparer);
        page.resize(1200, 700);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        auto& trials = child<QLineEdit>(page, "compared-trials");
        trials.setFocus();
        QTest::keyClicks(&trials, QStringLiteral("500"));
        QTest::keyClick(&trials, Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(comparer.comparison() != nullptr && !comparer.is_running(), 30000);

        compare::CompareOptions options;
        options.study.trials = 500;
        const auto prepared = compare::prepare_designs(
            {validate::open_text("one", pool(1)).scenario, validate::open_text("two", pool(2)).scenario}, options);
        const auto expected = compare::compare_designs(prepared.designs, options);
        const auto* row = compare::find_difference(*comparer.comparison(), "service:shop", "downtime_per_year", 0, 1);
        QVERIFY(row != nullptr);
        QCOMPARE(row->estimate,
                 compare::find_difference(expected, "service:shop", "downtime_per_year", 0, 1)->estimate);
        auto& figures = child<ComparisonFigures>(page, "comparison-figures");
        QVERIFY(figures.topLevelItemCount() >= 3);
        QCOMPARE(figures.topLevelItem(0)->childCount(), 2);
        const QTreeWidgetItem& second = *figures.topLevelItem(0)->child(1);
        for (const int column : {0, 3, 5}) {
            QVERIFY(!second.text(column).isEmpty());
            QCOMPARE(second.toolTip(column), second.text(column));
        }
        QVERIFY(child<QLabel>(page, "answer").text().contains(QStringLiteral("less")));
        QCOMPARE(child<QTreeWidget>(page, "design-changes").topLevelItem(0)->child(0)->text(1),
                 QStringLiteral("count"));
        QVERIFY(child<QListWidget>(page, "comparison-charts").count() >= 3);
    }

    void the_answer_is_in_the_language_of_the_desktop() {
        QTranslator chinese;
        QVERIFY(chinese.load(QStringLiteral("nines_zh_CN"), QStringLiteral(":/i18n")));
        QVERIFY(QCoreApplication::installTranslator(&chinese));
        for (const int last : {1, 2, 40}) {
            Comparer comparer;
            ComparePage page(
                [last] {
                    return std::vector{text(QStringLiteral("甲"), pool(1)), text(QStringLiteral("乙"), pool(2)),
                                       text(QStringLiteral("丙"), pool(last))};
                },
                comparer);
            child<QLineEdit>(page, "compared-trials").setText(QStringLiteral("100"));
            child<QAction>(page, "compare-now").trigger();
            QTRY_VERIFY_WITH_TIMEOUT(comparer.comparison() != nullptr, 30000);
            const QString answer = child<QLabel>(page, "answer").text();
            static const QRegularExpression english(QStringLiteral("[A-Za-z]{4}|%\\d"));
            QVERIFY2(answer.contains(QStringLiteral("停机")), qPrintable(answer));
            QVERIFY2(!answer.contains(english), qPrintable(answer));
        }
        QCoreApplication::removeTranslator(&chinese);
    }

    void a_tip_shows_markup_of_a_scenario_as_text() {
        QCOMPARE(plain_tip(QStringLiteral("web, a < b")), QStringLiteral("web, a < b"));
        QCOMPARE(plain_tip(QStringLiteral("<b>web</b>")), QStringLiteral("<p>&lt;b&gt;web&lt;/b&gt;</p>"));
    }

    void the_baseline_can_be_chosen() {
        Comparer comparer;
        ComparePage page(
            [] {
                return std::vector{text(QStringLiteral("one"), pool(1)), text(QStringLiteral("two"), pool(2))};
            },
            comparer);
        child<QLineEdit>(page, "compared-trials").setText(QStringLiteral("200"));
        child<QComboBox>(page, "baseline").setCurrentIndex(1);
        child<QAction>(page, "compare-now").trigger();
        QTRY_VERIFY_WITH_TIMEOUT(comparer.comparison() != nullptr, 30000);
        const auto* row = compare::find_difference(*comparer.comparison(), "service:shop", "downtime_per_year", 0, 1);
        QVERIFY(row->estimate < 0.0);  // two servers less one
    }

    void a_design_with_errors_cannot_be_chosen() {
        Comparer comparer;
        ComparePage page(
            [] {
                return std::vector{text(QStringLiteral("one"), pool(1)),
                                   text(QStringLiteral("bad"), "format = 1\n[group.web]\nnode = \"none\"\n")};
            },
            comparer);
        QVERIFY(!child<QAction>(page, "compare-now").isEnabled());
        auto& list = child<QListWidget>(page, "compared-designs");
        QVERIFY((list.item(1)->flags() & Qt::ItemIsEnabled) == 0);
    }

    void a_number_that_cannot_be_read_compares_nothing() {
        Comparer comparer;
        ComparePage page(
            [] {
                return std::vector{text(QStringLiteral("one"), pool(1)), text(QStringLiteral("two"), pool(2))};
            },
            comparer);
        child<QLineEdit>(page, "compared-trials").setText(QStringLiteral("many"));
        QVERIFY(!child<QAction>(page, "compare-now").isEnabled());
        child<QLineEdit>(page, "compared-trials").setText(QStringLiteral("1,000"));
        QVERIFY(child<QAction>(page, "compare-now").isEnabled());
    }

    void a_comparison_can_be_cancelled_and_keeps_what_was_done() {
        Comparer comparer;
        ComparePage page(
            [] {
                return std::vector{text(QStringLiteral("one"), pool(1)), text(QStringLiteral("two"), pool(2))};
            },
            comparer);
        child<QLineEdit>(page, "compared-trials").setText(QStringLiteral("1e7"));
        bool has_progressed = false;
        connect(&comparer, &Comparer::progressed, this, [&](quint64 trials, quint64) { has_progressed = trials > 0; });
        child<QAction>(page, "compare-now").trigger();
        QTRY_VERIFY_WITH_TIMEOUT(has_progressed, 30000);
        child<QAction>(page, "cancel-compare").trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!comparer.is_running(), 30000);
        QVERIFY(comparer.comparison() != nullptr);
        QCOMPARE(QString::fromStdString(comparer.comparison()->stopped), QStringLiteral("interrupted"));
    }

    void an_edit_makes_the_comparison_stale_and_another_horizon_is_refused() {
        Comparer comparer;
        quint64 revision = 1;
        std::string second = pool(2);
        ComparePage page(
            [&] {
                return std::vector{text(QStringLiteral("one"), pool(1)), text(QStringLiteral("two"), second, revision)};
            },
            comparer);
        page.show();
        child<QLineEdit>(page, "compared-trials").setText(QStringLiteral("100"));
        child<QAction>(page, "compare-now").trigger();
        QTRY_VERIFY_WITH_TIMEOUT(comparer.comparison() != nullptr && !comparer.is_running(), 30000);
        QVERIFY(!child<QLabel>(page, "compare-stale").isVisible());
        ++revision;
        second = "format = 1\nscenario = { horizon = \"2 y\" }\n" + pool(2).substr(11);
        page.refresh();
        QVERIFY(child<QLabel>(page, "compare-stale").isVisible());
        child<QAction>(page, "compare-now").trigger();
        QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>(page, "compare-message").text().contains(QStringLiteral("E201")), 30000);
    }
};

}  // namespace nines::gui

QTEST_MAIN(nines::gui::ComparePageTest)
#include "compare_page_test.moc"
