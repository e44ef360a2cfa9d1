// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/canvas/drawing_look.hpp"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

#include "gui/canvas/kind_look.hpp"
#include "gui/look/colours.hpp"
#include "gui/look/translated.hpp"
#include "models/edit/problems.hpp"

namespace nines::gui {
namespace {

constexpr int name_pixels = 13;
constexpr int detail_pixels = 11;
constexpr double narrowest_box = 30;  ///< In units.
constexpr double widest_box = 60;

QFont sized(QFont font, int pixels, QFont::Weight weight) {
    font.setPixelSize(pixels);
    font.setWeight(weight);
    return font;
}

void set_colours(DrawingLook& look) {
    const QPalette& palette = look.palette;
    look.text = palette.color(QPalette::Text);
    look.box = colour(Role::item, palette);
    look.background = blend(palette.color(QPalette::Base), colour(Role::area, palette), 0.25);
    look.grid_dot = blend(look.background, colour(Role::muted, palette), 0.5);
    look.muted_text = blend(look.box, look.text, is_dark(palette) ? 0.66 : 0.62);
    look.box_edge = blend(look.box, look.text, 0.26);
    look.shadow = QColor(0, 0, 0, is_dark(palette) ? 70 : 26);
    look.area_edge = blend(colour(Role::area, palette), colour(Role::muted, palette), 0.55);
    look.link = colour(Role::link, palette);
    look.selection = colour(Role::selection, palette);
    look.error = colour(Role::error, palette);
    look.warning = colour(Role::warning, palette);
}

}  // namespace

QColor blend(const QColor& under, const QColor& over, double share) {
    const auto mix = [share](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * share)); };
    return {mix(under.red(), over.red()), mix(under.green(), over.green()), mix(under.blue(), over.blue())};
}

QColor DrawingLook::area(int depth) const {
    const QColor fill = colour(Role::area, palette);
    return blend(fill, depth % 2 == 0 ? background : box, depth % 2 == 0 ? 0.0 : 0.45);
}

QColor DrawingLook::accent(const std::string& kind) const {
    const auto found = accents.find(kind);
    return found == accents.end() ? muted_text : found->second;
}

DrawingLook make_look(const QPalette& palette, const QFont& font, const std::vector<edit::KindDescription>& kinds) {
    DrawingLook look;
    look.palette = palette;
    look.name_font = sized(font, name_pixels, QFont::DemiBold);
    look.detail_font = sized(font, detail_pixels, QFont::Normal);
    look.title_font = sized(font, name_pixels, QFont::DemiBold);
    look.name_height = std::ceil(QFontMetricsF(look.name_font).height());
    look.detail_height = std::ceil(QFontMetricsF(look.detail_font).height());
    look.title_height = std::ceil(QFontMetricsF(look.title_font).height());
    look.unit = name_pixels / 3.25;
    set_colours(look);
    int index = 0;
    for (const edit::KindDescription& kind : kinds) look.accents[kind.word] = series_colour(index++, palette);
    return look;
}

int dot_rows(const edit::Item& item) {
    const auto dots = std::min<std::int64_t>(item.member_count, most_dots);
    return static_cast<int>((dots + dots_in_row - 1) / dots_in_row);
}

QSizeF box_size(const edit::Item& item, const DrawingLook& look) {
    double text = QFontMetricsF(look.name_font).horizontalAdvance(shown_name(item));
    const QFontMetricsF detail(look.detail_font);
    const std::size_t details = is_area_kind(item.name.kind) ? 1 : std::min(most_details, item.details.size());
    for (std::size_t i = 0; i < std::min(details, item.details.size()); ++i) {
        text = std::max(text, detail.horizontalAdvance(translated(edit::detail_words(item.details[i]))));
    }
    const double beside = look.icon_tile() + 11.5 * look.unit;  // with room for a state or a fault
    const auto dots = static_cast<double>(std::min<std::int64_t>(item.member_count, dots_in_row));
    double width = std::clamp(text + beside, narrowest_box * look.unit, widest_box * look.unit);
    width = std::max(width, dots * look.dot_step() + 5 * look.unit);
    const double lines = look.name_height + static_cast<double>(details) * look.detail_height;
    double height = std::max(lines, look.icon_tile()) + 3.5 * look.unit;
    if (dot_rows(item) > 0) height += dot_rows(item) * look.dot_step() + 1.25 * look.unit;
    const double step = look.grid();
    return {std::ceil(width / step) * step, std::ceil(height / step) * step};
}

QSizeF least_area_size(const edit::Item& item, const DrawingLook& look) {
    double title = QFontMetricsF(look.title_font).horizontalAdvance(shown_name(item));
    if (!item.details.empty()) {
        const QFontMetricsF detail(look.detail_font);
        title += detail.horizontalAdvance(translated(edit::detail_words(item.details.front()))) + 2 * look.unit;
    }
    const double step = look.grid();
    return {std::ceil((std::clamp(title, 18 * look.unit, widest_box * look.unit) + 13 * look.unit) / step) * step,
            std::ceil((look.title_height + 7 * look.unit) / step) * step};
}

QString shown_name(const edit::Item& item) {
    const std::string& id = item.name.id;
    const bool inside_parent = !item.parent.empty() && is_area_kind(item.name.kind) && id.size() > item.parent.size() &&
                               id.compare(0, item.parent.size(), item.parent) == 0 && id[item.parent.size()] == '/';
    return QString::fromStdString(inside_parent ? id.substr(item.parent.size() + 1) : id);
}

}  // namespace nines::gui
