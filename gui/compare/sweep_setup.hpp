// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QTimer>
#include <QWidget>
#include <optional>
#include <vector>

#include "gui/compare/sweep_draft.hpp"
#include "gui/compare/sweeper.hpp"
#include "models/edit/variable_keys.hpp"

class QLabel;
class QPushButton;
class QStandardItemModel;
class QVBoxLayout;

namespace nines::gui {

class CheckedField;
class VaryRow;

/// The design that is swept, as it is now.
struct SweptDesign {
    SweptText text;
    validate::Opened opened;
};

/// What varies, over which values, which figures are looked at, over how many trials. It is checked while it is typed,
/// by the calls that the sweep makes; what is wrong stands in words below its field.
class SweepSetup : public QWidget {
    Q_OBJECT

public:
    /// What is typed goes into `draft`, which must outlive the widget.
    explicit SweepSetup(SweepDraft& draft, QWidget* parent = nullptr);

    /// The design is another one, or has changed. What its `[[vary]]` say is taken over unless the user has changed it
    /// here.
    void show_design(const SweptDesign& design);
    /// None: something is wrong, and the fields say what.
    const std::optional<SweepOrder>& order() const { return order_; }
    /// Checks what was typed a moment ago too.
    void check_now();

Q_SIGNALS:
    /// `order()` was found anew.
    void checked();
    /// These are to be written into the scenario.
    void write_wanted(const std::vector<nines::scenario::Vary>& varied);

private:
    void rebuild_rows();
    void discard(VaryRow& row);
    VaryRow* add_row(const VariedDraft& draft);
    void add_key();
    void on_edited();
    void check();
    std::optional<scenario::Vary> check_row(VaryRow& row);
    QString problem_of(const scenario::Vary& vary);
    void show_points(const std::vector<scenario::Vary>& varied);
    const edit::VariableKey* find_key(const QString& path) const;

    SweepDraft& draft_;
    std::vector<edit::KindDescription> kinds_;
    std::vector<edit::VariableKey> keys_;
    std::optional<SweptText> text_;
    bool is_sound_ = false;
    QHash<QString, QString> known_problems_;  ///< Of this text, by key and values.
    std::optional<SweepOrder> order_;
    QTimer check_soon_;
    QStandardItemModel* key_model_;
    QVBoxLayout* row_column_;
    std::vector<VaryRow*> rows_;
    QLabel* nothing_;
    QLabel* points_;
    QPushButton* write_;
    CheckedField* metrics_;
    CheckedField* trials_;
};

}  // namespace nines::gui
