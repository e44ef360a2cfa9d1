// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/results/results.hpp"
#include "models/scenario/wording.hpp"

namespace nines::report {

/// One line of a service's headline: a figure with its interval and count, ready to print as strings, or to be said in
/// the user's language.
template <class Words>
struct FigureOf {
    Words title;
    Words value;
    Words interval;
    Words count;
    std::string exact = {};  ///< The same figure without sampling error; empty: there is none.
    std::string z = {};      ///< By how many standard errors the two differ: "+0.43"; empty: not known.
    bool unreliable = false;
    bool begins_group = false;  ///< A new subject of talk: writers may leave a gap before it.
};
using Figure = FigureOf<std::string>;
using WordedFigure = FigureOf<wording::Text>;

/// All figures of a subject in reading order: availability with its nines, downtime, outages, the SLO, distributions,
/// then whatever else the run measured of it, so that nothing is hidden. A request availability that is the
/// availability, because no load sets them apart, is left out, and so is what stands in a table of recoveries.
std::vector<Figure> figures_of(const results::Results& results, std::string_view subject);
std::vector<WordedFigure> worded_figures_of(const results::Results& results, std::string_view subject);

/// Whether a reader must be warned of the row's interval. The largest value seen has none to be warned of.
bool is_doubtful(const results::Metric& metric);
bool any_doubtful(const results::Results& results);

/// "no outage in 10,000 trials: unavailability at most 0.03 %, ..."; nothing when there were outages.
std::optional<std::string> no_outage_text(const results::Results& results, std::string_view subject);

}  // namespace nines::report
