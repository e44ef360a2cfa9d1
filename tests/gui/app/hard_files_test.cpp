// SPDX-License-Identifier: GPL-3.0-or-later
// Disks that take nothing, and files that are no scenarios: one clear word each, and nothing is lost.
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include "gui/app/design_view.hpp"
#include "gui/app/file_dealings.hpp"
#include "gui/app/notice_bar.hpp"
#include "gui/app/program.hpp"
#include "gui/document/file_bytes.hpp"
#include "gui/panels/code_area.hpp"
#include "gui/panels/text_editor.hpp"
#include "tests/gui/app/own_disks.hpp"

using namespace nines::gui;

namespace {

constexpr int disk_bytes = 64 * 1024;
constexpr std::size_t long_comment = 20'000;
const std::string first_text = "format = 1\n[node.web]\nmtbf = \"90 d\"\n";

/// Reads and closes whatever message comes up; can save elsewhere instead, once.
class Reader {
public:
    explicit Reader(QString elsewhere = {}) : elsewhere_(std::move(elsewhere)) {
        QObject::connect(&timer_, &QTimer::timeout, &timer_, [this] { look(); });
        timer_.start(1);
    }

    const QStringList& messages() const { return messages_; }

private:
    void look() {
        if (auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget())) {
            messages_.append(box->text());
            QAbstractButton* other = nullptr;
            for (QAbstractButton* button : box->buttons()) {
                if (box->buttonRole(button) == QMessageBox::ActionRole && !elsewhere_.isEmpty()) other = button;
            }
            other != nullptr ? other->click() : box->button(QMessageBox::Ok)->click();
        } else if (auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget())) {
            dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(elsewhere_);
            elsewhere_.clear();
            QMetaObject::invokeMethod(dialog, "accept");
        }
    }

    QString elsewhere_;
    QTimer timer_;
    QStringList messages_;
};

void type(Document& document, const std::string& text) {
    document.apply({.label = QStringLiteral("Type"), .text = text, .layout = {}, .merge = {}});
}

std::string bytes_of(const QString& path) {
    return read_file_bytes(path).bytes;
}

}  // namespace

class HardFilesTest : public QObject {
    Q_OBJECT

    QTemporaryDir settings_;
    QTemporaryDir folder_;

    QString file(const char* name, const QByteArray& bytes) {
        const QString path = folder_.filePath(QLatin1String(name));
        QFile written(path);
        if (!written.open(QIODevice::WriteOnly | QIODevice::Truncate)) qFatal("cannot write");
        written.write(bytes);
        return path;
    }

    /// The program with a file of this disk open, and edits that would need more than a page.
    static void edit_on(const OwnDisk& disk, Program& program, const std::string& edited) {
        QFile written(disk.file("a.toml"));
        QVERIFY(written.open(QIODevice::WriteOnly));
        written.write(QByteArray::fromStdString(first_text));
        written.close();
        program.start({disk.file("a.toml")});
        QVERIFY(program.workspace().current() != nullptr);
        type(program.workspace().current()->document(), edited);
    }

    /// Saving says why it did not, once; file and edits are as they were.
    static void refuse(const OwnDisk& disk, Program& program, const char* why) {
        Design& design = *program.workspace().current();
        const std::string edited = design.document().text();
        const QStringList before = QDir(QFileInfo(disk.file("a.toml")).path()).entryList(QDir::Files);
        const Reader reader;
        QVERIFY(!program.window().files().save(design));
        QTest::qWait(20);
        QCOMPARE(reader.messages().size(), 1);
        QVERIFY2(reader.messages().front().contains(disk.file("a.toml")), qPrintable(reader.messages().front()));
        QVERIFY2(reader.messages().front().contains(QLatin1String(why)), qPrintable(reader.messages().front()));
        QCOMPARE(bytes_of(disk.file("a.toml")), first_text);
        QCOMPARE(QDir(QFileInfo(disk.file("a.toml")).path()).entryList(QDir::Files), before);
        QCOMPARE(design.document().text(), edited);
        QVERIFY(design.document().is_modified());
        QVERIFY(design.document().undo_stack().canUndo());
        QVERIFY(program.window().isWindowModified());
    }

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings_.path());
        QCoreApplication::setOrganizationName(QStringLiteral("nines"));
        QCoreApplication::setApplicationName(QStringLiteral("nines-gui-test"));
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    }

    void init() { QSettings().clear(); }

    void a_full_disk_is_said_once_and_the_same_edits_are_saved_when_there_is_room() {
        const QTemporaryDir mounted;
        OwnDisk disk(mounted.path(), disk_bytes);
        if (!disk.is_mounted()) QSKIP("this system allows no mounts");
        const std::string edited = first_text + "# " + std::string(long_comment, 'x') + "\n";
        Program program;
        edit_on(disk, program, edited);
        if (QTest::currentTestFailed()) return;
        QVERIFY(disk.fill("filler"));
        for (int attempt = 0; attempt < 2; ++attempt) {
            refuse(disk, program, "No space left on device");
            if (QTest::currentTestFailed()) return;
        }
        QVERIFY(QFile::remove(disk.file("filler")));
        const Reader reader;
        Design& design = *program.workspace().current();
        QVERIFY(program.window().files().save(design));
        QVERIFY(reader.messages().isEmpty());
        QCOMPARE(bytes_of(disk.file("a.toml")), edited);
        QVERIFY(!design.document().is_modified());
    }

    void a_disk_that_is_only_read_is_said_once_and_the_edits_can_be_saved_elsewhere() {
        const QTemporaryDir mounted;
        OwnDisk disk(mounted.path(), disk_bytes);
        if (!disk.is_mounted()) QSKIP("this system allows no mounts");
        const std::string edited = first_text + "# mine\n";
        Program program;
        edit_on(disk, program, edited);
        if (QTest::currentTestFailed()) return;
        QVERIFY(disk.make_read_only());
        refuse(disk, program, "Read-only file system");
        if (QTest::currentTestFailed()) return;
        const QString elsewhere = folder_.filePath(QStringLiteral("elsewhere.toml"));
        const Reader reader(elsewhere);
        Design& design = *program.workspace().current();
        QVERIFY(program.window().files().save(design));
        QCOMPARE(reader.messages().size(), 1);
        QCOMPARE(bytes_of(elsewhere), edited);
        QCOMPARE(design.document().path(), elsewhere);
        QVERIFY(!design.document().is_modified());
        QCOMPARE(bytes_of(disk.file("a.toml")), first_text);
    }

    void what_is_no_scenario_is_shown_as_text_and_says_why_without_a_dialog_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("is_text");
        QByteArray noise;
        for (int i = 0; i < 5000; ++i) noise.append(static_cast<char>(i * i * 31 % 251));
        QTest::newRow("a program") << QByteArray(
                                          "\x7f"
                                          "ELF\2\1\1\0\0\0",
                                          10) +
                                          noise
                                   << false;
        QTest::newRow("a zero in a text") << QByteArray("format = 1\n# a\0b\n", 17) << false;
        QTest::newRow("Latin-1") << QByteArray("format = 1\n# caf\xE9\n") << false;
        QTest::newRow("an overlong form") << QByteArray("format = 1\n# \xC0\xAF\n") << false;
        QTest::newRow("half a pair of surrogates") << QByteArray("format = 1\n# \xED\xA0\x80\n") << false;
        QTest::newRow("cut in a character") << QByteArray("format = 1\n# \xE4\xB8") << false;
        QTest::newRow("UTF-16") << QByteArray(
                                       "\xFF\xFE"
                                       "f\0o\0",
                                       6)
                                << false;
        QTest::newRow("a letter") << QByteArray("Dear Sir or Madam,\n\nplease [find]\n") << true;
        QTest::newRow("JSON") << QByteArray("{\"format\": 1}\n") << true;
    }

    void what_is_no_scenario_is_shown_as_text_and_says_why_without_a_dialog() {
        QFETCH(const QByteArray, bytes);
        QFETCH(const bool, is_text);
        const QString path = file("strange.toml", bytes);
        Program program;
        const Reader reader;
        program.start({path});
        QTest::qWait(20);
        QVERIFY2(reader.messages().isEmpty(), qPrintable(reader.messages().join(QLatin1Char('\n'))));
        QCOMPARE(program.workspace().designs().size(), std::size_t{1});
        DesignView& view = *program.window().current_view();
        Document& document = view.design().document();
        QCOMPARE(view.middle(), DesignView::Middle::text);
        QVERIFY(view.text_editor().isVisible());
        QCOMPARE(document.text(), bytes.toStdString());
        QVERIFY(!document.opened().diagnostics.empty());
        QCOMPARE(document.read_only_reason().isEmpty(), is_text);
        QCOMPARE(view.findChildren<NoticeBar*>().size(), is_text ? 0 : 1);
        QTest::keyClicks(&view.text_editor().area(), QStringLiteral("x"));
        document.gather();
        QCOMPARE(document.is_modified(), is_text);
        QVERIFY(!program.window().grab().isNull());
        document.undo_stack().undo();
        QVERIFY(program.window().files().close(program.workspace().designs()));
        QCOMPARE(bytes_of(path), bytes.toStdString());
    }

    void an_empty_file_opens_and_says_what_it_lacks() {
        const QString path = file("empty.toml", {});
        Program program;
        const Reader reader;
        program.start({path});
        QTest::qWait(20);
        QVERIFY(reader.messages().isEmpty());
        DesignView& view = *program.window().current_view();
        Document& document = view.design().document();
        QCOMPARE(document.text(), std::string());
        QVERIFY(document.read_only_reason().isEmpty());
        QVERIFY(!document.is_sound());
        QCOMPARE(document.opened().diagnostics.size(), std::size_t{1});
        QVERIFY(view.findChildren<NoticeBar*>().isEmpty());
        type(document, first_text);
        QVERIFY(document.is_sound());
        QVERIFY(program.window().files().save(view.design()));
        QCOMPARE(bytes_of(path), first_text);
    }

    void all_that_cannot_be_opened_is_said_in_one_message_and_the_rest_opens() {
        const QString good = file("good.toml", QByteArray::fromStdString(first_text));
        const QString missing = folder_.filePath(QStringLiteral("none.toml"));
        const QString behind_a_file = good + QStringLiteral("/a.toml");
        const QString large = file("large.toml", QByteArray(9 * 1024 * 1024, '#'));
        const QStringList bad = {missing, folder_.path(), behind_a_file, QStringLiteral("/dev/zero"), large, QString()};
        Program program;
        const Reader reader;
        program.start(QStringList(bad) << good);
        QTest::qWait(20);
        QCOMPARE(reader.messages().size(), 1);
        const QStringList lines = reader.messages().front().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), bad.size());
        for (int line = 0; line < bad.size(); ++line)
            QVERIFY2(lines[line].contains(bad[line]) && lines[line].size() > bad[line].size() + 5,
                     qPrintable(lines[line]));
        QCOMPARE(program.workspace().designs().size(), std::size_t{1});
        QCOMPARE(program.workspace().current()->document().path(), good);
        QCOMPARE(program.workspace().recent_files(), QStringList(good));
    }

    void a_name_with_marks_is_told_as_it_is_written() {
        Program program;
        QString format;
        QTimer look;
        connect(&look, &QTimer::timeout, &look, [&] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            if (box == nullptr) return;
            look.stop();
            format = box->textFormat() == Qt::PlainText ? QStringLiteral("plain") : QStringLiteral("marked");
            box->accept();
        });
        look.start(1);
        program.start({folder_.filePath(QStringLiteral("<b>x<br>.toml"))});
        QCOMPARE(format, QStringLiteral("plain"));
    }
};

int main(int argc, char** argv) {
    const bool may_mount = take_own_mounts();
    if (!may_mount) qInfo("no mounts of its own are allowed here");
    QApplication application(argc, argv);
    HardFilesTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "hard_files_test.moc"
