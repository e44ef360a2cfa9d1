// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/replay/timeline_export.hpp"

#include <QCoreApplication>
#include <QImage>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>

#include "gui/replay/timeline_chart.hpp"
#include "models/report/trace_csv.hpp"

namespace nines::gui {
namespace {

struct TimelineExport {
    Q_DECLARE_TR_FUNCTIONS(TimelineExport)
};

QImage image_of(TimelineChart& chart, const QSize& size) {
    constexpr int pixels_per_point = 2;
    QImage image(size * pixels_per_point, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(pixels_per_point);
    QPainter painter(&image);
    chart.render_to(painter, size);
    return image;
}

void write_svg(TimelineChart& chart, const QSize& size, QIODevice& file) {
    QSvgGenerator svg;
    svg.setOutputDevice(&file);
    svg.setSize(size);
    svg.setViewBox(QRect(QPoint(0, 0), size));
    svg.setTitle(TimelineExport::tr("Timeline of a trial"));
    QPainter painter(&svg);
    chart.render_to(painter, size);
}

}  // namespace

QString export_timeline(TimelineChart& chart, const QString& path) {
    if (chart.timeline() == nullptr) return TimelineExport::tr("There is no timeline to export.");
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return TimelineExport::tr("%1: %2").arg(path, file.errorString());
    const QSize size(chart.viewport()->width(), chart.full_height());
    const QString lower = path.toLower();
    if (lower.endsWith(QLatin1String(".csv"))) {
        file.write(QByteArray::fromStdString(report::trace_to_csv(chart.timeline()->trace())));
    } else if (lower.endsWith(QLatin1String(".svg"))) {
        write_svg(chart, size, file);
    } else if (!image_of(chart, size).save(&file, "PNG")) {
        return TimelineExport::tr("%1 could not be written as an image.").arg(path);
    }
    if (!file.commit()) return TimelineExport::tr("%1: %2").arg(path, file.errorString());
    return {};
}

}  // namespace nines::gui
