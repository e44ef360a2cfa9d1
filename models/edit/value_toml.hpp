// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/edit/catalogue.hpp"

namespace nines::edit {

/// What a user typed for a key, as TOML: a number or true or false stands bare where the key takes one, anything else
/// is a string, exactly as typed. Always well-formed, whether or not the key takes such a value.
std::string toml_of_text(const FieldInfo& field, std::string_view text);

/// The same for a key that takes lists. One item stands alone if `as_list` is false.
std::string toml_of_items(const FieldInfo& field, const std::vector<std::string>& items, bool as_list);

/// Whether the usual way to write this key, by its example, is a list.
bool is_written_as_list(const FieldInfo& field);

/// Whether an example of TOML says this key.
bool mentions_key(std::string_view example, std::string_view key);

}  // namespace nines::edit
