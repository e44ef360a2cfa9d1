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
