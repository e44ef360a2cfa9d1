// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/preferences_dialog.hpp"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QSpinBox>

namespace nines::gui {
namespace {

template <class Enum>
void choose(QComboBox& box, Enum value) {
    box.setCurrentIndex(box.findData(static_cast<int>(value)));
}

template <class Enum>
Enum chosen(const QComboBox& box) {
    return static_cast<Enum>(box.currentData().toInt());
}

}  // namespace

PreferencesDialog::PreferencesDialog(const Preferences& preferences, QWidget* parent)
    : QDialog(parent),
      before_(preferences),
      theme_(new QComboBox(this)),
      language_(new QComboBox(this)),
      autosave_seconds_(new QSpinBox(this)) {
    setWindowTitle(tr("Preferences"));
    add_rows();
    connect(theme_, &QComboBox::currentIndexChanged, this, [this] { apply_theme(chosen<Theme>(*theme_)); });
}

void PreferencesDialog::add_rows() {
    theme_->setObjectName(QStringLiteral("theme"));
    theme_->addItem(tr("As the system"), static_cast<int>(Theme::system));
    theme_->addItem(tr("Light"), static_cast<int>(Theme::light));
    theme_->addItem(tr("Dark"), static_cast<int>(Theme::dark));
    choose(*theme_, before_.theme);

    language_->setObjectName(QStringLiteral("language"));
    language_->addItem(tr("As the system"), static_cast<int>(Language::system));
    language_->addItem(QStringLiteral("English"), static_cast<int>(Language::english));
    language_->addItem(QStringLiteral("简体中文"), static_cast<int>(Language::chinese));
    choose(*language_, before_.language);

    autosave_seconds_->setObjectName(QStringLiteral("autosave_seconds"));
    autosave_seconds_->setRange(0, most_autosave_seconds);
    autosave_seconds_->setSuffix(tr(" s"));
    autosave_seconds_->setSpecialValueText(tr("Never"));
    autosave_seconds_->setValue(static_cast<int>(before_.autosave_interval.count()));
    autosave_seconds_->setToolTip(tr("After a crash, work that was not saved is offered again from this copy."));

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* rows = new QFormLayout(this);
    rows->addRow(tr("&Theme:"), theme_);
    rows->addRow(tr("&Language:"), language_);
    rows->addRow(tr("&Copy of unsaved work every:"), autosave_seconds_);
    rows->addRow(buttons);
}

Preferences PreferencesDialog::preferences() const {
    return {.theme = chosen<Theme>(*theme_),
            .language = chosen<Language>(*language_),
            .autosave_interval = std::chrono::seconds(autosave_seconds_->value())};
}

void PreferencesDialog::reject() {
    apply_theme(before_.theme);
    QDialog::reject();
}

}  // namespace nines::gui
