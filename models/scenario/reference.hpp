// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace nines::scenario {

/// The manual of all kinds and keys, as Markdown: docs/reference/scenario.md.
std::string scenario_reference();

/// The manual of all diagnostics, as Markdown: docs/reference/diagnostics.md.
std::string diagnostics_reference();

}  // namespace nines::scenario
