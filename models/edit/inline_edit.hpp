// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/edit/changes.hpp"
#include "models/edit/toml_scan.hpp"

/// Items of arrays and inline tables: added and removed, in the layout of their neighbours.
namespace nines::edit {

/// Adds `item` ("key = value", or an element) as the last of an array or inline table.
void append_item(std::string_view text, const Span& list, const std::vector<InlineItem>& items, const std::string& item,
                 Changes& changes);

/// Removes the items whose `gone` is true. Precondition: at least one stays.
void remove_items(std::string_view text, const std::vector<InlineItem>& items, const std::vector<bool>& gone,
                  Changes& changes);

}  // namespace nines::edit
