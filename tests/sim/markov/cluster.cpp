// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/markov/cluster.hpp"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace nines::sim::test {
namespace {

enum class Repair { idle, left, right, left_switch, right_switch, backbone };

struct State {
    int left;
    int right;
    bool left_switch;
    bool right_switch;
    bool backbone;
    Repair repair;
};

std::uint64_t key_of(const State& state) {
    return static_cast<std::uint64_t>(state.left) << 32 | static_cast<std::uint64_t>(state.right) << 8 |
           static_cast<std::uint64_t>(state.left_switch) << 5 | static_cast<std::uint64_t>(state.right_switch) << 4 |
           static_cast<std::uint64_t>(state.backbone) << 3 | static_cast<std::uint64_t>(state.repair);
}

bool connects(const State& state, int needed) {
    return (state.left >= needed && state.left_switch) || (state.right >= needed && state.right_switch) ||
           (state.left + state.right >= needed && state.left_switch && state.right_switch && state.backbone);
}

/// Breadth-first: states are numbered as they are found.
class Explorer {
public:
    explicit Explorer(int workstations) : size_(workstations) {}

    Cluster run() {
        number({size_, size_, true, true, true, Repair::idle});
        for (std::size_t next = 0; next < states_.size(); ++next) {
            row_.clear();
            fail(states_[next]);
            repair(states_[next]);
            cluster_.chain.append_row(row_);
        }
        for (const State& state : states_) {
            cluster_.minimum.push_back(connects(state, size_ * 3 / 4));
            cluster_.premium.push_back(connects(state, size_));
        }
        return std::move(cluster_);
    }

private:
    StateIndex number(const State& state) {
        const auto [place, is_new] = numbers_.try_emplace(key_of(state), static_cast<StateIndex>(states_.size()));
        if (is_new) states_.push_back(state);
        return place->second;
    }

    void go(const State& to, double per_hour) { row_.push_back({number(to), per_hour}); }

    void fail(const State from) {
        State to = from;
        if (from.left > 0) to.left = from.left - 1, go(to, from.left / 500.0), to.left = from.left;
        if (from.right > 0) to.right = from.right - 1, go(to, from.right / 500.0), to.right = from.right;
        if (from.left_switch) to.left_switch = false, go(to, 1.0 / 4000.0), to.left_switch = true;
        if (from.right_switch) to.right_switch = false, go(to, 1.0 / 4000.0), to.right_switch = true;
        if (from.backbone) to.backbone = false, go(to, 1.0 / 5000.0);
    }

    void inspect(const State& from, bool has_failed, Repair repair) {
        State to = from;
        to.repair = repair;
        if (has_failed) go(to, 10.0);
    }

    void repair(const State from) {
        State to = from;
        to.repair = Repair::idle;
        switch (from.repair) {
            case Repair::idle:
                inspect(from, from.left < size_, Repair::left);
                inspect(from, from.right < size_, Repair::right);
                inspect(from, !from.left_switch, Repair::left_switch);
                inspect(from, !from.right_switch, Repair::right_switch);
                inspect(from, !from.backbone, Repair::backbone);
                return;
            case Repair::left: ++to.left; return go(to, 2.0);
            case Repair::right: ++to.right; return go(to, 2.0);
            case Repair::left_switch: to.left_switch = true; return go(to, 0.25);
            case Repair::right_switch: to.right_switch = true; return go(to, 0.25);
            case Repair::backbone: to.backbone = true; return go(to, 0.125);
        }
    }

    int size_;
    Cluster cluster_;
    std::vector<State> states_;
    std::vector<Transition> row_;
    std::unordered_map<std::uint64_t, StateIndex> numbers_;
};

}  // namespace

Cluster make_cluster(int workstations) {
    return Explorer(workstations).run();
}

}  // namespace nines::sim::test
