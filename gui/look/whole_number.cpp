// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/whole_number.hpp"

#include <cmath>

namespace nines::gui {

std::optional<std::uint64_t> whole_number(QString text) {
    constexpr double most = 9e15;
    text.remove(QLatin1Char(',')).remove(QLatin1Char('_')).remove(QLatin1Char(' '));
    bool is_number = false;
    const double number = text.toDouble(&is_number);
    if (!is_number || !(number >= 0.0) || number > most || number != std::floor(number)) return std::nullopt;
    return static_cast<std::uint64_t>(number);
}

}  // namespace nines::gui
