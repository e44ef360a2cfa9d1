// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/compare/sweep_setup.hpp"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStandardItemModel>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/compare/checked_field.hpp"
#include "gui/compare/vary_row.hpp"
#include "gui/look/colours.hpp"
#include "models/compare/vary_text.hpp"
#include "models/results/number_text.hpp"

namespace nines::gui {

namespace {

constexpr int check_ms = 200;

QString text_of(const std::string& text) {
    return QString::fromStdString(text);
}

std::vector<VariedDraft> drafts_of(const std::vector<scenario::Vary>& varied) {
    std::vector<VariedDraft> drafts;
    for (const scenario::Vary& vary : varied) {
        drafts.push_back({text_of(vary.path.value_or("")), text_of(compare::vary_values_text(vary)),
                          text_of(vary.name.value_or("")), text_of(vary.with.value_or(""))});
    }
    return drafts;
}

QString first_error(const scenario::Diagnostics& diagnostics) {
    for (const scenario::Diagnostic& of : diagnostics) {
        if (of.severity == scenario::Severity::error) return text_of(of.message);
    }
    return {};
}

}  // namespace

SweepSetup::SweepSetup(SweepDraft& draft, QWidget* parent)
    : QWidget(parent), draft_(draft), kinds_(edit::describe_kinds()), key_model_(new QStandardItemModel(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* title = new QLabel(tr("What varies"));
    column->addWidget(title);
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* inside = new QWidget;
    row_column_ = new QVBoxLayout(inside);
    nothing_ = new QLabel(tr("Nothing varies yet. Add a key, or write [[vary]] into the scenario."));
    nothing_->setWordWrap(true);
    nothing_->setForegroundRole(QPalette::PlaceholderText);
    row_column_->addWidget(nothing_);
    row_column_->addStretch(1);
    area->setWidget(inside);
    column->addWidget(area, 1);

    auto* add = new QPushButton(tr("&Add a Key"));
    add->setObjectName(QStringLiteral("add-key"));
    add->setAutoDefault(false);
    write_ = new QPushButton(tr("&Write into the Scenario"));
    write_->setObjectName(QStringLiteral("write-vary"));
    write_->setAutoDefault(false);
    write_->setToolTip(tr("Makes these the [[vary]] of the scenario, as one step that can be undone."));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(add);
    buttons->addWidget(write_);
    column->addLayout(buttons);
    points_ = new QLabel;
    points_->setObjectName(QStringLiteral("sweep-points"));
    points_->setWordWrap(true);
    column->addWidget(points_);
    auto* form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    metrics_ = new CheckedField(QStringLiteral("sweep-metrics"));
    metrics_->line().setText(draft.metrics);
    metrics_->line().setPlaceholderText(tr("downtime, availability, recovery, loss, cost"));
    metrics_->line().setToolTip(tr("Names of figures with commas between them, such as recovery_time_mean[zone]."));
    complete_metrics(metrics_->line());
    form->addRow(tr("&Figures"), metrics_);
    trials_ = new CheckedField(QStringLiteral("sweep-trials"));
    trials_->line().setText(draft.trials);
    trials_->line().setPlaceholderText(tr("as the scenario says"));
    form->addRow(tr("Trials &of each"), trials_);
    column->addLayout(form);

    check_soon_.setSingleShot(true);
    check_soon_.setInterval(check_ms);
    connect(&check_soon_, &QTimer::timeout, this, &SweepSetup::check);
    connect(add, &QPushButton::clicked, this, &SweepSetup::add_key);
    connect(write_, &QPushButton::clicked, this, [this] {
        check_now();
        if (order_) Q_EMIT write_wanted(order_->varied);
    });
    for (const CheckedField* field : {metrics_, trials_}) {
        connect(&field->line(), &QLineEdit::textChanged, this, &SweepSetup::on_edited);
    }
    rebuild_rows();
}

void SweepSetup::show_design(const SweptDesign& design) {
    const bool is_other = !text_ || text_->revision != design.text.revision;
    text_ = design.text;
    is_sound_ = !scenario::has_errors(design.opened.diagnostics);
    if (is_other) known_problems_.clear();
    if (is_sound_) {
        const auto of_text = drafts_of(design.opened.varied);
        const bool is_untouched = draft_.varied == draft_.of_text;
        draft_.of_text = of_text;
        if (is_untouched && draft_.varied != of_text) {
            draft_.varied = of_text;
            rebuild_rows();
        }
        keys_ = edit::variable_keys(design.opened.scenario, kinds_);
        key_model_->clear();
        for (const edit::VariableKey& key : keys_) {
            constexpr int longest = 40;
            QString now = text_of(key.now);
            if (now.size() > longest) now = now.left(longest) + QStringLiteral("…");
            auto* item = new QStandardItem(QStringLiteral("%1   %2").arg(text_of(key.path), now));
            item->setData(text_of(key.path), VaryRow::path_role);
            key_model_->appendRow(item);
        }
    }
    check();
}

void SweepSetup::rebuild_rows() {
    for (VaryRow* row : rows_) discard(*row);
    rows_.clear();
    for (const VariedDraft& draft : draft_.varied) add_row(draft);
    nothing_->setVisible(rows_.empty());
}

/// It lives until it has answered its event, and nobody shall press it meanwhile.
void SweepSetup::discard(VaryRow& row) {
    row.disconnect(this);
    row.hide();
    row.deleteLater();
}

VaryRow* SweepSetup::add_row(const VariedDraft& draft) {
    auto* row = new VaryRow(*key_model_, draft);
    row_column_->insertWidget(row_column_->count() - 1, row);
    rows_.push_back(row);
    nothing_->hide();
    connect(row, &VaryRow::edited, this, &SweepSetup::on_edited);
    connect(row, &VaryRow::remove_wanted, this, [this, row] {
        std::erase(rows_, row);
        discard(*row);
        nothing_->setVisible(rows_.empty());
        on_edited();
    });
    return row;
}

void SweepSetup::add_key() {
    add_row({})->focus_key();
    on_edited();
}

void SweepSetup::on_edited() {
    draft_.varied.clear();
    for (const VaryRow* row : rows_) draft_.varied.push_back(row->draft());
    draft_.metrics = metrics_->line().text();
    draft_.trials = trials_->line().text();
    check_soon_.start();
}

void SweepSetup::check_now() {
    if (check_soon_.isActive()) check();
}

void SweepSetup::check() {
    check_soon_.stop();
    SweepOrder order;
    bool is_fine = is_sound_ && !rows_.empty();
    for (VaryRow* row : rows_) {
        if (auto vary = check_row(*row)) {
            order.varied.push_back(std::move(*vary));
        } else {
            is_fine = false;
        }
    }
    const auto metrics = read_metrics(*metrics_);
    const auto trials = read_trials(*trials_);
    if (!metrics || !trials) is_fine = false;
    order_.reset();
    if (is_fine) {
        order.metrics = metrics->empty() ? compare::usual_metrics() : *metrics;
        order.options.trials = *trials;
        order.options.threads = static_cast<unsigned>(std::max(1, QThread::idealThreadCount()));
        order_ = order;
    }
    show_points(order.varied);
    write_->setEnabled(order_.has_value() && draft_.varied != draft_.of_text);
    Q_EMIT checked();
}

std::optional<scenario::Vary> SweepSetup::check_row(VaryRow& row) {
    const VariedDraft draft = row.draft();
    row.show_key(find_key(draft.path));
    if (draft.path.isEmpty() || draft.values.isEmpty()) {
        row.show_problem({});
        return std::nullopt;
    }
    auto vary = compare::parse_vary_values(draft.values.toStdString());
    if (!vary) {
        row.show_problem(text_of(vary.error().message + "; " + vary.error().hint));
        return std::nullopt;
    }
    (*vary).path.value = draft.path.toStdString();
    if (!draft.name.isEmpty()) (*vary).name.value = draft.name.toStdString();
    if (!draft.with.isEmpty()) (*vary).with.value = draft.with.toStdString();
    const QString problem = is_sound_ ? problem_of(*vary) : QString();
    row.show_problem(problem);
    if (!problem.isEmpty()) return std::nullopt;
    return *vary;
}

QString SweepSetup::problem_of(const scenario::Vary& vary) {
    const QString asked = text_of(*vary.path + "=" + compare::vary_values_text(vary));
    const auto known = known_problems_.constFind(asked);
    if (known != known_problems_.constEnd()) return *known;
    const QString problem = text_of(compare::problem_with(vary, text_->opener()));
    known_problems_.insert(asked, problem);
    return problem;
}

/// How many there are; or why there are none, where that is about all keys together.
void SweepSetup::show_points(const std::vector<scenario::Vary>& varied) {
    QString text;
    bool is_wrong = false;
    if (!is_sound_) {
        text = tr("The design has errors and cannot be simulated.");
        is_wrong = true;
    } else if (order_) {
        scenario::Diagnostics problems;
        const scenario::VaryGrid grid = scenario::grid_of(varied, problems);
        is_wrong = scenario::has_errors(problems);
        text = is_wrong ? first_error(problems) : tr("Points: %1").arg(text_of(results::count_text(grid.points())));
        if (is_wrong) order_.reset();
    }
    QPalette shown = palette();
    if (is_wrong) shown.setColor(QPalette::WindowText, colour(Role::error, palette()));
    points_->setPalette(shown);
    points_->setText(text);
    points_->setVisible(!text.isEmpty());
}

const edit::VariableKey* SweepSetup::find_key(const QString& path) const {
    const std::string wanted = path.toStdString();
    const auto found =
        std::find_if(keys_.begin(), keys_.end(), [&](const edit::VariableKey& key) { return key.path == wanted; });
    return found == keys_.end() ? nullptr : &*found;
}

}  // namespace nines::gui
