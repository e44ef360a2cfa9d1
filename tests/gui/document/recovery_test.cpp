// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/document/recovery.hpp"

#include <QDir>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "gui/document/autosave.hpp"

using namespace nines::gui;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 20'000;  ///< Milliseconds, on a busy machine.

QStringList copies_in(const QString& folder) {
    return QDir(folder).entryList({QStringLiteral("*.json")}, QDir::Files);
}

void type(Document& document, const std::string& text) {
    document.apply({.label = QStringLiteral("Typing"), .text = text, .layout = {}, .merge = {}});
}

}  // namespace

class RecoveryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_recovery_file_gives_back_every_byte() {
        const Recovery before{.path = QStringLiteral("/tmp/\u00E9.toml"),
                              .time = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC),
                              .text =
                                  "\xEF\xBB\xBF"
                                  "format = 1\r\n# \xC3\xA9 \t\"\\\n",
                              .layout = {{"group:web", {{10.5, 20.0}, {}, true}}},
                              .file_fingerprint = "abc"};
        const auto after = recovery_from_text(recovery_to_text(before));
        QVERIFY(after.has_value());
        QCOMPARE(after->path, before.path);
        QCOMPARE(after->time, before.time);
        QCOMPARE(after->text, before.text);
        QVERIFY(after->layout == before.layout);
        QCOMPARE(after->file_fingerprint, before.file_fingerprint);
        QVERIFY(!recovery_from_text("{\"text\": 3}"));
        QVERIFY(!recovery_from_text("x"));
    }

    void unsaved_work_is_copied_and_the_copy_goes_when_it_is_saved() {
        const QTemporaryDir folder;
        const QTemporaryDir copies;
        Document document;
        Autosave autosave(document, copies.path());
        autosave.set_interval(1s);
        type(document, "format = 1\n# mine\n");
        QTRY_COMPARE_WITH_TIMEOUT(copies_in(copies.path()).size(), 1, patience);
        QVERIFY(claim_left_work(copies.path()).empty());  // its process, this one, is alive
        QCOMPARE(document.save_as(folder.filePath(QStringLiteral("a.toml"))), QString());
        QVERIFY(copies_in(copies.path()).isEmpty());
        type(document, "format = 1\n# more\n");
        QTRY_COMPARE_WITH_TIMEOUT(copies_in(copies.path()).size(), 1, patience);
        document.undo_stack().undo();
        QVERIFY(copies_in(copies.path()).isEmpty());
    }

    void a_copy_that_cannot_be_written_is_said_once() {
        Document document;
        Autosave autosave(document, QStringLiteral("/proc/nowhere"));
        autosave.set_interval(1s);
        QSignalSpy failed(&autosave, &Autosave::failed);
        type(document, "format = 1\n# mine\n");
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patience);
        QTest::qWait(1500);
        QCOMPARE(failed.count(), 1);
    }

    void work_of_a_killed_process_is_found_and_nothing_of_it_is_lost() {
        const QTemporaryDir copies;
        QProcess process;
        process.start(QStringLiteral(UNSAVED_WORK_PROGRAM), {copies.path(), QStringLiteral("/tmp/shop.toml")});
        QVERIFY(process.waitForStarted());
        QTRY_COMPARE_WITH_TIMEOUT(copies_in(copies.path()).size(), 1, patience);
        QVERIFY(claim_left_work(copies.path()).empty());
        process.kill();  // SIGKILL
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);

        auto left = claim_left_work(copies.path());
        QCOMPARE(left.size(), std::size_t{1});
        QCOMPARE(left[0].recovery.path, QStringLiteral("/tmp/shop.toml"));
        QCOMPARE(left[0].recovery.text, std::string("format = 1\n# not saved\n"));
        QVERIFY(claim_left_work(copies.path()).empty());  // offered once, while the offer stands

        // Taken over: the copy stays until the work is saved.
        Document document;
        Autosave autosave(document, copies.path());
        document.recover(left[0].recovery.path, left[0].recovery.text, left[0].recovery.layout);
        autosave.adopt(std::move(left[0].slot));
        QVERIFY(document.is_modified());
        QCOMPARE(copies_in(copies.path()).size(), 1);
        const QTemporaryDir folder;
        QCOMPARE(document.save_as(folder.filePath(QStringLiteral("a.toml"))), QString());
        QVERIFY(copies_in(copies.path()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(RecoveryTest)
#include "recovery_test.moc"
