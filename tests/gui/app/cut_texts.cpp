// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/app/cut_texts.hpp"

#include <QAbstractButton>
#include <QLabel>

namespace nines::gui {
namespace {

template <class Widget>
void add_cut(QStringList& cut, const QWidget& window) {
    for (const Widget* widget : window.findChildren<Widget*>()) {
        if (!widget->isVisibleTo(&window) || widget->text().isEmpty()) continue;
        const bool wraps = widget->sizePolicy().hasHeightForWidth();
        const int height = wraps ? widget->heightForWidth(widget->width()) : widget->sizeHint().height();
        const bool narrow = !wraps && widget->width() < widget->sizeHint().width();
        if (narrow || widget->height() < height) cut += widget->text();
    }
}

}  // namespace

QString LongLanguage::translate(const char*, const char* source, const char*, int) const {
    const QString text = QString::fromUtf8(source);
    return text + QString((text.size() * 2 + 4) / 5, QLatin1Char('~'));
}

QStringList cut_texts(const QWidget& window) {
    QStringList cut;
    add_cut<QAbstractButton>(cut, window);
    add_cut<QLabel>(cut, window);
    return cut;
}

}  // namespace nines::gui
