// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <type_traits>
#include <vector>

#include "models/scenario/field_spec.hpp"
#include "models/scenario/scenario.hpp"

namespace nines::edit {

/// Values of plans: texts in which names stand between other words.
template <class M>
inline constexpr bool is_plan_type = std::is_same_v<M, std::vector<scenario::DownFor>> ||
                                     std::is_same_v<M, scenario::Failback> || std::is_same_v<M, scenario::PlanSteps>;

/// Values of these types name things by their form; their fields say in `FieldSpec::refers` of which kinds.
template <class M>
inline constexpr bool is_reference_type =
    std::is_same_v<M, scenario::Reference> || std::is_same_v<M, std::vector<scenario::Selector>> ||
    std::is_same_v<M, std::vector<scenario::Need>> || std::is_same_v<M, scenario::EventAction> || is_plan_type<M>;

/// The words of `FieldSpec::refers`, for a field of the kind `own_kind`.
std::vector<std::string> kinds_referred(const scenario::FieldSpec& spec, const std::string& own_kind);

}  // namespace nines::edit
