// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFont>
#include <QPainter>
#include <QPalette>
#include <QSizeF>
#include <memory>
#include <optional>

#include "models/charts/chart.hpp"
#include "models/paper/paper.hpp"

/// The pictures of a report: drawn by what draws them on the screen, in colours for white and for dark paper.
namespace nines::gui {

class CanvasScene;
class Document;

enum class Paper { light, dark };

QPalette paper_palette(Paper paper);
/// The font of all that is drawn: one that is installed with the program, so that a report looks the same everywhere.
QFont paper_font(double points);

/// A cell of figures that is broken only after "to" and between words, never between a number and its unit.
QString unbroken(const QString& figures);

/// How large a chart is in a report, in pixels of 1/96 inch: as high as what it shows needs.
QSizeF chart_size(const charts::Chart& chart);
QByteArray report_chart_svg(const charts::Chart& chart, Paper paper);
/// Into a rectangle, as lines and letters.
void paint_chart(QPainter& painter, const QRectF& target, const charts::Chart& chart);

/// The drawing of a scenario file, with the layout beside it.
class DrawnScenario {
public:
    DrawnScenario(const paper::Drawing& drawing, Paper paper);
    ~DrawnScenario();

    /// The file cannot be read, or nothing is in it.
    bool is_empty() const;
    QSizeF size() const;
    void paint(QPainter& painter, const QRectF& target) const;
    QByteArray svg(const QString& title) const;

private:
    std::unique_ptr<Document> document_;
    std::unique_ptr<CanvasScene> scene_;
};

}  // namespace nines::gui
