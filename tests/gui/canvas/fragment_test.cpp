// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/canvas/fragment.hpp"

#include <QTest>

#include "gui/canvas/starter.hpp"

using namespace nines;
using namespace nines::gui;

namespace {

using Names = std::vector<edit::ThingName>;

const std::string text = R"(format = 1
[node.vm]   # a machine
mtbf = "90 d"
mttr = "2 h"

# Two of them.
[group.web]
node = "vm"
description = """
[node.not-a-header]
"""
[[node.vm.failure]]
name = "hang"
[service.site]
needs = [
  "web",  # all
]
)";

}  // namespace

class FragmentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void things_are_found_by_their_headers_only() {
        QCOMPARE(things_in_text(text), (Names{{"node", "vm"}, {"group", "web"}, {"service", "site"}}));
        QCOMPARE(things_in_text("[defaults.node]\n[scenario]\nname = \"[node.a]\"\n[ \"node\" . 'a.b' ]"),
                 (Names{{"node", "a.b"}}));
        QCOMPARE(things_in_text(""), Names());
    }

    void all_tables_of_a_thing_are_taken_with_the_comments_above() {
        QCOMPARE(
            text_of_things(text, {{"node", "vm"}}),
            std::string(
                "[node.vm]   # a machine\nmtbf = \"90 d\"\nmttr = \"2 h\"\n\n[[node.vm.failure]]\nname = \"hang\"\n"));
        QVERIFY(text_of_things(text, {{"group", "web"}}).starts_with("# Two of them.\n[group.web]\n"));
        QVERIFY(text_of_things(text, {{"group", "web"}}).find("not-a-header") != std::string::npos);
    }

    void pasting_renames_what_is_taken_and_its_references_follow() {
        const std::string fragment = text_of_things(text, {{"node", "vm"}, {"group", "web"}});
        const Pasted pasted = paste_text(text, fragment);
        QVERIFY2(pasted.edited.ok(), pasted.edited.problem.c_str());
        QCOMPARE(pasted.names, (Names{{"node", "vm-2"}, {"group", "web-2"}}));
        QVERIFY(pasted.edited.text.starts_with(text));
        QVERIFY(pasted.edited.text.find("node = \"vm-2\"") != std::string::npos);
        QVERIFY(pasted.edited.text.find("[[node.vm-2.failure]]") != std::string::npos);
        QVERIFY(!paste_text(text, "hello\n").edited.ok());
    }

    void keys_come_from_the_field_lists() {
        const std::vector<edit::KindDescription> kinds = edit::describe_kinds();
        const std::vector<std::string> keys = keys_that_name(*edit::find_kind(kinds, "service"), "group");
        QVERIFY(std::find(keys.begin(), keys.end(), "needs") != keys.end());
        const std::vector<Connection> back = connections_between(kinds, {"node", "vm"}, {"group", "web"});
        QVERIFY(!back.empty());
        QCOMPARE(back.front().from, (edit::ThingName{"group", "web"}));
        QCOMPARE(back.front().key, std::string("node"));
        QVERIFY(connections_between(kinds, {"node", "vm"}, {"node", "vm"}).empty());
        QVERIFY(can_be_placed(kinds, "group"));
        QVERIFY(!can_be_placed(kinds, "service"));
    }

    void a_new_thing_of_any_kind_is_made_without_a_broken_text() {
        for (const edit::KindDescription& kind : edit::describe_kinds()) {
            if (!kind.later.empty() || kind.word == "scenario") continue;
            Document document;
            const edit::NewValues values = starter_values(kind, "first", document, {});
            QCOMPARE(
                document.apply(QStringLiteral("Add"), edit::add_thing(document.text(), {kind.word, "first"}, values)),
                QString());
            QVERIFY2(document.topology_is_current(), document.text().c_str());
            QVERIFY(edit::find_item(document.topology(), {kind.word, "first"}) < document.topology().items.size());
        }
    }
};

QTEST_MAIN(FragmentTest)
#include "fragment_test.moc"
