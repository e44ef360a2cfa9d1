// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace nines::gui {

class Design;

/// Asks for a file and writes the report of the design's latest run there: HTML, PDF or Markdown by its ending. Says so
/// when there was no run yet, or when its figures are of an earlier text.
void export_report(const Design& design, QWidget* parent);

}  // namespace nines::gui
