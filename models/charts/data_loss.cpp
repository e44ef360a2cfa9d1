// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/charts/by_class.hpp"
#include "models/charts/catalogue.hpp"
#include "models/results/figure_words.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/number_text.hpp"

namespace nines::charts {
namespace {

std::vector<std::string> services_with_rpo(const results::Results& results) {
    std::vector<std::string> services;
    for (const std::string& service : results::subjects_of(results, "service")) {
        for (const results::Metric& row : results.metrics) {
            if (row.subject != service || row.metric != "rpo_target") continue;
            services.push_back(service);
            break;
        }
    }
    return services;
}

}  // namespace

Chart data_loss_chart(const Source& source) {
    Chart chart;
    chart.id = "data_loss";
    chart.title = say(translate("models", "Data lost by %1 at a failure"), {name_text(source.subject)});
    chart.subtitle = about_run(source.results.run);
    chart.value = {.title = say(translate("models", "Time whose acknowledged writes are gone")),
                   .quantity = Quantity::seconds,
                   .may_be_logarithmic = true,
                   .from_zero = true};
    const auto* total = results::find_metric(source.results, source.subject, "p_total_loss");
    if (total != nullptr && total->estimate > 0.0) {
        chart.subtitle.push_back(say(translate("models", "All copies were lost in %1 of the trials (%2)."),
                                     {results::metric_words(*total).value, results::metric_words(*total).interval}));
    }
    const auto* mean = results::find_metric(source.results, source.subject, "data_loss_mean");
    if (mean == nullptr) {
        return nothing_to_show(chart, say(translate("models", "No failover and no split brain was seen.")));
    }
    chart.subtitle.push_back(
        say(translate("models", "%1 losses, those of nothing among them."), {literal(results::count_text(mean->n))}));
    add_classes(chart, source, "data_loss", "rpo", services_with_rpo(source.results));
    fit(chart);
    return chart;
}

}  // namespace nines::charts
