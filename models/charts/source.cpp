// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/charts/source.hpp"

#include <fmt/format.h>

#include "models/results/figure_words.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/number_text.hpp"

namespace nines::charts {

std::vector<Text> about_run(const results::RunInfo& run) {
    std::vector<Text> sentences;
    const Text horizon = literal(results::duration_text(run.horizon));
    if (run.trials == 0) {
        sentences.push_back(say(translate("models", "Solved without sampling.")));
    } else {
        const Text confidence = literal(fmt::format("{:.6g} %", 100.0 * run.confidence));
        const char* pattern = run.trials == 1 ? translate("models", "%1 trial of %2, %3 intervals.")
                                              : translate("models", "%1 trials of %2 each, %3 intervals.");
        sentences.push_back(say(pattern, {literal(results::count_text(run.trials)), horizon, confidence}));
    }
    if (run.steady) sentences.push_back(say(translate("models", "Figures of the long run.")));
    return sentences;
}

Text name_text(std::string_view subject) {
    return literal(results::name_of(subject));
}

Quantity quantity_of_unit(std::string_view unit) {
    if (unit == "s" || unit == "s_per_year") return Quantity::seconds;
    return unit == "1" ? Quantity::share : Quantity::number;
}

Point point_of(const results::Metric& row, double at) {
    Point point{.at = at, .value = row.estimate};
    if (!results::is_exact(row)) {
        point.low = row.low;
        point.high = row.high;
        point.n = row.n;
        if (row.unreliable) { point.note = say(translate("models", "Too few events for the interval to be trusted.")); }
    }
    return point;
}

Chart nothing_to_show(Chart chart, Text why) {
    chart.nothing = std::move(why);
    chart.series.clear();
    chart.rules.clear();
    return chart;
}

Text share_met(const results::Metric& row) {
    const results::MetricWords text = results::metric_words(row);
    return say(translate("models", "met in %1 (%2)"), {text.value, text.interval});
}

}  // namespace nines::charts
