// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/outage_story.hpp"

#include <algorithm>

#include "models/report/trace_text.hpp"
#include "models/results/figure_words.hpp"
#include "models/results/number_text.hpp"
#include "models/scenario/translate.hpp"

namespace nines::report {

namespace {

using observe::Outage;
using observe::Timeline;
using observe::TraceEvent;
using Kind = TraceEvent::Kind;
using wording::literal;
using wording::say;
using wording::Text;

/// "group:web:deploy" is what happened to "node:web/1:deploy".
bool is_of_group(const std::string& subject, const std::string& cause) {
    constexpr std::string_view kind = "group:";
    if (!cause.starts_with(kind)) return false;
    const std::size_t last = cause.rfind(':');
    const std::string group = cause.substr(kind.size(), last < kind.size() ? 0 : last - kind.size());
    return subject.starts_with("node:" + group + "/") && subject.ends_with(cause.substr(last));
}

/// "event:dark" is what happened to "node:web/1:event:dark".
bool is_of(const std::string& subject, const std::string& cause) {
    return subject == cause || subject.ends_with(":" + cause) || is_of_group(subject, cause);
}

bool is_cause(const TraceEvent& outage, const std::string& subject) {
    return std::any_of(outage.causes.begin(), outage.causes.end(),
                       [&](const std::string& cause) { return is_of(subject, cause); });
}

bool is_failure(const TraceEvent& event) {
    return event.kind == Kind::failed || event.kind == Kind::slowed || event.kind == Kind::planned ||
           event.kind == Kind::corrupted || event.kind == Kind::encrypted;
}

/// Begin of each cause that was there before the service was lost, in order; `first` is the first event of the instant
/// at which it was, `lost` its own.
std::vector<std::size_t> earlier_causes(const std::vector<TraceEvent>& events, std::size_t first, std::size_t lost) {
    constexpr std::size_t farthest = 20'000;
    std::vector<std::size_t> found;
    std::vector<std::string> open = events[lost].causes;
    for (std::size_t e = lost; e-- > 0 && !open.empty() && lost - e <= farthest;) {
        const auto cause =
            std::find_if(open.begin(), open.end(), [&](const std::string& of) { return is_of(events[e].subject, of); });
        const bool is_over = events[e].kind == Kind::restored;
        if ((!is_failure(events[e]) && !is_over) || cause == open.end()) continue;
        open.erase(cause);
        if (e < first && !is_over) found.push_back(e);
    }
    std::reverse(found.begin(), found.end());
    return found;
}

/// Of what happens while the service is down: does it belong to its story?
bool belongs(const Timeline& timeline, const TraceEvent& outage, const TraceEvent& event) {
    if (event.subject == outage.subject || is_cause(outage, event.subject)) return true;
    if (event.kind == Kind::clients_follow || event.kind == Kind::whole_share) return false;
    if (event.kind == Kind::plan) return true;
    const std::uint32_t course = timeline.course_of(event);
    if (course == observe::no_course) return false;
    const auto kind = timeline.courses()[course].kind;
    return kind == observe::Course::Kind::store || kind == observe::Course::Kind::balancer;
}

/// How long a stage lasted: until the next event that ends it; 0 if that was no time, or never.
double length_of_stage(const std::vector<TraceEvent>& events, std::size_t stage) {
    if (events[stage].kind != Kind::failover_stage || events[stage].stage == "serving") return 0.0;
    for (std::size_t e = stage + 1; e < events.size(); ++e) {
        if (events[e].kind != Kind::failover_stage || events[e].subject != events[stage].subject) continue;
        return events[e].at_seconds - events[stage].at_seconds;
    }
    return 0.0;
}

Text duration(double seconds) {
    return results::figure(results::duration_text(seconds));
}

/// "2 h before", "at once", "+ 15 s".
Text when(double since) {
    if (since < 0.0) return say(translate("models", "%1 before"), {duration(-since)});
    if (since == 0.0) return say(translate("models", "at once"));
    return say("+ %1", {duration(since)});
}

StoryLine line_of(const std::vector<TraceEvent>& events, std::size_t index, double from) {
    const TraceEvent& event = events[index];
    const Text whom = literal(readable_subject(event.subject));
    Text what = event_words(event, true);
    if (const double length = length_of_stage(events, index); length > 0.0)
        what = say(translate("models", "%1 for %2"), {std::move(what), duration(length)});
    return {event.at_seconds,
            say(translate("models", "%1: %2 %3"), {when(event.at_seconds - from), whom, std::move(what)}),
            event.subject.starts_with("service:")};
}

}  // namespace

std::vector<StoryLine> story_of(const Timeline& timeline, const Outage& outage, std::size_t most) {
    const std::vector<TraceEvent>& events = timeline.trace().events;
    const TraceEvent& begin = events[outage.event];
    const std::size_t first = timeline.event_from(outage.from);
    std::vector<StoryLine> story;
    for (const std::size_t cause : earlier_causes(events, first, outage.event)) {
        story.push_back(line_of(events, cause, outage.from));
    }
    std::size_t left_out = 0;
    for (std::size_t e = first; e < events.size() && events[e].at_seconds <= outage.to; ++e) {
        if (!belongs(timeline, begin, events[e])) continue;
        const bool ends = events[e].kind == Kind::up && events[e].subject == begin.subject;
        if (story.size() < most || ends) {
            story.push_back(line_of(events, e, outage.from));
        } else {
            ++left_out;
        }
        if (ends) break;
    }
    if (left_out > 0) {
        story.insert(story.begin() + static_cast<std::ptrdiff_t>(std::min(most, story.size())),
                     {story.back().at,
                      say(translate("models", "... %1 more"), {literal(results::count_text(left_out))}), false});
    }
    if (outage.goes_on)
        story.push_back({outage.to, say(translate("models", "still down at the end of the trial")), true});
    return story;
}

}  // namespace nines::report
