// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace nines::gui {

/// A moment of a replayed trial: kept with the design while windows are made anew.
struct ReplayPlace {
    quint64 trial = 0;
    double seconds = 0.0;  ///< Since its begin.
};

}  // namespace nines::gui
