// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/state_words.hpp"

#include <map>
#include <utility>

#include <fmt/format.h>

namespace nines::exporting {

using engine::Phase;
using namespace nines::compile;

namespace {

/// "node:web/1" -> "web/1".
std::string without_kind(const std::string& name) {
    return name.substr(name.find(':') + 1);
}

const char* words_of(Phase phase) {
    switch (phase) {
        case Phase::working: return "";
        case Phase::hidden: return "failed unnoticed";
        case Phase::awaiting_failover: return "waits for the failover";
        case Phase::awaiting_part: return "waits for a part";
        case Phase::awaiting_crew: return "waits for a crew";
        case Phase::responding: return "crew on its way";
        case Phase::repairing: return "in repair";
    }
    return "";
}

/// Empty for a replica that follows.
const char* words_of(CopyRole role) {
    switch (role) {
        case CopyRole::replica: return "";
        case CopyRole::primary: return "primary";
        case CopyRole::chosen: return "chosen";
        case CopyRole::absent: return "absent";
        case CopyRole::stale: return "stale";
        case CopyRole::lost: return "its data lost";
        case CopyRole::catching_up: return "catching up";
        case CopyRole::refilling: return "refilling";
        case CopyRole::rival: return "a rival primary";
        case CopyRole::restoring: return "being restored";
        case CopyRole::replaying: return "replaying its log";
        case CopyRole::bare: return "bare";
    }
    return "";
}

std::string words_of(const engine::PlanState& plan) {
    std::string text = plan.ripe != 0 || plan.down == 0 ? "" : "waits";
    switch (plan.phase) {
        case PlanPhase::idle: break;
        case PlanPhase::calling: text = "people are called"; break;
        case PlanPhase::deciding: text = "people decide"; break;
        case PlanPhase::travelling: text = "people are on their way"; break;
        case PlanPhase::working: text = fmt::format("at work, {} to do in stage {}", plan.left, plan.stage + 1); break;
        case PlanPhase::stuck: text = "cannot go on"; break;
        case PlanPhase::failed: text = "has failed"; break;
        case PlanPhase::settling:
        case PlanPhase::settled:
        case PlanPhase::awaiting_window: text = "waits to be undone"; break;
        case PlanPhase::failing_back: text = "is being undone"; break;
    }
    if (plan.applied != 0) text += text.empty() ? "in effect" : ", in effect";
    return text;
}

}  // namespace

StateWords::StateWords(const Program& program, const exact::Symmetry& symmetry, const exact::Scope& scope)
    : program_(program), scope_(scope), alike_of_(program.hosts.size()) {
    std::map<std::uint32_t, std::size_t> place_of_orbit;
    for (const HostId host : scope.hosts) {
        const auto [place, is_new] = place_of_orbit.try_emplace(symmetry.orbit_of(host), alike_.size());
        if (is_new) alike_.emplace_back();
        alike_[place->second].push_back(host);
        alike_of_[+host] = place->second;
    }
}

/// Of several that are alike, what they have in common: "web" for web/1 to web/3.
std::string StateWords::name_of(HostId host) const {
    const std::string name = without_kind(program_.hosts[+host].name);
    return alike_[alike_of_[+host]].size() == 1 ? name : name.substr(0, name.rfind('/'));
}

std::string StateWords::name_of(UnitId unit) const {
    const HostId host = program_.unit_hosts[+unit];
    return has_modes(unit) ? name_of(host) + ": " + mode_of(unit) : name_of(host);
}

/// Must be told which of its host's units it is?
bool StateWords::has_modes(UnitId unit) const {
    return program_.hosts[+program_.unit_hosts[+unit]].units.size() > 1;
}

/// "node:web/1:crash" -> "crash".
std::string StateWords::mode_of(UnitId unit) const {
    const std::string& whole = program_.unit_names[+unit];
    return whole.substr(whole.rfind(':') + 1);
}

std::string StateWords::condition_of(const exact::ChainState& state, UnitId unit, bool phases) const {
    const Phase phase = state.discrete.phase[+unit];
    std::string text = words_of(phase);
    const CareId care = program_.units[+unit].care;
    if (exists(care) && state.discrete.interrupted[+care] != 0) text += ", its repair put down";
    const std::uint8_t timer = state.timer[+unit];
    const bool runs = timer != exact::idle && timer != exact::due && timer > 0;
    if (phases && runs) text += fmt::format("{}phase {}", phase == Phase::working ? "works, " : ", ", timer + 1);
    return text.empty() || !has_modes(unit) ? text : mode_of(unit) + " " + text;
}

std::string StateWords::condition_of(const exact::ChainState& state, HostId id, bool phases) const {
    const Host& host = program_.hosts[+id];
    std::string text;
    const auto add = [&](const std::string& words) {
        if (!words.empty()) text += (text.empty() ? "" : ", ") + words;
    };
    for (std::uint32_t u = host.units.begin; u < host.units.end; ++u) {
        add(condition_of(state, static_cast<UnitId>(u), phases));
    }
    for (std::uint32_t c = host.copies.begin; c < host.copies.end; ++c) {
        add(words_of(state.discrete.copy_role[+program_.copies_of_hosts[c]]));
    }
    for (std::uint32_t e = host.endpoints.begin; e < host.endpoints.end; ++e) {
        const EndpointId endpoint = program_.endpoints_of_hosts[e];
        const HostId balancer = program_.balancers[+program_.endpoints[+endpoint].balancer].host;
        if (!state.discrete.endpoints[+endpoint].in_rotation)
            add("out of rotation at " + program_.hosts[+balancer].name);
    }
    if (exists(host.failover)) {
        const engine::FailoverState& failover = state.discrete.failovers[+host.failover];
        if (failover.phase != FailoverPhase::serving) add(word_of(failover.phase));
        if (failover.is_alarm) add("false alarm");
        if (failover.is_held) add("held");
        if (failover.is_returning) add("about to fail back");
        if (failover.is_lapsing) add("about to step down");
    }
    if (exists(host.plan)) add(words_of(state.discrete.plans[+host.plan]));
    if (!exists(host.standby)) return text;
    switch (state.discrete.role[+id]) {
        case engine::Role::out: break;
        case engine::Role::serving: add("in service"); break;
        case engine::Role::starting: add("starting"); break;
        case engine::Role::idle: add("standing by"); break;
    }
    return text;
}

std::vector<std::string> StateWords::of(const exact::ChainState& state, bool phases) const {
    std::vector<std::string> lines;
    for (const auto& hosts : alike_) {
        std::map<std::string, std::size_t> counts;
        for (const HostId host : hosts) ++counts[condition_of(state, host, phases)];
        for (const auto& [condition, count] : counts) {
            if (condition.empty()) continue;
            const std::string several = hosts.size() == 1 ? "" : fmt::format("{} of {} ", count, hosts.size());
            lines.push_back(fmt::format("{}{}: {}", several, name_of(hosts.front()), condition));
        }
    }
    for (const PoolId pool : scope_.pools) {
        const std::uint32_t left = state.discrete.pools[+pool].stock;
        if (left == program_.pools[+pool].stock) continue;
        lines.push_back(fmt::format("spares of {}: {} of {} in stock", without_kind(program_.pools[+pool].name), left,
                                    program_.pools[+pool].stock));
    }
    if (lines.empty()) lines.emplace_back("all well");
    return lines;
}

std::string StateWords::subject_of(const exact::RateSource& source) const {
    using Kind = exact::RateSource::Kind;
    switch (source.kind) {
        case Kind::unit: return name_of(static_cast<UnitId>(source.index));
        case Kind::start: return name_of(static_cast<HostId>(program_.standbys[source.index].first_host));
        case Kind::order: return without_kind(program_.pools[source.index].name);
        case Kind::shock: {
            const UnitId target = program_.targets[program_.shocks[source.index].targets.begin];
            return without_kind(program_.labels[program_.unit_labels[+target]]);
        }
        case Kind::stage:
        case Kind::alarm:
        case Kind::failback:
        case Kind::step_down:
        case Kind::hold: return without_kind(program_.hosts[+program_.failovers[source.index].host].name);
        case Kind::resync: return name_of(program_.copies[source.index].host);
        case Kind::check: return name_of(program_.endpoints[source.index].host);
        case Kind::plan: return program_.plans[source.index].name;
    }
    return {};
}

std::string StateWords::of(const exact::RateSource& source) const {
    using Kind = exact::RateSource::Kind;
    const std::string subject = subject_of(source);
    switch (source.kind) {
        case Kind::start: return subject + ": a start ends";
        case Kind::order: return subject + ": a part arrives";
        case Kind::shock: return subject + " strikes";
        case Kind::stage: return fmt::format("{}: {} ends", subject, word_of(source.stage));
        case Kind::alarm: return subject + ": a false alarm";
        case Kind::hold: return subject + ": another failover may begin";
        case Kind::failback: return subject + ": hands over to the first copy";
        case Kind::step_down: return subject + ": the primary steps down";
        case Kind::resync: return subject + " follows again";
        case Kind::check: return subject + ": the balancer notices";
        case Kind::plan: return subject + " goes on";
        case Kind::unit: break;
    }
    switch (source.phase) {
        case Phase::working: return subject + (has_modes(static_cast<UnitId>(source.index)) ? " happens" : " fails");
        case Phase::hidden: return subject + " is noticed";
        case Phase::responding: return subject + ": the crew arrives";
        case Phase::repairing: return subject + " is repaired";
        case Phase::awaiting_failover:
        case Phase::awaiting_part:
        case Phase::awaiting_crew: break;
    }
    return subject;
}

std::string StateWords::of_phase(const exact::RateSource& source) const {
    const bool ages = source.kind == exact::RateSource::Kind::unit && source.phase == Phase::working;
    return subject_of(source) + (ages ? " ages" : ": next phase");
}

}  // namespace nines::exporting
