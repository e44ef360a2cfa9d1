// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace nines::gui {

class CodeArea;

/// A line below a text in which is typed what to look for.
class FindBar : public QWidget {
    Q_OBJECT

public:
    /// `area` must outlive the bar.
    explicit FindBar(CodeArea& area, QWidget* parent = nullptr);

    /// Shows the bar, with what is selected in the text, and takes the keyboard.
    void open();
    void find_next();
    void find_previous();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void close_bar();
    void find(bool forward, bool from_start_of_selection);
    int count() const;

    CodeArea& area_;
    QLineEdit* words_;
    QCheckBox* match_case_;
    QLabel* found_;
};

}  // namespace nines::gui
