// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "models/paper/paper.hpp"

namespace nines::paper {

/// Text that can do nothing but be read: line ends and tabs become spaces; other control characters, and those that
/// turn the direction of writing, become U+FFFD; so does what is not UTF-8. Letters of scripts from right to left stay.
std::string clean(std::string_view text);

/// Every text of the paper cleaned; those of its charts become English literals.
void clean_all(Paper& paper);

}  // namespace nines::paper
