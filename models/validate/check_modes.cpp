// SPDX-License-Identifier: GPL-3.0-or-later
#include <unordered_map>
#include <variant>

#include "models/scenario/mode_laws.hpp"
#include "models/validate/checker.hpp"
#include "models/validate/ways.hpp"

namespace nines::validate {
namespace {

using scenario::FailureMode;
namespace codes = scenario::codes;

std::string name_of(const FailureMode& mode, const std::string& what) {
    return mode.name == FailureMode{}.name ? what : fmt::format("{}, failure mode \"{}\"", what, mode.name);
}

void check_ways(Checker& checker, const FailureMode& mode, const std::string& what) {
    Ways failure(checker, what);
    failure.add("mtbf", mode.mtbf).add("mttf", mode.mttf).add("afr", mode.afr);
    failure.add("rate", mode.rate).add("ttf", mode.ttf).add("availability", mode.availability);
    if (failure.count() == 0) {
        checker.error(codes::no_time_to_failure, mode.place, fmt::format("{} does not say when it fails", what),
                      "give one of mtbf, mttf, afr, rate, ttf, availability");
    }
    failure.report_several();
    Ways(checker, what).add("mttr", mode.mttr).add("ttr", mode.ttr).report_several();
    Ways(checker, what).add("noticed_after", mode.noticed_after).add("inspection", mode.inspection).report_several();
    if (mode.availability && !given(mode.mttr)) {
        checker.error(codes::availability_without_repair, mode.availability.origin.place,
                      fmt::format("{}: `availability` does not tell how often it fails without `mttr`", what),
                      "add the mean time to repair, for example mttr = \"1 h\"");
    }
}

bool is_never(const sim::Law& law) {
    return std::holds_alternative<sim::Never>(law.form);
}

void check_times(Checker& checker, const FailureMode& mode, const std::string& what) {
    const auto failure = scenario::failure_law(mode);
    const auto repair = scenario::repair_law(mode);
    if (failure && sim::mean(*failure) == Duration()) {
        checker.error(codes::time_is_zero, mode.ttf.origin.place, fmt::format("{} fails all the time", what),
                      "a time to failure must be longer than 0 s");
        return;
    }
    const bool repaired = (repair && !is_never(*repair)) || given(mode.mttr) || given(mode.ttr);
    const bool fails = failure && !is_never(*failure);
    const bool spoils = scenario::spoils_data(mode.effect.value_or(scenario::Effect::stop));
    if (fails && !repaired && !spoils) {
        checker.warn(codes::never_repaired, mode.place, fmt::format("{} is never repaired", what),
                     "give mttr or ttr, unless this is meant");
    }
    if (fails && repair && !is_never(*repair) && sim::mean(*repair) > sim::mean(*failure)) {
        const bool as_mean = mode.mttr.value.has_value();
        checker.warn(codes::repair_longer_than_life, as_mean ? mode.mttr.origin.place : mode.ttr.origin.place,
                     fmt::format("{}: the mean time to repair is longer than that to failure", what),
                     "check the units");
    }
}

void check_useless_keys(Checker& checker, const FailureMode& mode, std::size_t modes, const std::string& what) {
    const auto failure = scenario::failure_law(mode);
    const bool ageless = failure && std::holds_alternative<sim::Exponential>(failure->form);
    const auto useless = [&](const auto& field, std::string_view key, std::string_view why) {
        if (field) {
            checker.warn(codes::key_without_effect, field.origin.place,
                         fmt::format("{}: `{}` has no effect", what, key), std::string(why));
        }
    };
    if (!given(mode.replace_at_age)) useless(mode.replacement, "replacement", "it needs `replace_at_age`");
    if (ageless) {
        useless(mode.replace_at_age, "replace_at_age", "an exponential time to failure does not age: write ttf");
    }
    if (scenario::spoils_data(mode.effect.value_or(scenario::Effect::stop))) {
        constexpr std::string_view why = "bad data are good again when a backup has been restored";
        useless(mode.mttr, "mttr", why);
        useless(mode.ttr, "ttr", why);
    }
    if (modes < 2) useless(mode.when_down, "when_down", "there is no other failure mode");
    if (mode.repair && *mode.repair == scenario::RepairQuality::minimal && ageless) {
        useless(mode.repair, "repair", "an exponential time to failure does not age: write ttf");
    }
}

}  // namespace

void check_modes(Checker& checker, const std::vector<FailureMode>& modes, const std::string& what) {
    std::unordered_map<std::string_view, std::size_t> seen;
    for (const FailureMode& mode : modes) {
        const std::string name = name_of(mode, what);
        if (!mode.name.empty() && ++seen[mode.name] == 2) {
            checker.error(codes::mode_twice, mode.place,
                          fmt::format("{} has two failure modes \"{}\"", what, mode.name), "give each its own name");
        }
        check_ways(checker, mode, name);
        check_times(checker, mode, name);
        check_useless_keys(checker, mode, modes.size(), name);
    }
}

}  // namespace nines::validate
