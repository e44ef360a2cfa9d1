// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/canvas/canvas_edits.hpp"

#include <QClipboard>
#include <QGuiApplication>
#include <algorithm>

#include "gui/canvas/hit_test.hpp"
#include "gui/canvas/kind_look.hpp"
#include "gui/look/translated.hpp"
#include "models/edit/fragment.hpp"
#include "models/edit/problems.hpp"

namespace nines::gui {
namespace {

QString shown(const edit::ThingName& name) {
    return QString::fromStdString(name.kind + " " + name.id);
}

/// The word of the kind that is drawn as an area; empty if the language has none.
std::string area_kind(const std::vector<edit::KindDescription>& kinds) {
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [](const auto& kind) { return is_area_kind(kind.word); });
    return found == kinds.end() ? std::string() : found->word;
}

}  // namespace

CanvasEdits::CanvasEdits(CanvasScene& scene, QObject* parent) : QObject(parent), scene_(scene) {}

bool CanvasEdits::done(const QString& problem_text) {
    if (problem_text.isEmpty()) return true;
    Q_EMIT problem(problem_text);
    return false;
}

std::vector<edit::ThingName> CanvasEdits::editable_selection() const {
    std::vector<edit::ThingName> names;
    for (const edit::Item& item : scene_.topology().items) {
        const std::size_t index = static_cast<std::size_t>(&item - scene_.topology().items.data());
        if (item.editable && scene_.is_selected(index)) names.push_back(item.name);
    }
    return names;
}

void CanvasEdits::add(const std::string& kind, const std::optional<QPointF>& at) {
    const edit::KindDescription* description = edit::find_kind(scene_.kinds(), kind);
    if (description == nullptr) return;
    const edit::ThingName name{kind, edit::free_id(document().text(), kind, kind, document().included())};
    const edit::NewValues values = starter_values(*description, name.id, document(), scene_.selected_names());
    edit::Edited edited = edit::add_thing(document().text(), name, values, document().included());
    LayoutChange layout;
    if (at && edited.ok()) {
        const std::size_t area =
            innermost_item(scene_, *at, [&](std::size_t item) { return !scene_.arrangement().items[item].area; });
        if (area != no_item && can_be_placed(scene_.kinds(), kind)) {
            const edit::Edited inside =
                edit::place_in(edited.text, name, scene_.topology().items[area].name.id, document().included());
            if (inside.ok()) edited = inside;
        }
        layout = frozen();
        const double step = scene_.look().grid();
        const QPointF corner = *at - QPointF(16, 6) * scene_.look().unit;
        const QPointF snapped(std::round(corner.x() / step) * step, std::round(corner.y() / step) * step);
        layout[subject_of(name)] = Placement{snapped, {}, false};
    }
    if (done(document().apply(tr("Add %1").arg(shown(name)), edited, layout))) scene_.select_names({name});
}

void CanvasEdits::remove_selected() {
    const std::size_t link = scene_.selected_link();
    if (link != no_item) {
        remove_link(link);
        return;
    }
    const std::vector<edit::ThingName> names = editable_selection();
    if (names.empty()) {
        if (!scene_.selected_names().empty()) {
            Q_EMIT problem(tr("Parts that a split has made cannot be removed one by one."));
        }
        return;
    }
    LayoutChange layout;
    for (const edit::ThingName& name : names) {
        if (document().layout().count(subject_of(name)) > 0) layout[subject_of(name)] = std::nullopt;
    }
    const QString label = names.size() == 1 ? tr("Remove %1").arg(shown(names.front()))
                                            : tr("Remove %n thing(s)", "", static_cast<int>(names.size()));
    done(document().apply(label, edit::remove_things(document().text(), names, document().included()), layout));
}

void CanvasEdits::duplicate_selected() {
    const std::vector<edit::ThingName> names = editable_selection();
    if (names.empty()) return;
    const edit::Duplicated copies = edit::duplicate_things(document().text(), names, document().included());
    LayoutChange layout;
    const QPointF aside(4 * scene_.look().grid(), 4 * scene_.look().grid());
    for (const auto& [old_name, new_name] : copies.names) {
        const auto placed = document().layout().find(subject_of(old_name));
        if (placed == document().layout().end()) continue;
        Placement placement = placed->second;
        placement.position += aside;
        layout[subject_of(new_name)] = placement;
    }
    const QString label = tr("Duplicate %n thing(s)", "", static_cast<int>(names.size()));
    if (!done(document().apply(label, copies.edited, layout))) return;
    std::vector<edit::ThingName> made;
    for (const auto& [old_name, new_name] : copies.names) made.push_back(new_name);
    scene_.select_names(made);
}

void CanvasEdits::copy_selected() {
    const std::vector<edit::ThingName> names = editable_selection();
    if (!names.empty()) copy(names);
}

bool CanvasEdits::copy(const std::vector<edit::ThingName>& names) {
    const edit::Copied copied = edit::copy_things(document().text(), names, document().included());
    if (!done(translated(edit::problem_words(copied.problem)))) return false;
    QGuiApplication::clipboard()->setText(QString::fromStdString(copied.text));
    return true;
}

void CanvasEdits::cut_selected() {
    const std::vector<edit::ThingName> names = editable_selection();
    if (names.empty() || copy(names)) remove_selected();
}

void CanvasEdits::paste() {
    const std::string fragment = QGuiApplication::clipboard()->text().toStdString();
    const edit::Pasted pasted = edit::paste_things(document().text(), fragment, document().included());
    const QString label = tr("Paste %n thing(s)", "", static_cast<int>(pasted.names.size()));
    if (done(document().apply(label, pasted.edited))) scene_.select_names(pasted.names);
}

void CanvasEdits::rename(std::size_t item, const QString& id) {
    const edit::ThingName old_name = scene_.topology().items[item].name;
    const edit::ThingName new_name{old_name.kind, id.trimmed().toStdString()};
    if (new_name == old_name) return;
    LayoutChange layout;
    for (const auto& [subject, placement] : document().layout()) {
        const std::string old_subject = subject_of(old_name);
        const bool is_it = subject == old_subject;
        // Parts of a split area are called after it.
        if (!is_it && !subject.starts_with(old_subject + "/")) continue;
        layout[subject] = std::nullopt;
        layout[subject_of(new_name) + subject.substr(old_subject.size())] = placement;
    }
    const edit::Edited edited = edit::rename_thing(document().text(), old_name, new_name.id, document().included());
    if (done(document().apply(tr("Rename %1").arg(shown(old_name)), edited, layout))) scene_.select_names({new_name});
}

void CanvasEdits::connect_things(const Connection& connection) {
    const edit::Edited edited =
        edit::connect(document().text(), connection.from, connection.key, connection.to, document().included());
    done(document().apply(tr("Connect %1 to %2").arg(shown(connection.from), shown(connection.to)), edited));
}

void CanvasEdits::remove_link(std::size_t arranged_link) {
    edit::Edited edited{document().text(), {}};
    const edit::Topology& topology = scene_.topology();
    const std::vector<std::size_t> links = scene_.arrangement().links[arranged_link].links;
    for (const std::size_t index : links) {
        const edit::Link& link = topology.links[index];
        edited = edit::disconnect(edited.text, topology.items[link.from].name, link.key, topology.items[link.to].name);
        if (!edited.ok()) break;
    }
    done(document().apply(tr("Disconnect %n link(s)", "", static_cast<int>(links.size())), edited));
}

void CanvasEdits::group_selected() {
    const std::string kind = area_kind(scene_.kinds());
    std::vector<edit::ThingName> inside;
    for (const edit::ThingName& name : editable_selection()) {
        if (can_be_placed(scene_.kinds(), name.kind)) inside.push_back(name);
    }
    if (inside.empty() || kind.empty()) {
        Q_EMIT problem(tr("Nothing that is selected can be put into an area."));
        return;
    }
    const edit::ThingName area{kind, edit::free_id(document().text(), kind, "area", document().included())};
    edit::Edited edited = edit::add_thing(document().text(), area, {}, document().included());
    std::string common = scene_.topology().items[find_item(scene_.topology(), inside.front())].parent;
    for (const edit::ThingName& name : inside) {
        if (scene_.topology().items[find_item(scene_.topology(), name)].parent != common) common.clear();
    }
    if (edited.ok() && !common.empty()) edited = edit::place_in(edited.text, area, common, document().included());
    for (const edit::ThingName& name : inside) {
        if (edited.ok()) edited = edit::place_in(edited.text, name, area.id, document().included());
    }
    const QString label = tr("Group %n thing(s)", "", static_cast<int>(inside.size()));
    if (done(document().apply(label, edited))) scene_.select_names({area});
}

}  // namespace nines::gui
