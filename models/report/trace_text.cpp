// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/trace_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "models/observe/stage_words.hpp"
#include "models/report/layout.hpp"
#include "models/results/number_text.hpp"
#include "models/scenario/translate.hpp"
#include "models/scenario/value_text.hpp"

namespace nines::report {

std::string readable_subject(std::string_view subject) {
    constexpr std::string_view unnamed = ":failure";
    if (subject.ends_with(unnamed)) { subject.remove_suffix(unnamed.size()); }
    return printable(subject);
}

namespace {

using observe::Trace;
using observe::TraceEvent;
using Kind = TraceEvent::Kind;
using Json = nlohmann::ordered_json;
using wording::literal;
using wording::say;
using wording::Text;

bool is_service(const TraceEvent& event) {
    return event.subject.starts_with("service:");
}

bool is_balancer(const TraceEvent& event) {
    return event.subject.starts_with("balancer:");
}

std::string causes_text(const TraceEvent& event, bool unicode) {
    std::string text;
    for (const std::string& cause : event.causes) {
        text += (text.empty() ? "" : unicode ? " → " : " -> ") + readable_subject(cause);
    }
    return text;
}

/// What a store does in this stage: "detecting the loss of the primary".
Text stage_words(const TraceEvent& event) {
    Text text = is_balancer(event) && event.stage == "detecting"
                    ? say(translate("models", "the machine with its address is lost, nobody knows yet"))
                    : Text{std::string(observe::words_of_stage(event.stage))};
    if (event.copy.empty()) { return text; }
    return say(translate("models", "%1 %2"), {std::move(text), literal(readable_subject(event.copy))});
}

/// "nothing lost", "writes of 3.2 s lost", "ALL DATA LOST".
Text loss_words(const TraceEvent& event) {
    if (std::isinf(event.lost_seconds)) { return say(translate("models", "ALL DATA LOST")); }
    if (!(event.lost_seconds > 0.0)) { return say(translate("models", "nothing lost")); }
    return say(translate("models", "writes of %1 lost"), {literal(results::duration_text(event.lost_seconds))});
}

/// What has become of a plan: "called, nobody has answered yet", "answered after 4 min".
Text plan_words(const TraceEvent& event) {
    const Text step = literal(event.step);
    const Text lasted = literal(results::duration_text(event.lasted_seconds));
    if (event.stage == "begins") { return say(translate("models", "begins: people are called")); }
    if (event.stage == "begins-at-once") { return say(translate("models", "begins")); }
    if (event.stage == "answered") { return say(translate("models", "somebody has answered after %1"), {lasted}); }
    if (event.stage == "decided") { return say(translate("models", "it is decided after %1"), {lasted}); }
    if (event.stage == "arrived") { return say(translate("models", "people are there after %1"), {lasted}); }
    if (event.stage == "step-done") { return say(translate("models", "done: %1"), {step}); }
    if (event.stage == "done") { return say(translate("models", "is carried out")); }
    if (event.stage == "given-up") { return say(translate("models", "is given up: what it is for is over")); }
    if (event.stage == "stuck") { return say(translate("models", "waits, this cannot be done now: %1"), {step}); }
    if (event.stage == "goes-on") { return say(translate("models", "goes on")); }
    if (event.stage == "fails-back") { return say(translate("models", "what it has done is being undone")); }
    if (event.stage == "is-back") { return say(translate("models", "everything is as it was before")); }
    if (event.stage == "not-back") { return say(translate("models", "could not be undone, it is tried again")); }
    if (event.step.empty()) { return say(translate("models", "does not work: what is down has to be repaired")); }
    return say(translate("models", "has failed: %1"), {step});
}

/// "3 d 02:00:00.0" on the clock of the trial; before its beginning "3 h before the start".
Text point_text(const TraceEvent& event) {
    if (event.point_seconds >= 0.0) { return literal(clock_text(event.point_seconds)); }
    return say(translate("models", "%1 before the start"), {literal(results::duration_text(-event.point_seconds))});
}

/// Of what happens to a store or a balancer; empty for everything else.
Text store_words(const TraceEvent& event) {
    const Text copy = literal(readable_subject(event.copy));
    switch (event.kind) {
        case Kind::failover_stage: return stage_words(event);
        case Kind::stage_failed: return say(translate("models", "failed: %1"), {stage_words(event)});
        case Kind::false_alarm: return say(translate("models", "false alarm: a healthy primary is taken for dead"));
        case Kind::promoted:
            if (is_balancer(event)) { return say(translate("models", "%1 has its address now"), {copy}); }
            return say(translate("models", "%1 is primary now, %2"), {copy, loss_words(event)});
        case Kind::split_brain: return say(translate("models", "SPLIT BRAIN: the old primary takes writes too"));
        case Kind::split_brain_over: return say(translate("models", "split brain over, %1"), {loss_words(event)});
        case Kind::resynced: return say(translate("models", "%1 follows again"), {copy});
        case Kind::out_of_rotation: return say(translate("models", "%1 is out of rotation"), {copy});
        case Kind::in_rotation: return say(translate("models", "%1 is back in rotation"), {copy});
        case Kind::clients_follow:
            if (event.share <= 0.0) { return say(translate("models", "all users go by its present rotation")); }
            return say(translate("models", "%1 of its users still go by the old rotation"),
                       {literal(results::percent_text(event.share))});
        case Kind::whole_share: return say(translate("models", "%1 has its whole share again"), {copy});
        case Kind::warming_up: return say(translate("models", "begins to warm up"));
        case Kind::warmed_up: return say(translate("models", "is warm"));
        case Kind::resized:
            return say(translate("models", "has a capacity of %1 req/s now"),
                       {literal(fmt::format("{:.6g}", event.capacity))});
        case Kind::overload:
            return say(translate("models", "its servers are in overload: what fails is tried again and adds to it"));
        case Kind::overload_over: return say(translate("models", "the overload of its servers is over"));
        case Kind::plan: return plan_words(event);
        case Kind::scaled:
            return say(translate("models", "scales from %1 to %2"),
                       {literal(fmt::format("{}", event.wanted_before)), literal(fmt::format("{}", event.members))});
        case Kind::bad_version: return say(translate("models", "a bad version begins to come to its members"));
        case Kind::rolled_back: return say(translate("models", "the old version is back on its members"));
        case Kind::corrupted: return say(translate("models", "makes data bad, in every copy"));
        case Kind::encrypted: return say(translate("models", "attacks: data are bad from now on, in every copy"));
        case Kind::restore_begins:
            return say(translate("models", "is being restored from %1, as it was at %2"), {copy, point_text(event)});
        case Kind::restore_failed: return say(translate("models", "restoring from %1 has FAILED"), {copy});
        case Kind::data_restored:
            return say(translate("models", "has come back from %1, as it was at %2: %3"),
                       {copy, point_text(event), loss_words(event)});
        case Kind::restore_rate:
            return say(translate("models", "its restore reads at %1 from %2, by as many restores as %3"),
                       {literal(scenario::to_text(scenario::ByteRate{event.rate})), copy,
                        literal(fmt::format("{}", event.members))});
        case Kind::partly_copied:
            return say(translate("models", "serves with %1 of its capacity while its data are still being copied"),
                       {literal(results::percent_text(event.capacity))});
        case Kind::wholly_copied: return say(translate("models", "all its data are there"));
        case Kind::failed:
        case Kind::slowed:
        case Kind::planned:
        case Kind::noticed:
        case Kind::awaits_part:
        case Kind::awaits_crew:
        case Kind::crew_on_its_way:
        case Kind::repair_begins:
        case Kind::restored:
        case Kind::down:
        case Kind::up:
        case Kind::waits_to_start: break;
    }
    return {};
}

/// Of what happens to everything else: the words of the kinds that `store_words` leaves.
Text plain_words(const TraceEvent& event) {
    static constexpr std::array words = {
        translate("models", "failed"),
        translate("models", "slowed down"),
        translate("models", "maintenance begins"),
        translate("models", "noticed"),
        translate("models", "waits for part"),
        translate("models", "waits for crew"),
        translate("models", "crew on its way"),
        translate("models", "repair begins"),
        translate("models", "restored"),
        translate("models", "down"),
        translate("models", "up"),
        translate("models", "waits to start"),
    };
    std::string word = observe::to_word(event.kind);
    std::replace(word.begin(), word.end(), '_', ' ');
    const auto found = std::find(words.begin(), words.end(), std::string_view(word));
    return found == words.end() ? literal(word) : say(*found);
}

Text words_of(const TraceEvent& event) {
    if (!is_service(event)) {
        const Text text = store_words(event);
        return text.empty() ? plain_words(event) : text;
    }
    if (event.kind == Kind::down) { return say(translate("models", "DOWN")); }
    return event.kind == Kind::waits_to_start ? say(translate("models", "CANNOT START"))
                                              : say(translate("models", "UP"));
}

}  // namespace

Text event_words(const TraceEvent& event, bool unicode) {
    Text text = words_of(event);
    if (event.since_before) { text = say(translate("models", "%1 (since before)"), {std::move(text)}); }
    if (event.kind == Kind::restored || event.kind == Kind::up) {
        text = say(translate("models", "%1 after %2"),
                   {std::move(text), literal(results::duration_text(event.lasted_seconds))});
    }
    const bool is_loss = event.kind == Kind::down || event.kind == Kind::waits_to_start;
    if (is_loss && is_service(event) && !event.causes.empty()) {
        text = say(translate("models", "%1 because of %2"), {std::move(text), literal(causes_text(event, unicode))});
    }
    return text;
}

std::string event_text(const TraceEvent& event, bool unicode) {
    return wording::plain(event_words(event, unicode));
}

namespace {

std::string painted(const TraceEvent& event, const std::string& text, const TextOptions& options) {
    if (!options.colour) { return text; }
    const bool service = is_service(event);
    if (event.kind == Kind::down && service) { return "\x1b[1;31m" + text + "\x1b[0m"; }
    if (event.kind == Kind::up && service) { return "\x1b[1;32m" + text + "\x1b[0m"; }
    if (event.kind == Kind::failed || event.kind == Kind::slowed) { return "\x1b[31m" + text + "\x1b[0m"; }
    if (event.kind == Kind::restored) { return "\x1b[32m" + text + "\x1b[0m"; }
    return text;
}

struct Sum {
    std::uint64_t outages = 0;
    double seconds = 0.0;
    double down_since = -1.0;
};

std::map<std::string, Sum> sums_of(const Trace& trace) {
    std::map<std::string, Sum> sums;
    for (const TraceEvent& event : trace.events) {
        if (!is_service(event)) { continue; }
        Sum& sum = sums[event.subject];
        if (event.kind == Kind::down) {
            ++sum.outages;
            sum.down_since = event.at_seconds;
        } else if (event.kind == Kind::up && sum.down_since >= 0.0) {
            sum.seconds += event.at_seconds - sum.down_since;
            sum.down_since = -1.0;
        }
    }
    for (auto& [service, sum] : sums) {
        if (sum.down_since >= 0.0) { sum.seconds += trace.horizon - sum.down_since; }
    }
    return sums;
}

std::string sum_text(const Trace& trace) {
    std::string text;
    for (const auto& [service, sum] : sums_of(trace)) {
        text += fmt::format("{}: {} {}, down {}\n", printable(service), results::count_text(sum.outages),
                            sum.outages == 1 ? "outage" : "outages", results::duration_text(sum.seconds));
    }
    return text.empty() ? "no service was down\n" : text;
}

Json event_json(const TraceEvent& event) {
    Json json = {{"at", event.at_seconds}, {"event", observe::to_word(event.kind)}, {"subject", event.subject}};
    if (event.since_before) { json["since_before"] = true; }
    if (event.kind == Kind::restored || event.kind == Kind::up) { json["lasted"] = event.lasted_seconds; }
    if (event.kind == Kind::down || event.kind == Kind::waits_to_start) { json["causes"] = event.causes; }
    if (event.kind == Kind::scaled) {
        json["from"] = event.wanted_before;
        json["to"] = event.members;
    }
    if (!event.stage.empty()) { json["stage"] = event.stage; }
    if (!event.step.empty()) { json["step"] = event.step; }
    const bool is_restore =
        event.kind == Kind::restore_begins || event.kind == Kind::restore_failed || event.kind == Kind::data_restored;
    const bool is_target =
        event.kind == Kind::out_of_rotation || event.kind == Kind::in_rotation || event.kind == Kind::whole_share;
    if (event.kind == Kind::clients_follow) { json["share"] = event.share; }
    if (event.kind == Kind::resized || event.kind == Kind::partly_copied) { json["capacity"] = event.capacity; }
    if (event.kind == Kind::restore_rate) {
        json["rate"] = event.rate;
        json["readers"] = event.members;
    }
    if (!event.copy.empty()) { json[is_target ? "target" : is_restore ? "from" : "copy"] = event.copy; }
    const bool tells_loss =
        event.kind == Kind::promoted || event.kind == Kind::split_brain_over || event.kind == Kind::data_restored;
    if (event.kind == Kind::restore_begins || event.kind == Kind::data_restored) {
        json["point"] = event.point_seconds;
    }
    if (tells_loss && std::isfinite(event.lost_seconds)) { json["lost"] = event.lost_seconds; }
    if (tells_loss && std::isinf(event.lost_seconds)) { json["lost_all"] = true; }
    return json;
}

}  // namespace

std::string clock_text(double seconds) {
    const auto tenths = static_cast<std::uint64_t>(std::llround(seconds * 10.0));
    const std::uint64_t whole = tenths / 10;
    return fmt::format("{} d {:02}:{:02}:{:02}.{}", whole / 86400, whole / 3600 % 24, whole / 60 % 60, whole % 60,
                       tenths % 10);
}

std::string trace_to_text(const Trace& trace, const TextOptions& options) {
    std::size_t subject_columns = 0;
    for (const TraceEvent& event : trace.events) {
        subject_columns = std::max(subject_columns, columns_of(readable_subject(event.subject)));
    }
    std::string text =
        fmt::format("Trial {} with seed {}: {} events in {}\n\n", results::count_text(trace.trial), trace.seed,
                    results::count_text(trace.events.size()), results::duration_text(trace.horizon));
    for (const TraceEvent& event : trace.events) {
        text += fmt::format("{:>16} {:>14.1f} s  {}  {}\n", clock_text(event.at_seconds), event.at_seconds,
                            padded_right(readable_subject(event.subject), subject_columns),
                            painted(event, event_text(event, options.unicode), options));
    }
    if (trace.truncated) { text += fmt::format("... cut after {} events\n", results::count_text(trace.events.size())); }
    return text + (trace.events.empty() ? "" : "\n") + sum_text(trace);
}

std::string traces_to_json(const std::vector<Trace>& traces) {
    const auto line = [](const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); };
    std::string text = "{\"format\": 1, \"traces\": [";
    for (std::size_t t = 0; t < traces.size(); ++t) {
        const Trace& trace = traces[t];
        text += fmt::format("{}\n {{\"trial\": {}, \"seed\": {}, \"horizon\": {}, \"truncated\": {}, \"events\": [",
                            t == 0 ? "" : ",", trace.trial, trace.seed, line(trace.horizon), trace.truncated);
        for (std::size_t e = 0; e < trace.events.size(); ++e) {
            text += (e == 0 ? "\n  " : ",\n  ") + line(event_json(trace.events[e]));
        }
        text += "]}";
    }
    return text + "]}\n";
}

}  // namespace nines::report
