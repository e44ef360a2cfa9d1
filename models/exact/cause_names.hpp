// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "models/exact/scope.hpp"

namespace nines::exact {

/// The name of a unit's cause in downtime chains, the members of a group taken together: "node:web/*:crash".
std::string label_of(const Program& program, UnitId unit);

/// Names for sets of causes. The members of a group go by one name and are counted: a chain counts those that are
/// alike, so it cannot say which.
class CauseNames {
public:
    explicit CauseNames(const Program& program);

    /// A set of labels (see Program::labels, each at most once): names in the program's order, and how many labels of
    /// each.
    using Counts = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
    Counts counted(const std::vector<std::uint32_t>& labels) const;

    /// In words: "node:balancer:failure", "2 of node:web/*:failure".
    std::vector<std::string> words(const Counts& counts) const;

private:
    std::vector<std::string> families_;     ///< Names, in the order of the labels.
    std::vector<std::uint32_t> family_of_;  ///< By label.
};

}  // namespace nines::exact
