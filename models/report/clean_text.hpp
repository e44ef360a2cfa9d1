// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nines::report {

/// Text that can do nothing but be read: line ends and tabs become spaces; other control characters, those that turn
/// the direction of writing, and what XML does not allow become U+FFFD; so does what is not UTF-8. Letters of scripts
/// from right to left stay.
std::string clean(std::string_view text);

}  // namespace nines::report
