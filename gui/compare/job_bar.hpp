// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QWidget>

class QAction;
class QLabel;
class QProgressBar;

namespace nines::gui {

/// Buttons that start and end a paired run, how far it is and how long it will take, and what came of it in words.
class JobBar : public QWidget {
    Q_OBJECT

public:
    /// `name` begins the names of the actions, "sweep-now" and "cancel-sweep"; F5 starts it within `area`.
    JobBar(const QString& run_text, const QString& name, QWidget* area);

    /// `is_mine`: what goes on is of this bar, and not of another page.
    void show_state(bool may_start, bool is_running, bool is_mine);
    void show_progress(quint64 trials, quint64 of);
    void tell(const QString& text);

Q_SIGNALS:
    void start_wanted();
    void cancel_wanted();

private:
    QAction* run_;
    QAction* cancel_;
    QProgressBar* bar_;
    QLabel* left_;
    QLabel* message_;
    QElapsedTimer clock_;
    bool was_running_ = false;
};

}  // namespace nines::gui
