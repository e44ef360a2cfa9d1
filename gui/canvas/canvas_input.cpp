// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse and keyboard of the view.
#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QScrollBar>
#include <QToolTip>
#include <cmath>

#include "gui/canvas/canvas_view.hpp"
#include "gui/look/plain_tip.hpp"

namespace nines::gui {
namespace {

constexpr double reach_in_pixels = 7.0;
constexpr double zoom_per_eighth_of_degree = 1.0015;

}  // namespace

Hit CanvasView::hit_at(const QPoint& position) const {
    return hit_test(scene_, mapToScene(position), reach_in_pixels / scale_now());
}

void CanvasView::mousePressEvent(QMouseEvent* event) {
    setFocus(Qt::MouseFocusReason);
    const bool pans = event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && space_down_);
    if (pans) {
        panning_ = true;
        stop_fitting();
        pan_from_ = event->pos();
        viewport()->setCursor(Qt::ClosedHandCursor);
        return;
    }
    pressed_ = hit_at(event->pos());
    pressed_at_ = event->pos();
    if (event->button() == Qt::RightButton) {
        if (pressed_.item != no_item && !scene_.is_selected(pressed_.item)) scene_.select({pressed_.item});
        if (pressed_.link != no_item) scene_.select_link(pressed_.link);
        return;
    }
    if (event->button() != Qt::LeftButton) return;
    may_begin_ = pressed_.part != Hit::Part::fold_button;
    press_item(pressed_, event->modifiers());
}

void CanvasView::press_item(const Hit& hit, Qt::KeyboardModifiers modifiers) {
    const bool adds = modifiers.testFlag(Qt::ControlModifier) || modifiers.testFlag(Qt::ShiftModifier);
    was_selected_ = hit.item != no_item && scene_.is_selected(hit.item);
    switch (hit.part) {
        case Hit::Part::nothing:
            if (!adds) scene_.select({});
            return;
        case Hit::Part::link: scene_.select_link(hit.link); return;
        case Hit::Part::fold_button:
            edits_.set_collapsed({hit.item}, !scene_.arrangement().items[hit.item].collapsed);
            return;
        case Hit::Part::handle: return;
        case Hit::Part::thing:
        case Hit::Part::area_title:
        case Hit::Part::area_body:
        case Hit::Part::resize_grip:
            if (adds) {
                scene_.toggle(hit.item);
            } else if (!was_selected_) {
                scene_.select({hit.item});
            }
            return;
    }
}

void CanvasView::begin_gesture() {
    const QPointF from = mapToScene(pressed_at_);
    switch (pressed_.part) {
        case Hit::Part::nothing:
        case Hit::Part::link: gesture_ = band_gesture(scene_, from, false); return;
        case Hit::Part::area_body:
            scene_.select({});
            gesture_ = band_gesture(scene_, from, false);
            return;
        case Hit::Part::thing:
        case Hit::Part::area_title:
            if (!scene_.is_selected(pressed_.item)) scene_.select({pressed_.item});
            gesture_ = move_gesture(scene_, edits_, pressed_.item, from);
            return;
        case Hit::Part::resize_grip: gesture_ = resize_gesture(scene_, edits_, pressed_.item); return;
        case Hit::Part::handle:
            gesture_ = connect_gesture(scene_, pressed_.item,
                                       [this](std::size_t a, std::size_t b) { Q_EMIT connection_drawn(a, b); });
            return;
        case Hit::Part::fold_button: return;
    }
}

void CanvasView::mouseMoveEvent(QMouseEvent* event) {
    if (panning_) {
        const QPoint by = event->pos() - pan_from_;
        pan_from_ = event->pos();
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - by.y());
        return;
    }
    const bool far_enough = (event->pos() - pressed_at_).manhattanLength() >= QApplication::startDragDistance();
    if (may_begin_ && event->buttons().testFlag(Qt::LeftButton) && far_enough) {
        may_begin_ = false;
        begin_gesture();
    }
    if (gesture_ != nullptr) {
        gesture_->move(mapToScene(event->pos()), event->modifiers(), scale_now());
        viewport()->update();
        return;
    }
    const Hit hit = hit_at(event->pos());
    scene_.set_hovered(hit.item, hit.link);
    update_cursor(hit);
}

void CanvasView::update_cursor(const Hit& hit) {
    switch (hit.part) {
        case Hit::Part::handle: viewport()->setCursor(Qt::CrossCursor); return;
        case Hit::Part::resize_grip: viewport()->setCursor(Qt::SizeFDiagCursor); return;
        case Hit::Part::fold_button:
        case Hit::Part::link: viewport()->setCursor(Qt::PointingHandCursor); return;
        case Hit::Part::nothing:
        case Hit::Part::thing:
        case Hit::Part::area_title:
        case Hit::Part::area_body: viewport()->setCursor(space_down_ ? Qt::OpenHandCursor : Qt::ArrowCursor); return;
    }
}

void CanvasView::mouseReleaseEvent(QMouseEvent* event) {
    if (panning_) {
        panning_ = false;
        viewport()->setCursor(space_down_ ? Qt::OpenHandCursor : Qt::ArrowCursor);
        return;
    }
    if (event->button() != Qt::LeftButton) return;
    if (gesture_ != nullptr) {
        const std::unique_ptr<Gesture> gesture = std::move(gesture_);
        gesture->finish();
        viewport()->update();
    } else if (may_begin_ && was_selected_ && pressed_.item != no_item && event->modifiers() == Qt::NoModifier) {
        scene_.select({pressed_.item});  // a click on one of many that are selected
    }
    may_begin_ = false;
}

void CanvasView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const Hit hit = hit_at(event->pos());
    if (hit.item == no_item) return;
    scene_.select({hit.item});
    if (scene_.arrangement().items[hit.item].collapsed) {
        edits_.set_collapsed({hit.item}, false);
    } else {
        rename_current();
    }
}

void CanvasView::leaveEvent(QEvent* event) {
    scene_.set_hovered(no_item, no_item);
    QGraphicsView::leaveEvent(event);
}

void CanvasView::wheelEvent(QWheelEvent* event) {
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        stop_fitting();
        QGraphicsView::wheelEvent(event);
        return;
    }
    zoom_by(std::pow(zoom_per_eighth_of_degree, event->angleDelta().y()));
    event->accept();
}

void CanvasView::keyPressEvent(QKeyEvent* event) {
    const auto key = static_cast<Qt::Key>(event->key());
    if (key == Qt::Key_Escape && name_edit_ != nullptr) {
        finish_renaming(false);
    } else if (key == Qt::Key_Escape) {
        const bool was_busy = gesture_ != nullptr;
        gesture_.reset();
        may_begin_ = false;
        if (!was_busy) scene_.select({});
        viewport()->update();
    } else if (key == Qt::Key_Space && !event->isAutoRepeat()) {
        space_down_ = true;
        viewport()->setCursor(Qt::OpenHandCursor);
    } else if (event->modifiers() == Qt::NoModifier && key >= Qt::Key_Left && key <= Qt::Key_Down) {
        const std::size_t next = scene_.current() == no_item ? no_item : neighbour(key);
        if (next != no_item) {
            scene_.select({next});
            show_item(next);
        } else if (scene_.current() == no_item) {
            walk(true);
        }
    } else {
        event->ignore();
    }
}

void CanvasView::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Space || event->isAutoRepeat()) return;
    space_down_ = false;
    viewport()->setCursor(Qt::ArrowCursor);
}

void CanvasView::focusInEvent(QFocusEvent* event) {
    QGraphicsView::focusInEvent(event);
    scene_.set_focus_shown(true);
}

void CanvasView::focusOutEvent(QFocusEvent* event) {
    QGraphicsView::focusOutEvent(event);
    space_down_ = false;
    scene_.set_focus_shown(false);
}

bool CanvasView::focusNextPrevChild(bool next) {
    if (hasFocus() && name_edit_ == nullptr && walk(next)) return true;
    return QGraphicsView::focusNextPrevChild(next);
}

void CanvasView::contextMenuEvent(QContextMenuEvent* event) {
    Q_EMIT menu_wanted(event->globalPos());
}

void CanvasView::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasFormat(QLatin1String(kind_mime_type))) event->acceptProposedAction();
}

void CanvasView::dragMoveEvent(QDragMoveEvent* event) {
    if (!event->mimeData()->hasFormat(QLatin1String(kind_mime_type))) return;
    const std::string kind = event->mimeData()->data(QLatin1String(kind_mime_type)).toStdString();
    const std::size_t area = innermost_item(scene_, mapToScene(event->position().toPoint()), [this](std::size_t item) {
        return !scene_.arrangement().items[item].area;
    });
    scene_.set_drop_target(can_be_placed(scene_.kinds(), kind) ? area : no_item);
    event->acceptProposedAction();
}

void CanvasView::dragLeaveEvent(QDragLeaveEvent*) {
    scene_.set_drop_target(no_item);
}

void CanvasView::dropEvent(QDropEvent* event) {
    if (!event->mimeData()->hasFormat(QLatin1String(kind_mime_type))) return;
    scene_.set_drop_target(no_item);
    const std::string kind = event->mimeData()->data(QLatin1String(kind_mime_type)).toStdString();
    event->acceptProposedAction();
    stop_fitting();
    edits_.add(kind, mapToScene(event->position().toPoint()));
    setFocus();
}

bool CanvasView::viewportEvent(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QGraphicsView::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QString tip = tip_of(hit_at(help->pos()));
    if (tip.isEmpty()) {
        QToolTip::hideText();
    } else {
        QToolTip::showText(help->globalPos(), plain_tip(tip), viewport());
    }
    return true;
}

}  // namespace nines::gui
