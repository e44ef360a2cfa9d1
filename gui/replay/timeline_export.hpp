// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace nines::gui {

class TimelineChart;

/// Writes what the chart shows, with all its rows, as PNG or SVG, or the events of the trial as CSV: by the ending of
/// the name. Answers why it failed, empty if it did not.
QString export_timeline(TimelineChart& chart, const QString& path);

}  // namespace nines::gui
