// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/canvas/item_faults.hpp"

#include <algorithm>
#include <map>

namespace nines::gui {

std::vector<ItemFault> faults_of(const edit::Topology& topology, const scenario::Diagnostics& diagnostics) {
    // Of things with one header (a domain and its parts) the first counts.
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> headers;
    for (std::size_t item = 0; item < topology.items.size(); ++item) {
        const scenario::Place& place = topology.items[item].place;
        if (place.line > 0) headers.emplace(std::pair(place.file, place.line), item);
    }
    std::vector<ItemFault> faults(topology.items.size());
    for (const scenario::Diagnostic& diagnostic : diagnostics) {
        const auto after = headers.upper_bound({diagnostic.place.file, diagnostic.place.line});
        if (after == headers.begin()) continue;
        const auto& [header, item] = *std::prev(after);
        if (header.first != diagnostic.place.file) continue;
        ItemFault& fault = faults[item];
        const bool error = diagnostic.severity == scenario::Severity::error;
        fault.kind = error ? ItemFault::Kind::error : std::max(fault.kind, ItemFault::Kind::warning);
        if (!fault.words.isEmpty()) fault.words += QLatin1Char('\n');
        fault.words += QString::fromStdString(diagnostic.code + ": " + diagnostic.message);
    }
    return faults;
}

}  // namespace nines::gui
