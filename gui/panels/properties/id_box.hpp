// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <string>
#include <vector>

#include "gui/panels/properties/property_session.hpp"

namespace nines::gui {

/// An editable box that offers the ids of things of some kinds. They are looked up when the user comes to it, so that
/// many boxes cost little.
class IdBox : public QComboBox {
    Q_OBJECT

public:
    IdBox(PropertySession& session, std::vector<std::string> kinds, QWidget* parent = nullptr);

    void showPopup() override;

protected:
    void focusInEvent(QFocusEvent* event) override;

private:
    void fill();

    PropertySession& session_;
    std::vector<std::string> kinds_;
};

}  // namespace nines::gui
