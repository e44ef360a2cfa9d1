// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "gui/app/templates.hpp"

class QBoxLayout;
class QLabel;
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
    /// An untitled copy is to be made: `Document::start_from(chosen.text, {}, false)`.
    void template_wanted(const nines::gui::Template& chosen);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QBoxLayout* make_actions();
    QBoxLayout* make_templates();
    void fill_templates();
    void add_heading(const QString& text);
    void show_matching(const QString& words);
    void select_first_visible();
    void choose(const QListWidgetItem* item);
    void show_manual(const QString& title, const QString& markdown);

    std::vector<Template> templates_;
    QLabel* no_recent_;
    QListWidget* recent_;
    QLineEdit* filter_;
    QListWidget* list_;
};

}  // namespace nines::gui
