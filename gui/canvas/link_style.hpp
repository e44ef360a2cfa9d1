// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>
#include <string_view>

namespace nines::gui {

/// How links under one key look. The same key looks the same everywhere.
struct LinkStyle {
    enum class Head { filled, open, diamond, disc };
    QVector<double> dashes;  ///< In widths of the line; empty: solid.
    Head head = Head::filled;
    double width = 1.0;  ///< In widths of a thin line.
};

LinkStyle link_style(std::string_view key);

}  // namespace nines::gui
