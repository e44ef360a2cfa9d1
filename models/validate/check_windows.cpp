// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/validate/checker.hpp"
#include "models/validate/traffic.hpp"

namespace nines::validate {
namespace {

using scenario::Credit;
using scenario::Objective;
using scenario::Service;
using scenario::SloMeasure;
using scenario::SloWindow;
namespace codes = scenario::codes;

std::string title(const Service& service) {
    return fmt::format("service \"{}\"", service.id);
}

/// Whether a balancer is on the way of its requests.
bool meets_balancer(const Checker& checker, const Service& service) {
    const Service* next = &service;
    for (std::size_t steps = 0; steps < checker.scenario.services.size(); ++steps) {
        const auto entry = entry_of(*next);
        if (!entry) return false;
        const Lookup found = checker.names.find(entry->kind, entry->name);
        if (found.outcome != Outcome::found) return false;
        if (found.target.kind == TargetKind::balancer) return true;
        if (found.target.kind != TargetKind::service) return false;
        next = &checker.scenario.services[found.target.index];
    }
    return false;
}

void check_without_slo(Checker& checker, const Service& service) {
    const Objective& objective = service.objective;
    const auto unused = [&](const auto& field, const char* key) {
        if (!written(field)) return;
        checker.warn(codes::objective_without_slo, field.origin.place,
                     fmt::format("{}: `{}` has no effect without an `slo`", title(service), key),
                     "for example slo = \"99.95% per 30 d\"");
    };
    unused(objective.window, "window");
    unused(objective.measure, "measure");
    unused(objective.credits, "credits");
    unused(objective.fee, "fee");
}

void check_measure(Checker& checker, const Service& service) {
    const Objective& objective = service.objective;
    const bool by_requests = objective.measure.value_or(SloMeasure::time) == SloMeasure::requests;
    const bool rolling = objective.window.value_or(SloWindow::calendar) == SloWindow::rolling;
    if (by_requests && rolling) {
        checker.error(codes::rolling_by_requests, objective.window.origin.place,
                      fmt::format("{}: rolling windows are judged by time only", title(service)),
                      "leave out window = \"rolling\", or measure = \"requests\"");
        return;
    }
    const bool is_whole_horizon = !objective.slo->window || *objective.slo->window >= checker.horizon();
    if (rolling && is_whole_horizon) {
        checker.warn(
            codes::rolling_without_room, objective.window.origin.place,
            fmt::format("{}: window = \"rolling\" has no effect, for the window is the horizon", title(service)),
            "say the window, as in slo = \"99.95% per 30 d\"");
    }
    const bool counts = given(service.load) || given(service.up_when) || meets_balancer(checker, service);
    if (by_requests && !counts) {
        checker.warn(codes::requests_not_counted, objective.measure.origin.place,
                     fmt::format("{}: nothing is known of its requests, so all of them fail while it is down and "
                                 "none otherwise",
                                 title(service)),
                     "say its `load`, or leave out measure = \"requests\"");
    }
}

void check_credits(Checker& checker, const Service& service) {
    const Objective& objective = service.objective;
    const scenario::Place place = objective.credits.origin.place;
    const std::vector<Credit>& credits = *objective.credits;
    for (std::size_t i = 1; i < credits.size(); ++i) {
        if (credits[i].below < credits[i - 1].below && credits[i].share > credits[i - 1].share) continue;
        checker.error(
            codes::credits_out_of_order, place,
            fmt::format("{}: after the credit of {:.6g} % below {:.6g} % comes one of {:.6g} % below {:.6g} %",
                        title(service), 100.0 * credits[i - 1].share, 100.0 * credits[i - 1].below,
                        100.0 * credits[i].share, 100.0 * credits[i].below),
            "each one is below less than the one before it and pays more, as in [\"10% below 99.9%\", "
            "\"25% below 99%\"]");
        return;
    }
    if (credits.empty() || credits.front().below <= objective.slo->target) return;
    checker.warn(codes::credit_above_objective, place,
                 fmt::format("{}: a credit is paid below {:.6g} %, although the objective of {:.6g} % is met",
                             title(service), 100.0 * credits.front().below, 100.0 * objective.slo->target),
                 "a promise to customers is mostly lower than the objective behind it");
}

}  // namespace

void check_windows(Checker& checker) {
    for (const Service& service : checker.scenario.services) {
        if (!given(service.objective.slo)) {
            check_without_slo(checker, service);
        } else if (service.objective.slo) {
            check_measure(checker, service);
            if (service.objective.credits) check_credits(checker, service);
        }
    }
}

}  // namespace nines::validate
