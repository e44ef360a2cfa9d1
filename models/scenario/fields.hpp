// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "models/scenario/fields/backup.hpp"
#include "models/scenario/fields/balancer.hpp"
#include "models/scenario/fields/cause.hpp"
#include "models/scenario/fields/crew.hpp"
#include "models/scenario/fields/domain.hpp"
#include "models/scenario/fields/event.hpp"
#include "models/scenario/fields/experiment.hpp"
#include "models/scenario/fields/group.hpp"
#include "models/scenario/fields/node.hpp"
#include "models/scenario/fields/plan.hpp"
#include "models/scenario/fields/service.hpp"
#include "models/scenario/fields/store.hpp"

/// The kinds of the language and where a scenario keeps their things. The keys of each kind stand once, in
/// models/scenario/fields/: loading, saving, explaining, the schema and the reference manual all visit those lists.
///
/// A visitor has
///
///     field(FieldSpec, Field<V> T::*)              one value
///     name(FieldSpec, std::string T::*)            the name of a table in a list of tables
///     table(FieldSpec, Field<Part> T::*)           a table of its own; one bare value may stand for its `shorthand`
///     part(FieldSpec, Part T::*)                   a table of its own
///     tables(FieldSpec, std::vector<Part> T::*)    a list of tables
///     unnamed_mode(std::vector<FailureMode> T::*)  the keys of a failure mode, written directly
///     reuse(FieldSpec)                             a key that is used up before binding (`like`, `without`, `split`)
///     later(LaterSpec)                             a key that is not supported yet
namespace nines::scenario {

/// Calls `visit(KindTag<T>{}, &Scenario::things)` for each kind whose things have ids, in the order of a file.
template <class Visit>
void for_each_kind(Visit&& visit) {
    visit(KindTag<Domain>{}, &Scenario::domains);
    visit(KindTag<Node>{}, &Scenario::nodes);
    visit(KindTag<Group>{}, &Scenario::groups);
    visit(KindTag<Service>{}, &Scenario::services);
    visit(KindTag<Store>{}, &Scenario::stores);
    visit(KindTag<Backup>{}, &Scenario::backups);
    visit(KindTag<Balancer>{}, &Scenario::balancers);
    visit(KindTag<Crew>{}, &Scenario::crews);
    visit(KindTag<Plan>{}, &Scenario::plans);
    visit(KindTag<Cause>{}, &Scenario::causes);
    visit(KindTag<Event>{}, &Scenario::events);
}

/// Kinds of the language that this version cannot simulate yet.
inline constexpr std::array<LaterSpec, 0> later_kinds{};

}  // namespace nines::scenario
