// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/compare/job_bar.hpp"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "gui/look/action_icons.hpp"
#include "models/results/number_text.hpp"

namespace nines::gui {

JobBar::JobBar(const QString& run_text, const QString& name, QWidget* area) {
    run_ = new QAction(run_text, this);
    run_->setObjectName(name + QStringLiteral("-now"));
    run_->setShortcut(QKeySequence(Qt::Key_F5));
    run_->setIcon(action_icon(ActionIcon::run, palette()));
    run_->setStatusTip(tr("Runs all points over the same trials and the same luck."));
    connect(run_, &QAction::triggered, this, &JobBar::start_wanted);
    cancel_ = new QAction(tr("Cance&l"), this);
    cancel_->setObjectName(QStringLiteral("cancel-") + name);
    cancel_->setIcon(action_icon(ActionIcon::stop, palette()));
    cancel_->setToolTip(tr("Ends it; the trials that all points have done are kept."));
    cancel_->setStatusTip(cancel_->toolTip());
    connect(cancel_, &QAction::triggered, this, &JobBar::cancel_wanted);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* buttons = new QHBoxLayout;
    for (QAction* action : {run_, cancel_}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        area->addAction(action);
        auto* button = new QToolButton;
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        button->setFocusPolicy(Qt::StrongFocus);
        buttons->addWidget(button);
    }
    column->addLayout(buttons);
    bar_ = new QProgressBar;
    bar_->setTextVisible(false);
    bar_->setAccessibleName(tr("Progress of the trials"));
    column->addWidget(bar_);
    left_ = new QLabel;
    left_->setObjectName(name + QStringLiteral("-left"));
    column->addWidget(left_);
    message_ = new QLabel;
    message_->setObjectName(name + QStringLiteral("-message"));
    message_->setWordWrap(true);
    message_->setTextFormat(Qt::PlainText);
    message_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(message_);
    show_state(false, false, false);
}

void JobBar::show_state(bool may_start, bool is_running, bool is_mine) {
    const bool runs = is_running && is_mine;
    run_->setEnabled(may_start && !is_running);
    cancel_->setEnabled(runs);
    bar_->setVisible(runs);
    left_->setVisible(runs);
    if (runs && !was_running_) {
        clock_.start();
        bar_->setRange(0, 0);
        left_->setText(tr("The points are prepared."));
        message_->clear();
    }
    was_running_ = runs;
    message_->setVisible(!message_->text().isEmpty());
}

void JobBar::show_progress(quint64 trials, quint64 of) {
    if (trials == 0 || of == 0) return;
    constexpr int steps = 1000;
    const double share = static_cast<double>(trials) / static_cast<double>(of);
    bar_->setRange(0, steps);
    bar_->setValue(static_cast<int>(share * steps));
    const double seconds = static_cast<double>(clock_.elapsed()) * 1e-3 * (1.0 - share) / share;
    left_->setText(tr("%1 of %2 trials of each point, about %3 left")
                       .arg(QString::fromStdString(results::count_text(trials)),
                            QString::fromStdString(results::count_text(of)),
                            QString::fromStdString(results::duration_text(std::max(1.0, std::round(seconds))))));
}

void JobBar::tell(const QString& text) {
    message_->setText(text);
    message_->setVisible(!text.isEmpty());
}

}  // namespace nines::gui
