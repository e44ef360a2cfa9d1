// SPDX-License-Identifier: GPL-3.0-or-later
// The edits that move things: layout changes, and with them what contains what.
#include <algorithm>
#include <cmath>

#include "gui/canvas/canvas_edits.hpp"
#include "gui/look/translated.hpp"
#include "models/edit/problems.hpp"

namespace nines::gui {

std::map<std::size_t, QRectF> CanvasEdits::with_content(const std::vector<std::size_t>& items) const {
    const Arrangement& arrangement = scene_.arrangement();
    std::map<std::size_t, QRectF> moved;
    for (const std::size_t item : items) moved.emplace(item, arrangement.items[item].rect);
    for (std::size_t item = 0; item < arrangement.items.size(); ++item) {
        if (!arrangement.is_drawn(item)) continue;
        for (std::size_t up = arrangement.items[item].parent; up != no_item; up = arrangement.items[up].parent) {
            if (moved.count(up) == 0) continue;
            moved.emplace(item, arrangement.items[item].rect);
            break;
        }
    }
    return moved;
}

Placement CanvasEdits::placement_of(std::size_t item, const QRectF& rect) const {
    const auto known = document().layout().find(subject_of(scene_.topology().items[item].name));
    Placement placement = known == document().layout().end() ? Placement() : known->second;
    placement.position = rect.topLeft();
    return placement;
}

LayoutChange CanvasEdits::frozen() const {
    LayoutChange change;
    const Arrangement& arrangement = scene_.arrangement();
    for (std::size_t item = 0; item < arrangement.items.size(); ++item) {
        const std::string subject = subject_of(scene_.topology().items[item].name);
        if (!arrangement.is_drawn(item) || document().layout().count(subject) > 0) continue;
        change[subject] = placement_of(item, arrangement.items[item].rect);
    }
    return change;
}

std::vector<std::size_t> CanvasEdits::selected_roots() const {
    const std::vector<std::size_t> selected = scene_.selected();
    std::vector<std::size_t> roots;
    for (const std::size_t item : selected) {
        bool inside_another = false;
        for (std::size_t up = scene_.arrangement().items[item].parent; up != no_item;
             up = scene_.arrangement().items[up].parent) {
            inside_another = inside_another || scene_.is_selected(up);
        }
        if (!inside_another) roots.push_back(item);
    }
    return roots;
}

/// The text with everything that moves by itself, not with an area around it, in the other area.
edit::Edited CanvasEdits::placed(const std::map<std::size_t, QRectF>& rects, std::size_t into) {
    const edit::Topology& topology = scene_.topology();
    edit::Edited edited{document().text(), {}};
    for (const auto& [item, rect] : rects) {
        const std::size_t parent = scene_.arrangement().items[item].parent;
        if (parent == into || (parent != no_item && rects.count(parent) > 0)) continue;
        const edit::Item& known = topology.items[item];
        if (!known.editable || !can_be_placed(scene_.kinds(), known.name.kind)) continue;
        const std::string area = into == no_item ? std::string() : topology.items[into].name.id;
        const edit::Edited next = edit::place_in(edited.text, known.name, area, document().included());
        if (!next.ok()) return next;
        edited = next;
    }
    return edited;
}

void CanvasEdits::move(const std::map<std::size_t, QRectF>& rects, const std::optional<std::size_t>& into,
                       const QString& merge) {
    if (rects.empty()) return;
    const Arrangement& arrangement = scene_.arrangement();
    LayoutChange layout = frozen();
    for (const auto& [item, rect] : rects) {
        layout[subject_of(scene_.topology().items[item].name)] = placement_of(item, rect);
        if (!arrangement.items[item].collapsed) continue;
        // What is hidden inside moves too, so that it is inside when the area is opened again.
        const QPointF by = rect.topLeft() - arrangement.items[item].rect.topLeft();
        for (std::size_t inner = 0; inner < arrangement.items.size(); ++inner) {
            const auto known = document().layout().find(subject_of(scene_.topology().items[inner].name));
            if (arrangement.items[inner].shown_as != item || inner == item || known == document().layout().end())
                continue;
            Placement placement = known->second;
            placement.position += by;
            layout[known->first] = placement;
        }
    }
    const QString label = tr("Move %n thing(s)", "", static_cast<int>(rects.size()));
    edit::Edited edited{document().text(), {}};
    if (into) edited = placed(rects, *into);
    if (!edited.ok()) {
        Q_EMIT problem(translated(edit::problem_words(edited.problem)));
        edited = {document().text(), {}};
    }
    done(document().apply(label, edited, layout, merge));
}

void CanvasEdits::nudge(const QPointF& by) {
    std::map<std::size_t, QRectF> rects = with_content(selected_roots());
    QString word = QStringLiteral("nudge");
    for (auto& [item, rect] : rects) {
        rect.translate(by);
        word += QLatin1Char(' ') + QString::number(item);
    }
    move(rects, {}, word);
}

void CanvasEdits::resize_area(std::size_t area, const QSizeF& size) {
    LayoutChange layout = frozen();
    Placement placement = placement_of(area, scene_.arrangement().items[area].rect);
    placement.size = size;
    const edit::ThingName& name = scene_.topology().items[area].name;
    layout[subject_of(name)] = placement;
    document().apply({.label = tr("Resize %1").arg(QString::fromStdString(name.id)), .text = {}, .layout = layout});
}

void CanvasEdits::arrange_selected(const QString& label, const std::vector<QRectF>& rects) {
    const std::vector<std::size_t> roots = selected_roots();
    LayoutChange layout = frozen();
    for (std::size_t i = 0; i < roots.size(); ++i) {
        const QPointF by = rects[i].topLeft() - scene_.arrangement().items[roots[i]].rect.topLeft();
        for (const auto& [item, rect] : with_content({roots[i]})) {
            layout[subject_of(scene_.topology().items[item].name)] = placement_of(item, rect.translated(by));
        }
    }
    document().apply({.label = label, .text = {}, .layout = layout});
}

void CanvasEdits::align(Alignment how) {
    std::vector<QRectF> rects;
    for (const std::size_t item : selected_roots()) rects.push_back(scene_.arrangement().items[item].rect);
    if (rects.size() > 1) arrange_selected(tr("Align"), aligned(rects, how));
}

void CanvasEdits::distribute(Qt::Orientation direction) {
    std::vector<QRectF> rects;
    for (const std::size_t item : selected_roots()) rects.push_back(scene_.arrangement().items[item].rect);
    if (rects.size() > 2) arrange_selected(tr("Distribute"), distributed(rects, direction));
}

void CanvasEdits::set_collapsed(const std::vector<std::size_t>& areas, bool collapsed) {
    LayoutChange layout = frozen();
    bool changes = false;
    for (const std::size_t area : areas) {
        const ArrangedItem& arranged = scene_.arrangement().items[area];
        if (!arranged.area || arranged.collapsed == collapsed) continue;
        Placement placement = placement_of(area, arranged.rect);
        placement.collapsed = collapsed;
        layout[subject_of(scene_.topology().items[area].name)] = placement;
        changes = true;
    }
    if (!changes) return;
    document().apply({.label = collapsed ? tr("Collapse") : tr("Expand"), .text = {}, .layout = layout});
}

void CanvasEdits::lay_out_again() {
    LayoutChange change;
    Layout folded;  // which areas are collapsed, with no place
    for (const auto& [subject, placement] : document().layout()) {
        change[subject] = std::nullopt;
        if (placement.collapsed) folded[subject] = Placement{nowhere(), {}, true};
    }
    if (!folded.empty()) {
        const Arrangement fresh = arrange(scene_.topology(), folded, scene_.sizes());
        for (std::size_t item = 0; item < fresh.items.size(); ++item) {
            if (!fresh.is_drawn(item)) continue;
            change[subject_of(scene_.topology().items[item].name)] =
                Placement{fresh.items[item].rect.topLeft(), {}, fresh.items[item].collapsed};
        }
    }
    document().apply({.label = tr("Lay out again"), .text = {}, .layout = change});
}

}  // namespace nines::gui
