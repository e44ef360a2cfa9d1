// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/design.hpp"

#include <algorithm>

namespace nines::gui {
namespace {

int percent_of(const observe::Progress& progress) {
    if (progress.of == 0) return 0;
    return static_cast<int>(std::min<std::uint64_t>(100, progress.trials * 100 / progress.of));
}

}  // namespace

Design::Design(const QString& recovery_folder, QObject* parent)
    : QObject(parent), file_watch_(document_), autosave_(document_, recovery_folder) {
    connect(&runner_, &Runner::started, this, [this] { set_progress(0); });
    connect(&runner_, &Runner::progressed, this,
            [this](const observe::Progress& progress) { set_progress(percent_of(progress)); });
    connect(&runner_, &Runner::finished, this, [this] { set_progress(-1); });
}

void Design::set_progress(int percent) {
    if (percent == progress_percent_) return;
    progress_percent_ = percent;
    Q_EMIT progress_changed();
}

}  // namespace nines::gui
