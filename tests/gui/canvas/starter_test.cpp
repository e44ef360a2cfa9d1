// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/canvas/starter.hpp"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace nines;
using namespace nines::gui;

class StarterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
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

    void a_new_thing_takes_what_it_needs_from_what_an_included_file_has() {
        const QTemporaryDir folder;
        const auto write = [&](const char* name, const QByteArray& bytes) {
            QFile file(folder.filePath(QLatin1String(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        };
        write("base.toml", "format = 1\n[node.vm]\nmtbf = \"90 d\"\nmttr = \"2 h\"\n[defaults.group]\nnode = \"vm\"\n");
        write("a.toml", "format = 1\ninclude = [\"base.toml\"]\n");
        Document document;
        QCOMPARE(document.open(folder.filePath(QStringLiteral("a.toml"))), QString());
        const std::vector<edit::KindDescription> kinds = edit::describe_kinds();
        // The defaults that are included say all that a group needs.
        QVERIFY(starter_values(*edit::find_kind(kinds, "group"), "web", document, {}).empty());
        // The one node that there is, is meant.
        const edit::NewValues service = starter_values(*edit::find_kind(kinds, "service"), "site", document, {});
        QVERIFY(!service.empty());
        write("base.toml", "format = 1\n[node.vm]\nmtbf = \"90 d\"\nmttr = \"2 h\"\n");
        QCOMPARE(document.open(folder.filePath(QStringLiteral("a.toml"))), QString());
        const edit::NewValues group = starter_values(*edit::find_kind(kinds, "group"), "web", document, {});
        QVERIFY(!group.empty());
        QCOMPARE(group.front(), (std::pair<std::string, std::string>("node", "\"vm\"")));
    }
};

QTEST_MAIN(StarterTest)
#include "starter_test.moc"
