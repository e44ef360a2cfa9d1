// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/report/pictures.hpp"

#include <QBuffer>
#include <QSvgGenerator>
#include <algorithm>

#include "gui/canvas/canvas_scene.hpp"
#include "gui/charts/chart_export.hpp"
#include "gui/charts/chart_page.hpp"
#include "gui/document/document.hpp"

namespace nines::gui {
namespace {

constexpr double chart_width = 860.0;
constexpr double chart_points = 9.5;
constexpr double drawing_points = 10.0;
constexpr double drawing_margin = 12.0;

QColor named(const char* name) {
    return QColor(QLatin1String(name));
}

/// DejaVu Sans is not everywhere where a report is read; Verdana has the same widths.
QByteArray with_fallback_fonts(QByteArray svg) {
    svg.replace("font-family=\"DejaVu Sans\"", "font-family=\"'DejaVu Sans', Verdana, sans-serif\"");
    return svg;
}

}  // namespace

QPalette paper_palette(Paper paper) {
    const bool dark = paper == Paper::dark;
    const QColor ground = named(dark ? "#1b1f23" : "#ffffff");
    const QColor text = named(dark ? "#e6eaee" : "#1b1f23");
    QPalette palette;
    palette.setColor(QPalette::Window, named(dark ? "#23282d" : "#f3f5f7"));
    palette.setColor(QPalette::Base, ground);
    palette.setColor(QPalette::AlternateBase, named(dark ? "#21262b" : "#f6f8fa"));
    palette.setColor(QPalette::Button, named(dark ? "#2d333a" : "#f3f5f7"));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) palette.setColor(role, text);
    palette.setColor(QPalette::PlaceholderText, named(dark ? "#87919b" : "#7b848d"));
    palette.setColor(QPalette::Highlight, named(dark ? "#2a7fc4" : "#0a6ebd"));
    palette.setColor(QPalette::Mid, named(dark ? "#1e2226" : "#c3c9cf"));
    palette.setColor(QPalette::Dark, named(dark ? "#15181b" : "#9aa3ac"));
    palette.setColor(QPalette::Light, named(dark ? "#48515a" : "#ffffff"));
    palette.setColor(QPalette::Shadow, named(dark ? "#0b0d0f" : "#6d7680"));
    return palette;
}

QFont paper_font(double points) {
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setPointSizeF(points);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QString unbroken(const QString& figures) {
    const QStringList words = figures.split(QLatin1Char(' '));
    QString text = words.front();
    for (qsizetype i = 1; i < words.size(); ++i) {
        const QString& last = words[i - 1];
        const QString& next = words[i];
        const bool of_words = !last.isEmpty() && last.back().isLetter() && !next.isEmpty() && next.front().isLetter();
        const bool may_break = last == QLatin1String("to") || (of_words && next != QLatin1String("to"));
        text += (may_break ? QChar(QLatin1Char(' ')) : QChar(QChar::Nbsp)) + next;
    }
    return text;
}

QSizeF chart_size(const charts::Chart& chart) {
    if (!chart.is_horizontal) return {chart_width, 430.0};
    constexpr double frame = 190.0;  // head, axis and legend
    constexpr double least = 280.0;
    constexpr double most = 620.0;
    double row = 34.0;
    for (const charts::Series& series : chart.series) {
        if (series.kind == charts::SeriesKind::points) row += 8.0;
    }
    const double wanted = frame + row * static_cast<double>(chart.first.categories.size());
    return {chart_width, std::clamp(wanted, least, most)};
}

QByteArray report_chart_svg(const charts::Chart& chart, Paper paper) {
    ChartPicture picture;
    picture.size = chart_size(chart);
    picture.palette = paper_palette(paper);
    picture.font = paper_font(chart_points);
    return with_fallback_fonts(chart_svg(chart, picture));
}

void paint_chart(QPainter& painter, const QRectF& target, const charts::Chart& chart) {
    ChartPage page(chart, paper_palette(Paper::light), paper_font(chart_points));
    page.lay_out(chart_size(chart));
    page.render(&painter, target, page.sceneRect());
}

DrawnScenario::DrawnScenario(const paper::Drawing& drawing, Paper paper) : document_(std::make_unique<Document>()) {
    if (!document_->open(QString::fromStdString(drawing.path)).isEmpty()) return;
    if (!drawing.text.empty()) document_->apply({.label = {}, .text = drawing.text});
    if (document_->topology().items.empty()) return;
    scene_ = std::make_unique<CanvasScene>(*document_, paper_palette(paper), paper_font(drawing_points));
}

DrawnScenario::~DrawnScenario() = default;

bool DrawnScenario::is_empty() const {
    return scene_ == nullptr;
}

QSizeF DrawnScenario::size() const {
    const QSizeF inner = scene_->arrangement().bounds.size();
    return inner + QSizeF(2.0 * drawing_margin, 2.0 * drawing_margin);
}

void DrawnScenario::paint(QPainter& painter, const QRectF& target) const {
    const double m = drawing_margin;
    scene_->render(&painter, target, scene_->arrangement().bounds.adjusted(-m, -m, m, m), Qt::KeepAspectRatio);
}

QByteArray DrawnScenario::svg(const QString& title) const {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    const QRectF all(QPointF(), size());
    generator.setOutputDevice(&buffer);
    generator.setSize(all.size().toSize());
    generator.setViewBox(all);
    generator.setTitle(title.toHtmlEscaped());  // Qt writes it as it is
    QPainter painter(&generator);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.fillRect(all, scene_->look().background);
    paint(painter, all);
    painter.end();
    return with_fallback_fonts(bytes);
}

}  // namespace nines::gui
