// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <type_traits>

/// Typed indices into the flat arrays of a Program. `+id` is the index as a plain number.
namespace nines::compile {

enum class UnitId : std::uint32_t {};
enum class HostId : std::uint32_t {};
enum class GateId : std::uint32_t {};
enum class LineId : std::uint32_t {};
enum class SamplerId : std::uint32_t {};
enum class CareId : std::uint32_t {};
enum class ClockId : std::uint32_t {};
enum class CrewId : std::uint32_t {};
enum class PoolId : std::uint32_t {};
enum class StandbyId : std::uint32_t {};
enum class ShareId : std::uint32_t {};
enum class ShockId : std::uint32_t {};
enum class OccasionId : std::uint32_t {};
enum class CopyId : std::uint32_t {};
enum class FailoverId : std::uint32_t {};
enum class EndpointId : std::uint32_t {};
enum class BalancerId : std::uint32_t {};
enum class LatchId : std::uint32_t {};
enum class CohortId : std::uint32_t {};
enum class WarmUpId : std::uint32_t {};
enum class ResizeId : std::uint32_t {};
enum class ScalingId : std::uint32_t {};
enum class BackupId : std::uint32_t {};
enum class PipeId : std::uint32_t {};
enum class DeployId : std::uint32_t {};
enum class CorruptionId : std::uint32_t {};
enum class PlanId : std::uint32_t {};
enum class SubjectId : std::uint32_t {};

template <class Id>
requires std::is_enum_v<Id>
constexpr std::uint32_t operator+(Id id) {
    return static_cast<std::uint32_t>(id);
}

/// "No such thing".
template <class Id>
inline constexpr Id none = static_cast<Id>(~std::uint32_t{0});

template <class Id>
constexpr bool exists(Id id) {
    return id != none<Id>;
}

/// Half-open range [begin, end) of a flat array.
struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    constexpr std::uint32_t size() const { return end - begin; }
    constexpr bool empty() const { return begin == end; }
};

}  // namespace nines::compile
