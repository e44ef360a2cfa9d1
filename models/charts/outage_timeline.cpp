// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/charts/outage_timeline.hpp"

#include <algorithm>
#include <array>

#include "models/charts/source.hpp"
#include "models/report/layout.hpp"
#include "models/results/figure_words.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/number_text.hpp"

namespace nines::charts {
namespace {

using observe::Course;
using observe::Span;
using observe::Standing;

constexpr double air = 0.12;  ///< Before and after the outage, as a part of its length.

struct StandingLook {
    Standing standing;
    const char* words;
    int colour;
};

constexpr std::array looks = {
    StandingLook{Standing::down, translate("models", "Down, nobody at work on it"), 1},
    StandingLook{Standing::recovering, translate("models", "Coming back"), 5},
    StandingLook{Standing::degraded, translate("models", "Works with less"), 4},
    StandingLook{Standing::planned, translate("models", "Out on purpose"), 6},
};

bool is_shown(const Span& span, double from, double to) {
    const bool is_unwell = span.standing != Standing::up && span.standing != Standing::standby;
    return is_unwell && span.from < to && span.to > from;
}

/// What was not well at some time of the outage. The members of a group say more than the group.
std::vector<const Course*> courses_of(const observe::Timeline& timeline, double from, double to, std::size_t most) {
    std::vector<const Course*> found;
    for (const std::uint32_t row : timeline.rows()) {
        const Course& course = timeline.courses()[row];
        if (course.kind == Course::Kind::crew || found.size() >= most) continue;
        const bool is_unwell = std::any_of(course.spans.begin(), course.spans.end(),
                                           [&](const Span& span) { return is_shown(span, from, to); });
        if (is_unwell) found.push_back(&course);
    }
    return found;
}

}  // namespace

Chart outage_timeline_chart(const observe::Timeline& timeline, const observe::Outage& outage, std::size_t most) {
    const Course& service = timeline.courses()[outage.course];
    const double length = outage.to - outage.from;
    Chart chart;
    chart.id = "outage_timeline";
    chart.title = say(translate("models", "The longest outage of %1"), {name_text(service.subject)});
    chart.subtitle = {
        say(translate("models", "Trial %1, after %2: down for %3%4."),
            {literal(results::count_text(timeline.trace().trial)), results::figure(results::duration_text(outage.from)),
             results::figure(results::duration_text(length)),
             outage.goes_on ? say(translate("models", ", and not over at the end")) : literal("")})};
    chart.is_horizontal = true;
    chart.first = {.title = say(translate("models", "Thing")), .scale = Scale::categories};
    chart.value = {.title = say(translate("models", "Since the outage began")),
                   .quantity = Quantity::seconds,
                   .least = -air * length,
                   .most = (1.0 + air) * length};
    const double from = outage.from - air * length;
    const double to = outage.to + air * length;
    const auto courses = courses_of(timeline, from, to, most);
    for (const Course* course : courses) {
        chart.first.categories.push_back(literal(report::printable(course->subject)));
    }
    for (const StandingLook& look : looks) {
        Series series{.name = say(look.words), .kind = SeriesKind::bars, .colour = look.colour};
        for (std::size_t row = 0; row < courses.size(); ++row) {
            for (const Span& span : courses[row]->spans) {
                if (span.standing != look.standing || !is_shown(span, from, to)) continue;
                series.points.push_back({.at = static_cast<double>(row),
                                         .value = std::min(span.to, to) - outage.from,
                                         .base = std::max(span.from, from) - outage.from,
                                         .note = literal(report::printable(timeline.words_of(span)))});
            }
        }
        if (!series.points.empty()) chart.series.push_back(std::move(series));
    }
    if (chart.series.empty()) return nothing_to_show(chart, say(translate("models", "Nothing was down by itself.")));
    fit(chart);
    return chart;
}

}  // namespace nines::charts
