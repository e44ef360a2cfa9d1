// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/properties/quiet_wheel.hpp"

#include <QEvent>
#include <QWidget>

namespace nines::gui {
namespace {

class WheelFilter : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() != QEvent::Wheel) return false;
        event->ignore();
        return true;
    }
};

}  // namespace

void keep_wheel_for_scrolling(QWidget& widget) {
    widget.setFocusPolicy(Qt::StrongFocus);
    widget.installEventFilter(new WheelFilter(&widget));
}

}  // namespace nines::gui
