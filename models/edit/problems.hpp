// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "models/scenario/wording.hpp"

namespace nines::edit {

/// Why an edit could not be done (`Edited::problem`), as a sentence that a window can say in the user's language. What
/// is not one of the sentences of this folder stays as it is.
wording::Text problem_words(std::string_view problem);

/// The same for one of `Item::details`: "4 failure modes". What is in words of the scenario language stays as it is.
wording::Text detail_words(std::string_view detail);

}  // namespace nines::edit
