// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include "models/paper/paper.hpp"

namespace nines::gui {

/// The paper as A4 pages with numbers: headings stay with what follows, tables break between rows and repeat their
/// head, charts and drawings are lines and letters. Precondition: there is a QApplication.
QByteArray report_pdf(const paper::Paper& paper);

}  // namespace nines::gui
