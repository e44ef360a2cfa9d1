// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "models/export/parts.hpp"

namespace nines::exporting {

/// Rates in exported chains are per hour, the unit that availability engineers expect.
inline constexpr double seconds_a_unit = 3600.0;

/// One chain of all that some services need, and in which of its states each of them is down. Hosts that are alike
/// are counted, not named: a state says how many of them are in which condition.
struct ServiceChain {
    struct Service {
        std::string name;   ///< "site".
        std::string label;  ///< "down_site": an identifier.
        sim::StateSet down;
    };

    std::unique_ptr<Parts> parts;  ///< The chain points into it.
    exact::Scope scope;
    std::unique_ptr<exact::PartChain> part;  ///< Explored, not solved.
    std::vector<Service> services;
    std::vector<exact::Approximation> approximations;

    const sim::Chain& chain() const { return part->chain(); }
    std::vector<bool> start_states() const;
    /// Some service is down.
    bool is_down(sim::StateIndex state) const;
};

/// Refused: what no chain can follow, with the reasons that `nines solve` gives; more states than allowed.
/// Precondition: at least one service. `program` outlives the result.
std::variant<ServiceChain, exact::Refusal> service_chain(const compile::Program& program,
                                                         const ExportQuestion& question);

/// What the formats for chains cannot say of this one, in sentences.
std::vector<std::string> unsaid_of(const ServiceChain& chain);

}  // namespace nines::exporting
