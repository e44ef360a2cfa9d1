// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/validate/assumptions.hpp"

#include <map>
#include <set>

#include <fmt/format.h>

#include "models/scenario/change_assumptions.hpp"
#include "models/scenario/fields.hpp"
#include "models/scenario/mode_laws.hpp"
#include "models/scenario/preset_library.hpp"

namespace nines::validate {
namespace {

using scenario::FailureMode;
using scenario::Field;
using scenario::FieldSpec;
using scenario::Grade;
using scenario::KindTag;
using scenario::Scenario;

constexpr std::size_t most_names = 5;

/// "a, b, c", cut after some.
std::string listed(const std::vector<std::string>& names) {
    if (names.size() <= most_names) return fmt::format("{}", fmt::join(names, ", "));
    return fmt::format("{} and {} more", fmt::join(names.begin(), names.begin() + most_names, ", "),
                       names.size() - most_names);
}

/// Gathers the preset values that a thing uses and that nobody has verified.
class GradeVisitor {
public:
    template <class T>
    void visit(const T& object) {
        const void* outer = object_;
        object_ = &object;
        fields_of(KindTag<T>{}, *this);
        object_ = outer;
    }

    template <class T, class M>
    void field(const FieldSpec& spec, Field<M> T::*member) {
        const Field<M>& field = static_cast<const T*>(object_)->*member;
        const bool doubtful = field.origin.grade == Grade::estimated || field.origin.grade == Grade::unverified;
        if (field && doubtful) note(field.origin, prefix_ + std::string(spec.key));
    }
    template <class T>
    void name(const FieldSpec&, std::string T::*) {}
    template <class T, class Part>
    void table(const FieldSpec& spec, Field<Part> T::*member) {
        const Field<Part>& part = static_cast<const T*>(object_)->*member;
        if (!part) return;
        const std::string outer = prefix_;
        prefix_ += std::string(spec.key) + ".";
        visit(*part);
        prefix_ = outer;
    }
    template <class T, class Part>
    void part(const FieldSpec&, Part T::*) {}
    template <class T, class Part>
    void tables(const FieldSpec&, std::vector<Part> T::*member) {
        for (const Part& part : static_cast<const T*>(object_)->*member) visit(part);
    }
    template <class T>
    void unnamed_mode(std::vector<FailureMode> T::*) {}
    void reuse(const FieldSpec&) {}
    void later(const scenario::LaterSpec&) {}

    std::vector<std::string> sentences() const {
        std::vector<std::string> result;
        for (const auto& [preset, keys] : doubtful_) {
            result.push_back(fmt::format("{} has values that are {}: {}.", preset.first,
                                         scenario::to_text(preset.second),
                                         listed(std::vector<std::string>(keys.begin(), keys.end()))));
        }
        return result;
    }

private:
    void note(const scenario::Origin& origin, const std::string& key) {
        const std::string preset = "Preset" + origin.note.substr(6, origin.note.find(':') - 6);
        doubtful_[{preset, origin.grade}].insert(key);
    }

    const void* object_ = nullptr;
    std::string prefix_;  ///< Of the tables around the one that is visited.
    std::map<std::pair<std::string, Grade>, std::set<std::string>> doubtful_;
};

class Assumptions {
public:
    explicit Assumptions(const Scenario& scenario) : scenario_(scenario) {}

    std::vector<std::string> run() {
        about_start();
        about_repair();
        about_detection();
        about_standby();
        about_spares();
        about_effects();
        for (std::string& sentence : scenario::change_assumptions(scenario_)) say(std::move(sentence));
        about_stores();
        about_balancers();
        about_presets();
        return std::move(sentences_);
    }

private:
    void say(std::string sentence) { sentences_.push_back(std::move(sentence)); }

    void about_start() {
        const scenario::Experiment& experiment = scenario_.experiment;
        if (!experiment.horizon) say("No horizon is given: each trial lasts 1 y.");
        if (!experiment.ages) say("Everything is new and up at the start.");
    }

    void about_repair() {
        std::vector<std::string> never;
        std::vector<std::string> unlimited;
        const auto look_at = [&](const auto& things) {
            for (const auto& thing : things) {
                for (const FailureMode& mode : thing.failures) {
                    if (!scenario::repair_law(mode)) never.push_back(fmt::format("{} ({})", thing.id, mode.name));
                }
                if (!thing.repaired_by && !thing.failures.empty()) unlimited.push_back(thing.id);
            }
        };
        look_at(scenario_.nodes);
        look_at(scenario_.domains);
        if (!unlimited.empty()) {
            say(fmt::format("No crew repairs {}: there are always hands enough, at any hour.", listed(unlimited)));
        }
        if (!never.empty()) say(fmt::format("Never repaired: {}.", listed(never)));
        for (const scenario::Crew& crew : scenario_.crews) {
            if (!crew.hours) say(fmt::format("Crew {} works at all hours.", crew.id));
        }
    }

    void about_detection() {
        std::vector<std::string> exceptions{"the start times of standby members"};
        if (!scenario_.stores.empty()) exceptions.emplace_back("the failovers of stores");
        if (!scenario_.balancers.empty()) exceptions.emplace_back("the checks of balancers");
        say(fmt::format("Users lose a failed thing at once, and what remains takes over at once, except for {}.",
                        fmt::join(exceptions, " and ")));
        const bool any_latent = [&] {
            for (const auto& node : scenario_.nodes) {
                for (const FailureMode& mode : node.failures) {
                    if (mode.noticed_after || mode.inspection) return true;
                }
            }
            return false;
        }();
        if (!any_latent) say("Every failure is noticed at once, so that repair begins at once.");
    }

    void about_standby() {
        for (const scenario::Group& group : scenario_.groups) {
            if (!group.active || *group.active >= group.count.value_or(1)) continue;
            if (!group.standby) {
                say(fmt::format("Idle members of {} stand by hot: they fail like serving ones and take over at once.",
                                group.id));
                continue;
            }
            const auto& standby = *group.standby;
            const bool warm = standby.mode && *standby.mode == scenario::StandbyMode::warm;
            if (warm && !standby.factor) {
                say(fmt::format("Idle members of {} fail half as often as serving ones.", group.id));
            }
            if (!standby.success) say(fmt::format("Every start of a standby member of {} works.", group.id));
        }
    }

    void about_spares() {
        std::vector<std::string> endless;
        for (const scenario::Group& group : scenario_.groups) {
            if (!group.spares) endless.push_back(group.id);
        }
        if (!endless.empty()) say(fmt::format("Repairs of {} never wait for a spare part.", listed(endless)));
    }

    void about_effects() {
        std::vector<std::string> cut_off;
        for (const scenario::Domain& domain : scenario_.domains) {
            for (const FailureMode& mode : domain.failures) {
                if (mode.effect && *mode.effect == scenario::Effect::partition) cut_off.push_back(domain.id);
            }
        }
        if (!cut_off.empty()) {
            say(fmt::format("What a partition of {} cuts off counts as down until it ends.", listed(cut_off)));
        }
    }

    void about_stores() {
        std::vector<std::string> waiting, unwatched, in_step, without_limit, sure;
        for (const scenario::Store& store : scenario_.stores) {
            if (!store.failover) {
                waiting.push_back(store.id);
                continue;
            }
            const scenario::Failover& failover = *store.failover;
            if (!failover.detect) unwatched.push_back(store.id);
            if (never_behind(store)) in_step.push_back(store.id);
            const bool in_bytes = failover.lag_limit && failover.lag_limit->bytes;
            if (in_bytes && !store.writes) without_limit.push_back(store.id);
            const bool errs = failover.detect && failover.detect->false_positive;
            if (!failover.false_alarms && !errs) sure.push_back(store.id);
        }
        if (!waiting.empty()) {
            say(fmt::format("Without `failover` the return of the primary is waited for: {}.", listed(waiting)));
        }
        if (!unwatched.empty()) {
            say(
                fmt::format("Without `detect` a dead primary is noticed by HAProxy's default check, 4 to 6 s after a "
                            "crash and 10 to 12 s after silence: {}.",
                            listed(unwatched)));
        }
        if (!in_step.empty()) {
            say(fmt::format("Without `lag` an asynchronous copy is never behind, so that a failover loses nothing: {}.",
                            listed(in_step)));
        }
        if (!without_limit.empty()) {
            say(fmt::format("The lag limit of a preset in bytes has no effect without `writes`: {}.",
                            listed(without_limit)));
        }
        if (!sure.empty()) say(fmt::format("A healthy primary is never taken for dead: {}.", listed(sure)));
    }

    void about_balancers() {
        std::vector<std::string> unchecked, everlasting, by_vrrp, sure, obeyed;
        for (const scenario::Balancer& balancer : scenario_.balancers) {
            if (!balancer.check) unchecked.push_back(balancer.id);
            if (!balancer.on) everlasting.push_back(balancer.id);
            if (balancer.on && !balancer.failover) by_vrrp.push_back(balancer.id);
            const bool errs = balancer.check && (balancer.check->false_positive || balancer.check->false_positive_full);
            if (!errs) sure.push_back(balancer.id);
            if (balancer.ttl && *balancer.ttl > Duration() && !balancer.stale) obeyed.push_back(balancer.id);
        }
        if (!unchecked.empty()) {
            say(
                fmt::format("Without `check` a balancer notices by HAProxy's default check, 4 to 6 s after a crash and "
                            "10 to 12 s after silence: {}.",
                            listed(unchecked)));
        }
        if (!everlasting.empty()) {
            say(fmt::format("Without `on` a balancer has no machines that can fail: {}.", listed(everlasting)));
        }
        if (!by_vrrp.empty()) {
            say(fmt::format("Without `failover` the address of a balancer moves by VRRP at its defaults: {}.",
                            listed(by_vrrp)));
        }
        if (!sure.empty()) say(fmt::format("A healthy target is never taken out of rotation: {}.", listed(sure)));
        if (!obeyed.empty()) {
            say(fmt::format("Without `stale` no client keeps an answer longer than its TTL: {}.", listed(obeyed)));
        }
    }

    static bool never_behind(const scenario::Store& store) {
        const auto keys = store.replication.value_or({});
        return keys.mode.value_or(scenario::ReplicationMode::async) == scenario::ReplicationMode::async && !keys.lag;
    }

    void about_presets() {
        GradeVisitor visitor;
        for (const scenario::Node& node : scenario_.nodes) visitor.visit(node);
        for (const scenario::Domain& domain : scenario_.domains) visitor.visit(domain);
        for (const scenario::Store& store : scenario_.stores) visitor.visit(store);
        for (const scenario::Backup& backup : scenario_.backups) visitor.visit(backup);
        for (const scenario::Balancer& balancer : scenario_.balancers) visitor.visit(balancer);
        for (std::string& sentence : visitor.sentences()) say(std::move(sentence));
    }

    const Scenario& scenario_;
    std::vector<std::string> sentences_;
};

}  // namespace

std::vector<std::string> assumptions(const Scenario& scenario) {
    return Assumptions(scenario).run();
}

}  // namespace nines::validate
