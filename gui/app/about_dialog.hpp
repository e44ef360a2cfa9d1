// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace nines::gui {

/// Version, libraries, licence; all of it can be copied for a report of a mistake.
class AboutDialog : public QDialog {
    Q_OBJECT

public:
    explicit AboutDialog(QWidget* parent = nullptr);
};

/// Versions of the program, of its libraries, the compiler and the system, one a line, in English.
QString version_text();

}  // namespace nines::gui
