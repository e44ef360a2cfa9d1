// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/design_tabs.hpp"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QTabBar>

#include "gui/app/design_view.hpp"

namespace nines::gui {

DesignTabs::DesignTabs(Workspace& workspace, Side side, QWidget* parent)
    : QTabWidget(parent), workspace_(workspace), side_(side) {
    setObjectName(side == Side::left ? QStringLiteral("left_designs") : QStringLiteral("right_designs"));
    setAccessibleName(tr("Open designs"));
    setDocumentMode(true);
    setMovable(true);
    setTabsClosable(true);
    tabBar()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(tabBar(), &QTabBar::tabMoved, this,
            [this](int, int to) { workspace_.move(view_at(to)->design(), side_, static_cast<std::size_t>(to)); });
    connect(this, &QTabWidget::tabCloseRequested, this,
            [this](int index) { Q_EMIT close_wanted({&view_at(index)->design()}); });
    connect(tabBar(), &QTabBar::customContextMenuRequested, this, &DesignTabs::show_menu);
}

DesignView* DesignTabs::view_at(int index) const {
    return qobject_cast<DesignView*>(widget(index));
}

DesignView* DesignTabs::view_of(const Design& design) const {
    for (int index = 0; index < count(); ++index) {
        if (&view_at(index)->design() == &design) return view_at(index);
    }
    return nullptr;
}

void DesignTabs::add(DesignView& view, int position) {
    insertTab(position, &view, QString());
    refresh(view);
}

void DesignTabs::refresh(DesignView& view) {
    const Document& document = view.design().document();
    const int index = indexOf(&view);
    QString title = document.title();
    title.replace(QLatin1Char('&'), QStringLiteral("&&"));
    setTabText(index, document.is_modified() ? tr("%1 *").arg(title) : title);
    QString tip = document.path().isEmpty() ? tr("Not saved in a file yet") : document.path();
    if (document.is_modified()) tip += QLatin1Char('\n') + tr("Has changes that are not saved");
    setTabToolTip(index, tip);
}

void DesignTabs::show_menu(const QPoint& at) {
    DesignView* view = view_at(tabBar()->tabAt(at));
    if (view == nullptr) return;
    Design& design = view->design();
    QMenu menu;
    menu.addAction(tr("&Close"), this, [this, &design] { Q_EMIT close_wanted({&design}); });
    std::vector<Design*> others = workspace_.designs();
    std::erase(others, &design);
    menu.addAction(tr("Close the &Others"), this, [this, others] { Q_EMIT close_wanted(others); })
        ->setEnabled(!others.empty());
    menu.addSeparator();
    menu.addAction(tr("&Move to the Other Side"), this, [this, &design] { Q_EMIT other_side_wanted(&design); })
        ->setEnabled(!others.empty());
    const QString path = design.document().path();
    menu.addAction(tr("Copy the &Path"), this, [path] { QApplication::clipboard()->setText(path); })
        ->setEnabled(!path.isEmpty());
    menu.exec(tabBar()->mapToGlobal(at));
}

}  // namespace nines::gui
