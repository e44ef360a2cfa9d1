// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/canvas/drawing_export.hpp"

#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QPrinter>
#include <QSvgGenerator>
#include <cmath>

#include "gui/canvas/canvas_scene.hpp"

namespace nines::gui {
namespace {

constexpr double margin = 24.0;
constexpr double most_pixels = 12000.0;  ///< Of one side of a picture.

struct DrawingExport {
    Q_DECLARE_TR_FUNCTIONS(DrawingExport)
};

/// The drawing without what only the screen shows; puts it back at the end.
class Undressed {
public:
    explicit Undressed(CanvasScene& scene)
        : scene_(scene), selected_(scene.selected_names()), link_(scene.selected_link()), blocked_(&scene) {
        scene_.select({});
        scene_.set_focus_shown(false);
        scene_.set_hovered(no_item, no_item);
    }
    Undressed(const Undressed&) = delete;
    Undressed& operator=(const Undressed&) = delete;
    ~Undressed() {
        scene_.select_names(selected_);
        if (link_ != no_item) scene_.select_link(link_);
    }

private:
    CanvasScene& scene_;
    std::vector<edit::ThingName> selected_;
    std::size_t link_;
    QSignalBlocker blocked_;
};

QRectF whole(const CanvasScene& scene) {
    return scene.arrangement().bounds.adjusted(-margin, -margin, margin, margin);
}

/// Fills the picture's whole area, whose aspect may be another one than the drawing's.
bool paint_on(CanvasScene& scene, QPaintDevice& device, const QRectF& target, bool paper) {
    const Undressed undressed(scene);
    QPainter painter;
    if (!painter.begin(&device)) return false;
    painter.setRenderHint(QPainter::Antialiasing);
    if (paper) painter.fillRect(target, scene.look().background);
    scene.render(&painter, target, whole(scene), Qt::KeepAspectRatio);
    return painter.end();
}

QString export_png(CanvasScene& scene, const QString& path, double scale) {
    const QSizeF size = whole(scene).size() * scale;
    const double shrink = std::min(1.0, most_pixels / std::max(size.width(), size.height()));
    QImage image((size * shrink).toSize(), QImage::Format_RGB32);
    if (image.isNull() || !paint_on(scene, image, QRectF(image.rect()), true))
        return DrawingExport::tr("There is no memory for it.");
    return image.save(path) ? QString() : DrawingExport::tr("The file cannot be written.");
}

QString export_svg(CanvasScene& scene, const QString& path) {
    const QRectF all(QPointF(), whole(scene).size());
    QSvgGenerator generator;
    generator.setFileName(path);
    generator.setSize(all.size().toSize());
    generator.setViewBox(all);
    generator.setTitle(scene.document().title().toHtmlEscaped());
    if (!paint_on(scene, generator, all, true)) return DrawingExport::tr("The file cannot be written.");
    return {};
}

QString export_pdf(CanvasScene& scene, const QString& path) {
    QPdfWriter writer(path);
    constexpr int dots_per_inch = 96;
    constexpr double points_per_inch = 72.0;
    writer.setResolution(dots_per_inch);
    const QSizeF size = whole(scene).size();
    writer.setPageSize(QPageSize(size * points_per_inch / dots_per_inch, QPageSize::Point));
    writer.setPageMargins(QMarginsF());
    writer.setTitle(scene.document().title());
    if (!paint_on(scene, writer, QRectF(0, 0, writer.width(), writer.height()), false)) {
        return DrawingExport::tr("The file cannot be written.");
    }
    return {};
}

}  // namespace

QString export_drawing(CanvasScene& scene, const QString& path, double scale) {
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == QLatin1String("png")) return export_png(scene, path, scale);
    if (ending == QLatin1String("svg")) return export_svg(scene, path);
    if (ending == QLatin1String("pdf")) return export_pdf(scene, path);
    return DrawingExport::tr("The name must end in .png, .svg or .pdf.");
}

QString print_drawing(CanvasScene& scene, QPrinter& printer) {
    const QRectF page = printer.pageRect(QPrinter::DevicePixel);
    if (!paint_on(scene, printer, QRectF(QPointF(), page.size()), false))
        return DrawingExport::tr("The printer cannot be used.");
    return {};
}

}  // namespace nines::gui
