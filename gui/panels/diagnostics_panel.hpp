// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "gui/document/document.hpp"
#include "models/scenario/origin.hpp"

namespace nines::gui {

/// Errors and warnings of the document, in the words of the command line.
class DiagnosticsPanel : public QWidget {
    Q_OBJECT

public:
    /// `document` must outlive the panel.
    explicit DiagnosticsPanel(Document& document, QWidget* parent = nullptr);

Q_SIGNALS:
    /// The user wants to see where a diagnostic is; only places in the document's own file.
    void place_wanted(const nines::scenario::Place& place);

private:
    Document& document_;
};

}  // namespace nines::gui
