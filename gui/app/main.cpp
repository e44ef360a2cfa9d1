// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>

#include "gui/app/main_window.hpp"

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("nines-gui"));
    nines::gui::Workspace workspace;
    nines::gui::MainWindow window(workspace);
    const QStringList files = QApplication::arguments().mid(1);
    for (const QString& file : files) workspace.open(file);
    if (workspace.designs().empty()) workspace.add_new();
    window.show();
    return QApplication::exec();
}
