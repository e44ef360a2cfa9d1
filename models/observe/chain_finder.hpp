// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <vector>

#include "models/engine/cause_walk.hpp"
#include "models/observe/failure_classes.hpp"
#include "sim/kernel/tick.hpp"

namespace nines::observe {

/// Finds the chain of causes that holds a line down at this moment: all that engine::CauseWalk meets, in the order in
/// which it failed. `down_since` tells when each unit failed.
class ChainFinder {
public:
    explicit ChainFinder(const Program& program) : program_(&program), walk_(program) {}

    struct Link {
        sim::Tick since;
        std::uint32_t label;
        bool planned;
        FailureClass failure_class;
    };

    /// The labels, first cause first, repeated labels once. Valid until the next call.
    template <class DownSince>
    const std::vector<std::uint32_t>& find(const engine::DiscreteState& state, LineId line, sim::Tick now,
                                           DownSince down_since) {
        begin();
        Visitor<DownSince> visitor{*this, state, now, down_since};
        walk_.through(state, line, visitor);
        return sorted();
    }

    /// Everything that is down behind a service whose requests are counted: what holds its line down, and every target
    /// of the balancers behind it that does not work.
    template <class DownSince>
    const std::vector<std::uint32_t>& find_behind(const engine::DiscreteState& state, const Subject& service,
                                                  sim::Tick now, DownSince down_since) {
        begin();
        Visitor<DownSince> visitor{*this, state, now, down_since};
        if (!engine::is_up(*program_, state, service.line)) walk_.through(state, service.line, visitor);
        if (exists(service.entry)) walk_.through_targets(state, service.entry, visitor);
        const bool may_be_slow = exists(service.entry) && !program_->slow_modes.empty();
        if (may_be_slow) walk_.through_slow_targets(state, service.entry, visitor);
        return sorted();
    }

    /// What took the primary of a store that begins to fail over now: all that is down with it and around it; if it is
    /// well, or its data is gone, all that is down with any copy.
    template <class DownSince>
    const std::vector<std::uint32_t>& find_loss(const engine::DiscreteState& state, FailoverId id, sim::Tick now,
                                                DownSince down_since) {
        const CopyId primary = engine::first_with(*program_, state, id, CopyRole::primary);
        const bool is_alarm = state.failovers[+id].is_alarm;
        const bool is_primary = exists(primary) && !engine::is_reachable(*program_, state, primary);
        if (!is_alarm && !is_primary) return find_copies(state, id, now, down_since);
        begin();
        Visitor<DownSince> visitor{*this, state, now, down_since};
        engine::for_each_bad(*program_, state, id, [&](UnitId unit) { visitor.unit(unit); });
        if (is_alarm) {
            visitor.alarm(program_->failovers[+id].alarm_label());
        } else {
            add_copy(state, primary, visitor);
        }
        return sorted();
    }

    /// All that is down with any copy of a store and around it.
    template <class DownSince>
    const std::vector<std::uint32_t>& find_copies(const engine::DiscreteState& state, FailoverId id, sim::Tick now,
                                                  DownSince down_since) {
        begin();
        Visitor<DownSince> visitor{*this, state, now, down_since};
        engine::for_each_bad(*program_, state, id, [&](UnitId unit) { visitor.unit(unit); });
        const Range copies = program_->failovers[+id].copies;
        for (std::uint32_t c = copies.begin; c < copies.end; ++c) { add_copy(state, static_cast<CopyId>(c), visitor); }
        return sorted();
    }

    /// Were all links of the last chain planned work?
    bool all_planned() const { return all_planned_; }

    /// Class of the outage that begins now with the last chain: the widest of what has failed at this very instant;
    /// if nothing has, of all links. With a false alarm of a store it is that, and with bad data the class of these.
    FailureClass failure_class(sim::Tick now) const {
        if (has_alarm_) return FailureClass::false_alarm;
        if (bad_data_) return *bad_data_;
        auto of_all = FailureClass::node;
        auto of_now = FailureClass::node;
        bool any_now = false;
        for (const Link& link : links_) {
            of_all = wider(of_all, link.failure_class);
            if (link.since != now || width_of(link.failure_class) == 0) continue;
            of_now = wider(of_now, link.failure_class);
            any_now = true;
        }
        return any_now ? of_now : of_all;
    }

private:
    static constexpr std::size_t most_links = 64;
    /// Not a failure: what a failover has come to.
    static constexpr auto no_class = FailureClass::false_alarm;

    /// Makes a link of each thing that the walk meets.
    template <class DownSince>
    struct Visitor {
        ChainFinder& finder;
        const engine::DiscreteState& state;
        sim::Tick now;
        DownSince& down_since;
        std::size_t first_of_store = 0;

        std::vector<Link>& links() { return finder.links_; }
        bool has_room() const { return finder.links_.size() < most_links; }
        void unit(UnitId id) {
            const Program& program = *finder.program_;
            if (scenario::spoils_data(program.unit_effects[+id])) finder.found_bad(program.unit_classes[+id]);
            if (!has_room()) return;
            links().push_back({down_since(id), program.unit_labels[+id], engine::is_out_on_purpose(program, state, id),
                               program.unit_classes[+id]});
        }
        void starting(std::uint32_t label) { links().push_back({now, label, false, no_class}); }
        void store() { first_of_store = links().size(); }
        void alarm(std::uint32_t label) {
            finder.has_alarm_ = true;
            links().push_back({now, label, false, no_class});
        }
        /// Planned work that a failover follows from is no failure either.
        void phase(std::uint32_t label) {
            const auto causes = links().begin() + static_cast<std::ptrdiff_t>(first_of_store);
            const bool planned = causes != links().end() &&
                                 std::all_of(causes, links().end(), [](const Link& link) { return link.planned; });
            links().push_back({now, label, planned, no_class});
        }
        void handover(std::uint32_t label) { links().push_back({now, label, true, no_class}); }
    };

    void found_bad(FailureClass of_data) {
        if (!bad_data_ || of_data == FailureClass::ransomware) bad_data_ = of_data;
    }

    template <class AVisitor>
    void add_copy(const engine::DiscreteState& state, CopyId copy, AVisitor& visitor) const {
        engine::for_each_down(*program_, state, program_->copies[+copy].host, [&](UnitId unit) { visitor.unit(unit); });
    }

    void begin() {
        walk_.begin();
        links_.clear();
        has_alarm_ = false;
        bad_data_.reset();
    }

    const std::vector<std::uint32_t>& sorted() {
        std::sort(links_.begin(), links_.end(),
                  [](const Link& a, const Link& b) { return std::tie(a.since, a.label) < std::tie(b.since, b.label); });
        labels_.clear();
        all_planned_ = !links_.empty();
        for (const Link& link : links_) {
            all_planned_ = all_planned_ && link.planned;
            if (std::find(labels_.begin(), labels_.end(), link.label) == labels_.end()) labels_.push_back(link.label);
        }
        return labels_;
    }

    const Program* program_;
    engine::CauseWalk walk_;
    std::vector<Link> links_;
    std::vector<std::uint32_t> labels_;
    bool all_planned_ = false;
    bool has_alarm_ = false;
    std::optional<FailureClass> bad_data_;  ///< Ransomware before corruption.
};

}  // namespace nines::observe
