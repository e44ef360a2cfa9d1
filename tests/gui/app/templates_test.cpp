// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/templates.hpp"

#include <QDir>
#include <QTest>

#include "models/scenario/save.hpp"
#include "models/validate/open.hpp"

namespace nines::gui {

/// The scenarios that come with the program.
class TemplatesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void every_tutorial_and_design_is_a_template() {
        QStringList expected;
        for (const char* group : {"tutorial", "designs"}) {
            const QDir folder(QStringLiteral(NINES_SOURCE_DIR "/scenarios/") + QLatin1String(group));
            for (const QString& file : folder.entryList({QStringLiteral("*.toml")}, QDir::Files, QDir::Name)) {
                expected += QLatin1String(group) + QLatin1Char('/') + file.chopped(5);
            }
        }
        QStringList found;
        for (const Template& each : shipped_templates()) found += each.name;
        QVERIFY(found.size() > 30);
        QCOMPARE(found, expected);
    }

    void every_template_says_what_it_is() {
        for (const Template& each : shipped_templates()) {
            QVERIFY2(!each.title.isEmpty(), qPrintable(each.name));
            QVERIFY2(each.description.size() > 10, qPrintable(each.name));
            QVERIFY2(each.description.size() < 160, qPrintable(each.description));
        }
    }

    void the_second_part_of_a_tutorial_says_what_is_in_it() {
        for (const Template& each : shipped_templates()) {
            if (each.name != QStringLiteral("tutorial/18_retry_storm_shed")) continue;
            QCOMPARE(each.description,
                     QStringLiteral("The same storm where servers refuse what is too much: it ends with its cause."));
            return;
        }
        QFAIL("there is no such tutorial");
    }

    void every_template_opens_without_a_file_and_without_an_error() {
        for (const Template& each : shipped_templates()) {
            const validate::Opened opened = validate::open_text("Untitled", each.text);
            for (const scenario::Diagnostic& diagnostic : opened.diagnostics) {
                QVERIFY2(diagnostic.severity != scenario::Severity::error, qPrintable(each.name));
            }
        }
    }

    void a_template_says_the_same_as_the_file_that_includes_others() {
        for (const Template& each : shipped_templates()) {
            const QString path = QStringLiteral(NINES_SOURCE_DIR "/scenarios/") + each.name + QStringLiteral(".toml");
            const validate::Opened file = validate::open_file(path.toStdString());
            const validate::Opened text = validate::open_text("Untitled", each.text);
            QCOMPARE(scenario::to_toml(text.scenario), scenario::to_toml(file.scenario));
        }
    }
};

}  // namespace nines::gui

QTEST_GUILESS_MAIN(nines::gui::TemplatesTest)
#include "templates_test.moc"
