// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/report/page_writer.hpp"

#include <QPainter>
#include <QPdfWriter>
#include <QTextLayout>
#include <algorithm>

#include "gui/report/pictures.hpp"

namespace nines::gui {
namespace {

constexpr double side_margin = 62.0;
constexpr double top_margin = 60.0;
constexpr double bottom_margin = 70.0;
constexpr double foot_points = 8.0;
constexpr double pixels_per_inch = 96.0;

/// Lays the text out in lines; answers its height.
double lay_out(QTextLayout& layout, double width, Qt::Alignment alignment) {
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    double height = 0.0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0.0, height});
        height += line.height();
    }
    layout.endLayout();
    return height;
}

}  // namespace

PageWriter::PageWriter(QPdfWriter& device, QPainter& painter, QString footer, int page_count)
    : device_(device), painter_(painter), footer_(std::move(footer)), page_count_(page_count) {
    const double scale = device.resolution() / pixels_per_inch;
    painter_.scale(scale, scale);
    area_ = QRectF(side_margin, top_margin, device.width() / scale - 2.0 * side_margin,
                   device.height() / scale - top_margin - bottom_margin);
    y_ = area_.top();
}

void PageWriter::gap(double height) {
    if (y_ > area_.top()) y_ += height;
}

void PageWriter::need(double height) {
    if (y_ + height <= area_.bottom() || y_ <= area_.top()) return;
    write_foot();
    device_.newPage();
    ++page_;
    y_ = area_.top();
}

double PageWriter::text_height(const QString& text, const QFont& font, double width) const {
    QTextLayout layout(text, font);
    return lay_out(layout, width, Qt::AlignLeft);
}

double PageWriter::draw_text(const QString& text, const QFont& font, const QPointF& at, double width,
                             const QColor& colour, Qt::Alignment alignment) {
    QTextLayout layout(text, font);
    const double height = lay_out(layout, width, alignment);
    painter_.setPen(colour);
    layout.draw(&painter_, at);
    return height;
}

void PageWriter::write(const QString& text, const QFont& font, const QColor& colour, double indent) {
    const double width = area_.width() - indent;
    const double height = text_height(text, font, width);
    need(std::min(height, area_.height()));
    draw_text(text, font, {area_.left() + indent, y_}, width, colour);
    y_ += height;
}

void PageWriter::write_foot() {
    const QFont font = paper_font(foot_points);
    const QColor colour = paper_palette(Paper::light).color(QPalette::PlaceholderText);
    const QString number =
        page_count_ > 0 ? QStringLiteral("%1 / %2").arg(page_).arg(page_count_) : QString::number(page_);
    const double top = area_.bottom() + 24.0;
    draw_text(footer_, font, {area_.left(), top}, area_.width() * 0.8, colour);
    draw_text(number, font, {area_.left(), top}, area_.width(), colour, Qt::AlignRight);
}

}  // namespace nines::gui
