// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/canvas/canvas_view.hpp"

#include <QEvent>
#include <QLineEdit>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>
#include <cmath>

#include "gui/look/escape_key.hpp"

namespace nines::gui {
namespace {

constexpr double smallest_scale = 0.04;
constexpr double largest_scale = 4.0;
constexpr double margin_of_fit = 24.0;
constexpr double least_scale_of_grid = 0.7;

}  // namespace

CanvasView::CanvasView(CanvasScene& scene, CanvasEdits& edits, QWidget* parent)
    : QGraphicsView(&scene, parent), scene_(scene), edits_(edits) {
    setObjectName(QStringLiteral("canvas_view"));
    setRenderHint(QPainter::Antialiasing);
    setOptimizationFlag(QGraphicsView::DontSavePainterState);
    setOptimizationFlag(QGraphicsView::DontAdjustForAntialiasing);
    setViewportUpdateMode(QGraphicsView::SmartViewportUpdate);
    setTransformationAnchor(QGraphicsView::AnchorUnderMouse);
    // The wheel, the middle button, the space bar and the map move the view; bars would always be there.
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setAcceptDrops(true);
    setFocusPolicy(Qt::StrongFocus);
    connect(&scene, &CanvasScene::refreshed, this, [this] {
        gesture_.reset();
        if (name_edit_ != nullptr) finish_renaming(false);
        viewport()->update();
    });
}

CanvasView::~CanvasView() = default;

void CanvasView::zoom_to(double scale) {
    const double wanted = std::clamp(scale, smallest_scale, largest_scale);
    const double factor = wanted / scale_now();
    stop_fitting();
    this->scale(factor, factor);
    Q_EMIT view_changed();
}

void CanvasView::zoom_by(double factor) {
    zoom_to(scale_now() * factor);
}

void CanvasView::fit() {
    is_fitting_ = true;
    const QRectF all =
        scene_.arrangement().bounds.adjusted(-margin_of_fit, -margin_of_fit, margin_of_fit, margin_of_fit);
    if (scene_.topology().items.empty()) {
        setTransform(QTransform());
        centerOn(0.0, 0.0);
        return;
    }
    const QSizeF room = viewport()->size();
    const double wanted = std::min({room.width() / all.width(), room.height() / all.height(), 1.0});
    setTransform(QTransform::fromScale(std::max(wanted, smallest_scale), std::max(wanted, smallest_scale)));
    centerOn(all.center());
    Q_EMIT view_changed();
}

double CanvasView::covered_by(const QRect& part) const {
    double covered = 0.0;
    for (const std::size_t item : walking_order()) {
        const QRect under = mapFromScene(scene_.rect_of(item)).boundingRect() & part;
        if (!under.isEmpty()) covered += static_cast<double>(under.width()) * under.height();
    }
    return covered;
}

void CanvasView::show_item(std::size_t item) {
    if (item == no_item) return;
    const QRectF rect = scene_.rect_of(scene_.arrangement().items[item].shown_as);
    const bool is_seen = mapToScene(viewport()->rect()).boundingRect().contains(rect);
    if (is_fitting_ && is_seen) return;
    ensureVisible(rect, static_cast<int>(margin_of_fit), static_cast<int>(margin_of_fit));
}

std::vector<std::size_t> CanvasView::walking_order() const {
    std::vector<std::size_t> order;
    for (std::size_t item = 0; item < scene_.arrangement().items.size(); ++item) {
        if (scene_.arrangement().is_drawn(item)) order.push_back(item);
    }
    // As a text is read: from the top, and in a line from the left.
    const double line = 8 * scene_.look().unit;
    const auto key = [&](std::size_t item) {
        const QRectF rect = scene_.rect_of(item);
        return std::tuple(std::floor(rect.top() / line), rect.left(), item);
    };
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
    return order;
}

bool CanvasView::walk(bool forward) {
    const std::vector<std::size_t> order = walking_order();
    if (order.empty()) return false;
    const auto at = std::find(order.begin(), order.end(), scene_.current());
    std::size_t next = forward ? order.front() : order.back();
    if (at != order.end()) {
        if (forward ? at + 1 == order.end() : at == order.begin()) return false;
        next = forward ? *(at + 1) : *(at - 1);
    }
    scene_.select({next});
    show_item(next);
    return true;
}

std::size_t CanvasView::neighbour(Qt::Key arrow) const {
    const std::size_t current = scene_.current();
    if (current == no_item) return no_item;
    const QPointF from = scene_.rect_of(current).center();
    std::size_t best = no_item;
    double least = 0.0;
    for (const std::size_t item : walking_order()) {
        const QPointF way = scene_.rect_of(item).center() - from;
        const bool level = arrow == Qt::Key_Left || arrow == Qt::Key_Right;
        const double sign = arrow == Qt::Key_Right || arrow == Qt::Key_Down ? 1.0 : -1.0;
        const double ahead = sign * (level ? way.x() : way.y());
        const double aside = std::abs(level ? way.y() : way.x());
        if (item == current || ahead <= 1.0 || aside > 2.5 * ahead) continue;
        const double distance = ahead + 2 * aside;
        if (best != no_item && distance >= least) continue;
        best = item;
        least = distance;
    }
    return best;
}

void CanvasView::rename_current() {
    const std::size_t item = scene_.current();
    if (item == no_item || !scene_.topology().items[item].editable || name_edit_ != nullptr) return;
    show_item(item);
    renamed_ = item;
    const QRect place = mapFromScene(scene_.rect_of(item)).boundingRect();
    name_edit_ = new QLineEdit(QString::fromStdString(scene_.topology().items[item].name.id), viewport());
    name_edit_->setObjectName(QStringLiteral("rename_field"));
    name_edit_->setAccessibleName(tr("New name"));
    const QSize size = name_edit_->sizeHint();
    name_edit_->setGeometry(place.left(), place.top(), std::max(place.width(), size.width()), size.height());
    name_edit_->selectAll();
    name_edit_->show();
    name_edit_->setFocus();
    connect(name_edit_, &QLineEdit::editingFinished, this, [this] { finish_renaming(true); });
}

void CanvasView::finish_renaming(bool take) {
    if (name_edit_ == nullptr) return;
    QLineEdit* field = name_edit_;
    name_edit_ = nullptr;
    const QString id = field->text();
    const std::size_t item = renamed_;
    const bool had_focus = field->hasFocus();
    field->deleteLater();
    field->hide();
    if (had_focus) setFocus();
    if (take && item < scene_.topology().items.size() && !id.trimmed().isEmpty()) edits_.rename(item, id);
}

/// What goes on takes Esc first, even if a run could be cancelled by it.
bool CanvasView::event(QEvent* event) {
    const bool is_busy = gesture_ != nullptr || name_edit_ != nullptr;
    if (!is_busy || !asks_for_escape(*event)) return QGraphicsView::event(event);
    event->accept();
    return true;
}

void CanvasView::resizeEvent(QResizeEvent* event) {
    QGraphicsView::resizeEvent(event);
    if (is_fitting_) fit();
    Q_EMIT view_changed();
}

void CanvasView::scrollContentsBy(int dx, int dy) {
    QGraphicsView::scrollContentsBy(dx, dy);
    Q_EMIT view_changed();
}

void CanvasView::drawBackground(QPainter* painter, const QRectF& rect) {
    painter->fillRect(rect, scene_.look().background);
    if (scale_now() < least_scale_of_grid) return;
    const double step = 4 * scene_.look().grid();
    const double side = 1.0 / scale_now();
    QVector<QRectF> dots;
    for (double x = std::floor(rect.left() / step) * step; x <= rect.right(); x += step) {
        for (double y = std::floor(rect.top() / step) * step; y <= rect.bottom(); y += step)
            dots << QRectF(x, y, side, side);
    }
    // Round points take ten times as long.
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(Qt::NoPen);
    painter->setBrush(scene_.look().grid_dot);
    painter->drawRects(dots);
    painter->setRenderHint(QPainter::Antialiasing, true);
}

void CanvasView::drawForeground(QPainter* painter, const QRectF& rect) {
    if (!scene_.document().topology_is_current()) {
        QColor veil = scene_.look().background;
        veil.setAlphaF(0.6F);
        painter->fillRect(rect, veil);
    }
    if (gesture_ != nullptr) gesture_->paint(*painter, scale_now());
}

}  // namespace nines::gui
