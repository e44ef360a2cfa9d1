// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "models/edit/edit.hpp"
#include "models/scenario/vary.hpp"

namespace nines::edit {

/// Makes these the `[[vary]]` of the text, in place of those that stand there, with the comments that belong to those.
/// Refused where they are written in another way than as `[[vary]]` tables.
Edited write_varied(std::string_view text, const std::vector<scenario::Vary>& varied);

}  // namespace nines::edit
