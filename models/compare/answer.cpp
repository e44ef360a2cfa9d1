// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/answer.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

#include "models/compare/answer_words.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/number_text.hpp"

namespace nines::compare {

namespace {

constexpr double year = 365.0 * 86400.0;
constexpr std::string_view downtime = "downtime_per_year";

class Teller {
public:
    explicit Teller(const Comparison& comparison) : comparison_(comparison) {}

    std::vector<std::string> tell() {
        const std::vector<std::string> services = compared_services();
        for (const std::string& service : services) {
            if (services.size() > 1) prefix_ = fmt::format("{}: ", results::name_of(service));
            if (comparison_.designs.size() == 1) tell_one(service);
            if (comparison_.designs.size() > 1) tell_service(service);
        }
        prefix_.clear();
        if (comparison_.designs.size() > 1) tell_stores();
        if (comparison_.stopped == "interrupted") tell_interrupted();
        return std::move(sentences_);
    }

private:
    void say(std::string sentence) { sentences_.push_back(prefix_ + std::move(sentence)); }

    std::string name(std::size_t design) const { return fmt::format("\"{}\"", comparison_.designs[design].name); }

    std::string sure() const { return confidence_text(comparison_.confidence); }

    std::vector<std::string> compared_services() const {
        if (comparison_.designs.size() == 1) {
            return results::subjects_of(comparison_.designs.front().results, "service");
        }
        std::vector<std::string> services;
        for (const Difference& row : comparison_.differences) {
            if (row.metric != downtime) continue;
            if (std::find(services.begin(), services.end(), row.subject) == services.end()) {
                services.push_back(row.subject);
            }
        }
        return services;
    }

    // --- several designs ---

    std::optional<Difference> pair(const std::string& subject, std::string_view metric, std::size_t first,
                                   std::size_t second, std::string_view failure_class = "") const {
        const auto [a, b] = std::minmax(first, second);
        const Difference* row = find_difference(comparison_, subject, metric, a, b, failure_class);
        if (row == nullptr) return std::nullopt;
        return turned(*row, first);
    }

    /// The designs that have this service, those with the least downtime first.
    std::vector<std::size_t> ranked(const std::string& service) const {
        std::vector<std::pair<double, std::size_t>> figures;
        for (std::size_t d = 0; d < comparison_.designs.size(); ++d) {
            for (const Difference& row : comparison_.differences) {
                if (row.subject != service || row.metric != downtime || (row.a != d && row.b != d)) continue;
                figures.emplace_back(row.a == d ? row.of_a : row.of_b, d);
                break;
            }
        }
        std::sort(figures.begin(), figures.end());
        std::vector<std::size_t> order;
        for (const auto& figure : figures) order.push_back(figure.second);
        return order;
    }

    void tell_service(const std::string& service) {
        const std::vector<std::size_t> order = ranked(service);
        if (order.size() < 2) return;
        const std::size_t best = order[0];
        const std::size_t next = order[1];
        const auto row = pair(service, downtime, best, next);
        if (!row) return;
        tell_downtime(*row, order.size());
        if (order.size() > 2) tell_order(service, order);
        tell_rest(service, best, next);
    }

    void tell_downtime(const Difference& row, std::size_t count) {
        switch (row.verdict) {
            case Verdict::a_better: tell_winner(row, count); return;
            case Verdict::alike: tell_alike(row, count); return;
            // The first of the two has the lower estimate, so that it cannot be decided for the second.
            case Verdict::b_better:
            case Verdict::open: tell_open(row, count); return;
        }
    }

    void tell_winner(const Difference& row, std::size_t count) {
        const std::string than = count > 2 ? fmt::format("the next, {}", name(row.b)) : name(row.b);
        const std::string least = count > 2 ? fmt::format("least of the {}, ", count) : std::string();
        say(fmt::format("{} is down {}{} a year less than {} {}{}.", name(row.a), least,
                        size_text(row, std::abs(row.estimate)), than, sure_text(row, comparison_.confidence),
                        better_trials(row)));
        if (row.unreliable) say("Few outages were seen, so that this interval may be too narrow: take more trials.");
    }

    /// ", and did better in 98.0 % of the simulated years (worse in 0.5 %)".
    std::string better_trials(const Difference& row) const {
        if (!row.shares) return {};
        const double horizon = comparison_.designs[row.a].results.run.horizon;
        const std::string spans = horizon == year
                                      ? std::string("simulated years")
                                      : fmt::format("simulated spans of {}", results::duration_text(horizon));
        const std::string worse = row.shares->b_better > 0.0
                                      ? fmt::format("worse in {}", results::percent_text(row.shares->b_better))
                                      : std::string("worse in none");
        return fmt::format("; it did better in {} of the {}, {}", results::percent_text(row.shares->a_better), spans,
                           worse);
    }

    void tell_alike(const Difference& row, std::size_t count) {
        say(fmt::format(
            "{} and {} are alike{}: their downtime differs by at most {} a year ({} sure), and differences "
            "up to {} do not matter to you.",
            name(row.a), name(row.b), count > 2 ? ", and down least" : "",
            size_text(row, std::max(std::abs(row.low), std::abs(row.high))), sure(), size_text(row, row.zone)));
    }

    void tell_open(const Difference& row, std::size_t count) {
        const std::string lead = count > 2 ? " are down least, and" : ":";
        if (row.of_a == 0.0 && row.of_b == 0.0) {
            say(fmt::format("{} and {}{} neither was down in any trial.", name(row.a), name(row.b), lead));
            return;
        }
        if (row.estimate == 0.0 && row.shares && row.shares->same() >= 1.0) {
            say(fmt::format("{} and {}{} both were down alike in every trial.", name(row.a), name(row.b), lead));
            return;
        }
        say(
            fmt::format("{} and {}{} the run does not separate them. The first is down {} a year less by estimate, and "
                        "it may be anything from {} less to {} more ({} sure).",
                        name(row.a), name(row.b), lead, size_text(row, std::abs(row.estimate)),
                        size_text(row, std::max(0.0, -row.low)), size_text(row, std::max(0.0, row.high)), sure()));
        if (row.more_trials) {
            say(fmt::format("About {} more trials of each would separate them, if the estimate is right.",
                            results::count_text(*row.more_trials)));
        }
    }

    void tell_order(const std::string& service, const std::vector<std::size_t>& order) {
        std::string list;
        for (std::size_t i = 0; i < order.size(); ++i) {
            const std::size_t other = i == 0 ? order[1] : order[i - 1];
            const auto row = pair(service, downtime, order[i], other);
            if (!row) return;
            const bool is_set_apart = i > 0 && row->verdict == Verdict::b_better;
            const std::string_view link = i == 0 ? "" : is_set_apart ? ", then " : ", not set apart from it ";
            list += fmt::format("{}{} ({})", link, name(order[i]), size_text(*row, row->of_a));
        }
        say(fmt::format("By downtime a year: {}.", list));
    }

    /// What else sets the two apart.
    void tell_rest(const std::string& subject, std::size_t best, std::size_t next) {
        for (const Difference& found : comparison_.differences) {
            if (found.subject != subject || found.metric == downtime || !found.failure_class.empty()) continue;
            if (std::minmax(found.a, found.b) != std::minmax(best, next)) continue;
            tell_advantage(turned(found, best), best);
        }
    }

    void tell_advantage(const Difference& row, std::size_t best) {
        if (row.verdict != Verdict::a_better && row.verdict != Verdict::b_better) return;
        const Difference better = turned(row, row.verdict == Verdict::a_better ? row.a : row.b);
        const std::string words = advantage_text(better);
        if (words.empty()) return;
        const bool is_of_best = better.a == best;
        say(fmt::format("{}{} {}, a difference of {} {}.", is_of_best ? "Also, " : "But ", name(better.a), words,
                        size_text(better, std::abs(better.estimate)), sure_text(better, comparison_.confidence)));
    }

    /// Stores are told of for the two designs that are best for users, or the first two.
    void tell_stores() {
        const std::vector<std::string> services = compared_services();
        std::vector<std::size_t> order(comparison_.designs.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        if (!services.empty()) {
            const auto by_downtime = ranked(services.front());
            if (by_downtime.size() > 1) order = by_downtime;
        }
        std::vector<std::string> stores;
        for (const Difference& row : comparison_.differences) {
            if (!row.subject.starts_with("store:")) continue;
            if (std::find(stores.begin(), stores.end(), row.subject) == stores.end()) stores.push_back(row.subject);
        }
        for (const std::string& store : stores) {
            if (stores.size() > 1) prefix_ = fmt::format("{}: ", results::name_of(store));
            tell_rest(store, order[0], order[1]);
        }
        prefix_.clear();
    }

    // --- one design ---

    void tell_one(const std::string& service) {
        const results::Results& results = comparison_.designs.front().results;
        const auto* down = results::find_metric(results, service, downtime);
        const auto* share = results::find_metric(results, service, "unavailability");
        if (down == nullptr || share == nullptr) return;
        const std::string trials = results::count_text(results.run.trials);
        if (share->estimate == 0.0 && share->high > 0.0) {
            say(fmt::format("{} was not down in any of {} trials: it is down at most {} a year ({} sure).", name(0),
                            trials, results::duration_text(down->high), sure()));
        } else {
            say(fmt::format("{} is up {} of the time: it is down {} a year ({} sure: between {} and {}).", name(0),
                            results::availability_text(share->estimate, (share->high - share->low) / 2.0),
                            results::duration_text(down->estimate), sure(), results::duration_text(down->low),
                            results::duration_text(down->high)));
        }
        if (down->unreliable && share->estimate > 0.0) {
            say("Few outages were seen, so that this interval may be too narrow: take more trials.");
        }
        tell_objective(results, service, *share);
        tell_kept(results, service, "rto", "It comes back within {} in {} of the recoveries ({} sure: {} to {}).");
        tell_kept(results, service, "rpo", "It loses at most {} of writes in {} of the failures ({} sure: {} to {}).");
    }

    void tell_objective(const results::Results& results, const std::string& service, const results::Metric& down) {
        for (const results::Objective& objective : results.objectives) {
            if (objective.subject != service) continue;
            const double allowed = 1.0 - objective.target;
            const std::string target = fmt::format("{:.12g} %", 100.0 * objective.target);
            if (down.high <= allowed) {
                say(fmt::format("It keeps its objective of {} on average.", target));
            } else if (down.low > allowed) {
                say(fmt::format("It misses its objective of {}.", target));
            } else {
                say(fmt::format("Whether it keeps its objective of {} is not decided: take more trials.", target));
            }
        }
    }

    void tell_kept(const results::Results& results, const std::string& service, const std::string& objective,
                   std::string_view pattern) {
        const auto* target = results::find_metric(results, service, objective + "_target");
        const auto* met = results::find_metric(results, service, "p_" + objective + "_met");
        if (target == nullptr || met == nullptr) return;
        say(fmt::format(fmt::runtime(pattern), results::duration_text(target->estimate),
                        results::percent_text(met->estimate), sure(), results::percent_text(met->low),
                        results::percent_text(met->high)));
    }

    void tell_interrupted() {
        say(fmt::format("The run was interrupted: all this covers the {} trials of each design until then.",
                        results::count_text(comparison_.designs.front().results.run.trials)));
    }

    const Comparison& comparison_;
    std::vector<std::string> sentences_;
    std::string prefix_;
};

}  // namespace

std::vector<std::string> answer(const Comparison& comparison) {
    if (comparison.designs.empty()) return {};
    return Teller(comparison).tell();
}

}  // namespace nines::compare
