// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "gui/document/document.hpp"
#include "gui/panels/problem_counts.hpp"
#include "models/scenario/origin.hpp"

class QLabel;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace nines::gui {

/// Errors and warnings of the document, in the words of the command line.
class DiagnosticsPanel : public QWidget {
    Q_OBJECT

public:
    /// `document` must outlive the panel.
    explicit DiagnosticsPanel(Document& document, QWidget* parent = nullptr);

    /// "Errors: 2, Warnings: 1"; empty: there are none.
    QString counts() const;

Q_SIGNALS:
    /// The user wants to see where a diagnostic is; only places in the document's own file.
    void place_wanted(const nines::scenario::Place& place);
    /// The thing in whose text it is.
    void thing_wanted(const nines::edit::ThingName& name);
    void counts_changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void make_actions();
    void refresh();
    void show_chosen();
    void go_to(const QTreeWidgetItem* row);
    void copy() const;

    Document& document_;
    QToolButton* errors_;
    QToolButton* warnings_;
    QTreeWidget* table_;
    QLabel* none_;
    QLabel* language_note_;
    ProblemCounts counts_;
};

}  // namespace nines::gui
