// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/severity_icon.hpp"

#include <QCoreApplication>
#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>

#include "gui/look/colours.hpp"

namespace nines::gui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(nines::gui::Severity)
};

/// Drawings are made in a square of this side.
constexpr double side = 16.0;
constexpr int icon_sizes[] = {16, 32, 64};

void draw_error(QPainter& painter, const QColor& fill, const QColor& sign) {
    painter.setBrush(fill);
    painter.drawEllipse(QRectF(1, 1, 14, 14));
    painter.setPen(QPen(sign, 2.0, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(5.3, 5.3), QPointF(10.7, 10.7));
    painter.drawLine(QPointF(10.7, 5.3), QPointF(5.3, 10.7));
}

void draw_warning(QPainter& painter, const QColor& fill, const QColor& sign) {
    painter.setBrush(fill);
    painter.drawPolygon(QPolygonF({{8, 1}, {15.5, 14.5}, {0.5, 14.5}}));
    painter.setPen(QPen(sign, 1.8, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(8, 6), QPointF(8, 9.8));
    painter.drawPoint(QPointF(8, 12.3));
}

}  // namespace

QPixmap severity_pixmap(scenario::Severity severity, const QPalette& palette, int size) {
    const bool is_error = severity == scenario::Severity::error;
    const QColor fill = colour(is_error ? Role::error : Role::warning, palette);
    const QColor sign = palette.color(QPalette::Base);
    // Lists of a thousand diagnostics have one each.
    const QString key =
        QStringLiteral("nines-severity-%1-%2-%3-%4").arg(is_error).arg(size).arg(fill.name(), sign.name());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) return pixmap;
    pixmap = QPixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(size / side, size / side);
    painter.setPen(Qt::NoPen);
    is_error ? draw_error(painter, fill, sign) : draw_warning(painter, fill, sign);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIcon severity_icon(scenario::Severity severity, const QPalette& palette) {
    QIcon icon;
    for (const int size : icon_sizes) icon.addPixmap(severity_pixmap(severity, palette, size));
    return icon;
}

QString severity_word(scenario::Severity severity) {
    switch (severity) {
        case scenario::Severity::error: return Words::tr("Error");
        case scenario::Severity::warning: return Words::tr("Warning");
    }
    return {};
}

}  // namespace nines::gui
