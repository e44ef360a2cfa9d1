// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;
class QTextBrowser;

namespace nines::gui {

/// A page of the manual, to be read and searched beside the work.
class ManualWindow : public QDialog {
    Q_OBJECT

public:
    ManualWindow(const QString& title, const QString& markdown, QWidget* parent = nullptr);

private:
    /// To the next place with these words, from the top again after the last.
    void find_next();

    QLineEdit* words_;
    QTextBrowser* page_;
};

}  // namespace nines::gui
