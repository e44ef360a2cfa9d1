// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "gui/panels/properties/property_part.hpp"
#include "gui/panels/properties/property_session.hpp"

class QVBoxLayout;

namespace nines::gui {

/// Rows and tables for the keys of one table. The usual keys come first: those that have a value, and those that the
/// example of the kind or table says; the rest is folded away.
class PropertyForm : public PropertyPart {
    Q_OBJECT

public:
    struct Scope {
        edit::Path prefix;                     ///< Of the table within the thing.
        std::string example;                   ///< Says which keys are usual; empty: all are.
        std::vector<std::string> hidden = {};  ///< Keys that are shown elsewhere.
    };

    PropertyForm(PropertySession& session, const std::vector<edit::FieldInfo>& fields, const Scope& scope,
                 QWidget* parent = nullptr);

    void refresh() override;
    void finish() override;
    bool filter(const PropertyFilter& filter) override;

private:
    /// Fields that share a row or have one of their own.
    using Entry = std::vector<edit::FieldInfo>;

    std::vector<Entry> entries_of(const std::vector<edit::FieldInfo>& fields, const Scope& scope) const;
    bool is_usual(const Entry& entry, const Scope& scope) const;
    void add(PropertyPart* part);
    void add_entry(const Entry& entry, const Scope& scope);

    PropertySession& session_;
    QVBoxLayout* layout_;
    std::vector<PropertyPart*> parts_;
};

}  // namespace nines::gui
