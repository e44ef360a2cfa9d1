// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <QXmlStreamReader>

#include "gui/report/html.hpp"
#include "gui/report/pdf.hpp"
#include "gui/report/pictures.hpp"
#include "models/compare/compare.hpp"
#include "models/paper/make_paper.hpp"
#include "models/validate/open.hpp"

namespace {

using namespace nines;

constexpr const char* hostile_name =
    R"(<script>alert(1)</script> \"quoted\" 'single', comma & more\nline \u202Eback {{FOOTER}}]]> --><!-- | *md* `x`)";

std::string design_named(const std::string& name, int count) {
    return "format = 1\n[scenario]\nname = \"" + name +
           "\"\n[node.vm]\nmtbf = \"30 d\"\nmttr = \"8 h\"\n[group.web]\nnode = \"vm\"\ncount = " +
           std::to_string(count) + "\n[service.shop]\nneeds = [\"1 of web\"]\n";
}

paper::Paper paper_of(const std::vector<std::string>& texts) {
    compare::CompareOptions options;
    options.study.trials = 100;
    std::vector<scenario::Scenario> scenarios;
    for (const std::string& text : texts) scenarios.push_back(validate::open_text("design.toml", text).scenario);
    const auto prepared = compare::prepare_designs(scenarios, options);
    const auto comparison = compare::compare_designs(prepared.designs, options);
    std::vector<paper::DesignSource> sources;
    for (const auto& design : prepared.designs) sources.push_back({.path = {}, .study = &design.study});
    return paper::make_paper(comparison, sources, {.question = {}, .command = "nines report 'a b.toml' -o x.html"});
}

struct Page {
    bool is_well_formed = false;
    QString problem;
    QStringList elements;
    QString text;
    QStringList sources;  ///< Of pictures.
};

Page read(const std::string& html) {
    Page page;
    QXmlStreamReader reader(QString::fromStdString(html));
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isCharacters()) page.text += reader.text();
        if (!reader.isStartElement()) continue;
        page.elements += reader.name().toString();
        for (const char* key : {"src", "srcset", "href"}) {
            const QString value = reader.attributes().value(QLatin1String(key)).toString();
            if (!value.isEmpty()) page.sources += value;
        }
        for (const auto& attribute : reader.attributes()) {
            if (attribute.name().startsWith(QLatin1String("on"))) page.problem = attribute.name().toString();
        }
    }
    page.is_well_formed = !reader.hasError();
    if (reader.hasError()) page.problem = reader.errorString();
    return page;
}

}  // namespace

class ReportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void figures_are_broken_between_words_and_never_before_a_unit() {
        const auto shown = [](const char* figures) {
            return nines::gui::unbroken(QString::fromUtf8(figures)).replace(QChar(QChar::Nbsp), QLatin1Char('_'));
        };
        QCOMPARE(shown("40 min 19 s/y to 51 min 42 s/y less"), QStringLiteral("40_min_19_s/y_to 51_min_42_s/y less"));
        QCOMPARE(shown("2.03 percentage points more"), QStringLiteral("2.03_percentage points more"));
        QCOMPARE(shown("99.81 % to 100 %"), QStringLiteral("99.81_%_to 100_%"));
        QCOMPARE(shown("0.15/y less to 0.13/y more"), QStringLiteral("0.15/y less_to 0.13/y more"));
        QCOMPARE(shown("6.85/y"), QStringLiteral("6.85/y"));
        QCOMPARE(shown(""), QString());
    }

    void a_hostile_name_is_only_text() {
        const std::string html =
            nines::gui::report_html(paper_of({design_named(hostile_name, 1), design_named("b", 2)}));
        const Page page = read(html);
        QVERIFY2(page.is_well_formed, qPrintable(page.problem));
        QVERIFY2(page.problem.isEmpty(), qPrintable(page.problem));
        QVERIFY(!page.elements.contains(QStringLiteral("script")));
        QVERIFY(
            page.text.contains(QStringLiteral("<script>alert(1)</script> \"quoted\" 'single', comma & more line ")));
        QVERIFY(page.text.contains(QStringLiteral("{{FOOTER}}]]> --><!-- | *md* `x`")));
        QVERIFY(!page.text.contains(QChar(0x202E)));
    }

    void nothing_is_taken_from_elsewhere() {
        const Page page = read(nines::gui::report_html(paper_of({design_named("a", 1), design_named("b", 2)})));
        QVERIFY(!page.sources.isEmpty());
        for (const QString& source : page.sources) {
            QVERIFY2(
                source.startsWith(QLatin1String("data:image/svg+xml;base64,")) || source.startsWith(QLatin1Char('#')),
                qPrintable(source.left(60)));
        }
    }

    void each_chart_has_a_picture_for_dark_screens_and_a_table() {
        const paper::Paper paper = paper_of({design_named("a", 1), design_named("b", 2)});
        qsizetype charts = 0;
        for (const auto& section : paper.sections) {
            for (const auto& block : section.blocks) charts += std::holds_alternative<paper::Figure>(block) ? 1 : 0;
        }
        QVERIFY(charts >= 5);
        const Page page = read(nines::gui::report_html(paper));
        QCOMPARE(page.elements.count(QStringLiteral("source")), charts);
        QCOMPARE(page.elements.count(QStringLiteral("img")), charts);
        QCOMPARE(page.elements.count(QStringLiteral("details")), charts);
    }

    void pictures_are_svg_in_two_colour_schemes() {
        const Page page =
            read(nines::gui::report_html(paper_of({design_named(hostile_name, 1), design_named("b", 2)})));
        QSet<QByteArray> pictures;
        for (const QString& source : page.sources) {
            if (!source.startsWith(QLatin1String("data:"))) continue;
            const QByteArray svg = QByteArray::fromBase64(source.section(QLatin1Char(','), 1).toLatin1());
            const Page drawn = read(svg.toStdString());
            QVERIFY2(drawn.is_well_formed, qPrintable(drawn.problem));
            QVERIFY(drawn.elements.contains(QStringLiteral("svg")));
            QVERIFY(!drawn.elements.contains(QStringLiteral("script")));
            QVERIFY(!pictures.contains(svg));
            pictures.insert(svg);
        }
        QVERIFY(pictures.size() >= 4);
    }

    void a_pdf_has_several_pages() {
        const QByteArray pdf = nines::gui::report_pdf(paper_of({design_named(hostile_name, 1), design_named("b", 2)}));
        QVERIFY(pdf.startsWith("%PDF"));
        QVERIFY(pdf.count("/Type /Page\n") + pdf.count("/Type /Page ") >= 3);
    }
};

QTEST_MAIN(ReportTest)
#include "report_test.moc"
