// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/replay/timeline_view.hpp"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QTextBrowser>
#include <QToolBar>
#include <QVBoxLayout>

#include "gui/look/export_name.hpp"
#include "gui/look/export_path.hpp"
#include "gui/replay/event_model.hpp"
#include "gui/replay/horizon_strip.hpp"
#include "gui/replay/moment_text.hpp"
#include "gui/replay/standing_legend.hpp"
#include "gui/replay/timeline_chart.hpp"
#include "gui/replay/timeline_export.hpp"

namespace nines::gui {
namespace {

constexpr double zoom_of_a_button = 2.0;

QTextBrowser* make_browser(const char* object_name, const QString& name) {
    auto* browser = new QTextBrowser;
    browser->setObjectName(QLatin1String(object_name));
    browser->setAccessibleName(name);
    browser->setOpenLinks(false);
    browser->setFrameShape(QFrame::NoFrame);
    browser->document()->setDefaultStyleSheet(QStringLiteral("p { margin: 2px 0; } li { margin: 2px 0; }"));
    return browser;
}

}  // namespace

TimelineView::TimelineView(QWidget* parent)
    : QWidget(parent), chart_(new TimelineChart), horizon_strip_(new HorizonStrip), events_(new EventModel(this)) {
    auto* left = new QWidget;
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(chart_, 1);
    column->addWidget(horizon_strip_);
    column->addWidget(new StandingLegend);
    auto* splitter = new QSplitter(Qt::Horizontal);
    splitter->addWidget(left);
    splitter->addWidget(make_sides());
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(make_toolbar());
    all->addWidget(splitter, 1);
    wire();
    set_timeline(nullptr, 0.0);
}

QAction* TimelineView::add_action(QToolBar& bar, const QString& text, const QString& tip, const char* name) {
    auto* action = bar.addAction(text);
    action->setObjectName(QLatin1String(name));
    action->setStatusTip(tip);
    action->setToolTip(tip);
    return action;
}

QToolBar* TimelineView::make_toolbar() {
    auto* bar = new QToolBar;
    bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    const auto add = [&](const QString& text, const QString& tip, const char* name, auto&& act) {
        connect(add_action(*bar, text, tip, name), &QAction::triggered, this, act);
    };
    add(tr("◀◀ Outage"), tr("Previous outage (Page Up in the chart)"), "previous_outage", [this] { step_outage(-1); });
    add(tr("◀ Event"), tr("Previous event (Left)"), "previous_event", [this] { step_event(-1); });
    add(tr("Event ▶"), tr("Next event (Right)"), "next_event", [this] { step_event(1); });
    add(tr("Outage ▶▶"), tr("Next outage (Page Down)"), "next_outage", [this] { step_outage(1); });
    bar->addSeparator();
    add_playing(*bar);
    bar->addSeparator();
    clock_ = new QLabel;
    clock_->setObjectName(QStringLiteral("clock"));
    clock_->setAccessibleName(tr("Present moment of the replay"));
    clock_->setMargin(fontMetrics().averageCharWidth());
    clock_->setMinimumWidth(fontMetrics().averageCharWidth() * 28);
    bar->addWidget(clock_);
    bar->addSeparator();
    add(tr("+"), tr("Zoom in (Plus, or the wheel)"), "zoom_in", [this] { chart_->zoom(1.0 / zoom_of_a_button); });
    add(tr("−"), tr("Zoom out (Minus, or the wheel)"), "zoom_out", [this] { chart_->zoom(zoom_of_a_button); });
    add(tr("All"), tr("Show the whole trial (0)"), "zoom_all",
        [this] { chart_->show_span(0.0, chart_->scale().horizon()); });
    bar->addSeparator();
    filter_ = new QLineEdit;
    filter_->setObjectName(QStringLiteral("row_filter"));
    filter_->setPlaceholderText(tr("Filter rows"));
    filter_->setAccessibleName(tr("Show only rows whose name contains this"));
    filter_->setClearButtonEnabled(true);
    filter_->setMaximumWidth(fontMetrics().averageCharWidth() * 24);
    bar->addWidget(filter_);
    add(tr("Export…"), tr("Write the chart as PNG or SVG, or the events as CSV"), "export_timeline",
        [this] { export_by_dialog(); });
    return bar;
}

void TimelineView::add_playing(QToolBar& bar) {
    play_ = add_action(bar, tr("Play"), tr("Play or pause (Space)"), "play");
    play_->setCheckable(true);
    connect(play_, &QAction::triggered, this, &TimelineView::toggle_play);
    speed_ = new QComboBox;
    speed_->setObjectName(QStringLiteral("speed"));
    speed_->setAccessibleName(tr("Speed of the replay"));
    speed_->setToolTip(tr("How much of the trial passes in a second"));
    speed_->addItem(tr("1 s per second"), 1.0);
    speed_->addItem(tr("10 s per second"), 10.0);
    speed_->addItem(tr("1 min per second"), 60.0);
    speed_->addItem(tr("10 min per second"), 600.0);
    speed_->addItem(tr("1 h per second"), 3600.0);
    speed_->addItem(tr("6 h per second"), 21600.0);
    speed_->addItem(tr("1 d per second"), 86400.0);
    speed_->setCurrentIndex(1);
    skip_ = new QCheckBox(tr("Skip quiet times"));
    skip_->setObjectName(QStringLiteral("skip_quiet"));
    skip_->setChecked(true);
    skip_->setToolTip(tr("While it plays, jump to the next event when nothing happens for long"));
    bar.addWidget(speed_);
    bar.addWidget(skip_);
    const auto take_over = [this] { player_.set_speed(speed_->currentData().toDouble()); };
    connect(speed_, &QComboBox::currentIndexChanged, this, take_over);
    connect(skip_, &QCheckBox::toggled, this, [this](bool skips) { player_.set_skips_quiet(skips); });
    take_over();
}

QWidget* TimelineView::make_sides() {
    moment_ = make_browser("moment", tr("The present moment in words"));
    story_ = make_browser("story", tr("One outage from its first cause to its end"));
    event_table_ = new QTableView;
    event_table_->setObjectName(QStringLiteral("events"));
    event_table_->setAccessibleName(tr("Events of the trial"));
    event_table_->setModel(events_);
    event_table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    event_table_->setSelectionMode(QAbstractItemView::SingleSelection);
    event_table_->setShowGrid(false);
    event_table_->setFrameShape(QFrame::NoFrame);
    event_table_->setTabKeyNavigation(false);
    event_table_->setWordWrap(false);
    event_table_->verticalHeader()->hide();
    event_table_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    event_table_->horizontalHeader()->setStretchLastSection(true);
    event_table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    event_table_->setColumnWidth(EventModel::whom, fontMetrics().averageCharWidth() * 24);
    sides_ = new QTabWidget;
    sides_->setObjectName(QStringLiteral("sides"));
    sides_->setDocumentMode(true);
    sides_->addTab(moment_, tr("Now"));
    sides_->addTab(event_table_, tr("Events"));
    sides_->addTab(story_, tr("Outage"));
    return sides_;
}

void TimelineView::wire() {
    connect(chart_, &TimelineChart::time_wanted, this, &TimelineView::set_time);
    connect(chart_, &TimelineChart::event_step_wanted, this, &TimelineView::step_event);
    connect(chart_, &TimelineChart::outage_step_wanted, this, &TimelineView::step_outage);
    connect(chart_, &TimelineChart::play_wanted, this, &TimelineView::toggle_play);
    connect(chart_, &TimelineChart::view_changed, this, &TimelineView::update_window);
    connect(chart_, &TimelineChart::outage_wanted, this, [this](int outage) {
        const observe::Outage& of = timeline_->outages()[static_cast<std::size_t>(outage)];
        story_->setHtml(outage_html(*timeline_, of, chart_->scale().text_of(of.from)));
        sides_->setCurrentWidget(story_);
    });
    connect(chart_, &TimelineChart::course_chosen, this, [this](quint32 course) {
        const bool is_some = timeline_ && course != observe::no_course;
        Q_EMIT subject_chosen(is_some ? QString::fromStdString(timeline_->courses()[course].subject) : QString());
    });
    connect(horizon_strip_, &HorizonStrip::center_wanted, this, [this](double seconds) {
        const double half = chart_->scale().length() / 2;
        chart_->show_span(seconds - half, seconds + half);
    });
    connect(filter_, &QLineEdit::textChanged, chart_, &TimelineChart::set_filter);
    connect(&player_, &Player::time_changed, this, &TimelineView::set_time);
    connect(&player_, &Player::playing_changed, this, [this](bool is_playing) {
        play_->setChecked(is_playing);
        play_->setText(is_playing ? tr("Pause") : tr("Play"));
    });
    connect(event_table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& index) {
                if (is_revealing_ || !index.isValid() || !timeline_) return;
                set_time(timeline_->trace().events[static_cast<std::size_t>(index.row())].at_seconds);
            });
}

void TimelineView::set_timeline(std::shared_ptr<const observe::Timeline> timeline, double begin_in_week) {
    timeline_ = std::move(timeline);
    filter_->clear();
    player_.set_timeline(timeline_);
    chart_->set_timeline(timeline_, begin_in_week);
    horizon_strip_->set_timeline(timeline_);
    is_revealing_ = true;
    events_->set_timeline(timeline_, chart_->scale());
    is_revealing_ = false;
    // Wide enough for the longest instant, in the bold letters of services.
    QFont bold = font();
    bold.setBold(true);
    const QString longest = chart_->scale().text_of(chart_->scale().horizon());
    const int margin = fontMetrics().averageCharWidth() * 3;
    event_table_->setColumnWidth(EventModel::when, QFontMetrics(bold).horizontalAdvance(longest) + margin);
    setEnabled(timeline_ != nullptr);
    story_->setHtml(tr("<p>Click on an outage of a service in the chart: its story is told here.</p>"));
    sides_->setCurrentWidget(moment_);
    set_time(0.0);
}

void TimelineView::set_time(double seconds) {
    time_ = timeline_ ? std::clamp(seconds, 0.0, timeline_->horizon()) : 0.0;
    player_.set_time(time_);
    chart_->set_play_head(time_);
    clock_->setText(timeline_ ? chart_->scale().text_of(time_) : QString());
    tell_moment();
    reveal_event();
    update_window();
}

void TimelineView::tell_moment() {
    if (!timeline_) {
        moment_->clear();
        overlay_ = {};
        Q_EMIT overlay_changed(overlay_);
        return;
    }
    const auto states = timeline_->state_at(time_);
    const int scrolled = moment_->verticalScrollBar()->value();
    moment_->setHtml(moment_html(*timeline_, states));
    moment_->verticalScrollBar()->setValue(scrolled);
    overlay_ = overlay_of(*timeline_, states, tr("Trial %1\n%2").arg(timeline_->trace().trial).arg(clock_->text()));
    Q_EMIT overlay_changed(overlay_);
}

/// The last event that has happened is chosen in the list.
void TimelineView::reveal_event() {
    if (!timeline_) return;
    const std::ptrdiff_t next = timeline_->event_after(time_);
    const auto count = static_cast<std::ptrdiff_t>(timeline_->trace().events.size());
    const int row = static_cast<int>((next < 0 ? count : next) - 1);
    is_revealing_ = true;
    if (row >= 0) {
        const QModelIndex present = event_table_->currentIndex();
        // Of events at one instant the one that the user has chosen stays chosen.
        const bool is_same =
            present.isValid() && timeline_->trace().events[static_cast<std::size_t>(present.row())].at_seconds ==
                                     timeline_->trace().events[static_cast<std::size_t>(row)].at_seconds;
        if (!is_same) {
            event_table_->setCurrentIndex(events_->index(row, 0));
            event_table_->scrollTo(events_->index(row, 0), QAbstractItemView::PositionAtCenter);
        }
    } else {
        event_table_->clearSelection();
        event_table_->setCurrentIndex({});
    }
    is_revealing_ = false;
}

void TimelineView::update_window() {
    horizon_strip_->show_window(chart_->scale().from(), chart_->scale().to(), time_);
}

void TimelineView::step_event(int direction) {
    if (!timeline_) return;
    const std::ptrdiff_t event = direction > 0 ? timeline_->event_after(time_) : timeline_->event_before(time_);
    if (event < 0) return set_time(direction > 0 ? timeline_->horizon() : 0.0);
    set_time(timeline_->trace().events[static_cast<std::size_t>(event)].at_seconds);
}

void TimelineView::step_outage(int direction) {
    if (!timeline_) return;
    const std::ptrdiff_t outage = direction > 0 ? timeline_->outage_after(time_) : timeline_->outage_before(time_);
    if (outage >= 0) show_outage(static_cast<std::size_t>(outage));
}

void TimelineView::show_outage(std::size_t outage) {
    const observe::Outage& of = timeline_->outages()[outage];
    // Close enough to read it, with some time before and after.
    constexpr double margin = 0.6;
    constexpr double shortest_view = 10.0;
    const double around = std::max(shortest_view, margin * (of.to - of.from));
    chart_->show_span(of.from - around, of.to + around);
    set_time(of.from);
    story_->setHtml(outage_html(*timeline_, of, chart_->scale().text_of(of.from)));
}

void TimelineView::choose_subject(const std::string& subject) {
    if (!timeline_) return;
    const std::uint32_t course = timeline_->course_of(subject);
    if (course == observe::no_course) return;
    const std::uint32_t group = timeline_->courses()[course].group;
    if (group != observe::no_course) chart_->set_open(group, true);
    chart_->choose_course(course);
}

void TimelineView::toggle_play() {
    if (player_.is_playing()) return player_.pause();
    player_.play(time_);
}

void TimelineView::export_by_dialog() {
    const QString what = QStringLiteral("trial-%1").arg(timeline_->trace().trial);
    const QStringList filters = {tr("Image (*.png)"), tr("Drawing (*.svg)"), tr("Events (*.csv)")};
    const QStringList endings = {QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("csv")};
    QString filter;
    QString path =
        QFileDialog::getSaveFileName(this, tr("Export the timeline"), export_name(design_path_, what, endings.front()),
                                     filters.join(QStringLiteral(";;")), &filter);
    const qsizetype chosen = std::max<qsizetype>(0, filters.indexOf(filter));
    if (QFileInfo(path).suffix().isEmpty()) path = with_ending(this, path, endings[chosen]);
    if (path.isEmpty()) return;
    const QString fault = export_timeline(*chart_, path);
    if (!fault.isEmpty()) Q_EMIT problem(fault);
}

}  // namespace nines::gui
