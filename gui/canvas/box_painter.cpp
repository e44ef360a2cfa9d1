// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainter>
#include <QPixmapCache>
#include <algorithm>
#include <cmath>

#include "gui/canvas/faces.hpp"
#include "gui/canvas/kind_look.hpp"
#include "gui/canvas/state_marks.hpp"
#include "gui/look/colours.hpp"
#include "gui/look/icons.hpp"
#include "gui/look/translated.hpp"
#include "models/edit/problems.hpp"

namespace nines::gui {
namespace {

constexpr double strongest_heat = 0.72;  ///< Beyond this text on it would be hard to read.

QColor fill_of(const ThingMarks& marks, const DrawingLook& look) {
    if (marks.mark.heat >= 0.0) return heat_colour(marks.mark.heat * strongest_heat, look.palette);
    if (marks.mark.state == Mark::State::none) return look.box;
    return blend(look.box, state_colour(marks.mark.state, look.palette), is_dark(look.palette) ? 0.16 : 0.08);
}

QColor edge_of(const ThingMarks& marks, const DrawingLook& look) {
    if (marks.mark.state == Mark::State::none) return look.box_edge;
    return blend(look.box_edge, state_colour(marks.mark.state, look.palette), 0.75);
}

void draw_icon_tile(QPainter& painter, const QRectF& tile, const std::string& kind, const DrawingLook& look) {
    const QColor accent = look.accent(kind);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(blend(look.box, accent, is_dark(look.palette) ? 0.22 : 0.13));
    painter.drawRoundedRect(tile, look.corner(), look.corner());
    paint_kind_icon(painter, tile.adjusted(look.unit, look.unit, -look.unit, -look.unit), kind,
                    blend(accent, look.text, 0.2));
}

/// On the screen from a cache, for curves take long; elsewhere (SVG, PDF) as curves.
void paint_icon_tile(QPainter& painter, const QRectF& box, const ThingFace& face, const DrawingLook& look,
                     double scale) {
    const double side = look.icon_tile();
    const QRectF tile(box.left() + 2 * look.unit, box.top() + 1.75 * look.unit, side, side);
    if (painter.paintEngine() == nullptr || painter.paintEngine()->type() != QPaintEngine::Raster) {
        draw_icon_tile(painter, tile, face.kind, look);
        return;
    }
    const double dots = painter.device()->devicePixelRatioF();
    const int pixels = static_cast<int>(std::ceil(side * scale * dots));
    const QString key = QStringLiteral("nines-tile-%1-%2-%3-%4")
                            .arg(QString::fromStdString(face.kind), look.box.name(), look.accent(face.kind).name())
                            .arg(pixels);
    QPixmap picture;
    if (!QPixmapCache::find(key, &picture)) {
        picture = QPixmap(pixels, pixels);
        picture.fill(Qt::transparent);
        QPainter draw(&picture);
        draw.scale(pixels / side, pixels / side);
        draw_icon_tile(draw, QRectF(0, 0, side, side), face.kind, look);
        draw.end();
        QPixmapCache::insert(key, picture);
    }
    painter.drawPixmap(tile, picture, QRectF(picture.rect()));
}

void paint_texts(QPainter& painter, const QRectF& box, const ThingFace& face, const ThingMarks& marks,
                 const DrawingLook& look, double scale, double right) {
    const double left = box.left() + look.icon_tile() + 4 * look.unit;
    const bool with_details = scale >= least_scale_of_details && !face.details.isEmpty();
    const double lines =
        look.name_height + (with_details ? look.detail_height * static_cast<double>(face.details.size()) : 0.0);
    const double row = std::max(lines, look.icon_tile());
    double top = box.top() + 1.75 * look.unit + (row - lines) / 2;
    painter.setFont(look.name_font);
    painter.setPen(look.text);
    const QRectF name(left, top, right - left, look.name_height);
    const bool fits = face.name_width <= name.width();
    const QString shown =
        fits ? face.name : QFontMetricsF(look.name_font).elidedText(face.name, Qt::ElideMiddle, name.width());
    painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    if (!with_details) return;
    painter.setFont(look.detail_font);
    painter.setPen(marks.mark.heat > 0.0 ? blend(fill_of(marks, look), look.text, 0.85) : look.muted_text);
    for (const QString& detail : face.details) {
        top += top == name.top() ? look.name_height : look.detail_height;
        painter.drawText(QRectF(left, top, box.right() - left, look.detail_height),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, detail);
    }
}

QString rest_of_members(std::int64_t count) {
    return QStringLiteral("+%1").arg(count);
}

void paint_dots(QPainter& painter, const QRectF& box, const ThingFace& face, const ThingMarks& marks,
                const DrawingLook& look, double scale) {
    const auto shown = std::min<std::size_t>(face.members.size(), most_dots);
    const int rows = static_cast<int>((shown + dots_in_row - 1) / dots_in_row);
    const double step = look.dot_step();
    const double top = box.bottom() - rows * step - 1.25 * look.unit;
    const QColor plain = marks.mark.heat > 0.0 ? blend(fill_of(marks, look), look.text, 0.5)
                                               : blend(look.box, look.accent(face.kind), 0.55);
    painter.setPen(Qt::NoPen);
    painter.setBrush(plain);
    for (std::size_t dot = 0; dot < shown; ++dot) {
        const QPointF centre(box.left() + 2.4 * look.unit + (static_cast<double>(dot % dots_in_row) + 0.5) * step,
                             top + (static_cast<double>(dot / dots_in_row) + 0.5) * step);
        const Mark::State state = dot < marks.members.size() ? marks.members[dot] : Mark::State::none;
        if (state == Mark::State::none) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(plain);
            painter.drawEllipse(centre, look.dot() / 2, look.dot() / 2);
        } else {
            paint_state(painter, state, centre, look.dot() / 2 + 0.5, look.palette);
        }
    }
    const std::int64_t rest = face.member_count - static_cast<std::int64_t>(shown);
    if (rest <= 0 || scale < least_scale_of_details) return;
    painter.setFont(look.detail_font);
    painter.setPen(look.muted_text);
    // The dots of a full row leave no room beside them, so the rest stands above their right end.
    painter.drawText(
        QRectF(box.left(), top - look.detail_height + look.unit / 2, box.width() - 2 * look.unit, look.detail_height),
        Qt::AlignRight | Qt::AlignVCenter, rest_of_members(rest));
}

}  // namespace

bool same_marks(const ThingMarks& a, const ThingMarks& b) {
    const auto parts = [](const ThingMarks& marks) {
        return std::tie(marks.mark.state, marks.mark.heat, marks.mark.badge, marks.mark.words, marks.members,
                        marks.is_replay);
    };
    return parts(a) == parts(b);
}

ThingFace face_of(const edit::Item& item, const QSizeF& size, const DrawingLook& look) {
    ThingFace face;
    face.kind = item.name.kind;
    face.name = shown_name(item);
    face.name_width = QFontMetricsF(look.name_font).horizontalAdvance(face.name);
    face.area = is_area_kind(item.name.kind);
    face.editable = item.editable;
    face.member_count = item.member_count;
    const QFontMetricsF metrics(look.detail_font);
    const double room = size.width() - look.icon_tile() - 6 * look.unit;
    for (std::size_t i = 0; i < std::min(face.area ? 1 : most_details, item.details.size()); ++i) {
        face.details << metrics.elidedText(translated(edit::detail_words(item.details[i])), Qt::ElideRight, room);
    }
    for (std::size_t i = 0; i < std::min<std::size_t>(item.members.size(), most_dots); ++i) {
        face.members.push_back(item.members[i].subject);
    }
    return face;
}

void paint_box(QPainter& painter, const QRectF& box, const ThingFace& face, const ThingMarks& marks,
               const ThingPose& pose, const DrawingLook& look, double scale) {
    if (scale < least_scale_of_dots) {
        const QColor accent = look.accent(face.kind);
        painter.setPen(QPen(edge_of(marks, look), 0));
        painter.setBrush(fill_of(marks, look));
        painter.drawRect(box);
        painter.fillRect(QRectF(box.left(), box.top(), 2 * look.unit, box.height()),
                         marks.mark.state == Mark::State::none ? accent : state_colour(marks.mark.state, look.palette));
        paint_frame(painter, box, pose, look, scale);
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.shadow);
    painter.drawRoundedRect(box.translated(0, 1.5), look.corner(), look.corner());
    painter.setPen(QPen(edge_of(marks, look), pose.hovered ? 1.6 : 1.0, face.editable ? Qt::SolidLine : Qt::DashLine));
    painter.setBrush(fill_of(marks, look));
    painter.drawRoundedRect(box, look.corner(), look.corner());
    paint_icon_tile(painter, box, face, look, scale);
    const double right = paint_corner(painter, box, face, marks, look, scale);
    if (scale >= least_scale_of_text) paint_texts(painter, box, face, marks, look, scale, right - look.unit);
    if (!face.members.empty()) paint_dots(painter, box, face, marks, look, scale);
    paint_frame(painter, box, pose, look, scale);
}

}  // namespace nines::gui
