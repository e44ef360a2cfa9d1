// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "models/paper/paper.hpp"

namespace nines::paper {

/// The paper as bytes (CBOR), by which one program hands it to another of the same version: numbers keep all their
/// bits, infinite ones too. Not a format to be kept.
std::string to_wire(const Paper& paper);

/// The paper that these bytes are; none if they are no paper of this version. Texts of charts come back as literals.
std::optional<Paper> from_wire(std::string_view bytes);

}  // namespace nines::paper
