// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "models/scenario/diagnostic.hpp"
#include "models/scenario/document.hpp"

namespace nines::scenario {

/// Applies one `-D` override ("node.web.mtbf=30 d") to the document; see `read_file` for its form. The override becomes
/// a file of the document, named "-D node.web.mtbf=30 d", so that messages and the fingerprint know it.
void apply_override(Document& document, std::string_view text, const MergeRules& rules, Diagnostics& diagnostics);

}  // namespace nines::scenario
