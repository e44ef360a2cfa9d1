// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QMessageBox>
#include <QTemporaryDir>
#include <QtTest>

#include "gui/charts/chart_export.hpp"
#include "gui/charts/chart_text.hpp"
#include "gui/charts/chart_view.hpp"
#include "gui/look/colours.hpp"
#include "gui/look/export_name.hpp"
#include "gui/look/export_path.hpp"
#include "models/charts/catalogue.hpp"
#include "models/charts/csv.hpp"
#include "models/results/study.hpp"
#include "models/validate/open.hpp"

using namespace nines;
using namespace nines::gui;

namespace {

struct Run {
    results::Results results;
    std::vector<observe::Progress> history;
};

Run run_of(const QString& file, std::uint64_t trials) {
    const auto opened = validate::open_file(file.toStdString());
    results::StudyOptions options;
    options.trials = trials;
    const auto study = results::prepare_study(opened.scenario, options, opened.diagnostics);
    Run run;
    run.results = results::run_study(study, [&](const observe::Progress& progress) {
        run.history.push_back(progress);
        return true;
    });
    return run;
}

QPalette dark_palette() {
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(0x20, 0x24, 0x28));
    palette.setColor(QPalette::WindowText, QColor(0xe8, 0xea, 0xec));
    palette.setColor(QPalette::Base, QColor(0x1a, 0x1d, 0x21));
    palette.setColor(QPalette::Text, QColor(0xe8, 0xea, 0xec));
    return palette;
}

/// Warnings that anything printed while it lives.
class Warnings {
public:
    Warnings() {
        found().clear();
        before_ = qInstallMessageHandler([](QtMsgType type, const QMessageLogContext&, const QString& text) {
            if (type != QtDebugMsg && type != QtInfoMsg) found().append(text);
        });
    }
    ~Warnings() { qInstallMessageHandler(before_); }
    static QStringList& found() {
        static QStringList list;
        return list;
    }

private:
    QtMessageHandler before_;
};

charts::Chart small_chart() {
    charts::Chart chart;
    chart.id = "small";
    chart.title = charts::literal("Small");
    chart.first = {.title = charts::literal("Time"), .quantity = charts::Quantity::seconds};
    chart.value = {.title = charts::literal("Share"), .quantity = charts::Quantity::share, .may_be_logarithmic = true};
    charts::Series line{.name = charts::literal("One"), .kind = charts::SeriesKind::line};
    charts::Series other{.name = charts::literal("Two"), .kind = charts::SeriesKind::line, .colour = 1};
    for (int i = 1; i <= 5; ++i) {
        line.points.push_back({.at = 10.0 * i, .value = 0.1 * i, .low = 0.05 * i, .high = 0.15 * i, .n = 100});
        other.points.push_back({.at = 10.0 * i, .value = 0.02 * i});
    }
    chart.series = {line, other};
    charts::fit(chart);
    return chart;
}

}  // namespace

class ChartsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_file_is_replaced_only_after_a_question_though_its_ending_was_not_typed() {
        const QTemporaryDir folder;
        const QString typed = folder.filePath(QStringLiteral("kept"));
        const QString longer = typed + QStringLiteral(".pdf");
        QCOMPARE(with_ending(nullptr, typed, QStringLiteral("pdf")), longer);
        QCOMPARE(with_ending(nullptr, longer, QStringLiteral("pdf")), longer);
        QCOMPARE(with_ending(nullptr, {}, QStringLiteral("pdf")), QString());
        QFile file(longer);
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (const auto choice : {QMessageBox::No, QMessageBox::Yes}) {
            QString asked;
            QTimer::singleShot(0, &file, [&] {
                auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
                asked = box->text();
                box->button(choice)->click();
            });
            QCOMPARE(with_ending(nullptr, typed, QStringLiteral("pdf")),
                     choice == QMessageBox::Yes ? longer : QString());
            QVERIFY(asked.contains(longer));
        }
    }

    void exports_are_named_after_the_design_and_the_chart() {
        QCOMPARE(export_name(QStringLiteral("/home/me/web.shop.toml"), QStringLiteral("availability"),
                             QStringLiteral("png")),
                 QStringLiteral("/home/me/web.shop-availability.png"));
        QCOMPARE(export_name({}, QStringLiteral("results"), QStringLiteral("csv")), QStringLiteral("results.csv"));
    }

    /// NINES_CHART_GALLERY=folder keeps the pictures, to be looked at.
    void every_chart_of_every_design_is_drawn_without_a_warning() {
        const QString gallery = qEnvironmentVariable("NINES_CHART_GALLERY");
        const QDir folder(QStringLiteral(NINES_SOURCE_DIR "/scenarios/designs"));
        const QStringList files = folder.entryList({QStringLiteral("*.toml")});
        QVERIFY(!files.isEmpty());
        for (const QString& file : files) {
            const Run run = run_of(folder.filePath(file), 20);
            const Warnings warnings;
            for (const charts::ChartEntry& entry : charts::chart_catalogue()) {
                for (const std::string& subject : charts::subjects_for(entry, run.results)) {
                    const charts::Chart chart =
                        entry.make({.results = run.results, .subject = subject, .history = &run.history});
                    QVERIFY(!words(chart.title).isEmpty());
                    QVERIFY2(chart.is_empty() == chart.series.empty(), entry.id.data());
                    for (const QPalette& palette : {QPalette(), dark_palette()}) {
                        const QImage image = chart_image(chart, {.size = {800, 480}, .palette = palette});
                        QVERIFY(!image.isNull());
                        if (gallery.isEmpty()) continue;
                        const QString theme = is_dark(palette) ? QStringLiteral("dark") : QStringLiteral("light");
                        QString name = QStringLiteral("%1-%2-%3-%4.png")
                                           .arg(QString(file).remove(QStringLiteral(".toml")),
                                                QString::fromUtf8(entry.id.data(), static_cast<int>(entry.id.size())),
                                                QString::fromStdString(subject), theme);
                        image.save(QDir(gallery).filePath(name.replace(QLatin1Char(':'), QLatin1Char('_'))));
                    }
                }
            }
            QVERIFY2(Warnings::found().isEmpty(), qPrintable(file + Warnings::found().join(QLatin1Char('\n'))));
        }
    }

    void the_same_chart_gives_the_same_bytes() {
        const charts::Chart chart = small_chart();
        const QTemporaryDir folder;
        for (const char* ending : {"png", "svg", "csv"}) {
            QList<QByteArray> written;
            for (const char* name : {"a.", "b."}) {
                const QString path = folder.filePath(QLatin1String(name) + QLatin1String(ending));
                QCOMPARE(save_chart(chart, {}, path, 2.0), QString());
                QFile file(path);
                QVERIFY(file.open(QIODevice::ReadOnly));
                written.append(file.readAll());
            }
            QVERIFY(!written[0].isEmpty());
            QVERIFY2(written[0] == written[1], ending);
        }
        QCOMPARE(save_chart(chart, {}, folder.filePath(QStringLiteral("a.pdf"))), QString());
        QVERIFY(QFileInfo(folder.filePath(QStringLiteral("a.pdf"))).size() > 1000);
        QVERIFY(!save_chart(chart, {}, folder.filePath(QStringLiteral("a.gif"))).isEmpty());
    }

    void a_picture_of_twice_the_scale_has_twice_the_pixels() {
        QCOMPARE(chart_image(small_chart(), {.size = {300, 200}}, 2.0).size(), QSize(600, 400));
    }

    void the_arrow_keys_tell_the_points_one_after_the_other() {
        ChartView view;
        view.resize(600, 400);
        view.set_chart(small_chart());
        view.show();
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(view.told(), QStringLiteral("One, 10 s: 10 % (5 % to 15 %), n = 100"));
        QTest::keyClick(&view, Qt::Key_Right);
        QVERIFY2(view.told().startsWith(QStringLiteral("One, 20 s: 20.0 %")) ||
                     view.told().startsWith(QStringLiteral("One, 20 s: 20 %")),
                 qPrintable(view.told()));
        QTest::keyClick(&view, Qt::Key_Down);
        QVERIFY2(view.told().startsWith(QStringLiteral("Two, 20 s: 4")), qPrintable(view.told()));
        QTest::keyClick(&view, Qt::Key_End);
        QVERIFY(view.told().startsWith(QStringLiteral("Two, 50 s")));
        QTest::keyClick(&view, Qt::Key_Escape);
        QVERIFY(view.told().isEmpty());
    }

    void a_hidden_series_is_neither_drawn_nor_told() {
        ChartView view;
        view.resize(600, 400);
        view.set_chart(small_chart());
        view.show();
        const QImage both = view.grab().toImage();
        QTest::keyClick(&view, Qt::Key_1);
        QVERIFY(view.picture().hidden == std::set<std::size_t>{0});
        QVERIFY(view.grab().toImage() != both);
        QTest::keyClick(&view, Qt::Key_Right);
        QVERIFY(view.told().startsWith(QStringLiteral("Two")));
        QTest::keyClick(&view, Qt::Key_Escape);
        QTest::keyClick(&view, Qt::Key_1);
        QVERIFY(view.grab().toImage() == both);
    }

    void the_pointer_tells_the_nearest_point() {
        ChartPage page(small_chart(), QPalette(), QFont());
        page.lay_out({600, 400});
        for (std::size_t point = 0; point < 5; ++point) {
            const auto hit = page.nearest(page.place_of(0, point) + QPointF(2.0, 1.0), 20.0);
            QCOMPARE(hit.series, 0);
            QCOMPARE(hit.point, static_cast<int>(point));
        }
        QVERIFY(page.nearest({1.0, 1.0}, 5.0).is_none());
    }

    void an_axis_may_be_made_logarithmic_and_back() {
        ChartView view;
        view.set_chart(small_chart());
        QVERIFY(!view.is_logarithmic());
        view.set_logarithmic(true);
        QVERIFY(view.is_logarithmic());
        QVERIFY(view.chart().value.low > 0.0);
        view.set_logarithmic(false);
        QVERIFY(!view.is_logarithmic());
    }

    void those_who_cannot_see_it_are_told_the_numbers() {
        ChartView view;
        view.set_chart(small_chart());
        QVERIFY(view.accessibleDescription().startsWith(QStringLiteral("Small")));
        QVERIFY(view.accessibleDescription().contains(QStringLiteral("One, 10 s: 10 % (5 % to 15 %)")));
    }
};

QTEST_MAIN(ChartsTest)
#include "charts_test.moc"
