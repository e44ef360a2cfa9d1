// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/explore.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "models/engine/events.hpp"

namespace nines::exact {

using engine::Phase;

namespace {

/// Adds up steps to the same state and leaves out those back to `from`.
void join(std::vector<sim::Transition>& row, sim::StateIndex from) {
    std::erase_if(row, [&](const sim::Transition& step) { return step.to == from; });
    std::ranges::sort(row, {}, &sim::Transition::to);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (kept > 0 && row[kept - 1].to == row[i].to) {
            row[kept - 1].per_second += row[i].per_second;
        } else {
            row[kept++] = row[i];
        }
    }
    row.resize(kept);
}

}  // namespace

Exploration::Exploration(const Program& program, const Activities& activities, const Symmetry& symmetry,
                         const Scope& scope)
    : program_(&program),
      activities_(&activities),
      scope_(scope),
      codec_(program, symmetry, scope),
      branching_(program, activities, codec_) {}

bool Exploration::refuse(std::string reason, std::string hint) {
    refusal_ = Refusal{std::move(reason), std::move(hint)};
    return false;
}

bool Exploration::finish_branch(std::string& key) {
    if (!branching_.settle()) {
        return refuse("times of zero follow each other for ever", "give failures, or repairs, a time above 0");
    }
    if (branching_.probability() > 0.0 && !codec_.encode(branching_.now(), branching_.touched(), key)) {
        return refuse("too many jobs wait in one queue", "a larger crew, more spares, or nines run");
    }
    return true;
}

/// The next branch of the event in hand; false when there is none, or when that was refused: n unlike targets of a
/// cause have 2^n outcomes.
bool Exploration::next_branch() {
    constexpr std::uint64_t most_branches = 100'000;
    constexpr std::uint64_t branches_between_questions = 1024;
    if (!branching_.next_script()) return false;
    if (++branches_ > most_branches) {
        return refuse(fmt::format("one event can end in more than {} ways", most_branches),
                      "a cause with a share below 100 % that hits many unlike parts is the usual reason: nines run");
    }
    if (branches_ % branches_between_questions == 0 && go_on_ && !go_on_()) return refuse("no time left", {});
    return true;
}

bool Exploration::find_start() {
    branching_.first_script();
    branches_ = 0;
    do {
        branching_.begin();
        for (const HostId host : scope_.hosts) {
            const Range units = program_->hosts[+host].units;
            for (std::uint32_t u = units.begin; u < units.end; ++u) {
                branching_.begin_operation(static_cast<UnitId>(u), 1.0);
            }
            const FailoverId failover = program_->hosts[+host].failover;
            if (exists(failover) && exists(program_->failovers[+failover].false_alarm))
                branching_.begin_alarm(failover);
            const Range endpoints = program_->hosts[+host].endpoints;
            for (std::uint32_t e = endpoints.begin; e < endpoints.end; ++e) {
                engine::await_next(branching_, program_->endpoints_of_hosts[e]);
            }
        }
        for (const ShockId id : scope_.shocks) {
            const Shock& shock = program_->shocks[+id];
            if (exists(shock.interval)) branching_.start_timer(shock.leaf, activities_->of(shock.interval));
        }
        if (!finish_branch(key_)) return false;
        if (branching_.probability() == 0.0) continue;
        const sim::StateIndex state = store_.number_of(key_);
        const auto known = std::ranges::find(start_, state, &sim::StartState::state);
        if (known == start_.end()) {
            start_.push_back({state, branching_.probability()});
        } else {
            known->probability += branching_.probability();
        }
    } while (next_branch());
    return !refusal_;
}

/// All that can follow when the timer of `leaf`, now in `phase`, moves on; `times` hosts are in the same condition.
template <class Use>
bool Exploration::follow(sim::Leaf leaf, std::uint8_t phase, const Activity& activity, double times,
                         const RateSource& source, Use& use) {
    const double per_second = activity.per_second(phase) * times;
    branches_ = 0;
    for (const Activity::Branch& branch : activity.after(phase)) {
        branching_.first_script();
        do {
            branching_.begin();
            if (branch.phase == activity.over()) {
                branching_.fire(leaf);
            } else {
                branching_.move_timer(leaf, branch.phase);
            }
            if (!finish_branch(next_key_)) return false;
            const double rate = per_second * branch.probability * branching_.probability();
            if (rate > 0.0) use(source, rate);
        } while (next_branch());
        if (refusal_) return false;
    }
    return true;
}

template <class Use>
bool Exploration::expand_host(HostId id, std::uint32_t count, Use& use) {
    const Host& host = program_->hosts[+id];
    for (std::uint32_t u = host.units.begin; u < host.units.end; ++u) {
        const auto unit = static_cast<UnitId>(u);
        if (codec_.here().timer[u] == idle) continue;
        const Activity* activity = branching_.activity_of(unit, codec_.here());
        if (activity == nullptr) continue;  // a repair that was interrupted
        const Phase phase = codec_.here().discrete.phase[u];
        double times = count;
        if (phase == Phase::working && exists(program_->units[u].time_to_failure)) {
            times *= engine::pace_of(*program_, codec_.here().discrete, unit).pace;
        }
        if (times <= 0.0) continue;
        if (!follow(u, codec_.here().timer[u], *activity, times, {RateSource::Kind::unit, u, phase, {}}, use))
            return false;
    }
    const auto follow_timer = [&](sim::Leaf leaf, const RateSource& source) {
        const std::uint8_t phase = codec_.here().timer[leaf];
        if (phase == idle) return true;
        return follow(leaf, phase, *branching_.activity_of_other(leaf, codec_.here()), count, source, use);
    };
    for (std::uint32_t c = host.copies.begin; c < host.copies.end; ++c) {
        const CopyId copy = program_->copies_of_hosts[c];
        if (!follow_timer(program_->copies[+copy].leaf, {RateSource::Kind::resync, +copy, {}, {}})) return false;
    }
    for (std::uint32_t e = host.endpoints.begin; e < host.endpoints.end; ++e) {
        const EndpointId endpoint = program_->endpoints_of_hosts[e];
        if (!follow_timer(program_->endpoints[+endpoint].leaf, {RateSource::Kind::check, +endpoint, {}, {}}))
            return false;
    }
    if (exists(host.failover)) {
        const FailoverGroup& group = program_->failovers[+host.failover];
        const std::uint32_t number = +host.failover;
        if (!follow_timer(group.stage_leaf,
                          {RateSource::Kind::stage, number, {}, codec_.here().discrete.failovers[number].phase}) ||
            !follow_timer(group.alarm_leaf, {RateSource::Kind::alarm, number, {}, {}}) ||
            !follow_timer(group.hold_leaf, {RateSource::Kind::hold, number, {}, {}})) {
            return false;
        }
        if (group.waits_to_return() && !follow_timer(group.return_leaf, {RateSource::Kind::failback, number, {}, {}})) {
            return false;
        }
        if (group.waits_to_step_down() &&
            !follow_timer(group.step_down_leaf, {RateSource::Kind::step_down, number, {}, {}})) {
            return false;
        }
    }
    if (exists(host.plan)) {
        const RecoveryPlan& plan = program_->plans[+host.plan];
        for (std::uint32_t t = 0; t < plan.timer_count(); ++t) {
            if (!follow_timer(plan.first_leaf + t, {RateSource::Kind::plan, +host.plan, {}, {}})) return false;
        }
    }
    if (!exists(host.standby) || !exists(program_->standbys[+host.standby].start)) return true;
    const sim::Leaf leaf = program_->standbys[+host.standby].first_leaf + host.member;
    if (codec_.here().timer[leaf] == idle) return true;
    return follow(leaf, codec_.here().timer[leaf], *branching_.activity_of_other(leaf, codec_.here()), count,
                  {RateSource::Kind::start, +host.standby, {}, {}}, use);
}

template <class Use>
bool Exploration::expand(Use use) {
    for (const StateCodec::Run& run : codec_.runs()) {
        if (!expand_host(run.first, run.count, use)) return false;
    }
    const auto follow_other = [&](sim::Leaf leaf, const RateSource& source) {
        const std::uint8_t phase = codec_.here().timer[leaf];
        return phase == idle ||
               follow(leaf, phase, *branching_.activity_of_other(leaf, codec_.here()), 1.0, source, use);
    };
    for (const PoolId pool : scope_.pools) {
        const Pool& of = program_->pools[+pool];
        for (std::uint32_t slot = 0; slot < of.slots; ++slot) {
            if (!follow_other(of.first_leaf + slot, {RateSource::Kind::order, +pool, {}, {}})) return false;
        }
    }
    for (const ShockId shock : scope_.shocks) {
        if (!follow_other(program_->shocks[+shock].leaf, {RateSource::Kind::shock, +shock, {}, {}})) return false;
    }
    return true;
}

std::optional<Refusal> Exploration::run(const ExploreOptions& options) {
    go_on_ = options.go_on;
    if (!find_start() || !find_states(options)) return refusal_;
    go_on_ = {};  // steps that are asked for later are all there
    return std::nullopt;
}

bool Exploration::find_states(const ExploreOptions& options) {
    constexpr sim::StateIndex states_between_questions = 1024;
    struct Step {
        double per_second;
        std::uint64_t hash;
        std::size_t begin;  ///< Of the key.
    };
    std::vector<Step> steps;
    std::string keys;
    std::vector<sim::Transition> row;
    for (sim::StateIndex s = 0; s < store_.size(); ++s) {
        if (store_.size() > options.most_states) {
            return refuse(fmt::format("more than {} states", options.most_states), largest_parts());
        }
        if (s % states_between_questions == 0 && go_on_ && !go_on_()) {
            return refuse(fmt::format("no time left after {} states", store_.size()), largest_parts());
        }
        store_.key_of(s, key_);
        codec_.load(key_);
        row.clear();
        // All keys first, then all numbers: the table's memory comes while the other keys are made.
        steps.clear();
        keys.clear();
        const bool all_well = expand([&](const RateSource&, double rate) {
            const std::uint64_t hash = StateStore::hash_of(next_key_);
            store_.fetch_ahead(hash);
            steps.push_back({rate, hash, keys.size()});
            keys += next_key_;
        });
        for (std::size_t i = 0; i < steps.size(); ++i) {
            const std::size_t end = i + 1 < steps.size() ? steps[i + 1].begin : keys.size();
            const std::string_view key(keys.data() + steps[i].begin, end - steps[i].begin);
            row.push_back({store_.number_of(key, steps[i].hash), steps[i].per_second});
        }
        if (!all_well) return false;
        steps_ += row.size();
        join(row, s);
        chain_.append_row(row);
    }
    return true;
}

void Exploration::for_each_step(sim::StateIndex from,
                                const std::function<void(const RateSource&, sim::StateIndex, double)>& use) {
    store_.key_of(from, key_);
    codec_.load(key_);
    expand([&](const RateSource& source, double rate) {
        const sim::StateIndex to = store_.number_of(next_key_);
        if (to != from) use(source, to, rate);
    });
}

void Exploration::for_each_change(sim::StateIndex from,
                                  const std::function<void(const ChainState&, const ChainState&, double)>& use) {
    store_.key_of(from, key_);
    codec_.load(key_);
    expand([&](const RateSource&, double rate) { use(codec_.here(), branching_.now(), rate); });
}

std::string Exploration::largest_parts() const {
    const std::vector<std::uint32_t> conditions = codec_.condition_counts();
    std::vector<std::pair<double, std::size_t>> by_size;  // log of the number of combinations, orbit
    for (std::size_t o = 0; o < conditions.size(); ++o) {
        const double members = static_cast<double>(codec_.orbits()[o].size());
        const double c = conditions[o];
        by_size.emplace_back(std::lgamma(members + c) - std::lgamma(members + 1.0) - std::lgamma(c), o);
    }
    std::ranges::sort(by_size, std::greater<>());
    std::string text;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, by_size.size()); ++i) {
        const auto& hosts = codec_.orbits()[by_size[i].second];
        const std::uint32_t count = conditions[by_size[i].second];
        text += fmt::format("{}{}{}, {} conditions each", text.empty() ? "most come from " : "; ",
                            program_->hosts[+hosts.front()].name,
                            hosts.size() == 1 ? "" : fmt::format(" and {} like it", hosts.size() - 1), count);
    }
    return text;
}

}  // namespace nines::exact
