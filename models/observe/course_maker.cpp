// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/observe/course_maker.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "models/engine/copies.hpp"
#include "models/observe/stage_words.hpp"
#include "models/scenario/translate.hpp"

namespace nines::observe {

using Kind = TraceEvent::Kind;

namespace {

std::string of_all(std::size_t number, std::size_t all) {
    return std::to_string(number) + " of " + std::to_string(all);
}

/// "group:web" for "node:web/1"; empty for what is no member.
std::string group_of(const std::string& host) {
    const std::size_t slash = host.rfind('/');
    if (!host.starts_with("node:") || slash == std::string::npos) return {};
    return "group:" + host.substr(5, slash - 5);
}

/// "eu/az1" for "domain:eu/az1".
std::string name_of(const std::string& subject) {
    return subject.substr(subject.find(':') + 1);
}

/// "node:web/1 -> node:web/2": unnamed modes without their name.
std::string causes_text(const TraceEvent& event) {
    constexpr std::string_view unnamed = ":failure";
    std::string text;
    for (std::string_view cause : event.causes) {
        if (cause.ends_with(unnamed)) cause.remove_suffix(unnamed.size());
        if (!text.empty()) text += " → ";
        text += cause;
    }
    return text;
}

/// Whole percents: a share is shown, not computed with.
std::string percent(double share) {
    return std::to_string(static_cast<int>(std::lround(share * 100.0))) + " %";
}

}  // namespace

std::vector<Span> CourseMaker::spans_between(Times times, const std::function<Stand(double)>& stand_at) {
    times.push_back(0.0);
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    std::vector<Span> spans;
    for (const double time : times) {
        if (time >= trace_.horizon && !spans.empty()) break;
        const Stand stand = stand_at(time);
        const Span span{time, trace_.horizon, stand.standing, of_.intern(std::string(stand.words)),
                        of_.intern(stand.detail)};
        if (!spans.empty()) {
            Span& last = spans.back();
            const bool is_same =
                last.standing == span.standing && last.words == span.words && last.detail == span.detail;
            if (is_same) continue;
            last.to = time;
        }
        spans.push_back(span);
    }
    return spans;
}

Course& CourseMaker::add(Course::Kind kind, const std::string& subject, HostId host) {
    of_.by_subject_.emplace(subject, static_cast<std::uint32_t>(of_.courses_.size()));
    of_.hosts_.push_back(host);
    Course& course = of_.courses_.emplace_back();
    course.kind = kind;
    course.subject = subject;
    return course;
}

void CourseMaker::make() {
    is_member_.assign(program_.hosts.size(), false);
    add_services();
    add_stores();
    add_balancers();
    add_domains();
    add_groups();
    add_nodes_alone();
    add_crews();
    find_drawn_lags();
    choose_rows();
}

// --- services -------------------------------------------------------------------------------------------------------

void CourseMaker::add_services() {
    for (std::uint32_t s = 0; s < program_.service_count; ++s) add(Course::Kind::service, program_.subjects[s].name);
    of_.outages_of_.resize(program_.service_count);
    std::map<std::string, Track<std::uint32_t>> down;  // its event, no_course while it is up
    std::map<std::string, std::uint32_t> open;         // outage in progress
    for (std::uint32_t e = 0; e < trace_.events.size(); ++e) {
        const TraceEvent& event = trace_.events[e];
        if (event.kind != Kind::down && event.kind != Kind::up) continue;
        if (!event.subject.starts_with("service:")) continue;
        Track<std::uint32_t>& track = down[event.subject];
        if (track.empty()) track.begin(no_course);
        track.set(event.at_seconds, event.kind == Kind::down ? e : no_course);
        if (event.kind == Kind::down) {
            const auto number = static_cast<std::uint32_t>(of_.outages_.size());
            open[event.subject] = number;
            of_.outages_of_[of_.course_of(event.subject)].push_back(number);
            of_.outages_.push_back(
                {of_.course_of(event.subject), event.at_seconds, trace_.horizon, event.since_before, true, e});
        } else if (const auto found = open.find(event.subject); found != open.end()) {
            of_.outages_[found->second].to = event.at_seconds;
            of_.outages_[found->second].goes_on = false;
            open.erase(found);
        }
    }
    for (std::uint32_t s = 0; s < program_.service_count; ++s) add_service(s, down[program_.subjects[s].name]);
}

void CourseMaker::add_service(std::uint32_t s, const Track<std::uint32_t>& down) {
    const Subject& subject = program_.subjects[s];
    const TraceTracks& tracks = trace_.tracks;
    const Track<bool>* whole = exists(subject.undegraded) ? &tracks.lines[+subject.undegraded] : nullptr;
    const Track<double>* answered = exists(subject.entry) ? &tracks.answered[+subject.entry] : nullptr;
    Times times;
    add_times(times, down);
    if (whole != nullptr) add_times(times, *whole);
    if (answered != nullptr) add_times(times, *answered);
    of_.courses_[s].spans = spans_between(std::move(times), [&](double at) -> Stand {
        constexpr double rounding = 1e-9;
        const std::uint32_t event = down.at(at, no_course);
        if (event != no_course)
            return {Standing::down, translate("models", "because of"), causes_text(trace_.events[event])};
        const double share = answered == nullptr ? 1.0 : answered->at(at, 1.0);
        if (share < 1.0 - rounding)
            return {Standing::degraded, translate("models", "some requests are lost"), percent(1.0 - share)};
        if (whole != nullptr && !whole->at(at, true))
            return {Standing::degraded, translate("models", "works without all that it uses")};
        return {Standing::up, translate("models", "works")};
    });
}

// --- stores
// -----------------------------------------------------------------------------------------------------------

void CourseMaker::add_stores() {
    for (std::uint32_t f = 0; f < program_.failovers.size(); ++f) {
        const FailoverGroup& group = program_.failovers[f];
        const std::string& name = program_.hosts[+group.host].name;
        if (!name.starts_with("store:")) continue;
        Times times;
        add_times(times, trace_.tracks.phases[f]);
        add_times(times, trace_.tracks.roles[+group.host]);
        for (std::uint32_t c = group.copies.begin; c < group.copies.end; ++c) {
            add_times(times, trace_.tracks.copies[c]);
        }
        add(Course::Kind::store, name, group.host).spans =
            spans_between(std::move(times), [&](double at) { return store_at(static_cast<FailoverId>(f), at); });
    }
}

CourseMaker::Stand CourseMaker::store_at(FailoverId id, double seconds) const {
    const FailoverGroup& group = program_.failovers[+id];
    const FailoverPhase phase = trace_.tracks.phases[+id].at(seconds);
    std::string primary;
    std::size_t following = 0;
    bool has_rival = false;
    for (std::uint32_t c = group.copies.begin; c < group.copies.end; ++c) {
        const CopyRole role = trace_.tracks.copies[c].at(seconds);
        following += role == CopyRole::primary || role == CopyRole::replica || role == CopyRole::chosen ? 1 : 0;
        has_rival = has_rival || role == CopyRole::rival;
        const bool leads = role == (phase == FailoverPhase::promoting ? CopyRole::chosen : CopyRole::primary);
        if (leads) primary = name_of(program_.hosts[+program_.copies[c].host].name);
    }
    const std::string_view stage = words_of_stage(compile::word_of(phase));
    const bool serves = trace_.tracks.roles[+group.host].at(seconds) == engine::Role::serving;
    switch (phase) {
        case FailoverPhase::serving: break;
        case FailoverPhase::detecting:
        case FailoverPhase::stalled:
        case FailoverPhase::stranded:
        case FailoverPhase::blocked:
        case FailoverPhase::stepped_down: return {serves ? Standing::degraded : Standing::down, stage, {}};
        case FailoverPhase::switching: return {Standing::planned, stage, primary};
        case FailoverPhase::restarting:
        case FailoverPhase::deciding:
        case FailoverPhase::fencing:
        case FailoverPhase::promoting:
        case FailoverPhase::redirecting:
        case FailoverPhase::warming:
        case FailoverPhase::calling:
        case FailoverPhase::consulting:
        case FailoverPhase::by_hand:
        case FailoverPhase::travelling:
        case FailoverPhase::provisioning:
        case FailoverPhase::fetching:
        case FailoverPhase::restoring:
        case FailoverPhase::replaying:
        case FailoverPhase::checking:
        case FailoverPhase::starting:
            return {serves ? Standing::degraded : Standing::recovering, stage,
                    phase == FailoverPhase::promoting ? primary : std::string()};
    }
    if (has_rival)
        return {Standing::degraded, translate("models", "split brain: the old primary takes writes too"), primary};
    if (following < group.copies.size()) {
        return {Standing::degraded, translate("models", "serves, and not every copy follows"),
                primary + ", " + of_all(following, group.copies.size())};
    }
    return {Standing::up, translate("models", "serves"), primary};
}

// --- balancers
// --------------------------------------------------------------------------------------------------------

void CourseMaker::add_balancers() {
    for (std::uint32_t b = 0; b < program_.balancers.size(); ++b) {
        const Balancer& balancer = program_.balancers[b];
        const std::string& name = program_.hosts[+balancer.host].name;
        const Track<bool> overload = overload_of(name);
        const Track<std::string> out = out_of_rotation(balancer);
        const Track<double>& answered = trace_.tracks.answered[b];
        Times times;
        add_times(times, overload);
        add_times(times, answered);
        add_times(times, out);
        add(Course::Kind::balancer, name, balancer.host).spans =
            spans_between(std::move(times), [&](double at) -> Stand {
                constexpr double rounding = 1e-9;
                const double share = answered.at(at, 1.0);
                if (share <= 0.0) return {Standing::down, translate("models", "answers nothing")};
                if (overload.at(at)) return {Standing::degraded, translate("models", "its servers are in overload")};
                if (share < 1.0 - rounding)
                    return {Standing::degraded, translate("models", "loses requests"), percent(1.0 - share)};
                const std::string targets = out.at(at);
                if (!targets.empty()) return {Standing::degraded, translate("models", "out of rotation"), targets};
                return {Standing::up, translate("models", "all targets are in rotation")};
            });
    }
}

/// The names of the targets that are out of rotation, of many only the first. Members that come and go are not missed.
Track<std::string> CourseMaker::out_of_rotation(const Balancer& balancer) const {
    constexpr std::size_t most_names = 5;
    std::map<double, std::vector<std::pair<std::uint32_t, bool>>> changes;
    for (std::uint32_t e = balancer.endpoints.begin; e < balancer.endpoints.end; ++e) {
        if (program_.endpoints[e].registered != Registered::always) continue;
        for (const auto& step : trace_.tracks.in_rotation[e].steps()) changes[step.at].emplace_back(e, step.value);
    }
    Track<std::string> names;
    names.begin({});
    std::set<std::uint32_t> out;
    for (const auto& [at, of_instant] : changes) {
        for (const auto& [endpoint, is_in] : of_instant) {
            if (is_in) {
                out.erase(endpoint);
            } else {
                out.insert(endpoint);
            }
        }
        std::string text;
        std::size_t count = 0;
        for (const std::uint32_t endpoint : out) {
            if (++count > most_names) break;
            text += (text.empty() ? "" : ", ") + name_of(program_.hosts[+program_.endpoints[endpoint].host].name);
        }
        if (out.size() > most_names) text += ", .. (" + std::to_string(out.size()) + ")";
        names.set(at, std::move(text));
    }
    return names;
}

Track<bool> CourseMaker::overload_of(const std::string& subject) const {
    Track<bool> track;
    track.begin(false);
    for (const TraceEvent& event : trace_.events) {
        const bool begins = event.kind == Kind::overload;
        if ((begins || event.kind == Kind::overload_over) && event.subject == subject) {
            track.set(event.at_seconds, begins);
        }
    }
    return track;
}

// --- groups and crews
// -------------------------------------------------------------------------------------------------

void CourseMaker::add_groups() {
    std::map<std::string, std::vector<HostId>> members;
    for (std::uint32_t h = 0; h < program_.hosts.size(); ++h) {
        const std::string group = group_of(program_.hosts[h].name);
        if (!group.empty()) members[group].push_back(static_cast<HostId>(h));
    }
    for (const Subject& subject : program_.subjects) {
        if (subject.kind == Subject::Kind::group) add_group(subject.name, members[subject.name]);
    }
}

void CourseMaker::add_group(const std::string& subject, const std::vector<HostId>& members) {
    const auto group = static_cast<std::uint32_t>(of_.courses_.size());
    add(Course::Kind::group, subject).members = static_cast<std::uint32_t>(members.size());
    std::map<double, int> changes;  // of the number of members that do not work
    for (const HostId member : members) {
        is_member_[+member] = true;
        HostCourse of_host = course_of_host(member);
        Course& course = add(Course::Kind::node, program_.hosts[+member].name, member);
        course.group = group;
        course.spans = std::move(of_host.spans);
        if (course.is_quiet()) ++of_.courses_[group].quiet_members;
        bool was_lost = false;
        for (const auto& step : of_host.is_lost.steps()) {
            changes[step.at] += static_cast<int>(step.value) - static_cast<int>(was_lost);
            was_lost = step.value;
        }
    }
    Track<std::size_t> lost;
    lost.begin(0);
    int sum = 0;
    for (const auto& [at, change] : changes) {
        sum += change;
        lost.set(at, static_cast<std::size_t>(sum));
    }
    Track<bool> is_up;
    for (std::uint32_t s = 0; s < program_.subjects.size(); ++s) {
        if (program_.subjects[s].name == subject) is_up = trace_.tracks.lines[s];
    }
    Times times;
    add_times(times, lost);
    add_times(times, is_up);
    of_.courses_[group].spans = spans_between(std::move(times), [&](double at) -> Stand {
        const std::size_t number = lost.at(at);
        if (!is_up.at(at, true))
            return {Standing::down, translate("models", "too many members lost"), of_all(number, members.size())};
        if (number > 0)
            return {Standing::degraded, translate("models", "members lost"), of_all(number, members.size())};
        return {Standing::up, translate("models", "all members work")};
    });
}

void CourseMaker::add_crews() {
    for (std::uint32_t c = 0; c < program_.crews.size(); ++c) {
        const Crew& crew = program_.crews[c];
        Times times;
        add_times(times, trace_.tracks.crews[c]);
        Course& course = add(Course::Kind::crew, crew.name);
        course.spans = spans_between(std::move(times), [&](double at) -> Stand {
            const std::uint32_t busy = trace_.tracks.crews[c].at(at);
            if (busy == 0) return {Standing::standby, translate("models", "waits for work")};
            return {Standing::up, translate("models", "at work"), of_all(busy, crew.size)};
        });
    }
}

// --- the rest
// ---------------------------------------------------------------------------------------------------------

/// What a promotion lost, for as long as the failover went on in which it was.
void CourseMaker::find_drawn_lags() {
    of_.drawn_.resize(program_.copies.size());
    for (const TraceEvent& event : trace_.events) {
        if (event.kind != Kind::promoted || !std::isfinite(event.lost_seconds)) continue;
        const std::uint32_t course = of_.course_of(event.subject);
        if (course == no_course || of_.courses_[course].kind != Course::Kind::store) continue;
        const FailoverId store = program_.hosts[+of_.hosts_[course]].failover;
        const auto& steps = trace_.tracks.phases[+store].steps();
        auto first = std::upper_bound(steps.begin(), steps.end(), event.at_seconds,
                                      [](double at, const auto& step) { return at < step.at; });
        auto last = first;
        while (first != steps.begin() && !engine::has_source(std::prev(first)->value)) --first;
        while (last != steps.end() && !engine::has_source(last->value)) ++last;
        if (first == last) continue;  // it took no time
        const double to = last == steps.end() ? trace_.horizon : last->at;
        const Range copies = program_.failovers[+store].copies;
        for (std::uint32_t c = copies.begin; c < copies.end; ++c) {
            if (program_.hosts[+program_.copies[c].host].name != event.copy) continue;
            of_.drawn_[c].push_back({first->at, to, event.lost_seconds});
        }
    }
}

void CourseMaker::choose_rows() {
    for (std::uint32_t c = 0; c < of_.courses_.size(); ++c) {
        const Course& course = of_.courses_[c];
        bool is_row = !course.is_quiet();
        switch (course.kind) {
            case Course::Kind::service:
            case Course::Kind::store:
            case Course::Kind::balancer:
            case Course::Kind::group: is_row = true; break;
            case Course::Kind::domain:
            case Course::Kind::crew:
            case Course::Kind::node: break;
        }
        if (is_row) of_.rows_.push_back(c);
    }
}

}  // namespace nines::observe
