// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the desktop: `nines_gui_screenshots DIR [WIDTH HEIGHT]`, of a window of that size. The same sources give
// the same pictures.
#include <QApplication>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <array>
#include <cstdio>

#include "gui/app/identity.hpp"
#include "gui/app/language.hpp"
#include "gui/app/theme.hpp"
#include "tests/gui/screenshots/photographer.hpp"

using namespace nines::gui;

namespace {

struct Look {
    Theme theme;
    Language language;
    const char* ending;
};

constexpr std::array looks = {
    Look{Theme::light, Language::english, "-light-en"},
    Look{Theme::dark, Language::english, "-dark-en"},
    Look{Theme::light, Language::chinese, "-light-zh"},
    Look{Theme::dark, Language::chinese, "-dark-zh"},
};

}  // namespace

int main(int argc, char** argv) {
    QCoreApplication::setOrganizationName(QStringLiteral("nines"));
    QCoreApplication::setApplicationName(QStringLiteral("nines-gui-screenshots"));
    const QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    QSize window(1440, 900);
    if (arguments.size() == 4) window = {arguments[2].toInt(), arguments[3].toInt()};
    if ((arguments.size() != 2 && arguments.size() != 4) || window.isEmpty()) {
        std::fputs("Usage: nines_gui_screenshots DIR [WIDTH HEIGHT]\n", stderr);
        return 2;
    }
    const QDir folder(arguments[1]);
    if (!folder.mkpath(QStringLiteral("."))) {
        std::fprintf(stderr, "nines_gui_screenshots: cannot make %s\n", qPrintable(arguments[1]));
        return 1;
    }
    // Nothing of the user's is read or written.
    QStandardPaths::setTestModeEnabled(true);
    const QTemporaryDir settings;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    introduce_program();
    QApplication::setCursorFlashTime(0);
    for (const Look& look : looks) {
        QSettings().clear();
        apply_language(look.language);
        apply_theme(look.theme);
        const QString problem = Photographer(folder, QLatin1String(look.ending), window).take_all();
        if (problem.isEmpty()) continue;
        std::fprintf(stderr, "nines_gui_screenshots: %s\n", qPrintable(problem));
        return 1;
    }
    return 0;
}
