// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "models/edit/catalogue.hpp"
#include "models/edit/topology.hpp"

/// What may stand at a place of a scenario's text, from the field lists.
namespace nines::edit {

struct Candidate {
    std::string text;  ///< Takes the place of what was typed of it.
    std::string help;
};

struct Completion {
    std::size_t begin = 0;  ///< Byte offset from which on text was typed that candidates begin with.
    std::vector<Candidate> candidates;
};

/// The candidates at a byte offset: kinds and tables in a header, keys that are not there yet, words, presets, names
/// of things and examples right of an equals sign. Only those that begin with what was typed. `kinds` is
/// `describe_kinds()`, `topology` gives names of things.
Completion complete_at(std::string_view text, std::size_t offset, const std::vector<KindDescription>& kinds,
                       const Topology& topology);

}  // namespace nines::edit
