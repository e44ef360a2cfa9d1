// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "models/observe/trace.hpp"

/// One trial as a picture: for everything in it how it stood from when to when, and how all stood at any instant.
/// All times in seconds since the measured span began.
namespace nines::observe {

enum class Standing : std::uint8_t {
    up,
    degraded,    ///< Works with less: slow, members lost, some requests lost.
    down,        ///< Does not work, and nobody is at work on it.
    recovering,  ///< Does not work yet: repair, failover, start or resynchronisation is under way.
    standby,     ///< Works and is not in service.
    planned,     ///< Out on purpose.
};

/// "up", "degraded", ..
const char* word_of(Standing standing);

/// From one instant to the next in one standing, for one reason.
struct Span {
    double from = 0.0;
    double to = 0.0;
    Standing standing = Standing::up;
    std::uint32_t words = 0;   ///< Why, as a fixed phrase: Timeline::text. "repair under way".
    std::uint32_t detail = 0;  ///< ... of what, by names or numbers; may be empty. "crash".

    friend bool operator==(const Span&, const Span&) = default;
};

inline constexpr std::uint32_t no_course = std::numeric_limits<std::uint32_t>::max();

/// How one thing stood through the trial.
struct Course {
    enum class Kind : std::uint8_t { service, store, balancer, group, domain, crew, node };

    Kind kind = Kind::node;
    std::string subject;              ///< "service:site", "node:web/1".
    std::uint32_t group = no_course;  ///< Of a member: the course of its group.
    std::uint32_t members = 0;        ///< Of a group.
    std::uint32_t quiet_members = 0;  ///< ... whose standing never changed.
    std::vector<Span> spans;          ///< In order, without gaps, from 0 to the horizon.

    bool is_quiet() const { return spans.size() <= 1; }
    const Span& at(double seconds) const;
};

/// A service was down.
struct Outage {
    std::uint32_t course = 0;
    double from = 0.0;
    double to = 0.0;
    bool since_before = false;  ///< It began before the measured span.
    bool goes_on = false;       ///< It was not over at the horizon.
    std::uint32_t event = 0;    ///< Its beginning, with its causes: index into the trace's events.
};

/// What one target of a balancer is sent.
struct TargetShare {
    std::string target;
    double sent = 0.0;  ///< Share of the balancer's requests whose first try goes there.
    bool in_rotation = true;
    bool works = true;  ///< If not, what is sent there is lost or tried again.
};

/// How far a copy is behind its primary.
struct CopyLag {
    enum class Origin : std::uint8_t {
        law,      ///< Nothing has asked for it: what is said is the law of the lag (with the backlog of this instant).
        drawn,    ///< This failover has asked: that much was lost.
        in_sync,  ///< It acknowledges before a commit returns.
    };
    Origin origin = Origin::law;
    double mean_seconds = 0.0;  ///< `drawn`: just so much.
    double p95_seconds = 0.0;
};

/// How one thing stands at an instant.
struct SubjectState {
    std::uint32_t course = 0;
    double at = 0.0;                 ///< The instant.
    Span span;                       ///< That it is in.
    std::vector<std::string> roles;  ///< "in service", "stands by", "primary", "replica": often one, or none.
    std::string stage;               ///< Stores, balancers whose address moves: "detecting", ..; empty while serving.
    std::string primary;  ///< Stores: who is primary; balancers: who has the address. "node:db/1"; empty: nobody.
    std::vector<TargetShare> shares;  ///< Balancers.
    double answered = 1.0;            ///< Balancers: share of the requests, as far as capacity goes.
    double share = -1.0;  ///< Targets: of the requests of the first balancer that sends to it; below 0: none does.
    std::optional<CopyLag> lag;       ///< Copies that follow.
    std::vector<std::string> causes;  ///< Services that are down: first cause first.
};

/// Everything that is asked of one trial when it is shown. It does not change; asking is by binary search.
class Timeline {
public:
    /// Precondition: the trace is one of this program.
    Timeline(std::shared_ptr<const compile::Program> program, Trace trace);

    const Trace& trace() const { return trace_; }
    const compile::Program& program() const { return *program_; }
    double horizon() const { return trace_.horizon; }
    /// Until when it is known: the horizon, or the last event of a trial with more than are kept.
    double known_until() const {
        return trace_.truncated && !trace_.events.empty() ? trace_.events.back().at_seconds : trace_.horizon;
    }

    /// Services, stores, balancers, domains, groups each with their members, crews; also those that stay as they are.
    const std::vector<Course>& courses() const { return courses_; }
    /// The course of a subject; `no_course` if there is none.
    std::uint32_t course_of(std::string_view subject) const;
    /// The course that an event is told of, "node:web/1" for "node:web/1:crash"; `no_course` if there is none.
    std::uint32_t course_of(const TraceEvent& event) const;
    /// Those that are worth a row: what users, data and requests depend on, and whatever else changed.
    const std::vector<std::uint32_t>& rows() const { return rows_; }
    /// Of all services, by their beginning.
    const std::vector<Outage>& outages() const { return outages_; }
    /// A phrase or a detail of a span.
    const std::string& text(std::uint32_t id) const { return texts_[id]; }
    /// "repair under way: crash".
    std::string words_of(const Span& span) const;

    /// How one thing stands at an instant. Precondition: there is such a course.
    SubjectState state_at(std::uint32_t course, double seconds) const;
    /// How everything stands, in the order of `courses`.
    std::vector<SubjectState> state_at(double seconds) const;

    /// The first event after an instant, the last one before it; none: -1.
    std::ptrdiff_t event_after(double seconds) const;
    std::ptrdiff_t event_before(double seconds) const;
    /// The first event that is not before an instant; the number of events if there is none.
    std::size_t event_from(double seconds) const;
    /// The first outage that begins after an instant, the last one that began before it; none: -1.
    std::ptrdiff_t outage_after(double seconds) const;
    std::ptrdiff_t outage_before(double seconds) const;

private:
    friend class CourseMaker;

    std::uint32_t intern(const std::string& text);
    void add_causes(SubjectState& state, double seconds) const;
    void add_shares(SubjectState& state, BalancerId id, double seconds) const;
    void add_store(SubjectState& state, FailoverId id, double seconds) const;
    void add_node(SubjectState& state, HostId id, double seconds) const;
    std::optional<CopyLag> lag_of(CopyId id, double seconds) const;

    /// A lag that was drawn: of this copy, while the failover went on that asked for it.
    struct DrawnLag {
        double from = 0.0;
        double to = 0.0;
        double seconds = 0.0;
    };

    std::shared_ptr<const compile::Program> program_;
    Trace trace_;
    std::vector<Course> courses_;
    std::vector<HostId> hosts_;  ///< By course; none for services, groups and crews.
    std::unordered_map<std::string, std::uint32_t> by_subject_;
    std::vector<std::uint32_t> rows_;
    std::vector<Outage> outages_;
    std::vector<std::vector<std::uint32_t>> outages_of_;  ///< By service; these are the first courses.
    std::vector<std::vector<DrawnLag>> drawn_;            ///< By copy, in order.
    std::vector<std::string> texts_;
    std::unordered_map<std::string, std::uint32_t> text_ids_;
};

/// "replica", "catching up", ..
const char* word_of(CopyRole role);
/// "in service", "stands by", ..
const char* word_of(engine::Role role);

}  // namespace nines::observe
