// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <fmt/format.h>

#include "models/scenario/codes.hpp"
#include "models/scenario/parse.hpp"
#include "models/scenario/read_quantity.hpp"
#include "models/scenario/read_reference.hpp"
#include "models/scenario/semantic_codes.hpp"

namespace nines::scenario {
namespace {

constexpr double most_members = 1e6;

/// "for 10 min", if it is there.
Duration read_lasting(TextReader& reader) {
    return reader.take_word("for") ? read_duration(reader) : Duration();
}

/// Steps over `word` or says what is missing.
void expect(TextReader& reader, std::string_view word, std::string_view example) {
    const std::size_t offset = reader.position();
    if (reader.take_word(word)) return;
    reader.fail(codes::plan_text, offset, fmt::format("\"{}\" is missing here", word),
                fmt::format("for example \"{}\"", example));
}

PlanStep::Verb read_verb(TextReader& reader) {
    const std::size_t offset = reader.position();
    const std::string_view word = reader.take_any_word();
    if (word == "promote") return PlanStep::Verb::promote;
    if (word == "scale") return PlanStep::Verb::scale;
    if (word == "start") return PlanStep::Verb::start;
    if (word == "switch") return PlanStep::Verb::switch_to;
    if (word == "do") return PlanStep::Verb::work;
    if (word == "restore") return PlanStep::Verb::restore;
    std::string hint =
        did_you_mean(word, std::vector<std::string_view>{"promote", "scale", "start", "switch", "restore", "do"});
    if (hint.empty()) hint = "steps: promote, scale, start, switch, restore, do";
    reader.fail(codes::step_unknown, offset,
                word.empty() ? std::string("a step is missing") : fmt::format("\"{}\" is not a step", word),
                std::move(hint));
    return PlanStep::Verb::work;
}

std::int64_t read_members(TextReader& reader) {
    const std::size_t offset = reader.position();
    const double number = read_number(reader, "a number of members", "9");
    if (reader.ok() && (number < 1.0 || number > most_members || number != std::floor(number))) {
        reader.fail(codes::number_out_of_range, offset, "a number of members is a whole number of at least 1");
        return 0;
    }
    return reader.ok() ? static_cast<std::int64_t>(number) : 0;
}

/// Words up to "takes" or the end.
std::string read_work(TextReader& reader, std::string_view text) {
    const std::size_t begin = reader.position();
    std::size_t end = begin;
    while (reader.ok() && !reader.at_end() && reader.peek_word() != "takes") {
        end = reader.position() + reader.take_until("").size();
    }
    if (end == begin) reader.fail(codes::plan_text, begin, "what is to be done is missing");
    return std::string(text.substr(begin, end - begin));
}

}  // namespace

Parsed<DownFor> parse_down_for(std::string_view text, Place start) {
    TextReader reader(text);
    DownFor condition;
    if (reader.at_end()) {
        reader.fail(codes::empty_value, 0, "a condition is missing", "for example \"domain eu down for 10 min\"");
    }
    condition.what = read_reference(reader, text, start);
    expect(reader, "down", "domain eu down for 10 min");
    condition.lasting = read_lasting(reader);
    return reader.finish(std::move(condition));
}

Parsed<Failback> parse_failback(std::string_view text, Place start) {
    constexpr std::string_view example = "domain eu up for 24 h, in Sun 02:00-06:00";
    TextReader reader(text);
    Failback failback;
    if (reader.take_word("never")) {
        failback.never = true;
        return reader.finish(std::move(failback));
    }
    if (reader.at_end()) {
        reader.fail(codes::empty_value, 0, "a condition is missing", fmt::format("for example \"{}\"", example));
    }
    failback.what = read_reference(reader, text, start);
    expect(reader, "up", example);
    failback.lasting = read_lasting(reader);
    if (!reader.ok() || !reader.take(',')) return reader.finish(std::move(failback));
    expect(reader, "in", example);
    if (!reader.ok()) return reader.finish(std::move(failback));
    const std::size_t offset = reader.position();
    auto windows = parse_week_windows(text.substr(offset));
    if (!windows) {
        windows.error().offset += offset;
        return windows.error();
    }
    failback.windows = std::move(*windows);
    return failback;
}

Parsed<Drill> parse_drill(std::string_view text) {
    TextReader reader(text);
    if (reader.take_word("never")) return reader.finish(Drill());
    const auto schedule = parse_schedule(text);
    if (!schedule) return schedule.error();
    return Drill{*schedule};
}

Parsed<PlanStep> parse_plan_step(std::string_view text, Place start, const FileReader& read_file) {
    TextReader reader(text);
    PlanStep step;
    step.place = start;
    step.verb = read_verb(reader);
    if (step.verb == PlanStep::Verb::work) {
        step.text = read_work(reader, text);
    } else {
        step.target = read_reference(reader, text, start);
    }
    switch (step.verb) {
        case PlanStep::Verb::scale:
            expect(reader, "to", "scale web-us to 9");
            step.number = read_members(reader);
            break;
        case PlanStep::Verb::start:
            if (reader.take_word("to")) step.number = read_members(reader);
            break;
        case PlanStep::Verb::switch_to:
            expect(reader, "to", "switch edge to front-us");
            step.other = read_reference(reader, text, start);
            break;
        case PlanStep::Verb::restore:
            expect(reader, "on", "restore orders on pg-us");
            step.other = read_reference(reader, text, start);
            break;
        case PlanStep::Verb::promote:
        case PlanStep::Verb::work: break;
    }
    if (reader.take_word("takes")) step.takes = read_law(reader, read_file);
    if (reader.take_word("works")) step.works = read_share(reader);
    return reader.finish(std::move(step));
}

}  // namespace nines::scenario
