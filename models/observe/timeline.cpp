// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/observe/timeline.hpp"

#include <algorithm>
#include <utility>

#include "models/observe/course_maker.hpp"

namespace nines::observe {

const char* word_of(Standing standing) {
    switch (standing) {
        case Standing::up: return "up";
        case Standing::degraded: return "degraded";
        case Standing::down: return "down";
        case Standing::recovering: return "recovering";
        case Standing::standby: return "standby";
        case Standing::planned: return "planned";
    }
    return "";
}

const Span& Course::at(double seconds) const {
    const auto next = std::upper_bound(spans.begin(), spans.end(), seconds,
                                       [](double time, const Span& span) { return time < span.from; });
    return next == spans.begin() ? *next : *std::prev(next);
}

Timeline::Timeline(std::shared_ptr<const compile::Program> program, Trace trace)
    : program_(std::move(program)), trace_(std::move(trace)) {
    intern("");
    CourseMaker(*this).make();
}

std::uint32_t Timeline::intern(const std::string& text) {
    const auto [found, is_new] = text_ids_.emplace(text, static_cast<std::uint32_t>(texts_.size()));
    if (is_new) texts_.push_back(text);
    return found->second;
}

std::string Timeline::words_of(const Span& span) const {
    const std::string& detail = text(span.detail);
    return detail.empty() ? text(span.words) : text(span.words) + ": " + detail;
}

std::uint32_t Timeline::course_of(std::string_view subject) const {
    const auto found = by_subject_.find(std::string(subject));
    return found == by_subject_.end() ? no_course : found->second;
}

std::uint32_t Timeline::course_of(const TraceEvent& event) const {
    std::string_view subject = event.subject;
    for (;;) {
        const std::uint32_t course = course_of(subject);
        const std::size_t colon = subject.rfind(':');
        if (course != no_course || colon == std::string_view::npos) return course;
        subject = subject.substr(0, colon);
    }
}

std::size_t Timeline::event_from(double seconds) const {
    const auto found = std::lower_bound(trace_.events.begin(), trace_.events.end(), seconds,
                                        [](const TraceEvent& event, double time) { return event.at_seconds < time; });
    return static_cast<std::size_t>(found - trace_.events.begin());
}

std::ptrdiff_t Timeline::event_before(double seconds) const {
    return static_cast<std::ptrdiff_t>(event_from(seconds)) - 1;
}

std::ptrdiff_t Timeline::event_after(double seconds) const {
    const auto found = std::upper_bound(trace_.events.begin(), trace_.events.end(), seconds,
                                        [](double time, const TraceEvent& event) { return time < event.at_seconds; });
    return found == trace_.events.end() ? -1 : found - trace_.events.begin();
}

std::ptrdiff_t Timeline::outage_after(double seconds) const {
    const auto found = std::upper_bound(outages_.begin(), outages_.end(), seconds,
                                        [](double time, const Outage& outage) { return time < outage.from; });
    return found == outages_.end() ? -1 : found - outages_.begin();
}

std::ptrdiff_t Timeline::outage_before(double seconds) const {
    const auto found = std::lower_bound(outages_.begin(), outages_.end(), seconds,
                                        [](const Outage& outage, double time) { return outage.from < time; });
    return found - outages_.begin() - 1;
}

}  // namespace nines::observe
