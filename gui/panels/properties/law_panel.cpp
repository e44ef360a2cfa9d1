// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/properties/law_panel.hpp"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include "gui/look/colours.hpp"
#include "gui/look/translated.hpp"
#include "gui/panels/properties/law_chart.hpp"
#include "gui/panels/properties/quiet_wheel.hpp"
#include "gui/panels/properties/text_field.hpp"
#include "models/results/number_text.hpp"
#include "models/scenario/parse.hpp"

namespace nines::gui {
namespace {

constexpr int indent = 12;

QString time_text(Duration time) {
    return time.is_forever() ? LawPanel::tr("never")
                             : QString::fromStdString(results::duration_text(time.in_seconds()));
}

}  // namespace

LawPanel::LawPanel(bool editable, QWidget* parent) : QWidget(parent), editable_(editable) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(indent, 0, 0, indent);
    if (editable_) build_pieces();
    build_picture();
}

void LawPanel::build_pieces() {
    form_ = new QComboBox(this);
    form_->setObjectName(QStringLiteral("form"));
    form_->setAccessibleName(tr("Form of the distribution"));
    form_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    keep_wheel_for_scrolling(*form_);
    for (const edit::LawForm& form : edit::law_forms()) {
        form_->addItem(translated(form.title));
        form_->setItemData(form_->count() - 1, translated(form.help), Qt::ToolTipRole);
    }
    help_ = new QLabel(this);
    help_->setWordWrap(true);
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, colour(Role::muted, palette()));
    help_->setPalette(muted);
    form_->setCurrentIndex(-1);
    blanks_ = new QFormLayout;
    blanks_->setContentsMargins(0, 0, 0, 0);
    blanks_->setVerticalSpacing(2);
    auto* whole = static_cast<QVBoxLayout*>(layout());
    whole->addWidget(form_);
    whole->addWidget(help_);
    whole->addLayout(blanks_);
    connect(form_, &QComboBox::activated, this, &LawPanel::choose_form);
}

void LawPanel::build_picture() {
    chart_ = new LawChart(this);
    words_ = new QLabel(this);
    words_->setObjectName(QStringLiteral("words"));
    words_->setWordWrap(true);
    words_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* curves = new QButtonGroup(this);
    auto* bar = new QHBoxLayout;
    bar->setSpacing(0);
    const QStringList titles = {tr("Density"), tr("Cumulative"), tr("Hazard")};
    for (int i = 0; i < titles.size(); ++i) {
        auto* button = new QToolButton(this);
        button->setText(titles[i]);
        button->setCheckable(true);
        button->setChecked(i == 0);
        button->setAutoRaise(true);
        curves->addButton(button, i);
        bar->addWidget(button);
    }
    log_time_ = new QCheckBox(tr("Log time"), this);
    log_time_->setToolTip(tr("Equal steps to the right are equal factors of time."));
    bar->addStretch();
    bar->addWidget(log_time_);
    auto* whole = static_cast<QVBoxLayout*>(layout());
    whole->addLayout(bar);
    whole->addWidget(chart_);
    whole->addWidget(words_);
    connect(curves, &QButtonGroup::idClicked, chart_,
            [this](int curve) { chart_->set_curve(static_cast<LawChart::Curve>(curve)); });
    connect(log_time_, &QCheckBox::toggled, chart_, &LawChart::set_log_time);
}

void LawPanel::show_text(const QString& text, const std::optional<sim::Law>& law) {
    const bool first = text_.isEmpty() && !law_;
    if (text_ != text || first) {
        text_ = text;
        // Half typed, the text has no form: then the pieces stay as they are until it has one again.
        if (const auto written = edit::take_law_apart(text.toStdString())) show_written(*written);
    }
    show_law(law);
    if (first && law) log_time_->setChecked(edit::suits_log_time(*law));
}

void LawPanel::show_written(const edit::WrittenLaw& written) {
    const bool same_form = written_ && written_->form == written.form && !lines_.empty();
    written_ = written;
    if (!editable_) return;
    if (!same_form) return rebuild_blanks();
    for (std::size_t i = 0; i < written_->blanks.size(); ++i) {
        show_in_line(*lines_[i], QString::fromStdString(written_->blanks[i].text));
    }
    show_in_line(*lines_.back(), QString::fromStdString(written_->cap));
}

void LawPanel::choose_form(int index) {
    written_ = edit::law_to_start_from(static_cast<std::size_t>(index), law_);
    text_ = QString::fromStdString(edit::put_law_together(*written_));
    rebuild_blanks();
    const auto law = scenario::parse_law(text_.toStdString());
    show_law(law ? std::optional(*law) : std::nullopt);
    if (law) log_time_->setChecked(edit::suits_log_time(*law));
    Q_EMIT text_edited(text_);
    Q_EMIT finished();
}

void LawPanel::rebuild_blanks() {
    while (blanks_->rowCount() > 0) blanks_->removeRow(0);
    lines_.clear();
    form_->setCurrentIndex(static_cast<int>(written_->form));
    const edit::LawForm& form = edit::law_forms()[written_->form];
    help_->setText(translated(form.help));
    for (std::size_t i = 0; i < written_->blanks.size(); ++i) {
        const edit::WrittenLaw::Blank& blank = written_->blanks[i];
        const std::string& label = blank.name.empty() ? form.arguments[i].label : blank.name;
        add_blank(translated(label), QString::fromStdString(blank.text));
    }
    if (form.word != "never") add_blank(tr("at most"), QString::fromStdString(written_->cap));
    if (!lines_.empty()) lines_.back()->setPlaceholderText(tr("no limit"));
    QWidget* before = form_;
    for (QLineEdit* line : lines_) {
        setTabOrder(before, line);
        before = line;
    }
}

void LawPanel::add_blank(const QString& label, const QString& text) {
    auto* line = new QLineEdit(text, this);
    line->setAccessibleName(label);
    line->setObjectName(QStringLiteral("blank"));
    blanks_->addRow(label, line);
    lines_.push_back(line);
    connect(line, &QLineEdit::textEdited, this, &LawPanel::pieces_edited);
    connect(line, &QLineEdit::editingFinished, this, &LawPanel::finished);
}

void LawPanel::pieces_edited() {
    for (std::size_t i = 0; i < written_->blanks.size(); ++i) {
        written_->blanks[i].text = lines_[i]->text().trimmed().toStdString();
    }
    written_->cap = lines_.back()->text().trimmed().toStdString();
    text_ = QString::fromStdString(edit::put_law_together(*written_));
    const auto law = scenario::parse_law(text_.toStdString());
    show_law(law ? std::optional(*law) : std::nullopt);
    Q_EMIT text_edited(text_);
}

void LawPanel::show_law(const std::optional<sim::Law>& law) {
    law_ = law;
    chart_->show_law(law);
    if (!law) {
        words_->setText(editable_ ? tr("Not a distribution yet.") : QString());
        return;
    }
    const QString figures =
        tr("mean %1 (dashed), median %2 (dotted), 95 % within %3")
            .arg(time_text(sim::mean(*law)), time_text(sim::quantile(*law, 0.5)), time_text(sim::quantile(*law, 0.95)));
    words_->setText(editable_ ? figures
                              : tr("Stands for %1: %2").arg(QString::fromStdString(sim::to_text(*law)), figures));
}

}  // namespace nines::gui
