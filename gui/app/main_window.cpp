// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/main_window.hpp"

#include <QApplication>
#include <QCloseEvent>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "gui/app/design_tabs.hpp"
#include "gui/app/design_view.hpp"
#include "gui/app/file_dealings.hpp"
#include "gui/app/main_menus.hpp"
#include "gui/app/menu_letters.hpp"
#include "gui/app/notice_bar.hpp"
#include "gui/app/start_page.hpp"
#include "gui/panels/problem_counts.hpp"
#include "gui/panels/severity_icon.hpp"

namespace nines::gui {
namespace {

/// Of a window that was never open before: this share of the screen, or all of it if that is too little.
constexpr double first_share = 0.8;
constexpr QSize least_first_size{1280, 820};
constexpr int remark_milliseconds = 15'000;  ///< Longer, and it is taken for news.

QString geometry_key() {
    return QStringLiteral("window/geometry");
}
QString bars_key() {
    return QStringLiteral("window/bars");
}

QStringList local_files(const QMimeData& data) {
    QStringList files;
    for (const QUrl& url : data.urls()) {
        if (url.isLocalFile()) files.append(url.toLocalFile());
    }
    return files;
}

QString words_of(const LeftWork& left) {
    const Recovery& work = left.recovery;
    const QString name = work.path.isEmpty() ? MainWindow::tr("an untitled design") : work.path;
    return MainWindow::tr("Unsaved work was left behind when the program ended: %1, as it was at %2.")
        .arg(name, work.time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")));
}

}  // namespace

MainWindow::MainWindow(Workspace& workspace, QWidget* parent)
    : QMainWindow(parent), workspace_(workspace), files_(new FileDealings(workspace, this)) {
    setAcceptDrops(true);
    make_content();
    menus_ = new MainMenus(*this, undo_group_);
    wire_workspace();
    wire_start_page();
    take_first_size();
    restoreGeometry(QSettings().value(geometry_key()).toByteArray());
    restoreState(QSettings().value(bars_key()).toByteArray());
    leave_letters_to_menus(*start_page_, *menuBar());
    for (Design* design : workspace_.designs()) add_view(*design);
    show_current();
    show_left_work();
}

void MainWindow::take_first_size() {
    const QRect room = screen()->availableGeometry();
    const QSize share = room.size() * first_share;
    const bool is_enough = share.width() >= least_first_size.width() && share.height() >= least_first_size.height();
    resize(is_enough ? share : least_first_size);
    move(room.center() - rect().center());
    if (!is_enough) setWindowState(Qt::WindowMaximized);
}

MainWindow::~MainWindow() {
    // What loses the keyboard hands in what was typed: while all of this is still there to hear of it.
    hide();
    for (Design* design : workspace_.designs()) undo_group_.removeStack(&design->document().undo_stack());
}

DesignView* MainWindow::view_of(const Design& design) const {
    DesignView* view = left_->view_of(design);
    return view != nullptr ? view : right_->view_of(design);
}

DesignView* MainWindow::current_view() const {
    return workspace_.current() == nullptr ? nullptr : view_of(*workspace_.current());
}

bool MainWindow::is_side_by_side() const {
    return !workspace_.designs_of(Side::right).empty();
}

void MainWindow::set_side_by_side(bool wanted) {
    Design* current = workspace_.current();
    if (current == nullptr || wanted == is_side_by_side()) return;
    if (wanted) {
        if (workspace_.designs().size() > 1) workspace_.move(*current, Side::right, 0);
    } else {
        for (Design* design : workspace_.designs_of(Side::right))
            workspace_.move(*design, Side::left, workspace_.designs().size());
    }
    show_current();
}

void MainWindow::move_to_other_side(Design& design) {
    const Side side = workspace_.side_of(design) == Side::left ? Side::right : Side::left;
    workspace_.move(design, side, workspace_.designs().size());
    workspace_.set_current(&design);
    show_current();
}

void MainWindow::keep_geometry() const {
    QSettings().setValue(geometry_key(), saveGeometry());
    QSettings().setValue(bars_key(), saveState());
    if (const DesignView* view = current_view()) view->keep_docks();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    keep_geometry();
    event->setAccepted(files_->close(workspace_.designs()));
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!local_files(*event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    files_->open(local_files(*event->mimeData()));
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() != QEvent::PaletteChange) return;
    show_problems();
    if (menus_ != nullptr) menus_->draw_icons();
}

DesignTabs* MainWindow::make_tabs(Side side) {
    auto* tabs = new DesignTabs(workspace_, side);
    connect(tabs, &DesignTabs::close_wanted, files_, &FileDealings::close);
    connect(tabs, &DesignTabs::other_side_wanted, this, [this](Design* design) { move_to_other_side(*design); });
    connect(tabs, &QTabWidget::currentChanged, this, [this, tabs](int index) {
        if (index >= 0 && !placing_) workspace_.set_current(&tabs->view_at(index)->design());
    });
    return tabs;
}

void MainWindow::make_content() {
    left_ = make_tabs(Side::left);
    right_ = make_tabs(Side::right);
    sides_ = new QSplitter;
    sides_->setChildrenCollapsible(false);
    sides_->addWidget(left_);
    sides_->addWidget(right_);
    start_page_ = new StartPage;
    content_ = new QStackedWidget;
    content_->addWidget(start_page_);
    content_->addWidget(sides_);
    auto* whole = new QWidget;
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    notices_ = new QVBoxLayout;
    column->addLayout(notices_);
    column->addWidget(content_, 1);
    setCentralWidget(whole);
    problems_ = new QToolButton;
    problems_->setObjectName(QStringLiteral("problems"));
    problems_->setAutoRaise(true);
    problems_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    problems_->setToolTip(tr("Shows the diagnostics"));
    statusBar()->addPermanentWidget(problems_);
    connect(problems_, &QToolButton::clicked, this, [this] {
        if (DesignView* view = current_view()) view->show_diagnostics();
    });
}

void MainWindow::wire_workspace() {
    connect(&workspace_, &Workspace::design_added, this, [this](Design* design) { add_view(*design); });
    connect(&workspace_, &Workspace::design_closing, this, [this](Design* design) { remove_view(*design); });
    connect(&workspace_, &Workspace::design_moved, this, [this](Design* design) { place_view(*design); });
    connect(&workspace_, &Workspace::current_changed, this, &MainWindow::show_current);
    connect(&workspace_, &Workspace::left_work_changed, this, &MainWindow::show_left_work);
    // Whoever works on one of two sides has that design in front.
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        for (QWidget* widget = now; widget != nullptr && widget != this; widget = widget->parentWidget()) {
            if (auto* view = qobject_cast<DesignView*>(widget)) return workspace_.set_current(&view->design());
        }
    });
}

void MainWindow::wire_start_page() {
    connect(start_page_, &StartPage::new_wanted, this, [this] { workspace_.add_new(); });
    connect(start_page_, &StartPage::open_wanted, files_, &FileDealings::open_by_dialog);
    connect(start_page_, &StartPage::file_wanted, files_, [this](const QString& path) { files_->open({path}); });
    connect(start_page_, &StartPage::template_wanted, this,
            [this](const Template& chosen) { workspace_.add_copy(chosen.text); });
    const auto show_recent = [this] { start_page_->set_recent_files(workspace_.recent_files()); };
    connect(&workspace_, &Workspace::recent_files_changed, this, show_recent);
    show_recent();
}

void MainWindow::add_view(Design& design) {
    auto* view = new DesignView(design, this);
    view->hide();
    undo_group_.addStack(&design.document().undo_stack());
    connect(view, &DesignView::remark, statusBar(),
            [this](const QString& text) { statusBar()->showMessage(text, remark_milliseconds); });
    connect(&design.document(), &Document::identity_changed, view, [this, view] {
        if (DesignTabs* tabs = tabs_of(view->design())) tabs->refresh(*view);
        show_title();
    });
    connect(&design.document(), &Document::text_changed, view, [this] { show_problems(); });
    connect(&design, &Design::progress_changed, view, [this] { show_title(); });
    DesignTabs* tabs = workspace_.side_of(design) == Side::left ? left_ : right_;
    const auto before = workspace_.designs_of(workspace_.side_of(design));
    placing_ = true;
    tabs->add(*view, static_cast<int>(std::find(before.begin(), before.end(), &design) - before.begin()));
    placing_ = false;
    leave_letters_to_menus(*view, *menuBar());
}

/// The design stands elsewhere among the tabs now.
void MainWindow::place_view(Design& design) {
    DesignView* view = view_of(design);
    DesignTabs* tabs = workspace_.side_of(design) == Side::left ? left_ : right_;
    const auto order = workspace_.designs_of(workspace_.side_of(design));
    const auto position = static_cast<int>(std::find(order.begin(), order.end(), &design) - order.begin());
    if (tabs->indexOf(view) == position) return;
    placing_ = true;
    if (DesignTabs* old = tabs_of(design)) old->removeTab(old->indexOf(view));
    tabs->add(*view, position);
    placing_ = false;
    show_sides();
}

void MainWindow::remove_view(const Design& design) {
    DesignView* view = view_of(design);
    view->keep_docks();
    undo_group_.removeStack(&view->design().document().undo_stack());
    placing_ = true;
    delete view;
    placing_ = false;
    show_sides();
}

void MainWindow::show_current() {
    Design* design = workspace_.current();
    if (design != nullptr) {
        DesignTabs* tabs = tabs_of(*design);
        placing_ = true;
        tabs->setCurrentWidget(tabs->view_of(*design));
        placing_ = false;
    }
    undo_group_.setActiveStack(design != nullptr ? &design->document().undo_stack() : nullptr);
    show_sides();
    show_title();
    show_problems();
    Q_EMIT view_changed();
}

void MainWindow::show_sides() {
    content_->setCurrentWidget(workspace_.current() != nullptr ? static_cast<QWidget*>(sides_) : start_page_);
    const bool was_one = right_->isHidden() || left_->isHidden();
    left_->setVisible(left_->count() > 0);
    right_->setVisible(right_->count() > 0);
    const bool are_two = left_->count() > 0 && right_->count() > 0;
    if (are_two && was_one) sides_->setSizes({width() / 2, width() / 2});
    for (const Design* design : workspace_.designs()) {
        if (DesignView* view = view_of(*design)) view->set_narrow(are_two);
    }
}

void MainWindow::show_title() {
    const Design* design = workspace_.current();
    setWindowModified(design != nullptr && design->document().is_modified());
    if (design == nullptr) return setWindowTitle(tr("Nines"));
    QString title = design->document().title();
    title.replace(QStringLiteral("[*]"), QStringLiteral("[*][*]"));
    const int percent = design->progress_percent();
    setWindowTitle(percent < 0 ? tr("%1[*] - Nines").arg(title) : tr("%1 % - %2[*] - Nines").arg(percent).arg(title));
    setWindowFilePath(design->document().path());
}

void MainWindow::show_problems() {
    const Design* design = workspace_.current();
    problems_->setVisible(design != nullptr);
    if (design == nullptr) return;
    const ProblemCounts counts = count_problems(design->document());
    problems_->setText(counts.words());
    problems_->setIcon(
        counts.is_none()
            ? QIcon()
            : severity_icon(counts.errors > 0 ? scenario::Severity::error : scenario::Severity::warning, palette()));
}

void MainWindow::show_left_work() {
    for (NoticeBar* notice : left_work_notices_) delete notice;
    left_work_notices_.clear();
    for (std::size_t index = 0; index < workspace_.left_work().size(); ++index) {
        auto* notice = new NoticeBar(words_of(workspace_.left_work()[index]));
        notice->add_choice(tr("Restore"), [this, index] { workspace_.restore(index); });
        notice->add_choice(tr("Discard"), [this, index] { workspace_.discard(index); });
        notices_->addWidget(notice);
        left_work_notices_.push_back(notice);
    }
}

DesignTabs* MainWindow::tabs_of(const Design& design) const {
    if (left_->view_of(design) != nullptr) return left_;
    return right_->view_of(design) != nullptr ? right_ : nullptr;
}

}  // namespace nines::gui
