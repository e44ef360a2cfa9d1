// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "models/edit/catalogue.hpp"
#include "models/edit/property_state.hpp"

namespace nines::gui {

/// What a key means, how it is written, its default and its source, and where its value comes from; as rich text.
QString help_of(const edit::FieldInfo& field, const edit::PropertyState* state);

/// One line that says where a value comes from; empty for values that the thing itself has.
QString origin_line(const edit::PropertyState& state);

/// The value is on nobody's word that was checked: unverified, estimated.
bool is_doubtful(const edit::PropertyState& state);

/// What stands muted in an empty editor: the default, or what is to be written there.
QString hint_of(const edit::FieldInfo& field);

/// A diagnostic in the words of the command line, without its place.
QString text_of(const scenario::Diagnostic& diagnostic);

/// The field, or one of the fields of its tables, has this text in its key or help.
bool matches(const edit::FieldInfo& field, const QString& text);

}  // namespace nines::gui
