// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/chart_export.hpp"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <cmath>

#include "gui/charts/chart_page.hpp"
#include "gui/charts/chart_text.hpp"
#include "models/charts/csv.hpp"
#include "models/scenario/write_file.hpp"

namespace nines::gui {
namespace {

constexpr double dots_per_inch = 96.0;

void paint(QPainter& painter, const QRectF& target, const charts::Chart& chart, const ChartPicture& picture) {
    ChartPage page(chart, picture.palette, picture.font);
    page.set_hidden(picture.hidden);
    page.lay_out(picture.size);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    page.render(&painter, target, page.sceneRect());
}

QByteArray chart_pdf(const charts::Chart& chart, const ChartPicture& picture) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(static_cast<int>(dots_per_inch));
    writer.setTitle(words(chart.title));
    writer.setPageSize(QPageSize(picture.size / dots_per_inch, QPageSize::Inch));
    writer.setPageMargins(QMarginsF());
    QPainter painter(&writer);
    paint(painter, QRectF(QPointF(), picture.size), chart, picture);
    painter.end();
    return bytes;
}

QByteArray chart_png(const charts::Chart& chart, const ChartPicture& picture, double scale) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    chart_image(chart, picture, scale).save(&buffer, "PNG");
    return bytes;
}

}  // namespace

QImage chart_image(const charts::Chart& chart, const ChartPicture& picture, double scale) {
    const QSize size(static_cast<int>(std::lround(picture.size.width() * scale)),
                     static_cast<int>(std::lround(picture.size.height() * scale)));
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(picture.palette.color(QPalette::Base));
    QPainter painter(&image);
    paint(painter, QRectF(QPointF(), QSizeF(size)), chart, picture);
    return image;
}

QByteArray chart_svg(const charts::Chart& chart, const ChartPicture& picture) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(picture.size.toSize());
    generator.setViewBox(QRectF(QPointF(), picture.size));
    generator.setResolution(static_cast<int>(dots_per_inch));
    // Qt writes them as they are.
    generator.setTitle(words(chart.title).toHtmlEscaped());
    generator.setDescription(words(charts::in_words(chart)).toHtmlEscaped());
    QPainter painter(&generator);
    paint(painter, QRectF(QPointF(), picture.size), chart, picture);
    painter.end();
    return bytes;
}

QString save_chart(const charts::Chart& chart, const ChartPicture& picture, const QString& path, double scale) {
    const QString ending = QFileInfo(path).suffix().toLower();
    std::string bytes;
    if (ending == QLatin1String("png")) {
        bytes = chart_png(chart, picture, scale).toStdString();
    } else if (ending == QLatin1String("svg")) {
        bytes = chart_svg(chart, picture).toStdString();
    } else if (ending == QLatin1String("pdf")) {
        bytes = chart_pdf(chart, picture).toStdString();
    } else if (ending == QLatin1String("csv")) {
        bytes = charts::to_csv(chart);
    } else {
        return QCoreApplication::translate("nines::gui::ChartView",
                                           "The ending of a chart's file must be png, svg, pdf or csv.");
    }
    return QString::fromStdString(scenario::write_file_whole(path.toStdString(), bytes));
}

}  // namespace nines::gui
