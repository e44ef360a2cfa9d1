// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QWheelEvent>
#include <ctime>
#include <limits>
#include <stdexcept>

#include "gui/replay/replay_panel.hpp"
#include "gui/replay/timeline_chart.hpp"
#include "gui/replay/timeline_export.hpp"
#include "gui/replay/timeline_view.hpp"
#include "models/results/study.hpp"
#include "models/validate/open.hpp"

using nines::gui::Mark;
using nines::gui::Overlay;
using nines::gui::ReplayPanel;
using nines::gui::Runner;
using nines::gui::RunOutcome;
using nines::gui::TimelineView;

namespace {

/// The store fails over from 1000 to 1035 s, the target b is out from 2010 s on.
constexpr const char* design = R"(format = 1
scenario = { horizon = "3000 s", start = "Tue 12:00", trials = 4 }
[node.box]
ttf = "never"
ttr = "500 s"
[group.db]
node = "box"
count = 3
[group.a]
node = "box"
[group.b]
node = "box"
[store.orders]
on = "db"
replication = { lag = "2 s" }
failover = { detect = "10 s", promote = "5 s", redirect = "20 s" }
[balancer.edge]
to = ["a", "b"]
check = { takes = "10 s" }
retry = 0
[service.shop]
entry = "edge"
needs = ["orders"]
[event.first]
at = "1000 s"
do = "fail db/1"
[event.second]
at = "2000 s"
do = "fail b/1"
[event.third]
at = "2700 s"
do = "fail db/2"
)";

std::shared_ptr<RunOutcome> outcome_of(const std::string& toml) {
    const auto opened = nines::validate::open_text("test.toml", toml);
    for (const auto& diagnostic : opened.diagnostics) {
        if (diagnostic.severity == nines::scenario::Severity::error) throw std::runtime_error(diagnostic.message);
    }
    auto outcome = std::make_shared<RunOutcome>();
    outcome->study = std::make_shared<const nines::results::Study>(nines::results::prepare_study(opened.scenario, {}));
    outcome->results = nines::results::run_study(*outcome->study);
    return outcome;
}

std::shared_ptr<const nines::observe::Timeline> timeline_of(const RunOutcome& outcome) {
    const std::shared_ptr<const nines::compile::Program> program(outcome.study, &outcome.study->program);
    return std::make_shared<const nines::observe::Timeline>(program, nines::observe::trace_trial(*program, 1, 0));
}

Mark mark_of(const Overlay& overlay, const char* subject) {
    const auto found = overlay.marks.find(subject);
    return found == overlay.marks.end() ? Mark() : found->second;
}

}  // namespace

class ReplayTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { outcome_ = outcome_of(design); }

    void init() {
        view_ = std::make_unique<TimelineView>();
        view_->resize(1200, 400);
        view_->set_timeline(timeline_of(*outcome_), outcome_->study->begin_in_week);
        view_->show();
        QVERIFY(QTest::qWaitForWindowExposed(view_.get()));
    }

    void the_arrows_go_from_event_to_event_and_page_down_to_the_next_outage() {
        view_->chart().setFocus();
        QTest::keyClick(&view_->chart(), Qt::Key_Right);
        QCOMPARE(view_->time(), 1000.0);
        QTest::keyClick(&view_->chart(), Qt::Key_Right);
        QCOMPARE(view_->time(), 1010.0);
        QTest::keyClick(&view_->chart(), Qt::Key_Left);
        QCOMPARE(view_->time(), 1000.0);
        QTest::keyClick(&view_->chart(), Qt::Key_PageDown);
        QCOMPARE(view_->time(), 2700.0);
        QTest::keyClick(&view_->chart(), Qt::Key_PageUp);
        QCOMPARE(view_->time(), 1000.0);
        QTest::keyClick(&view_->chart(), Qt::Key_End);
        QCOMPARE(view_->time(), 3000.0);
        QTest::keyClick(&view_->chart(), Qt::Key_Home);
        QCOMPARE(view_->time(), 0.0);
    }

    void the_overlay_says_how_everything_stands_at_the_play_head() {
        view_->set_time(0.0);
        QCOMPARE(mark_of(view_->overlay(), "store:orders").badge, QStringLiteral("primary db/1"));
        QCOMPARE(mark_of(view_->overlay(), "node:a/1").badge, QStringLiteral("50 %"));
        QCOMPARE(mark_of(view_->overlay(), "node:db/1").badge, QStringLiteral("primary"));
        QCOMPARE(mark_of(view_->overlay(), "service:shop").state, Mark::State::up);
        view_->set_time(1005.0);
        QCOMPARE(mark_of(view_->overlay(), "service:shop").state, Mark::State::down);
        QCOMPARE(mark_of(view_->overlay(), "store:orders").state, Mark::State::down);
        QCOMPARE(mark_of(view_->overlay(), "node:db/1").state, Mark::State::recovering);
        QCOMPARE(mark_of(view_->overlay(), "node:db/2").badge, QStringLiteral("lag 2 s"));
        view_->set_time(1012.0);
        QCOMPARE(mark_of(view_->overlay(), "store:orders").state, Mark::State::recovering);
        view_->set_time(2005.0);
        QCOMPARE(mark_of(view_->overlay(), "service:shop").state, Mark::State::degraded);
        QCOMPARE(mark_of(view_->overlay(), "node:b/1").badge, QStringLiteral("50 %"));
        view_->set_time(2015.0);
        QCOMPARE(mark_of(view_->overlay(), "node:a/1").badge, QStringLiteral("100 %"));
        QCOMPARE(mark_of(view_->overlay(), "group:b").badge, QStringLiteral("0 %"));
        QVERIFY(view_->overlay().is_replay);
    }

    void a_click_on_an_outage_tells_its_story() {
        auto& chart = view_->chart();
        const auto course = chart.timeline()->course_of("service:shop");
        QTest::mouseClick(chart.viewport(), Qt::LeftButton, {}, chart.position_of(course, 1010.0));
        const auto* story = view_->findChild<QTextBrowser*>(QStringLiteral("story"));
        QVERIFY(story->isVisible());
        const QString text = story->toPlainText();
        QVERIFY2(text.contains(QStringLiteral("service:shop is down for 35 s")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("Causes: event:first")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("promoting node:db/2 for 5 s")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("service:shop UP after 35 s")), qPrintable(text));
    }

    void a_click_just_beside_an_outage_shows_the_moment_of_the_one_that_is_told() {
        auto& chart = view_->chart();
        const auto course = chart.timeline()->course_of("service:shop");
        const QPoint begin = chart.position_of(course, 1000.0);
        QTest::mouseClick(chart.viewport(), Qt::LeftButton, {}, begin - QPoint(2, 0));
        QVERIFY(view_->findChild<QTextBrowser*>(QStringLiteral("story"))->isVisible());
        QVERIFY2(view_->time() >= 1000.0 && view_->time() < 1035.0, qPrintable(QString::number(view_->time())));
    }

    void a_press_in_the_chart_moves_the_play_head_and_a_drag_takes_it_along() {
        auto& chart = view_->chart();
        const auto course = chart.timeline()->course_of("balancer:edge");
        QTest::mousePress(chart.viewport(), Qt::LeftButton, {}, chart.position_of(course, 500.0));
        QVERIFY(std::abs(view_->time() - 500.0) <= chart.scale().seconds_per_pixel());
        QTest::mouseMove(chart.viewport(), chart.position_of(course, 1500.0));
        QVERIFY(std::abs(view_->time() - 1500.0) <= chart.scale().seconds_per_pixel());
        QTest::mouseRelease(chart.viewport(), Qt::LeftButton, {}, chart.position_of(course, 1500.0));
    }

    void the_list_of_events_follows_the_play_head_and_leads_it() {
        auto* table = view_->findChild<QTableView*>(QStringLiteral("events"));
        view_->set_time(1012.0);
        const auto& events = view_->timeline()->trace().events;
        QCOMPARE(events[static_cast<std::size_t>(table->currentIndex().row())].at_seconds, 1010.0);
        table->setCurrentIndex(table->model()->index(0, 0));
        QCOMPARE(view_->time(), 1000.0);
    }

    void the_moment_is_told_in_words() {
        view_->set_time(1005.0);
        const QString text = view_->findChild<QTextBrowser*>(QStringLiteral("moment"))->toPlainText();
        QVERIFY2(text.contains(QStringLiteral("service:shop down")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("because of: event:first")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("lag drawn for this failover: 2 s")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("a/1 50 % · b/1 50 %")), qPrintable(text));
    }

    void wheel_and_keys_zoom_down_to_a_second_and_back_to_all() {
        auto& chart = view_->chart();
        view_->set_time(1000.0);
        for (int i = 0; i < 40; ++i) QTest::keyClick(&chart, Qt::Key_Plus);
        QCOMPARE(chart.scale().length(), 1.0);
        QVERIFY(chart.scale().from() <= 1000.0 && chart.scale().to() >= 1000.0);
        QTest::keyClick(&chart, Qt::Key_0);
        QCOMPARE(chart.scale().length(), 3000.0);
        const QPointF at = chart.position_of(0, 2000.0);
        QWheelEvent turn(at, chart.viewport()->mapToGlobal(at), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                         Qt::NoScrollPhase, false);
        const double fixed = chart.scale().time_at(chart.scale().x_of(2000.0));
        QCoreApplication::sendEvent(chart.viewport(), &turn);
        QVERIFY(chart.scale().length() < 3000.0);
        const auto pixel = chart.position_of(0, fixed).x();
        QVERIFY(std::abs(pixel - at.x()) <= 1.0);
    }

    void groups_open_to_their_members_and_names_are_filtered() {
        auto& chart = view_->chart();
        const auto* timeline = chart.timeline();
        const auto member = timeline->course_of("node:db/1");
        QCOMPARE(chart.rows().row_of(member), -1);
        view_->choose_subject("node:db/1");
        QVERIFY(chart.rows().row_of(member) > 0);
        QCOMPARE(chart.chosen_course(), member);
        // db/3 was a replica all along: it has no row of its own.
        QCOMPARE(chart.rows().row_of(timeline->course_of("node:db/3")), -1);
        chart.set_filter(QStringLiteral("edge"));
        QCOMPARE(chart.rows().rows().size(), std::size_t{1});
    }

    void the_calendar_begins_where_the_scenario_does() {
        QCOMPARE(view_->chart().scale().text_of(0.0), QStringLiteral("Tue, day 0, 12:00:00.0"));
        QCOMPARE(view_->chart().scale().text_of(12.0 * 3600.0), QStringLiteral("Wed, day 1, 00:00:00.0"));
    }

    void chart_and_events_are_written_to_files() {
        const QTemporaryDir folder;
        for (const char* name : {"a.png", "a.svg", "a.csv"}) {
            const QString path = folder.filePath(QLatin1String(name));
            QCOMPARE(nines::gui::export_timeline(view_->chart(), path), QString());
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(file.size() > 500);
        }
        QFile csv(folder.filePath(QStringLiteral("a.csv")));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        QVERIFY(csv.readAll().contains("1000,service:shop,down,,event:first,DOWN because of event:first\r\n"));
    }

    void playing_skips_quiet_times() {
        nines::gui::Player player;
        player.set_timeline(view_->timeline());
        player.set_speed(10.0);
        player.set_time(0.0);
        QCOMPARE(player.after(1.0), 995.0);  // half a second of the clock before the first event
        player.set_time(1011.0);
        QCOMPARE(player.after(0.1), 1012.0);
        player.set_skips_quiet(false);
        player.set_time(0.0);
        QCOMPARE(player.after(1.0), 10.0);
    }

    void the_panel_computes_a_notable_trial_and_lays_it_over_the_drawing() {
        Runner runner;
        ReplayPanel panel(runner);
        panel.resize(1200, 400);
        panel.set_outcome(outcome_);
        panel.show();
        QSignalSpy overlays(&panel, &ReplayPanel::overlay_changed);
        auto* notable = panel.findChild<QComboBox*>(QStringLiteral("notable_trials"));
        QVERIFY(notable->count() > 0);
        QVERIFY(notable->itemText(0).startsWith(QStringLiteral("most downtime of service:shop")));
        panel.show_trial(2);
        QTRY_VERIFY(panel.view().timeline() != nullptr);
        QCOMPARE(panel.view().timeline()->trace().trial, std::uint64_t{2});
        QVERIFY(!overlays.isEmpty());
        panel.findChild<QCheckBox*>(QStringLiteral("on_drawing"))->setChecked(false);
        QVERIFY(overlays.last().first().value<Overlay>().marks.empty());
    }

    void the_list_names_the_trial_that_is_shown_wherever_it_was_chosen() {
        Runner runner;
        ReplayPanel panel(runner);
        panel.set_outcome(outcome_);
        auto* notable = panel.findChild<QComboBox*>(QStringLiteral("notable_trials"));
        QCOMPARE(notable->currentIndex(), -1);
        const quint64 trial = notable->itemData(0).toULongLong();
        panel.show_trial(trial);
        QCOMPARE(notable->currentData().toULongLong(), trial);
        QTRY_VERIFY(panel.view().timeline() != nullptr);
        // More of the same run: exact figures.
        panel.set_outcome(std::make_shared<RunOutcome>(*outcome_));
        QCOMPARE(notable->currentData().toULongLong(), trial);
        panel.show_trial(1'000'000);
        QCOMPARE(notable->currentIndex(), -1);
    }

    void after_another_run_that_was_cancelled_the_trial_is_that_of_the_new_design() {
        Runner runner;
        ReplayPanel panel(runner);
        panel.set_outcome(outcome_);
        panel.show_trial(1);
        QTRY_VERIFY(panel.view().timeline() != nullptr);
        QSignalSpy overlays(&panel, &ReplayPanel::overlay_changed);
        std::string changed = design;
        changed.replace(changed.find("horizon = \"3000 s\""), 18, "horizon = \"2500 s\"");
        const auto cancelled = outcome_of(changed);
        cancelled->complete = false;
        panel.set_outcome(cancelled);
        QTRY_COMPARE(panel.view().timeline()->horizon(), 2500.0);
        QCOMPARE(panel.view().timeline()->trace().trial, std::uint64_t{1});
        QVERIFY(!overlays.isEmpty());
    }

    void a_trial_of_an_older_text_is_marked() {
        Runner runner;
        ReplayPanel panel(runner);
        panel.show();
        panel.set_outcome(outcome_);
        panel.set_revision(outcome_->revision);
        const auto* stale = panel.findChild<QLabel*>(QStringLiteral("stale"));
        panel.set_revision(outcome_->revision + 1);
        QVERIFY(!stale->isVisible());  // nothing is shown yet
        panel.show_trial(1);
        QVERIFY(stale->isVisible());
        panel.set_revision(outcome_->revision);
        QVERIFY(!stale->isVisible());
    }

    void a_trial_with_many_events_is_painted_within_a_frame() {
        const auto large = outcome_of(R"(format = 1
scenario = { horizon = "10 y", trials = 2 }
[node.box]
mttf = "2 d"
mttr = "2 h"
[group.web]
node = "box"
count = 40
[service.site]
needs = ["38 of web"]
)");
        view_->set_timeline(timeline_of(*large), 0.0);
        const auto& timeline = *view_->timeline();
        QVERIFY2(timeline.trace().events.size() > 100'000, qPrintable(QString::number(timeline.trace().events.size())));
        view_->chart().set_open(timeline.course_of("group:web"), true);
        QImage image(view_->chart().viewport()->size(), QImage::Format_ARGB32_Premultiplied);
        // The processor's time: others may be at work on this machine.
        const auto milliseconds_of = [](const auto& act) {
            const std::clock_t begin = std::clock();
            act();
            return 1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
        };
        double best = std::numeric_limits<double>::infinity();
        for (int i = 0; i < 5; ++i) {
            best = std::min(best, milliseconds_of([&] { view_->chart().viewport()->render(&image); }));
        }
        QVERIFY2(best < 33.0, qPrintable(QStringLiteral("%1 ms").arg(best)));
        const double scrub = milliseconds_of([&] { view_->set_time(1e8); });
        QVERIFY2(scrub < 100.0, qPrintable(QStringLiteral("%1 ms").arg(scrub)));
        qInfo("painted in %.1f ms, scrubbed in %.1f ms", best, scrub);
    }

private:
    std::shared_ptr<RunOutcome> outcome_;
    std::unique_ptr<TimelineView> view_;
};

QTEST_MAIN(ReplayTest)
#include "replay_test.moc"
