// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "gui/document/document.hpp"

namespace nines::gui {

/// All keys of the thing that is selected, made from the field lists, to be read and edited.
class PropertyPanel : public QWidget {
    Q_OBJECT

public:
    /// `document` must outlive the panel.
    explicit PropertyPanel(Document& document, QWidget* parent = nullptr);

    /// Shows a thing; { "scenario", "" } is the experiment. Several: what they have in common can be set at once.
    void show_things(const std::vector<edit::ThingName>& names);

Q_SIGNALS:
    /// The user wants to see a thing that a value names.
    void thing_wanted(const nines::edit::ThingName& name);
    /// A problem of an edit, for the status bar.
    void problem(const QString& text);

private:
    Document& document_;
};

}  // namespace nines::gui
