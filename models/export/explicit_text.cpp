// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/explicit_text.hpp"

#include "sim/markov/explicit_files.hpp"

namespace nines::exporting {

ExplicitText explicit_text(const ServiceChain& chain) {
    sim::Labels labels;
    labels.sets.emplace_back("init", chain.start_states());
    for (const ServiceChain::Service& service : chain.services) labels.sets.emplace_back(service.label, service.down);
    return {sim::write_transitions(chain.chain(), seconds_a_unit), sim::write_labels(labels)};
}

}  // namespace nines::exporting
