// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/properties/property_row.hpp"

#include <QApplication>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>
#include <algorithm>

#include "gui/look/colours.hpp"
#include "gui/panels/properties/elided_label.hpp"
#include "gui/panels/properties/law_panel.hpp"
#include "gui/panels/properties/property_help.hpp"
#include "gui/panels/properties/quiet_wheel.hpp"
#include "models/edit/restated.hpp"

namespace nines::gui {
namespace {

constexpr int pause_milliseconds = 150;  ///< After the last key, before the text is written.
constexpr int label_characters = 18;
constexpr int gap = 4;
enum Column { label_column, editor_column, law_column, reset_column };
enum Line { editor_line, own_line, origin_line_number = 3, diagnostics_line, law_line };
constexpr int all_columns = 4;

}  // namespace

PropertyRow::PropertyRow(PropertySession& session, std::vector<edit::FieldInfo> choices, edit::Path prefix,
                         QWidget* parent)
    : PropertyPart(parent), session_(session), choices_(std::move(choices)), prefix_(std::move(prefix)) {
    follow_value();
    build();
    pause_.setParent(this);
    pause_.setSingleShot(true);
    pause_.setInterval(pause_milliseconds);
    connect(&pause_, &QTimer::timeout, this, [this] {
        // An empty editor is mostly one in which something new is about to be typed: the key goes when it is left.
        if (dirty_ && !editor_->toml().empty()) write();
    });
    refresh();
}

edit::Path PropertyRow::path_of(const edit::FieldInfo& field) const {
    edit::Path path = prefix_;
    path.push_back(field.key);
    return path;
}

edit::Path PropertyRow::path() const {
    return path_of(field());
}

QString PropertyRow::help() const {
    return help_of(field(), value());
}

void PropertyRow::build() {
    setObjectName(QStringLiteral("row:") + path_text(path()));
    grid_ = new QGridLayout(this);
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setHorizontalSpacing(gap);
    grid_->setVerticalSpacing(0);
    grid_->setColumnStretch(editor_column, 1);
    QWidget* label = make_label();
    label->setFixedWidth(fontMetrics().averageCharWidth() * label_characters);
    label->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    grid_->addWidget(label, editor_line, label_column, Qt::AlignTop);
    law_button_ =
        make_button(QStringLiteral("law"), QStringLiteral("\u223f"), tr("Show the distribution of this time"));
    law_button_->setCheckable(true);
    reset_ = make_button(QStringLiteral("reset"), QStringLiteral("\u21ba"), tr("Take this value out of the text"));
    grid_->addWidget(law_button_, editor_line, law_column, Qt::AlignTop);
    grid_->addWidget(reset_, editor_line, reset_column, Qt::AlignTop);
    connect(law_button_, &QToolButton::toggled, this, &PropertyRow::toggle_law);
    connect(reset_, &QToolButton::clicked, this, &PropertyRow::reset);
    replace_editor();
}

QWidget* PropertyRow::make_label() {
    if (choices_.size() == 1) {
        label_ = new ElidedLabel(this);
        label_->setText(QString::fromStdString(field().key));
        label_->setMinimumHeight(QComboBox().sizeHint().height());
        return label_;
    }
    key_choice_ = new QComboBox(this);
    key_choice_->setObjectName(QStringLiteral("key"));
    key_choice_->setAccessibleName(tr("How it is said"));
    key_choice_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    keep_wheel_for_scrolling(*key_choice_);
    for (const edit::FieldInfo& choice : choices_) {
        key_choice_->addItem(QString::fromStdString(choice.key));
        key_choice_->setItemData(key_choice_->count() - 1, help_of(choice, nullptr), Qt::ToolTipRole);
    }
    key_choice_->setCurrentIndex(static_cast<int>(chosen_));
    connect(key_choice_, &QComboBox::activated, this, &PropertyRow::choose);
    return key_choice_;
}

QToolButton* PropertyRow::make_button(const QString& name, const QString& text, const QString& tip) {
    auto* button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(QStringLiteral("%1: %2").arg(QString::fromStdString(field().key), tip));
    button->setAutoRaise(true);
    QSizePolicy policy = button->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    button->setSizePolicy(policy);
    return button;
}

void PropertyRow::replace_editor() {
    if (editor_ != nullptr && editor_->tool() != nullptr) discard(editor_->tool());
    if (editor_ != nullptr) discard(editor_);
    editor_ = make_field_editor(field(), session_, this);
    place_editor();
    if (editor_->tool() != nullptr) grid_->addWidget(editor_->tool(), editor_line, law_column, Qt::AlignTop);
    if (label_ != nullptr) label_->setBuddy(editor_);
    setTabOrder(editor_, law_button_);
    setTabOrder(law_button_, reset_);
    connect(editor_, &FieldEditor::edited, this, &PropertyRow::typed);
    connect(editor_, &FieldEditor::committed, this, &PropertyRow::committed);
    connect(editor_, &FieldEditor::thing_wanted, &session_, &PropertySession::thing_wanted);
}

/// Beside its key, or in a line of its own where that is too narrow for what it says.
void PropertyRow::place_editor() {
    grid_->removeWidget(editor_);
    if (has_own_line_) {
        grid_->addWidget(editor_, own_line, label_column, 1, all_columns);
    } else {
        grid_->addWidget(editor_, editor_line, editor_column, 1, editor_->is_wide() ? 2 : 1);
    }
}

bool PropertyRow::wants_own_line() const {
    const int beside = width() - fontMetrics().averageCharWidth() * label_characters - gap * 3 -
                       reset_->sizeHint().width() * (editor_->is_wide() ? 1 : 2);
    const auto lines = editor_->findChildren<QLineEdit*>();
    return std::any_of(lines.begin(), lines.end(), [&](const QLineEdit* line) {
        const int around = editor_->width() - line->width() + line->height();
        return fontMetrics().horizontalAdvance(line->text()) + around > beside;
    });
}

/// Not while someone types: what is under the hands stays where it is.
void PropertyRow::settle_editor() {
    const QWidget* hands = editor_->window()->focusWidget();
    if (!isVisible() || (hands != nullptr && editor_->isAncestorOf(hands)) || wants_own_line() == has_own_line_) return;
    has_own_line_ = !has_own_line_;
    place_editor();
}

/// Of alternatives the one that has a value is shown, unless the user has just chosen another.
void PropertyRow::follow_value() {
    const auto rank = [&](std::size_t i) {
        const edit::PropertyState* value = session_.value(path_of(choices_[i]));
        return value == nullptr ? 0 : value->own ? 2 : 1;
    };
    if (chosen_by_hand_ && rank(chosen_) == 0) return;
    chosen_by_hand_ = false;
    for (std::size_t i = 0; i < choices_.size(); ++i) {
        if (rank(i) > rank(chosen_)) chosen_ = i;
    }
}

void PropertyRow::choose(int index) {
    finish();
    const edit::PropertyState* before = value();
    const edit::FieldInfo old_field = field();
    const bool carries = before != nullptr && before->own && !before->several && !before->items.empty();
    chosen_ = static_cast<std::size_t>(index);
    chosen_by_hand_ = true;
    const QString text = carries ? carried_text(old_field, *before) : QString();
    replace_editor();
    refresh();
    editor_->setFocus();
    if (text.isEmpty()) return;
    editor_->type_text(text);
    committed();
}

/// What the key that is chosen now says in place of another.
QString PropertyRow::carried_text(const edit::FieldInfo& from, const edit::PropertyState& value) const {
    const bool same_form = field().form.noun == from.form.noun && field().shape == from.shape;
    const bool same_bounds = field().bounds.high == from.bounds.high;
    if (same_form && same_bounds) return QString::fromStdString(value.text());
    return QString::fromStdString(edit::restated(field(), value, session_.state(), prefix_).value_or(std::string()));
}

std::vector<edit::Path> PropertyRow::other_own_paths() const {
    std::vector<edit::Path> paths;
    for (std::size_t i = 0; i < choices_.size(); ++i) {
        const edit::PropertyState* value = session_.value(path_of(choices_[i]));
        if (i != chosen_ && value != nullptr && value->own) paths.push_back(path_of(choices_[i]));
    }
    return paths;
}

void PropertyRow::typed() {
    dirty_ = true;
    pause_.start();
    refresh_law();
}

void PropertyRow::committed() {
    pause_.stop();
    if (!dirty_) return;
    write();
    ++steps_;
}

void PropertyRow::finish() {
    committed();
}

void PropertyRow::write() {
    dirty_ = false;
    const std::string toml = editor_->toml();
    const QString merge = QStringLiteral("%1 %2").arg(path_text(path())).arg(steps_);
    if (!toml.empty()) {
        session_.set_value(path(), toml, merge, other_own_paths());
    } else if (value() != nullptr && value()->own) {
        session_.remove_value(path(), merge);
    } else {
        refresh();
    }
}

void PropertyRow::reset() {
    pause_.stop();
    dirty_ = false;
    chosen_by_hand_ = false;
    ++steps_;
    if (value() != nullptr && value()->own) session_.remove_value(path());
    refresh();
}

bool PropertyRow::is_set() const {
    return std::any_of(choices_.begin(), choices_.end(),
                       [&](const edit::FieldInfo& choice) { return session_.value(path_of(choice)) != nullptr; });
}

void PropertyRow::refresh() {
    const std::size_t before = chosen_;
    follow_value();
    if (chosen_ != before) replace_editor();
    if (key_choice_ != nullptr) {
        const QSignalBlocker blocker(key_choice_);
        key_choice_->setCurrentIndex(static_cast<int>(chosen_));
    }
    const edit::PropertyState* state = value();
    show_value();
    QWidget* label = label_ != nullptr ? static_cast<QWidget*>(label_) : key_choice_;
    const bool own = state != nullptr && state->own;
    QFont bold = font();
    bold.setBold(own);
    label->setFont(bold);
    label->setToolTip(help());
    editor_->setToolTip(help());
    reset_->setVisible(own);
    refresh_below();
    refresh_law();
    settle_editor();
}

void PropertyRow::refresh_below() {
    const edit::PropertyState* state = value();
    const QString origin = state == nullptr ? QString() : origin_line(*state);
    if (!origin.isEmpty() && origin_ == nullptr) {
        origin_ = new ElidedLabel(this);
        origin_->setObjectName(QStringLiteral("origin"));
        origin_->setFont(smaller(font()));
        grid_->addWidget(origin_, origin_line_number, editor_column, 1, 3);
    }
    if (origin_ != nullptr) {
        origin_->setVisible(!origin.isEmpty());
        origin_->setText(origin);
        origin_->setToolTip(origin);
        QPalette colours = palette();
        const bool doubtful = state != nullptr && is_doubtful(*state);
        colours.setColor(QPalette::WindowText, colour(doubtful ? Role::warning : Role::muted, palette()));
        origin_->setPalette(colours);
    }
    QStringList lines;
    bool error = false;
    for (const edit::FieldInfo& choice : choices_) {
        const edit::PropertyState* said = session_.value(path_of(choice));
        if (said == nullptr) continue;
        for (const scenario::Diagnostic& diagnostic : said->diagnostics) {
            lines << text_of(diagnostic);
            error = error || diagnostic.severity == scenario::Severity::error;
        }
    }
    if (!lines.isEmpty() && diagnostics_ == nullptr) {
        diagnostics_ = new QLabel(this);
        diagnostics_->setObjectName(QStringLiteral("diagnostics"));
        diagnostics_->setWordWrap(true);
        diagnostics_->setTextFormat(Qt::PlainText);
        diagnostics_->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid_->addWidget(diagnostics_, diagnostics_line, editor_column, 1, 3);
    }
    if (diagnostics_ == nullptr) return;
    diagnostics_->setVisible(!lines.isEmpty());
    diagnostics_->setText(lines.join(QLatin1Char('\n')));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, colour(error ? Role::error : Role::warning, palette()));
    diagnostics_->setPalette(colours);
}

}  // namespace nines::gui
