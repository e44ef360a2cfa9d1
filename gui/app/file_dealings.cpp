// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/file_dealings.hpp"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QTextDocument>

#include "gui/app/workspace.hpp"
#include "gui/look/plain_message.hpp"

namespace nines::gui {
namespace {

QString titles_of(const std::vector<Design*>& designs) {
    QStringList titles;
    for (const Design* design : designs) titles.append(design->document().title());
    return titles.join(QStringLiteral(", "));
}

QString folder_of(const Workspace& workspace) {
    const Design* current = workspace.current();
    if (current != nullptr && !current->document().path().isEmpty())
        return QFileInfo(current->document().path()).absolutePath();
    const QStringList recent = workspace.recent_files();
    return recent.isEmpty() ? QDir::homePath() : QFileInfo(recent.front()).absolutePath();
}

}  // namespace

FileDealings::FileDealings(Workspace& workspace, QWidget* window)
    : QObject(window), workspace_(workspace), window_(window) {}

void FileDealings::open(const QStringList& paths) {
    QStringList problems;
    for (const QString& path : paths) {
        const QString problem = workspace_.open(path);
        if (!problem.isEmpty()) problems.append(problem);
    }
    if (!problems.isEmpty()) warn(window_, tr("Not opened"), problems.join(QLatin1Char('\n')));
}

void FileDealings::open_by_dialog() {
    open(QFileDialog::getOpenFileNames(window_, tr("Open scenarios"), folder_of(workspace_),
                                       tr("Scenarios (*.toml);;All files (*)")));
}

bool FileDealings::save(Design& design) {
    if (design.document().path().isEmpty()) return save_as(design);
    return may_overwrite(design) && write(design, design.document().path());
}

bool FileDealings::save_as(Design& design) {
    const QString proposed = design.document().path().isEmpty()
                                 ? QDir(folder_of(workspace_)).filePath(QStringLiteral("design.toml"))
                                 : design.document().path();
    QString path = QFileDialog::getSaveFileName(window_, tr("Save the scenario"), proposed,
                                                tr("Scenarios (*.toml);;All files (*)"));
    if (path.isEmpty()) return false;
    return write(design, path);
}

void FileDealings::revert(Design& design) {
    const QString problem = design.document().reload();
    if (!problem.isEmpty()) warn(window_, tr("Not reverted"), problem);
    design.file_watch().check();
}

bool FileDealings::may_close(const std::vector<Design*>& designs) {
    std::vector<Design*> modified;
    for (Design* design : designs) {
        design->document().gather();
        if (design->document().is_modified()) modified.push_back(design);
    }
    if (!may_end_runs(designs)) return false;
    if (modified.empty()) return true;
    if (modified.size() == 1) workspace_.set_current(modified.front());
    QMessageBox question(QMessageBox::Question, tr("Unsaved changes"),
                         modified.size() == 1 ? tr("Save the changes to %1?").arg(titles_of(modified))
                                              : tr("Save the changes to %1 designs?").arg(modified.size()),
                         QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, window_);
    question.setTextFormat(Qt::PlainText);
    question.setInformativeText(modified.size() == 1 ? tr("They are lost otherwise.")
                                                     : Qt::convertFromPlainText(titles_of(modified)));
    question.setDefaultButton(QMessageBox::Save);
    const int answer = question.exec();
    if (answer == QMessageBox::Discard) return true;
    if (answer != QMessageBox::Save) return false;
    for (Design* design : modified) {
        if (!save(*design)) return false;
    }
    return true;
}

bool FileDealings::close(const std::vector<Design*>& designs) {
    if (!may_close(designs)) return false;
    for (Design* design : designs) workspace_.close(*design);
    return true;
}

bool FileDealings::write(Design& design, const QString& path) {
    const QString problem = design.document().save_as(path);
    design.file_watch().check();
    if (problem.isEmpty()) {
        workspace_.remember_file(path);
        return true;
    }
    QMessageBox box(QMessageBox::Warning, tr("Not saved"), problem, QMessageBox::Ok, window_);
    box.setTextFormat(Qt::PlainText);
    // Else the scenario is saved, and only the placements beside it are not.
    if (design.document().is_modified()) {
        box.setInformativeText(
            tr("The file is as it was, and your changes are still here. They can be saved elsewhere."));
    }
    auto* elsewhere = box.addButton(tr("Save &As…"), QMessageBox::ActionRole);
    box.exec();
    return box.clickedButton() == elsewhere && save_as(design);
}

/// The file may have been changed by another program since it was read.
bool FileDealings::may_overwrite(Design& design) {
    design.file_watch().check();
    if (design.file_watch().state() != FileWatch::State::changed) return true;
    QMessageBox question(QMessageBox::Question, tr("Changed on disk"),
                         tr("Another program has changed %1.").arg(design.document().title()), QMessageBox::Cancel,
                         window_);
    question.setTextFormat(Qt::PlainText);
    question.setInformativeText(tr("Saving now replaces what it has written."));
    auto* overwrite = question.addButton(tr("&Overwrite"), QMessageBox::AcceptRole);
    question.setDefaultButton(QMessageBox::Cancel);
    question.exec();
    return question.clickedButton() == overwrite;
}

bool FileDealings::may_end_runs(const std::vector<Design*>& designs) {
    std::vector<Design*> running;
    for (Design* design : designs) {
        if (design->runner().is_running()) running.push_back(design);
    }
    if (running.empty()) return true;
    QMessageBox question(QMessageBox::Question, tr("Runs go on"),
                         tr("A run goes on in %1. Closing ends it.").arg(titles_of(running)), QMessageBox::Cancel,
                         window_);
    question.setTextFormat(Qt::PlainText);
    auto* end = question.addButton(tr("&End and Close"), QMessageBox::AcceptRole);
    question.setDefaultButton(QMessageBox::Cancel);
    question.exec();
    return question.clickedButton() == end;
}

}  // namespace nines::gui
