// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include "gui/panels/properties/property_form.hpp"

class QHBoxLayout;
class QToolButton;
class QVBoxLayout;

namespace nines::gui {

class ElidedLabel;

/// Keys behind a header that opens and closes them: a table, an element of a list, or the keys that are seldom used.
/// Their rows are made when it is opened for the first time.
class PropertySection : public PropertyPart {
    Q_OBJECT

public:
    enum class Role { table, element, more };

    PropertySection(PropertySession& session, Role role, edit::Path path, QWidget* parent = nullptr);

    /// `field`: the table's, for help and default.
    void set_title(const QString& title, const std::optional<edit::FieldInfo>& field);
    void set_fields(std::vector<edit::FieldInfo> fields, PropertyForm::Scope scope);
    /// Puts a widget above the rows, such as a name to edit; shown when the section is open.
    void set_top(QWidget* top);

    /// What the button of an element does that the thing does not say itself; without it there is no button then.
    void set_leave_out(std::function<void()> leave_out);

    void set_open(bool open);
    bool is_open() const { return open_; }
    const edit::Path& path() const { return path_; }
    QToolButton* header() const { return header_; }

    void refresh() override;
    void finish() override;
    bool filter(const PropertyFilter& filter) override;

private:
    void build();
    void make_content();
    QString summary() const;
    scenario::Diagnostics diagnostics() const;
    bool holds(const edit::Path& path) const;
    void show_summary();
    void show_arrow();
    void show_remove(bool own);

    PropertySession& session_;
    Role role_;
    edit::Path path_;
    std::optional<edit::FieldInfo> field_;
    std::vector<edit::FieldInfo> fields_;
    PropertyForm::Scope scope_;
    std::function<void()> leave_out_;
    bool open_ = false;
    bool was_open_ = false;  ///< Before a search opened it.
    bool searching_ = false;
    QToolButton* header_ = nullptr;
    ElidedLabel* summary_ = nullptr;
    QToolButton* remove_ = nullptr;
    QWidget* body_ = nullptr;
    QVBoxLayout* body_layout_ = nullptr;
    PropertyForm* content_ = nullptr;
};

}  // namespace nines::gui
