// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/main_menus.hpp"

#include <QFileInfo>
#include <QMenuBar>
#include <QToolBar>
#include <QUndoGroup>
#include <algorithm>

#include "gui/app/about_dialog.hpp"
#include "gui/app/compare_window.hpp"
#include "gui/app/design_view.hpp"
#include "gui/app/file_dealings.hpp"
#include "gui/app/main_window.hpp"
#include "gui/app/report_export.hpp"
#include "gui/app/shortcuts_dialog.hpp"
#include "gui/app/sweep_window.hpp"
#include "gui/app/templates.hpp"
#include "gui/look/action_icons.hpp"

namespace nines::gui {
namespace {

/// "&1 web.toml": the first nine can be chosen by their number.
QString numbered(int index, QString text) {
    text.replace(QLatin1Char('&'), QStringLiteral("&&"));
    return index < 9 ? QStringLiteral("&%1  %2").arg(index + 1).arg(text) : text;
}

}  // namespace

MainMenus::MainMenus(MainWindow& window, QUndoGroup& undo_group) : QObject(&window), window_(window) {
    make_file_menu();
    make_edit_menu(undo_group);
    make_view_menu();
    make_run_menu();
    make_help_menu();
    make_tool_bar();
    connect(&window_, &MainWindow::view_changed, this, &MainMenus::follow_view);
    connect(&window_.workspace(), &Workspace::recent_files_changed, this, &MainMenus::fill_recent);
    fill_templates();
    fill_recent();
}

QAction* MainMenus::add(QMenu& menu, const Wanted& wanted, std::function<void()> act) {
    auto* action = new QAction(wanted.text, &window_);
    action->setObjectName(QLatin1String(wanted.name));
    action->setStatusTip(wanted.tip);
    action->setShortcut(wanted.keys);
    menu.addAction(action);
    connect(action, &QAction::triggered, this, [act = std::move(act)] { act(); });
    return action;
}

QAction* MainMenus::add_for_design(QMenu& menu, const Wanted& wanted, std::function<void(DesignView&)> act) {
    QAction* action = add(menu, wanted, [this, act = std::move(act)] {
        if (DesignView* view = window_.current_view()) act(*view);
    });
    for_design_.push_back(action);
    return action;
}

void MainMenus::make_file_menu() {
    FileDealings& files = window_.files();
    file_ = window_.menuBar()->addMenu(tr("&File"));
    new_ = add(*file_, {tr("&New"), tr("Makes a design with nothing in it."), "file_new", QKeySequence::New},
               [this] { window_.workspace().add_new(); });
    templates_ = file_->addMenu(tr("New from &Template"));
    open_ = add(*file_, {tr("&Open…"), tr("Opens scenario files."), "file_open", QKeySequence::Open},
                [&files] { files.open_by_dialog(); });
    recent_ = file_->addMenu(tr("Open &Recent"));
    file_->addSeparator();
    save_ = add_for_design(*file_, {tr("&Save"), tr("Saves the design in its file."), "file_save", QKeySequence::Save},
                           [&files](DesignView& view) { files.save(view.design()); });
    add_for_design(*file_,
                   {tr("Save &As…"), tr("Saves the design in another file."), "file_save_as",
                    QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)},
                   [&files](DesignView& view) { files.save_as(view.design()); });
    add_for_design(*file_,
                   {tr("Re&vert"), tr("Takes the file as it is on disk; this can be undone."), "file_revert", {}},
                   [&files](DesignView& view) {
                       if (!view.design().document().path().isEmpty()) files.revert(view.design());
                   });
    file_->addSeparator();
    add_for_design(*file_,
                   {tr("Export Re&port…"),
                    tr("Writes the report of the latest run: HTML, PDF or Markdown."),
                    "file_export_report",
                    {}},
                   [](DesignView& view) { export_report(view.design(), &view); });
    export_place_ = file_->addSeparator();
    add(*file_, {tr("&Preferences…"), tr("Theme, language and more."), "file_preferences", QKeySequence::Preferences},
        [this] { Q_EMIT window_.preferences_wanted(); });
    file_->addSeparator();
    add_for_design(*file_, {tr("&Close"), tr("Closes the design in front."), "file_close", QKeySequence::Close},
                   [&files](DesignView& view) { files.close({&view.design()}); });
    add(*file_, {tr("&Quit"), tr("Ends the program."), "file_quit", QKeySequence(Qt::CTRL | Qt::Key_Q)},
        [this] { window_.close(); });
}

void MainMenus::make_edit_menu(QUndoGroup& undo_group) {
    edit_ = window_.menuBar()->addMenu(tr("&Edit"));
    const auto gather = [](DesignView& view) { view.design().document().gather(); };
    undo_ = add(*edit_, {tr("&Undo"), tr("Takes the latest change back."), "edit_undo", QKeySequence::Undo},
                [this, gather, &undo_group] {
                    if (DesignView* view = window_.current_view()) gather(*view);
                    undo_group.undo();
                });
    redo_ = add(*edit_, {tr("&Redo"), tr("Does again what was taken back."), "edit_redo", QKeySequence::Redo},
                [this, gather, &undo_group] {
                    if (DesignView* view = window_.current_view()) gather(*view);
                    undo_group.redo();
                });
    const auto name_undo = [this](const QString& step) {
        undo_->setText(step.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(step));
    };
    const auto name_redo = [this](const QString& step) {
        redo_->setText(step.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(step));
    };
    redo_->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    undo_->setEnabled(false);
    redo_->setEnabled(false);
    connect(&undo_group, &QUndoGroup::undoTextChanged, this, name_undo);
    connect(&undo_group, &QUndoGroup::redoTextChanged, this, name_redo);
    connect(&undo_group, &QUndoGroup::canUndoChanged, undo_, &QAction::setEnabled);
    connect(&undo_group, &QUndoGroup::canRedoChanged, redo_, &QAction::setEnabled);
    edit_->addSeparator();
}

void MainMenus::make_view_menu() {
    view_ = window_.menuBar()->addMenu(tr("&View"));
    const auto middle = [this](const QString& text, const QString& tip, const char* name, Qt::Key key,
                               DesignView::Middle wanted) {
        add_for_design(*view_, {text, tip, name, QKeySequence(Qt::ALT | key)}, [wanted](DesignView& view) {
            view.show_middle(wanted);
            view.focus_middle();
        });
    };
    middle(tr("&Drawing"), tr("Shows the drawing."), "view_drawing", Qt::Key_1, DesignView::Middle::drawing);
    middle(tr("&Text"), tr("Shows the text."), "view_text", Qt::Key_2, DesignView::Middle::text);
    middle(tr("&Both"), tr("Shows drawing and text beside each other."), "view_both", Qt::Key_3,
           DesignView::Middle::both);
    view_->addSeparator();
    side_by_side_ = add_for_design(*view_,
                                   {tr("Designs &Side by Side"), tr("Shows the design in front beside the others."),
                                    "view_side_by_side", QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_S)},
                                   [this](DesignView&) { window_.set_side_by_side(!window_.is_side_by_side()); });
    side_by_side_->setCheckable(true);
    other_side_ = add_for_design(*view_,
                                 {tr("&Move to the Other Side"), tr("Moves the design in front to the other side."),
                                  "view_other_side", QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_O)},
                                 [this](DesignView& view) { window_.move_to_other_side(view.design()); });
    add_for_design(*view_,
                   {tr("&Compare Designs…"), tr("Holds the open designs against each other on the same luck."),
                    "view_compare", QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_C)},
                   [this](DesignView&) { show_comparison(); });
    add_for_design(*view_,
                   {tr("S&weep…"), tr("Tries other values of the design in front, and tells which input matters most."),
                    "view_sweep", QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_W)},
                   [this](DesignView&) { show_sweep(); });
    view_->addSeparator();
    make_go_menu();
    panels_ = view_->addMenu(tr("&Panels"));
    add_for_design(*view_, {tr("&Reset the Panels"), tr("Puts the panels where they were at first."), "view_reset", {}},
                   [](DesignView& view) { view.reset_docks(); });
}

/// Panels share one place behind tabs: each is reached by a key, whether it is in front, behind or hidden.
void MainMenus::make_go_menu() {
    QMenu* go = view_->addMenu(tr("&Go to Panel"));
    const auto panel = [&](const QString& text, const char* name, const char* dock, Qt::Key key) {
        add_for_design(*go,
                       {text, tr("Shows this panel and gives it the keyboard."), name, QKeySequence(Qt::ALT | key)},
                       [dock](DesignView& view) { view.go_to_panel(dock); });
    };
    panel(tr("Go to &Outline"), "go_outline", "outline", Qt::Key_4);
    panel(tr("Go to &Properties"), "go_properties", "properties", Qt::Key_5);
    panel(tr("Go to &Run"), "go_run", "run", Qt::Key_6);
    panel(tr("Go to R&esults"), "go_results", "results", Qt::Key_7);
    panel(tr("Go to Rep&lay"), "go_replay", "replay", Qt::Key_8);
    panel(tr("Go to &Diagnostics"), "go_diagnostics", "diagnostics", Qt::Key_9);
}

void MainMenus::show_comparison() {
    if (comparison_ == nullptr) comparison_ = new CompareWindow(window_.workspace(), &window_);
    comparison_->show();
    comparison_->raise();
    comparison_->activateWindow();
}

void MainMenus::show_sweep() {
    if (sweep_ == nullptr) sweep_ = new SweepWindow(window_.workspace(), &window_);
    sweep_->show();
    sweep_->raise();
    sweep_->activateWindow();
}

void MainMenus::make_run_menu() {
    drawing_ = window_.menuBar()->addMenu(tr("&Drawing"));
    text_ = window_.menuBar()->addMenu(tr("&Text"));
    run_ = window_.menuBar()->addMenu(tr("&Run"));
}

void MainMenus::make_help_menu() {
    QMenu* help = window_.menuBar()->addMenu(tr("&Help"));
    add(*help, {tr("&Shortcuts…"), tr("Lists the keys of all actions."), "help_shortcuts", QKeySequence(Qt::Key_F1)},
        [this] { ShortcutsDialog(window_, &window_).exec(); });
    add(*help, {tr("&About Nines…"), tr("Version, libraries and licence."), "help_about", {}},
        [this] { AboutDialog(&window_).exec(); });
}

void MainMenus::make_tool_bar() {
    tool_bar_ = window_.addToolBar(tr("Tools"));
    tool_bar_->setObjectName(QStringLiteral("tools"));
    tool_bar_->toggleViewAction()->setStatusTip(tr("Shows or hides the tool bar."));
    draw_icons();
    for (QAction* action : {new_, open_, save_}) tool_bar_->addAction(action);
    tool_bar_->addSeparator();
    for (QAction* action : {undo_, redo_}) tool_bar_->addAction(action);
    tool_bar_->addSeparator();
}

void MainMenus::draw_icons() {
    const QPalette& palette = window_.palette();
    new_->setIcon(action_icon(ActionIcon::new_file, palette));
    open_->setIcon(action_icon(ActionIcon::open_file, palette));
    save_->setIcon(action_icon(ActionIcon::save_file, palette));
    undo_->setIcon(action_icon(ActionIcon::undo, palette));
    redo_->setIcon(action_icon(ActionIcon::redo, palette));
}

void MainMenus::fill_templates() {
    QMenu* group = nullptr;
    QString group_name;
    for (const Template& offered : shipped_templates()) {
        if (group == nullptr || offered.group != group_name) {
            group_name = offered.group;
            group = templates_->addMenu(group_name);
        }
        QAction* action =
            group->addAction(offered.title, this, [this, text = offered.text] { window_.workspace().add_copy(text); });
        action->setStatusTip(offered.description);
    }
}

void MainMenus::fill_recent() {
    recent_->clear();
    const QStringList paths = window_.workspace().recent_files();
    for (int index = 0; index < paths.size(); ++index) {
        const QString path = paths[index];
        recent_
            ->addAction(numbered(index, QFileInfo(path).fileName()), this,
                        [this, path] { window_.files().open({path}); })
            ->setStatusTip(path);
    }
    recent_->setEnabled(!paths.isEmpty());
    if (paths.isEmpty()) return;
    recent_->addSeparator();
    recent_->addAction(tr("&Forget These"), this, [this] { window_.workspace().forget_recent_files(); })
        ->setStatusTip(tr("Empties this list; the files stay."));
}

}  // namespace nines::gui
