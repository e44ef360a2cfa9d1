// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "models/charts/text.hpp"

/// A chart as data: what is drawn, not how. Every number is one of the results, none is smoothed or invented.
namespace nines::charts {

enum class Scale {
    linear,
    logarithmic,
    nines,       ///< Values are unavailabilities; 0.001 is drawn as 99.9 %, three steps from 0 %.
    categories,  ///< Values are 0, 1, .. of `Axis::categories`.
};

/// How the numbers of an axis are read.
enum class Quantity { number, share, availability, seconds, count };

struct Axis {
    Text title = {};
    Quantity quantity = Quantity::number;
    Scale scale = Scale::linear;
    bool may_be_logarithmic = false;  ///< Linear and logarithmic both make sense.
    bool from_zero = false;           ///< A linear axis begins at 0: lengths of bars are compared.
    std::vector<Text> categories = {};
    double low = 0.0;  ///< Range in values; set by `fit`. On a nines axis `low` is the larger unavailability.
    double high = 1.0;
    /// Fixed ends, where the data do not say them.
    std::optional<double> least = {};
    std::optional<double> most = {};
    /// Nothing beyond this is shown, so that the rest can be seen.
    std::optional<double> cut = {};
};

/// One thing that is drawn at a place along the first axis.
struct Point {
    double at = 0.0;                 ///< Along the first axis; of bars the begin.
    double value = 0.0;              ///< Along the value axis. Nothing is drawn there if it is not finite.
    std::optional<double> low = {};  ///< Interval of the value.
    std::optional<double> high = {};
    std::optional<double> end = {};  ///< Of histogram bars: where the bar ends along the first axis.
    double base = 0.0;               ///< Of bars: where they begin along the value axis.
    std::uint64_t n = 0;             ///< Observations behind it; 0: it has no sampling error, or is no estimate.
    Text note = {};                  ///< What else is to be said of it.
};

enum class SeriesKind {
    line,
    step,    ///< Each value holds until the next point.
    band,    ///< The area between `low` and `high`.
    bars,    ///< From `base` to `value`; with `low` and `high` also whiskers.
    points,  ///< With whiskers where there is an interval.
    marks,   ///< Short strokes across, for objectives of single categories.
};

/// What a series or a rule stands for; the window gives it its colour.
enum class Tone { data, objective, exact, muted };

struct Series {
    Text name = {};
    SeriesKind kind = SeriesKind::line;
    Tone tone = Tone::data;
    int colour = 0;  ///< Among the colours of data: series of one number belong together.
    bool dashed = false;
    std::vector<Point> points = {};
    bool shares_room = false;  ///< Of bars: beside the other such series within a category, not over them.
};

/// A line across the whole chart at one value, with its label.
struct Rule {
    double at = 0.0;
    bool on_first_axis = false;  ///< Else on the value axis.
    Text label = {};
    Tone tone = Tone::objective;
};

struct Chart {
    std::string id = {};
    Text title = {};
    std::vector<Text> subtitle = {};  ///< Sentences: of what, n, intervals, assumptions.
    bool is_horizontal = false;       ///< The first axis goes down, values to the right.
    Axis first = {};
    Axis value = {};
    std::vector<Series> series = {};
    std::vector<Rule> rules = {};
    Text nothing = {};  ///< Why there is nothing to show; empty: there is something.

    bool is_empty() const { return !nothing.empty(); }
};

/// Most points of one series.
inline constexpr std::size_t most_points = 4000;

/// Sets the ranges of both axes so that everything is within, with a little air. Called by those who make charts, and
/// again by those who change a scale.
void fit(Chart& chart);

/// At most `most` points, the first and the last and the extremes of what lies between among them.
std::vector<Point> thinned(const std::vector<Point>& points, std::size_t most = most_points);

/// "site, 2 d 3 h: 99.2 % (99.0 % to 99.4 %), n = 10,000": what is said of a point beside the pointer.
Text point_in_words(const Chart& chart, const Series& series, const Point& point);

/// The chart with the main numbers in a few sentences, for those who cannot see it.
std::vector<Text> in_words(const Chart& chart);

}  // namespace nines::charts
