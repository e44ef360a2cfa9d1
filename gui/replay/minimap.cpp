// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/replay/minimap.hpp"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

#include "gui/look/colours.hpp"
#include "gui/replay/span_look.hpp"

namespace nines::gui {
namespace {

/// The services' courses; a design with many shows the first of them.
std::vector<const observe::Course*> services_of(const observe::Timeline& timeline) {
    constexpr std::size_t most = 4;
    std::vector<const observe::Course*> services;
    for (const observe::Course& course : timeline.courses()) {
        if (course.kind == observe::Course::Kind::service && services.size() < most) services.push_back(&course);
    }
    return services;
}

}  // namespace

Minimap::Minimap(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("minimap"));
    setAccessibleName(tr("Whole trial with its outages"));
    setToolTip(tr("The whole trial with the outages of its services. Click to look there."));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize Minimap::sizeHint() const {
    return {fontMetrics().averageCharWidth() * 40, fontMetrics().height() * 3 / 2};
}

void Minimap::set_timeline(std::shared_ptr<const observe::Timeline> timeline) {
    timeline_ = std::move(timeline);
    scale_ = TimeScale(timeline_ ? timeline_->horizon() : TimeScale::shortest);
    scale_.set_width(std::max(1, width()));
    update();
}

void Minimap::show_window(double from, double to, double play_head) {
    from_ = from;
    to_ = to;
    play_head_ = play_head;
    update();
}

void Minimap::resizeEvent(QResizeEvent*) {
    scale_.set_width(std::max(1, width()));
}

void Minimap::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (!timeline_) return;
    const auto services = services_of(*timeline_);
    const double lane =
        services.empty() ? height() : static_cast<double>(height()) / static_cast<double>(services.size());
    for (std::size_t s = 0; s < services.size(); ++s) {
        const QRectF strip(0.0, static_cast<double>(s) * lane + 1.0, width(), lane - 2.0);
        paint_course(painter, *timeline_, *services[s], scale_, strip, palette(), false);
    }
    const QColor frame = colour(Role::selection, palette());
    constexpr double narrowest = 3.0;
    const double left = scale_.x_of(from_);
    const double width_of_window = std::max(narrowest, scale_.x_of(to_) - left);
    QColor shade = palette().color(QPalette::Window);
    constexpr int half = 130;
    shade.setAlpha(half);
    painter.fillRect(QRectF(0.0, 0.0, left, height()), shade);
    painter.fillRect(QRectF(left + width_of_window, 0.0, width() - left - width_of_window, height()), shade);
    painter.setPen(QPen(frame, 1.0));
    painter.drawRect(QRectF(left + 0.5, 0.5, std::max(1.0, width_of_window - 1.0), height() - 1.0));
    painter.fillRect(QRectF(scale_.x_of(play_head_) - 1.0, 0.0, 2.0, height()), frame);
}

void Minimap::mousePressEvent(QMouseEvent* event) {
    if (timeline_ && event->button() == Qt::LeftButton) Q_EMIT center_wanted(scale_.time_at(event->position().x()));
}

void Minimap::mouseMoveEvent(QMouseEvent* event) {
    const bool is_drag = event->buttons().testFlag(Qt::LeftButton);
    if (timeline_ && is_drag) Q_EMIT center_wanted(scale_.time_at(event->position().x()));
}

}  // namespace nines::gui
