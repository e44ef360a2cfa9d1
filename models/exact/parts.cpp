// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/parts.hpp"

#include <cmath>
#include <limits>
#include <utility>

#include "models/exact/representable.hpp"

namespace nines::exact {

namespace {

Symmetry symmetry_without(const Program& program, HostId apart) {
    std::vector<HostId> hosts = kept_apart(program);
    if (exists(apart)) hosts.push_back(apart);
    return Symmetry(program, hosts);
}

}  // namespace

Parts::Parts(const Program& program, const Activities& activities, const Islands& islands, ExploreOptions options)
    : program_(&program),
      activities_(&activities),
      islands_(&islands),
      options_(std::move(options)),
      symmetry_(symmetry_without(program, none<HostId>)) {}

Parts::Parts(Parts& others, HostId apart, std::uint32_t most_states)
    : program_(others.program_),
      activities_(others.activities_),
      islands_(others.islands_),
      options_{most_states, others.options_.go_on},
      symmetry_(exists(apart) ? symmetry_without(*program_, apart) : others.symmetry_),
      others_(&others),
      apart_(apart) {}

PartOrRefusal Parts::chain_of(const PartList& list) {
    const bool has_apart = exists(apart_) && list.size() == 1 && list.front() == islands_->of_host[+apart_];
    if (others_ != nullptr && list.size() == 1 && !has_apart) return others_->chain_of(list);
    auto known = known_.find(list);
    if (known == known_.end()) known = known_.emplace(list, solve(list)).first;
    if (const auto* refusal = std::get_if<Refusal>(&known->second)) return *refusal;
    return std::get<std::unique_ptr<PartChain>>(known->second).get();
}

Parts::Solved Parts::solve(const PartList& list) const {
    auto chain = std::make_unique<PartChain>(*program_, *activities_, symmetry_, joined(islands_->scopes, list));
    if (auto refusal = chain->solve(options_)) return *std::move(refusal);
    return chain;
}

double Parts::joint_states(const PartList& list) {
    double product = 1.0;
    struct Alike {
        double count = 0.0;
        double conditions = 1.0;
    };
    std::map<std::uint32_t, Alike> alike;  // by orbit
    for (const std::uint32_t island : list) {
        if (const auto lone = lone_unit(*program_, islands_->scopes[island])) {
            Alike& of = alike[symmetry_.orbit_of(program_->unit_hosts[+lone->unit])];
            of.count += 1.0;
            of.conditions = phases_of(*lone);
        } else {
            const PartOrRefusal found = chain_of({island});
            if (std::holds_alternative<Refusal>(found)) return std::numeric_limits<double>::infinity();
            product *= std::get<PartChain*>(found)->chain().state_count();
        }
    }
    for (const auto& [orbit, of] : alike) {
        product *=
            std::exp(std::lgamma(of.count + of.conditions) - std::lgamma(of.count + 1.0) - std::lgamma(of.conditions));
    }
    return product;
}

double Parts::phases_of(const LoneUnit& lone) const {
    double phases = 0.0;
    const Unit& unit = program_->units[+lone.unit];
    for (const SamplerId sampler : {unit.time_to_failure, unit.time_to_repair}) {
        phases += exists(sampler) ? activities_->of(sampler).over() : 1.0;
    }
    return phases;
}

}  // namespace nines::exact
