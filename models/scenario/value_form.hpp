// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "models/scenario/diagnostic.hpp"
#include "models/scenario/document.hpp"
#include "models/scenario/enum_words.hpp"
#include "models/scenario/field_spec.hpp"
#include "models/scenario/parse.hpp"

/// How each type of value is read from a document, written back as TOML, and described.
namespace nines::scenario {

/// What reading a value needs besides the value.
struct ReadContext {
    Diagnostics& diagnostics;
    const FileReader& read_file;  ///< For `empirical("file.csv")`; may be empty.
};

/// How a value is written, for the schema and the manual.
struct FormInfo {
    std::string noun;                     ///< "duration", "share", "one of `hot`, `warm`, `cold`".
    std::vector<std::string> json_types;  ///< Of one value: "string", "number", "integer", "boolean".
    std::vector<std::string> words;       ///< Allowed words; empty: free.
    bool list = false;                    ///< A list of such values may stand too.
};

// One overload of each for every type of field. `read_as` reports what is wrong and returns nothing then.
std::optional<std::string> read_as(KindTag<std::string>, const Value&, const FieldSpec&, ReadContext&);
std::optional<bool> read_as(KindTag<bool>, const Value&, const FieldSpec&, ReadContext&);
std::optional<std::int64_t> read_as(KindTag<std::int64_t>, const Value&, const FieldSpec&, ReadContext&);
std::optional<std::uint64_t> read_as(KindTag<std::uint64_t>, const Value&, const FieldSpec&, ReadContext&);
std::optional<double> read_as(KindTag<double>, const Value&, const FieldSpec&, ReadContext&);
std::optional<Duration> read_as(KindTag<Duration>, const Value&, const FieldSpec&, ReadContext&);
std::optional<Rate> read_as(KindTag<Rate>, const Value&, const FieldSpec&, ReadContext&);
std::optional<Size> read_as(KindTag<Size>, const Value&, const FieldSpec&, ReadContext&);
std::optional<ByteRate> read_as(KindTag<ByteRate>, const Value&, const FieldSpec&, ReadContext&);
std::optional<RequestRate> read_as(KindTag<RequestRate>, const Value&, const FieldSpec&, ReadContext&);
std::optional<Price> read_as(KindTag<Price>, const Value&, const FieldSpec&, ReadContext&);
std::optional<LagLimit> read_as(KindTag<LagLimit>, const Value&, const FieldSpec&, ReadContext&);
std::optional<sim::Law> read_as(KindTag<sim::Law>, const Value&, const FieldSpec&, ReadContext&);
std::optional<ClockTime> read_as(KindTag<ClockTime>, const Value&, const FieldSpec&, ReadContext&);
std::optional<Schedule> read_as(KindTag<Schedule>, const Value&, const FieldSpec&, ReadContext&);
std::optional<LogPace> read_as(KindTag<LogPace>, const Value&, const FieldSpec&, ReadContext&);
std::optional<UpWhen> read_as(KindTag<UpWhen>, const Value&, const FieldSpec&, ReadContext&);
std::optional<MemberShare> read_as(KindTag<MemberShare>, const Value&, const FieldSpec&, ReadContext&);
std::optional<Rollout> read_as(KindTag<Rollout>, const Value&, const FieldSpec&, ReadContext&);
std::optional<Slo> read_as(KindTag<Slo>, const Value&, const FieldSpec&, ReadContext&);
using Credits = std::vector<Credit>;
std::optional<Credits> read_as(KindTag<Credits>, const Value&, const FieldSpec&, ReadContext&);
std::optional<EventAction> read_as(KindTag<EventAction>, const Value&, const FieldSpec&, ReadContext&);
std::optional<FailureEffect> read_as(KindTag<FailureEffect>, const Value&, const FieldSpec&, ReadContext&);
std::optional<Failback> read_as(KindTag<Failback>, const Value&, const FieldSpec&, ReadContext&);
std::optional<Drill> read_as(KindTag<Drill>, const Value&, const FieldSpec&, ReadContext&);
std::optional<PlanSteps> read_as(KindTag<PlanSteps>, const Value&, const FieldSpec&, ReadContext&);
using Conditions = std::vector<DownFor>;
std::optional<Conditions> read_as(KindTag<Conditions>, const Value&, const FieldSpec&, ReadContext&);
using Strings = std::vector<std::string>;
using Numbers = std::vector<double>;
using Durations = std::vector<Duration>;
using Selectors = std::vector<Selector>;
using WeekWindows = std::vector<WeekWindow>;
using Needs = std::vector<Need>;
std::optional<Strings> read_as(KindTag<Strings>, const Value&, const FieldSpec&, ReadContext&);
std::optional<Numbers> read_as(KindTag<Numbers>, const Value&, const FieldSpec&, ReadContext&);
std::optional<Durations> read_as(KindTag<Durations>, const Value&, const FieldSpec&, ReadContext&);
std::optional<Selectors> read_as(KindTag<Selectors>, const Value&, const FieldSpec&, ReadContext&);
std::optional<WeekWindows> read_as(KindTag<WeekWindows>, const Value&, const FieldSpec&, ReadContext&);
std::optional<Needs> read_as(KindTag<Needs>, const Value&, const FieldSpec&, ReadContext&);

/// The value as TOML, right of the equals sign. Reading it back gives the same value.
std::string to_toml(const std::string& text);
std::string to_toml(bool value, const FieldSpec& spec);
std::string to_toml(std::int64_t value, const FieldSpec& spec);
std::string to_toml(std::uint64_t value, const FieldSpec& spec);
std::string to_toml(double value, const FieldSpec& spec);
std::string to_toml(const std::string& value, const FieldSpec& spec);
std::string to_toml(Duration value, const FieldSpec& spec);
std::string to_toml(Rate value, const FieldSpec& spec);
std::string to_toml(Size value, const FieldSpec& spec);
std::string to_toml(ByteRate value, const FieldSpec& spec);
std::string to_toml(RequestRate value, const FieldSpec& spec);
std::string to_toml(const Price& value, const FieldSpec& spec);
std::string to_toml(const LagLimit& value, const FieldSpec& spec);
std::string to_toml(const sim::Law& value, const FieldSpec& spec);
std::string to_toml(ClockTime value, const FieldSpec& spec);
std::string to_toml(const Schedule& value, const FieldSpec& spec);
std::string to_toml(const LogPace& value, const FieldSpec& spec);
std::string to_toml(UpWhen value, const FieldSpec& spec);
std::string to_toml(MemberShare value, const FieldSpec& spec);
std::string to_toml(const Rollout& value, const FieldSpec& spec);
std::string to_toml(const Slo& value, const FieldSpec& spec);
std::string to_toml(const Credits& value, const FieldSpec& spec);
std::string to_toml(const EventAction& value, const FieldSpec& spec);
std::string to_toml(FailureEffect value, const FieldSpec& spec);
std::string to_toml(const Failback& value, const FieldSpec& spec);
std::string to_toml(const Drill& value, const FieldSpec& spec);
std::string to_toml(const PlanSteps& value, const FieldSpec& spec);
std::string to_toml(const Conditions& value, const FieldSpec& spec);
std::string to_toml(const Strings& value, const FieldSpec& spec);
std::string to_toml(const Numbers& value, const FieldSpec& spec);
std::string to_toml(const Durations& value, const FieldSpec& spec);
std::string to_toml(const Selectors& value, const FieldSpec& spec);
std::string to_toml(const WeekWindows& value, const FieldSpec& spec);
std::string to_toml(const Needs& value, const FieldSpec& spec);

/// A key of TOML, quoted if it must be.
std::string toml_key(std::string_view key);

FormInfo form_of(KindTag<std::string>, const FieldSpec&);
FormInfo form_of(KindTag<bool>, const FieldSpec&);
FormInfo form_of(KindTag<std::int64_t>, const FieldSpec&);
FormInfo form_of(KindTag<std::uint64_t>, const FieldSpec&);
FormInfo form_of(KindTag<double>, const FieldSpec&);
FormInfo form_of(KindTag<Duration>, const FieldSpec&);
FormInfo form_of(KindTag<Rate>, const FieldSpec&);
FormInfo form_of(KindTag<Size>, const FieldSpec&);
FormInfo form_of(KindTag<ByteRate>, const FieldSpec&);
FormInfo form_of(KindTag<RequestRate>, const FieldSpec&);
FormInfo form_of(KindTag<Price>, const FieldSpec&);
FormInfo form_of(KindTag<LagLimit>, const FieldSpec&);
FormInfo form_of(KindTag<sim::Law>, const FieldSpec&);
FormInfo form_of(KindTag<ClockTime>, const FieldSpec&);
FormInfo form_of(KindTag<Schedule>, const FieldSpec&);
FormInfo form_of(KindTag<LogPace>, const FieldSpec&);
FormInfo form_of(KindTag<UpWhen>, const FieldSpec&);
FormInfo form_of(KindTag<MemberShare>, const FieldSpec&);
FormInfo form_of(KindTag<Rollout>, const FieldSpec&);
FormInfo form_of(KindTag<Slo>, const FieldSpec&);
FormInfo form_of(KindTag<Credits>, const FieldSpec&);
FormInfo form_of(KindTag<EventAction>, const FieldSpec&);
FormInfo form_of(KindTag<FailureEffect>, const FieldSpec&);
FormInfo form_of(KindTag<Failback>, const FieldSpec&);
FormInfo form_of(KindTag<Drill>, const FieldSpec&);
FormInfo form_of(KindTag<PlanSteps>, const FieldSpec&);
FormInfo form_of(KindTag<Conditions>, const FieldSpec&);
FormInfo form_of(KindTag<Strings>, const FieldSpec&);
FormInfo form_of(KindTag<Numbers>, const FieldSpec&);
FormInfo form_of(KindTag<Durations>, const FieldSpec&);
FormInfo form_of(KindTag<Selectors>, const FieldSpec&);
FormInfo form_of(KindTag<WeekWindows>, const FieldSpec&);
FormInfo form_of(KindTag<Needs>, const FieldSpec&);

// --- closed sets of words ---

/// The index in `words` of the one that stands in `value`; reports anything else.
std::optional<std::size_t> read_word(const Value& value, const FieldSpec& spec, const std::vector<std::string>& words,
                                     ReadContext& context);

template <class T>
concept Word = std::is_enum_v<T>;

template <Word Enum>
std::optional<Enum> read_as(KindTag<Enum>, const Value& value, const FieldSpec& spec, ReadContext& context) {
    const auto index = read_word(value, spec, words_of<Enum>(), context);
    return index ? std::optional(enumerators<Enum>()[*index]) : std::nullopt;
}

template <Word Enum>
std::string to_toml(Enum value, const FieldSpec&) {
    return to_toml(to_text(value));
}

template <Word Enum>
FormInfo form_of(KindTag<Enum>, const FieldSpec&) {
    return {.noun = "word", .json_types = {"string"}, .words = words_of<Enum>()};
}

}  // namespace nines::scenario
