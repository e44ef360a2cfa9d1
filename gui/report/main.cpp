// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <cstdio>
#include <cstring>
#include <string>

#include "gui/report/html.hpp"
#include "gui/report/pdf.hpp"
#include "models/paper/wire.hpp"
#include "models/scenario/write_file.hpp"

namespace {

constexpr int usage = 2;
constexpr int io = 4;

int fail(int code, const std::string& text) {
    std::fprintf(stderr, "nines-report: %s\n", text.c_str());
    return code;
}

std::string standard_input() {
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly)) return {};
    return input.readAll().toStdString();
}

}  // namespace

/// Reads a report from standard input, as `nines report` hands it over, and draws it into the file that is named.
int main(int argc, char** argv) {
    if (argc == 2 && std::strcmp(argv[1], "--version") == 0) {
        std::printf("nines-report %s\n", NINES_VERSION);
        return 0;
    }
    if (argc != 2 || argv[1][0] == '-') {
        return fail(usage,
                    "draws what `nines report` hands over; to be called by it: nines report FILE -o report.html");
    }
    // Nothing is shown, so that no screen is needed.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // Remarks of Qt on the session, which a report does not need.
    QLoggingCategory::setFilterRules(QStringLiteral("default.warning=false"));
    const QApplication application(argc, argv);
    const auto paper = nines::paper::from_wire(standard_input());
    if (!paper) return fail(usage, "this is no report of `nines report` of the same version");
    const QString path = QString::fromLocal8Bit(argv[1]);
    const bool is_pdf = QFileInfo(path).suffix().compare(QLatin1String("pdf"), Qt::CaseInsensitive) == 0;
    const std::string bytes = is_pdf ? nines::gui::report_pdf(*paper).toStdString() : nines::gui::report_html(*paper);
    const std::string problem = nines::scenario::write_file_whole(argv[1], bytes);
    return problem.empty() ? 0 : fail(io, problem);
}
