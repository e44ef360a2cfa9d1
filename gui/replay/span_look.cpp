// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/replay/span_look.hpp"

#include <QCoreApplication>
#include <QPainter>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>
#include <vector>

#include "gui/look/colours.hpp"
#include "gui/look/translated.hpp"
#include "gui/replay/time_scale.hpp"

namespace nines::gui {
namespace {

using observe::Standing;

constexpr int severities = 6;

struct Piece {
    double left = 0.0;
    double right = 0.0;
    Standing standing = Standing::up;
    const observe::Span* span = nullptr;  ///< Null: of several spans.
};

/// Spans that are narrower than a pixel, as the worst standing of each column of pixels; alike columns in a row are
/// one.
class Columns {
public:
    explicit Columns(std::vector<Piece>& pieces) : pieces_(pieces) {}

    void add(double x, Standing standing) {
        const double column = std::floor(x);
        if (is_open_ && column == column_) {
            if (severity(standing) > severity(worst_)) worst_ = standing;
            return;
        }
        close();
        is_open_ = true;
        column_ = column;
        worst_ = standing;
    }
    /// What follows is no column, or there is nothing more.
    void close() {
        if (!is_open_) return;
        is_open_ = false;
        const bool goes_on = !pieces_.empty() && pieces_.back().span == nullptr && pieces_.back().standing == worst_ &&
                             pieces_.back().right == column_;
        if (goes_on) {
            pieces_.back().right = column_ + 1.0;
        } else {
            pieces_.push_back({column_, column_ + 1.0, worst_, nullptr});
        }
    }

private:
    std::vector<Piece>& pieces_;
    bool is_open_ = false;
    double column_ = 0.0;
    Standing worst_ = Standing::up;
};

/// The spans in view, in order.
std::vector<Piece> pieces_of(const observe::Course& course, const TimeScale& scale) {
    const auto& spans = course.spans;
    auto span = std::upper_bound(spans.begin(), spans.end(), scale.from(),
                                 [](double time, const observe::Span& of) { return time < of.from; });
    if (span != spans.begin()) --span;
    std::vector<Piece> pieces;
    Columns columns(pieces);
    for (; span != spans.end() && span->from <= scale.to(); ++span) {
        const double left = std::max(0.0, scale.x_of(span->from));
        const double right = std::min<double>(scale.width(), scale.x_of(span->to));
        if (right - left < 1.0) {
            columns.add(left, span->standing);
            continue;
        }
        columns.close();
        pieces.push_back({left, right, span->standing, &*span});
    }
    columns.close();
    return pieces;
}

void paint_words(QPainter& painter, const QString& words, const QRectF& box, Standing standing,
                 const QPalette& palette) {
    const QFontMetrics metrics = painter.fontMetrics();
    const int margin = metrics.horizontalAdvance(QLatin1Char(' '));
    const int shortest = metrics.averageCharWidth() * 6;
    const int room = static_cast<int>(box.width()) - 2 * margin;
    if (room < shortest) return;
    const QString text = metrics.elidedText(words, Qt::ElideRight, room);
    const bool is_dark_ground = standing == Standing::down;
    const QRectF place = box.adjusted(margin, 0, -margin, 0);
    if (!is_dark_ground) {
        // Patterns would cross the letters.
        QColor plate = palette.color(QPalette::Base);
        constexpr int nearly_opaque = 215;
        plate.setAlpha(nearly_opaque);
        const double width = std::min<double>(room, metrics.horizontalAdvance(text)) + margin;
        painter.fillRect(QRectF(place.left() - margin / 2.0, box.top() + 1.0, width, box.height() - 2.0), plate);
    }
    painter.setPen(is_dark_ground ? palette.color(QPalette::Base) : palette.color(QPalette::Text));
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft, text);
}

/// Names as they are, and a count that may follow them ("db/2, 2 of 3") in the user's language.
QString detail_text(const std::string& detail) {
    static const QRegularExpression count(QStringLiteral("(?<![^ ])(\\d+) of (\\d+)$"));
    const QString text = QString::fromStdString(detail);
    const auto match = count.match(text);
    if (!match.hasMatch()) return text;
    return text.left(match.capturedStart()) +
           QCoreApplication::translate("Standing", "%1 of %2").arg(match.captured(1), match.captured(2));
}

}  // namespace

int severity(Standing standing) {
    switch (standing) {
        case Standing::up: return 0;
        case Standing::standby: return 1;
        case Standing::degraded: return 2;
        case Standing::planned: return 3;
        case Standing::recovering: return 4;
        case Standing::down: return 5;
    }
    return 0;
}

QColor standing_colour(Standing standing, const QPalette& palette) {
    switch (standing) {
        case Standing::up: return colour(Role::up, palette);
        case Standing::degraded: return colour(Role::degraded, palette);
        case Standing::down: return colour(Role::down, palette);
        case Standing::recovering: return colour(Role::recovering, palette);
        case Standing::standby: return colour(Role::standby, palette);
        case Standing::planned: return colour(Role::planned, palette);
    }
    return {};
}

QBrush standing_brush(Standing standing, const QPalette& palette) {
    const QColor of = standing_colour(standing, palette);
    switch (standing) {
        case Standing::up:
        case Standing::down: return QBrush(of, Qt::SolidPattern);
        case Standing::degraded: return QBrush(of, Qt::BDiagPattern);
        case Standing::recovering: return QBrush(of, Qt::VerPattern);
        case Standing::standby: return QBrush(of, Qt::HorPattern);
        case Standing::planned: return QBrush(of, Qt::Dense5Pattern);
    }
    return {};
}

QString standing_text(Standing standing) {
    switch (standing) {
        case Standing::up: return QCoreApplication::translate("Standing", "up");
        case Standing::degraded: return QCoreApplication::translate("Standing", "degraded");
        case Standing::down: return QCoreApplication::translate("Standing", "down");
        case Standing::recovering: return QCoreApplication::translate("Standing", "recovering");
        case Standing::standby: return QCoreApplication::translate("Standing", "standby");
        case Standing::planned: return QCoreApplication::translate("Standing", "planned");
    }
    return {};
}

Mark::State mark_state(Standing standing) {
    switch (standing) {
        case Standing::up: return Mark::State::up;
        case Standing::degraded: return Mark::State::degraded;
        case Standing::down: return Mark::State::down;
        case Standing::recovering: return Mark::State::recovering;
        case Standing::standby: return Mark::State::standby;
        case Standing::planned: return Mark::State::planned;
    }
    return Mark::State::none;
}

QString span_words(const observe::Timeline& timeline, const observe::Span& span) {
    const QString words = translated(timeline.text(span.words));
    const std::string& detail = timeline.text(span.detail);
    if (detail.empty()) return words;
    return QCoreApplication::translate("Standing", "%1: %2").arg(words, detail_text(detail));
}

void paint_standing(QPainter& painter, const QRectF& box, Standing standing, const QPalette& palette) {
    const QColor colour = standing_colour(standing, palette);
    switch (standing) {
        case Standing::up: {
            // All is well: a thin line says enough.
            constexpr double share = 0.22;
            const double height = std::max(2.0, box.height() * share);
            painter.fillRect(QRectF(box.left(), box.center().y() - height / 2, box.width(), height), colour);
            return;
        }
        case Standing::standby: {
            constexpr double share = 0.4;
            const double height = std::max(3.0, box.height() * share);
            const QRectF band(box.left(), box.center().y() - height / 2, box.width(), height);
            painter.fillRect(QRectF(band.topLeft(), QSizeF(band.width(), 1.0)), colour);
            painter.fillRect(QRectF(band.left(), band.bottom() - 1.0, band.width(), 1.0), colour);
            return;
        }
        case Standing::down: painter.fillRect(box, colour); return;
        case Standing::degraded:
        case Standing::recovering:
        case Standing::planned: break;
    }
    // A pattern needs room to be seen.
    constexpr double narrow = 8.0;
    constexpr double lower = 0.7;
    if (box.width() < narrow) {
        const double height = box.height() * lower;
        painter.fillRect(QRectF(box.left(), box.center().y() - height / 2, box.width(), height), colour);
        return;
    }
    constexpr int faint = 70;
    QColor ground = colour;
    ground.setAlpha(faint);
    painter.fillRect(box, ground);
    painter.fillRect(box, standing_brush(standing, palette));
    painter.fillRect(QRectF(box.topLeft(), QSizeF(box.width(), 1.0)), colour);
    painter.fillRect(QRectF(box.left(), box.bottom() - 1.0, box.width(), 1.0), colour);
}

void paint_course(QPainter& painter, const observe::Timeline& timeline, const observe::Course& course,
                  const TimeScale& scale, const QRectF& strip, const QPalette& palette, bool with_words) {
    constexpr double narrowest = 2.0;
    const std::vector<Piece> pieces = pieces_of(course, scale);
    // The worst last, so that a minute of a year is not painted over by its neighbours.
    for (int level = 0; level < severities; ++level) {
        for (const Piece& piece : pieces) {
            if (severity(piece.standing) != level) continue;
            const double least = level == 0 ? 0.0 : narrowest;
            const QRectF box(strip.left() + piece.left, strip.top(), std::max(least, piece.right - piece.left),
                             strip.height());
            if (box.width() > 0.0) paint_standing(painter, box, piece.standing, palette);
        }
    }
    if (!with_words) return;
    for (const Piece& piece : pieces) {
        if (piece.span == nullptr || piece.standing == Standing::up) continue;
        const QRectF box(strip.left() + piece.left, strip.top(), piece.right - piece.left, strip.height());
        paint_words(painter, span_words(timeline, *piece.span), box, piece.standing, palette);
    }
}

}  // namespace nines::gui
