// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/two_line_delegate.hpp"

#include <QApplication>
#include <QPainter>

namespace nines::gui {
namespace {

bool is_heading(const QModelIndex& index) {
    return !index.flags().testFlag(Qt::ItemIsSelectable);
}

QFont title_font(const QStyleOptionViewItem& option) {
    QFont font = option.font;
    font.setBold(true);
    return font;
}

int margin(const QStyleOptionViewItem& option) {
    return option.fontMetrics.height() / 3;
}

}  // namespace

void TwoLineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString title = item.text;
    item.text.clear();
    const QStyle* style = item.widget == nullptr ? QApplication::style() : item.widget->style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const bool selected = item.state.testFlag(QStyle::State_Selected);
    const QRect inner = item.rect.adjusted(margin(item), margin(item), -margin(item), -margin(item));
    const QFontMetrics title_metrics(title_font(item));
    painter->save();
    painter->setFont(title_font(item));
    painter->setPen(item.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    const Qt::Alignment where = Qt::AlignLeft | (is_heading(index) ? Qt::AlignBottom : Qt::AlignTop);
    painter->drawText(inner, static_cast<int>(where), title_metrics.elidedText(title, Qt::ElideRight, inner.width()));
    if (!is_heading(index)) {
        painter->setFont(item.font);
        painter->setPen(item.palette.color(selected ? QPalette::HighlightedText : QPalette::PlaceholderText));
        const QString detail = index.data(detail_role).toString();
        painter->drawText(inner, static_cast<int>(Qt::AlignLeft | Qt::AlignBottom),
                          item.fontMetrics.elidedText(detail, Qt::ElideRight, inner.width()));
    }
    painter->restore();
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const int line = option.fontMetrics.height();
    const int lines = is_heading(index) ? (index.row() == 0 ? 1 : 2) * line : 2 * line + line / 8;
    return {line, lines + 2 * margin(option)};
}

}  // namespace nines::gui
