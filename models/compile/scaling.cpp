// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compile/scaling.hpp"

#include <algorithm>

#include "models/compile/assembler.hpp"
#include "models/scenario/group_size.hpp"
#include "models/scenario/parse.hpp"

namespace nines::compile {

namespace {

constexpr double usual_target = 0.6;
constexpr double usual_tolerance = 0.1;

bool is_member(const Scaling& scaling, HostId host) {
    return +host >= scaling.first_host && +host < scaling.first_host + scaling.count;
}

/// Do requests that the balancer sends out reach a member? Balancers stand before those that send to them.
std::vector<bool> balancers_before(const Program& program, const Scaling& scaling) {
    std::vector<bool> leads(program.balancers.size(), false);
    for (std::uint32_t b = 0; b < program.balancers.size(); ++b) {
        const Range endpoints = program.balancers[b].endpoints;
        for (std::uint32_t e = endpoints.begin; e < endpoints.end; ++e) {
            const Endpoint& endpoint = program.endpoints[e];
            const bool passes_on = exists(endpoint.next) && leads[+endpoint.next];
            leads[b] = leads[b] || passes_on || is_member(scaling, endpoint.host);
        }
    }
    return leads;
}

}  // namespace

bool Assembler::is_entered_at(std::uint32_t service, std::uint32_t group) const {
    const scenario::Field<std::string>& written = scenario_.services[service].entry;
    if (!written) return false;
    const scenario::Reference entry = *scenario::parse_reference(*written, written.origin.place);
    const bool may_be_group = entry.kind == scenario::RefKind::any || entry.kind == scenario::RefKind::group;
    return may_be_group && group_index(entry.name) == group;
}

Scaling Assembler::scaling_of(std::uint32_t g) const {
    const scenario::Group& group = scenario_.groups[g];
    const scenario::Scale& keys = *group.scale;
    const auto& members = draft_.group_members[g];
    Scaling scaling;
    scaling.standby = program_.hosts[members.front()].standby;
    scaling.first_host = members.front();
    scaling.count = static_cast<std::uint32_t>(members.size());
    scaling.least = static_cast<std::uint32_t>(scenario::least_serving(group));
    scaling.most = scaling.count;
    scaling.capacity = draft_.hosts[members.front()].capacity;
    scaling.each = scaling.capacity * keys.target.value_or(usual_target);
    scaling.tolerance = keys.tolerance.value_or(usual_tolerance);
    scaling.delay_seconds = keys.sync.value_or(Duration::seconds(15.0)).in_seconds() / 2.0 +
                            keys.metrics.value_or(Duration::seconds(60.0)).in_seconds();
    scaling.stabilisation_seconds = keys.stabilisation.value_or(Duration::minutes(5.0)).in_seconds();
    return scaling;
}

/// A number that the load can never raise needs no looking after: the group is then a plain one with cold standby.
void Assembler::add_scalings() {
    const double end = options_.horizon.in_seconds() + options_.warm_up.in_seconds();
    for (std::uint32_t g = 0; g < scenario_.groups.size(); ++g) {
        if (!scenario_.groups[g].scale) continue;
        Scaling scaling = scaling_of(g);
        const std::vector<bool> leads = balancers_before(program_, scaling);
        double highest = 0.0;
        for (std::uint32_t s = 0; s < program_.service_count; ++s) {
            const Subject& service = program_.subjects[s];
            const bool is_direct = is_entered_at(s, g);
            const bool arrives = is_direct || (exists(service.entry) && leads[+service.entry]);
            if (!service.demand.exists() || !arrives) continue;
            highest += service.demand.highest(end);
            (is_direct ? scaling.direct : scaling.services).push_back(static_cast<SubjectId>(s));
        }
        if (highest <= scaling.least * scaling.each * (1.0 + scaling.tolerance)) continue;
        const auto id = static_cast<ScalingId>(program_.scalings.size());
        program_.standbys[+scaling.standby].scaling = id;
        program_.scalings.push_back(std::move(scaling));
    }
    list_scalings_by_balancer();
}

/// A balancer that passes requests to others may move the load of a group wherever it stands among them.
void Assembler::list_scalings_by_balancer() {
    std::vector<std::vector<bool>> moves;
    for (const Scaling& scaling : program_.scalings) {
        moves.emplace_back(program_.balancers.size(), false);
        for (const SubjectId service : scaling.services) moves.back()[+program_.subjects[+service].entry] = true;
        for (std::uint32_t b = static_cast<std::uint32_t>(program_.balancers.size()); b-- > 0;) {
            const Range endpoints = program_.balancers[b].endpoints;
            for (std::uint32_t e = endpoints.begin; moves.back()[b] && e < endpoints.end; ++e) {
                if (exists(program_.endpoints[e].next)) moves.back()[+program_.endpoints[e].next] = true;
            }
        }
    }
    for (std::uint32_t b = 0; b < program_.balancers.size(); ++b) {
        Range& range = program_.balancers[b].scalings;
        range.begin = static_cast<std::uint32_t>(program_.scalings_of_balancers.size());
        for (std::uint32_t s = 0; s < program_.scalings.size(); ++s) {
            if (moves[s][b]) program_.scalings_of_balancers.push_back(static_cast<ScalingId>(s));
        }
        range.end = static_cast<std::uint32_t>(program_.scalings_of_balancers.size());
    }
}

}  // namespace nines::compile
