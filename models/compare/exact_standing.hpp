// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "models/compare/standing.hpp"
#include "models/results/study.hpp"

/// Requirements that need no trials, because the figure they are about is known exactly.
namespace nines::compare {

/// The exact figures of a design, as far as they can be had in so many seconds; of very large ones, and without time,
/// none. `go_on` is asked now and then; false ends the work. Precondition: the study has no problems.
results::Results exact_figures(const results::Study& study, double seconds, const std::function<bool()>& go_on = {});

/// A requirement against an exact figure: met or missed without any chance of error. Open where there is no such
/// figure, where it rests on times that phases only approximate, where it is nearer to the limit than the numerics of a
/// chain can be trusted (a part in 1e9 of the share that is lost, or of the figure), and where the requirement is about
/// single events, windows, instants or an earlier run.
Standing exact_standing(const Requirement& requirement, const results::Results& exact);

}  // namespace nines::compare
