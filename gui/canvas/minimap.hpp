// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QWidget>

namespace nines::gui {

class CanvasView;
class CanvasScene;

/// The whole drawing in a corner, with a frame around what is in view; a click or drag goes there.
class Minimap : public QWidget {
    Q_OBJECT

public:
    /// `scene` and `view` must outlive the map, which is a child of the view.
    Minimap(CanvasScene& scene, CanvasView& view);

    /// Goes to the lower right corner; hides while everything is in view.
    void settle();
    void set_wanted(bool wanted);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    QRectF drawing() const;
    double scale() const;
    QPointF origin() const;
    QRectF seen() const;
    void go_to(const QPoint& position);
    void draw_again();

    CanvasScene& scene_;
    CanvasView& view_;
    QPixmap picture_;
    bool wanted_ = true;
};

}  // namespace nines::gui
