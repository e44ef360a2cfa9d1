// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDirIterator>

#include "models/edit/own_values.hpp"
#include "tests/gui/panels/property_probe.hpp"

using namespace nines;
using gui::PropertyProbe;

namespace {

/// What a row shows, one entry for each item.
QStringList shown_in(const gui::PropertyRow& row) {
    QStringList shown;
    for (const QCheckBox* box : row.findChildren<QCheckBox*>(QStringLiteral("value"))) {
        return {box->isChecked() ? QStringLiteral("true") : QStringLiteral("false")};
    }
    for (const QLineEdit* line : row.findChildren<QLineEdit*>()) {
        if (!line->text().isEmpty()) shown << line->text();
    }
    const auto* words = row.findChild<QComboBox*>(QStringLiteral("value"));
    if (shown.isEmpty() && words != nullptr && !words->isEditable()) shown << words->currentText();
    return shown;
}

bool is_shown_elsewhere(const edit::Path& path) {
    return path == edit::Path{"description"} || (path.size() == 3 && path.back() == "name");
}

bool takes_input(const QWidget* widget) {
    return qobject_cast<const QLineEdit*>(widget) != nullptr || qobject_cast<const QComboBox*>(widget) != nullptr ||
           qobject_cast<const QAbstractSpinBox*>(widget) != nullptr ||
           qobject_cast<const QAbstractButton*>(widget) != nullptr;
}

bool is_named(const QWidget* widget) {
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    const bool has_text = button != nullptr && button->text().size() > 1;
    const bool part_of_named = widget->parentWidget() != nullptr && takes_input(widget->parentWidget()) &&
                               !widget->parentWidget()->accessibleName().isEmpty();
    const bool inner = widget->objectName().startsWith(QLatin1String("qt_")) || part_of_named;
    return has_text || inner || !widget->accessibleName().isEmpty();
}

}  // namespace

class ShippedPropertiesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_text_that_is_too_long_beside_its_key_is_whole_below_it() {
        PropertyProbe probe("format = 1\n[node.web]\nmtbf = \"90 d\"\nttr = \"lognormal(median 20 min, p95 1 h)\"\n");
        probe.panel.resize(probe.panel.fontMetrics().averageCharWidth() * 50, probe.panel.height());
        probe.panel.show_things({{"node", "web"}});
        const auto cut_off = [&](const char* key) {
            const QLineEdit* line = probe.line(key);
            return line->fontMetrics().horizontalAdvance(line->text()) > line->width();
        };
        QTRY_VERIFY(!cut_off("ttr"));
        const auto top = [&](const char* key) { return probe.line(key)->mapTo(probe.row(key), QPoint()).y(); };
        QTRY_VERIFY(top("ttr") > probe.line("ttr")->height() / 2);
        QVERIFY(top("mtbf") < probe.line("mtbf")->height() / 2);
    }

    void every_kind_can_be_shown_and_every_input_has_a_name() {
        for (const edit::KindDescription& kind : edit::describe_kinds()) {
            PropertyProbe probe("format = 1\n[" + kind.word + ".x]\n");
            probe.panel.show_things({{kind.word, kind.word == "scenario" ? "" : "x"}});
            probe.open_all();
            for (const QWidget* widget : probe.panel.findChildren<QWidget*>()) {
                if (!takes_input(widget) || is_named(widget)) continue;
                QFAIL(qPrintable(QString::fromStdString(kind.word) + QStringLiteral(": ") +
                                 QLatin1String(widget->metaObject()->className()) + QStringLiteral(" ") +
                                 widget->objectName()));
            }
        }
    }

    void every_value_of_every_shipped_scenario_is_shown_as_typed_data() {
        QTest::addColumn<QString>("file");
        const QDir folder(QStringLiteral(NINES_SOURCE_DIR "/scenarios"));
        QDirIterator files(folder.path(), {QStringLiteral("*.toml")}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = files.next();
            QTest::newRow(qPrintable(folder.relativeFilePath(file))) << file;
        }
    }

    void every_value_of_every_shipped_scenario_is_shown_as_typed() {
        QFETCH(QString, file);
        PropertyProbe probe("format = 1\n");
        QCOMPARE(probe.document.open(file), QString());
        const std::string text = probe.document.text();
        const scenario::Table tables = edit::own_tables(text);
        const auto kinds = edit::describe_kinds();
        std::vector<edit::ThingName> names = {{"scenario", ""}};
        for (const edit::Item& item : probe.document.topology().items) names.push_back(item.name);
        for (const edit::ThingName& name : names) {
            const edit::OwnValues own = edit::own_values(text, tables, name, edit::find_kind(kinds, name.kind)->fields);
            probe.panel.show_things({name});
            probe.open_all();
            for (const edit::OwnValue& value : own.values) {
                if (!value.known || is_shown_elsewhere(value.path)) continue;
                const QString path = gui::path_text(value.path);
                const gui::PropertyRow* row = probe.row(qPrintable(path));
                QVERIFY2(row != nullptr, qPrintable(QString::fromStdString(subject_of(name)) + path));
                QStringList wanted;
                for (const std::string& item : value.items) wanted << QString::fromStdString(item);
                QCOMPARE(shown_in(*row), wanted);
            }
        }
        QCOMPARE(probe.document.text(), text);  // looking changes nothing
        QCOMPARE(probe.document.undo_stack().count(), 0);
    }
};

QTEST_MAIN(ShippedPropertiesTest)
#include "shipped_properties_test.moc"
