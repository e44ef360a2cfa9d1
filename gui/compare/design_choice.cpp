// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/compare/design_choice.hpp"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QScopedValueRollback>
#include <QSet>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/look/colours.hpp"
#include "gui/look/whole_number.hpp"

namespace nines::gui {

namespace {

constexpr int designs_in_view = 6;
constexpr double most_indifference = 100.0;

/// A number of trials that can be done.
std::optional<quint64> number_of(const QString& text) {
    constexpr quint64 most = 1'000'000'000;
    const auto number = whole_number(text);
    return number && *number >= 1 && *number <= most ? std::optional<quint64>(*number) : std::nullopt;
}

}  // namespace

DesignChoice::DesignChoice(QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* label = new QLabel(tr("&Designs that are open"));
    designs_ = new QListWidget;
    designs_->setObjectName(QStringLiteral("compared-designs"));
    designs_->setMinimumHeight(designs_in_view * fontMetrics().height());
    label->setBuddy(designs_);
    column->addWidget(label);
    column->addWidget(designs_, 1);

    auto* form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    baseline_ = new QComboBox;
    baseline_->setObjectName(QStringLiteral("baseline"));
    baseline_->setSizeAdjustPolicy(QComboBox::AdjustToContents);  // Its names are cut off where it is narrower.
    baseline_->setToolTip(tr("Differences are to this design."));
    form->addRow(tr("&Against"), baseline_);
    trials_ = new QLineEdit;
    trials_->setObjectName(QStringLiteral("compared-trials"));
    trials_->setPlaceholderText(tr("as the first design says"));
    form->addRow(tr("Trials &of each"), trials_);
    indifference_ = new QDoubleSpinBox;
    indifference_->setObjectName(QStringLiteral("indifference"));
    indifference_->setRange(0.0, most_indifference);
    indifference_->setDecimals(1);
    indifference_->setSuffix(QStringLiteral(" %"));
    indifference_->setSpecialValueText(tr("every difference matters"));
    indifference_->setToolTip(tr("Designs that differ by less than this share count as alike."));
    form->addRow(tr("&Indifference"), indifference_);
    column->addLayout(form);

    connect(designs_, &QListWidget::itemChanged, this, [this] {
        if (showing_) return;
        show_baselines();
        Q_EMIT edited();
    });
    connect(baseline_, &QComboBox::currentIndexChanged, this, [this] {
        if (!showing_) Q_EMIT edited();
    });
    connect(trials_, &QLineEdit::textChanged, this, [this] {
        check_trials();
        Q_EMIT edited();
    });
    connect(indifference_, &QDoubleSpinBox::valueChanged, this, &DesignChoice::edited);
}

void DesignChoice::show_designs(const std::vector<ComparedText>& designs) {
    const QScopedValueRollback showing(showing_, true);
    QSet<QString> left_out;
    for (int i = 0; i < designs_->count(); ++i) {
        const QListWidgetItem* item = designs_->item(i);
        const bool was_possible = (item->flags() & Qt::ItemIsEnabled) != 0;
        if (was_possible && item->checkState() == Qt::Unchecked) left_out.insert(item->text());
    }
    designs_->clear();
    for (const ComparedText& design : designs) {
        auto* item = new QListWidgetItem(design.title, designs_);
        const bool is_sound = !scenario::has_errors(design.opened.diagnostics);
        item->setFlags(is_sound ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable : Qt::NoItemFlags);
        item->setCheckState(is_sound && !left_out.contains(design.title) ? Qt::Checked : Qt::Unchecked);
        if (!is_sound) item->setToolTip(tr("This design has errors and cannot be simulated."));
    }
    show_baselines();
}

void DesignChoice::show_baselines() {
    const QScopedValueRollback showing(showing_, true);
    const QVariant before = baseline_->currentData();
    baseline_->clear();
    for (int i = 0; i < designs_->count(); ++i) {
        if (designs_->item(i)->checkState() == Qt::Checked) baseline_->addItem(designs_->item(i)->text(), i);
    }
    const int index = baseline_->findData(before);
    if (index >= 0) baseline_->setCurrentIndex(index);
}

std::vector<std::size_t> DesignChoice::chosen() const {
    std::vector<std::size_t> chosen;
    for (int i = 0; i < designs_->count(); ++i) {
        if (designs_->item(i)->checkState() == Qt::Checked) chosen.push_back(static_cast<std::size_t>(i));
    }
    const auto first = std::find(chosen.begin(), chosen.end(), baseline_->currentData().toULongLong());
    if (first != chosen.end()) std::rotate(chosen.begin(), first, first + 1);
    return chosen;
}

void DesignChoice::check_trials() {
    const bool is_wrong = !trials_->text().trimmed().isEmpty() && !number_of(trials_->text());
    QPalette shown = palette();
    if (is_wrong) shown.setColor(QPalette::Text, colour(Role::error, shown));
    trials_->setPalette(shown);
    trials_->setToolTip(is_wrong ? tr("A whole number, for example 10000 or 1e5.") : QString());
}

std::optional<compare::CompareOptions> DesignChoice::options() const {
    compare::CompareOptions options;
    if (!trials_->text().trimmed().isEmpty()) {
        const auto trials = number_of(trials_->text());
        if (!trials) return std::nullopt;
        options.study.trials = *trials;
    }
    options.study.threads = static_cast<unsigned>(std::max(1, QThread::idealThreadCount()));
    if (indifference_->value() > 0.0) options.indifference = {{"", indifference_->value() / 100.0, true}};
    return options;
}

}  // namespace nines::gui
