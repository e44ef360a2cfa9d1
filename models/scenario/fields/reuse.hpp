// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scenario/field_spec.hpp"

namespace nines::scenario {

/// `like`: every kind with ids has it.
template <class Visitor>
void like_field(Visitor& visit) {
    visit.reuse({.key = "like",
                 .help = "A copy of another thing of this kind; what this table says, its `preset` too, is stronger.",
                 .example = "\"other\"",
                 .refers = own_kind});
}

/// `without`: kinds that have failure modes.
template <class Visitor>
void without_field(Visitor& visit) {
    visit.reuse({.key = "without", .help = "Names of inherited failure modes to leave out.", .example = "[\"hang\"]"});
}

inline constexpr FieldSpec description_spec{
    .key = "description", .help = "Free text for readers.", .example = "\"Front-end servers\""};
inline constexpr FieldSpec preset_spec{
    .key = "preset",
    .help = "Values from the library, stronger than what `like` copies; own keys override them.",
    .example = "\"cloud-vm\""};
inline constexpr FieldSpec priority_spec{
    .key = "priority",
    .help = "Among jobs for a crew with `order = \"priority\"` the higher goes first.",
    .example = "10",
    .default_text = "0"};
inline constexpr FieldSpec tags_spec{
    .key = "tags", .help = "Words that selectors can name as `tag:word`.", .example = "[\"blue\"]"};

}  // namespace nines::scenario
