// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QString>
#include <vector>

class QAction;
class QLineEdit;
class QTreeWidget;

namespace nines::gui {

/// One line of the list of shortcuts.
struct ShortcutLine {
    QString place;   ///< Title of its menu, or of what it belongs to.
    QString action;  ///< Its text, without mnemonic.
    QString keys;    ///< "Ctrl+S", several with commas.
    QString help;    ///< Its status tip.
};

/// All actions of a window that have a shortcut: those of its menus in their order, then those of its widgets. The
/// same action with the same keys stands there once.
std::vector<ShortcutLine> shortcuts_of(const QWidget& window);

/// "File" and its lines, then the next: to print or to send.
QString shortcuts_text(const std::vector<ShortcutLine>& lines);

/// Lists the shortcuts of a window by menu; can be searched and copied as text.
class ShortcutsDialog : public QDialog {
    Q_OBJECT

public:
    explicit ShortcutsDialog(const QWidget& window, QWidget* parent = nullptr);

private:
    void show_matching(const QString& words);

    std::vector<ShortcutLine> lines_;
    QLineEdit* filter_;
    QTreeWidget* tree_;
};

}  // namespace nines::gui
