// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>

#include "gui/app/main_window.hpp"

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("nines-gui"));
    nines::gui::MainWindow window;
    const QStringList files = QApplication::arguments().mid(1);
    for (const QString& file : files) window.open_design(file);
    if (files.isEmpty()) window.new_design();
    window.show();
    return QApplication::exec();
}
