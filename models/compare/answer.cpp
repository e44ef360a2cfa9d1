// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/answer.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

#include "models/compare/answer_words.hpp"
#include "models/results/figure_words.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/number_text.hpp"
#include "models/scenario/translate.hpp"

namespace nines::compare {

namespace {

using wording::literal;
using wording::Text;

constexpr double year = 365.0 * 86400.0;
constexpr std::string_view downtime = "downtime_per_year";

class Teller {
public:
    explicit Teller(const Comparison& comparison) : comparison_(comparison) {}

    std::vector<Text> tell() {
        const std::vector<std::string> services = compared_services();
        for (const std::string& service : services) {
            if (services.size() > 1) prefix_ = results::name_of(service);
            if (comparison_.designs.size() == 1) tell_one(service);
            if (comparison_.designs.size() > 1) tell_service(service);
        }
        prefix_.clear();
        if (comparison_.designs.size() > 1) tell_stores();
        if (comparison_.stopped == "interrupted") tell_interrupted();
        return std::move(sentences_);
    }

private:
    void say(const char* pattern, std::vector<Text> arguments = {}) {
        Text sentence = wording::say(pattern, std::move(arguments));
        if (!prefix_.empty()) {
            sentence = wording::say(translate("models", "%1: %2"), {literal(prefix_), std::move(sentence)});
        }
        sentences_.push_back(std::move(sentence));
    }

    void say_few_outages() {
        say(translate("models", "Few outages were seen, so that this interval may be too narrow: take more trials."));
    }

    Text name(std::size_t design) const {
        return wording::say(translate("models", "\"%1\""), {literal(comparison_.designs[design].name)});
    }

    Text sure() const { return literal(confidence_text(comparison_.confidence)); }

    static Text duration(double seconds) { return results::figure(results::duration_text(seconds)); }
    static Text count(std::uint64_t number) { return literal(results::count_text(number)); }
    static Text share(double part) { return literal(results::percent_text(part)); }

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

    void tell_winner(const Difference& row, std::size_t designs) {
        const Text less = size_words(row, std::abs(row.estimate));
        const Text certainty = sure_words(row, comparison_.confidence);
        const Text found = designs > 2
                               ? wording::say(translate("models",
                                                        "%1 is down least of the %5, %2 a year less than the next, "
                                                        "%3 %4"),
                                              {name(row.a), less, name(row.b), certainty, count(designs)})
                               : wording::say(translate("models", "%1 is down %2 a year less than %3 %4"),
                                              {name(row.a), less, name(row.b), certainty});
        if (row.shares) {
            say(translate("models", "%1; %2."), {found, better_trials(row, *row.shares)});
        } else {
            say(translate("models", "%1."), {found});
        }
        if (row.unreliable) say_few_outages();
    }

    /// "it did better in 98.0 % of the simulated years, worse in 0.5 %".
    Text better_trials(const Difference& row, const Shares& shares) const {
        const double horizon = comparison_.designs[row.a].results.run.horizon;
        const Text spans = horizon == year
                               ? wording::say(translate("models", "simulated years"))
                               : wording::say(translate("models", "simulated spans of %1"), {duration(horizon)});
        if (shares.b_better > 0.0) {
            return wording::say(translate("models", "it did better in %1 of the %2, worse in %3"),
                                {share(shares.a_better), spans, share(shares.b_better)});
        }
        return wording::say(translate("models", "it did better in %1 of the %2, worse in none"),
                            {share(shares.a_better), spans});
    }

    void tell_alike(const Difference& row, std::size_t designs) {
        const Text most = size_words(row, std::max(std::abs(row.low), std::abs(row.high)));
        say(designs > 2
                ? translate("models",
                            "%1 and %2 are alike, and down least: their downtime differs by at most %3 a year (%4 "
                            "sure), and differences up to %5 do not matter to you.")
                : translate("models",
                            "%1 and %2 are alike: their downtime differs by at most %3 a year (%4 sure), and "
                            "differences up to %5 do not matter to you."),
            {name(row.a), name(row.b), most, sure(), size_words(row, row.zone)});
    }

    void tell_open(const Difference& row, std::size_t designs) {
        const Text both = wording::say(
            designs > 2 ? translate("models", "%1 and %2 are down least, and") : translate("models", "%1 and %2:"),
            {name(row.a), name(row.b)});
        if (row.of_a == 0.0 && row.of_b == 0.0) {
            say(translate("models", "%1 neither was down in any trial."), {both});
            return;
        }
        if (row.estimate == 0.0 && row.shares && row.shares->same() >= 1.0) {
            say(translate("models", "%1 both were down alike in every trial."), {both});
            return;
        }
        say(translate("models",
                      "%1 the run does not separate them. The first is down %2 a year less by estimate, and it may be "
                      "anything from %3 less to %4 more (%5 sure)."),
            {both, size_words(row, std::abs(row.estimate)), size_words(row, std::max(0.0, -row.low)),
             size_words(row, std::max(0.0, row.high)), sure()});
        if (row.more_trials) {
            say(translate("models", "About %1 more trials of each would separate them, if the estimate is right."),
                {count(*row.more_trials)});
        }
    }

    void tell_order(const std::string& service, const std::vector<std::size_t>& order) {
        Text list;
        for (std::size_t i = 0; i < order.size(); ++i) {
            const std::size_t other = i == 0 ? order[1] : order[i - 1];
            const auto row = pair(service, downtime, order[i], other);
            if (!row) return;
            Text one = wording::say(translate("models", "%1 (%2)"), {name(order[i]), size_words(*row, row->of_a)});
            if (i == 0) {
                list = std::move(one);
                continue;
            }
            list = wording::say(row->verdict == Verdict::b_better ? translate("models", "%1, then %2")
                                                                  : translate("models", "%1, not set apart from it %2"),
                                {std::move(list), std::move(one)});
        }
        say(translate("models", "By downtime a year: %1."), {std::move(list)});
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
        Text words = advantage_words(better);
        if (words.empty()) return;
        say(better.a == best ? translate("models", "Also, %1 %2, a difference of %3 %4.")
                             : translate("models", "But %1 %2, a difference of %3 %4."),
            {name(better.a), std::move(words), size_words(better, std::abs(better.estimate)),
             sure_words(better, comparison_.confidence)});
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
            if (stores.size() > 1) prefix_ = results::name_of(store);
            tell_rest(store, order[0], order[1]);
        }
        prefix_.clear();
    }

    // --- one design ---

    void tell_one(const std::string& service) {
        const results::Results& results = comparison_.designs.front().results;
        const auto* down = results::find_metric(results, service, downtime);
        const auto* lost = results::find_metric(results, service, "unavailability");
        if (down == nullptr || lost == nullptr) return;
        if (lost->estimate == 0.0 && lost->high > 0.0) {
            say(translate("models", "%1 was not down in any of %2 trials: it is down at most %3 a year (%4 sure)."),
                {name(0), count(results.run.trials), duration(down->high), sure()});
        } else {
            say(translate("models", "%1 is up %2 of the time: it is down %3 a year (%4 sure: between %5 and %6)."),
                {name(0), literal(results::availability_text(lost->estimate, (lost->high - lost->low) / 2.0)),
                 duration(down->estimate), sure(), duration(down->low), duration(down->high)});
        }
        if (down->unreliable && lost->estimate > 0.0) say_few_outages();
        tell_objective(results, service, *lost);
        tell_kept(results, service, "rto",
                  translate("models", "It comes back within %1 in %2 of the recoveries (%3 sure: %4 to %5)."));
        tell_kept(results, service, "rpo",
                  translate("models", "It loses at most %1 of writes in %2 of the failures (%3 sure: %4 to %5)."));
    }

    void tell_objective(const results::Results& results, const std::string& service, const results::Metric& down) {
        for (const results::Objective& objective : results.objectives) {
            if (objective.subject != service) continue;
            const double allowed = 1.0 - objective.target;
            Text target = literal(fmt::format("{:.12g} %", 100.0 * objective.target));
            const char* pattern = down.high <= allowed ? translate("models", "It keeps its objective of %1 on average.")
                                  : down.low > allowed
                                      ? translate("models", "It misses its objective of %1.")
                                      : translate("models",
                                                  "Whether it keeps its objective of %1 is not decided: take more "
                                                  "trials.");
            say(pattern, {std::move(target)});
        }
    }

    void tell_kept(const results::Results& results, const std::string& service, const std::string& objective,
                   const char* pattern) {
        const auto* target = results::find_metric(results, service, objective + "_target");
        const auto* met = results::find_metric(results, service, "p_" + objective + "_met");
        if (target == nullptr || met == nullptr) return;
        say(pattern, {duration(target->estimate), share(met->estimate), sure(), share(met->low), share(met->high)});
    }

    void tell_interrupted() {
        say(translate("models", "The run was interrupted: all this covers the %1 trials of each design until then."),
            {count(comparison_.designs.front().results.run.trials)});
    }

    const Comparison& comparison_;
    std::vector<Text> sentences_;
    std::string prefix_;  ///< The service or store that is told of, where there are several.
};

}  // namespace

std::vector<Text> answer_words(const Comparison& comparison) {
    if (comparison.designs.empty()) return {};
    return Teller(comparison).tell();
}

std::vector<std::string> answer(const Comparison& comparison) {
    std::vector<std::string> sentences;
    for (const Text& sentence : answer_words(comparison)) sentences.push_back(wording::plain(sentence));
    return sentences;
}

}  // namespace nines::compare
