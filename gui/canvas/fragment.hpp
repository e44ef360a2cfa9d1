// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/edit/edit.hpp"

/// Pieces of a scenario's text, for the clipboard. Knows nothing of Qt.
namespace nines::gui {

/// Things that a text says something about by tables `[kind.id]`, each once, in their order. Sub-tables count.
std::vector<edit::ThingName> things_in_text(std::string_view text);

/// All tables of these things as they are written, with the comments directly above them.
std::string text_of_things(std::string_view text, const std::vector<edit::ThingName>& names);

struct Pasted {
    edit::Edited edited;
    std::vector<edit::ThingName> names;  ///< What the new things are called now.
};

/// Adds the things of a fragment under free ids. References among them follow. A fragment without things is a problem.
Pasted paste_text(std::string_view text, std::string_view fragment);

}  // namespace nines::gui
