// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/paper/paper.hpp"

namespace nines::gui {

/// The paper as one HTML file that needs nothing else: no script, nothing from the network; pictures within, for light
/// and dark screens; the numbers of each chart as a table beside it. Well-formed XML too. Every text is escaped by the
/// template library, by where it stands. Precondition: there is a QApplication.
std::string report_html(const paper::Paper& paper);

}  // namespace nines::gui
