// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/replay/standing_legend.hpp"

#include <QPainter>
#include <array>

#include "gui/replay/span_look.hpp"

namespace nines::gui {
namespace {

using observe::Standing;

constexpr std::array standings = {Standing::up,         Standing::standby, Standing::degraded,
                                  Standing::recovering, Standing::planned, Standing::down};

int sample_width(const QFontMetrics& metrics) {
    return metrics.averageCharWidth() * 4;
}

}  // namespace

StandingLegend::StandingLegend(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("standing_legend"));
    QStringList names;
    for (const Standing standing : standings) names << standing_text(standing);
    setAccessibleName(tr("Legend of the timeline: %1").arg(names.join(QStringLiteral(", "))));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

QSize StandingLegend::sizeHint() const {
    return {sample_width(fontMetrics()) * 12, fontMetrics().height() * 3 / 2};
}

void StandingLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QFontMetrics metrics = fontMetrics();
    const int gap = metrics.averageCharWidth();
    double x = 0.0;
    for (const Standing standing : standings) {
        const double top = (height() - metrics.ascent()) / 2.0;
        paint_standing(painter, QRectF(x, top, sample_width(metrics), metrics.ascent()), standing, palette());
        x += sample_width(metrics) + gap;
        const QString name = standing_text(standing);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QRectF(x, 0.0, metrics.horizontalAdvance(name) + gap, height()), Qt::AlignVCenter, name);
        x += metrics.horizontalAdvance(name) + 3 * gap;
    }
}

}  // namespace nines::gui
