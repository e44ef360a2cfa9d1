// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "gui/panels/properties/property_section.hpp"

class QLabel;
class QToolButton;

namespace nines::gui {

/// A list of tables: failure modes, maintenance, followers. Its elements can be added, renamed and removed.
class PropertyList : public PropertyPart {
    Q_OBJECT

public:
    PropertyList(PropertySession& session, const edit::FieldInfo& field, edit::Path prefix, QWidget* parent = nullptr);

    void refresh() override;
    void finish() override;
    bool filter(const PropertyFilter& filter) override;

private:
    void build();
    void rebuild();
    PropertySection* make_element(const std::string& name);
    QWidget* make_name(const std::string& name);
    void refresh_names();
    void leave_out(const std::string& name);
    void add_element();
    void rename(const std::string& name, const QString& new_name);

    PropertySession& session_;
    edit::FieldInfo field_;
    edit::Path path_;
    std::vector<std::string> names_;
    std::vector<PropertySection*> elements_;
    std::string wanted_open_;  ///< The element that was just added or renamed.
    QLabel* title_ = nullptr;
    QToolButton* add_ = nullptr;
    QVBoxLayout* body_ = nullptr;
};

}  // namespace nines::gui
