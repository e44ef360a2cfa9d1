// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstdint>
#include <optional>

namespace nines::gui {

/// "10000", "10,000", "20 000", "1e6": a whole number from 0 on, as people type it; none: it is no such number.
std::optional<std::uint64_t> whole_number(QString text);

}  // namespace nines::gui
