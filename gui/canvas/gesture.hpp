// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <Qt>
#include <functional>
#include <memory>

#include "gui/canvas/canvas_edits.hpp"
#include "gui/canvas/hit_test.hpp"

class QPainter;

namespace nines::gui {

/// What a pressed mouse button does until it is released.
class Gesture {
public:
    Gesture() = default;
    Gesture(const Gesture&) = delete;
    Gesture& operator=(const Gesture&) = delete;
    virtual ~Gesture() = default;

    /// `scale` is pixels of the screen per unit of the drawing.
    virtual void move(const QPointF& point, Qt::KeyboardModifiers modifiers, double scale) = 0;
    /// Does it. A gesture that is deleted without this has done nothing.
    virtual void finish() = 0;
    /// Lines over the drawing, in its coordinates.
    virtual void paint(QPainter& painter, double scale) const = 0;
};

/// Moves what is selected, with guides and the grid; over an area it is dropped into it. Alt moves freely.
std::unique_ptr<Gesture> move_gesture(CanvasScene& scene, CanvasEdits& edits, std::size_t grabbed, const QPointF& from);

/// Selects what lies in a rectangle; `adds` keeps what was selected before.
std::unique_ptr<Gesture> band_gesture(CanvasScene& scene, const QPointF& from, bool adds);

/// Changes the size of an area by its lower right corner.
std::unique_ptr<Gesture> resize_gesture(CanvasScene& scene, CanvasEdits& edits, std::size_t area);

/// Receives the two ends of an arrow that was drawn.
using ConnectTaker = std::function<void(std::size_t from, std::size_t to)>;

/// Draws an arrow to another thing.
std::unique_ptr<Gesture> connect_gesture(CanvasScene& scene, std::size_t from, ConnectTaker taker);

}  // namespace nines::gui
