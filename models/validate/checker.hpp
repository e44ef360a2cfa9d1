// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "models/scenario/diagnostic.hpp"
#include "models/scenario/scenario.hpp"
#include "models/scenario/semantic_codes.hpp"
#include "models/validate/names.hpp"

namespace nines::validate {

/// What every check needs: the scenario, its names, and where to report.
class Checker {
public:
    Checker(const scenario::Scenario& checked, bool is_whole) : scenario(checked), names(checked), whole(is_whole) {}

    const scenario::Scenario& scenario;
    const Names names;
    const bool whole;  ///< Everything in the file was understood; otherwise what seems missing may stand there.

    void error(const scenario::Code& code, scenario::Place place, std::string message, std::string hint = {}) {
        diagnostics_.push_back(scenario::make_error(code.id, place, std::move(message), std::move(hint)));
    }
    void warn(const scenario::Code& code, scenario::Place place, std::string message, std::string hint = {}) {
        diagnostics_.push_back(scenario::make_warning(code.id, place, std::move(message), std::move(hint)));
    }

    /// Reports that `key` of `what` is missing, unless something unreadable stands there.
    template <class T>
    bool require(const scenario::Field<T>& field, std::string_view key, scenario::Place place, const std::string& what,
                 std::string_view example);

    /// The thing that a reference names; reports it if there is none.
    Lookup look_up(scenario::RefKind kind, const std::string& pattern, scenario::Place place, const std::string& what);

    void crew_exists(const scenario::Field<std::string>& crew, const std::string& what);
    /// Reports a name that nothing of the kind has, with the nearest one that there is.
    void unknown(scenario::Place place, const std::string& message, const std::string& name, scenario::RefKind kind);

    Duration horizon() const { return scenario.experiment.horizon.value_or(Duration::years(1)); }

    bool has_errors() const { return scenario::has_errors(diagnostics_); }
    scenario::Diagnostics take() { return std::move(diagnostics_); }

private:
    scenario::Diagnostics diagnostics_;
};

template <class T>
bool Checker::require(const scenario::Field<T>& field, std::string_view key, scenario::Place place,
                      const std::string& what, std::string_view example) {
    if (field) return true;
    const bool unreadable = field.origin.source != scenario::Source::built_in;
    if (!unreadable) {
        error(scenario::codes::key_missing, place, fmt::format("{} has no `{}`", what, key),
              fmt::format("for example {} = {}", key, example));
    }
    return false;
}

/// Whether someone said something, readable or not: a file, a preset or the command line.
template <class T>
bool given(const scenario::Field<T>& field) {
    return field || field.origin.source != scenario::Source::built_in;
}

/// Likewise, but not by a preset: that says what its product has, and whether it matters here is not its author's
/// mistake.
template <class T>
bool written(const scenario::Field<T>& field) {
    return given(field) && field.origin.source != scenario::Source::preset;
}

// --- one function for each kind; all report to the checker ---

void check_experiment(Checker& checker);
void check_domains(Checker& checker);
void check_nodes(Checker& checker);
void check_groups(Checker& checker);
/// New versions of groups.
void check_deploys(Checker& checker);
/// Groups whose number of members follows the load.
void check_scale(Checker& checker);
void check_services(Checker& checker);
void check_stores(Checker& checker);
/// Older copies of stores' data.
void check_backups(Checker& checker);
void check_balancers(Checker& checker);
/// Checks of healthy targets that fail the more often, the more loaded these are.
void check_alarms(Checker& checker);
void check_crews(Checker& checker);
void check_causes(Checker& checker);
void check_events(Checker& checker);
/// Recoveries of several steps.
void check_plans(Checker& checker);
/// What nothing refers to, and what fails or stops more than its author may think.
void check_use(Checker& checker);
void check_redundancy(Checker& checker);
/// The demand of services against the capacity of what serves it.
void check_load(Checker& checker);
/// What changes capacities, where there are none.
void check_capacity_changes(Checker& checker);
/// Limits of balancers, further tries, and capacity that two services count on.
void check_limits(Checker& checker);
/// Groups that scale and checks that follow the load, where a tier spills over.
void check_spill_over(Checker& checker);
/// Prices: their currency, and whether they count anything.
void check_costs(Checker& checker);
/// Services, balancers and failovers that need each other in a circle.
void check_circles(Checker& checker);
/// Recovery objectives against what can happen.
void check_objectives(Checker& checker);
/// How availability objectives are judged, and what is paid where they are missed.
void check_windows(Checker& checker);

/// A need's operands: each must exist, once, and together they must be enough. `what` names the list, `owner` the id of
/// whose it is.
void check_need(Checker& checker, const std::string& what, const scenario::Need& need, std::string_view owner);

/// How a failure is noticed; `what` names the check.
void check_detection(Checker& checker, const scenario::Detection& detection, const std::string& what);

/// What all failovers have: detection, hands and conditions. `what` names the failover, `owner` the id of whose it is.
void check_takeover(Checker& checker, const scenario::Failover& failover, const std::string& what,
                    std::string_view owner);

/// Failure modes of a node or domain.
void check_modes(Checker& checker, const std::vector<scenario::FailureMode>& modes, const std::string& what);

}  // namespace nines::validate
