// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/compare_window.hpp"

#include <QVBoxLayout>

#include "gui/app/workspace.hpp"
#include "gui/compare/compare_page.hpp"

namespace nines::gui {

namespace {

constexpr int refresh_ms = 200;
constexpr int width_in_letters = 150;
constexpr int height_in_lines = 42;

std::vector<ComparedText> texts_of(const Workspace& workspace) {
    std::vector<ComparedText> texts;
    for (const Design* design : workspace.designs()) {
        const Document& document = design->document();
        texts.push_back({document.title(), document.opened(), document.revision()});
    }
    return texts;
}

}  // namespace

CompareWindow::CompareWindow(Workspace& workspace, QWidget* parent) : QWidget(parent, Qt::Window) {
    setObjectName(QStringLiteral("compare-window"));
    setWindowTitle(tr("Compare Designs"));
    page_ = new ComparePage([&workspace] { return texts_of(workspace); }, workspace.comparer());
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(page_);
    resize(width_in_letters * fontMetrics().averageCharWidth(), height_in_lines * fontMetrics().height());
    refresh_.setSingleShot(true);
    refresh_.setInterval(refresh_ms);
    connect(&refresh_, &QTimer::timeout, page_, &ComparePage::refresh);
    follow(workspace);
}

void CompareWindow::follow(Workspace& workspace) {
    const auto soon = [this] { refresh_.start(); };
    const auto watch = [this, soon](Design* design) {
        connect(&design->document(), &Document::text_changed, this, soon);
        connect(&design->document(), &Document::identity_changed, this, soon);
    };
    for (Design* design : workspace.designs()) watch(design);
    connect(&workspace, &Workspace::design_added, this, [watch, soon](Design* design) {
        watch(design);
        soon();
    });
    connect(&workspace, &Workspace::design_closing, this, soon);
}

}  // namespace nines::gui
