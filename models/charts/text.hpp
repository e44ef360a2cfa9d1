// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scenario/translate.hpp"
#include "models/scenario/wording.hpp"

/// Words of charts are sentences that a window can say in the user's language.
namespace nines::charts {

using nines::translate;
using wording::literal;
using wording::plain;
using wording::say;
using wording::Text;
using wording::written;

}  // namespace nines::charts
