// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The only place where QScintilla is included: its headers need the words `signals` and `slots`, which are not
// keywords here.
#define signals Q_SIGNALS
#define slots Q_SLOTS
#include <Qsci/qscicommandset.h>
#include <Qsci/qscilexercustom.h>
#include <Qsci/qsciscintilla.h>
#undef signals
#undef slots
