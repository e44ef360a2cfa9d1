// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/sweep_window.hpp"

#include <QTabWidget>
#include <QVBoxLayout>

#include "gui/app/workspace.hpp"
#include "gui/compare/sweep_page.hpp"
#include "gui/compare/tornado_page.hpp"
#include "gui/look/plain_message.hpp"
#include "models/edit/varied_edit.hpp"

namespace nines::gui {

namespace {

constexpr int refresh_ms = 200;
constexpr int width_in_letters = 150;
constexpr int height_in_lines = 42;

}  // namespace

SweepWindow::SweepWindow(Workspace& workspace, QWidget* parent)
    : QWidget(parent, Qt::Window), workspace_(workspace), column_(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("sweep-window"));
    resize(width_in_letters * fontMetrics().averageCharWidth(), height_in_lines * fontMetrics().height());
    refresh_.setSingleShot(true);
    refresh_.setInterval(refresh_ms);
    connect(&refresh_, &QTimer::timeout, this, &SweepWindow::refresh);
    connect(&workspace_, &Workspace::current_changed, this, &SweepWindow::show_current);
    connect(&workspace_, &Workspace::design_closing, this, [this](const Design* design) {
        // The pages hold on to what is of it.
        if (design == design_) show_current();
    });
    show_current();
}

void SweepWindow::show_current() {
    const int tab = tabs_ == nullptr ? 0 : tabs_->currentIndex();
    delete tabs_;
    tabs_ = nullptr;
    if (design_) disconnect(&design_->document(), nullptr, this, nullptr);
    design_ = workspace_.current();
    if (!design_) {
        setWindowTitle(tr("Sweep"));
        return;
    }
    sweep_ = new SweepPage(design_->sweep_draft(), design_->sweeper());
    tornado_ = new TornadoPage(design_->sweep_draft(), design_->sweeper());
    tabs_ = new QTabWidget;
    tabs_->setObjectName(QStringLiteral("sweep-tabs"));
    tabs_->setDocumentMode(true);
    tabs_->addTab(sweep_, tr("Values to Try"));
    tabs_->addTab(tornado_, tr("Which Input Matters Most?"));
    tabs_->setCurrentIndex(tab);
    column_->addWidget(tabs_);
    connect(sweep_, &SweepPage::write_wanted, this, [this](const std::vector<scenario::Vary>& varied) {
        Document& document = design_->document();
        document.gather();
        const QString problem = document.apply(tr("Write what varies"), edit::write_varied(document.text(), varied));
        if (!problem.isEmpty()) warn(this, tr("Sweep"), problem);
    });
    const auto soon = [this] { refresh_.start(); };
    connect(&design_->document(), &Document::text_changed, this, soon);
    connect(&design_->document(), &Document::identity_changed, this, soon);
    refresh();
}

void SweepWindow::refresh() {
    if (!design_ || tabs_ == nullptr) return;
    setWindowTitle(tr("Sweep: %1").arg(design_->document().title()));
    const SweptDesign now = design_now();
    sweep_->show_design(now);
    tornado_->show_design(now);
}

SweptDesign SweepWindow::design_now() const {
    const Document& document = design_->document();
    return {{document.title().toStdString(), document.text(), document.folder(), document.revision()},
            document.opened()};
}

}  // namespace nines::gui
