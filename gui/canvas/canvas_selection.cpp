// SPDX-License-Identifier: GPL-3.0-or-later
// What is selected, current and under the mouse: the part of the scene that shows what the user does.
#include <algorithm>

#include "gui/canvas/canvas_scene.hpp"

namespace nines::gui {

std::vector<std::size_t> CanvasScene::selected() const {
    std::vector<std::size_t> items;
    for (std::size_t item = 0; item < topology().items.size(); ++item) {
        if (arrangement_.is_drawn(item) && is_selected(item)) items.push_back(item);
    }
    return items;
}

std::vector<edit::ThingName> CanvasScene::selected_names() const {
    std::vector<edit::ThingName> names;
    for (const edit::Item& item : topology().items) {
        if (selected_.count(item.name) > 0) names.push_back(item.name);
    }
    return names;
}

bool CanvasScene::is_selected(std::size_t item) const {
    return !selected_.empty() && selected_.count(topology().items[item].name) > 0;
}

void CanvasScene::select(const std::vector<std::size_t>& items) {
    std::vector<edit::ThingName> names;
    for (const std::size_t item : items) names.push_back(topology().items[item].name);
    select_names(names);
}

void CanvasScene::select_names(const std::vector<edit::ThingName>& names) {
    std::set<edit::ThingName> chosen;
    for (const edit::ThingName& name : names) {
        if (find_item(topology(), name) < topology().items.size()) chosen.insert(name);
    }
    if (!names.empty() && chosen.count(names.back()) > 0) current_ = names.back();
    if (chosen == selected_ && selected_link_ == LinkKey()) {
        show_poses();
        return;
    }
    selected_ = std::move(chosen);
    selected_link_ = {};
    selection_was_changed();
}

void CanvasScene::toggle(std::size_t item) {
    const edit::ThingName& name = topology().items[item].name;
    if (selected_.erase(name) == 0) selected_.insert(name);
    current_ = name;
    selected_link_ = {};
    selection_was_changed();
}

std::size_t CanvasScene::selected_link() const {
    for (std::size_t link = 0; link < link_items_.size(); ++link) {
        if (selected_link_ != LinkKey() && key_of(arrangement_.links[link]) == selected_link_) return link;
    }
    return no_item;
}

void CanvasScene::select_link(std::size_t link) {
    selected_.clear();
    selected_link_ = link == no_item ? LinkKey() : key_of(arrangement_.links[link]);
    selection_was_changed();
}

void CanvasScene::selection_was_changed() {
    show_poses();
    Q_EMIT selection_changed();
    Q_EMIT current_changed();
}

std::size_t CanvasScene::current() const {
    const std::size_t item = find_item(topology(), current_);
    return item < topology().items.size() ? arrangement_.items[item].shown_as : no_item;
}

void CanvasScene::set_current(std::size_t item) {
    current_ = item == no_item ? edit::ThingName() : topology().items[item].name;
    show_poses();
    Q_EMIT current_changed();
}

void CanvasScene::set_focus_shown(bool shown) {
    focus_shown_ = shown;
    show_poses();
}

void CanvasScene::set_hovered(std::size_t item, std::size_t link) {
    if (item == hovered_ && link == hovered_link_) return;
    hovered_ = item;
    hovered_link_ = link;
    show_poses();
}

void CanvasScene::set_drop_target(std::size_t item) {
    if (item == drop_target_) return;
    drop_target_ = item;
    show_poses();
}

void CanvasScene::show_shelf_links(bool shown) {
    shelf_links_wanted_ = shown;
    show_poses();
}

bool CanvasScene::shelf_links_shown() const {
    constexpr int few = 60;
    return shelf_links_wanted_.value_or(faint_links_ <= few);
}

void CanvasScene::show_poses() {
    const std::size_t now = focus_shown_ ? current() : no_item;
    bool something_lit = false;
    for (std::size_t item = 0; item < thing_items_.size(); ++item) {
        if (thing_items_[item] == nullptr) continue;
        const bool open_area = thing_items_[item]->face().is_open_area();
        ThingPose pose;
        pose.selected = is_selected(item);
        pose.focused = item == now;
        pose.hovered = item == hovered_;
        pose.drop_target = item == drop_target_;
        pose.handles = item == hovered_ && !open_area;
        thing_items_[item]->show_pose(pose);
        something_lit = something_lit || (pose.selected && !open_area);
    }
    const std::size_t chosen = selected_link();
    for (std::size_t link = 0; link < link_items_.size(); ++link) {
        const ArrangedLink& ends = arrangement_.links[link];
        const auto lights = [&](std::size_t item) { return item == hovered_ || is_selected(item); };
        LinkPose pose;
        pose.selected = link == chosen;
        pose.lit = link == hovered_link_ || lights(ends.from) || lights(ends.to);
        pose.quiet = something_lit || chosen != no_item;
        link_items_[link]->show_pose(pose);
        link_items_[link]->setVisible(pose.lit || pose.selected || shelf_links_shown() ||
                                      !link_items_[link]->face().faint);
    }
}

}  // namespace nines::gui
