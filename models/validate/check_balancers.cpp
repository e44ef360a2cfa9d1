// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <set>

#include "models/scenario/detection_laws.hpp"
#include "models/validate/checker.hpp"
#include "models/validate/copies.hpp"
#include "models/validate/traffic.hpp"

namespace nines::validate {
namespace {

using scenario::Balancer;
using scenario::BalancerMode;
using scenario::CheckKind;
using scenario::Field;
using scenario::Overload;
using scenario::Redispatch;
using scenario::Retry;
using scenario::Selector;
namespace codes = scenario::codes;

class BalancerCheck {
public:
    BalancerCheck(Checker& checker, const Balancer& balancer)
        : checker_(checker), balancer_(balancer), what_(fmt::format("balancer \"{}\"", balancer.id)) {}

    void run() {
        check_targets();
        check_machines();
        check_weights();
        if (balancer_.check) check_detection(checker_, *balancer_.check, fmt::format("`check` of {}", what_));
        if (balancer_.retry) check_retry(*balancer_.retry);
        if (balancer_.overload) check_overload(*balancer_.overload);
        check_only_target();
        check_names();
        check_slow_start();
    }

private:
    template <class T>
    void unused(const Field<T>& field, std::string_view key, std::string_view why) {
        if (!written(field)) return;
        checker_.warn(codes::key_without_effect, field.origin.place, fmt::format("{}: `{}` has no effect", what_, key),
                      std::string(why));
    }

    void check_targets() {
        if (!checker_.require(balancer_.to, "to", balancer_.place, what_, "[\"web\"]")) return;
        if (balancer_.to->empty()) {
            checker_.error(codes::selector_empty, balancer_.to.origin.place, fmt::format("{} sends to nothing", what_),
                           "for example to = [\"web\"]");
        }
        std::set<std::pair<TargetKind, std::size_t>> seen;
        for (const Selector& target : *balancer_.to) {
            const Lookup lookup =
                checker_.look_up(target.kind, target.pattern, target.place, fmt::format("`to` of {}", what_));
            if (lookup.outcome != Outcome::found) continue;
            if (!takes_requests(lookup.target.kind)) {
                checker_.error(codes::reference_wrong_kind, target.place,
                               fmt::format("{} sends to \"{}\", which takes no requests", what_, target.pattern),
                               "name groups, balancers or services; a group stands for all its members");
            } else if (!seen.emplace(lookup.target.kind, lookup.target.index).second) {
                checker_.error(codes::target_twice, target.place,
                               fmt::format("{} sends to \"{}\" twice", what_, target.pattern),
                               "name it once; with mode = \"weighted\" its weight says how much it gets");
            }
        }
    }

    /// Its own machines, and how its address moves among them.
    void check_machines() {
        if (balancer_.failover) {
            const std::string what = fmt::format("the failover of {}", what_);
            check_takeover(checker_, *balancer_.failover, what, balancer_.id);
            const auto machines = balancer_.on ? checker_.names.group(*balancer_.on) : std::nullopt;
            check_handover(checker_, *balancer_.failover, what,
                           {.known = machines && checker_.names.count_of(*machines) > 1,
                            .has_maintenance = has_maintenance(checker_, balancer_.on),
                            .has_successor = true});
        }
        if (!balancer_.on) {
            const bool unreadable = given(balancer_.on);
            if (!unreadable) unused(balancer_.failover, "failover", "without `on` it has no machines that can fail");
            return;
        }
        const auto group = checker_.names.group(*balancer_.on);
        if (group) {
            if (checker_.names.count_of(*group) > 1) return;
            unused(balancer_.failover, "failover",
                   fmt::format("group \"{}\" has one member, so nobody takes over", *balancer_.on));
            return;
        }
        if (checker_.names.is_later(*balancer_.on)) return;
        const std::string where = fmt::format("{} runs on \"{}\"", what_, *balancer_.on);
        if (checker_.names.find(scenario::RefKind::any, *balancer_.on).outcome == Outcome::found) {
            checker_.error(codes::reference_wrong_kind, balancer_.on.origin.place,
                           fmt::format("{}, which is not a group", where),
                           "[group.ID] with `node` and `count` makes its machines");
        } else {
            checker_.unknown(balancer_.on.origin.place, fmt::format("{}, but there is no such group", where),
                             *balancer_.on, scenario::RefKind::group);
        }
    }

    void check_weights() {
        const bool mode_known = balancer_.mode || !given(balancer_.mode);
        const bool by_weight = balancer_.mode.value_or(BalancerMode::spread) == BalancerMode::weighted;
        if (mode_known && !by_weight) {
            unused(balancer_.weights, "weights", "they are for mode = \"weighted\"");
            return;
        }
        if (by_weight && !given(balancer_.weights)) unused(balancer_.mode, "mode", "without `weights` all are alike");
        if (!balancer_.weights) return;
        const std::vector<double>& weights = *balancer_.weights;
        const scenario::Place place = balancer_.weights.origin.place;
        if (balancer_.to && weights.size() != balancer_.to->size()) {
            checker_.error(
                codes::weights_do_not_match, place,
                fmt::format("{} has {} weights, but `to` has {}", what_, weights.size(), balancer_.to->size()),
                "one weight for each entry of `to`, in the same order");
        } else if (std::all_of(weights.begin(), weights.end(), [](double weight) { return weight == 0.0; })) {
            checker_.error(codes::weights_all_zero, place, fmt::format("{} gives no target a weight", what_),
                           "at least one weight must be above 0");
        }
    }

    void check_retry(const Retry& retry) {
        if (!retry.tries || *retry.tries > 0) return;
        constexpr std::string_view why = "with tries = 0 no request is sent again";
        const bool elsewhere = retry.redispatch && *retry.redispatch != Redispatch::never;
        if (elsewhere) unused(retry.redispatch, "redispatch", why);
        if (retry.timeouts.value_or(false)) unused(retry.timeouts, "timeouts", why);
        unused(retry.budget, "budget", why);
    }

    /// How many targets it has; 0 if that is not known.
    std::int64_t count_targets() const {
        if (!balancer_.to) return 0;
        std::int64_t count = 0;
        for (const Selector& target : *balancer_.to) {
            const Lookup lookup = checker_.names.find(target.kind, target.pattern);
            if (lookup.outcome != Outcome::found) return 0;
            count += lookup.target.size;
        }
        return count;
    }

    void check_overload(const Overload& overload) {
        const bool panics = overload.panic.value_or(0.0) > 0.0;
        const bool fails_open = overload.fail_open.value_or(false);
        if (panics && fails_open) {
            unused(overload.fail_open, "fail_open", "with `panic` all get traffic before the last one is lost");
        }
        const bool by_queue = given(overload.queue) && given(overload.patience);
        if (!by_queue && overload.shed.value_or(true) && !(given(overload.shed) && !overload.shed)) {
            unused(overload.goodput, "goodput", "what is too much is refused: write shed = false");
        }
        const std::int64_t targets = count_targets();
        if (!overload.max_ejected || targets < 2) return;
        const auto n = static_cast<double>(targets);
        const double out = std::max(1.0, std::floor(*overload.max_ejected * n * (1.0 + 1e-12)));
        const std::string why = fmt::format("`max_ejected` keeps {} of {} targets in rotation", n - out, n);
        if (panics && (n - out) / n >= *overload.panic) unused(overload.panic, "panic", why);
        if (fails_open && !panics && out < n) unused(overload.fail_open, "fail_open", why);
    }

    /// Passive checks of nginx never take the only server out; here that must be said.
    void check_only_target() {
        if (!balancer_.check || balancer_.check->takes || count_targets() != 1) return;
        if (balancer_.check->kind.value_or(CheckKind::probe) != CheckKind::passive) return;
        const Overload overload = balancer_.overload.value_or({});
        if (overload.fail_open.value_or(false) || overload.panic.value_or(0.0) > 0.0) return;
        checker_.warn(codes::only_target_ejected, balancer_.to.origin.place,
                      fmt::format("{} has one target, and turns away from it for a while after each failure", what_),
                      "nginx does not do that: write overload = { fail_open = true }, or add a target");
    }

    /// How long clients keep an address.
    void check_names() {
        const bool nobody_stale = balancer_.stale ? *balancer_.stale <= 0.0 : !given(balancer_.stale);
        if (nobody_stale) unused(balancer_.stale_time, "stale_time", "give `stale`, the share of clients it is for");
        if (!balancer_.ttl || !written(balancer_.ttl) || *balancer_.ttl <= Duration()) return;
        const scenario::Detection check = balancer_.check.value_or({});
        const bool watches_traffic = check.kind.value_or(CheckKind::probe) == CheckKind::passive && !check.takes;
        if (watches_traffic) return;
        const Duration least = sim::quantile(scenario::detection_laws(check).crash, 0.0);
        if (*balancer_.ttl >= least) return;
        checker_.warn(codes::ttl_below_check, balancer_.ttl.origin.place,
                      fmt::format("{}: clients ask again after {} s, but a failure is noticed after {} s at the "
                                  "earliest",
                                  what_, balancer_.ttl->in_seconds(), least.in_seconds()),
                      "a faster `check` does more than a shorter `ttl`");
    }

    void check_slow_start() {
        const auto& services = checker_.scenario.services;
        const bool any_load =
            std::any_of(services.begin(), services.end(), [](const auto& service) { return given(service.load); });
        if (any_load || !checker_.whole || !balancer_.slow_start || *balancer_.slow_start <= Duration()) return;
        unused(balancer_.slow_start, "slow_start", "no service has a `load`, so any share is served");
    }

    Checker& checker_;
    const Balancer& balancer_;
    std::string what_;
};

}  // namespace

void check_balancers(Checker& checker) {
    for (const Balancer& balancer : checker.scenario.balancers) BalancerCheck(checker, balancer).run();
}

}  // namespace nines::validate
