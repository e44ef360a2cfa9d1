// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "models/validate/checker.hpp"
#include "models/validate/traffic.hpp"

/// Deploys, maintenance and patches against what services bear.
namespace nines::validate {

/// A need that counts the members of a group.
struct CountedMembers {
    const scenario::Group& group;
    std::int64_t size = 0;
    std::int64_t wanted = 0;
};

/// What goes out on purpose, or gets a bad version, against the members that a service needs.
void check_changes_of_need(Checker& checker, const scenario::Service& service, const scenario::Need& need,
                           const CountedMembers& counted);

/// ... and against the highest load, in requests per second, where all together suffice.
void check_changes_at_peak(Checker& checker, const scenario::Service& service, const std::vector<ServingPart>& parts,
                           double demand);

}  // namespace nines::validate
