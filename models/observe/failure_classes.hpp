// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>

#include "models/engine/cause_walk.hpp"

/// Of which class a failure is: how wide it reaches.
namespace nines::observe {

using namespace nines::compile;
using scenario::FailureClass;

/// One place for each class and, behind them, one for all together.
inline constexpr std::size_t all_classes = ClassLimits::class_count;
inline constexpr std::size_t class_slots = all_classes + 1;

constexpr std::size_t slot_of(FailureClass failure_class) {
    return static_cast<std::size_t>(failure_class);
}

/// How wide a class reaches: region > zone > rack > partition > node. The others are never compared with these.
constexpr int width_of(FailureClass failure_class) {
    switch (failure_class) {
        case FailureClass::node: return 1;
        case FailureClass::partition: return 2;
        case FailureClass::rack: return 3;
        case FailureClass::zone: return 4;
        case FailureClass::region: return 5;
        case FailureClass::false_alarm:
        case FailureClass::corruption:
        case FailureClass::ransomware: break;
    }
    return 0;
}

constexpr FailureClass wider(FailureClass a, FailureClass b) {
    return width_of(b) > width_of(a) ? b : a;
}

/// Of what is known to have made the data of a store bad: ransomware before corruption; none if nothing is.
inline std::optional<FailureClass> class_of_bad_data(const Program& program, const engine::DiscreteState& state,
                                                     FailoverId id) {
    std::optional<FailureClass> found;
    engine::for_each_bad(program, state, id, [&](UnitId unit) {
        const FailureClass of_unit = program.unit_classes[+unit];
        if (!found || of_unit == FailureClass::ransomware) found = of_unit;
    });
    return found;
}

/// The widest class among what is down on the host and around it; node if nothing is.
inline FailureClass class_of_loss(const Program& program, const engine::DiscreteState& state, HostId host) {
    auto widest = FailureClass::node;
    engine::for_each_down(program, state, host,
                          [&](UnitId unit) { widest = wider(widest, program.unit_classes[+unit]); });
    return widest;
}

}  // namespace nines::observe
