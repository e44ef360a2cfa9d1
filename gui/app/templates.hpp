// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string>
#include <vector>

namespace nines::gui {

/// A scenario that comes with the program, to begin a design with.
struct Template {
    QString name;         ///< "designs/web_single": where it stands in the repository's `scenarios`.
    QString group;        ///< "tutorial", "designs".
    QString title;        ///< Its name in reports.
    QString description;  ///< The first sentence of its comment.
    std::string text;     ///< Complete in itself: what a file includes is already in it.
};

/// All of them, tutorials in their order first. They are part of the program, so there is no file to be missing.
std::vector<Template> shipped_templates();

}  // namespace nines::gui
