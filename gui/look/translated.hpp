// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <string_view>

#include "models/scenario/wording.hpp"

namespace nines::gui {

/// A text that comes from below the desktop (the help of a key, the title of a metric or a chart) in the user's
/// language; as it is if there is no translation. Texts of the desktop itself use `tr`.
QString translated(std::string_view text);
/// A sentence from there with its arguments.
QString translated(const wording::Text& text);

/// Sentences one after the other, with a space between them where their script has one.
QString in_a_row(const QStringList& sentences);

/// Why some texts are in English all the same, for those who read another language; empty for those who read English.
QString english_note();

/// The name of a kind as a heading: "Balancer" for the word "balancer".
QString kind_title(std::string_view kind);

}  // namespace nines::gui
