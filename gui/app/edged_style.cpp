// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/edged_style.hpp"

#include <QPainter>
#include <QStyleOption>

#include "gui/look/colours.hpp"

namespace nines::gui {
namespace {

constexpr double corner = 2.0;

QColor between(const QColor& one, const QColor& other) {
    return QColor((one.red() + other.red()) / 2, (one.green() + other.green()) / 2, (one.blue() + other.blue()) / 2);
}

void draw_edge(const QStyleOption& option, QPainter& painter, bool is_round) {
    // What has the keyboard has Fusion's bright edge.
    if (!is_dark(option.palette) || option.state.testFlag(QStyle::State_HasFocus)) return;
    const QPalette& palette = option.palette;
    const QRectF edge = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(between(palette.color(QPalette::Light), palette.color(QPalette::PlaceholderText)));
    is_round ? painter.drawEllipse(edge) : painter.drawRoundedRect(edge, corner, corner);
    painter.restore();
}

}  // namespace

EdgedStyle::EdgedStyle() : QProxyStyle(QStringLiteral("fusion")) {}

void EdgedStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const {
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element == PE_FrameLineEdit || element == PE_IndicatorCheckBox) draw_edge(*option, *painter, false);
    if (element == PE_IndicatorRadioButton) draw_edge(*option, *painter, true);
}

void EdgedStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                    const QWidget* widget) const {
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_ComboBox || control == CC_SpinBox) draw_edge(*option, *painter, false);
}

}  // namespace nines::gui
