// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QPrinter;

namespace nines::gui {

class CanvasScene;

/// The whole drawing as a picture, without selection and focus. All answer why it failed; empty: done.

/// By the ending of the path: .png (of `scale` pixels per unit of the drawing), .svg or .pdf.
QString export_drawing(CanvasScene& scene, const QString& path, double scale);

/// On one page.
QString print_drawing(CanvasScene& scene, QPrinter& printer);

}  // namespace nines::gui
