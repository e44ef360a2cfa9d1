// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QRectF>
#include <QString>
#include <functional>

class QPainter;
class QPdfWriter;

namespace nines::gui {

/// Writes from top to bottom and begins new pages. All lengths in 1/96 inch.
class PageWriter {
public:
    /// `page_count` is shown at the foot of each page; 0: it is not known yet.
    PageWriter(QPdfWriter& device, QPainter& painter, QString footer, int page_count);

    QPainter& painter() { return painter_; }
    double width() const { return area_.width(); }
    double left() const { return area_.left(); }
    double y() const { return y_; }
    double height_of_page() const { return area_.height(); }
    int page() const { return page_; }

    /// Goes down; at the top of a page there is no gap.
    void gap(double height);
    void advance(double height) { y_ += height; }
    /// Begins a new page unless there is so much room left.
    void need(double height);
    void end() { write_foot(); }

    double text_height(const QString& text, const QFont& font, double width) const;
    /// In lines of at most `width`, broken anywhere if they must be; answers the height.
    double draw_text(const QString& text, const QFont& font, const QPointF& at, double width, const QColor& colour,
                     Qt::Alignment alignment = Qt::AlignLeft);
    /// A block of text over the whole width, on this page if it fits there.
    void write(const QString& text, const QFont& font, const QColor& colour, double indent = 0.0);

private:
    void write_foot();

    QPdfWriter& device_;
    QPainter& painter_;
    QString footer_;
    int page_count_;
    QRectF area_;
    double y_;
    int page_ = 1;
};

}  // namespace nines::gui
