// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace nines::gui {

enum class Language { system, english, chinese };

/// Chinese if the system's user reads Chinese and the choice is `system`, else what is chosen.
Language resolved(Language language);

/// Texts that are made from now on are in this language; windows that exist keep theirs and have to be made anew.
/// Numbers are written with a point in every language.
void apply_language(Language language);

}  // namespace nines::gui
