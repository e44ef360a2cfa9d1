// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/main_window.hpp"

#include <QStatusBar>
#include <QTabWidget>

#include "gui/app/design_view.hpp"

namespace nines::gui {

MainWindow::MainWindow(Workspace& workspace, QWidget* parent)
    : QMainWindow(parent), workspace_(workspace), tabs_(new QTabWidget(this)) {
    setCentralWidget(tabs_);
    resize(1280, 800);
    for (Design* design : workspace_.designs()) add_view(*design);
    connect(&workspace_, &Workspace::design_added, this, [this](Design* design) { add_view(*design); });
    connect(&workspace_, &Workspace::design_closing, this, [this](Design* design) { delete view_of(*design); });
    connect(&workspace_, &Workspace::current_changed, this, [this] {
        if (Design* design = workspace_.current()) tabs_->setCurrentWidget(view_of(*design));
    });
}

DesignView* MainWindow::view_of(const Design& design) const {
    for (int index = 0; index < tabs_->count(); ++index) {
        auto* view = qobject_cast<DesignView*>(tabs_->widget(index));
        if (view != nullptr && &view->design() == &design) return view;
    }
    return nullptr;
}

DesignView* MainWindow::current_view() const {
    return qobject_cast<DesignView*>(tabs_->currentWidget());
}

void MainWindow::add_view(Design& design) {
    auto* view = new DesignView(design, this);
    tabs_->addTab(view, design.document().title());
    connect(view, &DesignView::remark, statusBar(), [this](const QString& text) { statusBar()->showMessage(text); });
}

}  // namespace nines::gui
