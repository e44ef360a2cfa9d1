// SPDX-License-Identifier: GPL-3.0-or-later
// What the view tells about what is under the mouse.
#include <QStringList>
#include <algorithm>

#include "gui/canvas/canvas_view.hpp"
#include "gui/canvas/state_marks.hpp"
#include "gui/look/translated.hpp"
#include "models/edit/problems.hpp"

namespace nines::gui {
namespace {

constexpr std::size_t most_links_told = 8;

void add_mark(QStringList& lines, const Overlay& overlay, const std::string& subject) {
    const auto found = overlay.marks.find(subject);
    if (found == overlay.marks.end()) return;
    const QString state = state_word(found->second.state);
    if (!state.isEmpty()) lines << state;
    if (!found->second.words.isEmpty()) lines << found->second.words;
}

}  // namespace

QString CanvasView::tip_of(const Hit& hit) const {
    const edit::Topology& topology = scene_.topology();
    QStringList lines;
    if (hit.link != no_item) {
        const ArrangedLink& link = scene_.arrangement().links[hit.link];
        for (std::size_t i = 0; i < std::min(link.links.size(), most_links_told); ++i) {
            const edit::Link& each = topology.links[link.links[i]];
            QString line =
                QStringLiteral("%1  %2  %3")
                    .arg(QString::fromStdString(topology.items[each.from].name.id), QString::fromStdString(each.key),
                         QString::fromStdString(topology.items[each.to].name.id));
            if (!each.label.empty()) line += QStringLiteral("  (%1)").arg(QString::fromStdString(each.label));
            lines << line;
        }
        if (link.links.size() > most_links_told) {
            lines << tr("and %n more", "", static_cast<int>(link.links.size() - most_links_told));
        }
    }
    if (hit.item == no_item) return lines.join(QLatin1Char('\n'));
    const edit::Item& item = topology.items[hit.item];
    lines << QStringLiteral("%1 %2").arg(translated(item.name.kind), QString::fromStdString(item.name.id));
    if (!item.description.empty()) lines << QString::fromStdString(item.description);
    for (const std::string& detail : item.details) lines << translated(edit::detail_words(detail));
    if (!item.editable) lines << tr("made by another thing, and edited there");
    add_mark(lines, scene_.overlay(), subject_of(item.name));
    const ItemFault& fault = scene_.faults()[hit.item];
    if (fault.kind != ItemFault::Kind::none) lines << QString() << fault.words;
    return lines.join(QLatin1Char('\n'));
}

}  // namespace nines::gui
