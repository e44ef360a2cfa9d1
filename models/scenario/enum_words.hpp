// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <vector>

#include "models/scenario/value_text.hpp"
#include "models/scenario/values.hpp"

/// The words of each closed set of values, in the order in which manuals list them.
namespace nines::scenario {

template <class Enum>
constexpr auto enumerators();

template <>
constexpr auto enumerators<Ages>() {
    return std::array{Ages::new_, Ages::steady};
}
template <>
constexpr auto enumerators<ClockPolicy>() {
    return std::array{ClockPolicy::resume, ClockPolicy::renew, ClockPolicy::age};
}
template <>
constexpr auto enumerators<RepairQuality>() {
    return std::array{RepairQuality::renew, RepairQuality::minimal};
}
template <>
constexpr auto enumerators<StandbyMode>() {
    return std::array{StandbyMode::hot, StandbyMode::warm, StandbyMode::cold};
}
template <>
constexpr auto enumerators<CrewOrder>() {
    return std::array{CrewOrder::fifo, CrewOrder::priority, CrewOrder::random};
}
template <>
constexpr auto enumerators<WhenDegraded>() {
    return std::array{WhenDegraded::go, WhenDegraded::skip};
}

template <>
constexpr auto enumerators<ReplicationMode>() {
    return std::array{ReplicationMode::async,  ReplicationMode::semi_sync, ReplicationMode::sync,
                      ReplicationMode::quorum, ReplicationMode::shared,    ReplicationMode::none};
}
template <>
constexpr auto enumerators<WithoutReplica>() {
    return std::array{WithoutReplica::continue_, WithoutReplica::block};
}
template <>
constexpr auto enumerators<SyncWith>() {
    return std::array{SyncWith::any, SyncWith::first};
}
template <>
constexpr auto enumerators<WithoutNeeds>() {
    return std::array{WithoutNeeds::stay, WithoutNeeds::step_down};
}
template <>
constexpr auto enumerators<FailoverMode>() {
    return std::array{FailoverMode::automatic, FailoverMode::manual};
}
template <>
constexpr auto enumerators<PromoteBy>() {
    return std::array{PromoteBy::failover, PromoteBy::plan, PromoteBy::never};
}
template <>
constexpr auto enumerators<RepairTime>() {
    return std::array{RepairTime::at_once, RepairTime::after_failover};
}
template <>
constexpr auto enumerators<CheckKind>() {
    return std::array{CheckKind::probe, CheckKind::fixed_rate, CheckKind::lease, CheckKind::passive};
}
template <>
constexpr auto enumerators<BalancerMode>() {
    return std::array{BalancerMode::spread, BalancerMode::weighted, BalancerMode::priority};
}
template <>
constexpr auto enumerators<Redispatch>() {
    return std::array{Redispatch::never, Redispatch::last, Redispatch::always};
}
template <>
constexpr auto enumerators<LoadShape>() {
    return std::array{LoadShape::constant, LoadShape::diurnal};
}
template <>
constexpr auto enumerators<SloWindow>() {
    return std::array{SloWindow::calendar, SloWindow::rolling};
}
template <>
constexpr auto enumerators<SloMeasure>() {
    return std::array{SloMeasure::time, SloMeasure::requests};
}
template <>
constexpr auto enumerators<RestoreModel>() {
    return std::array{RestoreModel::chain, RestoreModel::manifest, RestoreModel::block};
}
template <>
constexpr auto enumerators<RestoreServe>() {
    return std::array{RestoreServe::full, RestoreServe::instant, RestoreServe::staged};
}
/// Those that a place may have: a scenario names no other.
template <>
constexpr auto enumerators<FailureClass>() {
    return std::array{FailureClass::rack, FailureClass::zone, FailureClass::region};
}

template <class Enum>
std::vector<std::string> words_of() {
    std::vector<std::string> words;
    for (const Enum value : enumerators<Enum>()) words.push_back(to_text(value));
    return words;
}

}  // namespace nines::scenario
