// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/stale_note.hpp"

#include <QApplication>
#include <QEvent>

#include "gui/look/colours.hpp"

namespace nines::gui {

StaleNote::StaleNote(QWidget* parent) : QLabel(tr("Out of date: the design was changed after this run."), parent) {
    setObjectName(QStringLiteral("stale"));
    setWordWrap(true);
    take_colours();
    hide();
}

void StaleNote::set_current(quint64 revision) {
    current_ = revision;
    tell();
}

void StaleNote::set_shown(std::optional<quint64> revision) {
    shown_ = revision;
    tell();
}

void StaleNote::tell() {
    setVisible(current_ && shown_ && *current_ != *shown_);
}

void StaleNote::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange) take_colours();
}

void StaleNote::take_colours() {
    QPalette colours = QApplication::palette();
    colours.setColor(QPalette::WindowText, colour(Role::warning, colours));
    setPalette(colours);
}

}  // namespace nines::gui
