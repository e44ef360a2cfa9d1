// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "gui/panels/properties/property_session.hpp"
#include "models/scenario/origin.hpp"

class QLabel;
class QLineEdit;
class QToolButton;

namespace nines::gui {

/// What is shown: kind, id and description, which can be edited, and the way to its text.
class ThingHeader : public QWidget {
    Q_OBJECT

public:
    explicit ThingHeader(PropertySession& session, QWidget* parent = nullptr);

    void refresh();
    /// Which question the kind answers, as rich text.
    QString help() const;

Q_SIGNALS:
    void place_wanted(const nines::scenario::Place& place);
    /// The thing has this name now.
    void renamed(const nines::edit::ThingName& name);

private:
    void build();
    void rename();
    void describe();
    bool one_thing() const;

    PropertySession& session_;
    QLabel* icon_ = nullptr;
    QLabel* kind_ = nullptr;
    QLineEdit* id_ = nullptr;
    QLineEdit* description_ = nullptr;
    QToolButton* place_ = nullptr;
};

}  // namespace nines::gui
