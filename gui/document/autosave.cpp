// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/document/autosave.hpp"

namespace nines::gui {

Autosave::Autosave(Document& document, QString folder, QObject* parent)
    : QObject(parent), document_(document), folder_(std::move(folder)) {
    timer_.setSingleShot(true);
    timer_.setInterval(most_lost);
    connect(&timer_, &QTimer::timeout, this, &Autosave::copy);
    connect(&document_, &Document::text_changed, this, &Autosave::follow);
    connect(&document_, &Document::layout_changed, this, &Autosave::follow);
    connect(&document_, &Document::identity_changed, this, &Autosave::follow);
}

Autosave::~Autosave() = default;

void Autosave::set_interval(std::chrono::seconds interval) {
    enabled_ = interval.count() > 0;
    timer_.stop();
    timer_.setInterval(interval);
    follow();
}

void Autosave::adopt(std::unique_ptr<RecoverySlot> slot) {
    slot_ = std::move(slot);
    follow();
}

void Autosave::forget() {
    enabled_ = false;
    remove_copy();
}

/// The timer runs on from the first change: who never pauses gets copies too.
void Autosave::follow() {
    if (!document_.is_modified()) return remove_copy();
    if (enabled_ && document_.read_only_reason().isEmpty() && !timer_.isActive()) timer_.start();
}

void Autosave::copy() {
    document_.gather();
    if (!document_.is_modified() || !enabled_) return;
    if (!slot_) slot_ = RecoverySlot::create(folder_);
    QString problem = slot_ ? QString() : tr("cannot write to %1").arg(folder_);
    if (slot_) {
        problem = slot_->write({.path = document_.path(),
                                .time = QDateTime::currentDateTimeUtc(),
                                .text = document_.text(),
                                .layout = document_.layout(),
                                .file_fingerprint = document_.file_fingerprint()});
    }
    if (!problem.isEmpty() && !failing_) Q_EMIT failed(tr("No copy of unsaved work is kept: %1").arg(problem));
    failing_ = !problem.isEmpty();
    if (failing_) timer_.start();
}

void Autosave::remove_copy() {
    timer_.stop();
    if (slot_) slot_->remove();
    slot_.reset();
}

}  // namespace nines::gui
