// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <string>
#include <vector>

#include "models/edit/catalogue.hpp"

class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QTreeWidget;

namespace nines::gui {

/// The presets of one kind, each with its description and with all its values: how sure they are and who says them.
class PresetPicker : public QDialog {
    Q_OBJECT

public:
    PresetPicker(const std::string& library_kind, const QString& current, QWidget* parent = nullptr);

    /// The name that was chosen; empty: none.
    QString chosen() const;

private:
    void build();
    void filter(const QString& text);
    void show_preset();
    void show_source();

    std::vector<edit::PresetInfo> presets_;
    QLineEdit* search_;
    QListWidget* list_;
    QLabel* description_;
    QTreeWidget* values_;
    QLabel* source_;
    QDialogButtonBox* buttons_;
};

/// A grade as a word with a mark, so that what is not verified stands out.
QString grade_text(const std::string& grade);

}  // namespace nines::gui
