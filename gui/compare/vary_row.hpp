// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "gui/compare/sweep_draft.hpp"
#include "models/edit/variable_keys.hpp"

class QAbstractItemModel;
class QLabel;
class QLineEdit;

namespace nines::gui {

class CheckedField;

/// One key that varies: its path, which is completed as it is typed, what holds now, and the values to try.
class VaryRow : public QWidget {
    Q_OBJECT

public:
    /// Role of a path in the model of keys; what is displayed tells the present value too.
    static constexpr int path_role = Qt::UserRole;

    VaryRow(QAbstractItemModel& keys, const VariedDraft& draft, QWidget* parent = nullptr);

    VariedDraft draft() const;
    /// The present value of its key; null: there is no such key.
    void show_key(const edit::VariableKey* key);
    /// What is wrong, in words; empty: nothing.
    void show_problem(const QString& problem);
    void focus_key();

Q_SIGNALS:
    void edited();
    void remove_wanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void offer_all();

    QString name_;
    QString with_;
    QLineEdit* key_;
    QLabel* now_;
    CheckedField* values_;
};

}  // namespace nines::gui
