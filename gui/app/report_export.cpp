// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/report_export.hpp"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>

#include "gui/app/design.hpp"
#include "gui/look/export_name.hpp"
#include "gui/look/plain_message.hpp"
#include "gui/report/html.hpp"
#include "gui/report/pdf.hpp"
#include "models/paper/make_paper.hpp"
#include "models/paper/markdown.hpp"
#include "models/scenario/write_file.hpp"

namespace nines::gui {
namespace {

struct ReportExport {
    Q_DECLARE_TR_FUNCTIONS(ReportExport)
};

/// A comparison of this design alone.
paper::Paper paper_of(const Design& design, const RunOutcome& outcome) {
    const Document& document = design.document();
    const std::string& name = outcome.results.scenario.name;
    compare::Comparison comparison;
    comparison.designs.push_back(
        {.name = name.empty() ? document.title().toStdString() : name, .results = outcome.results, .changes = {}});
    comparison.confidence = comparison.pair_confidence = outcome.results.run.confidence;
    comparison.stopped = outcome.results.run.stopped;
    // A drawing is made of the file.
    const std::string path = document.is_modified() ? std::string() : document.path().toStdString();
    return paper::make_paper(comparison, {{.path = path, .study = outcome.study.get()}});
}

std::string bytes_of(const paper::Paper& paper, const QString& ending) {
    if (ending == QLatin1String("pdf")) return report_pdf(paper).toStdString();
    if (ending == QLatin1String("md")) return paper::to_markdown(paper);
    return report_html(paper);
}

}  // namespace

void export_report(const Design& design, QWidget* parent) {
    const auto outcome = design.runner().outcome();
    if (outcome == nullptr || outcome->study == nullptr || outcome->quick) {
        warn(parent, ReportExport::tr("Export Report"),
             ReportExport::tr("A report is of a run: run the design first."));
        return;
    }
    if (outcome->revision != design.document().revision()) {
        warn(parent, ReportExport::tr("Export Report"),
             ReportExport::tr("The design was changed since its latest run: run it again first."));
        return;
    }
    const QString proposed = export_name(design.document().path(), QStringLiteral("report"), QStringLiteral("html"));
    const QString path = QFileDialog::getSaveFileName(parent, ReportExport::tr("Export Report"), proposed,
                                                      ReportExport::tr("Reports (*.html *.pdf *.md)"));
    if (path.isEmpty()) return;
    QGuiApplication::setOverrideCursor(Qt::WaitCursor);
    const std::string bytes = bytes_of(paper_of(design, *outcome), QFileInfo(path).suffix().toLower());
    const std::string problem = scenario::write_file_whole(path.toStdString(), bytes);
    QGuiApplication::restoreOverrideCursor();
    if (!problem.empty()) warn(parent, ReportExport::tr("Export Report"), QString::fromStdString(problem));
}

}  // namespace nines::gui
