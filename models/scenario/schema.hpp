// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace nines::scenario {

/// A JSON Schema (draft 7) of scenario files, for editors that complete and check while one types. It is weaker than
/// loading: it knows keys, types and words, not what the texts mean.
std::string json_schema();

}  // namespace nines::scenario
