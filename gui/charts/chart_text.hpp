// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "models/charts/text.hpp"

namespace nines::gui {

/// A chart's text in the user's language.
QString words(const charts::Text& text);
/// Sentences in a row.
QString words(const std::vector<charts::Text>& sentences);

}  // namespace nines::gui
