// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/canvas/kind_palette.hpp"

#include <QEvent>
#include <QKeyEvent>
#include <QMimeData>

#include "gui/canvas/canvas_view.hpp"
#include "gui/look/icons.hpp"
#include "gui/look/translated.hpp"

namespace nines::gui {
namespace {

constexpr int kind_role = Qt::UserRole;

std::string kind_of(const QListWidgetItem& item) {
    return item.data(kind_role).toString().toStdString();
}

}  // namespace

std::vector<std::string> kinds_to_add(const std::vector<edit::KindDescription>& kinds) {
    std::vector<std::string> words;
    for (const edit::KindDescription& kind : kinds) {
        if (kind.later.empty() && kind.word != "scenario") words.push_back(kind.word);
    }
    return words;
}

KindPalette::KindPalette(const std::vector<edit::KindDescription>& kinds, QWidget* parent) : QListWidget(parent) {
    setObjectName(QStringLiteral("kind_palette"));
    setAccessibleName(tr("Palette of things"));
    setAccessibleDescription(tr("Press Enter to add a thing of the chosen kind to the drawing."));
    setDragEnabled(true);
    setDragDropMode(QAbstractItemView::DragOnly);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const int line = fontMetrics().height();
    setIconSize(QSize(line * 5 / 4, line * 5 / 4));
    setSpacing(line / 8);
    for (const std::string& word : kinds_to_add(kinds)) {
        auto* item = new QListWidgetItem(kind_title(word), this);
        item->setData(kind_role, QString::fromStdString(word));
        item->setToolTip(translated(edit::find_kind(kinds, word)->question));
    }
    draw_icons();
    connect(this, &QListWidget::itemDoubleClicked, this,
            [this](QListWidgetItem* item) { Q_EMIT kind_chosen(kind_of(*item)); });
}

QSize KindPalette::sizeHint() const {
    const int line = fontMetrics().height();
    return {sizeHintForColumn(0) + 2 * line, 20 * line};
}

void KindPalette::draw_icons() {
    for (int row = 0; row < count(); ++row) item(row)->setIcon(kind_icon(kind_of(*item(row)), palette()));
}

QStringList KindPalette::mimeTypes() const {
    return {QLatin1String(kind_mime_type)};
}

QMimeData* KindPalette::mimeData(const QList<QListWidgetItem*>& items) const {
    auto* carried = new QMimeData;
    if (!items.isEmpty())
        carried->setData(QLatin1String(kind_mime_type), QByteArray::fromStdString(kind_of(*items.front())));
    return carried;
}

void KindPalette::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentItem() != nullptr) {
        Q_EMIT kind_chosen(kind_of(*currentItem()));
        return;
    }
    QListWidget::keyPressEvent(event);
}

void KindPalette::changeEvent(QEvent* event) {
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) draw_icons();
}

}  // namespace nines::gui
