// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/units/duration.hpp"

/// Figures that others have published for designs that we can simulate, and how to ask for them.
namespace nines::selfcheck {

/// How we know what was published.
enum class Provenance {
    seen,         ///< Read in the cited text, or in one that quotes it.
    from_memory,  ///< Quoted from memory, and reproduced by a second computation.
    computed,     ///< Computed apart from this program, by closed form or as a Markov chain, for the cited model.
};

/// "seen", "from memory", "computed".
std::string_view to_text(Provenance provenance);
std::optional<Provenance> provenance_of(std::string_view text);

/// One published number.
struct Figure {
    std::string subject;         ///< "service:site".
    std::string metric;          ///< A name of the metric catalogue.
    std::optional<Duration> at;  ///< Instant, for point_availability.
    bool complement = false;     ///< What was published is 1 - metric.
    double published = 0.0;      ///< In `unit`.
    std::string unit;            ///< See figure_unit.hpp; empty: a plain number.
    double tolerance = 0.0;      ///< Relative; from the printed digits, or from how well both were computed.
    Provenance provenance = Provenance::computed;
};

/// One way to run a scenario, and what should come out.
struct Run {
    std::vector<std::string> overrides;  ///< As for -D.
    bool steady = false;                 ///< The long run; else over the horizon from the start.
    std::optional<Duration> horizon;     ///< Empty: the scenario's own.
    std::optional<std::uint64_t>
        trials;  ///< Empty: as many as a fixed number of events takes; 0: too rare to simulate.
    std::vector<Figure> figures;
};

struct Case {
    std::string name;      ///< "pair-hot".
    std::string title;     ///< One line on the design.
    std::string scenario;  ///< File in scenarios/reference.
    std::string source;    ///< Citation.
    std::vector<Run> runs;
};

struct Catalogue {
    std::vector<Case> cases;            ///< In the order of the text.
    std::vector<std::string> problems;  ///< One line each; empty, or the program was built from a faulty text.
};

/// The catalogue of this program.
Catalogue catalogue();

/// One text of the catalogue, in TOML (models/selfcheck/published):
///
///     [case.NAME]        title, scenario (file in scenarios/reference), source;
///                        tolerance and provenance of all its figures
///     [[case.NAME.run]]  define (as -D), steady, horizon, trials (0: too rare to simulate), figures
///     a figure           of, metric, at, complement (what was published is 1 - metric), is, unit, tolerance,
///     provenance
///
/// Tolerances are relative: half a unit of the last printed digit (or what the source itself allows) where that
/// decides, else what rounding leaves. They are never widened to fit.
///
/// Whoever writes it is a developer, so that problems are plain lines. `name` stands before them.
Catalogue read_catalogue(const std::string& name, std::string_view toml);

/// Those whose name begins with one of `names`; all if there are none. A name that fits nothing goes to `unknown`.
std::vector<Case> chosen_cases(const Catalogue& catalogue, const std::vector<std::string>& names,
                               std::vector<std::string>& unknown);

}  // namespace nines::selfcheck
