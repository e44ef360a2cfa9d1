// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "gui/document/document.hpp"

using nines::gui::Document;

/// Results are of a revision of the text: saving it somewhere must not make them old for nothing.
class SavedResultsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saving_under_another_name_keeps_the_revision() {
        const QTemporaryDir folder;
        Document document;
        document.start_from("format = 1\n[node.web]\nmtbf = \"30 d\"\nmttr = \"1 h\"\n", {}, true);
        const quint64 before = document.revision();
        QCOMPARE(document.save_as(folder.filePath(QStringLiteral("one.toml"))), QString());
        QCOMPARE(document.revision(), before);
        QCOMPARE(document.save_as(folder.filePath(QStringLiteral("two.toml"))), QString());
        QCOMPARE(document.revision(), before);
    }

    void undo_that_brings_a_text_back_brings_its_revision_back() {
        Document document;
        document.start_from("format = 1\n[node.web]\nmtbf = \"30 d\"\n", {}, false);
        const quint64 before = document.revision();
        document.apply({.label = QStringLiteral("Type"), .text = "format = 1\n", .layout = {}, .merge = {}});
        const quint64 after = document.revision();
        QVERIFY(after != before);
        document.undo_stack().undo();
        QCOMPARE(document.revision(), before);
        document.undo_stack().redo();
        QCOMPARE(document.revision(), after);
    }

    void what_a_text_has_itself_is_drawn_though_what_it_includes_is_broken() {
        const QTemporaryDir folder;
        QFile part(folder.filePath(QStringLiteral("part.toml")));
        QVERIFY(part.open(QIODevice::WriteOnly));
        part.write("[node\n");
        part.close();
        for (const char* name : {"part.toml", "gone.toml"}) {
            Document document;
            document.start_from("format = 1\ninclude = [\"" + std::string(name) + "\"]\n[node.web]\nmtbf = \"30 d\"\n",
                                {}, true);
            QCOMPARE(document.save_as(folder.filePath(QStringLiteral("whole.toml"))), QString());
            QVERIFY(!document.is_sound());
            QVERIFY(document.topology_is_current());
            QCOMPARE(document.topology().items.size(), std::size_t{1});
        }
    }

    void saving_beside_another_included_file_is_another_revision() {
        const QTemporaryDir folder;
        for (const char* name : {"a", "b"}) {
            QVERIFY(QDir(folder.path()).mkdir(QLatin1String(name)));
            QFile part(folder.filePath(QLatin1String(name) + QStringLiteral("/part.toml")));
            QVERIFY(part.open(QIODevice::WriteOnly));
            part.write(QByteArray("[node.") + name + "]\nmtbf = \"30 d\"\nmttr = \"1 h\"\n");
        }
        Document document;
        document.start_from("format = 1\ninclude = [\"part.toml\"]\n", {}, true);
        QCOMPARE(document.save_as(folder.filePath(QStringLiteral("a/whole.toml"))), QString());
        const quint64 before = document.revision();
        QCOMPARE(document.save_as(folder.filePath(QStringLiteral("b/whole.toml"))), QString());
        QVERIFY(document.revision() != before);
    }
};

QTEST_GUILESS_MAIN(SavedResultsTest)
#include "saved_results_test.moc"
