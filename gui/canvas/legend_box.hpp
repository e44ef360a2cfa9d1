// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "gui/canvas/overlay.hpp"

namespace nines::gui {

class CanvasView;

/// Says in the lower left corner what the colours and shapes laid over the drawing mean.
class LegendBox : public QWidget {
    Q_OBJECT

public:
    /// `view` is the parent.
    explicit LegendBox(CanvasView& view);

    void show_overlay(const Overlay& overlay);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void settle();

    CanvasView& view_;
    QString text_;
    std::vector<Mark::State> states_;
    bool heat_ = false;
};

}  // namespace nines::gui
