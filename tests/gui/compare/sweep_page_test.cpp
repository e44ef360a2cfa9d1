// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/compare/sweep_page.hpp"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include "gui/charts/chart_view.hpp"
#include "gui/compare/figure_table.hpp"
#include "gui/compare/tornado_page.hpp"
#include "gui/compare/vary_row.hpp"
#include "models/compare/vary_text.hpp"

namespace nines::gui {

namespace {

constexpr int patience_ms = 30'000;

std::string pool(const std::string& more = "") {
    return "format = 1\n[node.vm]\nmtbf = \"30 d\"\nmttr = \"8 h\"\n[group.web]\nnode = \"vm\"\ncount = 2\n"
           "[service.shop]\nneeds = [\"web\"]\n" +
           more;
}

const std::string two_counts = "[[vary]]\npath = \"group.web.count\"\nvalues = [1, 2]\n";

SweptDesign design(const std::string& text, quint64 revision = 1) {
    return {{"pool.toml", text, {}, revision}, validate::open_text("pool.toml", text)};
}

compare::Sweep expected_sweep(const std::vector<std::string>& vary, std::uint64_t trials) {
    std::vector<scenario::Vary> varied;
    for (const std::string& text : vary) varied.push_back(*compare::parse_vary(text));
    results::StudyOptions options;
    options.trials = trials;
    const auto plan = compare::prepare_sweep(varied, design(pool()).text.opener(), options);
    return compare::run_sweep(plan, compare::usual_metrics());
}

template <class Widget>
Widget& child(QWidget& parent, const char* name, int index = 0) {
    const auto found = parent.findChildren<Widget*>(QLatin1String(name));
    Q_ASSERT(found.size() > index);
    return *found[index];
}

/// As a user does: the text that is there gives way.
void type(QLineEdit& line, const char* text) {
    line.setFocus();
    line.selectAll();
    QTest::keyClick(&line, Qt::Key_Delete);
    QTest::keyClicks(&line, QLatin1String(text));
}

struct Window {
    SweepDraft draft;
    Sweeper sweeper;
    SweepPage page{draft, sweeper};

    explicit Window(const std::string& text) {
        page.show_design(design(text));
        page.resize(1200, 760);
        page.show();
        page.activateWindow();
        if (!QTest::qWaitForWindowActive(&page)) qFatal("the window is not active");
    }
    QAction& run() { return child<QAction>(page, "sweep-now"); }
    bool has_ended() const { return sweeper.sweep() != nullptr && !sweeper.is_running(); }
};

}  // namespace

class SweepPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_sweep_set_up_by_hand_finds_what_the_command_line_finds() {
        Window window(pool());
        QVERIFY(!window.run().isEnabled());
        QTest::mouseClick(&child<QPushButton>(window.page, "add-key"), Qt::LeftButton);
        QVERIFY(child<QLineEdit>(window.page, "vary-key").hasFocus());
        type(child<QLineEdit>(window.page, "vary-key"), "group.web.count");
        QTest::keyClick(&child<QLineEdit>(window.page, "vary-key"), Qt::Key_Escape);
        type(child<QLineEdit>(window.page, "vary-values"), "1, 2");
        QTest::mouseClick(&child<QPushButton>(window.page, "add-key"), Qt::LeftButton);
        type(child<QLineEdit>(window.page, "vary-key", 1), "node.vm.mttr");
        QTest::keyClick(&child<QLineEdit>(window.page, "vary-key", 1), Qt::Key_Escape);
        type(child<QLineEdit>(window.page, "vary-values", 1), "2 h .. 8 h / 3");
        type(child<QLineEdit>(window.page, "sweep-trials"), "300");
        QTRY_VERIFY(window.run().isEnabled());
        QCOMPARE(child<QLabel>(window.page, "sweep-points").text(), QStringLiteral("Points: 6"));
        QVERIFY(child<QLabel>(window.page, "vary-now").text().contains(QStringLiteral("now 2")));
        QTest::keyClick(&child<QLineEdit>(window.page, "sweep-trials"), Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(window.has_ended(), patience_ms);

        const auto expected = expected_sweep({"group.web.count=1,2", "node.vm.mttr=2 h .. 8 h / 3"}, 300);
        const auto& found = window.sweeper.sweep()->figures;
        QCOMPARE(found.rows.size(), expected.figures.rows.size());
        for (std::size_t point = 0; point < found.rows.size(); ++point) {
            QCOMPARE(found.rows[point].size(), expected.figures.rows[point].size());
            for (std::size_t row = 0; row < found.rows[point].size(); ++row) {
                const auto& is = found.rows[point][row].metric;
                const auto& wanted = expected.figures.rows[point][row].metric;
                QCOMPARE(is.metric, wanted.metric);
                QVERIFY(is.estimate == wanted.estimate && is.low == wanted.low && is.high == wanted.high);
            }
        }
        auto& table = child<FigureTable>(window.page, "sweep-table");
        QCOMPARE(table.topLevelItemCount(), 6);
        QCOMPARE(table.topLevelItem(5)->text(1), QStringLiteral("2"));
        QCOMPARE(table.topLevelItem(5)->text(2), QStringLiteral("8 h"));
        QVERIFY(child<QListWidget>(window.page, "sweep-charts").count() >= 2);
        QVERIFY(child<QLabel>(window.page, "sweep-charts-hint").text().contains(QStringLiteral("price")));
    }

    void what_the_scenario_varies_is_filled_in_and_follows_the_text() {
        Window window(pool(two_counts));
        QCOMPARE(window.page.findChildren<VaryRow*>().size(), 1);
        QCOMPARE(child<QLineEdit>(window.page, "vary-values").text(), QStringLiteral("1, 2"));
        QVERIFY(window.run().isEnabled());
        QVERIFY(!child<QPushButton>(window.page, "write-vary").isEnabled());
        window.page.show_design(design(pool("[[vary]]\npath = \"group.web.count\"\nvalues = [1, 2, 3]\n"), 2));
        QTRY_COMPARE(window.page.findChildren<VaryRow*>().size(), 1);
        QCOMPARE(child<QLineEdit>(window.page, "vary-values").text(), QStringLiteral("1, 2, 3"));
        type(child<QLineEdit>(window.page, "vary-values"), "2, 5");
        QTRY_VERIFY(child<QPushButton>(window.page, "write-vary").isEnabled());
        window.page.show_design(design(pool(two_counts), 3));
        QCOMPARE(child<QLineEdit>(window.page, "vary-values").text(), QStringLiteral("2, 5"));  // the user's
        std::vector<scenario::Vary> written;
        connect(&window.page, &SweepPage::write_wanted, this, [&](const auto& varied) { written = varied; });
        QTest::mouseClick(&child<QPushButton>(window.page, "write-vary"), Qt::LeftButton);
        QCOMPARE(written.size(), std::size_t{1});
        QCOMPARE(written.front().values->size(), std::size_t{2});
    }

    void a_wrong_value_is_told_in_words_beside_its_field() {
        Window window(pool(two_counts));
        type(child<QLineEdit>(window.page, "vary-values"), "1, many");
        auto& problem = child<QLabel>(window.page, "vary-values-problem");
        QTRY_VERIFY(problem.isVisible());
        QVERIFY(problem.text().startsWith(QStringLiteral("many: ")));
        QVERIFY(!window.run().isEnabled());
        type(child<QLineEdit>(window.page, "vary-values"), "1,,2");
        QTRY_VERIFY(problem.text().contains(QStringLiteral("a value is missing")));
        type(child<QLineEdit>(window.page, "vary-values"), "1, 2");
        QTRY_VERIFY(!problem.isVisible());
        type(child<QLineEdit>(window.page, "sweep-trials"), "many");
        QTRY_VERIFY(child<QLabel>(window.page, "sweep-trials-problem").isVisible());
        type(child<QLineEdit>(window.page, "sweep-trials"), "1e3");
        type(child<QLineEdit>(window.page, "sweep-metrics"), "availabilitee");
        QTRY_VERIFY(child<QLabel>(window.page, "sweep-metrics-problem").isVisible());
        QVERIFY(!window.run().isEnabled());
        QVERIFY(QApplication::activeModalWidget() == nullptr);
    }

    void keys_are_offered_while_they_are_typed() {
        Window window(pool());
        QTest::mouseClick(&child<QPushButton>(window.page, "add-key"), Qt::LeftButton);
        auto& key = child<QLineEdit>(window.page, "vary-key");
        QTest::keyClicks(&key, QStringLiteral("mttr"));
        QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
        QTRY_COMPARE(key.text(), QStringLiteral("node.vm.mttr"));
        QTRY_VERIFY(child<QLabel>(window.page, "vary-now").text().contains(QStringLiteral("8 h")));
    }

    void a_key_is_removed_once_however_often_its_button_is_pressed() {
        Window window(pool());
        for (int row = 0; row < 2; ++row) child<QPushButton>(window.page, "add-key").click();
        type(child<QLineEdit>(window.page, "vary-key", 1), "node.vm.mttr");
        auto& remove = child<QToolButton>(window.page, "vary-remove");
        remove.click();
        remove.click();  // before the row is gone
        QCOMPARE(window.draft.varied.size(), std::size_t{1});
        QCOMPARE(window.draft.varied.front().path, QStringLiteral("node.vm.mttr"));
    }

    void a_sweep_can_be_cancelled_and_keeps_what_all_points_have_done() {
        Window window(pool(two_counts));
        child<QLineEdit>(window.page, "sweep-trials").setText(QStringLiteral("1e7"));
        bool has_progressed = false;
        connect(&window.sweeper, &Sweeper::progressed, this,
                [&](quint64 trials, quint64) { has_progressed = trials > 0; });
        QTRY_VERIFY(window.run().isEnabled());
        window.run().trigger();
        QTRY_VERIFY_WITH_TIMEOUT(has_progressed, patience_ms);
        QVERIFY(child<QLabel>(window.page, "sweep-left").text().contains(QStringLiteral("left")));
        child<QAction>(window.page, "cancel-sweep").trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!window.sweeper.is_running(), patience_ms);
        QVERIFY(window.sweeper.sweep() != nullptr);
        const results::RunInfo& run = window.sweeper.sweep()->figures.run;
        QCOMPARE(QString::fromStdString(run.stopped), QStringLiteral("interrupted"));
        QVERIFY(run.trials > 0 && run.trials < 10'000'000);
        QVERIFY(child<QLabel>(window.page, "sweep-reading").text().contains(QStringLiteral("Interrupted")));
        QCOMPARE(child<FigureTable>(window.page, "sweep-table").topLevelItemCount(), 2);
    }

    void figures_are_sorted_by_their_numbers_and_copied() {
        Window window(pool("[[vary]]\npath = \"group.web.count\"\nvalues = [1, 2, 10]\n"));
        child<QLineEdit>(window.page, "sweep-trials").setText(QStringLiteral("200"));
        QTRY_VERIFY(window.run().isEnabled());
        window.run().trigger();
        QTRY_VERIFY_WITH_TIMEOUT(window.has_ended(), patience_ms);
        auto& table = child<FigureTable>(window.page, "sweep-table");
        table.sortByColumn(1, Qt::DescendingOrder);
        QCOMPARE(table.topLevelItem(0)->text(1), QStringLiteral("10"));
        QCOMPARE(table.topLevelItem(2)->text(1), QStringLiteral("1"));
        child<QAction>(table, "copy-rows").trigger();
        const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 5);  // heads, three rows, an end
        QVERIFY(lines[1].startsWith(QStringLiteral("3\t10\t")));
    }

    void a_change_of_the_design_makes_the_sweep_stale() {
        Window window(pool(two_counts));
        child<QLineEdit>(window.page, "sweep-trials").setText(QStringLiteral("100"));
        QTRY_VERIFY(window.run().isEnabled());
        window.run().trigger();
        QTRY_VERIFY_WITH_TIMEOUT(window.has_ended(), patience_ms);
        QVERIFY(!child<QLabel>(window.page, "sweep-stale").isVisible());
        window.page.show_design(design(pool(two_counts) + "# later\n", 2));
        QVERIFY(child<QLabel>(window.page, "sweep-stale").isVisible());
    }

    void a_design_with_errors_cannot_be_swept() {
        Window window("format = 1\n[group.web]\nnode = \"none\"\n" + two_counts);
        QVERIFY(!window.run().isEnabled());
        QVERIFY(child<QLabel>(window.page, "sweep-points").text().contains(QStringLiteral("errors")));
    }

    void prices_give_a_chart_of_cost_against_downtime() {
        const std::string priced =
            "format = 1\n[node.vm]\nmtbf = \"30 d\"\nmttr = \"8 h\"\nprice = \"70 per mo\"\n"
            "[group.web]\nnode = \"vm\"\ncount = 2\n[service.shop]\nneeds = [\"web\"]\n" +
            two_counts;
        Window window(priced);
        child<QLineEdit>(window.page, "sweep-trials").setText(QStringLiteral("200"));
        QTRY_VERIFY(window.run().isEnabled());
        window.run().trigger();
        QTRY_VERIFY_WITH_TIMEOUT(window.has_ended(), patience_ms);
        auto& list = child<QListWidget>(window.page, "sweep-charts");
        QVERIFY(!list.findItems(QStringLiteral("Cost per year against"), Qt::MatchContains).isEmpty());
        QVERIFY(!child<QLabel>(window.page, "sweep-charts-hint").isVisible());
    }

    void the_tornado_is_that_of_the_command_line() {
        SweepDraft draft;
        Sweeper sweeper;
        TornadoPage page(draft, sweeper);
        page.show_design(design(pool()));
        page.resize(1200, 760);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        child<QDoubleSpinBox>(page, "tornado-range").setValue(20.0);
        type(child<QLineEdit>(page, "tornado-trials"), "400");
        QTest::keyClick(&child<QLineEdit>(page, "tornado-trials"), Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(sweeper.tornados() != nullptr && !sweeper.is_running(), patience_ms);

        results::StudyOptions options;
        options.trials = 400;
        const auto prepared = compare::prepare_tornado(design(pool()).text.opener(), 0.2, options);
        const auto expected = compare::run_tornado(prepared, {{"", "downtime_per_year", ""}});
        const auto& found = sweeper.tornados()->front();
        QCOMPARE(found.effects.size(), expected.front().effects.size());
        for (std::size_t i = 0; i < found.effects.size(); ++i) {
            QCOMPARE(found.effects[i].factor.path, expected.front().effects[i].factor.path);
            QCOMPARE(found.effects[i].low.estimate, expected.front().effects[i].low.estimate);
            QCOMPARE(found.effects[i].high.low, expected.front().effects[i].high.low);
        }
        const auto& chart = child<ChartView>(page, "tornado-chart").chart();
        QCOMPARE(chart.series.size(), std::size_t{2});
        QCOMPARE(chart.first.categories.size(), found.effects.size());
        QCOMPARE(child<FigureTable>(page, "tornado-table").topLevelItemCount(), static_cast<int>(found.effects.size()));
        QCOMPARE(draft.range_percent, 20.0);
        QVERIFY(child<QLabel>(page, "tornado-left-out").isVisible() == !found.left_out.empty());
    }
};

}  // namespace nines::gui

QTEST_MAIN(nines::gui::SweepPageTest)
#include "sweep_page_test.moc"
