// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/charts/figure_axis.hpp"

#include "models/charts/source.hpp"
#include "models/results/figure_words.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/number_text.hpp"

namespace nines::charts {
namespace {

bool is_availability(const results::Metric& row) {
    return row.metric == "availability";
}

bool is_money(const results::Metric& row) {
    return row.unit.starts_with("currency");
}

}  // namespace

Text figure_title(const results::Metric& row, const std::string& currency) {
    Text title = say(results::title_of(row.metric).c_str());
    if (is_money(row) && !currency.empty()) title = say("%1 (%2)", {title, literal(currency)});
    if (results::kind_of(row.subject) != "scenario") {
        title = say(translate("models", "%1 of %2"), {title, name_text(row.subject)});
    }
    if (!row.failure_class.empty()) title = say("%1 (%2)", {title, literal(row.failure_class)});
    return title;
}

Axis figure_axis(const results::Metric& row, const std::string& currency) {
    Axis axis{.title = figure_title(row, currency)};
    if (is_availability(row)) {
        axis.quantity = Quantity::availability;
        axis.scale = Scale::nines;
        return axis;
    }
    axis.quantity = quantity_of_unit(row.unit);
    axis.from_zero = true;
    return axis;
}

Point figure_point(const results::Metric& row, double at) {
    Point point = point_of(row, at);
    if (!is_availability(row)) return point;
    point.value = 1.0 - row.estimate;
    if (point.low) {
        point.low = 1.0 - row.high;
        point.high = 1.0 - row.low;
    }
    if (row.estimate >= 1.0 && row.low < 1.0) {
        point.note = say(translate("models", "No outage seen: at least %1."),
                         {literal(results::availability_text(1.0 - row.low, 0.0))});
    }
    return point;
}

Text figure_note(const results::Metric& row) {
    const results::MetricWords words = results::metric_words(row);
    const Text title = say(results::title_of(row.metric).c_str());
    if (results::is_exact(row)) return say(translate("models", "%1: %2."), {title, words.value});
    return say(translate("models", "%1: %2 (%3)."), {title, words.value, words.interval});
}

void add_if_ended_early(std::vector<Text>& sentences, const results::RunInfo& run) {
    if (run.stopped != "interrupted") return;
    sentences.push_back(say(translate("models", "Ended early: the trials that all have done.")));
}

}  // namespace nines::charts
