// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/canvas/canvas_scene.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "gui/canvas/kind_look.hpp"

namespace nines::gui {
namespace {

/// So that there is space to drop things into. More than a window has, for a view centres a scene smaller than itself,
/// and things would not stay where they were dropped.
constexpr double room_around_drawing = 3000.0;

}  // namespace

CanvasScene::CanvasScene(Document& document, const QPalette& palette, const QFont& font, QObject* parent)
    : QGraphicsScene(parent),
      document_(document),
      kinds_(edit::describe_kinds()),
      look_(make_look(palette, font, kinds_)) {
    connect(&document, &Document::text_changed, this, &CanvasScene::refresh);
    connect(&document, &Document::layout_changed, this, &CanvasScene::refresh);
    refresh();
}

CanvasScene::~CanvasScene() = default;

QRectF CanvasScene::rect_of(std::size_t item) const {
    const auto moved = preview_.find(item);
    return moved == preview_.end() ? arrangement_.items[item].rect : moved->second;
}

void CanvasScene::set_palette(const QPalette& palette, const QFont& font) {
    look_ = make_look(palette, font, kinds_);
    refresh();
    update();
}

ArrangementSizes CanvasScene::sizes() const {
    ArrangementSizes sizes;
    for (const edit::Item& item : topology().items) {
        sizes.boxes.push_back(box_size(item, look_));
        sizes.least_areas.push_back(is_area_kind(item.name.kind) ? least_area_size(item, look_) : QSizeF());
    }
    sizes.grid = look_.grid();
    sizes.between_boxes = 4 * look_.grid();
    sizes.between_layers = 8 * look_.grid();
    sizes.padding = 2 * look_.grid();
    sizes.title = 4 * look_.grid();
    return sizes;
}

void CanvasScene::refresh() {
    hovered_ = no_item;
    hovered_link_ = no_item;
    drop_target_ = no_item;
    preview_.clear();
    arrangement_ = arrange(topology(), document_.layout(), sizes());
    faults_ = faults_of(topology(), document_.opened().diagnostics);
    refresh_things();
    refresh_links();
    forget_gone_names();
    show_marks();
    show_poses();
    const double room = room_around_drawing;
    setSceneRect(arrangement_.bounds.adjusted(-room, -room, room, room));
    Q_EMIT refreshed();
}

void CanvasScene::refresh_things() {
    std::map<std::string, ThingItem*, std::less<>> old;
    old.swap(things_);
    thing_items_.assign(topology().items.size(), nullptr);
    for (std::size_t index = 0; index < thing_items_.size(); ++index) {
        const edit::Item& known = topology().items[index];
        const ArrangedItem& arranged = arrangement_.items[index];
        if (!arrangement_.is_drawn(index)) continue;
        const std::string subject = subject_of(known.name);
        const auto found = old.find(subject);
        ThingItem* item = found == old.end() ? nullptr : found->second;
        if (item != nullptr) {
            old.erase(found);
        } else {
            item = new ThingItem(look_);
        }
        ThingFace face = face_of(known, arranged.rect.size(), look_);
        face.depth = arranged.depth;
        face.collapsed = arranged.collapsed;
        face.hidden = arranged.hidden;
        face.fault = faults_[index];
        item->show_face(face, arranged.rect);
        if (item->scene() == nullptr) addItem(item);
        thing_items_[index] = item;
        things_.emplace(subject, item);
    }
    for (const auto& [subject, item] : old) delete item;
}

CanvasScene::LinkKey CanvasScene::key_of(const ArrangedLink& link) const {
    return {subject_of(topology().items[link.from].name), subject_of(topology().items[link.to].name), link.key};
}

LinkFace CanvasScene::face_of_link(const ArrangedLink& link) const {
    LinkFace face;
    face.key = link.key;
    face.count = static_cast<int>(link.links.size());
    face.faint = arrangement_.items[link.from].on_shelf || arrangement_.items[link.to].on_shelf;
    const std::string& own = topology().links[link.links.front()].label;
    face.label = QString::fromStdString(link.key);
    if (face.count > 1) {
        face.label += QStringLiteral(" \u00d7 %1").arg(face.count);
    } else if (!own.empty()) {
        face.label += QStringLiteral(" \u00b7 ") + QString::fromStdString(own);
    }
    return face;
}

void CanvasScene::refresh_links() {
    std::map<LinkKey, LinkItem*> old;
    old.swap(links_);
    link_items_.assign(arrangement_.links.size(), nullptr);
    faint_links_ = 0;
    for (std::size_t index = 0; index < link_items_.size(); ++index) {
        const ArrangedLink& link = arrangement_.links[index];
        LinkKey key = key_of(link);
        const auto found = old.find(key);
        LinkItem* item = found == old.end() ? nullptr : found->second;
        if (item != nullptr) old.erase(found);
        if (item == nullptr) item = new LinkItem(look_);
        item->show_face(face_of_link(link));
        if (item->face().faint) ++faint_links_;
        link_items_[index] = item;
        links_.emplace(std::move(key), item);
    }
    for (const auto& [key, item] : old) delete item;
    route_all();
    for (LinkItem* item : link_items_) {
        if (item->scene() == nullptr) addItem(item);
    }
}

void CanvasScene::route_all() {
    std::vector<QRectF> rects;
    std::vector<bool> solid;
    std::vector<bool> open;
    for (std::size_t item = 0; item < arrangement_.items.size(); ++item) {
        const ArrangedItem& arranged = arrangement_.items[item];
        rects.push_back(rect_of(item));
        solid.push_back(arrangement_.is_drawn(item) && (!arranged.area || arranged.collapsed));
        open.push_back(arrangement_.is_drawn(item) && arranged.area && !arranged.collapsed);
    }
    std::vector<RoutedLink> ends;
    for (const ArrangedLink& link : arrangement_.links) {
        const bool sideways = arrangement_.items[link.from].on_shelf != arrangement_.items[link.to].on_shelf;
        ends.push_back({link.from, link.to, sideways});
    }
    const std::vector<Route> routes = route_links(rects, solid, ends, 3 * look_.unit);
    for (std::size_t link = 0; link < routes.size(); ++link) link_items_[link]->show_route(routes[link]);
    const std::vector<BorderLinks> borders = links_on_borders(rects, open, ends, routes);
    for (std::size_t item = 0; item < borders.size(); ++item) {
        if (thing_items_[item] != nullptr) thing_items_[item]->show_links(borders[item]);
    }
}

void CanvasScene::forget_gone_names() {
    std::set<edit::ThingName> known;
    for (const edit::Item& item : topology().items) known.insert(item.name);
    if (known.count(current_) == 0) current_ = {};
    if (links_.count(selected_link_) == 0) selected_link_ = {};
    const std::size_t gone = std::erase_if(selected_, [&](const auto& name) { return known.count(name) == 0; });
    if (gone > 0) Q_EMIT selection_changed();
}

void CanvasScene::preview(const std::map<std::size_t, QRectF>& rects) {
    for (const auto& [item, rect] : preview_) {
        if (thing_items_[item] != nullptr) thing_items_[item]->show_rect(arrangement_.items[item].rect);
    }
    preview_ = rects;
    for (const auto& [item, rect] : preview_) {
        if (thing_items_[item] != nullptr) thing_items_[item]->show_rect(rect);
    }
    route_all();
}

void CanvasScene::set_overlay(const Overlay& overlay) {
    overlay_ = overlay;
    show_marks();
}

void CanvasScene::show_marks() {
    std::unordered_map<std::string_view, const Mark*> marks;
    for (const auto& [subject, mark] : overlay_.marks) marks.emplace(subject, &mark);
    for (const auto& [subject, item] : things_) {
        ThingMarks shown;
        const auto own = marks.find(subject);
        if (own != marks.end()) shown.mark = *own->second;
        shown.is_replay = overlay_.is_replay;
        if (!marks.empty()) {
            for (const std::string& member : item->face().members) {
                const auto found = marks.find(member);
                shown.members.push_back(found == marks.end() ? Mark::State::none : found->second->state);
            }
        }
        item->show_marks(shown);
    }
}

}  // namespace nines::gui
