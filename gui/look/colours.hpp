// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

/// Colours by what they mean, for light and dark windows. Nothing else in the program names a colour. The series are
/// those of Okabe and Ito, which people with colour blindness tell apart; what a colour says is also said by a shape, a
/// dash or a word.
namespace nines::gui {

enum class Role {
    up,        ///< Works.
    degraded,  ///< Works with less.
    down,
    recovering,  ///< Is being repaired, failed over, resynchronised.
    standby,     ///< Works and is not needed now.
    planned,     ///< Down on purpose.
    error,
    warning,
    verified,   ///< Confirmed by the exact engine.
    objective,  ///< Lines of objectives.
    muted,      ///< Grid lines, hints.
    area,       ///< Fill of domains.
    item,       ///< Fill of things.
    link,
    selection,
};

bool is_dark(const QPalette& palette);
QColor colour(Role role, const QPalette& palette);

/// The n-th colour of a series of data; they repeat after eight.
QColor series_colour(int n, const QPalette& palette);

/// From nothing (0) to the most (1): how much of the downtime is whose.
QColor heat_colour(double share, const QPalette& palette);

}  // namespace nines::gui
