// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QCommandLineParser>
#include <cstdio>

#include "gui/app/identity.hpp"
#include "gui/app/program.hpp"

namespace {

void describe(QCommandLineParser& parser) {
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "Availability and failover simulation: designs as drawings."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("files"), QCoreApplication::translate("main", "Scenarios to open."),
                                 QStringLiteral("[files...]"));
}

/// Version and help are told without a screen.
bool only_tells(int& argc, char** argv) {
    const QCoreApplication early(argc, argv);
    QCommandLineParser parser;
    describe(parser);
    parser.parse(QCoreApplication::arguments());
    if (parser.isSet(QStringLiteral("version"))) {
        std::printf("nines-gui %s\n", NINES_VERSION);
        return true;
    }
    if (!parser.isSet(QStringLiteral("help"))) return false;
    std::fputs(qPrintable(parser.helpText()), stdout);
    return true;
}

}  // namespace

int main(int argc, char** argv) {
    QCoreApplication::setOrganizationName(QStringLiteral("nines"));
    QCoreApplication::setApplicationName(QStringLiteral("nines-gui"));
    QCoreApplication::setApplicationVersion(QStringLiteral(NINES_VERSION));
    if (only_tells(argc, argv)) return 0;
    const QApplication application(argc, argv);
    nines::gui::introduce_program();
    QCommandLineParser parser;
    describe(parser);
    parser.process(application);
    nines::gui::Program program;
    program.start(parser.positionalArguments());
    return QApplication::exec();
}
