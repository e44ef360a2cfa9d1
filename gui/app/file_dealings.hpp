// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <vector>

class QWidget;

namespace nines::gui {

class Design;
class Workspace;

/// Opening, saving and closing, with the questions that belong to it.
class FileDealings : public QObject {
    Q_OBJECT

public:
    /// `workspace` must outlive it; `window` is the parent of its dialogs, and owns it.
    FileDealings(Workspace& workspace, QWidget* window);

    /// Opens files in tabs; says which could not be read, and why.
    void open(const QStringList& paths);
    void open_by_dialog();
    /// Answers whether it was saved. A failure is said; file and edits stay as they were.
    bool save(Design& design);
    bool save_as(Design& design);
    /// Takes the file as it was saved, as a step that can be undone.
    void revert(Design& design);
    /// Asks what is to be done with unsaved work and runs that go on. False: the user wants them to stay.
    bool may_close(const std::vector<Design*>& designs);
    /// Closes these after asking.
    bool close(const std::vector<Design*>& designs);

private:
    bool write(Design& design, const QString& path);
    bool may_overwrite(Design& design);
    bool may_end_runs(const std::vector<Design*>& designs);

    Workspace& workspace_;
    QWidget* window_;
};

}  // namespace nines::gui
