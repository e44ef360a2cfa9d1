// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/exact/branching.hpp"
#include "models/exact/state_codec.hpp"
#include "tests/models/exact/chain_case.hpp"

/// A second way through the states of a program, host by host and without adding anything up: what an exploration is
/// held against.
namespace nines::exact {

class Walk {
public:
    /// One way in which an event can go.
    struct Branch {
        double probability = 0.0;
        std::string key;
        std::string key_in_full;  ///< As if every host had been touched.
        ChainState after;
    };
    /// A timer that is pending, and what follows when it moves on.
    struct Event {
        sim::Leaf leaf = 0;
        double per_second = 0.0;
        std::vector<Branch> branches;
    };

    explicit Walk(const ChainCase& of);

    StateCodec& codec() { return codec_; }
    /// Where it begins.
    std::vector<Branch> start();
    /// All that can happen in the codec's present state.
    std::vector<Event> events();
    /// The key of the codec's present state, made anew from every host.
    std::string key_of_here();

private:
    template <class Act>
    std::vector<Branch> branches(double probability, Act act);
    void add_event(std::vector<Event>& events, sim::Leaf leaf, const Activity* activity, double pace);

    const ChainCase* case_;
    Scope scope_;
    StateCodec codec_;
    Branching branching_;
};

}  // namespace nines::exact
