// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/results_panel.hpp"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/charts/chart_view.hpp"
#include "gui/look/export_name.hpp"
#include "gui/look/export_path.hpp"
#include "gui/look/plain_message.hpp"
#include "gui/look/translated.hpp"
#include "gui/run/figures_page.hpp"
#include "gui/run/overlay_marks.hpp"
#include "gui/run/stale_note.hpp"
#include "models/charts/catalogue.hpp"
#include "models/report/formats.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/scenario/write_file.hpp"

namespace nines::gui {
namespace {

constexpr const char* figures_id = "figures";

QString text_of(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// Chooses the entry with this data; answers whether there is one.
bool choose(QComboBox& box, const QString& data) {
    const int index = box.findData(data);
    if (index >= 0) box.setCurrentIndex(index);
    return index >= 0;
}

}  // namespace

ResultsPanel::ResultsPanel(Runner& runner, QWidget* parent) : QWidget(parent), runner_(runner) {
    setObjectName(QStringLiteral("results-panel"));
    auto* splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(make_side());
    stack_ = new QStackedWidget;
    chart_ = new ChartView;
    figures_ = new FiguresPage;
    auto* nothing = new QLabel(tr("No run yet: press F5."));
    nothing->setAlignment(Qt::AlignCenter);
    stack_->addWidget(nothing);
    stack_->addWidget(chart_);
    stack_->addWidget(figures_);
    stale_ = new StaleNote;
    auto* shown = new QWidget;
    auto* column = new QVBoxLayout(shown);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(stale_);
    column->addWidget(stack_, 1);
    splitter->addWidget(shown);
    splitter->setStretchFactor(1, 1);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(splitter);

    connect(&runner_, &Runner::outcome_changed, this, &ResultsPanel::on_outcome);
    connect(figures_, &FiguresPage::replay_wanted, this, &ResultsPanel::replay_wanted);
    connect(pages_, &QListWidget::currentRowChanged, this, [this] {
        fill_subjects();
        show_current();
    });
    connect(subject_, &QComboBox::currentIndexChanged, this, [this] {
        show_current();
        if (is_overlay_on()) send_overlay();
    });
    connect(overlay_, &QComboBox::currentIndexChanged, this, [this] { send_overlay(); });
    pages_->setCurrentRow(0);
    if (runner_.outcome()) on_outcome();
}

QWidget* ResultsPanel::make_side() {
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    pages_ = new QListWidget;
    pages_->setObjectName(QStringLiteral("pages"));
    pages_->setAccessibleName(tr("Charts and figures"));
    const auto add = [this](const QString& title, const QString& question, std::string_view id) {
        auto* item = new QListWidgetItem(title, pages_);
        item->setToolTip(question);
        item->setData(Qt::UserRole, text_of(id));
    };
    add(tr("Figures"), tr("All figures with intervals, assumptions and warnings."), figures_id);
    for (const charts::ChartEntry& entry : charts::chart_catalogue()) {
        add(translated(entry.title), translated(entry.question), entry.id);
    }
    pages_->setMinimumWidth(pages_->sizeHintForColumn(0) + fontMetrics().averageCharWidth() * 4);
    column->addWidget(pages_, 1);

    auto* form = new QFormLayout;
    subject_ = new QComboBox;
    subject_->setObjectName(QStringLiteral("subject"));
    form->addRow(tr("&Of"), subject_);
    overlay_ = new QComboBox;
    overlay_->setObjectName(QStringLiteral("overlay"));
    overlay_->setToolTip(tr("What is shown by colours in the drawing."));
    overlay_->addItem(tr("nothing"), static_cast<int>(OverlayChoice::none));
    overlay_->addItem(tr("share of the downtime"), static_cast<int>(OverlayChoice::downtime));
    overlay_->addItem(tr("importance"), static_cast<int>(OverlayChoice::importance));
    overlay_->addItem(tr("utilisation of crews"), static_cast<int>(OverlayChoice::utilisation));
    form->addRow(tr("&Drawing shows"), overlay_);
    column->addLayout(form);
    export_ = new QToolButton;
    export_->setObjectName(QStringLiteral("export"));
    export_->setText(tr("E&xport Results"));
    export_->setPopupMode(QToolButton::InstantPopup);
    export_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    export_->setFocusPolicy(Qt::StrongFocus);
    export_->setEnabled(false);
    make_export_menu(export_);
    column->addWidget(export_);
    return side;
}

void ResultsPanel::make_export_menu(QToolButton* button) {
    auto* menu = new QMenu(button);
    QAction* copy = menu->addAction(tr("&Copy Report"), this, &ResultsPanel::copy_results);
    copy->setStatusTip(tr("Copies the report as text."));
    menu->addSeparator();
    for (const report::Format& format : report::formats()) {
        const std::string name(format.name);
        QAction* action = menu->addAction(tr("Export as %1...").arg(text_of(format.name)), this,
                                          [this, name] { export_results(name); });
        action->setStatusTip(translated(format.purpose));
    }
    button->setMenu(menu);
}

std::string ResultsPanel::current_page() const {
    const QListWidgetItem* item = pages_->currentItem();
    return item != nullptr ? item->data(Qt::UserRole).toString().toStdString() : std::string();
}

std::string ResultsPanel::current_subject() const {
    return subject_->currentData().toString().toStdString();
}

void ResultsPanel::show_page(const std::string& id, const std::string& subject) {
    for (int row = 0; row < pages_->count(); ++row) {
        if (pages_->item(row)->data(Qt::UserRole).toString().toStdString() == id) pages_->setCurrentRow(row);
    }
    if (!subject.empty()) choose(*subject_, text_of(subject));
}

void ResultsPanel::on_outcome() {
    shown_ = runner_.outcome();
    export_->setEnabled(shown_ != nullptr);
    stale_->set_shown(shown_ ? std::optional(shown_->revision) : std::nullopt);
    figures_->show_outcome(shown_);
    fill_subjects();
    show_current();
    // A replay may lie over the drawing: nothing is no reason to take it away.
    if (is_overlay_on()) send_overlay();
}

void ResultsPanel::set_revision(quint64 revision) {
    stale_->set_current(revision);
}

void ResultsPanel::set_design_path(const QString& path) {
    design_path_ = path;
    chart_->set_design_path(path);
}

/// The services, or stores, of whom the chart can be; the one that was chosen stays.
void ResultsPanel::fill_subjects() {
    const QSignalBlocker quiet(subject_);
    const QString before = subject_->currentData().toString();
    subject_->clear();
    if (!shown_) return;
    const charts::ChartEntry* entry = charts::find_chart(current_page());
    const std::string_view kind = entry != nullptr && !entry->kind.empty() ? entry->kind : "service";
    for (const std::string& subject : results::subjects_of(shown_->results, kind)) {
        subject_->addItem(text_of(results::name_of(subject)), text_of(subject));
    }
    choose(*subject_, before);
}

void ResultsPanel::show_current() {
    if (!shown_) return stack_->setCurrentIndex(0);
    const charts::ChartEntry* entry = charts::find_chart(current_page());
    if (entry == nullptr) return stack_->setCurrentWidget(figures_);
    const charts::Source source{.results = shown_->results,
                                .subject = entry->kind.empty() ? std::string() : current_subject(),
                                .reasons = shown_->reasons ? &*shown_->reasons : nullptr,
                                .history = &shown_->history,
                                .precision = shown_->study->plan.precision};
    if (!entry->kind.empty() && source.subject.empty()) {
        charts::Chart none;
        none.title = charts::say(entry->title);
        none.nothing = charts::say(charts::translate("models", "Nothing in this scenario has such figures."));
        chart_->set_chart(none);
    } else {
        chart_->set_chart(entry->make(source));
    }
    stack_->setCurrentWidget(chart_);
}

bool ResultsPanel::is_overlay_on() const {
    return overlay_->currentData().toInt() != static_cast<int>(OverlayChoice::none);
}

void ResultsPanel::send_overlay() {
    const auto choice = static_cast<OverlayChoice>(overlay_->currentData().toInt());
    if (!shown_) return;
    std::string service = current_subject();
    const auto services = results::subjects_of(shown_->results, "service");
    // A store was chosen for its losses: the drawing shows the first service.
    if (results::kind_of(service) != "service") service = services.empty() ? std::string() : services.front();
    Q_EMIT overlay_changed(overlay_of(choice, *shown_, service));
}

void ResultsPanel::copy_results() {
    const report::Format* text = report::find_format("text");
    if (shown_ && text != nullptr) QApplication::clipboard()->setText(text_of(text->write(shown_->results)));
}

void ResultsPanel::export_results(const std::string& name) {
    const report::Format* format = report::find_format(name);
    if (!shown_ || format == nullptr) return;
    const QString ending = text_of(format->file_ending);
    const QString chosen = QFileDialog::getSaveFileName(this, tr("Export Results"),
                                                        export_name(design_path_, QStringLiteral("results"), ending),
                                                        tr("%1 files (*.%2)").arg(text_of(format->name), ending));
    const QString path = with_ending(this, chosen, ending);
    if (path.isEmpty()) return;
    const std::string problem = scenario::write_file_whole(path.toStdString(), format->write(shown_->results));
    if (!problem.empty()) warn(this, tr("Export Results"), text_of(problem));
}

}  // namespace nines::gui
