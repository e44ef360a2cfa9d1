// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/manual_window.hpp"

#include <QLineEdit>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace nines::gui {
namespace {

constexpr int width_in_characters = 110;
constexpr int height_in_lines = 40;

}  // namespace

ManualWindow::ManualWindow(const QString& title, const QString& markdown, QWidget* parent)
    : QDialog(parent, Qt::Window), words_(new QLineEdit(this)), page_(new QTextBrowser(this)) {
    setWindowTitle(title);
    words_->setObjectName(QStringLiteral("words"));
    words_->setPlaceholderText(tr("Search this page; Enter goes to the next place"));
    words_->setAccessibleName(tr("Search this page"));
    words_->setClearButtonEnabled(true);
    page_->setObjectName(QStringLiteral("page"));
    page_->setAccessibleName(title);
    page_->setMarkdown(markdown);
    page_->setOpenExternalLinks(true);
    connect(words_, &QLineEdit::returnPressed, this, &ManualWindow::find_next);

    auto* column = new QVBoxLayout(this);
    column->addWidget(words_);
    column->addWidget(page_);
    resize(fontMetrics().averageCharWidth() * width_in_characters, fontMetrics().height() * height_in_lines);
    words_->setFocus();
}

void ManualWindow::find_next() {
    if (page_->find(words_->text())) return;
    page_->moveCursor(QTextCursor::Start);
    page_->find(words_->text());
}

}  // namespace nines::gui
