// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>

#include <sys/resource.h>
#include <unistd.h>

#include "gui/document/document.hpp"
#include "gui/document/file_bytes.hpp"
#include "gui/document/file_watch.hpp"

using nines::gui::Document;
using nines::gui::FileWatch;

namespace {

constexpr int patience = 10'000;  ///< Milliseconds, on a busy machine.
constexpr uid_t nobody = 65'534;

void write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(bytes);
}

void type(Document& document, const std::string& text) {
    document.apply({.label = QStringLiteral("Typing"), .text = text, .layout = {}, .merge = {}});
}

}  // namespace

class FilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void every_scenario_that_comes_with_the_program_opens_without_errors() {
        int count = 0;
        QDirIterator files(QStringLiteral(NINES_SOURCE_DIR "/scenarios"), {QStringLiteral("*.toml")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            Document document;
            QCOMPARE(document.open(path), QString());
            QVERIFY2(document.is_sound(), qPrintable(path));
            QVERIFY2(!document.topology().items.empty(), qPrintable(path));
            QVERIFY(!document.is_modified());
            ++count;
        }
        QVERIFY(count > 50);
    }

    void a_file_in_a_folder_that_cannot_be_written_stays_and_so_do_the_edits() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.toml"));
        write(path, "format = 1\n");
        QFile::setPermissions(folder.path(), QFileDevice::ReadOwner | QFileDevice::ExeOwner | QFileDevice::ReadOther |
                                                 QFileDevice::ExeOther);
        Document document;
        QCOMPARE(document.open(path), QString());
        type(document, "format = 1\n# mine\n");
        // Nothing is read-only for root, who therefore saves as somebody else.
        const bool is_root = ::geteuid() == 0;
        if (is_root && ::seteuid(nobody) != 0) QSKIP("root cannot act as somebody else here");
        const QString problem = document.save();
        if (is_root) QCOMPARE(::seteuid(0), 0);
        QFile::setPermissions(folder.path(), QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
        QVERIFY(problem.contains(path));
        QVERIFY(document.is_modified());
        QCOMPARE(nines::gui::read_file_bytes(path).bytes, std::string("format = 1\n"));
    }

    void a_disk_that_takes_no_more_leaves_the_old_file_whole_and_the_edits_here() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.toml"));
        write(path, "format = 1\n");
        Document document;
        QCOMPARE(document.open(path), QString());
        const std::string long_text = "format = 1\n# " + std::string(5000, 'x') + "\n";
        type(document, long_text);
        // A limit of the size of files fails in the middle of writing, as a full disk does.
        ::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        const rlimit small{.rlim_cur = 1000, .rlim_max = before.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        const QString problem = document.save();
        ::setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(problem.contains(path));
        QVERIFY(document.is_modified());
        QCOMPARE(document.text(), long_text);
        QCOMPARE(nines::gui::read_file_bytes(path).bytes, std::string("format = 1\n"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
        QVERIFY(!document.save_as(QStringLiteral("/dev/full")).isEmpty());
        QCOMPARE(document.path(), path);
    }

    void what_is_no_text_is_shown_and_not_edited() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.toml"));
        for (const QByteArray& bytes : {QByteArray("format = 1\n# \xE9\n"), QByteArray("a\0b\n", 4)}) {
            write(path, bytes);
            Document document;
            QCOMPARE(document.open(path), QString());
            QVERIFY(!document.read_only_reason().isEmpty());
            QVERIFY(!document.opened().diagnostics.empty());
            type(document, "format = 1\n");
            QCOMPARE(document.text(), bytes.toStdString());
            QVERIFY(!document.is_modified());
        }
    }

    void a_broken_layout_beside_the_file_does_no_harm() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.toml"));
        write(path, "format = 1\n");
        write(path + QStringLiteral(".layout"), "{\"items\": [\xFF");
        Document document;
        QCOMPARE(document.open(path), QString());
        QVERIFY(document.layout().empty());
    }

    void a_change_on_disk_is_taken_while_nothing_is_edited() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.toml"));
        write(path, "format = 1\n");
        Document document;
        QCOMPARE(document.open(path), QString());
        FileWatch watch(document);
        write(path, "format = 1\n[node.web]\n");
        QTRY_COMPARE_WITH_TIMEOUT(document.text(), std::string("format = 1\n[node.web]\n"), patience);
        QVERIFY(!document.is_modified());
        document.undo_stack().undo();
        QCOMPARE(document.text(), std::string("format = 1\n"));
    }

    void a_replaced_file_is_noticed_and_the_edits_stay_until_the_user_says() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.toml"));
        write(path, "format = 1\n");
        Document document;
        QCOMPARE(document.open(path), QString());
        FileWatch watch(document);
        type(document, "format = 1\n# mine\n");
        for (const QByteArray& bytes : {QByteArray("format = 1\n# theirs\n"), QByteArray("format = 1\n# again\n")}) {
            const QString other = folder.filePath(QStringLiteral("a.toml.new"));
            write(other, bytes);
            QVERIFY(::rename(qPrintable(other), qPrintable(path)) == 0);
            QTRY_COMPARE_WITH_TIMEOUT(watch.state(), FileWatch::State::changed, patience);
            QCOMPARE(document.text(), std::string("format = 1\n# mine\n"));
            watch.keep_mine();
            QCOMPARE(watch.state(), FileWatch::State::same);
            QVERIFY(document.is_modified());
        }
        QCOMPARE(document.reload(), QString());
        QCOMPARE(document.text(), std::string("format = 1\n# again\n"));
        document.undo_stack().undo();
        QCOMPARE(document.text(), std::string("format = 1\n# mine\n"));
    }

    void a_removed_file_leaves_unsaved_work_behind() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.toml"));
        write(path, "format = 1\n");
        Document document;
        QCOMPARE(document.open(path), QString());
        FileWatch watch(document);
        QVERIFY(QFile::remove(path));
        QTRY_COMPARE_WITH_TIMEOUT(watch.state(), FileWatch::State::gone, patience);
        QVERIFY(document.is_modified());
        QCOMPARE(document.save(), QString());
        watch.check();
        QCOMPARE(watch.state(), FileWatch::State::same);
        QVERIFY(QFile::exists(path));
    }

    void saving_is_not_taken_for_a_change_by_others() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.toml"));
        Document document;
        FileWatch watch(document);
        type(document, "format = 1\n# mine\n");
        QCOMPARE(document.save_as(path), QString());
        type(document, "format = 1\n# more\n");
        watch.check();
        QCOMPARE(watch.state(), FileWatch::State::same);
    }
};

QTEST_GUILESS_MAIN(FilesTest)
#include "files_test.moc"
