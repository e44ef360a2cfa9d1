// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scenario/fields/reuse.hpp"
#include "models/scenario/scenario.hpp"

namespace nines::scenario {

/// Kind of the presets of `scale` in the library.
inline constexpr std::string_view scale_library = "scale";

template <class Visitor>
void scale_number_fields(Visitor& visit) {
    visit.field({.key = "min",
                 .help = "The fewest members wanted.",
                 .example = "2",
                 .default_text = "`count`",
                 .bounds = at_least(1)},
                &Scale::min);
    visit.field({.key = "max", .help = "The most members wanted.", .example = "24", .bounds = at_least(1)},
                &Scale::max);
    visit.field({.key = "target",
                 .help = "Utilisation of a member's `capacity` that is aimed at: with the load x and the capacity C of "
                         "one, x / (C target) members are wanted.",
                 .example = "\"60%\"",
                 .default_text = "60%",
                 .bounds = {.low = 0, .high = 1, .low_excluded = true},
                 .form = NumberForm::share},
                &Scale::target);
    visit.field({.key = "tolerance",
                 .help = "A utilisation that deviates from the target by at most this share of it changes nothing.",
                 .example = "\"10%\"",
                 .default_text = "10%",
                 .bounds = {.low = 0, .high = 1, .high_excluded = true},
                 .form = NumberForm::share,
                 .source = "Kubernetes: `--horizontal-pod-autoscaler-tolerance`"},
                &Scale::tolerance);
}

template <class Visitor>
void fields_of(KindTag<Scale>, Visitor& visit) {
    visit.field({.key = preset_spec.key, .help = preset_spec.help, .example = "\"k8s-hpa\""}, &Scale::preset);
    scale_number_fields(visit);
    visit.field({.key = "sync",
                 .help = "Time between two evaluations; each change comes half of it late, in the mean.",
                 .example = "\"15 s\"",
                 .default_text = "15 s",
                 .bounds = at_least(0),
                 .source = "Kubernetes: `--horizontal-pod-autoscaler-sync-period`"},
                &Scale::sync);
    visit.field({.key = "metrics",
                 .help = "Age of the load that an evaluation sees.",
                 .example = "\"30 s\"",
                 .default_text = "60 s",
                 .bounds = at_least(0)},
                &Scale::metrics);
    visit.field({.key = "stabilisation",
                 .help = "It goes down to the highest number that was wanted within this time.",
                 .example = "\"5 min\"",
                 .default_text = "5 min",
                 .bounds = at_least(0),
                 .source = "Kubernetes: `--horizontal-pod-autoscaler-downscale-stabilization`"},
                &Scale::stabilisation);
    visit.field({.key = "boot",
                 .help = "Time until a new member serves.",
                 .example = "\"40 s\"",
                 .default_text = "the node's `boot`, or 0 s"},
                &Scale::boot);
    visit.field({.key = "replaces",
                 .help = "A member that is lost is replaced by a new one; otherwise its place stays empty until it is "
                         "repaired.",
                 .example = "false",
                 .default_text = "true"},
                &Scale::replaces);
}

}  // namespace nines::scenario
