// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "models/edit/path.hpp"
#include "models/edit/spot.hpp"
#include "models/edit/toml_layout.hpp"

/// From a way through the tree to the place in the text.
namespace nines::edit {

/// An inline table or array on the way to a value, and which of its items leads on.
struct Holder {
    Span value;
    std::vector<InlineItem> items;
    std::size_t index = 0;
};

/// A value in the text: the assignment in which it stands, and the inline tables and arrays around it, outermost first.
struct ValueAt {
    std::size_t assignment = 0;
    std::vector<Holder> holders;
    Span value;
};

struct Location {
    enum class Form {
        missing,  ///< Nothing at all, not even a value that stands in its way.
        value,    ///< `at` is its value.
        stopped,  ///< `at` is the value of only the first `depth` steps: a table or list without it, or a bare value.
        table,    ///< It is written as sections or dotted keys.
        dotted,   ///< It is written as dotted keys in an inline table, whose value is `at`.
    };
    Form form = Form::missing;
    ValueAt at;
    std::size_t depth = 0;
};

Location find(const TomlLayout& layout, const Steps& path);

/// A path with the tables of lists as numbers.
struct Goal {
    Steps steps;
    std::string new_name;  ///< Of a table of a list that is not there yet; its step has the number behind the last.
    bool is_new = false;   ///< Such a table is among the steps.
    bool is_beside_single = false;  ///< The path asks for another table than the only one, which stands without a list.
    std::string problem;
};
Goal goal_of(const TomlLayout& layout, const Schema& schema, const Path& path);

/// The text of a string value at the path; nothing if there is none.
std::optional<std::string> text_at(const TomlLayout& layout, const Steps& path);

/// Whether the section is the table at the path, or within it.
inline bool is_within(const Section& section, const Steps& path) {
    return starts_with(section.path, path);
}
/// Whether the assignment, by its section and dotted key, is the path or within it.
bool is_within(const TomlLayout& layout, const Assignment& assignment, const Steps& path);

}  // namespace nines::edit
