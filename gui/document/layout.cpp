// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/document/layout.hpp"

#include <cmath>

#include <nlohmann/json.hpp>

namespace nines::gui {
namespace {

using Json = nlohmann::ordered_json;

constexpr double farthest = 1e7;  ///< Beyond this nothing can be reached by scrolling.

std::optional<double> coordinate(const Json& array, std::size_t index) {
    if (!array.is_array() || array.size() <= index || !array[index].is_number()) return std::nullopt;
    const double value = array[index].get<double>();
    return std::isfinite(value) && std::abs(value) <= farthest ? std::optional(value) : std::nullopt;
}

std::optional<Placement> placement_from(const Json& entry) {
    if (!entry.is_object() || !entry.contains("at")) return std::nullopt;
    const auto x = coordinate(entry["at"], 0);
    const auto y = coordinate(entry["at"], 1);
    if (!x || !y) return std::nullopt;
    Placement placement{.position = {*x, *y}, .size = {}, .collapsed = false};
    if (entry.contains("size")) {
        const auto width = coordinate(entry["size"], 0);
        const auto height = coordinate(entry["size"], 1);
        if (width && height && *width > 0.0 && *height > 0.0) placement.size = {*width, *height};
    }
    if (entry.contains("collapsed")) placement.collapsed = entry["collapsed"] == true;
    return placement;
}

}  // namespace

LayoutChange exchange(Layout& layout, const LayoutChange& change) {
    LayoutChange back;
    for (const auto& [subject, placement] : change) {
        const auto found = layout.find(subject);
        back[subject] = found == layout.end() ? std::nullopt : std::optional(found->second);
        if (placement) {
            layout[subject] = *placement;
        } else if (found != layout.end()) {
            layout.erase(found);
        }
    }
    return back;
}

std::string layout_to_text(const Layout& layout) {
    Json items = Json::object();
    for (const auto& [subject, placement] : layout) {
        Json entry = {{"at", {placement.position.x(), placement.position.y()}}};
        if (!placement.size.isEmpty()) entry["size"] = {placement.size.width(), placement.size.height()};
        if (placement.collapsed) entry["collapsed"] = true;
        items[subject] = std::move(entry);
    }
    return Json{{"format", 1}, {"items", items}}.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Layout layout_from_text(const std::string& text) {
    const Json document = Json::parse(text, nullptr, false);
    Layout layout;
    if (!document.is_object() || !document.contains("items") || !document["items"].is_object()) return layout;
    for (const auto& [subject, entry] : document["items"].items()) {
        if (const auto placement = placement_from(entry)) layout[subject] = *placement;
    }
    return layout;
}

std::string layout_path(const std::string& scenario_path) {
    return scenario_path + ".layout";
}

}  // namespace nines::gui
