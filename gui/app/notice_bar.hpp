// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <functional>

class QBoxLayout;
class QLabel;

namespace nines::gui {

/// A quiet line above a window's content: something has happened, and what can be done about it. It waits for an
/// answer without holding up anything.
class NoticeBar : public QWidget {
    Q_OBJECT

public:
    explicit NoticeBar(const QString& text, QWidget* parent = nullptr);

    /// A button; `act` is called when it is pressed. The bar may be deleted in it.
    void add_choice(const QString& text, std::function<void()> act);

protected:
    void changeEvent(QEvent* event) override;

private:
    void take_colours();

    QBoxLayout* row_;
    QLabel* words_;
};

}  // namespace nines::gui
