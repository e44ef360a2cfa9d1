// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/start_page.hpp"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/app/manual_window.hpp"
#include "gui/app/two_line_delegate.hpp"
#include "models/scenario/reference.hpp"

namespace nines::gui {
namespace {

constexpr int path_role = Qt::UserRole;
constexpr int template_role = Qt::UserRole + 1;
constexpr double title_size = 2.0;
constexpr double heading_size = 1.2;

QLabel* make_heading(const QString& text, double size, QWidget* buddy = nullptr) {
    auto* label = new QLabel(text);
    QFont font = label->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * size);
    label->setFont(font);
    label->setBuddy(buddy);
    return label;
}

QListWidget* make_list(const QString& name, const QString& accessible_name) {
    auto* list = new QListWidget;
    list->setObjectName(name);
    list->setAccessibleName(accessible_name);
    list->setItemDelegate(new TwoLineDelegate(list));
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    return list;
}

QPushButton* make_link(const QString& name, const QString& text) {
    auto* button = new QPushButton(text);
    button->setObjectName(name);
    button->setFlat(true);
    button->setStyleSheet(QStringLiteral("text-align: left; padding: 0.3em; color: palette(link)"));
    button->setCursor(Qt::PointingHandCursor);
    return button;
}

bool has_all_words(const QListWidgetItem& item, const QStringList& words) {
    const QString all = item.text() + QLatin1Char(' ') + item.data(TwoLineDelegate::detail_role).toString();
    return std::all_of(words.begin(), words.end(),
                       [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
}

bool is_heading(const QListWidgetItem& item) {
    return !item.flags().testFlag(Qt::ItemIsSelectable);
}

}  // namespace

StartPage::StartPage(QWidget* parent)
    : QWidget(parent),
      templates_(shipped_templates()),
      no_recent_(new QLabel(tr("Files that you open or save are listed here."))),
      recent_(make_list(QStringLiteral("recent"), tr("Recent files"))),
      filter_(new QLineEdit),
      list_(make_list(QStringLiteral("templates"), tr("Tutorials and designs"))) {
    setAccessibleName(tr("Start page"));
    const int gap = 2 * fontMetrics().height();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(gap, gap, gap, gap);
    row->setSpacing(gap);
    row->addLayout(make_actions(), 2);
    row->addLayout(make_templates(), 3);
    fill_templates();
    set_recent_files({});
    for (QListWidget* list : {recent_, list_}) {
        connect(list, &QListWidget::itemClicked, this, &StartPage::choose);
        list->installEventFilter(this);
    }
    filter_->installEventFilter(this);
    connect(filter_, &QLineEdit::textChanged, this, &StartPage::show_matching);
    setFocusProxy(filter_);
}

QBoxLayout* StartPage::make_actions() {
    auto* create = new QPushButton(tr("&New Design"));
    create->setObjectName(QStringLiteral("new"));
    auto* open = new QPushButton(tr("&Open File…"));
    open->setObjectName(QStringLiteral("open"));
    connect(create, &QPushButton::clicked, this, &StartPage::new_wanted);
    connect(open, &QPushButton::clicked, this, &StartPage::open_wanted);

    auto* language = make_link(QStringLiteral("language_manual"), tr("Reference of the scenario language"));
    auto* diagnostics = make_link(QStringLiteral("diagnostics_manual"), tr("Errors and warnings"));
    connect(language, &QPushButton::clicked, this, [this, language] {
        show_manual(language->text(), QString::fromStdString(scenario::scenario_reference()));
    });
    connect(diagnostics, &QPushButton::clicked, this, [this, diagnostics] {
        show_manual(diagnostics->text(), QString::fromStdString(scenario::diagnostics_reference()));
    });

    auto* motto = new QLabel(tr("How available is a design, how fast does it come back, and how much does it lose?"));
    motto->setWordWrap(true);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(fontMetrics().height() / 2);
    buttons->addWidget(create);
    buttons->addWidget(open);
    no_recent_->setWordWrap(true);
    no_recent_->setForegroundRole(QPalette::PlaceholderText);

    auto* column = new QVBoxLayout;
    column->setSpacing(fontMetrics().height() / 2);
    column->addWidget(make_heading(QStringLiteral("Nines"), title_size));
    column->addWidget(motto);
    column->addSpacing(fontMetrics().height());
    column->addLayout(buttons);
    column->addSpacing(fontMetrics().height());
    column->addWidget(make_heading(tr("&Recent files"), heading_size, recent_));
    column->addWidget(no_recent_);
    column->addWidget(recent_, 1);
    column->addStretch(0);
    column->addWidget(make_heading(tr("Read"), heading_size));
    column->addWidget(language);
    column->addWidget(diagnostics);
    return column;
}

QBoxLayout* StartPage::make_templates() {
    filter_->setObjectName(QStringLiteral("filter"));
    filter_->setPlaceholderText(tr("Search tutorials and designs"));
    filter_->setAccessibleName(tr("Search tutorials and designs"));
    filter_->setClearButtonEnabled(true);
    auto* hint = new QLabel(tr("Enter opens an untitled copy."));
    hint->setForegroundRole(QPalette::PlaceholderText);

    auto* column = new QVBoxLayout;
    column->setSpacing(fontMetrics().height() / 2);
    column->addWidget(make_heading(tr("&Begin with a scenario"), heading_size, filter_));
    column->addWidget(filter_);
    column->addWidget(list_, 1);
    column->addWidget(hint);
    return column;
}

void StartPage::fill_templates() {
    QString group;
    for (std::size_t i = 0; i < templates_.size(); ++i) {
        const Template& each = templates_[i];
        const bool tutorial = each.group == QStringLiteral("tutorial");
        if (each.group != group) add_heading(tutorial ? tr("Tutorials: one idea each") : tr("Designs to compare"));
        group = each.group;
        const QString number = each.name.section(QLatin1Char('/'), 1).section(QLatin1Char('_'), 0, 0);
        auto* item = new QListWidgetItem(tutorial ? tr("%1  %2").arg(number, each.title) : each.title, list_);
        item->setData(TwoLineDelegate::detail_role, each.description);
        item->setData(template_role, QVariant::fromValue(i));
        item->setToolTip(each.description);
    }
    select_first_visible();
}

void StartPage::add_heading(const QString& text) {
    auto* heading = new QListWidgetItem(text, list_);
    heading->setFlags(Qt::ItemIsEnabled);
}

void StartPage::set_recent_files(const QStringList& paths) {
    recent_->clear();
    for (const QString& path : paths) {
        const QFileInfo info(path);
        if (!info.isFile()) continue;
        auto* item = new QListWidgetItem(info.fileName(), recent_);
        item->setData(TwoLineDelegate::detail_role, QDir::toNativeSeparators(info.absolutePath()));
        item->setData(path_role, path);
        item->setToolTip(QDir::toNativeSeparators(path));
    }
    const bool any = recent_->count() > 0;
    recent_->setVisible(any);
    no_recent_->setVisible(!any);
}

void StartPage::show_matching(const QString& words) {
    const QStringList wanted = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QListWidgetItem* heading = nullptr;
    for (int row = 0; row < list_->count(); ++row) {
        QListWidgetItem* item = list_->item(row);
        if (is_heading(*item)) {
            heading = item;
            heading->setHidden(true);
            continue;
        }
        const bool matches = has_all_words(*item, wanted);
        item->setHidden(!matches);
        if (matches && heading != nullptr) heading->setHidden(false);
    }
    select_first_visible();
}

void StartPage::select_first_visible() {
    for (int row = 0; row < list_->count(); ++row) {
        const QListWidgetItem* item = list_->item(row);
        if (item->isHidden() || is_heading(*item)) continue;
        list_->setCurrentRow(row);
        list_->scrollToTop();
        return;
    }
    list_->setCurrentRow(-1);
}

void StartPage::choose(const QListWidgetItem* item) {
    if (item == nullptr || item->isHidden() || is_heading(*item)) return;
    if (item->listWidget() == recent_) {
        Q_EMIT file_wanted(item->data(path_role).toString());
    } else {
        const Template chosen = templates_.at(item->data(template_role).value<std::size_t>());
        Q_EMIT template_wanted(chosen);
    }
}

void StartPage::show_manual(const QString& title, const QString& markdown) {
    auto* manual = new ManualWindow(title, markdown, this);
    manual->setAttribute(Qt::WA_DeleteOnClose);
    manual->show();
}

/// Enter chooses; from the search box the arrows move in the list.
bool StartPage::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const int key = static_cast<const QKeyEvent*>(event)->key();
    const auto* list = watched == recent_ ? recent_ : list_;
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        choose(list->currentItem());
        return true;
    }
    const bool moves = key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown;
    if (watched == filter_ && moves) {
        list_->setFocus();
        return QCoreApplication::sendEvent(list_, event);
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace nines::gui
