// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/markov/classes.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace nines::sim {
namespace {

/// Tarjan's depth-first search with its own stack: chains are millions of states deep.
class ClassSearch {
public:
    ClassSearch(const Chain& chain, const StateSet& stop)
        : chain_(chain), stop_(stop), number_(chain.state_count(), 0), lowest_(chain.state_count(), 0) {
        found_.class_of.assign(chain.state_count(), Classes::unreached);
    }

    void search_from(StateIndex root) {
        if (number_[root] != 0) return;
        enter(root);
        while (!way_.empty()) step();
    }

    Classes take() { return std::move(found_); }

private:
    struct Place {
        StateIndex state;
        std::uint32_t next;  ///< Which of its transitions to follow next.
    };

    void enter(StateIndex state) {
        number_[state] = lowest_[state] = ++last_number_;
        open_.push_back(state);
        way_.push_back({state, 0});
    }

    std::span<const StateIndex> targets(StateIndex state) const {
        if (!stop_.empty() && stop_[state]) return {};
        return chain_.targets(state);
    }

    void step() {
        Place& place = way_.back();
        const auto next = targets(place.state);
        if (place.next == next.size()) {
            leave();
            return;
        }
        const StateIndex from = place.state;
        const StateIndex to = next[place.next++];
        if (number_[to] == 0) {
            enter(to);  // invalidates `place`
        } else if (found_.class_of[to] == Classes::unreached) {
            lowest_[from] = std::min(lowest_[from], number_[to]);
        }
    }

    void leave() {
        const StateIndex state = way_.back().state;
        way_.pop_back();
        if (!way_.empty()) {
            const StateIndex parent = way_.back().state;
            lowest_[parent] = std::min(lowest_[parent], lowest_[state]);
        }
        if (lowest_[state] == number_[state]) close_class(state);
    }

    void close_class(StateIndex root) {
        const auto id = static_cast<std::uint32_t>(found_.size.size());
        auto first = open_.end();
        do {
            --first;
            found_.class_of[*first] = id;
        } while (*first != root);
        found_.size.push_back(static_cast<std::uint32_t>(open_.end() - first));
        found_.recurrent.push_back(std::all_of(first, open_.end(), [&](StateIndex state) { return stays(state, id); }));
        open_.erase(first, open_.end());
    }

    bool stays(StateIndex state, std::uint32_t id) const {
        const auto next = targets(state);
        return std::all_of(next.begin(), next.end(), [&](StateIndex to) { return found_.class_of[to] == id; });
    }

    const Chain& chain_;
    const StateSet& stop_;
    std::vector<std::uint32_t> number_;  ///< Order of discovery, from 1; 0 undiscovered.
    std::vector<std::uint32_t> lowest_;
    std::vector<StateIndex> open_;  ///< Discovered, class not yet known.
    std::vector<Place> way_;
    std::uint32_t last_number_ = 0;
    Classes found_;
};

}  // namespace

Classes classes_of(const Chain& chain) {
    const StateSet none;
    ClassSearch search(chain, none);
    for (StateIndex state = 0; state < chain.state_count(); ++state) search.search_from(state);
    return search.take();
}

Classes classes_from(const Chain& chain, std::span<const StartState> start, const StateSet& stop) {
    ClassSearch search(chain, stop);
    for (const StartState& from : start) {
        if (from.probability > 0.0) search.search_from(from.state);
    }
    return search.take();
}

}  // namespace nines::sim
