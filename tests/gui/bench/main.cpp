// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <string_view>

#include "gui/app/theme.hpp"
#include "tests/gui/bench/waits.hpp"

namespace {

constexpr std::string_view help = R"(Usage: nines_gui_bench [OPTIONS]

Measures how long the desktop program makes its user wait, in processor time, and prints the medians in a table of
targets. Needs no screen. Always ends with 0, unless asked to judge.

  --quick   fewer rounds
  --gate    end with 1 if a target is missed
  --help    this text
)";

constexpr int usual_runs = 21;
constexpr int quick_runs = 5;

}  // namespace

int main(int argc, char** argv) {
    using namespace nines;
    bool gate = false;
    int runs = usual_runs;
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (argument == "--quick") {
            runs = quick_runs;
        } else if (argument == "--gate") {
            gate = true;
        } else {
            fmt::print(argument == "--help" ? stdout : stderr, "{}", help);
            return argument == "--help" ? 0 : 2;
        }
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QCoreApplication::setOrganizationName(QStringLiteral("nines"));
    QCoreApplication::setApplicationName(QStringLiteral("nines-gui-bench"));
    const QApplication application(argc, argv);
    // Nothing of the user's is read or written.
    QStandardPaths::setTestModeEnabled(true);
    const QTemporaryDir settings;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    gui::apply_theme(gui::Theme::light);

    std::vector<bench::Row> rows = gui::window_rows(runs);
    const std::vector<bench::Row> more = gui::chart_rows(runs);
    rows.insert(rows.end(), more.begin(), more.end());
    fmt::print("{}", bench::to_table(rows));
    const bool missed = std::any_of(rows.begin(), rows.end(), [](const bench::Row& row) { return row.is_missed(); });
    return gate && missed ? 1 : 0;
}
