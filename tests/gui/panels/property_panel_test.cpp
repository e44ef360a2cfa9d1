// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QSpinBox>

#include <fmt/format.h>

#include "gui/panels/properties/law_panel.hpp"
#include "gui/panels/properties/preset_picker.hpp"
#include "models/edit/law_forms.hpp"
#include "tests/gui/panels/property_probe.hpp"

using namespace nines;
using gui::PropertyProbe;
using gui::PropertySection;

namespace {

constexpr const char* small_design =
    "format = 1\n"
    "\n"
    "# What breaks.\n"
    "[node.web]\n"
    "mtbf = \"90 d\"          # measured\n"
    "mttr = '2 h'\n"
    "\n"
    "[node.vm]\n"
    "preset = \"cloud-vm\"\n"
    "\n"
    "[group.web]\n"
    "node = \"web\"\n"
    "count = 3\n"
    "[group.api]\n"
    "node = \"web\"\n"
    "count = 2\n"
    "\n"
    "[service.site]\n"
    "needs = [\"2 of web\"]\n";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    return text.replace(text.find(from), from.size(), to);
}

}  // namespace

class PropertyPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void typing_a_value_changes_only_that_value_and_undo_gives_every_byte_back() {
        PropertyProbe probe(small_design);
        probe.panel.show_things({{"node", "web"}});
        QCOMPARE(probe.line("mtbf")->text(), QStringLiteral("90 d"));
        probe.type(probe.line("mtbf"), "30  d");
        QCOMPARE(probe.document.text(), replaced(small_design, "\"90 d\" ", "\"30  d\" "));
        QCOMPARE(probe.document.undo_stack().count(), 1);
        probe.document.undo_stack().undo();
        QCOMPARE(probe.document.text(), std::string(small_design));
        QCOMPARE(probe.line("mtbf")->text(), QStringLiteral("90 d"));
    }

    void what_is_typed_is_written_after_a_pause_and_the_cursor_stays() {
        PropertyProbe probe(small_design);
        probe.panel.show_things({{"node", "web"}});
        QLineEdit* line = probe.line("mtbf");
        line->setFocus();
        line->setCursorPosition(1);
        QTest::keyClicks(line, QStringLiteral("1"));  // 910 d
        QTRY_VERIFY(probe.text_has("mtbf = \"910 d\""));
        QCOMPARE(probe.line("mtbf"), line);
        QVERIFY(line->hasFocus());
        QCOMPARE(line->cursorPosition(), 2);
        QTest::keyClicks(line, QStringLiteral("2"));
        QTRY_VERIFY(probe.text_has("mtbf = \"9120 d\""));
        QCOMPARE(line->cursorPosition(), 3);
        QCOMPARE(probe.document.undo_stack().count(), 1);
    }

    void two_edits_of_one_key_are_two_steps_of_undo() {
        PropertyProbe probe(small_design);
        probe.panel.show_things({{"node", "web"}});
        probe.type(probe.line("mtbf"), "30 d");
        probe.type(probe.line("mtbf"), "40 d");
        QCOMPARE(probe.document.undo_stack().count(), 2);
    }

    void a_wrong_unit_shows_the_message_of_the_command_line_and_keeps_what_was_typed() {
        PropertyProbe probe(small_design);
        probe.panel.show_things({{"node", "web"}});
        probe.type(probe.line("mttr"), "2 m");
        QVERIFY(probe.text_has("2 m"));
        QVERIFY(!probe.document.is_sound());
        auto* label = probe.in_row<QLabel>("mttr", "diagnostics");
        QVERIFY(label != nullptr && label->isVisible());
        QVERIFY(label->text().contains(QString::fromStdString(probe.document.opened().diagnostics.front().message)));
        QVERIFY(label->text().contains(QString::fromStdString(probe.document.opened().diagnostics.front().code)));
        QCOMPARE(probe.line("mttr")->text(), QStringLiteral("2 m"));
        probe.type(probe.line("mttr"), "2 min");
        QVERIFY(probe.document.is_sound());
        QVERIFY(!probe.in_row<QLabel>("mttr", "diagnostics")->isVisible());
    }

    void what_is_wrong_in_a_closed_table_is_said_at_its_header_and_unknown_keys_at_the_top() {
        PropertyProbe probe(std::string(small_design) +
                            "[balancer.lb]\nto = \"web\"\nchekc = 3\n[balancer.lb.check]\ninter = \"2 m\"\n");
        probe.panel.show_things({{"balancer", "lb"}});
        auto* summary = probe.section("section:check")->findChild<QLabel*>(QStringLiteral("summary"));
        QVERIFY2(summary->text().contains(QStringLiteral("error")), qPrintable(summary->text()));
        auto* remark = probe.panel.findChild<QLabel*>(QStringLiteral("remark"));
        QVERIFY(remark->isVisible());
        QVERIFY2(remark->text().contains(QStringLiteral("chekc")), qPrintable(remark->text()));
        probe.section("section:check")->set_open(true);
        QCOMPARE(summary->text(), QString());
        QTRY_VERIFY(probe.in_row<QLabel>("check.inter", "diagnostics")->isVisible());
    }

    void reset_takes_the_key_out_and_shows_the_default() {
        PropertyProbe probe(small_design);
        probe.panel.show_things({{"group", "web"}});
        QTest::mouseClick(probe.in_row<QToolButton>("count", "reset"), Qt::LeftButton);
        QCOMPARE(probe.document.text(), replaced(small_design, "count = 3\n", ""));
        QCOMPARE(probe.line("count")->text(), QString());
        QCOMPARE(probe.line("count")->placeholderText(), QStringLiteral("1"));
    }

    void emptying_a_line_takes_the_key_out_when_it_is_left() {
        PropertyProbe probe(small_design);
        probe.panel.show_things({{"node", "web"}});
        probe.type(probe.line("mttr"), "", false);
        QTest::keyClick(probe.line("mttr"), Qt::Key_Delete);
        QVERIFY(probe.text_has("mttr"));
        QTest::keyClick(probe.line("mttr"), Qt::Key_Return);
        QVERIFY(!probe.text_has("mttr"));
    }

    void a_whole_number_steps_and_stays_a_number() {
        PropertyProbe probe(small_design);
        probe.panel.show_things({{"group", "web"}});
        probe.line("count")->setFocus();
        QTest::keyClick(probe.line("count")->parentWidget(), Qt::Key_Up);
        QTRY_VERIFY(probe.text_has("count = 4\n"));
    }

    void another_way_to_say_a_time_takes_the_place_of_the_first() {
        PropertyProbe probe(small_design);
        probe.panel.show_things({{"node", "web"}});
        auto* key = probe.in_row<QComboBox>("mtbf", "key");
        QVERIFY(key != nullptr);
        key->setCurrentIndex(key->findText(QStringLiteral("ttf")));
        Q_EMIT key->activated(key->currentIndex());
        QVERIFY(!probe.text_has("mtbf"));
        QVERIFY(probe.text_has("ttf = \"exp(mean 90 d)\""));
        QVERIFY(probe.document.is_sound());
        QCOMPARE(probe.document.undo_stack().count(), 1);
    }

    void values_of_a_preset_tell_their_grade_and_can_be_overridden() {
        PropertyProbe probe(small_design);
        probe.panel.show_things({{"node", "vm"}});
        probe.open_all();
        auto* origin = probe.in_row<QLabel>("failure.crash.rate", "origin");
        QVERIFY(origin != nullptr && origin->text().contains(QStringLiteral("estimated")));
        QVERIFY(origin->text().contains(QStringLiteral("cloud-vm")));
        probe.type(probe.line("failure.crash.rate"), "4 per y");
        QVERIFY(probe.text_has("4 per y"));
        QVERIFY(probe.document.is_sound());
        QCOMPARE(probe.line("failure.crash.rate")->text(), QStringLiteral("4 per y"));
    }

    void a_preset_is_chosen_from_the_window_that_compares_them() {
        PropertyProbe probe(small_design);
        probe.panel.show_things({{"node", "web"}});
        probe.open_all();
        QTest::mouseClick(probe.in_row<QToolButton>("preset", "browse"), Qt::LeftButton);
        auto* picker = probe.panel.findChild<gui::PresetPicker*>();
        QVERIFY(picker != nullptr);
        QTest::keyClicks(picker->findChild<QLineEdit*>(QStringLiteral("search")), QStringLiteral("disk-ssd"));
        QCOMPARE(picker->chosen(), QStringLiteral("disk-ssd"));
        picker->accept();
        QVERIFY(probe.text_has("preset = \"disk-ssd\""));
    }

    void an_element_of_a_list_is_added_renamed_and_removed() {
        PropertyProbe probe(small_design);
        probe.panel.show_things({{"node", "web"}});
        auto* list = probe.panel.findChild<QWidget*>(QStringLiteral("list:failure"));
        if (list == nullptr) probe.open_all();
        list = probe.panel.findChild<QWidget*>(QStringLiteral("list:failure"));
        QVERIFY(list != nullptr);
        QTest::mouseClick(list->findChild<QToolButton*>(QStringLiteral("add")), Qt::LeftButton);
        QVERIFY(probe.text_has("[[node.web.failure]]"));
        auto* name = list->findChild<QLineEdit*>(QStringLiteral("element_name"));
        QVERIFY(name != nullptr);
        QTRY_VERIFY(name->isVisible());
        probe.type(name, "crash");
        QVERIFY(probe.text_has("name = \"crash\""));
        QVERIFY(probe.section("section:failure.crash") != nullptr);
        QTest::mouseClick(probe.section("section:failure.crash")->findChild<QToolButton*>(QStringLiteral("remove")),
                          Qt::LeftButton);
        QCOMPARE(probe.document.text(), std::string(small_design));
    }

    void a_table_whose_last_value_was_just_emptied_is_taken_out_without_a_fall() {
        PropertyProbe probe(replaced(small_design, "count = 3", "count = 3\ndeploy = { every = \"1 d\" }"));
        probe.panel.show_things({{"group", "web"}});
        probe.open_all();
        QLineEdit* every = probe.line("deploy.every");
        QVERIFY(every != nullptr);
        every->setFocus();
        every->selectAll();
        QTest::keyClick(every, Qt::Key_Delete);
        QTest::mouseClick(probe.section("section:deploy")->findChild<QToolButton*>(QStringLiteral("remove")),
                          Qt::LeftButton);
        QVERIFY(!probe.text_has("every"));
    }

    void items_of_a_list_are_typed_and_taken_out() {
        PropertyProbe probe(small_design);
        probe.panel.show_things({{"service", "site"}});
        QList<QLineEdit*> lines = probe.row("needs")->findChildren<QLineEdit*>();
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0]->text(), QStringLiteral("2 of web"));
        probe.type(lines[1], "api");
        QVERIFY(probe.text_has("needs = [\"2 of web\", \"api\"]"));
        QCOMPARE(probe.row("needs")->findChildren<QLineEdit*>().size(), 3);
        QTest::mouseClick(probe.in_row<QToolButton>("needs", "remove"), Qt::LeftButton);
        QVERIFY(probe.text_has("needs = [\"api\"]"));
    }

    void a_reference_leads_to_what_it_names() {
        PropertyProbe probe(small_design);
        probe.panel.show_things({{"service", "site"}});
        QSignalSpy spy(&probe.panel, &gui::PropertyPanel::thing_wanted);
        QTest::mouseClick(probe.in_row<QToolButton>("needs", "jump"), Qt::LeftButton);
        QCOMPARE(spy.count(), 1);
        QVERIFY(spy.front().front().value<edit::ThingName>() == (edit::ThingName{"group", "web"}));
    }

    void several_things_are_set_in_one_step() {
        PropertyProbe probe(small_design);
        probe.panel.show_things({{"group", "web"}, {"group", "api"}});
        QCOMPARE(probe.line("count")->text(), QString());
        QCOMPARE(probe.line("count")->placeholderText(), QStringLiteral("(several)"));
        QCOMPARE(probe.line("node")->text(), QStringLiteral("web"));
        probe.type(probe.line("count"), "7");
        QCOMPARE(probe.document.text(),
                 replaced(replaced(small_design, "count = 3", "count = 7"), "count = 2", "count = 7"));
        QCOMPARE(probe.document.undo_stack().count(), 1);
        probe.document.undo_stack().undo();
        QCOMPARE(probe.document.text(), std::string(small_design));
    }

    void things_of_several_kinds_share_their_common_keys() {
        PropertyProbe probe(small_design);
        probe.panel.show_things({{"group", "web"}, {"node", "web"}});
        probe.open_all();
        QVERIFY(probe.row("priority") != nullptr);
        QVERIFY(probe.row("count") == nullptr);
        probe.type(probe.line("priority"), "5");
        QCOMPARE(QString::fromStdString(probe.document.text()).count(QStringLiteral("priority = 5")), 2);
    }

    void nothing_selected_shows_the_experiment() {
        PropertyProbe probe(small_design);
        probe.panel.show_things({});
        probe.open_all();
        QCOMPARE(probe.panel.findChild<QLabel*>(QStringLiteral("kind"))->text(), QStringLiteral("Scenario"));
        probe.type(probe.line("trials"), "500");
        QVERIFY(probe.text_has("[scenario]\ntrials = 500"));
    }

    void a_new_id_is_followed_by_references_and_by_the_panel() {
        PropertyProbe probe(small_design);
        probe.panel.show_things({{"group", "web"}});
        QSignalSpy spy(&probe.panel, &gui::PropertyPanel::thing_wanted);
        probe.type(probe.panel.findChild<QLineEdit*>(QStringLiteral("id")), "front");
        QVERIFY(probe.text_has("[group.front]"));
        QVERIFY(probe.text_has("2 of front"));
        QCOMPARE(spy.count(), 1);
        QCOMPARE(probe.line("count")->text(), QStringLiteral("3"));
        QSignalSpy problem(&probe.panel, &gui::PropertyPanel::problem);
        probe.type(probe.panel.findChild<QLineEdit*>(QStringLiteral("id")), "api");
        QCOMPARE(problem.count(), 1);
        QCOMPARE(probe.panel.findChild<QLineEdit*>(QStringLiteral("id"))->text(), QStringLiteral("front"));
    }

    void the_header_leads_to_the_text_and_writes_the_description() {
        PropertyProbe probe(small_design);
        probe.panel.show_things({{"node", "web"}});
        QSignalSpy spy(&probe.panel, &gui::PropertyPanel::place_wanted);
        QTest::mouseClick(probe.panel.findChild<QToolButton*>(QStringLiteral("place")), Qt::LeftButton);
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy.front().front().value<scenario::Place>().line, 4U);
        probe.type(probe.panel.findChild<QLineEdit*>(QStringLiteral("description")), "Front \"end\"");
        QVERIFY(probe.text_has("description = \"Front \\\"end\\\"\"") ||
                probe.text_has("description = 'Front \"end\"'"));
    }

    void a_search_finds_keys_that_are_folded_away() {
        PropertyProbe probe(small_design);
        probe.panel.show_things({{"store", "db"}});
        probe.document.apply(
            {.label = {}, .text = std::string(small_design) + "[store.db]\non = \"web\"\n", .layout = {}, .merge = {}});
        auto* search = probe.panel.findChild<QLineEdit*>(QStringLiteral("search"));
        QTest::keyClicks(search, QStringLiteral("sync_with"));
        QVERIFY(probe.row("replication.sync_with") != nullptr);
        QVERIFY(probe.row("replication.sync_with")->isVisible());
        QVERIFY(!probe.row("on")->isVisible());
        search->clear();
        QVERIFY(probe.row("on")->isVisible());
        QVERIFY(!probe.row("replication.sync_with")->isVisible());
    }

    void only_what_is_set_is_shown_if_wanted() {
        PropertyProbe probe(small_design);
        probe.panel.show_things({{"group", "web"}});
        QVERIFY(probe.row("spread")->isVisible());
        probe.panel.findChild<QCheckBox*>(QStringLiteral("only_set"))->click();
        QVERIFY(!probe.row("spread")->isVisible());
        QVERIFY(probe.row("count")->isVisible());
    }

    void a_text_that_is_not_toml_cannot_be_edited_here() {
        PropertyProbe probe(small_design);
        probe.panel.show_things({{"node", "web"}});
        probe.document.apply({.label = {}, .text = "format = 1\n[node.web\n", .layout = {}, .merge = {}});
        QVERIFY(!probe.line("mtbf")->isEnabled());
        QVERIFY(probe.panel.findChild<QLabel*>(QStringLiteral("remark"))->isVisible());
        probe.document.undo_stack().undo();
        QVERIFY(probe.line("mtbf")->isEnabled());
    }

    void a_distribution_is_edited_in_pieces_in_every_form() {
        PropertyProbe probe(replaced(small_design, "mttr = '2 h'", "ttr = \"1 h\""));
        probe.panel.show_things({{"node", "web"}});
        QTest::mouseClick(probe.in_row<QToolButton>("ttr", "law"), Qt::LeftButton);
        auto* panel = probe.row("ttr")->findChild<gui::LawPanel*>();
        QVERIFY(panel != nullptr);
        auto* form = panel->findChild<QComboBox*>(QStringLiteral("form"));
        QCOMPARE(form->count(), static_cast<int>(edit::law_forms().size()));
        for (int i = 0; i < form->count(); ++i) {
            form->setCurrentIndex(i);
            Q_EMIT form->activated(i);
            const std::string text = probe.line("ttr")->text().toStdString();
            QVERIFY2(probe.text_has(("ttr = \"" + text + "\"").c_str()) || probe.text_has("repair_times.csv"),
                     text.c_str());
            const auto written = edit::take_law_apart(text);
            QVERIFY(written.has_value());
            QCOMPARE(static_cast<int>(written->form), i);
            QCOMPARE(form->currentIndex(), i);
            if (text.find("csv") == std::string::npos) QVERIFY2(probe.document.is_sound(), text.c_str());
        }
    }

    void pieces_and_text_of_a_distribution_follow_each_other() {
        PropertyProbe probe(replaced(small_design, "mttr = '2 h'", "ttr = \"lognormal(median 30 min, p95 2 h)\""));
        probe.panel.show_things({{"node", "web"}});
        QTest::mouseClick(probe.in_row<QToolButton>("ttr", "law"), Qt::LeftButton);
        auto* panel = probe.row("ttr")->findChild<gui::LawPanel*>();
        QList<QLineEdit*> blanks = panel->findChildren<QLineEdit*>(QStringLiteral("blank"));
        QCOMPARE(blanks.size(), 3);
        probe.type(blanks[1], "4 h");
        QVERIFY(probe.text_has("ttr = \"lognormal(median 30 min, p95 4 h)\""));
        QCOMPARE(probe.line("ttr")->text(), QStringLiteral("lognormal(median 30 min, p95 4 h)"));
        probe.type(probe.line("ttr"), "lognormal(median 10 min, p95 4 h) capped 1 d");
        QCOMPARE(blanks[0]->text(), QStringLiteral("10 min"));
        QCOMPARE(blanks[2]->text(), QStringLiteral("1 d"));
        QVERIFY(panel->findChild<QLabel*>(QStringLiteral("words"))->text().contains(QStringLiteral("10 min")));
    }

    void the_tab_key_goes_through_the_pieces_of_a_distribution_from_the_top() {
        PropertyProbe probe(replaced(small_design, "mttr = '2 h'", "ttr = \"lognormal(median 30 min, p95 2 h)\""));
        probe.panel.show_things({{"node", "web"}});
        QTest::mouseClick(probe.in_row<QToolButton>("ttr", "law"), Qt::LeftButton);
        auto* panel = probe.row("ttr")->findChild<gui::LawPanel*>();
        panel->findChild<QComboBox*>(QStringLiteral("form"))->setFocus();
        for (QLineEdit* blank : panel->findChildren<QLineEdit*>(QStringLiteral("blank"))) {
            QTRY_VERIFY(blank->isVisible());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QCOMPARE(QApplication::focusWidget(), blank);
        }
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(qobject_cast<QToolButton*>(QApplication::focusWidget())->text(), QStringLiteral("Density"));
    }

    void a_mean_shows_the_exponential_that_it_stands_for() {
        PropertyProbe probe(small_design);
        probe.panel.show_things({{"node", "web"}});
        QTest::mouseClick(probe.in_row<QToolButton>("mtbf", "law"), Qt::LeftButton);
        auto* words = probe.row("mtbf")->findChild<QLabel*>(QStringLiteral("words"));
        QVERIFY(words != nullptr);
        QVERIFY(words->text().contains(QStringLiteral("exp(mean 90 d)")));
    }

    void undo_while_a_field_has_the_keyboard_is_left_to_the_document() {
        PropertyProbe probe(small_design);
        probe.panel.show_things({{"node", "web"}});
        QLineEdit* line = probe.line("mtbf");
        probe.type(line, "30 d");
        QTRY_VERIFY(line->hasFocus());
        QKeyEvent asked(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier);
        QApplication::sendEvent(line, &asked);
        QVERIFY(!asked.isAccepted());
        // What is typed and not written yet is a step of its own before that.
        QTest::keyClicks(line, QStringLiteral("ays"));
        probe.document.gather();
        QVERIFY(probe.text_has("mtbf = \"30 days\""));
    }

    void another_way_to_say_a_value_keeps_it() {
        PropertyProbe probe(replaced(small_design, "mtbf = \"90 d\" ", "afr = \"2%\""));
        probe.panel.show_things({{"node", "web"}});
        auto* key = probe.in_row<QComboBox>("afr", "key");
        QVERIFY(key != nullptr);
        const auto choose = [&](const char* wanted) {
            key->setCurrentText(QLatin1String(wanted));
            Q_EMIT key->activated(key->currentIndex());
        };
        choose("mtbf");
        QVERIFY2(probe.text_has("mtbf = \"50 y\"") && !probe.text_has("afr"), probe.document.text().c_str());
        choose("rate");
        QVERIFY2(probe.text_has("rate = \"0.02 per y\"") && !probe.text_has("mtbf"), probe.document.text().c_str());
        choose("afr");
        QVERIFY2(probe.text_has("afr = \"2%\"") && !probe.text_has("rate"), probe.document.text().c_str());
    }

    void an_inherited_failure_mode_is_left_out_by_its_button_and_comes_back_by_undo() {
        PropertyProbe probe(small_design);
        probe.panel.show_things({{"node", "vm"}});
        probe.open_all();
        const auto button = [&](const char* mode) {
            PropertySection* section = probe.section(mode);
            return section == nullptr ? nullptr : section->findChild<QToolButton*>(QStringLiteral("remove"));
        };
        QVERIFY(button("section:failure.hang") != nullptr && button("section:failure.hang")->isVisible());
        button("section:failure.hang")->click();
        QVERIFY2(probe.text_has("without = [\"hang\"]"), probe.document.text().c_str());
        QVERIFY(probe.document.is_sound());
        QVERIFY(button("section:failure.hang") == nullptr);
        button("section:failure.crash")->click();
        QVERIFY2(probe.text_has("without = [\"hang\", \"crash\"]"), probe.document.text().c_str());
        QVERIFY(button("section:failure.crash") == nullptr);
        probe.document.undo_stack().undo();
        probe.document.undo_stack().undo();
        QCOMPARE(probe.document.text(), std::string(small_design));
        QVERIFY(button("section:failure.hang") != nullptr);
    }

    void a_maintenance_that_stands_alone_grows_by_the_plus() {
        PropertyProbe probe(
            replaced(small_design, "count = 3\n", "count = 3\nmaintenance = { every = \"30 d\", takes = \"1 h\" }\n"));
        probe.panel.show_things({{"group", "web"}});
        probe.open_all();
        auto* list = probe.panel.findChild<QWidget*>(QStringLiteral("list:maintenance"));
        QVERIFY(list != nullptr);
        list->findChild<QToolButton*>(QStringLiteral("add"))->click();
        QVERIFY2(probe.text_has("maintenance = [{ every = \"30 d\", takes = \"1 h\" }, { "),
                 probe.document.text().c_str());
    }

    void a_default_that_is_too_long_for_its_editor_stands_whole_below_it() {
        PropertyProbe probe(small_design);
        probe.panel.show_things({});
        const QString hint = QStringLiteral("10000; with precision 1000000");
        auto* below = probe.in_row<QLabel>("trials", "hint");
        QTRY_VERIFY((below = probe.in_row<QLabel>("trials", "hint")) != nullptr && below->isVisible());
        QCOMPARE(below->text(), hint);
        QVERIFY(probe.line("trials")->placeholderText().isEmpty());
        probe.panel.resize(probe.panel.fontMetrics().averageCharWidth() * 140, probe.panel.height());
        QTRY_COMPARE(probe.line("trials")->placeholderText(), hint);
        QVERIFY(!below->isVisible());
        probe.type(probe.line("trials"), "500");
        probe.panel.resize(probe.panel.fontMetrics().averageCharWidth() * 60, probe.panel.height());
        QTRY_VERIFY(!below->isVisible());
    }

    void a_thing_of_a_thousand_is_shown_at_once() {
        std::string text = "format = 1\n[node.n]\nmtbf = \"90 d\"\nmttr = \"2 h\"\n";
        for (int i = 0; i < 1000; ++i) text += fmt::format("[group.g{}]\nnode = \"n\"\ncount = 3\n", i);
        PropertyProbe probe(text);
        probe.panel.show_things({{"group", "g1"}});
        QElapsedTimer timer;
        timer.start();
        probe.panel.show_things({{"group", "g500"}});
        const qint64 elapsed = timer.elapsed();
        QCOMPARE(probe.line("count")->text(), QStringLiteral("3"));
        QVERIFY2(elapsed < 250, qPrintable(QString::number(elapsed)));  // 50 ms on a machine that does nothing else
    }
};

QTEST_MAIN(PropertyPanelTest)
#include "property_panel_test.moc"
