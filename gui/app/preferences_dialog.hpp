// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "gui/app/preferences.hpp"

class QComboBox;
class QSpinBox;

namespace nines::gui {

/// Asks for preferences. The theme is shown at once and taken back on Cancel; all else holds when the dialog has been
/// accepted: `preferences()`.
class PreferencesDialog : public QDialog {
    Q_OBJECT

public:
    explicit PreferencesDialog(const Preferences& preferences, QWidget* parent = nullptr);

    Preferences preferences() const;

    void reject() override;

private:
    void add_rows();

    const Preferences before_;
    QComboBox* theme_;
    QComboBox* language_;
    QSpinBox* autosave_seconds_;
};

}  // namespace nines::gui
