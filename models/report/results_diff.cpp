// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/results_diff.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "models/results/number_text.hpp"
#include "sim/stats/distribution_quantiles.hpp"

namespace nines::report {
namespace {

using results::Metric;
using results::Results;

constexpr double exact_tolerance = 1e-9;

/// What makes two rows the same figure.
auto key_of(const Metric& row) {
    return std::make_tuple(row.subject, row.metric, row.failure_class, row.at, results::is_exact(row));
}
using Key = decltype(key_of(Metric{}));

double quantile_of(double confidence) {
    return sim::normal_quantile(0.5 + confidence / 2.0);
}

/// The standard error on the side that faces the other figure.
double error_towards(const Metric& row, double other, double confidence) {
    const double half = other > row.estimate ? row.high - row.estimate : row.estimate - row.low;
    return half / quantile_of(confidence);
}

RowChange compared(const Metric& before, const Metric& after, const Results& first, const Results& second) {
    RowChange row{before, after};
    row.difference = after.estimate - before.estimate;
    if (before.estimate != 0.0) { row.relative = row.difference / std::abs(before.estimate); }
    if (row.difference == 0.0) { return row; }
    const double size = std::max(std::abs(before.estimate), std::abs(after.estimate));
    const bool is_target = before.metric.ends_with("_target");
    if (results::is_exact(before) || is_target) {
        row.change = std::abs(row.difference) > exact_tolerance * size ? Change::changed : Change::noise;
        return row;
    }
    const double error = std::hypot(error_towards(before, after.estimate, first.run.confidence),
                                    error_towards(after, before.estimate, second.run.confidence));
    row.change = Change::unjudged;
    const bool has_figure = before.n > 0 && after.n > 0;
    if (has_figure && error > 0.0 && std::isfinite(error)) { row.z = row.difference / error; }
    return row;
}

/// Rows with a z are judged together.
void judge(ResultsDiff& diff) {
    const auto judged =
        std::count_if(diff.rows.begin(), diff.rows.end(), [](const auto& row) { return row.z.has_value(); });
    const double share = (1.0 - diff.confidence) / static_cast<double>(std::max<std::ptrdiff_t>(1, judged));
    diff.limit = sim::normal_quantile(1.0 - share / 2.0);
    for (RowChange& row : diff.rows) {
        if (row.z) { row.change = std::abs(*row.z) > diff.limit ? Change::changed : Change::noise; }
    }
}

void add_setting(ResultsDiff& diff, std::string what, const std::string& before, const std::string& after) {
    if (before != after) { diff.settings.push_back({std::move(what), before, after}); }
}

std::vector<SettingChange> settings_of(const Results& before, const Results& after) {
    ResultsDiff diff;
    const auto percent = [](double share) { return results::percent_text(share); };
    const auto kind = [](const Results& of) {
        if (of.run.trials == 0) { return std::string("solved"); }
        return std::string("simulated");
    };
    add_setting(diff, "name", before.scenario.name, after.scenario.name);
    add_setting(diff, "file", before.scenario.file, after.scenario.file);
    add_setting(diff, "sha256", before.scenario.sha256, after.scenario.sha256);
    add_setting(diff, "version", before.run.version, after.run.version);
    add_setting(diff, "figures", kind(before), kind(after));
    add_setting(diff, "span", before.run.steady ? "the long run" : "the horizon",
                after.run.steady ? "the long run" : "the horizon");
    add_setting(diff, "horizon", results::duration_text(before.run.horizon), results::duration_text(after.run.horizon));
    add_setting(diff, "seed", fmt::format("{}", before.run.seed), fmt::format("{}", after.run.seed));
    add_setting(diff, "trials", results::count_text(before.run.trials), results::count_text(after.run.trials));
    add_setting(diff, "confidence", percent(before.run.confidence), percent(after.run.confidence));
    add_setting(diff, "stopped", before.run.stopped, after.run.stopped);
    return diff.settings;
}

std::vector<std::string> without(const std::vector<std::string>& all, const std::vector<std::string>& known) {
    std::vector<std::string> rest;
    for (const std::string& item : all) {
        if (std::find(known.begin(), known.end(), item) == known.end()) { rest.push_back(item); }
    }
    return rest;
}

std::vector<std::string> subjects_in(const std::vector<Metric>& rows) {
    std::vector<std::string> subjects;
    std::set<std::string> seen;
    for (const Metric& row : rows) {
        if (seen.insert(row.subject).second) { subjects.push_back(row.subject); }
    }
    return subjects;
}

}  // namespace

std::string to_word(Change change) {
    switch (change) {
        case Change::same: return "same";
        case Change::noise: return "noise";
        case Change::changed: return "changed";
        case Change::unjudged: return "unjudged";
    }
    return {};
}

std::size_t ResultsDiff::count(Change change) const {
    return static_cast<std::size_t>(
        std::count_if(rows.begin(), rows.end(), [&](const RowChange& row) { return row.change == change; }));
}

bool ResultsDiff::is_different() const {
    return count(Change::changed) > 0 || !removed_subjects.empty() || !added_subjects.empty();
}

ResultsDiff diff_results(const Results& before, const Results& after) {
    ResultsDiff diff;
    diff.confidence = std::max(before.run.confidence, after.run.confidence);
    diff.settings = settings_of(before, after);
    diff.is_same_seed = before.run.trials > 0 && after.run.trials > 0 && before.run.seed == after.run.seed;

    std::map<Key, const Metric*> earlier;
    for (const Metric& row : before.metrics) { earlier.emplace(key_of(row), &row); }
    std::set<Key> met;
    for (const Metric& row : after.metrics) {
        const auto found = earlier.find(key_of(row));
        if (found == earlier.end()) {
            diff.added.push_back(row);
        } else if (met.insert(found->first).second) {
            diff.rows.push_back(compared(*found->second, row, before, after));
        }
    }
    for (const Metric& row : before.metrics) {
        if (!met.contains(key_of(row))) { diff.removed.push_back(row); }
    }
    judge(diff);
    diff.removed_subjects = without(subjects_in(before.metrics), subjects_in(after.metrics));
    diff.added_subjects = without(subjects_in(after.metrics), subjects_in(before.metrics));
    diff.removed_assumptions = without(before.assumptions, after.assumptions);
    diff.added_assumptions = without(after.assumptions, before.assumptions);
    return diff;
}

}  // namespace nines::report
