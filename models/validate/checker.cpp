// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/validate/checker.hpp"

#include "models/scenario/group_size.hpp"
#include "models/scenario/suggest.hpp"

namespace nines::validate {
namespace {

std::string_view word_of(scenario::RefKind kind) {
    switch (kind) {
        case scenario::RefKind::any: return "thing";
        case scenario::RefKind::node: return "node";
        case scenario::RefKind::group: return "group";
        case scenario::RefKind::service: return "service";
        case scenario::RefKind::store: return "store";
        case scenario::RefKind::balancer: return "balancer";
        case scenario::RefKind::domain: return "domain";
        case scenario::RefKind::tag: return "tag";
        case scenario::RefKind::cause: return "cause";
        case scenario::RefKind::crew: return "crew";
    }
    return "thing";
}

}  // namespace

void Checker::unknown(scenario::Place place, const std::string& message, const std::string& name,
                      scenario::RefKind kind) {
    const bool affordable = scenario::worth_a_search(names.size(), diagnostics_);
    error(scenario::codes::reference_unknown, place, message,
          affordable ? scenario::did_you_mean(name, names.candidates(kind)) : std::string());
}

Lookup Checker::look_up(scenario::RefKind kind, const std::string& pattern, scenario::Place place,
                        const std::string& what) {
    if (kind == scenario::RefKind::cause || kind == scenario::RefKind::crew) {
        error(scenario::codes::reference_wrong_kind, place, fmt::format("{} cannot name a {}", what, word_of(kind)),
              "name a group, member, node, service, store, balancer or domain");
        return {Outcome::unknown, {}};
    }
    const Lookup lookup = names.find(kind, pattern);
    switch (lookup.outcome) {
        case Outcome::found:
        case Outcome::not_simulated: break;
        case Outcome::unknown:
            unknown(place, fmt::format("{} names \"{}\", but there is no such {}", what, pattern, word_of(kind)),
                    pattern.substr(0, pattern.find("/*")), kind);
            break;
        case Outcome::no_such_member: {
            const scenario::Group& group = scenario.groups[lookup.target.index];
            error(scenario::codes::member_unknown, place,
                  fmt::format("{} names \"{}\", but group \"{}\" has no such member", what, pattern, group.id),
                  fmt::format("members are \"{0}/1\" to \"{0}/{1}\"", group.id, scenario::most_members(group)));
            break;
        }
    }
    return lookup;
}

void Checker::crew_exists(const scenario::Field<std::string>& crew, const std::string& what) {
    if (!crew || names.is_crew(*crew) || names.is_later(*crew)) return;
    unknown(crew.origin.place, fmt::format("{} is repaired by \"{}\", but there is no such crew", what, *crew), *crew,
            scenario::RefKind::crew);
}

}  // namespace nines::validate
