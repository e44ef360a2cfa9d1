// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "gui/app/templates.hpp"

class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace nines::gui {

/// The first tab while nothing is open: a new design, a file, a recent one, or a scenario that comes with the program.
class StartPage : public QWidget {
    Q_OBJECT

public:
    explicit StartPage(QWidget* parent = nullptr);

    /// Paths, latest first. Those that are not there any more are left out.
    void set_recent_files(const QStringList& paths);

Q_SIGNALS:
    void new_wanted();
    /// A file is to be chosen and opened.
    void open_wanted();
    /// This file is to be opened.
    void file_wanted(const QString& path);
    /// An untitled copy: `Document::start_from(chosen.text, {}, false)`.
    void template_wanted(const nines::gui::Template& chosen);

private:
    QWidget* make_left_column();
    QWidget* make_right_column();
    void fill_templates();
    void show_matching(const QString& words);
    void choose(const QListWidgetItem* item);
    bool eventFilter(QObject* watched, QEvent* event) override;

    std::vector<Template> templates_;
    QListWidget* recent_;
    QLineEdit* filter_;
    QListWidget* list_;
};

}  // namespace nines::gui
