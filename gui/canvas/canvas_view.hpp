// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGraphicsView>
#include <memory>

#include "gui/canvas/gesture.hpp"

class QLineEdit;

namespace nines::gui {

/// MIME type of a kind that is dragged from the palette: its word.
inline constexpr const char* kind_mime_type = "application/x-nines-kind";

/// Shows the drawing and takes mouse and keyboard: zoom, pan, walking from thing to thing, gestures, renaming in place.
class CanvasView : public QGraphicsView {
    Q_OBJECT

public:
    /// `scene` and `edits` must outlive the view.
    CanvasView(CanvasScene& scene, CanvasEdits& edits, QWidget* parent = nullptr);
    ~CanvasView() override;

    double scale_now() const { return transform().m11(); }
    void zoom_by(double factor);
    void zoom_to(double scale);
    /// Shows the whole drawing, not larger than its own size, and goes on doing so when the view gets another size,
    /// until the user zooms or pans.
    void fit();
    /// The user has chosen what is seen: another size of the view is no reason to fit again.
    void stop_fitting() { is_fitting_ = false; }
    bool is_fitting() const { return is_fitting_; }
    /// How much of the drawn things lies under a part of the viewport, in square pixels.
    double covered_by(const QRect& part) const;
    void show_item(std::size_t item);

    /// The nearest thing in the direction of an arrow key; `no_item` if there is none.
    std::size_t neighbour(Qt::Key arrow) const;
    /// Makes the next thing current and selects it; false at the end.
    bool walk(bool forward);
    /// Opens the field in which the name is changed.
    void rename_current();

Q_SIGNALS:
    /// The user has drawn an arrow; there may be several ways to connect the two, or none.
    void connection_drawn(std::size_t from, std::size_t to);
    void menu_wanted(const QPoint& global_position);
    void view_changed();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    Hit hit_at(const QPoint& position) const;
    void begin_gesture();
    void press_item(const Hit& hit, Qt::KeyboardModifiers modifiers);
    void update_cursor(const Hit& hit);
    QString tip_of(const Hit& hit) const;
    void finish_renaming(bool take);
    std::vector<std::size_t> walking_order() const;

    CanvasScene& scene_;
    CanvasEdits& edits_;
    std::unique_ptr<Gesture> gesture_;
    Hit pressed_;
    QPoint pressed_at_;
    bool may_begin_ = false;  ///< The button is down and the mouse has not moved far enough yet.
    bool was_selected_ = false;
    bool is_fitting_ = true;
    bool panning_ = false;
    bool space_down_ = false;
    QPoint pan_from_;
    QLineEdit* name_edit_ = nullptr;
    std::size_t renamed_ = no_item;
};

}  // namespace nines::gui
