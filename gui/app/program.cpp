// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/program.hpp"

#include <QSettings>

#include "gui/app/file_dealings.hpp"
#include "gui/app/preferences_dialog.hpp"

namespace nines::gui {

Program::Program() : preferences_(read_preferences(QSettings())) {
    apply_language(preferences_.language);
    apply_theme(preferences_.theme);
    workspace_.set_autosave_interval(preferences_.autosave_interval);
    make_window();
}

void Program::start(const QStringList& files) {
    window_->show();
    workspace_.look_for_left_work();
    if (!files.isEmpty()) window_->files().open(files);
}

void Program::apply(const Preferences& preferences) {
    const bool another_language = resolved(preferences.language) != resolved(preferences_.language);
    preferences_ = preferences;
    QSettings settings;
    write_preferences(settings, preferences);
    apply_theme(preferences.theme);
    workspace_.set_autosave_interval(preferences.autosave_interval);
    if (!another_language) return;
    apply_language(preferences.language);
    window_->keep_geometry();
    make_window();
    window_->show();
}

void Program::make_window() {
    std::unique_ptr<MainWindow> old = std::move(window_);
    window_ = std::make_unique<MainWindow>(workspace_);
    connect(window_.get(), &MainWindow::preferences_wanted, this, &Program::ask_for_preferences, Qt::QueuedConnection);
    // Last, so that the program never is without a window.
    old.reset();
}

void Program::ask_for_preferences() {
    PreferencesDialog dialog(preferences_, window_.get());
    if (dialog.exec() != QDialog::Accepted) return;
    const Preferences chosen = dialog.preferences();
    QMetaObject::invokeMethod(
        this, [this, chosen] { apply(chosen); }, Qt::QueuedConnection);
}

}  // namespace nines::gui
