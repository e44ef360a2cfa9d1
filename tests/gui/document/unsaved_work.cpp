// SPDX-License-Identifier: GPL-3.0-or-later
// A process with unsaved work, to be killed: unsaved_work RECOVERY_FOLDER FILE
#include <QCoreApplication>

#include "gui/document/autosave.hpp"

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    nines::gui::Document document;
    nines::gui::Autosave autosave(document, QCoreApplication::arguments().at(1));
    autosave.set_interval(std::chrono::seconds(1));
    document.recover(QCoreApplication::arguments().at(2), "format = 1\n", {});
    document.apply({.label = QStringLiteral("Typing"), .text = "format = 1\n# not saved\n", .layout = {}, .merge = {}});
    return QCoreApplication::exec();
}
