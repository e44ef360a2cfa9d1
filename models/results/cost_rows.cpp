// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/results/cost_rows.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "models/results/backup_rows.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/rows.hpp"

namespace nines::results {

namespace {

using compile::CostItem;
using compile::CostPart;
using compile::Costs;
using compile::Program;

constexpr double year = 365.0 * 86400.0;

double most_per_second(const compile::DowntimeCost& cost) {
    return std::max(cost.per_second, cost.off_per_second);
}

/// What one trial can add to each item, as far as that is known: where there is one price per event, of one event.
std::vector<double> largest_of(const Program& program) {
    const Costs& costs = program.costs;
    std::vector<double> largest(costs.items.size(), 0.0);
    for (const compile::MemberCost& cost : costs.members) {
        const double more = program.standbys[+cost.standby].count - cost.least;
        largest[cost.item] = more * cost.per_second * program.horizon;
    }
    for (const compile::CrewCost& cost : costs.crews) {
        largest[cost.item] = program.crews[+cost.crew].size * cost.per_busy_second * program.horizon + cost.per_call;
    }
    for (const compile::DowntimeCost& cost : costs.downtimes) {
        largest[cost.item] = most_per_second(cost) * program.horizon + cost.per_outage;
    }
    for (const compile::LossCost& cost : costs.losses) {
        largest[cost.item] = cost.per_second * program.horizon + cost.total;
    }
    for (const compile::CreditCost& cost : costs.credits) largest[cost.item] = cost.most_share * cost.fee;
    return largest;
}

/// The sum of two estimates that do not depend on each other: the squares of the half-widths add up.
sim::Interval sum_of(const sim::Interval& a, const sim::Interval& b) {
    const double estimate = a.estimate + b.estimate;
    return {estimate, estimate - std::hypot(a.estimate - a.low, b.estimate - b.low),
            estimate + std::hypot(a.high - a.estimate, b.high - b.estimate), a.unreliable || b.unreliable};
}

sim::Interval fixed_interval(double amount) {
    return {amount, amount, amount, false};
}

/// Puts the figures of a run together.
class CostWriter {
public:
    CostWriter(std::vector<Metric>& rows, const Program& program, const observe::Tally& tally, double confidence)
        : rows_(&rows),
          program_(&program),
          costs_(&program.costs),
          tally_(&tally),
          confidence_(confidence),
          largest_(largest_of(program)),
          kept_(costs_->items.size(), fixed_interval(0.0)) {
        for (const compile::BackupCost& cost : costs_->backups) kept_[cost.item] = kept(cost);
    }

    void run() {
        write(whole_design, "cost_per_year", tally_->costs.total, [](const CostItem&) { return true; });
        for (const CostPart part : compile::cost_parts) {
            const auto is_of_part = [part](const CostItem& item) { return item.part == part; };
            if (!costs_->has(part)) continue;
            write(whole_design, metric_of(part), tally_->costs.parts[static_cast<std::size_t>(part)], is_of_part);
        }
        for (std::size_t i = 0; i < costs_->items.size(); ++i) {
            const CostItem& item = costs_->items[i];
            const auto is_it = [&](const CostItem& other) { return &other == &item; };
            write(item.subject, metric_of(item.part), tally_->costs.items[i], is_it);
        }
    }

private:
    /// What a backup keeps, over the measured span.
    sim::Interval kept(const compile::BackupCost& cost) const {
        const std::string& name = program_->backups[+cost.backup].name;
        const auto bytes = std::find_if(rows_->begin(), rows_->end(), [&](const Metric& row) {
            return row.subject == name && row.metric == "backup_bytes_mean";
        });
        if (bytes == rows_->end()) return fixed_interval(0.0);
        return scaled({bytes->estimate, bytes->low, bytes->high, bytes->unreliable},
                      cost.per_byte_second * program_->horizon);
    }

    /// One row of all items that `belongs` chooses, of which trials have added so much together.
    template <class Belongs>
    void write(const std::string& subject, const std::string& metric, const sim::Moments& spent,
               const Belongs& belongs) {
        sim::Interval sum = fixed_interval(0.0);
        double largest = 0.0;
        bool is_sampled = false;
        bool is_estimate = false;
        for (std::size_t i = 0; i < costs_->items.size(); ++i) {
            const CostItem& item = costs_->items[i];
            if (!belongs(item)) continue;
            sum = sum_of(sum, sum_of(fixed_interval(item.fixed), kept_[i]));
            is_estimate = is_estimate || item.varies;
            is_sampled = is_sampled || largest_[i] > 0.0;
            largest += largest_[i];
        }
        // Of several events a trial may cost more than of one.
        constexpr double no_limit = 1e300;
        const double limit = spent.nonzero == 0 ? largest : no_limit;
        if (is_sampled) sum = sum_of(sum, sim::nonnegative_mean(spent, confidence_, limit));
        RowWriter(*rows_, subject).add(metric, scaled(sum, year / program_->horizon), is_estimate ? tally_->trials : 0);
        if (!is_estimate) rows_->back().method = "exact";
    }

    std::vector<Metric>* rows_;
    const Program* program_;
    const Costs* costs_;
    const observe::Tally* tally_;
    double confidence_;
    std::vector<double> largest_;      ///< By item: see largest_of.
    std::vector<sim::Interval> kept_;  ///< By item; of backups.
};

/// Expected cost per year of one service's downtime.
struct ExactDowntime {
    std::optional<double> per_year;
    exact::Method method = exact::Method::exact;
    std::string why_not;
};

ExactDowntime exact_downtime(const compile::DowntimeCost& cost, const exact::Solution& solution, const Program& program,
                             bool steady) {
    const std::string& name = program.subjects[cost.service].name;
    const auto found = std::find_if(solution.subjects.begin(), solution.subjects.end(),
                                    [&](const exact::SubjectSolution& subject) { return subject.name == name; });
    const bool is_solved =
        found != solution.subjects.end() && (steady ? found->long_run.has_value() : found->over_horizon.has_value());
    if (!is_solved) return {{}, {}, "its availability is not solved"};
    const bool is_constant = cost.is_constant() || cost.per_second == cost.off_per_second;
    if (!steady && !is_constant) {
        return {{}, {}, "the price depends on the time of the week; only in the long run all times are alike"};
    }
    const double from = program.measure_from;
    const double price = cost.of(from, from + program.horizon) / program.horizon;
    const double unavailability = steady ? found->long_run->unavailability : found->over_horizon->unavailability;
    const double outages =
        steady ? found->long_run->outages_per_second * year : found->over_horizon->outages / program.horizon * year;
    return {unavailability * price * year + outages * cost.per_outage,
            steady ? found->long_run_method : found->other_method,
            {}};
}

std::string why_not_solved(const Costs& costs, compile::CostItemId id) {
    const auto is_it = [id](const auto& cost) { return cost.item == id; };
    if (std::any_of(costs.backups.begin(), costs.backups.end(), is_it)) return "what is kept is simulated";
    if (std::any_of(costs.members.begin(), costs.members.end(), is_it)) {
        return "how many members are in service is simulated";
    }
    if (std::any_of(costs.losses.begin(), costs.losses.end(), is_it)) return "data losses are simulated";
    if (std::any_of(costs.credits.begin(), costs.credits.end(), is_it)) return "credits are of windows, simulated";
    return "the work of crews is simulated";
}

std::string word_of(exact::Method method) {
    switch (method) {
        case exact::Method::exact: return "exact";
        case exact::Method::phase_type: return "phase-type";
        case exact::Method::structure: return "structure";
    }
    return {};
}

Metric exact_row(const std::string& subject, const std::string& metric, double value, exact::Method method,
                 const exact::Solution& solution) {
    Metric row;
    row.subject = subject;
    row.metric = metric;
    row.unit = metric_info(metric)->unit;
    row.estimate = row.low = row.high = value;
    row.method = word_of(method);
    if (method != exact::Method::structure) {
        row.states = solution.state_count;
        row.residual = solution.residual;
    }
    return row;
}

}  // namespace

std::string metric_of(CostPart part) {
    switch (part) {
        case CostPart::infrastructure: return "infrastructure_cost_per_year";
        case CostPart::people: return "people_cost_per_year";
        case CostPart::downtime: return "downtime_cost_per_year";
        case CostPart::data_loss: return "data_loss_cost_per_year";
        case CostPart::credits: return "credit_cost_per_year";
    }
    return {};
}

void add_cost_rows(std::vector<Metric>& rows, const Program& program, const observe::Tally& tally, double confidence) {
    if (!program.costs.exist()) return;
    CostWriter(rows, program, tally, confidence).run();
}

KnownCost known_cost(const Program& program, std::optional<CostPart> part) {
    const Costs& costs = program.costs;
    const auto belongs = [&](compile::CostItemId item) { return !part || costs.items[item].part == *part; };
    const std::vector<double> largest = largest_of(program);
    KnownCost known;
    for (compile::CostItemId i = 0; i < costs.items.size(); ++i) {
        known.fixed += belongs(i) ? costs.items[i].fixed : 0.0;
        known.most_varying += belongs(i) ? largest[i] : 0.0;
    }
    if (costs.backups.empty()) return known;
    constexpr std::uint64_t seed = 1;
    constexpr std::uint64_t looks = 50;
    std::vector<Metric> kept;
    add_backup_rows(kept, program, seed, looks, 0.95);
    for (const compile::BackupCost& cost : costs.backups) {
        for (const Metric& row : kept) {
            const bool is_its = row.subject == program.backups[+cost.backup].name && row.metric == "backup_bytes_mean";
            if (is_its && belongs(cost.item)) known.fixed += row.estimate * cost.per_byte_second * program.horizon;
        }
    }
    return known;
}

ExactCosts exact_costs(const exact::Solution& solution, const Program& program, bool steady) {
    const Costs& costs = program.costs;
    ExactCosts found;
    if (!costs.exist()) return found;
    struct Sum {
        double amount = 0.0;
        bool is_whole = true;
        bool has_items = false;
        exact::Method method = exact::Method::structure;
    };
    std::array<Sum, compile::cost_part_count> sums;
    Sum total;
    std::vector<Metric> items;
    for (std::uint32_t i = 0; i < costs.items.size(); ++i) {
        const CostItem& item = costs.items[i];
        ExactDowntime of{item.fixed / program.horizon * year, exact::Method::structure, {}};
        const auto downtime = std::find_if(costs.downtimes.begin(), costs.downtimes.end(),
                                           [&](const compile::DowntimeCost& cost) { return cost.item == i; });
        if (downtime != costs.downtimes.end()) {
            of = exact_downtime(*downtime, solution, program, steady);
        } else if (item.varies) {
            of = {{}, {}, why_not_solved(costs, i)};
        }
        for (Sum* sum : {&sums[static_cast<std::size_t>(item.part)], &total}) {
            sum->has_items = true;
            sum->is_whole = sum->is_whole && of.per_year.has_value();
            sum->amount += of.per_year.value_or(0.0);
            if (of.method == exact::Method::phase_type || sum->method == exact::Method::structure)
                sum->method = of.method;
        }
        if (of.per_year) {
            items.push_back(exact_row(item.subject, metric_of(item.part), *of.per_year, of.method, solution));
        } else {
            found.missing.push_back(metric_of(item.part) + " of " + item.subject + ": " + of.why_not);
        }
    }
    if (total.is_whole)
        found.rows.push_back(exact_row(whole_design, "cost_per_year", total.amount, total.method, solution));
    for (const CostPart part : compile::cost_parts) {
        const Sum& sum = sums[static_cast<std::size_t>(part)];
        if (!sum.has_items || !sum.is_whole) continue;
        found.rows.push_back(exact_row(whole_design, metric_of(part), sum.amount, sum.method, solution));
    }
    found.rows.insert(found.rows.end(), items.begin(), items.end());
    return found;
}

}  // namespace nines::results
