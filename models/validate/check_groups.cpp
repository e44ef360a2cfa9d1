// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <unordered_set>

#include "models/scenario/group_size.hpp"
#include "models/scenario/planned_work.hpp"
#include "models/validate/checker.hpp"

namespace nines::validate {
namespace {

using scenario::Group;
using scenario::Maintenance;
namespace codes = scenario::codes;

std::string title(const Group& group) {
    return fmt::format("group \"{}\"", group.id);
}

void check_node_of(Checker& checker, const Group& group) {
    if (!checker.require(group.node, "node", group.place, title(group), "\"web\"")) return;
    if (checker.names.node(*group.node) || checker.names.is_later(*group.node)) return;
    checker.unknown(group.node.origin.place,
                    fmt::format("{} is made of \"{}\", but there is no such node", title(group), *group.node),
                    *group.node, scenario::RefKind::node);
}

void check_standby(Checker& checker, const Group& group) {
    const std::int64_t count = group.count.value_or(1);
    const bool count_known = group.count || !given(group.count);
    if (group.active && count_known && *group.active > count) {
        checker.error(codes::active_exceeds_count, group.active.origin.place,
                      fmt::format("{}: {} members serve, but there are only {}", title(group), *group.active, count),
                      fmt::format("active must be between 1 and {}", count));
    }
    if (!group.standby) return;
    const bool nobody_idle = !given(group.scale) && !scenario::is_scaled_by_plan(group) && count_known &&
                             (group.active ? *group.active >= count : !given(group.active));
    if (nobody_idle) {
        checker.error(codes::standby_without_idle, group.standby.origin.place,
                      fmt::format("{}: all members serve, so none stands by", title(group)),
                      "say how many serve with `active`, fewer than `count`");
    }
    const bool warm = group.standby->mode && *group.standby->mode == scenario::StandbyMode::warm;
    const bool mode_known = group.standby->mode || !given(group.standby->mode);
    if (group.standby->factor && !warm && mode_known) {
        checker.error(codes::factor_without_warm, group.standby->factor.origin.place,
                      fmt::format("{}: `factor` is the failure rate of a warm standby", title(group)),
                      "write mode = \"warm\", or leave `factor` out");
    }
}

/// A list of domains does not mean that members take turns: each entry of the list holds them all.
void warn_of_single_domains(Checker& checker, const Group& group) {
    const auto is_single = [](const scenario::Selector& selector) { return !selector.pattern.ends_with("/*"); };
    if (group.spread->size() < 2 || !std::ranges::all_of(*group.spread, is_single)) return;
    if (scenario::most_members(group) < 2) return;
    checker.warn(codes::spread_over_single_domains, group.spread.origin.place,
                 fmt::format("{}: `spread` names single domains, so that every member is in all of them", title(group)),
                 "write `in` if that is meant; members take turns over the parts of one domain, as in \"eu/*\"");
}

void check_places(Checker& checker, const Group& group) {
    if (group.in) {
        for (const std::string& domain : *group.in) {
            if (checker.names.domain(domain) || checker.names.is_later(domain)) continue;
            checker.unknown(group.in.origin.place,
                            fmt::format("{} is in \"{}\", but there is no such domain", title(group), domain), domain,
                            scenario::RefKind::domain);
        }
    }
    if (!group.spread) return;
    warn_of_single_domains(checker, group);
    for (const scenario::Selector& selector : *group.spread) {
        if (selector.kind != scenario::RefKind::any && selector.kind != scenario::RefKind::domain) {
            checker.error(codes::reference_wrong_kind, selector.place,
                          fmt::format("{} can only be spread over domains", title(group)), "for example \"eu/*\"");
            continue;
        }
        const Lookup lookup = checker.look_up(scenario::RefKind::domain, selector.pattern, selector.place,
                                              fmt::format("`spread` of {}", title(group)));
        if (lookup.outcome != Outcome::found) continue;
        if (lookup.target.size == 0) {
            checker.error(codes::selector_empty, selector.place,
                          fmt::format("{} is spread over the parts of \"{}\", which has none", title(group),
                                      checker.scenario.domains[lookup.target.index].id),
                          "give the domain a `split`, or name the domain itself");
        }
    }
}

/// Share of the week in which work may begin.
double open_share(const Maintenance& work) {
    if (!work.in) return 1.0;
    Duration open;
    for (const scenario::WeekWindow& window : *work.in) open += window.end - window.begin;
    return open / Duration::weeks(1);
}

/// More members at a time change nothing where each has its own time or there is but one.
void check_windows(Checker& checker, const Maintenance& work, const std::string& what) {
    const bool is_always_open = work.in && open_share(work) >= 1.0;
    if (!is_always_open || !written(work.in)) return;
    checker.warn(codes::key_without_effect, work.in.origin.place, fmt::format("{}: `in` has no effect", what),
                 "the window is the whole week: leave it out");
}

void check_maintenance(Checker& checker, const Group& group) {
    std::unordered_set<std::string_view> names;
    for (const Maintenance& work : scenario::planned_work(group)) {
        const std::string what = fmt::format("{}, maintenance \"{}\"", title(group), work.name);
        if (!names.insert(work.name).second) {
            checker.error(codes::id_twice, work.place, fmt::format("{} stands twice", what), "give each its own name");
        }
        const bool has_period = checker.require(work.every, "every", work.place, what, "\"30 d at 02:00\"");
        const bool has_length = checker.require(work.takes, "takes", work.place, what, "\"2 h\"");
        if (!has_period || !has_length) continue;
        const Duration length = sim::mean(*work.takes);
        const Duration period = work.every->period;
        if (length >= period) {
            checker.error(codes::maintenance_too_long, work.takes.origin.place,
                          fmt::format("{} takes as long as its period", what), "check the units");
            continue;
        }
        const Duration stagger = work.stagger.value_or(length);
        check_windows(checker, work, what);
        const std::int64_t count = scenario::most_members(group);
        const std::int64_t together = scenario::members_together(work, group);
        const auto turns = static_cast<double>((count - 1) / together + 1);
        const Duration round = stagger * (turns - 1) + length;
        if (round > period * open_share(work)) {
            checker.warn(codes::maintenance_overlaps,
                         work.stagger ? work.stagger.origin.place : work.every.origin.place,
                         fmt::format("{}: the next round begins before the last of {} members is done", what, count),
                         "more members `at_a_time`, a shorter `stagger`, or a longer period");
        }
    }
}

}  // namespace

void check_groups(Checker& checker) {
    for (const Group& group : checker.scenario.groups) {
        check_node_of(checker, group);
        check_standby(checker, group);
        check_places(checker, group);
        check_maintenance(checker, group);
        checker.crew_exists(group.repaired_by, title(group));
        if (group.spares && group.spares->stock && !given(group.spares->reorder)) {
            checker.warn(codes::spares_not_reordered, group.spares.origin.place,
                         fmt::format("{}: after {} repairs there is no spare part left, and none is ordered",
                                     title(group), *group.spares->stock),
                         "give `reorder` a lead time, for example reorder = \"5 d\"");
        }
        if (group.spares && !given(group.spares->stock)) {
            checker.require(group.spares->stock, "stock", group.spares->place, title(group) + ", `spares`", "2");
        }
    }
}

}  // namespace nines::validate
