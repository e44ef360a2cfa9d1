// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>
#include <vector>

#include "gui/document/document.hpp"
#include "models/scenario/origin.hpp"

class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace nines::gui {

/// The things of a document as a tree of kinds: the drawing for keyboards and screen readers. What can be done there
/// with a thing can be done here.
class OutlinePanel : public QWidget {
    Q_OBJECT

public:
    /// What diagnostics say about one thing.
    struct Faults {
        QStringList words;
        scenario::Severity worst = scenario::Severity::warning;
    };

    /// `document` must outlive the panel.
    explicit OutlinePanel(Document& document, QWidget* parent = nullptr);

    std::vector<edit::ThingName> selection() const;
    /// Selects these; `selection_changed` is not sent.
    void select(const std::vector<edit::ThingName>& names);

Q_SIGNALS:
    void selection_changed();
    /// The user wants to see the text of a thing.
    void place_wanted(const nines::scenario::Place& place);
    /// A problem of an edit, for the status bar.
    void problem(const QString& text);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void make_actions();
    void refresh();
    void fit_columns();
    void add_experiment();
    QTreeWidgetItem* make_row(const edit::Item& item, const Faults& faults) const;
    void show_matching();
    void rename(const QTreeWidgetItem* row);
    void remove();
    void show_text();

    Document& document_;
    QLineEdit* filter_;
    QTreeWidget* tree_;
    bool filling_ = false;
};

}  // namespace nines::gui
