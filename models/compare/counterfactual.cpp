// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/counterfactual.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "models/compare/trial_metric.hpp"
#include "sim/random/law.hpp"

namespace nines::compare {

namespace {

using scenario::FailureMode;
using scenario::Scenario;

/// The mode stays, so that all names are what they were, but its failures never come.
void never(FailureMode& mode) {
    mode.mtbf.value.reset();
    mode.mttf.value.reset();
    mode.afr.value.reset();
    mode.rate.value.reset();
    mode.availability.value.reset();
    mode.ttf.value = sim::Law{sim::Never{}};
    mode.replace_at_age.value.reset();
    mode.replacement.value.reset();
}

class Maker {
public:
    explicit Maker(const Scenario& as_is) : as_is_(as_is) {}

    std::vector<Counterfactual> make() {
        for (std::size_t n = 0; n < as_is_.nodes.size(); ++n) of_node(n);
        for (std::size_t g = 0; g < as_is_.groups.size(); ++g) of_group(g);
        for (std::size_t d = 0; d < as_is_.domains.size(); ++d) of_domain(d);
        for (std::size_t c = 0; c < as_is_.causes.size(); ++c) {
            Scenario& without = add("cause:" + as_is_.causes[c].id, "never happens");
            without.causes[c].rate.value.reset();
            without.causes[c].ttf.value = sim::Law{sim::Never{}};
        }
        for (std::size_t e = 0; e < as_is_.events.size(); ++e) {
            if (!as_is_.events[e].enabled.value_or(true)) continue;
            add("event:" + as_is_.events[e].id, "does not happen").events[e].enabled.value = false;
        }
        for (std::size_t c = 0; c < as_is_.crews.size(); ++c) of_crew(c);
        return std::move(made_);
    }

private:
    Scenario& add(std::string thing, std::string what) {
        made_.push_back({std::move(thing), std::move(what), as_is_});
        return made_.back().scenario;
    }

    /// A node alone where several groups are made of it; else its group says the same.
    void of_node(std::size_t n) {
        const scenario::Node& node = as_is_.nodes[n];
        const auto is_made_of = [&](const scenario::Group& group) { return group.node.value_or("") == node.id; };
        const auto groups = std::count_if(as_is_.groups.begin(), as_is_.groups.end(), is_made_of);
        if (node.failures.empty()) return;
        if (groups != 1) {
            for (FailureMode& mode : add("node:" + node.id, "never fails").nodes[n].failures) never(mode);
        }
        if (node.failures.size() < 2) return;
        for (std::size_t m = 0; m < node.failures.size(); ++m) {
            Scenario& without =
                add(fmt::format("node:{}:{}", node.id, node.failures[m].name), "this failure never comes");
            never(without.nodes[n].failures[m]);
        }
    }

    void of_group(std::size_t g) {
        const scenario::Group& group = as_is_.groups[g];
        const auto node = std::find_if(as_is_.nodes.begin(), as_is_.nodes.end(),
                                       [&](const scenario::Node& of) { return of.id == group.node.value_or(""); });
        if (node != as_is_.nodes.end() && !node->failures.empty()) {
            Scenario& perfect = add("group:" + group.id, "no member ever fails");
            scenario::Node copy = *node;
            copy.id += "-perfect";
            for (FailureMode& mode : copy.failures) never(mode);
            perfect.groups[g].node.value = copy.id;
            perfect.nodes.push_back(std::move(copy));
        }
        if (!group.maintenance.empty() || group.patch) {
            Scenario& without = add(fmt::format("group:{} maintenance", group.id), "takes no time");
            without.groups[g].maintenance.clear();
            without.groups[g].patch.value.reset();
        }
        if (group.deploy) {
            add(fmt::format("group:{} deploys", group.id), "do no harm").groups[g].deploy.value.reset();
        }
    }

    void of_domain(std::size_t d) {
        if (as_is_.domains[d].failures.empty()) return;
        Scenario& perfect = add("domain:" + as_is_.domains[d].id, "never fails");
        for (FailureMode& mode : perfect.domains[d].failures) never(mode);
    }

    void of_crew(std::size_t c) {
        constexpr std::int64_t enough = 1000;
        scenario::Crew& crew = add("crew:" + as_is_.crews[c].id, "always there, at once").crews[c];
        crew.size.value = enough;
        crew.hours.value.reset();
        crew.preemptive.value.reset();
        crew.ack.value.reset();
        crew.decide.value.reset();
        crew.travel.value.reset();
    }

    const Scenario& as_is_;
    std::vector<Counterfactual> made_;
};

const PointRow* find(const std::vector<PointRow>& rows, const results::Metric& like) {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const PointRow& row) {
        return row.metric.subject == like.subject && row.metric.metric == like.metric &&
               row.metric.failure_class == like.failure_class;
    });
    return found == rows.end() ? nullptr : &*found;
}

}  // namespace

std::vector<Counterfactual> counterfactuals_of(const scenario::Scenario& scenario) {
    return Maker(scenario).make();
}

PreparedImportance prepare_importance(const scenario::Scenario& scenario, const results::StudyOptions& options) {
    PreparedImportance prepared;
    prepared.things = counterfactuals_of(scenario);
    std::vector<NamedScenario> points{{"as it is", scenario}};
    for (const Counterfactual& thing : prepared.things) points.push_back({thing.thing, thing.scenario});
    PreparedDesigns designs = prepare_points(std::move(points), options);
    prepared.designs = std::move(designs.designs);
    prepared.problems = std::move(designs.problems);
    return prepared;
}

std::vector<Importance> run_importance(const PreparedImportance& prepared, const std::vector<MetricName>& metrics,
                                       const OnPairedProgress& progress, const std::function<bool()>& go_on) {
    const AgainstBase figures = run_against_base(prepared.designs, 0, metrics, progress, go_on);
    std::vector<Importance> found;
    for (const PointRow& as_is : figures.rows.front()) {
        Importance importance;
        importance.metric = {as_is.metric.subject, as_is.metric.metric, as_is.metric.failure_class};
        importance.as_is = as_is.metric;
        importance.figures = figures;
        for (std::size_t t = 0; t < prepared.things.size(); ++t) {
            const PointRow* perfect = find(figures.rows[t + 1], as_is.metric);
            if (perfect == nullptr || !perfect->to_base) continue;
            importance.savings.push_back({prepared.things[t].thing, prepared.things[t].what, *perfect->to_base});
        }
        const double sign = lower_is_better(as_is.metric.metric) ? 1.0 : -1.0;
        std::stable_sort(importance.savings.begin(), importance.savings.end(), [&](const Saving& a, const Saving& b) {
            return sign * a.difference.estimate < sign * b.difference.estimate;
        });
        found.push_back(std::move(importance));
    }
    return found;
}

}  // namespace nines::compare
