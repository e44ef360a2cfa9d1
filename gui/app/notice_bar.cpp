// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/notice_bar.hpp"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

#include "gui/look/colours.hpp"

namespace nines::gui {

NoticeBar::NoticeBar(const QString& text, QWidget* parent)
    : QWidget(parent), row_(new QHBoxLayout(this)), words_(new QLabel(text)) {
    setObjectName(QStringLiteral("notice_bar"));
    setAutoFillBackground(true);
    setAccessibleName(text);
    const int icon_size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    auto* icon = new QLabel;
    icon->setPixmap(style()->standardIcon(QStyle::SP_MessageBoxInformation).pixmap(icon_size));
    words_->setTextFormat(Qt::PlainText);
    words_->setWordWrap(true);
    const int margin = fontMetrics().height() / 3;
    row_->setContentsMargins(2 * margin, margin, 2 * margin, margin);
    row_->addWidget(icon);
    row_->addWidget(words_, 1);
    take_colours();
}

void NoticeBar::add_choice(const QString& text, std::function<void()> act) {
    auto* button = new QPushButton(text);
    button->setAutoDefault(false);
    row_->addWidget(button);
    // Later, as the bar and its button may go in it.
    connect(button, &QPushButton::clicked, this, std::move(act), Qt::QueuedConnection);
}

void NoticeBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange) take_colours();
}

void NoticeBar::take_colours() {
    QPalette colours = QApplication::palette();
    colours.setColor(QPalette::Window, colour(Role::area, colours));
    setPalette(colours);
}

}  // namespace nines::gui
