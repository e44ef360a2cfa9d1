// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/canvas/connect_dialog.hpp"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <algorithm>

#include "gui/canvas/kind_palette.hpp"
#include "gui/look/icons.hpp"

namespace nines::gui {

ConnectDialog::ConnectDialog(const CanvasScene& scene, std::size_t from, QWidget* parent)
    : QDialog(parent),
      topology_(scene.topology()),
      kind_(edit::find_kind(scene.kinds(), scene.topology().items[from].name.kind)),
      from_(scene.topology().items[from].name),
      key_(new QComboBox(this)),
      target_(new QComboBox(this)),
      buttons_(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this)) {
    setObjectName(QStringLiteral("connect_dialog"));
    setWindowTitle(tr("Connect %1").arg(QString::fromStdString(from_.id)));
    key_->setObjectName(QStringLiteral("connect_key"));
    target_->setObjectName(QStringLiteral("connect_target"));
    auto* form = new QFormLayout(this);
    form->addRow(tr("&Key of %1:").arg(QString::fromStdString(from_.kind + " " + from_.id)), key_);
    form->addRow(tr("&Names:"), target_);
    form->addRow(buttons_);
    std::vector<std::string> keys;
    for (const edit::Item& item : topology_.items) {
        if (kind_ == nullptr || item.name == from_) continue;
        for (const std::string& key : keys_that_name(*kind_, item.name.kind)) {
            if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
        }
    }
    for (const std::string& key : keys) key_->addItem(QString::fromStdString(key));
    connect(key_, &QComboBox::currentIndexChanged, this, &ConnectDialog::fill_targets);
    connect(buttons_, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons_, &QDialogButtonBox::rejected, this, &QDialog::reject);
    fill_targets();
}

void ConnectDialog::fill_targets() {
    target_->clear();
    for (const edit::Item& item : topology_.items) {
        if (kind_ == nullptr || item.name == from_) continue;
        const std::vector<std::string> keys = keys_that_name(*kind_, item.name.kind);
        if (std::find(keys.begin(), keys.end(), key_->currentText().toStdString()) == keys.end()) continue;
        target_->addItem(kind_icon(item.name.kind, palette()), QString::fromStdString(item.name.id),
                         QStringList{QString::fromStdString(item.name.kind), QString::fromStdString(item.name.id)});
    }
    buttons_->button(QDialogButtonBox::Ok)->setEnabled(target_->count() > 0);
}

Connection ConnectDialog::connection() const {
    const QStringList target = target_->currentData().toStringList();
    if (target.size() != 2) return {};
    return {from_, key_->currentText().toStdString(), {target[0].toStdString(), target[1].toStdString()}};
}

}  // namespace nines::gui
