// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>
#include <vector>

#include "gui/i18n/model_texts.hpp"
#include "gui/i18n/template_head.hpp"

namespace nines::gui {
namespace {

struct Message {
    QString source;
    QString translation;
    bool finished = true;
};

std::vector<Message> messages_of(const QString& path) {
    QFile file(path);
    std::vector<Message> messages;
    if (!file.open(QIODevice::ReadOnly)) return messages;
    QXmlStreamReader reader(&file);
    while (!reader.atEnd()) {
        if (!reader.readNextStartElement()) continue;
        if (reader.name() == QStringLiteral("source")) {
            messages.push_back({reader.readElementText(), {}, true});
        } else if (reader.name() == QStringLiteral("translation")) {
            messages.back().finished =
                reader.attributes().value(QStringLiteral("type")) != QStringLiteral("unfinished");
            messages.back().translation = reader.readElementText(QXmlStreamReader::IncludeChildElements);
        }
    }
    return messages;
}

/// Words of the scenario language, arguments and figures: the same in every language.
QStringList fixed_parts(const QString& text) {
    static const QRegularExpression pattern(QStringLiteral("`[^`]*`|%\\d|\\d+(?:\\.\\d+)?"));
    QStringList parts;
    for (auto match = pattern.globalMatch(text); match.hasNext();) parts += match.next().captured();
    return parts;
}

/// What stands between ``` in a file of Markdown, without comments.
QStringList code_of(const QString& path) {
    QFile file(path);
    QStringList lines;
    if (!file.open(QIODevice::ReadOnly)) return lines;
    bool in_code = false;
    for (const QString& line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
        if (line.startsWith(QStringLiteral("```"))) {
            in_code = !in_code;
        } else if (in_code) {
            lines += line.section(QStringLiteral(" # "), 0, 0).trimmed();
        }
    }
    return lines;
}

}  // namespace

/// The Chinese texts, and how they are collected.
class TranslationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void every_text_from_below_is_in_the_translation_of_the_program() {
        QTranslator chinese;
        QVERIFY(chinese.load(QStringLiteral("nines_zh_CN"), QStringLiteral(":/i18n")));
        const std::vector<std::string> texts = model_texts(NINES_SOURCE_DIR "/scenarios");
        QVERIFY(texts.size() > 500);
        for (const std::string& text : texts) {
            QVERIFY2(!chinese.translate("models", text.c_str()).isEmpty(), text.c_str());
        }
    }

    void every_translation_is_finished_and_keeps_what_is_the_same_in_every_language() {
        const auto messages = messages_of(QStringLiteral(NINES_SOURCE_DIR "/gui/i18n/nines_zh_CN.ts"));
        QVERIFY(messages.size() > 500);
        for (const Message& message : messages) {
            QVERIFY2(message.finished && !message.translation.isEmpty(), qPrintable(message.source));
            for (const QString& part : fixed_parts(message.source)) {
                QVERIFY2(message.translation.contains(part),
                         qPrintable(part + QStringLiteral(" is missing in the translation of: ") + message.source));
            }
        }
    }

    void english_has_its_plurals() {
        for (const Message& message : messages_of(QStringLiteral(NINES_SOURCE_DIR "/gui/i18n/nines_en.ts"))) {
            QVERIFY2(message.finished && message.translation.contains(QStringLiteral("%n")),
                     qPrintable(message.source));
            QVERIFY2(!message.translation.contains(QStringLiteral("(s)")), qPrintable(message.source));
        }
    }

    void the_chinese_readme_has_the_same_commands_and_figures() {
        const QStringList english = code_of(QStringLiteral(NINES_SOURCE_DIR "/README.md"));
        QVERIFY(english.size() > 50);
        QCOMPARE(code_of(QStringLiteral(NINES_SOURCE_DIR "/README.zh-CN.md")), english);
    }

    void the_head_of_a_scenario_is_its_name_and_the_first_sentence_of_its_comment() {
        const TemplateHead head = template_head(
            "# SPDX-License-Identifier: GPL-3.0-or-later\n# 7. Two racks: each of 4.5 kW,\n# and a link. More.\n#\n"
            "# Else.\nformat = 1\n\n[scenario]\nhorizon = \"1 y\"\nname = \"Racks\"\n");
        QCOMPARE(QString::fromStdString(head.title), QStringLiteral("Racks"));
        QCOMPARE(QString::fromStdString(head.description), QStringLiteral("Two racks: each of 4.5 kW, and a link."));
    }

    void a_text_without_comment_and_name_has_an_empty_head() {
        const TemplateHead head = template_head("format = 1\n");
        QVERIFY(head.title.empty());
        QVERIFY(head.description.empty());
    }

    void quotes_and_backslashes_reach_lupdate_escaped() {
        QCOMPARE(source_for_lupdate({"a \"b\" \\c"}),
                 std::string("// Generated; do not edit.\nconst char* const texts[] = {\n"
                             "    QT_TRANSLATE_NOOP(\"models\", \"a \\\"b\\\" \\\\c\"),\n};\n"));
    }
};

}  // namespace nines::gui

QTEST_GUILESS_MAIN(nines::gui::TranslationsTest)
#include "translations_test.moc"
