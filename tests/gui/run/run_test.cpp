// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

#include "gui/charts/chart_view.hpp"
#include "gui/run/figures_page.hpp"
#include "gui/run/results_panel.hpp"
#include "gui/run/run_panel.hpp"
#include "models/results/metric_catalogue.hpp"

using namespace nines;
using namespace nines::gui;

namespace {

/// Two servers that repair themselves, one is enough: 1 - (mttr / (mtbf + mttr))^2 in the long run.
constexpr const char* pair = R"(format = 1
[scenario]
horizon = "1 y"
trials = 2000
[node.server]
mtbf = "1000 h"
mttr = "10 h"
[group.web]
node = "server"
count = 2
[service.site]
needs = ["web"]
objective = { slo = "99.9%" }
)";

/// So many trials that nobody waits for their end.
std::string endless() {
    std::string text = pair;
    text.replace(text.find("trials = 2000"), 13, "trials = 500000000");
    return text;
}

void give(Document& document, const std::string& text) {
    document.apply({.label = QStringLiteral("Type"), .text = text, .layout = {}, .merge = {}});
    QVERIFY2(document.is_sound(),
             document.opened().diagnostics.empty() ? "" : document.opened().diagnostics.front().message.c_str());
}

void keep_picture(QWidget& widget, const char* name) {
    const QString gallery = qEnvironmentVariable("NINES_CHART_GALLERY");
    if (!gallery.isEmpty()) widget.grab().save(QDir(gallery).filePath(QLatin1String(name)));
}

QAction* action_of(const RunPanel& panel, const char* name) {
    for (QAction* action : panel.run_actions()) {
        if (action->objectName() == QLatin1String(name)) return action;
    }
    return nullptr;
}

QString label_of(const QWidget& widget, const char* name) {
    const auto* label = widget.findChild<QLabel*>(QLatin1String(name));
    return label != nullptr && !label->isHidden() ? label->text() : QString();
}

}  // namespace

class RunTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        document_ = std::make_unique<Document>();
        runner_ = std::make_unique<Runner>();
    }
    void cleanup() {
        runner_.reset();
        document_.reset();
    }

    void a_pair_of_servers_is_estimated_and_verified() {
        RunPanel panel(*document_, *runner_);
        give(*document_, pair);
        panel.resize(1200, 360);
        panel.show();
        const QSignalSpy finished(runner_.get(), &Runner::finished);
        action_of(panel, "run")->trigger();
        QVERIFY(runner_->is_running());
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(!runner_->is_running());
        QTRY_VERIFY(runner_->outcome()->settled);
        const auto outcome = runner_->outcome();
        QVERIFY(outcome->complete);
        QCOMPARE(outcome->revision, document_->revision());
        QCOMPARE(outcome->results.run.trials, std::uint64_t{2000});
        const auto* row = results::find_metric(outcome->results, "service:site", "unavailability");
        QVERIFY(row != nullptr);
        // Over a year from new: less than the long run's (10 / 1010)^2 by about one repair time in a year.
        const double long_run = 10.0 / 1010.0 * 10.0 / 1010.0;
        QVERIFY(std::abs(row->estimate / long_run - 1.0) < 0.1);
        QVERIFY(!outcome->results.exact.empty());
        QVERIFY(outcome->reasons && !outcome->reasons->importance.empty());
        QVERIFY2(label_of(panel, "service-verified-0").contains(QStringLiteral("Verified: exact 99.990")),
                 qPrintable(label_of(panel, "service-verified-0")));
        QVERIFY(label_of(panel, "service-value-0").startsWith(QStringLiteral("99.99")));
        QVERIFY(label_of(panel, "badge").isEmpty());
        keep_picture(panel, "run-panel.png");
    }

    void the_first_estimate_comes_within_half_a_second() {
        give(*document_, endless());
        QElapsedTimer clock;
        const QSignalSpy progressed(runner_.get(), &Runner::progressed);
        clock.start();
        runner_->start(document_->opened(), {}, document_->revision());
        QTRY_VERIFY_WITH_TIMEOUT(progressed.count() > 0, 500);
        QVERIFY(clock.elapsed() < 500);
        runner_->cancel();
        QTRY_VERIFY(!runner_->is_running());
    }

    void cancelling_keeps_what_was_done() {
        RunPanel panel(*document_, *runner_);
        give(*document_, endless());
        panel.show();
        const QSignalSpy progressed(runner_.get(), &Runner::progressed);
        action_of(panel, "run")->trigger();
        QTRY_VERIFY(progressed.count() >= 3);
        QElapsedTimer clock;
        clock.start();
        action_of(panel, "cancel-run")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!runner_->is_running(), 1000);
        QVERIFY2(clock.elapsed() < 200, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(runner_->outcome() != nullptr);
        QVERIFY(!runner_->outcome()->complete);
        QVERIFY(runner_->outcome()->results.run.trials > 0);
        QCOMPARE(runner_->outcome()->results.run.stopped, std::string("interrupted"));
        QVERIFY(label_of(panel, "progress").contains(QStringLiteral("Cancelled")));
    }

    void progress_comes_at_most_ten_times_a_second() {
        give(*document_, endless());
        const QSignalSpy progressed(runner_.get(), &Runner::progressed);
        runner_->start(document_->opened(), {}, document_->revision());
        QTest::qWait(1000);
        runner_->cancel();
        QTRY_VERIFY(!runner_->is_running());
        QVERIFY2(progressed.count() <= 12, qPrintable(QString::number(progressed.count())));
        QVERIFY(progressed.count() >= 4);
    }

    void a_new_start_takes_the_place_of_the_run_before_it() {
        give(*document_, endless());
        runner_->start(document_->opened(), {}, 1);
        QTRY_VERIFY(!runner_->history().empty());
        results::StudyOptions few;
        few.trials = 50;
        QElapsedTimer clock;
        clock.start();
        runner_->start(document_->opened(), few, 2);
        QVERIFY(clock.elapsed() < 100);
        QTRY_VERIFY(!runner_->is_running());
        QCOMPARE(runner_->outcome()->revision, quint64{2});
        QCOMPARE(runner_->outcome()->results.run.trials, std::uint64_t{50});
    }

    void the_program_may_end_while_a_run_goes_on() {
        give(*document_, endless());
        runner_->start(document_->opened(), {}, 1);
        QTRY_VERIFY(!runner_->history().empty());
        QElapsedTimer clock;
        clock.start();
        runner_.reset();
        QVERIFY(clock.elapsed() < 1000);
    }

    void the_same_seed_gives_the_figures_of_the_command_line() {
        give(*document_, pair);
        results::StudyOptions options;
        options.threads = 2;
        runner_->start(document_->opened(), options, 1);
        QTRY_VERIFY(runner_->outcome() != nullptr);
        const auto study = results::prepare_study(document_->opened().scenario, {}, {});
        const auto alone = results::run_study(study);
        QCOMPARE(runner_->outcome()->results.metrics.size(), alone.metrics.size());
        for (std::size_t i = 0; i < alone.metrics.size(); ++i) {
            QVERIFY(runner_->outcome()->results.metrics[i].estimate == alone.metrics[i].estimate);
        }
    }

    void what_is_asked_too_much_is_refused_in_words() {
        give(*document_, pair);
        results::StudyOptions options;
        options.trials = 1'000'000'000'000'000;
        const QSignalSpy refused(runner_.get(), &Runner::refused);
        const QSignalSpy finished(runner_.get(), &Runner::finished);
        runner_->start(document_->opened(), options, 1);
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(refused.count(), 1);
        QVERIFY(refused.front().front().toString().contains(QStringLiteral("events")));
        QVERIFY(runner_->outcome() == nullptr);
    }

    void results_of_an_older_text_are_called_out_of_date() {
        RunPanel panel(*document_, *runner_);
        give(*document_, pair);
        panel.show();
        action_of(panel, "run")->trigger();
        QTRY_VERIFY(!runner_->is_running());
        QVERIFY(label_of(panel, "badge").isEmpty());
        give(*document_, std::string(pair) + "# more\n");
        QVERIFY(label_of(panel, "badge").contains(QStringLiteral("Out of date")));
        document_->undo_stack().undo();
        QVERIFY(label_of(panel, "badge").isEmpty());
    }

    void it_runs_as_the_text_is_edited() {
        RunPanel panel(*document_, *runner_);
        give(*document_, pair);
        panel.show();
        action_of(panel, "run-as-i-edit")->setChecked(true);
        QTRY_VERIFY(runner_->outcome() != nullptr);
        QTRY_VERIFY(!runner_->is_running());
        QVERIFY(runner_->outcome()->quick);
        QVERIFY(label_of(panel, "badge").contains(QStringLiteral("Quick run")));
        give(*document_, endless());
        const quint64 revision = document_->revision();
        QTRY_COMPARE(runner_->outcome()->revision, revision);
        QVERIFY(runner_->outcome()->results.run.wall_seconds < 2.0);
        // A broken text is not run.
        document_->apply({.label = QStringLiteral("Type"), .text = "format = 1\n[node", .layout = {}, .merge = {}});
        QTest::qWait(600);
        QVERIFY(!runner_->is_running());
        QCOMPARE(runner_->outcome()->revision, revision);
    }

    void a_broken_text_says_its_errors_and_offers_to_show_them() {
        RunPanel panel(*document_, *runner_);
        document_->apply({.label = QStringLiteral("Type"), .text = "format = 1\n[node", .layout = {}, .merge = {}});
        QVERIFY(label_of(panel, "message").contains(QStringLiteral("error")));
        QVERIFY(!action_of(panel, "run")->isEnabled());
        const QSignalSpy wanted(&panel, &RunPanel::errors_wanted);
        Q_EMIT panel.findChild<QLabel*>(QStringLiteral("message"))->linkActivated(QStringLiteral("errors"));
        QCOMPARE(wanted.count(), 1);
    }

    void settings_are_read_and_what_cannot_be_read_is_said() {
        RunPanel panel(*document_, *runner_);
        give(*document_, pair);
        panel.show();
        auto* trials = panel.findChild<QLineEdit*>(QStringLiteral("trials"));
        QCOMPARE(trials->placeholderText(), QStringLiteral("2,000"));
        QTest::keyClicks(trials, QStringLiteral("many"));
        action_of(panel, "run")->trigger();
        QVERIFY(!runner_->is_running());
        QVERIFY(label_of(panel, "settings-problem").contains(QStringLiteral("whole number")));
        trials->clear();
        QTest::keyClicks(trials, QStringLiteral("1,200"));
        QTest::keyClicks(panel.findChild<QLineEdit*>(QStringLiteral("seed")), QStringLiteral("7"));
        QTest::keyClicks(panel.findChild<QLineEdit*>(QStringLiteral("horizon")), QStringLiteral("30 d"));
        action_of(panel, "run")->trigger();
        QTRY_VERIFY(!runner_->is_running());
        const auto& run = runner_->outcome()->results.run;
        QCOMPARE(run.trials, std::uint64_t{1200});
        QCOMPARE(run.seed, std::uint64_t{7});
        QCOMPARE(run.horizon, 30.0 * 86400.0);
    }

    void results_show_figures_charts_and_overlays() {
        ResultsPanel panel(*runner_);
        panel.resize(1100, 420);
        panel.show();
        give(*document_, pair);
        runner_->start(document_->opened(), {}, document_->revision());
        QTRY_VERIFY(runner_->outcome() != nullptr && runner_->outcome()->settled);
        const auto* figures = panel.findChild<FiguresPage*>();
        QVERIFY(figures->isVisible());
        QVERIFY(figures->copied_text().contains(QStringLiteral("Availability\t99.99")));
        keep_picture(panel, "results-figures.png");

        const auto* chart = panel.findChild<ChartView*>();
        auto* pages = panel.findChild<QListWidget*>(QStringLiteral("pages"));
        for (int row = 1; row < pages->count(); ++row) {
            pages->setCurrentRow(row);
            QVERIFY(chart->isVisible());
            QVERIFY(!chart->chart().title.empty());
        }
        panel.show_page("importance");
        QCOMPARE(chart->chart().id, std::string("importance"));
        QVERIFY(!chart->chart().is_empty());
        keep_picture(panel, "results-importance.png");

        const QSignalSpy overlays(&panel, &ResultsPanel::overlay_changed);
        panel.findChild<QComboBox*>(QStringLiteral("overlay"))->setCurrentIndex(1);
        QCOMPARE(overlays.count(), 1);
        const auto overlay = qvariant_cast<Overlay>(overlays.front().front());
        QVERIFY(overlay.marks.contains("group:web"));
        QVERIFY(overlay.marks.contains("node:web/1"));
        QCOMPARE(overlay.marks.at("group:web").badge, QStringLiteral("100 %"));
        QVERIFY(!overlay.legend.isEmpty());
    }

    void results_of_an_older_text_are_marked_in_the_panel_of_results() {
        ResultsPanel panel(*runner_);
        panel.show();
        give(*document_, pair);
        panel.set_revision(document_->revision());
        QVERIFY(label_of(panel, "stale").isEmpty());
        runner_->start(document_->opened(), {}, document_->revision());
        QTRY_VERIFY(runner_->outcome() != nullptr);
        QVERIFY(label_of(panel, "stale").isEmpty());
        panel.set_revision(document_->revision() + 1);
        QVERIFY(label_of(panel, "stale").contains(QStringLiteral("Out of date")));
    }

    void the_convergence_of_any_service_can_be_followed() {
        RunPanel panel(*document_, *runner_);
        panel.resize(1600, 400);
        panel.show();
        auto* service = panel.findChild<QComboBox*>(QStringLiteral("convergence-of"));
        const auto* chart = panel.findChild<ChartView*>();
        QVERIFY(!chart->isVisible());  // of what?
        give(*document_, pair);
        QVERIFY(chart->isVisible());
        QVERIFY(!service->isVisible());
        give(*document_, std::string(pair) + "[service.shop]\nneeds = [\"web\"]\n");
        QVERIFY(service->isVisible());
        QCOMPARE(service->count(), 2);
        service->setCurrentIndex(service->findText(QStringLiteral("shop")));
        action_of(panel, "run")->trigger();
        QTRY_VERIFY(!runner_->is_running());
        QCOMPARE(service->currentText(), QStringLiteral("shop"));
        QVERIFY(!chart->chart().is_empty());
        QCOMPARE(chart->chart().title.arguments.front().pattern, std::string("shop"));
    }

    void what_was_asked_of_runs_is_taken_up_by_another_panel_and_nothing_runs() {
        give(*document_, pair);
        RunPanel first(*document_, *runner_);
        first.show();
        const QSignalSpy changed(&first, &RunPanel::draft_changed);
        QTest::keyClicks(first.findChild<QLineEdit*>(QStringLiteral("trials")), QStringLiteral("123"));
        QVERIFY(changed.count() > 0);
        first.findChild<QCheckBox*>(QStringLiteral("steady"))->setChecked(true);
        action_of(first, "run-as-i-edit")->setChecked(true);
        RunPanel second(*document_, *runner_);
        second.set_draft(first.draft());
        first.set_draft({});
        QCOMPARE(second.findChild<QLineEdit*>(QStringLiteral("trials"))->text(), QStringLiteral("123"));
        QVERIFY(second.findChild<QCheckBox*>(QStringLiteral("steady"))->isChecked());
        QVERIFY(action_of(second, "run-as-i-edit")->isChecked());
        QVERIFY(!action_of(first, "run-as-i-edit")->isChecked());
        QTest::qWait(600);
        QVERIFY(!runner_->is_running() && runner_->outcome() == nullptr);
    }

    void a_trial_worth_a_look_can_be_replayed() {
        ResultsPanel panel(*runner_);
        panel.show();
        give(*document_, pair);
        runner_->start(document_->opened(), {}, document_->revision());
        QTRY_VERIFY(runner_->outcome() != nullptr);
        const quint64 trial = runner_->outcome()->results.notable.front().trial;
        const QSignalSpy wanted(&panel, &ResultsPanel::replay_wanted);
        auto* button = panel.findChild<QPushButton*>(QStringLiteral("replay-%1").arg(trial));
        QVERIFY(button != nullptr);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.front().front().toULongLong(), trial);
    }

private:
    std::unique_ptr<Document> document_;
    std::unique_ptr<Runner> runner_;
};

Q_DECLARE_METATYPE(nines::gui::Overlay)

QTEST_MAIN(RunTest)
#include "run_test.moc"
