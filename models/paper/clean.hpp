// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/paper/paper.hpp"
#include "models/report/clean_text.hpp"

namespace nines::paper {

using report::clean;

/// Every text of the paper cleaned; those of its charts become English literals.
void clean_all(Paper& paper);

}  // namespace nines::paper
