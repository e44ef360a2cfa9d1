// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/canvas/arrangement.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "gui/canvas/kind_look.hpp"
#include "gui/canvas/layered_layout.hpp"

namespace nines::gui {
namespace {

class Arranger {
public:
    Arranger(const edit::Topology& topology, const Layout& layout, const ArrangementSizes& sizes)
        : topology_(topology), layout_(layout), sizes_(sizes), states_(topology.items.size()) {}

    Arrangement arrange() {
        find_parents();
        find_hidden();
        gather_children();
        arrange_container(no_item);
        for (const std::size_t child : root_children_) put_absolute(child, {0.0, 0.0});
        add_links();
        for (std::size_t item = 0; item < states_.size(); ++item) {
            if (result_.is_drawn(item)) result_.bounds |= result_.items[item].rect;
        }
        return std::move(result_);
    }

private:
    /// What is known of an item while it is arranged.
    struct State {
        const Placement* placement = nullptr;
        std::vector<std::size_t> children;
        bool anchored = false;  ///< `rect` of the result is absolute; else it is relative to the parent's corner.
    };

    void find_parents() {
        result_.items.resize(states_.size());
        std::map<std::string, std::size_t> areas;
        for (std::size_t item = 0; item < states_.size(); ++item) {
            const edit::Item& known = topology_.items[item];
            ArrangedItem& arranged = result_.items[item];
            arranged.area = is_area_kind(known.name.kind);
            if (arranged.area) areas.emplace(known.name.id, item);
            const auto placed = layout_.find(subject_of(known.name));
            if (placed == layout_.end()) continue;
            if (std::isfinite(placed->second.position.x())) states_[item].placement = &placed->second;
            arranged.collapsed = arranged.area && placed->second.collapsed;
        }
        for (std::size_t item = 0; item < states_.size(); ++item) {
            const auto found = areas.find(topology_.items[item].parent);
            if (found == areas.end() || found->second == item) continue;
            if (!closes_a_circle(item, found->second)) result_.items[item].parent = found->second;
        }
    }

    bool closes_a_circle(std::size_t item, std::size_t parent) const {
        for (std::size_t up = parent; up != no_item; up = result_.items[up].parent) {
            if (up == item) return true;
        }
        return false;
    }

    void find_hidden() {
        for (std::size_t item = 0; item < states_.size(); ++item) {
            ArrangedItem& arranged = result_.items[item];
            arranged.shown_as = item;
            arranged.on_shelf = is_shelf_kind(topology_.items[item].name.kind) && arranged.parent == no_item;
            for (std::size_t up = arranged.parent; up != no_item; up = result_.items[up].parent) {
                ++arranged.depth;
                if (!result_.items[up].collapsed) continue;
                arranged.shown_as = up;
                ++result_.items[up].hidden;
            }
        }
    }

    void gather_children() {
        for (std::size_t item = 0; item < states_.size(); ++item) {
            if (!result_.is_drawn(item)) continue;
            const std::size_t parent = result_.items[item].parent;
            (parent == no_item ? root_children_ : states_[parent].children).push_back(item);
        }
    }

    std::vector<std::size_t>& children_of(std::size_t area) {
        return area == no_item ? root_children_ : states_[area].children;
    }

    bool is_open_area(std::size_t item) const { return result_.items[item].area && !result_.items[item].collapsed; }

    /// Sets the rectangles of all that is in the container, and of the container itself, from inside out.
    void arrange_container(std::size_t area) {
        for (const std::size_t child : children_of(area)) {
            if (is_open_area(child)) {
                arrange_container(child);
                continue;
            }
            const Placement* placement = states_[child].placement;
            states_[child].anchored = placement != nullptr;
            result_.items[child].rect = {placement ? placement->position : QPointF(), sizes_.boxes[child]};
        }
        QRectF anchored;
        for (const std::size_t child : children_of(area)) {
            if (states_[child].anchored) anchored |= result_.items[child].rect;
        }
        const QSizeF block = lay_out_free_children(area);
        if (area == no_item) {
            finish_root(anchored, block);
        } else {
            finish_area(area, anchored, block);
        }
    }

    QPointF inset() const { return {sizes_.padding, sizes_.title}; }

    double on_grid(double value) const { return std::ceil(value / sizes_.grid - 1e-6) * sizes_.grid; }

    void finish_root(const QRectF& anchored, const QSizeF& block) {
        if (!anchored.isNull() && !block.isEmpty()) move_free_children(no_item, beside(anchored, block), true);
    }

    void finish_area(std::size_t area, const QRectF& anchored, const QSizeF& block) {
        State& state = states_[area];
        QRectF& rect = result_.items[area].rect;
        const QSizeF least = sizes_.least_areas[area];
        const QPointF in = inset();
        state.anchored = state.placement != nullptr || !anchored.isNull();
        if (!state.anchored) {
            move_free_children(area, in, false);
            rect = {QPointF(), least};
            if (block.isEmpty()) return;
            rect.setSize({std::max(least.width(), on_grid(block.width() + 2 * in.x())),
                          std::max(least.height(), on_grid(block.height() + in.y() + in.x()))});
            return;
        }
        QRectF content = anchored;
        if (!block.isEmpty()) {
            const QPointF corner = anchored.isNull() ? state.placement->position + in : beside(anchored, block);
            move_free_children(area, corner, true);
            content |= QRectF(corner, block);
        }
        rect = state.placement ? QRectF(state.placement->position, state.placement->size.expandedTo(least)) : QRectF();
        if (!content.isNull()) rect |= content.adjusted(-in.x(), -in.y(), in.x(), in.x());
        rect.setSize(rect.size().expandedTo(least));
    }

    /// Where new things go when others have been placed by hand: on the shorter way out.
    QPointF beside(const QRectF& anchored, const QSizeF& block) const {
        const bool below = anchored.width() + block.width() > 2 * (anchored.height() + block.height());
        const QPointF corner = below ? QPointF(anchored.left(), anchored.bottom() + sizes_.between_layers)
                                     : QPointF(anchored.right() + sizes_.between_boxes, anchored.top());
        return {on_grid(corner.x()), on_grid(corner.y())};
    }

    void move_free_children(std::size_t area, const QPointF& by, bool makes_absolute) {
        for (const std::size_t child : children_of(area)) {
            if (states_[child].anchored) continue;
            result_.items[child].rect.translate(by);
            if (makes_absolute) put_absolute(child, {0.0, 0.0});
        }
    }

    /// Makes the rectangle, which is relative to `corner`, absolute, and all within.
    void put_absolute(std::size_t item, const QPointF& corner) {
        if (states_[item].anchored) return;
        states_[item].anchored = true;
        result_.items[item].rect.translate(corner);
        for (const std::size_t child : states_[item].children) put_absolute(child, result_.items[item].rect.topLeft());
    }

    /// The drawn child of the container that holds the item or is it; `no_item` outside.
    std::size_t child_around(std::size_t item, std::size_t area) const {
        std::size_t at = result_.items[item].shown_as;
        while (at != no_item && result_.items[at].parent != area) at = result_.items[at].parent;
        return at;
    }

    QSizeF lay_out_free_children(std::size_t area) {
        std::vector<std::size_t> inside;
        std::vector<std::size_t> shelf;
        for (const std::size_t child : children_of(area)) {
            if (!states_[child].anchored) (result_.items[child].on_shelf ? shelf : inside).push_back(child);
        }
        const QSizeF block = lay_out_layers(area, inside);
        return lay_out_shelf(shelf, block);
    }

    QSizeF lay_out_layers(std::size_t area, const std::vector<std::size_t>& inside) {
        std::map<std::size_t, std::size_t> index;
        std::vector<LayoutBox> boxes;
        for (const std::size_t child : inside) {
            const QRectF& rect = result_.items[child].rect;
            index[child] = boxes.size();
            boxes.push_back({.width = rect.width(),
                             .height = rect.height(),
                             .stays_on_top = is_top_kind(topology_.items[child].name.kind),
                             .sinks = result_.items[child].area});
        }
        std::vector<LayoutEdge> edges;
        for (const edit::Link& link : topology_.links) {
            if (link.places) continue;
            const auto from = index.find(child_around(link.from, area));
            const auto to = index.find(child_around(link.to, area));
            if (from != index.end() && to != index.end()) edges.emplace_back(from->second, to->second);
        }
        const bool is_root = area == no_item;
        const bool nests = std::any_of(inside.begin(), inside.end(),
                                       [&](std::size_t child) { return !states_[child].children.empty(); });
        // A few boxes stand in one row, so that links from above reach each of them.
        const double aspect = is_root || inside.size() > 8 ? 1.6 : nests ? 3.0 : 8.0;
        const LayoutExtent extent =
            layered_layout(boxes, edges,
                           {.between_boxes = sizes_.between_boxes,
                            .between_layers = edges.empty() && !is_root ? sizes_.between_boxes : sizes_.between_layers,
                            .aspect = aspect});
        for (std::size_t i = 0; i < inside.size(); ++i) {
            const auto snapped = [&](double value) { return std::round(value / sizes_.grid) * sizes_.grid; };
            result_.items[inside[i]].rect.moveTo(snapped(boxes[i].x), snapped(boxes[i].y));
        }
        return inside.empty() ? QSizeF() : QSizeF(on_grid(extent.width), on_grid(extent.height));
    }

    /// Columns at the right side, kinds below each other.
    QSizeF lay_out_shelf(const std::vector<std::size_t>& shelf, const QSizeF& block) {
        if (shelf.empty()) return block;
        double total = 0.0;
        for (const std::size_t item : shelf) total += result_.items[item].rect.height() + sizes_.between_boxes / 2;
        const double tallest = std::max(block.height(), std::sqrt(total * sizes_.boxes[shelf.front()].width()));
        QPointF at(block.isEmpty() ? 0.0 : block.width() + 2 * sizes_.between_boxes, 0.0);
        QSizeF all = block.isEmpty() ? QSizeF(0.0, 0.0) : block;
        double column = 0.0;
        std::string kind = topology_.items[shelf.front()].name.kind;
        for (const std::size_t item : shelf) {
            QRectF& rect = result_.items[item].rect;
            const bool other_kind = kind != topology_.items[item].name.kind;
            kind = topology_.items[item].name.kind;
            if (other_kind) at.ry() += sizes_.between_boxes / 2;
            if (at.y() > 0.0 && at.y() + rect.height() > tallest) {
                at = {on_grid(at.x() + column + sizes_.between_boxes), 0.0};
                column = 0.0;
            }
            rect.moveTo(on_grid(at.x()), on_grid(at.y()));
            column = std::max(column, rect.width());
            at.setY(rect.bottom() + sizes_.between_boxes / 2);
            all = all.expandedTo({rect.right(), rect.bottom()});
        }
        return all;
    }

    void add_links() {
        std::map<std::tuple<std::size_t, std::size_t, std::string>, std::size_t> known;
        for (std::size_t index = 0; index < topology_.links.size(); ++index) {
            const edit::Link& link = topology_.links[index];
            const std::size_t from = result_.items[link.from].shown_as;
            const std::size_t to = result_.items[link.to].shown_as;
            if (link.places || from == to) continue;
            const auto [at, is_new] = known.emplace(std::tuple(from, to, link.key), result_.links.size());
            if (is_new) result_.links.push_back({.from = from, .to = to, .key = link.key, .links = {}});
            result_.links[at->second].links.push_back(index);
        }
    }

    const edit::Topology& topology_;
    const Layout& layout_;
    const ArrangementSizes& sizes_;
    std::vector<State> states_;
    std::vector<std::size_t> root_children_;
    Arrangement result_;
};

}  // namespace

bool Arrangement::is_within(std::size_t item, std::size_t area) const {
    for (std::size_t up = item; up != no_item; up = items[up].parent) {
        if (up == area) return true;
    }
    return false;
}

QPointF nowhere() {
    const double none = std::numeric_limits<double>::quiet_NaN();
    return {none, none};
}

Arrangement arrange(const edit::Topology& topology, const Layout& layout, const ArrangementSizes& sizes) {
    return Arranger(topology, layout, sizes).arrange();
}

}  // namespace nines::gui
