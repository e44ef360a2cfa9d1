// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <chrono>
#include <memory>

#include "gui/document/document.hpp"
#include "gui/document/recovery.hpp"

namespace nines::gui {

/// Keeps a copy of a document's unsaved work, so that a crash or a cut of power costs some seconds of it at most. The
/// copy goes when the document is saved, or changed back to what is saved.
class Autosave : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::seconds most_lost{10};

    /// `document` must outlive it.
    Autosave(Document& document, QString folder, QObject* parent = nullptr);
    ~Autosave() override;

    /// The longest time between a change and its copy; 0: no copies are made.
    void set_interval(std::chrono::seconds interval);
    /// The document holds what was in this slot: further copies go there.
    void adopt(std::unique_ptr<RecoverySlot> slot);
    /// Removes the copy: the user does not want the work. Nothing is copied after this.
    void forget();

Q_SIGNALS:
    /// A copy could not be written; said once until one can be.
    void failed(const QString& problem);

private:
    void follow();
    void copy();
    void remove_copy();

    Document& document_;
    QString folder_;
    std::unique_ptr<RecoverySlot> slot_;
    QTimer timer_;
    bool enabled_ = true;
    bool failing_ = false;
};

}  // namespace nines::gui
