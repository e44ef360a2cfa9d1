// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/main_window.hpp"

#include <QStatusBar>
#include <QTabWidget>

#include "gui/app/design_view.hpp"

namespace nines::gui {

MainWindow::MainWindow(QWidget* parent) : QMainWindow(parent), tabs_(new QTabWidget(this)) {
    setCentralWidget(tabs_);
    resize(1280, 800);
}

DesignView* MainWindow::current_design() const {
    return qobject_cast<DesignView*>(tabs_->currentWidget());
}

DesignView* MainWindow::open_design(const QString& path) {
    auto* design = new DesignView(this);
    const QString problem = design->document().open(path);
    if (!problem.isEmpty()) {
        statusBar()->showMessage(problem);
        design->deleteLater();
        return nullptr;
    }
    return add_design(design);
}

DesignView* MainWindow::new_design() {
    return add_design(new DesignView(this));
}

DesignView* MainWindow::add_design(DesignView* design) {
    tabs_->setCurrentIndex(tabs_->addTab(design, design->document().title()));
    connect(design, &DesignView::remark, statusBar(), [this](const QString& text) { statusBar()->showMessage(text); });
    return design;
}

}  // namespace nines::gui
