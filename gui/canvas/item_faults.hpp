// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "models/edit/topology.hpp"
#include "models/scenario/diagnostic.hpp"

namespace nines::gui {

/// What is wrong with one thing.
struct ItemFault {
    enum class Kind { none, warning, error };
    Kind kind = Kind::none;
    QString words;  ///< One line for each diagnostic.

    friend bool operator==(const ItemFault&, const ItemFault&) = default;
};

/// The diagnostics of each item of the topology: those whose line is between its header and the next header of a thing
/// in the same file.
std::vector<ItemFault> faults_of(const edit::Topology& topology, const scenario::Diagnostics& diagnostics);

}  // namespace nines::gui
