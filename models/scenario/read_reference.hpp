// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "models/scenario/text_reader.hpp"
#include "models/scenario/values.hpp"

namespace nines::scenario {

/// The name of a thing within a longer text: "pg-us", "domain eu", "store:orders". `text` is what the reader reads,
/// `start` the place of its first character. After a failure of the reader the value returned means nothing.
Reference read_reference(TextReader& reader, std::string_view text, Place start);

}  // namespace nines::scenario
