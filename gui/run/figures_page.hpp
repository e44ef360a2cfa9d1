// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeWidget>
#include <memory>

#include "gui/run/runner.hpp"

namespace nines::gui {

/// All figures of a run as a table, by subject, with exact figures beside; trials worth a look, assumptions, warnings.
class FiguresPage : public QTreeWidget {
    Q_OBJECT

public:
    explicit FiguresPage(QWidget* parent = nullptr);

    void show_outcome(std::shared_ptr<const RunOutcome> outcome);

    /// The selected lines, else all that are open, as text with tabs between the columns.
    QString copied_text() const;

Q_SIGNALS:
    /// The user wants to see what happened in this trial.
    void replay_wanted(quint64 trial);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fill(QTreeWidgetItem* subject);
    void add_cost();
    void add_subjects();
    void add_notable();
    void add_sentences(const QString& title, const std::vector<std::string>& sentences, bool open);
    QTreeWidgetItem* add_section(const QString& title);
    void replay(QTreeWidgetItem* item);
    void fit_columns();

    std::shared_ptr<const RunOutcome> outcome_;
    bool is_filling_ = false;  ///< Columns are fitted at the end.
};

}  // namespace nines::gui
