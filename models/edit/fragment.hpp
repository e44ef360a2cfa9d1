// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/edit/edit.hpp"

/// Pieces of a scenario's text, for the clipboard.
namespace nines::edit {

struct Copied {
    std::string text;     ///< The tables of the things, each under a header.
    std::string problem;  ///< Why they could not be copied, as a sentence; empty: they were.
};

/// All that a text says of these things, with the comments directly above their headers; what stands in a dotted key
/// or an inline table (`node.web = { mtbf = "90 d" }`) gets a header. Parts of a domain go with it.
/// Refused if an included file defines one of them: the copy would lack what stands there.
Copied copy_things(std::string_view text, const std::vector<ThingName>& names, const Included& included = {});

struct Pasted {
    Edited edited;
    std::vector<ThingName> names;  ///< What the new things are called now.
};

/// Adds the things of a fragment at the end, under free ids. References among them follow. A fragment without things is
/// refused.
Pasted paste_things(std::string_view text, std::string_view fragment, const Included& included = {});

}  // namespace nines::edit
