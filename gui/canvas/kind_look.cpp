// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/canvas/kind_look.hpp"

#include <algorithm>
#include <array>

namespace nines::gui {

bool is_area_kind(std::string_view kind) {
    return kind == "domain";
}

bool is_shelf_kind(std::string_view kind) {
    constexpr std::array<std::string_view, 5> shelf = {"node", "crew", "cause", "event", "plan"};
    return std::find(shelf.begin(), shelf.end(), kind) != shelf.end();
}

bool is_top_kind(std::string_view kind) {
    return kind == "service";
}

}  // namespace nines::gui
