// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "gui/document/document.hpp"
#include "gui/run/runner.hpp"

namespace nines::gui {

/// All that is kept of one open scenario: its document and its runs. No widgets, so that windows can be made anew
/// around it (another language) while it stays, with its undo and its results.
class Design : public QObject {
    Q_OBJECT

public:
    explicit Design(QObject* parent = nullptr);

    Document& document() { return document_; }
    const Document& document() const { return document_; }
    Runner& runner() { return runner_; }

private:
    Document document_;
    Runner runner_;
};

}  // namespace nines::gui
