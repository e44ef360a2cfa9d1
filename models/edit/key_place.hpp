// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace nines::edit {

/// What is being written at a place of a scenario's text, also while the text is not TOML.
struct KeyPlace {
    enum class What { nothing, header, key, value };
    What what = What::nothing;
    std::string kind;  ///< Of the table around it: "node", "scenario"; also of `[defaults.node]`.
    /// Header: its finished parts. Key: the table's path within the thing. Value: the path with the key.
    std::vector<std::string> keys;
    std::vector<std::string> present;  ///< Key: those that the table has already.
    bool in_string = false;            ///< Value: within quotes.
    std::size_t begin = 0;             ///< Byte offset where the word begins that is being written.
};

/// `offset` is a byte offset; what stands right of it is not looked at, but for the keys of the same table.
KeyPlace key_place_at(std::string_view text, std::size_t offset);

}  // namespace nines::edit
