// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/export/service_chain.hpp"

namespace nines::exporting {

/// A chain in PRISM's explicit format, for PRISM (`-importtrans`, `-importlabels`, `-ctmc`) and tools that read it.
/// Rates are per hour. Labels: "init", and "down_SERVICE" for each service. See sim/markov/explicit_files.hpp.
struct ExplicitText {
    std::string transitions;  ///< The .tra file.
    std::string labels;       ///< The .lab file.
};

ExplicitText explicit_text(const ServiceChain& chain);

}  // namespace nines::exporting
