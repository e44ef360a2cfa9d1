// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/solution.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <variant>

#include <fmt/format.h>

#include "models/exact/by_structure.hpp"
#include "models/exact/horizon_by_structure.hpp"
#include "models/exact/islands.hpp"
#include "models/exact/lone_unit.hpp"
#include "models/exact/part_chain.hpp"
#include "models/exact/representable.hpp"

namespace nines::exact {

namespace {

/// Solves one program, subject by subject; chains are made when they are first asked for and kept.
class Solver {
public:
    Solver(const Program& program, const SolveQuestion& question)
        : program_(program),
          question_(question),
          activities_(program, question.most_phases),
          symmetry_(program, kept_apart(program)),
          islands_(islands_of(program)),
          origins_(line_origins(program, islands_)) {}

    Solution run() {
        for (const Subject& subject : program_.subjects) {
            const bool is_wanted =
                subject.kind == Subject::Kind::service || (subject.kind == Subject::Kind::group && question_.groups);
            if (!is_wanted || !exists(subject.line)) continue;
            if (question_.go_on && !question_.go_on()) {
                missing(subject.name + ": every figure", {"no time is left"});
                continue;
            }
            solution_.subjects.push_back(solve_subject(subject));
        }
        finish();
        return std::move(solution_);
    }

private:
    using PartList = std::vector<std::uint32_t>;

    SubjectSolution solve_subject(const Subject& subject) {
        SubjectSolution result;
        result.name = subject.name;
        const PartList parts = islands_behind(program_, islands_, subject.line);
        if (const auto reasons = reasons_against(parts); !reasons.empty()) {
            missing(subject.name + ": every figure", reasons);
            return result;
        }
        const bool by_structure = parts.size() != 1 || lone_unit(program_, islands_.scopes[parts.front()]);
        if (by_structure) solve_by_structure(subject, parts, result);
        result.other_method = method_of(parts);
        if (!result.long_run) result.long_run_method = result.other_method;
        solve_by_chain(subject, parts, result);
        if (question_.reasons && subject.kind == Subject::Kind::service) find_reasons(subject, result);
        return result;
    }

    void find_reasons(const Subject& subject, SubjectSolution& result) {
        const bool is_ever_down = result.long_run && result.long_run->unavailability > 0.0;
        if (!is_ever_down) return;
        const PartProvider provider = [&](std::uint32_t island) { return part({island}); };
        const auto keep = [&](const char* what, auto found, auto& into) {
            if (const auto* refusal = std::get_if<Refusal>(&found)) {
                solution_.missing.push_back({subject.name + what, refusal->reason, refusal->hint});
            } else {
                into = std::get<0>(std::move(found));
            }
        };
        keep(": what its downtime follows",
             sensitivities(program_, islands_, origins_, subject.line, provider, question_.go_on),
             result.sensitivities);
        constexpr std::size_t rows = 10;
        keep(": cut sets", structure_report(program_, islands_, origins_, subject.line, provider, rows),
             result.structure);
    }

    /// Of parts that need a chain; of a lone unit only the means count, which all laws but endless ones have.
    std::vector<std::string> reasons_against(const PartList& parts) const {
        return reasons_against_chain(joined(islands_.scopes, with_chain(parts)));
    }

    std::vector<std::string> reasons_against_chain(const Scope& scope) const {
        std::vector<std::string> reasons = not_representable(program_, scope);
        for (const std::string& failure : activities_.failures_in(program_, scope)) reasons.push_back(failure);
        return reasons;
    }

    void missing(const std::string& figure, const std::vector<std::string>& reasons) {
        constexpr std::size_t shown = 2;
        std::string text =
            fmt::format("{}", fmt::join(reasons.begin(), reasons.begin() + std::min(shown, reasons.size()), "; "));
        if (reasons.size() > shown) text += fmt::format("; and {} more reasons like these", reasons.size() - shown);
        solution_.missing.push_back({figure, text, "simulate: nines run"});
    }

    /// The long run from the parts' joint distributions.
    void solve_by_structure(const Subject& subject, const PartList& parts, SubjectSolution& result) {
        const PartProvider provider = [&](std::uint32_t island) { return part({island}); };
        auto found = long_run_by_structure(program_, islands_, origins_, subject.line, provider, question_.most_nodes);
        if (auto* refusal = std::get_if<Refusal>(&found)) {
            solution_.missing.push_back({subject.name + ": long run", refusal->reason, refusal->hint});
            return;
        }
        result.long_run = std::get<LongRun>(found);
        const PartList chains = with_chain(parts);
        result.long_run_method = chains.empty() ? Method::structure : method_of(chains);
    }

    /// Of figures that chains of these parts gave.
    Method method_of(const PartList& parts) const {
        const auto approximations = activities_.approximations_in(program_, {joined(islands_.scopes, parts)});
        return approximations.empty() ? Method::exact : Method::phase_type;
    }

    /// The parts that are more than a lone unit.
    PartList with_chain(const PartList& parts) const {
        PartList result;
        for (const std::uint32_t island : parts) {
            if (!lone_unit(program_, islands_.scopes[island])) result.push_back(island);
        }
        return result;
    }

    /// Figures from the start in the same way, where one chain would be too large.
    void solve_horizon_by_structure(const Subject& subject, const PartList& parts, SubjectSolution& result) {
        const std::string figures = subject.name + ": figures from the start";
        for (const std::uint32_t island : parts) {
            const auto reasons = reasons_against_chain(islands_.scopes[island]);
            if (!reasons.empty()) return missing(figures, reasons);
        }
        const PartProvider provider = [&](std::uint32_t island) { return part({island}); };
        auto found = over_horizon_by_structure(program_, islands_, origins_, subject.line, provider,
                                               Duration::seconds(program_.horizon), instants(), question_.go_on,
                                               question_.most_nodes);
        if (const auto* refusal = std::get_if<Refusal>(&found)) {
            solution_.missing.push_back({figures, refusal->reason, refusal->hint});
            return;
        }
        result.over_horizon = std::get<OverHorizon>(std::move(found));
    }

    std::vector<Duration> instants() const {
        std::vector<Duration> result;
        for (const double at : program_.instants) result.push_back(Duration::seconds(at));
        return result;
    }

    /// Everything from one chain of all that the subject needs.
    void solve_by_chain(const Subject& subject, const PartList& parts, SubjectSolution& result) {
        const bool wants_chain = question_.horizon || question_.lengths || !result.long_run;
        if (!wants_chain) return;
        const std::string rest = result.long_run ? ": first outage, lengths of outages" : ": every figure";
        // With the long run at hand one chain is only worth its other figures.
        const double most = result.long_run ? most_joint_states : static_cast<double>(question_.most_states);
        if (parts.size() > 1 && joint_states(parts) > most) {
            if (result.long_run && question_.horizon) solve_horizon_by_structure(subject, parts, result);
            if (result.long_run && !question_.lengths) return;
            return missing(subject.name + rest,
                           {fmt::format("its {} parts together have more than {:.0f} states", parts.size(), most)});
        }
        if (const auto reasons = reasons_against_chain(joined(islands_.scopes, parts)); !reasons.empty()) {
            return missing(subject.name + rest, reasons);
        }
        const PartOrRefusal found = part(parts);
        if (const auto* refusal = std::get_if<Refusal>(&found)) {
            solution_.missing.push_back({subject.name + rest, refusal->reason, refusal->hint});
            return;
        }
        fill_from_chain(subject, *std::get<PartChain*>(found), result);
    }

    void fill_from_chain(const Subject& subject, PartChain& part, SubjectSolution& result) {
        const sim::StateSet down = part.states_with_down(subject.line);
        const DownChain of{part.chain(), part.start(), down};
        const auto keep = [&](const char* figure, auto solved, auto& into) {
            if (const auto* failure = std::get_if<sim::SolveFailure>(&solved)) {
                solution_.missing.push_back({fmt::format("{}: {}", subject.name, figure), failure->message, {}});
            } else {
                into = std::get<0>(std::move(solved));
            }
        };
        if (!result.long_run) result.long_run = long_run(of, part.steady());
        if (question_.horizon) {
            const Duration horizon = Duration::seconds(program_.horizon);
            keep("figures from the start", over_horizon(of, &part.steady(), horizon, instants(), question_.go_on),
                 result.over_horizon);
            keep("P(no outage)", reliability(of, horizon, question_.go_on), result.reliability);
        }
        if (!question_.lengths) return;
        keep("time to the first outage", mean_time_to_outage(of, question_.go_on), result.seconds_to_first_outage);
        keep("length of outages", outage_length(of, part.steady(), question_.go_on), result.outage_length);
    }

    /// How many states the parts have together: the product of their own numbers. Lone units that nothing tells apart
    /// are counted in the joint chain, so n of them with c conditions each have (n + c - 1 choose n).
    double joint_states(const PartList& parts) {
        double product = 1.0;
        struct Alike {
            double count = 0.0;
            double conditions = 1.0;
        };
        std::map<std::uint32_t, Alike> alike;  // by orbit
        for (const std::uint32_t island : parts) {
            if (const auto lone = lone_unit(program_, islands_.scopes[island])) {
                Alike& of = alike[symmetry_.orbit_of(program_.unit_hosts[+lone->unit])];
                of.count += 1.0;
                of.conditions = phases_of(*lone);
            } else {
                const PartOrRefusal found = part({island});
                if (std::holds_alternative<Refusal>(found)) return std::numeric_limits<double>::infinity();
                product *= std::get<PartChain*>(found)->chain().state_count();
            }
        }
        for (const auto& [orbit, of] : alike) {
            product *= std::exp(std::lgamma(of.count + of.conditions) - std::lgamma(of.count + 1.0) -
                                std::lgamma(of.conditions));
        }
        return product;
    }

    double phases_of(const LoneUnit& lone) const {
        double phases = 0.0;
        const Unit& unit = program_.units[+lone.unit];
        for (const SamplerId sampler : {unit.time_to_failure, unit.time_to_repair}) {
            phases += exists(sampler) ? activities_.of(sampler).over() : 1.0;
        }
        return phases;
    }

    PartOrRefusal part(const PartList& parts) {
        auto& known = parts_[parts];
        if (!known) {
            auto chain = std::make_unique<PartChain>(program_, activities_, symmetry_, joined(islands_.scopes, parts));
            ExploreOptions options;
            options.most_states = question_.most_states;
            options.go_on = question_.go_on;
            const auto refusal = chain->solve(options);
            known.emplace(refusal ? Solved(*refusal) : Solved(std::move(chain)));
        }
        if (const auto* refusal = std::get_if<Refusal>(&*known)) return *refusal;
        return std::get<std::unique_ptr<PartChain>>(*known).get();
    }

    void finish() {
        std::uint32_t largest = 0;
        std::vector<Scope> solved_scopes;
        for (const auto& [list, solved] : parts_) {
            if (!solved || std::holds_alternative<Refusal>(*solved)) continue;
            const PartChain& part = *std::get<std::unique_ptr<PartChain>>(*solved);
            ++solution_.part_count;
            solved_scopes.push_back(joined(islands_.scopes, list));
            solution_.state_count += part.chain().state_count();
            solution_.transition_count += part.chain().transition_count();
            solution_.residual = std::max(solution_.residual, part.steady().residual);
            if (part.chain().state_count() <= largest) continue;
            largest = part.chain().state_count();
            solution_.method = sim::method_text(part.steady().method);
        }
        solution_.approximations = activities_.approximations_in(program_, solved_scopes);
    }

    static constexpr double most_joint_states = 50'000.0;
    using Solved = std::variant<std::unique_ptr<PartChain>, Refusal>;

    const Program& program_;
    const SolveQuestion& question_;
    Activities activities_;
    Symmetry symmetry_;
    Islands islands_;
    LineOrigins origins_;
    std::map<PartList, std::optional<Solved>> parts_;
    Solution solution_;
};

}  // namespace

Solution solve(const Program& program, const SolveQuestion& question) {
    return Solver(program, question).run();
}

}  // namespace nines::exact
