// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/chart_view.hpp"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QGraphicsEllipseItem>
#include <QMenu>
#include <QToolTip>
#include <algorithm>

#include "gui/charts/chart_text.hpp"
#include "gui/look/export_name.hpp"
#include "gui/look/export_path.hpp"
#include "gui/look/plain_message.hpp"
#include "models/charts/csv.hpp"

namespace nines::gui {
namespace {

using charts::Scale;

/// The axis that can be linear or logarithmic; null: none.
charts::Axis* axis_with_choice(charts::Chart& chart) {
    if (chart.first.may_be_logarithmic) return &chart.first;
    return chart.value.may_be_logarithmic ? &chart.value : nullptr;
}

}  // namespace

ChartView::ChartView(QWidget* parent) : QGraphicsView(parent) {
    setObjectName(QStringLiteral("chart"));
    setAccessibleName(tr("Chart"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    // The chart is a picture: its items take neither keys nor clicks.
    setInteractive(false);
    make_actions();
    rebuild();
}

ChartView::~ChartView() {
    setScene(nullptr);
}

void ChartView::make_actions() {
    const auto add = [this](const QString& text, const QString& tip, auto call) {
        auto* action = new QAction(text, this);
        action->setStatusTip(tip);
        connect(action, &QAction::triggered, this, call);
        addAction(action);
        actions_.push_back(action);
        return action;
    };
    QAction* copy = add(tr("&Copy Picture"), tr("Copies the chart as a picture."), [this] { copy_picture(); });
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    add(tr("Copy &Data"), tr("Copies the chart's numbers as a table."), [this] { copy_data(); });
    for (const int scale : {1, 2, 3}) {
        add(tr("Export &PNG, %1x...").arg(scale), tr("Saves the chart as pixels."),
            [this, scale] { export_file(QStringLiteral("png"), scale); });
    }
    add(tr("Export &SVG..."), tr("Saves the chart as a drawing of any size."),
        [this] { export_file(QStringLiteral("svg"), 1.0); });
    add(tr("Export PD&F..."), tr("Saves the chart as a page."), [this] { export_file(QStringLiteral("pdf"), 1.0); });
    add(tr("Export CS&V..."), tr("Saves the chart's numbers as a table."),
        [this] { export_file(QStringLiteral("csv"), 1.0); });
    logarithmic_ = new QAction(tr("&Logarithmic Axis"), this);
    logarithmic_->setStatusTip(tr("Shows the axis in even steps, or in factors of ten."));
    logarithmic_->setCheckable(true);
    logarithmic_->setShortcut(QKeySequence(Qt::Key_L));
    logarithmic_->setShortcutContext(Qt::WidgetShortcut);
    connect(logarithmic_, &QAction::toggled, this, &ChartView::set_logarithmic);
    addAction(logarithmic_);
    actions_.push_back(logarithmic_);
}

std::vector<QAction*> ChartView::chart_actions() const {
    return actions_;
}

void ChartView::set_chart(const charts::Chart& chart) {
    const bool is_same = chart.id == chart_.id && chart.series.size() == chart_.series.size();
    if (!is_same) hidden_.clear();
    if (chart.id != chart_.id) other_scale_ = false;
    chart_ = chart;
    rebuild();
}

void ChartView::rebuild() {
    shown_ = chart_;
    charts::Axis* axis = axis_with_choice(shown_);
    if (axis != nullptr && other_scale_) {
        axis->scale = axis->scale == Scale::linear ? Scale::logarithmic : Scale::linear;
        charts::fit(shown_);
    }
    const QSignalBlocker quiet(logarithmic_);
    logarithmic_->setEnabled(may_be_logarithmic() && !shown_.is_empty());
    logarithmic_->setChecked(is_logarithmic());
    hit_ = {};
    told_.clear();
    cursor_ = nullptr;
    auto page = std::make_unique<ChartPage>(shown_, palette(), font());
    page->set_hidden(hidden_);
    setScene(page.get());
    page_ = std::move(page);
    setAccessibleDescription(words(charts::in_words(shown_)));
    lay_out();
}

void ChartView::lay_out() {
    cursor_ = nullptr;
    page_->lay_out(QSizeF(viewport()->size()));
    show_cursor();
}

bool ChartView::may_be_logarithmic() const {
    return chart_.first.may_be_logarithmic || chart_.value.may_be_logarithmic;
}

bool ChartView::is_logarithmic() const {
    const charts::Axis& axis = shown_.first.may_be_logarithmic ? shown_.first : shown_.value;
    return axis.scale == Scale::logarithmic;
}

void ChartView::set_logarithmic(bool logarithmic) {
    if (!may_be_logarithmic() || logarithmic == is_logarithmic()) return;
    other_scale_ = !other_scale_;
    rebuild();
}

void ChartView::toggle_series(int series) {
    if (series < 0 || static_cast<std::size_t>(series) >= shown_.series.size()) return;
    const auto index = static_cast<std::size_t>(series);
    if (hidden_.erase(index) == 0) hidden_.insert(index);
    hit_ = {};
    cursor_ = nullptr;
    page_->set_hidden(hidden_);
}

ChartPicture ChartView::picture() const {
    return {.size = QSizeF(viewport()->size()), .palette = palette(), .font = font(), .hidden = hidden_};
}

QSize ChartView::sizeHint() const {
    const int line = fontMetrics().height();
    return {line * 40, line * 22};
}

QSize ChartView::minimumSizeHint() const {
    const int line = fontMetrics().height();
    return {line * 18, line * 11};
}

void ChartView::resizeEvent(QResizeEvent* event) {
    QGraphicsView::resizeEvent(event);
    lay_out();
}

void ChartView::changeEvent(QEvent* event) {
    QGraphicsView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) rebuild();
}

void ChartView::show_point(ChartPage::Hit hit) {
    hit_ = hit;
    told_.clear();
    if (!hit.is_none()) {
        const charts::Series& series = shown_.series[static_cast<std::size_t>(hit.series)];
        const charts::Point& point = series.points[static_cast<std::size_t>(hit.point)];
        told_ = words(charts::point_in_words(shown_, series, point));
    }
    show_cursor();
}

/// A ring around the point, with its numbers beside it.
void ChartView::show_cursor() {
    delete cursor_;
    cursor_ = nullptr;
    if (hit_.is_none()) return QToolTip::hideText();
    const QPointF at = page_->place_of(static_cast<std::size_t>(hit_.series), static_cast<std::size_t>(hit_.point));
    const double radius = fontMetrics().height() * 0.45;
    auto* ring = page_->addEllipse(at.x() - radius, at.y() - radius, 2.0 * radius, 2.0 * radius,
                                   QPen(palette().color(QPalette::Text), 1.6));
    ring->setZValue(1e6);
    cursor_ = ring;
    const QPoint beside = mapFromScene(at) + QPoint(static_cast<int>(radius), static_cast<int>(radius));
    QToolTip::showText(viewport()->mapToGlobal(beside), told_, this);
}

void ChartView::step_point(int by) {
    if (shown_.is_empty()) return;
    if (hit_.is_none()) return step_series(1);
    const auto count = static_cast<int>(shown_.series[static_cast<std::size_t>(hit_.series)].points.size());
    show_point({hit_.series, std::clamp(hit_.point + by, 0, count - 1)});
}

void ChartView::step_series(int by) {
    const auto count = static_cast<int>(shown_.series.size());
    int series = hit_.series;
    for (int tried = 0; tried < count; ++tried) {
        series = (series + by + count) % count;
        const auto index = static_cast<std::size_t>(series);
        const charts::Series& candidate = shown_.series[index];
        const bool is_told = candidate.kind != charts::SeriesKind::band && !candidate.points.empty();
        if (!is_told || hidden_.contains(index)) continue;
        const auto points = static_cast<int>(candidate.points.size());
        return show_point({series, std::clamp(hit_.point, 0, points - 1)});
    }
}

void ChartView::keyPressEvent(QKeyEvent* event) {
    // Along the first axis and across: as the eye sees it.
    const bool down_is_along = shown_.is_horizontal;
    switch (event->key()) {
        case Qt::Key_Right: return down_is_along ? step_series(1) : step_point(1);
        case Qt::Key_Left: return down_is_along ? step_series(-1) : step_point(-1);
        case Qt::Key_Down: return down_is_along ? step_point(1) : step_series(1);
        case Qt::Key_Up: return down_is_along ? step_point(-1) : step_series(-1);
        case Qt::Key_Home: return step_point(-static_cast<int>(charts::most_points));
        case Qt::Key_End: return step_point(static_cast<int>(charts::most_points));
        case Qt::Key_PageDown: return step_point(10);
        case Qt::Key_PageUp: return step_point(-10);
        default: break;
    }
    if (event->key() >= Qt::Key_1 && event->key() <= Qt::Key_9) return toggle_series(event->key() - Qt::Key_1);
    if (event->key() == Qt::Key_Escape && !hit_.is_none()) return show_point({});
    event->ignore();
}

void ChartView::mouseMoveEvent(QMouseEvent* event) {
    const QPointF at = mapToScene(event->pos());
    const int entry = page_->legend_entry_at(at);
    viewport()->setCursor(entry >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    constexpr double lines_near = 2.5;
    const ChartPage::Hit hit = page_->nearest(at, lines_near * fontMetrics().height());
    if (hit.series != hit_.series || hit.point != hit_.point) show_point(hit);
}

void ChartView::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) toggle_series(page_->legend_entry_at(mapToScene(event->pos())));
}

void ChartView::leaveEvent(QEvent* event) {
    QGraphicsView::leaveEvent(event);
    show_point({});
}

void ChartView::focusOutEvent(QFocusEvent* event) {
    QGraphicsView::focusOutEvent(event);
    show_point({});
}

void ChartView::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu(this);
    for (QAction* action : actions_) menu.addAction(action);
    menu.exec(event->globalPos());
}

void ChartView::copy_picture() {
    constexpr double sharp = 2.0;
    QApplication::clipboard()->setImage(chart_image(shown_, picture(), sharp));
}

void ChartView::copy_data() {
    QApplication::clipboard()->setText(QString::fromStdString(charts::to_csv(shown_)));
}

void ChartView::export_file(const QString& ending, double scale) {
    const QString name = export_name(design_path_, QString::fromStdString(shown_.id), ending);
    const QString filter = tr("%1 files (*.%2)").arg(ending.toUpper(), ending);
    const QString path =
        with_ending(this, QFileDialog::getSaveFileName(this, tr("Export Chart"), name, filter), ending);
    if (path.isEmpty()) return;
    const QString problem = save_chart(shown_, picture(), path, scale);
    if (!problem.isEmpty()) warn(this, tr("Export Chart"), problem);
}

}  // namespace nines::gui
