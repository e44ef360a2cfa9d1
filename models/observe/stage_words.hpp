// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace nines::observe {

/// What a store does in a stage of its failover, "promoting" or "by-hand", in words for people: "recovery by hand".
/// The stage itself if it is none of ours.
std::string_view words_of_stage(std::string_view stage);

}  // namespace nines::observe
