// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/document/document.hpp"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using nines::gui::Document;
using nines::gui::DocumentChange;

namespace {

DocumentChange typed(const std::string& text, const QString& merge = {}) {
    return {.label = QStringLiteral("Type"), .text = text, .layout = {}, .merge = merge};
}

}  // namespace

class DocumentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void undo_gives_every_earlier_text_back_and_redo_every_later_one() {
        Document document;
        const std::vector<std::string> texts = {document.text(), "format = 1\n[node.a]\n", "format = 1\n[node.ab]\n",
                                                ""};
        for (const std::string& text : texts) document.apply(typed(text));
        QCOMPARE(document.undo_stack().count(), 3);  // the first changes nothing
        for (std::size_t step = texts.size(); step-- > 1;) {
            QCOMPARE(document.text(), texts[step]);
            document.undo_stack().undo();
        }
        QCOMPARE(document.text(), texts.front());
        QVERIFY(!document.is_modified());
        while (document.undo_stack().canRedo()) document.undo_stack().redo();
        QCOMPARE(document.text(), texts.back());
    }

    void steps_with_one_merge_word_are_one_step_of_undo() {
        Document document;
        const std::string before = document.text();
        for (const char* name : {"a", "ab", "abc", "xabc"}) {
            document.apply(typed(before + "[node." + name + "]\n", QStringLiteral("typing")));
        }
        QCOMPARE(document.undo_stack().count(), 1);
        document.undo_stack().undo();
        QCOMPARE(document.text(), before);
        document.undo_stack().redo();
        QCOMPARE(document.text(), before + "[node.xabc]\n");
    }

    void placements_are_undone_and_saved_beside_the_scenario() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.toml"));
        Document document;
        document.apply({.label = QStringLiteral("Move"),
                        .text = {},
                        .layout = {{"group:web", {{{10.5, 20.0}, {}, false}}}},
                        .merge = {}});
        document.apply({.label = QStringLiteral("Move"),
                        .text = {},
                        .layout = {{"group:web", {{{30.0, 20.0}, {}, true}}}},
                        .merge = {}});
        document.undo_stack().undo();
        QCOMPARE(document.layout().at("group:web").position, QPointF(10.5, 20.0));
        QCOMPARE(document.save_as(path), QString());

        Document again;
        QCOMPARE(again.open(path), QString());
        QVERIFY(again.layout() == document.layout());
        QCOMPARE(again.text(), document.text());
        document.undo_stack().undo();
        QVERIFY(document.layout().empty());
    }

    void a_broken_text_keeps_the_drawing_and_tells_its_errors() {
        Document document;
        document.apply(typed("format = 1\n[node.a]\nmtbf = \"1 y\"\n"));
        QCOMPARE(document.topology().items.size(), std::size_t{1});
        document.apply(typed("format = 1\n[node.a\n"));
        QVERIFY(!document.topology_is_current());
        QVERIFY(!document.is_sound());
        QVERIFY(!document.opened().diagnostics.empty());
        QCOMPARE(document.topology().items.size(), std::size_t{1});
    }

    void a_file_that_cannot_be_written_keeps_the_work() {
        Document document;
        document.apply(typed("format = 1\n# mine\n"));
        QVERIFY(!document.save_as(QStringLiteral("/proc/nowhere/a.toml")).isEmpty());
        QVERIFY(document.path().isEmpty());
        QVERIFY(document.is_modified());
        QCOMPARE(document.text(), std::string("format = 1\n# mine\n"));
    }
};

QTEST_GUILESS_MAIN(DocumentTest)
#include "document_test.moc"
