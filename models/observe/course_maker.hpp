// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/observe/timeline.hpp"

namespace nines::observe {

/// Makes the courses of a timeline from its trace. Used once, by the timeline's constructor.
class CourseMaker {
public:
    explicit CourseMaker(Timeline& timeline) : of_(timeline), program_(*timeline.program_), trace_(timeline.trace_) {}

    void make();

private:
    /// A standing and why.
    struct Stand {
        Standing standing = Standing::up;
        std::string_view words = {};
        std::string detail = {};
    };
    using Times = std::vector<double>;

    template <class Value>
    static void add_times(Times& times, const Track<Value>& track) {
        for (const auto& step : track.steps()) times.push_back(step.at);
    }
    /// One span from each time to the next at which the standing or its reason is another.
    std::vector<Span> spans_between(Times times, const std::function<Stand(double seconds)>& stand_at);

    Course& add(Course::Kind kind, const std::string& subject, HostId host = none<HostId>);
    void add_services();
    void add_service(std::uint32_t service, const Track<std::uint32_t>& down);
    void add_stores();
    Stand store_at(FailoverId id, double seconds) const;
    void add_balancers();
    Track<std::string> out_of_rotation(const Balancer& balancer) const;
    Track<bool> overload_of(const std::string& subject) const;
    void add_domains();
    void add_groups();
    void add_group(const std::string& subject, const std::vector<HostId>& members);
    void add_crews();
    void add_nodes_alone();

    struct HostCourse {
        std::vector<Span> spans;
        Track<bool> is_lost;  ///< It does not work, whatever is done about it.
    };
    HostCourse course_of_host(HostId id);
    void add_times_of_units(Times& times, HostId id) const;
    /// The nearest domain around it that is down; none if all are up.
    HostId down_domain(HostId id, double seconds) const;
    std::optional<Stand> ill_at(HostId id, double seconds) const;
    Stand unit_at(UnitId id, engine::Phase phase) const;
    bool is_bad_version(UnitId id) const;
    Stand well_at(HostId id, double seconds) const;
    std::string name_in_host(UnitId id) const;

    void find_drawn_lags();
    void choose_rows();

    Timeline& of_;
    const compile::Program& program_;
    const Trace& trace_;
    std::vector<bool> is_member_;  ///< By host.
};

}  // namespace nines::observe
