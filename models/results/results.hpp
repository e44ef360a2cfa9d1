// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/results/outage_table.hpp"
#include "models/scenario/diagnostic.hpp"

/// What a run found, as plain data: every writer (text, JSON, CSV, Markdown, charts) is a function of this.
namespace nines::results {

/// One row of the results contract. Times in seconds, shares as fractions.
struct Metric {
    std::string subject = {};        ///< "service:site", "node:web/1", "domain:eu/az1".
    std::string metric = {};         ///< "availability", "outage_duration_p95"; catalogue in metric_catalogue.hpp.
    std::string failure_class = {};  ///< JSON key "class"; empty here unless the metric is split.
    std::string unit = {};           ///< "1", "s", "per_year", "s_per_year", "B", ...
    double estimate = 0.0;
    double low = 0.0;  ///< Confidence interval; equal to the estimate for exact rows.
    double high = 0.0;
    std::uint64_t n = 0;            ///< Observations behind the estimate (trials, outages: the metric says which).
    std::string method = {};        ///< "simulated", "exact", "phase-type", "structure".
    std::optional<double> at = {};  ///< Instant, for point_availability.
    bool unreliable = false;        ///< Too few events for the interval to be trusted; writers say so.
    std::optional<std::uint64_t> states = {};  ///< Exact rows: states of the chain that was solved.
    std::optional<double> residual = {};       ///< Exact rows: largest error left in the balance equations.
};

/// One chain of events that made outages: first cause first.
struct Chain {
    std::string subject = {};
    std::vector<std::string> cause = {};
    double downtime_per_year = 0.0;  ///< Seconds of the subject's downtime per year charged to this chain.
    double share = 0.0;              ///< Of the subject's downtime.
    double outages_per_year = 0.0;
    std::uint64_t outages = 0;  ///< Seen in the run.
};

/// A curve or a histogram for charts.
struct Series {
    std::string subject = {};
    std::string name = {};  ///< "point_availability", "outage_duration", "downtime_per_year", "error_budget_spent".
    std::string x_unit = {};
    std::vector<double> x = {};  ///< Instants, or upper bucket bounds.
    std::vector<double> y = {};  ///< Value, or count.
};

/// A trial worth a look: `nines trace FILE --trial N` replays it. Of trials that are equal the first is named.
struct NotableTrial {
    enum class Reason : std::uint8_t {
        worst,             ///< Most downtime of a service; several, the worst first.
        longest_outage,    ///< The longest single outage of a service.
        most_outages,      ///< The most outages of a service.
        typical,           ///< Downtime nearest to the median of the trials that had any.
        largest_loss,      ///< Most writes of a store lost at once.
        longest_recovery,  ///< Longest from the loss of a store's primary until clients were served again.
    };

    std::string subject = {};  ///< A service; a store for the last two reasons.
    std::uint64_t trial = 0;
    double downtime = 0.0;  ///< Seconds; of services.
    std::uint64_t outages = 0;
    Reason reason = Reason::worst;
    double figure = 0.0;  ///< What the reason is about: seconds, or outages; infinite: all data was lost.
    /// typical: share of the trials that had any downtime, which it stands for.
    double share_of_trials = 1.0;
};

/// "worst", "longest_outage", ..: the words of the JSON form.
std::string to_word(NotableTrial::Reason reason);
/// "most downtime", "longest single outage", ..: for people.
std::string title_of(NotableTrial::Reason reason);
/// "53.8 s", "4 outages", "all data": the figure of its reason, for people.
std::string figure_text(const NotableTrial& trial);

/// What the scenario demands of a service, so that writers can hold the figures against it.
struct Objective {
    std::string subject = {};
    double target = 0.0;  ///< Availability as a fraction.
    double window = 0.0;  ///< Seconds over which it is judged; 0: the horizon.
    bool rolling = false;
    bool by_requests = false;  ///< Else by time.
};

struct RunInfo {
    std::string version = {};
    std::uint64_t seed = 1;
    std::uint64_t trials = 0;
    double horizon = 0.0;  ///< Seconds.
    double confidence = 0.95;
    std::string stopped = {};  ///< "trials", "precision", "interrupted", "limit".
    bool steady = false;
    double warm_up = 0.0;  ///< Seconds removed from the start of each trial (steady runs).
    std::uint64_t events = 0;
    double wall_seconds = 0.0;  ///< Never in files that are compared bit for bit.
    int threads = 1;
};

/// Downtime of the long run by what was down when the outage began, without sampling error: like a Chain, but a set.
struct CauseShare {
    std::string subject = {};
    std::vector<std::string> cause = {};  ///< In the program's order; {"other"}: all causes that are not listed.
    double downtime_per_year = 0.0;       ///< Seconds of the subject's downtime per year charged to this cause.
    double share = 0.0;                   ///< Of the subject's downtime.
    double outages_per_year = 0.0;
};

/// How much the long-run unavailability of a subject follows one kind of time.
struct Sensitivity {
    std::string subject = {};
    std::string cause = {};
    std::string time = {};    ///< "time to failure", "repair", "start", ..
    double elasticity = 0.0;  ///< Percent by which the unavailability rises when this time grows by one percent.
};

/// Components that bring the subject down together, and none of which can be left out.
struct CutSet {
    std::string subject = {};
    std::vector<std::string> components = {};
    double probability = 0.0;   ///< That all of them are down.
    double contribution = 0.0;  ///< Part of the subject's downtime in which they are.
};

/// How much one component matters for one subject.
struct Importance {
    std::string subject = {};
    std::string component = {};
    double unavailability = 0.0;  ///< Of the component.
    double birnbaum = 0.0;
    double criticality = 0.0;
    double fussell_vesely = 0.0;
    double risk_achievement_worth = 1.0;
    double risk_reduction_worth = 1.0;
};

/// How figures without sampling error were found.
struct SolveInfo {
    bool exact = true;                             ///< Else some times are made of phases: see `approximations`.
    std::vector<std::string> approximations = {};  ///< One sentence for each.
    std::vector<std::string> missing = {};         ///< Which figure could not be had, why, and what to do.
    std::uint64_t parts = 0;                       ///< Chains that were solved apart.
    std::uint64_t states = 0;                      ///< Of all chains.
    std::uint64_t transitions = 0;
    std::string method = {};                      ///< Of the largest chain.
    double residual = 0.0;                        ///< The worst of all chains.
    double wall_seconds = 0.0;                    ///< Never in files that are compared bit for bit.
    std::vector<CauseShare> causes = {};          ///< Per subject, by share, largest first; the rest last.
    std::vector<Sensitivity> sensitivities = {};  ///< Per subject, the strongest first.
    std::vector<CutSet> cut_sets = {};            ///< Per subject, the most probable first.
    std::vector<Importance> importance = {};      ///< Per subject, highest Fussell-Vesely first.
};

struct ScenarioInfo {
    std::string name = {};
    std::string file = {};
    std::string sha256 = {};
    std::string currency = {};  ///< Of its prices; empty: nobody named it.
};

struct Results {
    ScenarioInfo scenario;
    RunInfo run;
    std::vector<Metric> metrics = {};
    /// Beside the estimates of a run: the same figures without sampling error, where there are such.
    std::vector<Metric> exact = {};
    std::optional<SolveInfo> solved = {};
    std::vector<Chain> chains = {};  ///< Per subject, by share, largest first.
    /// Of stores: seconds of writes that were lost stand for the downtime, losses for the outages.
    std::vector<Chain> loss_chains = {};
    std::vector<Series> series = {};
    std::vector<NotableTrial> notable = {};
    std::optional<OutageTable> outages = {};  ///< One by one, where that was asked for.
    std::vector<Objective> objectives = {};
    /// Members of groups that scale, which are down while nobody wants them: their group says more than their own rows.
    std::vector<std::string> passing_subjects = {};
    std::vector<std::string> assumptions = {};
    scenario::Diagnostics diagnostics = {};
    std::vector<std::string> files = {};  ///< Paths of the scenario's files, for the places in `diagnostics`.
};

}  // namespace nines::results
