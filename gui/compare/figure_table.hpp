// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeWidget>
#include <functional>
#include <optional>
#include <vector>

#include "models/report/sheet.hpp"

class QToolButton;

namespace nines::gui {

/// A cell of such a table: what is read, and what it is sorted by where that is a number.
struct FigureCell {
    QString text = {};
    std::optional<double> order = {};
    QString tip = {};
};

/// A table of figures: sorted by a click on a column's head, copied with Ctrl+C as rows of tabs.
class FigureTable : public QTreeWidget {
    Q_OBJECT

public:
    /// `name` is the object's name, `title` is what those hear who cannot see it.
    FigureTable(const QString& name, const QString& title, QWidget* parent = nullptr);

    void show_rows(const QStringList& columns, const std::vector<std::vector<FigureCell>>& rows);
    /// The selected rows, or all if none is, below the heads of the columns.
    QString as_text() const;

private:
    void copy();
};

/// Fills the button's menu with the ways in which `nines sweep -o` writes such results.
void make_export_menu(QToolButton& button, const QString& file_name,
                      std::function<std::optional<report::Sheet>()> sheet);

}  // namespace nines::gui
