// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "gui/canvas/overlay.hpp"

namespace nines::gui {

class CanvasView;

/// Says in a corner what the colours and shapes laid over the drawing mean: one below the other, or in one line where
/// that hides less of the drawing.
class LegendBox : public QWidget {
    Q_OBJECT

public:
    /// `view` is the parent.
    explicit LegendBox(CanvasView& view);

    void show_overlay(const Overlay& overlay);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    enum class Shape { tall, flat };
    struct Place {
        QRect rect;
        Shape shape = Shape::tall;
    };

    QStringList lines() const;
    QSize size_of(Shape shape) const;
    Place best_place(const QRect& room) const;
    void settle();
    void paint_heat(QPainter& painter, const QRect& cell) const;
    void paint_entry(QPainter& painter, const QRect& cell, Mark::State state) const;

    CanvasView& view_;
    Shape shape_ = Shape::tall;
    QString text_;
    std::vector<Mark::State> states_;
    bool heat_ = false;
};

}  // namespace nines::gui
