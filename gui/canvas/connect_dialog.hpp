// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "gui/canvas/canvas_scene.hpp"
#include "gui/canvas/starter.hpp"

class QComboBox;
class QDialogButtonBox;

namespace nines::gui {

/// Connects a thing to another by the keyboard: which key, and which thing it shall name.
class ConnectDialog : public QDialog {
    Q_OBJECT

public:
    ConnectDialog(const CanvasScene& scene, std::size_t from, QWidget* parent = nullptr);

    /// What was chosen; with an empty key if there is nothing to choose from.
    Connection connection() const;

private:
    void fill_targets();

    const edit::Topology& topology_;
    const edit::KindDescription* kind_;
    edit::ThingName from_;
    QComboBox* key_;
    QComboBox* target_;
    QDialogButtonBox* buttons_;
};

}  // namespace nines::gui
