// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "models/edit/property_state.hpp"
#include "sim/random/law.hpp"

namespace nines::edit {

/// The text with which a key says what another of its alternatives says: of a mean of 50 years "50 y" (a mean), "2%"
/// (failures per unit and year), "0.02 per y" (a rate), or the law itself where the key takes one. Figures are written
/// as short as they can be within 1e-9 of the value. Of another law than an exponential one its mean is kept. No more
/// than one failure a year can be said as a share. A share below 1 is an availability, for which the mean time to
/// repair is needed. Nothing if the key cannot say it.
std::optional<std::string> restated(const FieldInfo& field, const sim::Law& law,
                                    const std::optional<sim::Law>& repair = {});

/// The same for a value among `state`, in the table at `prefix`, whose time to repair is known from there.
std::optional<std::string> restated(const FieldInfo& field, const PropertyState& from, const ThingState& state,
                                    const Path& prefix);

}  // namespace nines::edit
