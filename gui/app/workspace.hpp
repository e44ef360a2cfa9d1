// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <chrono>
#include <memory>
#include <vector>

#include "gui/app/design.hpp"
#include "gui/compare/comparer.hpp"

namespace nines::gui {

/// The two places of a window in which designs can be shown beside each other.
enum class Side { left, right };

/// What the program has open: the designs in the order of their tabs, which of them is in front, and the files of
/// late. No widgets: a window shows it, and can be replaced by another.
class Workspace : public QObject {
    Q_OBJECT

public:
    explicit Workspace(QObject* parent = nullptr);
    /// Keeps copies of unsaved work in this folder instead of the user's.
    explicit Workspace(QString recovery_folder, QObject* parent = nullptr);

    std::vector<Design*> designs() const;
    /// The designs of one side, in the order of their tabs.
    std::vector<Design*> designs_of(Side side) const;
    /// The one that menus act upon; null: none is open.
    Design* current() const { return current_; }
    void set_current(Design* design);

    Side side_of(const Design& design) const;
    /// Shows it on that side, as the `position`-th of its tabs (past the last: as the last).
    void move(Design& design, Side side, std::size_t position);

    /// A design with nothing in it, in front.
    Design& add_new();
    /// A copy of a text, without a file, in front.
    Design& add_copy(const std::string& text);
    /// Opens a file in front; one that is open already is only brought to the front. A new design without a change
    /// gives way to it. Answers why the file could not be read, empty if it was.
    QString open(const QString& path);
    /// Closes without asking; the copy of its unsaved work goes too.
    void close(Design& design);

    /// What compares the designs; it stays while windows are made anew.
    Comparer& comparer() { return comparer_; }

    /// The longest time between a change and the copy of unsaved work; 0: none is kept.
    void set_autosave_interval(std::chrono::seconds interval);
    /// Looks for work that a process left behind which has ended.
    void look_for_left_work();
    /// Such work, oldest first, until it is restored or discarded.
    const std::vector<LeftWork>& left_work() const { return left_work_; }
    /// Opens it, in front; it counts as modified.
    void restore(std::size_t index);
    void discard(std::size_t index);

    /// Paths of files opened or saved of late, latest first.
    QStringList recent_files() const;
    void remember_file(const QString& path);
    void forget_recent_files();

Q_SIGNALS:
    void design_added(nines::gui::Design* design);
    /// It is deleted after this.
    void design_closing(nines::gui::Design* design);
    /// It stands elsewhere now.
    void design_moved(nines::gui::Design* design);
    void current_changed();
    void recent_files_changed();
    void left_work_changed();

private:
    struct Entry {
        Design* design;
        Side side;
    };

    Design* find_file(const QString& path) const;
    std::vector<Entry>::const_iterator find(const Design& design) const;
    std::unique_ptr<Design> make() const;
    Design& add(std::unique_ptr<Design> design);

    Comparer comparer_;
    QString recovery_folder_;
    std::chrono::seconds autosave_interval_ = Autosave::most_lost;
    std::vector<LeftWork> left_work_;
    std::vector<Entry> entries_;
    Design* current_ = nullptr;
};

}  // namespace nines::gui
