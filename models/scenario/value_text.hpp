// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/scenario/values.hpp"

/// From value to text, in the words of the scenario language. Reading the text back gives the same value, bit for
/// bit where the form allows it. Distributions are written by `sim::to_text`.
namespace nines::scenario {

/// The most readable unit that gives the same number back: "90 min", "1.5 h", "30 d"; "never" when infinite.
std::string to_text(Duration duration);
/// "9.791 h": four significant digits are enough to recognise a time.
std::string rounded_text(Duration time);
std::string to_text(Size size);
std::string to_text(Rate rate);
std::string to_text(ByteRate rate);
std::string to_text(RequestRate rate);
/// "70 EUR per mo", "0.12 per GB mo", "0.4 per million requests", "2000 EUR".
std::string to_text(const Price& price);
/// The time, or else the size.
std::string to_text(const LagLimit& limit);
/// A fraction as percent, "99.95%".
std::string share_to_text(double fraction);
/// A rate of growth per year, "30% per y". In rare cases, which only growth given for another period can meet, no
/// percentage is exact: then the nearest.
std::string growth_to_text(double per_year);
/// "served >= 99% of offered".
std::string to_text(UpWhen condition);
/// "2", "25%".
std::string to_text(MemberShare members);
/// "rolling 25%", "canary 5% for 10 min, then rolling 25%".
std::string to_text(const Rollout& rollout);
std::string to_text(const Slo& slo);
std::string to_text(const Credit& credit);
/// "Mon 09:00".
std::string to_text(ClockTime time);
/// "09:00", whatever the weekday.
std::string time_of_day_to_text(ClockTime time);
std::string to_text(const Schedule& schedule);
std::string to_text(const LogPace& pace);
std::string to_text(const WeekWindow& window);
std::string to_text(const std::vector<WeekWindow>& windows);
std::string to_text(const Reference& reference);
std::string to_text(const Selector& selector);
std::string to_text(const Need& need);
std::string to_text(const EventAction& action);
std::string to_text(const DownFor& condition);
std::string to_text(const Failback& failback);
std::string to_text(const Drill& drill);
std::string to_text(const PlanStep& step);
std::string to_text(RefKind kind);  ///< "group"; empty for `any`.
std::string to_text(Effect effect);
std::string to_text(FailureEffect effect);
std::string to_text(Ages ages);
std::string to_text(ClockPolicy policy);
std::string to_text(RepairQuality quality);
std::string to_text(StandbyMode mode);
std::string to_text(CrewOrder order);
std::string to_text(WhenDegraded when);
std::string to_text(ReplicationMode mode);
std::string to_text(WithoutReplica without);
std::string to_text(SyncWith with);
std::string to_text(FailoverMode mode);
std::string to_text(PromoteBy by);
std::string to_text(RepairTime repair);
std::string to_text(WithoutNeeds without);
std::string to_text(CheckKind kind);
std::string to_text(BalancerMode mode);
std::string to_text(Redispatch redispatch);
std::string to_text(LoadShape shape);
std::string to_text(SloWindow window);
std::string to_text(SloMeasure measure);
std::string to_text(RestoreModel model);
std::string to_text(RestoreServe serve);
std::string to_text(FailureClass failure_class);

}  // namespace nines::scenario
