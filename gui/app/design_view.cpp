// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/design_view.hpp"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QSettings>
#include <QSplitter>
#include <QTabBar>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/app/notice_bar.hpp"
#include "gui/canvas/topology_canvas.hpp"
#include "gui/panels/diagnostics_panel.hpp"
#include "gui/panels/outline_panel.hpp"
#include "gui/panels/property_panel.hpp"
#include "gui/panels/text_editor.hpp"
#include "gui/replay/replay_panel.hpp"
#include "gui/replay/timeline_view.hpp"
#include "gui/run/results_panel.hpp"
#include "gui/run/run_panel.hpp"

namespace nines::gui {
namespace {

/// First sizes of panels; the user's are kept.
constexpr int outline_letters = 32;
constexpr int property_letters = 56;
constexpr int bottom_lines = 22;

QString docks_key() {
    return QStringLiteral("window/docks");
}

QDockWidget* add_dock(QMainWindow& window, Qt::DockWidgetArea area, const QString& title, const char* name,
                      QWidget* content) {
    auto* dock = new QDockWidget(title, &window);
    dock->setObjectName(QLatin1String(name));
    dock->setWidget(content);
    dock->toggleViewAction()->setStatusTip(QObject::tr("Shows or hides the panel \"%1\".").arg(title));
    window.addDockWidget(area, dock);
    return dock;
}

/// Where the keyboard enters a panel: where it was last, or else at the first widget that takes it.
QWidget* entry_of(QWidget& panel) {
    const auto takes_keys = [&panel](const QWidget& widget) {
        return widget.isVisibleTo(&panel) && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) != 0;
    };
    QWidget* last = panel.focusWidget();
    if (last != nullptr && takes_keys(*last)) return last;
    for (QWidget* at = &panel; at != nullptr;) {
        if (takes_keys(*at) && (at == &panel || panel.isAncestorOf(at))) return at;
        at = at->nextInFocusChain();
        if (at == &panel) break;
    }
    return nullptr;
}

}  // namespace

DesignView::DesignView(Design& design, QWidget* parent) : QMainWindow(parent, Qt::Widget), design_(design) {
    setDockOptions(QMainWindow::AnimatedDocks | QMainWindow::AllowTabbedDocks | QMainWindow::AllowNestedDocks);
    make_middle();
    make_docks();
    wire();
    wire_file();
    first_docks_ = saveState();
    show_middle(Middle::drawing);
    if (!design_.document().topology_is_current()) show_middle(Middle::text);
}

void DesignView::make_middle() {
    canvas_ = new TopologyCanvas(design_.document());
    text_editor_ = new TextEditor(design_.document());
    middle_choice_ = new QTabBar;
    middle_choice_->setObjectName(QStringLiteral("middle_choice"));
    middle_choice_->setAccessibleName(tr("Drawing or text"));
    middle_choice_->addTab(tr("Drawing"));
    middle_choice_->addTab(tr("Text"));
    middle_choice_->addTab(tr("Both"));
    middle_choice_->setDrawBase(false);
    middle_choice_->setExpanding(false);
    middle_choice_->setDocumentMode(true);
    middle_ = new QSplitter;
    middle_->setChildrenCollapsible(false);
    middle_->addWidget(canvas_);
    middle_->addWidget(text_editor_);
    middle_->setSizes({1, 1});
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    notices_ = new QVBoxLayout;
    column->addLayout(notices_);
    column->addWidget(middle_choice_);
    column->addWidget(middle_, 1);
    setCentralWidget(content);
    connect(middle_choice_, &QTabBar::currentChanged, this,
            [this](int index) { show_middle(static_cast<Middle>(index)); });
}

void DesignView::make_docks() {
    Document& document = design_.document();
    Runner& runner = design_.runner();
    outline_ = new OutlinePanel(document);
    properties_ = new PropertyPanel(document);
    diagnostics_ = new DiagnosticsPanel(document);
    run_panel_ = new RunPanel(document, runner);
    run_panel_->set_draft(design_.run_draft());
    connect(run_panel_, &RunPanel::draft_changed, this, [this] { design_.set_run_draft(run_panel_->draft()); });
    results_ = new ResultsPanel(runner);
    replay_ = new ReplayPanel(runner);
    add_dock(*this, Qt::LeftDockWidgetArea, tr("Outline"), "outline", outline_);
    add_dock(*this, Qt::RightDockWidgetArea, tr("Properties"), "properties", properties_);
    auto* run = add_dock(*this, Qt::BottomDockWidgetArea, tr("Run"), "run", run_panel_);
    auto* results = add_dock(*this, Qt::BottomDockWidgetArea, tr("Results"), "results", results_);
    auto* replay = add_dock(*this, Qt::BottomDockWidgetArea, tr("Replay"), "replay", replay_);
    auto* diagnostics = add_dock(*this, Qt::BottomDockWidgetArea, tr("Diagnostics"), "diagnostics", diagnostics_);
    tabifyDockWidget(run, results);
    tabifyDockWidget(results, replay);
    tabifyDockWidget(replay, diagnostics);
    run->raise();
    const auto show_counts = [this, diagnostics] {
        const QString counts = diagnostics_->counts();
        diagnostics->setWindowTitle(counts.isEmpty() ? tr("Diagnostics") : tr("Diagnostics: %1").arg(counts));
    };
    connect(diagnostics_, &DiagnosticsPanel::counts_changed, this, show_counts);
    show_counts();
}

void DesignView::wire() {
    const auto select = [this](const edit::ThingName& name) { canvas_->select({name}); };
    connect(canvas_, &TopologyCanvas::selection_changed, this, [this] {
        properties_->show_things(canvas_->selection());
        outline_->select(canvas_->selection());
        show_in_replay();
    });
    connect(properties_, &PropertyPanel::thing_wanted, this, select);
    connect(properties_, &PropertyPanel::place_wanted, this, &DesignView::jump);
    connect(text_editor_, &TextEditor::thing_reached, this, select);
    connect(outline_, &OutlinePanel::selection_changed, this, [this] { canvas_->select(outline_->selection()); });
    connect(outline_, &OutlinePanel::place_wanted, this, &DesignView::jump);
    connect(diagnostics_, &DiagnosticsPanel::place_wanted, this, &DesignView::jump);
    connect(diagnostics_, &DiagnosticsPanel::thing_wanted, this, select);
    wire_results();
    connect(canvas_, &TopologyCanvas::problem, this, &DesignView::remark);
    connect(outline_, &OutlinePanel::problem, this, &DesignView::remark);
    connect(properties_, &PropertyPanel::problem, this, &DesignView::remark);
    connect(&design_.runner(), &Runner::refused, this, &DesignView::remark);
    connect(&design_.autosave(), &Autosave::failed, this, &DesignView::remark);
}

void DesignView::wire_results() {
    const auto tell_revision = [this] {
        results_->set_revision(design_.document().revision());
        replay_->set_revision(design_.document().revision());
    };
    const auto tell_path = [this] {
        results_->set_design_path(design_.document().path());
        replay_->view().set_design_path(design_.document().path());
    };
    connect(&design_.document(), &Document::text_changed, this, tell_revision);
    connect(&design_.document(), &Document::identity_changed, this, tell_path);
    tell_revision();
    tell_path();
    connect(run_panel_, &RunPanel::errors_wanted, this, &DesignView::show_diagnostics);
    connect(results_, &ResultsPanel::replay_wanted, this, [this](quint64 trial) {
        show_dock("replay");
        replay_->show_trial(trial);
    });
    connect(replay_, &ReplayPanel::subject_chosen, this, [this](const QString& subject) {
        is_from_replay_ = true;
        select_subject(subject.toStdString());
        is_from_replay_ = false;
    });
    connect(replay_, &ReplayPanel::problem, this, &DesignView::remark);
    connect(results_, &ResultsPanel::overlay_changed, this, [this](const Overlay& overlay) {
        result_overlay_ = overlay;
        show_overlay();
    });
    connect(replay_, &ReplayPanel::overlay_changed, this, [this](const Overlay& overlay) {
        replay_overlay_ = overlay;
        design_.set_replay_place(replay_->place());
        show_overlay();
    });
    if (const auto place = design_.replay_place()) replay_->show_trial(place->trial, place->seconds);
    // A replay that was closed has nothing to say over the drawing; beside other tabs it is still open.
    connect(findChild<QDockWidget*>(QStringLiteral("replay")), &QDockWidget::visibilityChanged, this,
            &DesignView::show_overlay);
}

/// A replay is looked at on purpose, and hides what the results say until it ends.
void DesignView::show_overlay() {
    const bool is_closed = findChild<QDockWidget*>(QStringLiteral("replay"))->isHidden();
    canvas_->set_overlay(is_closed || replay_overlay_.marks.empty() ? result_overlay_ : replay_overlay_);
}

/// The row of the one thing that is selected, unless the replay shows a member of it already.
void DesignView::show_in_replay() {
    if (is_from_replay_ || canvas_->selection().size() != 1) return;
    replay_->view().choose_subject(edit::subject_of(canvas_->selection().front()));
}

/// The thing of a subject; of "node:web/1" its group.
void DesignView::select_subject(const std::string& subject) {
    const edit::Topology& topology = design_.document().topology();
    for (const edit::Item& item : topology.items) {
        const bool contains = std::any_of(item.members.begin(), item.members.end(),
                                          [&](const edit::Member& member) { return member.subject == subject; });
        if (contains || edit::subject_of(item.name) == subject) return canvas_->select({item.name});
    }
}

void DesignView::wire_file() {
    connect(&design_.file_watch(), &FileWatch::state_changed, this, &DesignView::show_file_notice);
    connect(&design_.file_watch(), &FileWatch::reloaded, this, [this] {
        Q_EMIT remark(tr("%1 was changed by another program and has been read again.").arg(design_.document().title()));
    });
    connect(&design_.document(), &Document::text_changed, this, &DesignView::show_read_only_notice);
    show_file_notice();
    show_read_only_notice();
}

void DesignView::show_file_notice() {
    delete file_notice_;
    file_notice_ = nullptr;
    const FileWatch::State state = design_.file_watch().state();
    if (state == FileWatch::State::same) return;
    const QString title = design_.document().title();
    file_notice_ = new NoticeBar(state == FileWatch::State::gone
                                     ? tr("%1 is no longer there, or cannot be read. It is kept here.").arg(title)
                                     : tr("%1 has been changed by another program.").arg(title));
    if (state == FileWatch::State::changed) {
        file_notice_->add_choice(tr("Reload"), [this] {
            design_.document().reload();
            design_.file_watch().check();
        });
        file_notice_->add_choice(tr("Keep Mine"), [this] { design_.file_watch().keep_mine(); });
    }
    notices_->addWidget(file_notice_);
}

void DesignView::show_read_only_notice() {
    const QString reason = design_.document().read_only_reason();
    if (reason.isEmpty() == (read_only_notice_ == nullptr)) return;
    delete read_only_notice_;
    read_only_notice_ = nullptr;
    if (reason.isEmpty()) return;
    read_only_notice_ = new NoticeBar(reason);
    notices_->addWidget(read_only_notice_);
    show_middle(Middle::text);
}

DesignView::Middle DesignView::middle() const {
    return static_cast<Middle>(middle_choice_->currentIndex());
}

void DesignView::show_middle(Middle middle) {
    const QWidget* focused = QApplication::focusWidget();
    const bool had_focus = canvas_->isAncestorOf(focused) || text_editor_->isAncestorOf(focused);
    middle_choice_->setCurrentIndex(static_cast<int>(middle));
    canvas_->setVisible(middle != Middle::text);
    text_editor_->setVisible(middle != Middle::drawing);
    // Who worked in the middle goes on there: else the focus would go to the next panel.
    if (had_focus && middle != Middle::both) focus_middle();
}

void DesignView::focus_middle() {
    middle() == Middle::text ? text_editor_->setFocus() : canvas_->setFocus();
}

/// A design that is seen for the first time has the keyboard, unless somebody works in the one beside it.
void DesignView::take_first_focus() {
    for (QWidget* at = QApplication::focusWidget(); at != nullptr; at = at->parentWidget()) {
        if (at != this && at->isVisible() && qobject_cast<DesignView*>(at) != nullptr) return;
    }
    focus_middle();
}

void DesignView::show_diagnostics() {
    show_dock("diagnostics");
}

QDockWidget* DesignView::show_dock(const char* name) {
    auto* dock = findChild<QDockWidget*>(QLatin1String(name));
    dock->show();
    dock->raise();
    return dock;
}

void DesignView::go_to_panel(const char* name) {
    QDockWidget* dock = show_dock(name);
    if (QWidget* entry = entry_of(*dock->widget())) entry->setFocus(Qt::ShortcutFocusReason);
}

std::vector<QAction*> DesignView::dock_actions() const {
    std::vector<QAction*> actions;
    for (const QDockWidget* dock : findChildren<QDockWidget*>()) actions.push_back(dock->toggleViewAction());
    return actions;
}

void DesignView::keep_docks() const {
    if (docks_placed_) QSettings().setValue(docks_key(), wide_docks_.isEmpty() ? saveState() : wide_docks_);
}

void DesignView::reset_docks() {
    restoreState(first_docks_);
    size_docks();
}

void DesignView::set_narrow(bool narrow) {
    if (narrow != wide_docks_.isEmpty()) return;
    if (!narrow) {
        restoreState(wide_docks_);
        wide_docks_.clear();
        return;
    }
    const QByteArray kept = QSettings().value(docks_key()).toByteArray();
    wide_docks_ = docks_placed_ || kept.isEmpty() ? saveState() : kept;
    docks_placed_ = true;
    for (const QString& name : {QStringLiteral("outline"), QStringLiteral("properties")})
        findChild<QDockWidget*>(name)->hide();
}

void DesignView::showEvent(QShowEvent* event) {
    QMainWindow::showEvent(event);
    if (docks_placed_) return;
    // Not before the view has its size, as panels take shares of it. Until then it may have become narrow.
    QTimer::singleShot(0, this, [this] {
        take_first_focus();
        if (docks_placed_) return;
        docks_placed_ = true;
        if (!restoreState(QSettings().value(docks_key()).toByteArray())) size_docks();
        if (!design_.document().topology_is_current()) show_diagnostics();
    });
}

void DesignView::size_docks() {
    const int letter = fontMetrics().averageCharWidth();
    auto* outline = findChild<QDockWidget*>(QStringLiteral("outline"));
    auto* properties = findChild<QDockWidget*>(QStringLiteral("properties"));
    resizeDocks({outline, properties}, {outline_letters * letter, property_letters * letter}, Qt::Horizontal);
    resizeDocks({findChild<QDockWidget*>(QStringLiteral("run"))}, {bottom_lines * fontMetrics().lineSpacing()},
                Qt::Vertical);
}

void DesignView::jump(const scenario::Place& place) {
    if (middle() == Middle::drawing) show_middle(Middle::text);
    text_editor_->jump_to(place);
}

}  // namespace nines::gui
