// SPDX-License-Identifier: GPL-3.0-or-later
// The drawing and the replay of a trial show the same thing.
#include <QAbstractButton>
#include <QDockWidget>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

#include "gui/replay/replay_panel.hpp"
#include "gui/replay/timeline_chart.hpp"
#include "gui/replay/timeline_view.hpp"
#include "tests/gui/app/window_hands.hpp"

using namespace nines;
using namespace nines::gui;

namespace {

constexpr int patience = 30'000;  ///< Milliseconds, on a busy machine.

constexpr const char* two_groups =
    "format = 1\n[node.server]\nmtbf = \"10 d\"\nmttr = \"12 h\"\n"
    "[group.web]\nnode = \"server\"\ncount = 2\n[group.db]\nnode = \"server\"\ncount = 1\n"
    "[service.site]\nneeds = [\"web\", \"db\"]\n";

/// A window whose design was run, with one trial in the replay.
struct Replayed {
    QTemporaryDir copies;
    Workspace workspace{copies.path()};
    MainWindow window{workspace};
    WindowHands hands{window};
    Design& design = workspace.add_copy(two_groups);

    DesignView& view() { return hands.view(); }
    ReplayPanel& panel() { return *view().findChild<ReplayPanel*>(); }
    TimelineChart& chart() { return panel().view().chart(); }
    QDockWidget& dock() { return *view().findChild<QDockWidget*>(QStringLiteral("replay")); }
    const Overlay& overlay() { return view().canvas().scene().overlay(); }

    void show_first_trial() {
        QTRY_VERIFY(view().canvas().isVisible());
        results::StudyOptions options;
        options.trials = 20;
        options.threads = 1;
        options.horizon = Duration::seconds(86400.0 * 365.0);
        design.runner().start(design.document().opened(), options, design.document().revision());
        QTRY_VERIFY_WITH_TIMEOUT(design.runner().outcome() != nullptr && design.runner().outcome()->settled, patience);
        dock().show();
        dock().raise();
        panel().show_trial(0);
        QTRY_VERIFY_WITH_TIMEOUT(panel().view().timeline() != nullptr, patience);
    }

    std::uint32_t course(const char* subject) { return panel().view().timeline()->course_of(subject); }

    std::string chosen_subject() {
        const std::uint32_t chosen = chart().chosen_course();
        return chosen == observe::no_course ? std::string() : panel().view().timeline()->courses()[chosen].subject;
    }

    void click_row(const char* subject) {
        const QPoint at = chart().position_of(course(subject), panel().view().time());
        QTest::mouseClick(chart().viewport(), Qt::LeftButton, Qt::NoModifier, at);
    }
};

using Names = std::vector<edit::ThingName>;

}  // namespace

class ReplayLinkTest : public QObject {
    Q_OBJECT

    QTemporaryDir settings_;

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings_.path());
        QCoreApplication::setOrganizationName(QStringLiteral("nines"));
        QCoreApplication::setApplicationName(QStringLiteral("nines-gui-test"));
    }

    void init() { QSettings().clear(); }

    void what_is_selected_in_the_drawing_is_the_row_that_the_replay_chooses() {
        Replayed replayed;
        replayed.show_first_trial();
        if (QTest::currentTestFailed()) return;
        replayed.hands.select("group", "db");
        QCOMPARE(replayed.chosen_subject(), std::string("group:db"));
        replayed.hands.select("service", "site");
        QCOMPARE(replayed.chosen_subject(), std::string("service:site"));
        replayed.hands.select("group", "web");
        QCOMPARE(replayed.chosen_subject(), std::string("group:web"));
    }

    void a_replay_is_kept_when_the_window_is_made_anew() {
        Replayed replayed;
        replayed.show_first_trial();
        if (QTest::currentTestFailed()) return;
        replayed.panel().view().set_time(1e6);
        MainWindow anew(replayed.workspace);  // as after a change of language
        auto* panel = anew.findChild<ReplayPanel*>();
        QTRY_VERIFY_WITH_TIMEOUT(panel->view().timeline() != nullptr, patience);
        QCOMPARE(panel->view().timeline()->trace().trial, std::uint64_t{0});
        QCOMPARE(panel->view().time(), 1e6);
    }

    void a_row_that_is_clicked_in_the_replay_is_selected_in_the_drawing() {
        Replayed replayed;
        replayed.show_first_trial();
        if (QTest::currentTestFailed()) return;
        replayed.click_row("service:site");
        QCOMPARE(replayed.view().canvas().selection(), (Names{{"service", "site"}}));
        replayed.click_row("group:web");
        QCOMPARE(replayed.view().canvas().selection(), (Names{{"group", "web"}}));
        // A member is a dot of its group's box: the box is selected, and the replay stays with the member.
        replayed.chart().set_open(replayed.course("group:web"), true);
        replayed.click_row("node:web/2");
        QCOMPARE(replayed.chosen_subject(), std::string("node:web/2"));
        QCOMPARE(replayed.view().canvas().selection(), (Names{{"group", "web"}}));
    }

    void states_leave_the_drawing_when_the_replay_is_closed_and_come_back_with_it() {
        Replayed replayed;
        replayed.show_first_trial();
        if (QTest::currentTestFailed()) return;
        QTRY_VERIFY(replayed.overlay().is_replay);
        QVERIFY(replayed.overlay().marks.count("group:web") == 1);
        // Another panel in front of it is no reason.
        auto* run = replayed.view().findChild<QDockWidget*>(QStringLiteral("run"));
        run->raise();
        QCoreApplication::processEvents();
        QVERIFY(replayed.overlay().is_replay);
        // Neither in front nor behind: closed.
        replayed.dock().close();
        QVERIFY(!replayed.overlay().is_replay);
        QVERIFY(replayed.overlay().marks.empty());
        replayed.dock().show();
        replayed.dock().raise();
        QTRY_VERIFY(replayed.overlay().is_replay);
        auto* button = replayed.dock().findChild<QAbstractButton*>(QStringLiteral("qt_dockwidget_closebutton"));
        QVERIFY(button != nullptr);
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(replayed.dock().isHidden());
        QVERIFY(!replayed.overlay().is_replay);
        QVERIFY(replayed.overlay().marks.empty());
    }
};

QTEST_MAIN(ReplayLinkTest)
#include "replay_link_test.moc"
