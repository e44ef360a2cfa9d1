// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/paper/paper.hpp"

namespace nines::paper {

/// The paper as GitHub-flavoured Markdown. Charts become tables of their numbers; drawings are left out.
std::string to_markdown(const Paper& paper);

}  // namespace nines::paper
