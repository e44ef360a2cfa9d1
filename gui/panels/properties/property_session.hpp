// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <optional>
#include <string>
#include <vector>

#include "gui/document/document.hpp"
#include "models/edit/catalogue.hpp"
#include "models/edit/property_state.hpp"

namespace nines::gui {

/// What the rows of the property panel share: which things are shown, what they say now, and how to change it.
class PropertySession : public QObject {
    Q_OBJECT

public:
    /// `document` must outlive the session.
    explicit PropertySession(Document& document, QObject* parent = nullptr);

    Document& document() const { return document_; }
    const std::vector<edit::ThingName>& things() const { return things_; }
    /// The keys that all things have.
    const std::vector<edit::FieldInfo>& fields() const { return fields_; }
    /// The example of their kind; empty for several kinds.
    const std::string& example() const { return example_; }
    const edit::KindDescription* kind() const;
    const edit::ThingState& state() const { return state_; }
    /// The value at a path within the things; null: none.
    const edit::PropertyState* value(const edit::Path& path) const;

    /// Shows other things; none: the experiment.
    void set_things(std::vector<edit::ThingName> things);
    /// Reads the state of the things from the document again.
    void refresh();

    /// Ids that a key may name, in the order of the drawing.
    QStringList ids_of(const std::vector<std::string>& kinds) const;
    /// The first thing that a text names: "2 of web" names the group web. Of several with one id, that of the kind that
    /// stands first in `kinds`.
    std::optional<edit::ThingName> thing_in(const QString& text, const std::vector<std::string>& kinds) const;

    /// Sets a key of all things, and takes the keys `instead` out, as one step of undo. Steps with one `merge` word
    /// become one.
    void set_value(const edit::Path& path, const std::string& toml, const QString& merge = {},
                   const std::vector<edit::Path>& instead = {});
    /// Takes a key, a table or an element out of all things.
    void remove_value(const edit::Path& path, const QString& merge = {});

    /// A name that no element of this list has yet; those without one have the usual name.
    std::string free_element(const edit::Path& list, const std::string& wish, const std::string& usual_name) const;

Q_SIGNALS:
    /// `state()` is of a new text.
    void state_changed();
    void thing_wanted(const nines::edit::ThingName& name);
    void problem(const QString& text);

private:
    edit::Path whole_path(const edit::ThingName& name, const edit::Path& path) const;
    /// "web", "3 things": after the label of a step.
    QString whose() const;
    void apply(const QString& label, const edit::Edited& edited, const QString& merge);

    Document& document_;
    std::vector<edit::KindDescription> kinds_;
    std::vector<edit::ThingName> things_;
    std::vector<edit::FieldInfo> fields_;
    std::string example_;
    edit::ThingState state_;
};

/// "check.inter".
QString path_text(const edit::Path& path);

}  // namespace nines::gui
