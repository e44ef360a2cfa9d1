// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QSizeF>
#include <map>
#include <string>
#include <vector>

#include "models/edit/catalogue.hpp"
#include "models/edit/topology.hpp"

namespace nines::gui {

/// Fonts, lengths and colours of the drawing, made anew when the palette changes. The font has a fixed size in the
/// drawing's own coordinates, so that a layout file looks the same on every screen; zoom makes it larger.
struct DrawingLook {
    QPalette palette;
    QFont name_font;
    QFont detail_font;
    QFont title_font;
    double name_height = 0.0;
    double detail_height = 0.0;
    double title_height = 0.0;

    double unit = 0.0;  ///< A quarter of a line of text: all gaps are multiples of it, and the grid is two.
    double grid() const { return 2 * unit; }
    double corner() const { return 1.5 * unit; }
    double icon_tile() const { return 7 * unit; }
    double dot() const { return 2 * unit; }
    double dot_step() const { return 2.75 * unit; }

    QColor background;
    QColor grid_dot;
    QColor text;
    QColor muted_text;
    QColor box;
    QColor box_edge;
    QColor shadow;
    QColor area_edge;
    QColor link;
    QColor selection;
    QColor error;
    QColor warning;
    std::map<std::string, QColor, std::less<>> accents;  ///< By kind.

    QColor area(int depth) const;
    QColor accent(const std::string& kind) const;
};

DrawingLook make_look(const QPalette& palette, const QFont& font, const std::vector<edit::KindDescription>& kinds);

/// `share` of `over` on top of `under`.
QColor blend(const QColor& under, const QColor& over, double share);

/// Member dots shown of a box before "+n".
inline constexpr int most_dots = 24;
/// Dots in a row of a box.
inline constexpr int dots_in_row = 12;
/// Details shown in a box.
inline constexpr std::size_t most_details = 2;

/// How many lines of dots a box has.
int dot_rows(const edit::Item& item);

/// How large the box of a thing is; of an area: as a collapsed box.
QSizeF box_size(const edit::Item& item, const DrawingLook& look);

/// The least size of an area: its title, and room to drop something into.
QSizeF least_area_size(const edit::Item& item, const DrawingLook& look);

/// What stands first in a box: the id without the domains before it ("eu/az1" is "az1" within eu).
QString shown_name(const edit::Item& item);

}  // namespace nines::gui
