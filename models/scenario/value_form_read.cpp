// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <functional>

#include <fmt/format.h>

#include "models/scenario/semantic_codes.hpp"
#include "models/scenario/value_form.hpp"

namespace nines::scenario {
namespace {

/// Reports that `value` is of the wrong type for `spec`.
void wrong_type(const Value& value, const FieldSpec& spec, std::string_view wanted, ReadContext& context) {
    context.diagnostics.push_back(
        make_error(codes::wrong_type, value.origin.place,
                   fmt::format("`{}` wants {}, not {}", spec.key, wanted, name_of(value.kind())),
                   fmt::format("for example {} = {}", spec.key, spec.example)));
}

bool is_number(const Value& value) {
    return value.kind() == ValueKind::integer || value.kind() == ValueKind::floating;
}

double number_in(const Value& value) {
    const auto* whole = value.get_if<std::int64_t>();
    return whole != nullptr ? static_cast<double>(*whole) : *value.get_if<double>();
}

/// The string in `value`, or nullptr with a report. A bare number is told which unit it lacks.
const std::string* text_in(const Value& value, const FieldSpec& spec, std::string_view wanted, ReadContext& context) {
    const std::string* text = value.string();
    if (text != nullptr) return text;
    if (is_number(value)) {
        context.diagnostics.push_back(
            make_error(codes::unit_missing, value.origin.place,
                       fmt::format("`{}` wants {} in quotes, with its unit, not a bare number", spec.key, wanted),
                       fmt::format("for example {} = {}", spec.key, spec.example)));
        return nullptr;
    }
    wrong_type(value, spec, wanted, context);
    return nullptr;
}

template <class T>
std::optional<T> accept(Parsed<T> parsed, const Value& value, ReadContext& context) {
    if (parsed) return std::move(*parsed);
    context.diagnostics.push_back(make_error(value, parsed.error()));
    return std::nullopt;
}

/// A value whose only form is text that `parse` understands.
template <class T, class Parse>
std::optional<T> read_text_form(const Value& value, const FieldSpec& spec, std::string_view wanted, Parse&& parse,
                                ReadContext& context) {
    const std::string* text = text_in(value, spec, wanted, context);
    if (text == nullptr) return std::nullopt;
    return accept<T>(parse(*text), value, context);
}

/// A value or a list of values, each read by `read_one`; what could be read, or nothing if none could.
template <class T>
std::optional<std::vector<T>> read_list(const Value& value,
                                        const std::function<std::optional<T>(const Value&)>& read_one) {
    std::vector<T> list;
    const Array* array = value.array();
    if (array == nullptr) {
        if (auto one = read_one(value)) list.push_back(std::move(*one));
        return list.empty() ? std::nullopt : std::optional(std::move(list));
    }
    for (const Value& item : array->items) {
        if (auto one = read_one(item)) list.push_back(std::move(*one));
    }
    if (list.empty() && !array->items.empty()) return std::nullopt;
    return list;
}

template <class T, class Parse>
std::optional<std::vector<T>> read_text_list(const Value& value, const FieldSpec& spec, std::string_view wanted,
                                             Parse&& parse, ReadContext& context) {
    return read_list<T>(value, [&](const Value& item) -> std::optional<T> {
        return read_text_form<T>(
            item, spec, wanted, [&](const std::string& text) { return parse(text, item); }, context);
    });
}

/// Windows in ascending order, those that touch joined.
WeekWindows joined(WeekWindows windows) {
    std::sort(windows.begin(), windows.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
    WeekWindows result;
    for (const WeekWindow& window : windows) {
        if (!result.empty() && window.begin <= result.back().end) {
            result.back().end = std::max(result.back().end, window.end);
        } else {
            result.push_back(window);
        }
    }
    return result;
}

}  // namespace

std::optional<std::string> read_as(KindTag<std::string>, const Value& value, const FieldSpec& spec,
                                   ReadContext& context) {
    if (value.string() != nullptr) return *value.string();
    wrong_type(value, spec, "a string", context);
    return std::nullopt;
}

std::optional<bool> read_as(KindTag<bool>, const Value& value, const FieldSpec& spec, ReadContext& context) {
    if (const bool* flag = value.get_if<bool>()) return *flag;
    wrong_type(value, spec, "true or false", context);
    return std::nullopt;
}

std::optional<std::int64_t> read_as(KindTag<std::int64_t>, const Value& value, const FieldSpec& spec,
                                    ReadContext& context) {
    if (const auto* number = value.get_if<std::int64_t>()) return *number;
    wrong_type(value, spec, "a whole number", context);
    return std::nullopt;
}

std::optional<std::uint64_t> read_as(KindTag<std::uint64_t>, const Value& value, const FieldSpec& spec,
                                     ReadContext& context) {
    const auto number = read_as(KindTag<std::int64_t>{}, value, spec, context);
    if (!number) return std::nullopt;
    if (*number >= 0) return static_cast<std::uint64_t>(*number);
    context.diagnostics.push_back(
        make_error(codes::number_out_of_range, value.origin.place, fmt::format("`{}` must not be negative", spec.key)));
    return std::nullopt;
}

std::optional<double> read_as(KindTag<double>, const Value& value, const FieldSpec& spec, ReadContext& context) {
    if (spec.form == NumberForm::share) {
        if (is_number(value)) return accept<double>(share_from_number(number_in(value)), value, context);
        return read_text_form<double>(
            value, spec, "a share", [](const auto& text) { return parse_share(text); }, context);
    }
    if (spec.form == NumberForm::growth) {
        return read_text_form<double>(
            value, spec, "growth", [](const auto& text) { return parse_growth(text); }, context);
    }
    if (is_number(value) && std::isfinite(number_in(value))) return number_in(value);
    wrong_type(value, spec, "a number", context);
    return std::nullopt;
}

std::optional<Duration> read_as(KindTag<Duration>, const Value& value, const FieldSpec& spec, ReadContext& context) {
    return read_text_form<Duration>(
        value, spec, "a duration", [](const auto& text) { return parse_duration(text); }, context);
}

std::optional<Rate> read_as(KindTag<Rate>, const Value& value, const FieldSpec& spec, ReadContext& context) {
    return read_text_form<Rate>(
        value, spec, "a rate", [](const auto& text) { return parse_rate(text); }, context);
}

std::optional<Size> read_as(KindTag<Size>, const Value& value, const FieldSpec& spec, ReadContext& context) {
    return read_text_form<Size>(
        value, spec, "a size", [](const auto& text) { return parse_size(text); }, context);
}

std::optional<ByteRate> read_as(KindTag<ByteRate>, const Value& value, const FieldSpec& spec, ReadContext& context) {
    return read_text_form<ByteRate>(
        value, spec, "a byte rate", [](const auto& text) { return parse_byte_rate(text); }, context);
}

std::optional<RequestRate> read_as(KindTag<RequestRate>, const Value& value, const FieldSpec& spec,
                                   ReadContext& context) {
    return read_text_form<RequestRate>(
        value, spec, "a request rate", [](const auto& text) { return parse_request_rate(text); }, context);
}

std::optional<Price> read_as(KindTag<Price>, const Value& value, const FieldSpec& spec, ReadContext& context) {
    const bool is_once = spec.price == PriceForm::once;
    if (is_once && is_number(value)) return accept(price_from_number(number_in(value)), value, context);
    return read_text_form<Price>(
        value, spec, is_once ? "an amount of money" : "a price",
        [&](const auto& text) { return parse_price(text, spec.price); }, context);
}

std::optional<LagLimit> read_as(KindTag<LagLimit>, const Value& value, const FieldSpec& spec, ReadContext& context) {
    return read_text_form<LagLimit>(
        value, spec, "a duration or a size", [](const auto& text) { return parse_lag_limit(text); }, context);
}

std::optional<sim::Law> read_as(KindTag<sim::Law>, const Value& value, const FieldSpec& spec, ReadContext& context) {
    return read_text_form<sim::Law>(
        value, spec, "a duration or distribution", [&](const auto& text) { return parse_law(text, context.read_file); },
        context);
}

std::optional<ClockTime> read_as(KindTag<ClockTime>, const Value& value, const FieldSpec& spec, ReadContext& context) {
    const auto parse = [&spec](const std::string& text) {
        return spec.time_of_day ? parse_time_of_day(text) : parse_clock_time(text);
    };
    if (const auto* date = value.get_if<DateTime>()) return accept(parse(date->text), value, context);
    return read_text_form<ClockTime>(value, spec, spec.time_of_day ? "a time of day" : "a clock time", parse, context);
}

std::optional<Schedule> read_as(KindTag<Schedule>, const Value& value, const FieldSpec& spec, ReadContext& context) {
    return read_text_form<Schedule>(
        value, spec, "a schedule", [](const auto& text) { return parse_schedule(text); }, context);
}

std::optional<LogPace> read_as(KindTag<LogPace>, const Value& value, const FieldSpec& spec, ReadContext& context) {
    return read_text_form<LogPace>(
        value, spec, "a period, or \"streamed\"", [](const auto& text) { return parse_log_pace(text); }, context);
}

std::optional<UpWhen> read_as(KindTag<UpWhen>, const Value& value, const FieldSpec& spec, ReadContext& context) {
    return read_text_form<UpWhen>(
        value, spec, "a condition", [](const auto& text) { return parse_up_when(text); }, context);
}

std::optional<MemberShare> read_as(KindTag<MemberShare>, const Value& value, const FieldSpec& spec,
                                   ReadContext& context) {
    if (const auto* count = value.get_if<std::int64_t>()) {
        return accept(member_share_from_number(*count), value, context);
    }
    return read_text_form<MemberShare>(
        value, spec, "a number of members or a share", [](const auto& text) { return parse_member_share(text); },
        context);
}

std::optional<Rollout> read_as(KindTag<Rollout>, const Value& value, const FieldSpec& spec, ReadContext& context) {
    return read_text_form<Rollout>(
        value, spec, "a strategy", [](const auto& text) { return parse_rollout(text); }, context);
}

std::optional<Slo> read_as(KindTag<Slo>, const Value& value, const FieldSpec& spec, ReadContext& context) {
    if (is_number(value)) {
        const auto share = accept(share_from_number(number_in(value)), value, context);
        return share ? std::optional(Slo{.target = *share, .window = std::nullopt}) : std::nullopt;
    }
    return read_text_form<Slo>(
        value, spec, "a target", [](const auto& text) { return parse_slo(text); }, context);
}

std::optional<Credits> read_as(KindTag<Credits>, const Value& value, const FieldSpec& spec, ReadContext& context) {
    return read_text_list<Credit>(
        value, spec, "a credit", [](const std::string& text, const Value&) { return parse_credit(text); }, context);
}

std::optional<EventAction> read_as(KindTag<EventAction>, const Value& value, const FieldSpec& spec,
                                   ReadContext& context) {
    return read_text_form<EventAction>(
        value, spec, "an action",
        [&](const auto& text) { return parse_event_action(text, content_place(value), context.read_file); }, context);
}

std::optional<FailureEffect> read_as(KindTag<FailureEffect>, const Value& value, const FieldSpec& spec,
                                     ReadContext& context) {
    return read_text_form<FailureEffect>(
        value, spec, "an effect", [](const auto& text) { return parse_effect(text); }, context);
}

std::optional<std::size_t> read_word(const Value& value, const FieldSpec& spec, const std::vector<std::string>& words,
                                     ReadContext& context) {
    const std::string* text = value.string();
    if (text == nullptr) {
        wrong_type(value, spec, "a word", context);
        return std::nullopt;
    }
    const auto found = std::find(words.begin(), words.end(), *text);
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    context.diagnostics.push_back(make_error(codes::word_unknown, value.origin.place,
                                             fmt::format("`{}` cannot be \"{}\"", spec.key, *text),
                                             fmt::format("one of {}", fmt::join(words, ", "))));
    return std::nullopt;
}

std::optional<Strings> read_as(KindTag<Strings>, const Value& value, const FieldSpec& spec, ReadContext& context) {
    return read_list<std::string>(
        value, [&](const Value& item) { return read_as(KindTag<std::string>{}, item, spec, context); });
}

std::optional<Numbers> read_as(KindTag<Numbers>, const Value& value, const FieldSpec& spec, ReadContext& context) {
    return read_list<double>(value, [&](const Value& item) { return read_as(KindTag<double>{}, item, spec, context); });
}

std::optional<Durations> read_as(KindTag<Durations>, const Value& value, const FieldSpec& spec, ReadContext& context) {
    return read_list<Duration>(value,
                               [&](const Value& item) { return read_as(KindTag<Duration>{}, item, spec, context); });
}

std::optional<Selectors> read_as(KindTag<Selectors>, const Value& value, const FieldSpec& spec, ReadContext& context) {
    return read_text_list<Selector>(
        value, spec, "a selector",
        [](const std::string& text, const Value& item) { return parse_selector(text, content_place(item)); }, context);
}

std::optional<Needs> read_as(KindTag<Needs>, const Value& value, const FieldSpec& spec, ReadContext& context) {
    return read_text_list<Need>(
        value, spec, "a need",
        [](const std::string& text, const Value& item) { return parse_need(text, content_place(item)); }, context);
}

std::optional<WeekWindows> read_as(KindTag<WeekWindows>, const Value& value, const FieldSpec& spec,
                                   ReadContext& context) {
    const auto lists = read_text_list<WeekWindows>(
        value, spec, "a window", [](const std::string& text, const Value&) { return parse_week_windows(text); },
        context);
    if (!lists) return std::nullopt;
    WeekWindows all;
    for (const WeekWindows& list : *lists) all.insert(all.end(), list.begin(), list.end());
    return joined(std::move(all));
}

}  // namespace nines::scenario
