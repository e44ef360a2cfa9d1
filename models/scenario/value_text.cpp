// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/value_text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "models/scenario/units.hpp"
#include "sim/random/text.hpp"

namespace nines::scenario {
namespace {

/// The number nearest to `number` with the fewest digits for which `reads_back` holds; none if no double does it.
template <class Predicate>
std::optional<double> shortest(double number, const Predicate& reads_back) {
    constexpr int most_digits = 17;
    for (int digits = 1; digits <= most_digits; ++digits) {
        const double candidate = std::strtod(fmt::format("{:.{}e}", number, digits - 1).c_str(), nullptr);
        if (reads_back(candidate)) return candidate;
    }
    return std::nullopt;
}

/// How hard a number is to read: its characters, and three more below 1.
std::size_t effort(double number) {
    return fmt::format("{}", number).size() + (number < 1.0 ? 3 : 0);
}

/// The number and unit that are easiest to read among those that read back to `value`. `to_number` and `reads_back`
/// turn the value into a number of the unit and say whether that number gives the value again.
template <std::size_t size, class ToNumber, class ReadsBack>
std::string easiest(const std::array<Unit, size>& units, double value, const ToNumber& to_number,
                    const ReadsBack& reads_back, std::string_view pattern) {
    std::string best;
    std::size_t least_effort = 0;
    for (const Unit& unit : units) {
        const auto number = shortest(to_number(value, unit), [&](double n) { return reads_back(n, unit) == value; });
        if (!number || (!best.empty() && effort(*number) > least_effort)) continue;
        best = fmt::format(fmt::runtime(pattern), *number, unit.name);
        least_effort = effort(*number);
    }
    return best;
}

double per(double count, const Unit& unit) {
    return count / unit.factor;
}
double times(double number, const Unit& unit) {
    return number * unit.factor;
}

std::string size_text(double bytes) {
    return easiest(size_units, bytes, per, times, "{} {}");
}

std::string prefix(RefKind kind) {
    return kind == RefKind::any ? std::string() : to_text(kind) + ":";
}

}  // namespace

std::string to_text(Duration duration) {
    return sim::duration_text(duration);
}
std::string to_text(Size size) {
    return size_text(size.bytes);
}
std::string to_text(Rate rate) {
    return easiest(time_units, rate.per_second, times, per, "{} per {}");
}
std::string to_text(ByteRate rate) {
    return size_text(rate.bytes_per_second) + "/s";
}
std::string to_text(RequestRate rate) {
    constexpr std::array<Unit, 4> usual{{{"s"}, {"min", 60.0}, {"h", 3600.0}, {"d", 86400.0}}};
    return easiest(usual, rate.requests_per_second, times, per, "{} req/{}");
}

std::string to_text(const Price& price) {
    constexpr std::int64_t million = 1'000'000;
    // "GB", but "100 GB"; "mo", but "30 d".
    const auto unit = [](const std::string& text) { return text.starts_with("1 ") ? text.substr(2) : text; };
    const auto time = [&](Duration of) {
        const auto same = [&](const Unit& each) { return each.factor == of.in_seconds(); };
        const auto found = std::find_if(time_units.begin(), time_units.end(), same);
        return found == time_units.end() ? unit(to_text(of)) : std::string(found->name);
    };
    std::string text = fmt::format("{}{}{}", price.amount, price.currency.empty() ? "" : " ", price.currency);
    if (price.size.bytes > 0.0) text += " per " + unit(to_text(price.size));
    if (price.time > Duration()) text += (price.size.bytes > 0.0 ? " " : " per ") + time(price.time);
    if (price.requests == 1) text += " per request";
    if (price.requests == million) text += " per million requests";
    if (price.requests > 1 && price.requests != million) text += fmt::format(" per {} requests", price.requests);
    return text;
}

std::string to_text(const LagLimit& limit) {
    if (limit.time) return to_text(*limit.time);
    return limit.bytes ? to_text(*limit.bytes) : std::string();
}

std::string share_to_text(double fraction) {
    const auto percent = shortest(fraction * 100.0, [fraction](double n) { return n / 100.0 == fraction; });
    return percent ? fmt::format("{}%", *percent) : fmt::format("{}", fraction);
}

std::string growth_to_text(double per_year) {
    const auto percent = shortest(per_year * 100.0, [per_year](double n) { return n / 100.0 == per_year; });
    return fmt::format("{}% per y", percent.value_or(per_year * 100.0));
}

std::string to_text(UpWhen condition) {
    return fmt::format("served {} {} of offered", condition.above ? ">" : ">=", share_to_text(condition.served_share));
}

std::string to_text(MemberShare members) {
    return members.count > 0 ? fmt::format("{}", members.count) : share_to_text(members.share);
}

std::string to_text(const Rollout& rollout) {
    switch (rollout.kind) {
        case Rollout::Kind::rolling: return "rolling " + to_text(rollout.first);
        case Rollout::Kind::canary: break;
        case Rollout::Kind::blue_green: return "blue-green";
        case Rollout::Kind::all: return "all";
    }
    const std::string canary = fmt::format("canary {} for {}", to_text(rollout.first), to_text(rollout.watch));
    return rollout.then ? fmt::format("{}, then rolling {}", canary, to_text(*rollout.then)) : canary;
}

std::string to_text(const Slo& slo) {
    const std::string target = share_to_text(slo.target);
    return slo.window ? fmt::format("{} per {}", target, to_text(*slo.window)) : target;
}

std::string to_text(const Credit& credit) {
    return fmt::format("{} below {}", share_to_text(credit.share), share_to_text(credit.below));
}

std::string to_text(RefKind kind) {
    switch (kind) {
        case RefKind::any: return "";
        case RefKind::node: return "node";
        case RefKind::group: return "group";
        case RefKind::service: return "service";
        case RefKind::domain: return "domain";
        case RefKind::tag: return "tag";
        case RefKind::cause: return "cause";
        case RefKind::crew: return "crew";
        case RefKind::store: return "store";
        case RefKind::balancer: return "balancer";
    }
    return {};
}

std::string to_text(const Reference& reference) {
    return prefix(reference.kind) + reference.name;
}
std::string to_text(const Selector& selector) {
    return prefix(selector.kind) + selector.pattern;
}

std::string to_text(const Need& need) {
    std::string names;
    for (const Reference& operand : need.operands) names += (names.empty() ? "" : ", ") + to_text(operand);
    if (!need.counted) return names;
    if (need.all) return "all of " + names;
    return fmt::format("{} of {}", need.at_least, names);
}

std::string to_text(const EventAction& action) {
    const std::string target = to_text(action.target);
    const std::string lasting = action.lasting ? sim::to_text(*action.lasting) : std::string();
    const std::string how_long = action.lasting ? " for " + lasting : std::string();
    switch (action.verb) {
        case EventAction::Verb::fail: return "fail " + target + how_long;
        case EventAction::Verb::restore: return "restore " + target + how_long;
        case EventAction::Verb::partition:
            return "partition " + target + (action.from ? " from " + to_text(*action.from) : "") + how_long;
        case EventAction::Verb::slow:
            return fmt::format("slow {} by {}{}", target, share_to_text(action.slowed), how_long);
        case EventAction::Verb::scale: return fmt::format("scale load of {} by {}{}", target, action.factor, how_long);
        case EventAction::Verb::corrupt:
            return "corrupt " + target + (action.noticed ? " noticed after " + sim::to_text(*action.noticed) : "");
        case EventAction::Verb::resize: break;
    }
    const std::string takes = action.lasting ? " takes " + lasting : std::string();
    return fmt::format("resize {} to {}{}", target, to_text(action.capacity), takes);
}

std::string to_text(FailureEffect effect) {
    if (effect.kind != Effect::slow) return to_text(effect.kind);
    return fmt::format("{} {}", to_text(effect.kind), share_to_text(effect.slowed));
}

std::string to_text(Effect effect) {
    switch (effect) {
        case Effect::stop: return "stop";
        case Effect::hang: return "hang";
        case Effect::lose_data: return "lose-data";
        case Effect::partition: return "partition";
        case Effect::slow: return "slow";
        case Effect::corrupt: return "corrupt";
        case Effect::encrypt: return "encrypt";
    }
    return {};
}

std::string to_text(Ages ages) {
    switch (ages) {
        case Ages::new_: return "new";
        case Ages::steady: return "steady";
    }
    return {};
}

std::string to_text(ClockPolicy policy) {
    switch (policy) {
        case ClockPolicy::resume: return "resume";
        case ClockPolicy::renew: return "renew";
        case ClockPolicy::age: return "age";
    }
    return {};
}

std::string to_text(RepairQuality quality) {
    switch (quality) {
        case RepairQuality::renew: return "renew";
        case RepairQuality::minimal: return "minimal";
    }
    return {};
}

std::string to_text(StandbyMode mode) {
    switch (mode) {
        case StandbyMode::hot: return "hot";
        case StandbyMode::warm: return "warm";
        case StandbyMode::cold: return "cold";
    }
    return {};
}

std::string to_text(CrewOrder order) {
    switch (order) {
        case CrewOrder::fifo: return "fifo";
        case CrewOrder::priority: return "priority";
        case CrewOrder::random: return "random";
    }
    return {};
}

std::string to_text(WhenDegraded when) {
    switch (when) {
        case WhenDegraded::go: return "go";
        case WhenDegraded::skip: return "skip";
    }
    return {};
}

std::string to_text(ReplicationMode mode) {
    switch (mode) {
        case ReplicationMode::async: return "async";
        case ReplicationMode::semi_sync: return "semi-sync";
        case ReplicationMode::sync: return "sync";
        case ReplicationMode::quorum: return "quorum";
        case ReplicationMode::shared: return "shared";
        case ReplicationMode::none: return "none";
    }
    return {};
}

std::string to_text(WithoutReplica without) {
    switch (without) {
        case WithoutReplica::continue_: return "continue";
        case WithoutReplica::block: return "block";
    }
    return {};
}

std::string to_text(SyncWith with) {
    switch (with) {
        case SyncWith::any: return "any";
        case SyncWith::first: return "first";
    }
    return {};
}

std::string to_text(WithoutNeeds without) {
    switch (without) {
        case WithoutNeeds::stay: return "stay";
        case WithoutNeeds::step_down: return "step-down";
    }
    return {};
}

std::string to_text(FailoverMode mode) {
    switch (mode) {
        case FailoverMode::automatic: return "automatic";
        case FailoverMode::manual: return "manual";
    }
    return {};
}

std::string to_text(PromoteBy by) {
    switch (by) {
        case PromoteBy::failover: return "failover";
        case PromoteBy::plan: return "plan";
        case PromoteBy::never: return "never";
    }
    return {};
}

std::string to_text(RepairTime repair) {
    switch (repair) {
        case RepairTime::at_once: return "at-once";
        case RepairTime::after_failover: return "after-failover";
    }
    return {};
}

std::string to_text(CheckKind kind) {
    switch (kind) {
        case CheckKind::probe: return "probe";
        case CheckKind::fixed_rate: return "fixed-rate";
        case CheckKind::lease: return "lease";
        case CheckKind::passive: return "passive";
    }
    return {};
}

std::string to_text(BalancerMode mode) {
    switch (mode) {
        case BalancerMode::spread: return "spread";
        case BalancerMode::weighted: return "weighted";
        case BalancerMode::priority: return "priority";
    }
    return {};
}

std::string to_text(Redispatch redispatch) {
    switch (redispatch) {
        case Redispatch::never: return "never";
        case Redispatch::last: return "last";
        case Redispatch::always: return "always";
    }
    return {};
}

std::string to_text(RestoreModel model) {
    switch (model) {
        case RestoreModel::chain: return "chain";
        case RestoreModel::manifest: return "manifest";
        case RestoreModel::block: return "block";
    }
    return {};
}

std::string to_text(RestoreServe serve) {
    switch (serve) {
        case RestoreServe::full: return "full";
        case RestoreServe::instant: return "instant";
        case RestoreServe::staged: return "staged";
    }
    return {};
}

std::string to_text(SloWindow window) {
    switch (window) {
        case SloWindow::calendar: return "calendar";
        case SloWindow::rolling: return "rolling";
    }
    return {};
}

std::string to_text(SloMeasure measure) {
    switch (measure) {
        case SloMeasure::time: return "time";
        case SloMeasure::requests: return "requests";
    }
    return {};
}

std::string to_text(LoadShape shape) {
    switch (shape) {
        case LoadShape::constant: return "constant";
        case LoadShape::diurnal: return "diurnal";
    }
    return {};
}

std::string to_text(FailureClass failure_class) {
    switch (failure_class) {
        case FailureClass::node: return "node";
        case FailureClass::rack: return "rack";
        case FailureClass::zone: return "zone";
        case FailureClass::region: return "region";
        case FailureClass::partition: return "partition";
        case FailureClass::false_alarm: return "false-alarm";
        case FailureClass::corruption: return "corruption";
        case FailureClass::ransomware: return "ransomware";
    }
    return {};
}

std::string rounded_text(Duration time) {
    struct NamedTime {
        double seconds;
        std::string_view name;
    };
    constexpr std::array units{NamedTime{31536000.0, "y"}, NamedTime{86400.0, "d"}, NamedTime{3600.0, "h"},
                               NamedTime{60.0, "min"}};
    if (time.is_forever()) return "never";
    constexpr double rounding = 1.0 - 1e-9;  // A minute that was computed may fall short of 60 s by a bit.
    for (const NamedTime& unit : units) {
        if (time.in_seconds() >= unit.seconds * rounding)
            return fmt::format("{:.4g} {}", time.in_seconds() / unit.seconds, unit.name);
    }
    return fmt::format("{:.4g} s", time.in_seconds());
}

}  // namespace nines::scenario
