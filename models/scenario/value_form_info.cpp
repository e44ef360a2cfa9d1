// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/enum_words.hpp"
#include "models/scenario/value_form.hpp"

namespace nines::scenario {
namespace {

FormInfo text_form(std::string noun) {
    return {.noun = std::move(noun), .json_types = {"string"}, .words = {}};
}

FormInfo list_of(FormInfo form) {
    form.list = true;
    form.noun += " or list";
    return form;
}

template <class Enum>
FormInfo word_form() {
    return {.noun = "word", .json_types = {"string"}, .words = words_of<Enum>()};
}

}  // namespace

FormInfo form_of(KindTag<std::string>, const FieldSpec&) {
    return text_form("text");
}
FormInfo form_of(KindTag<bool>, const FieldSpec&) {
    return {.noun = "true or false", .json_types = {"boolean"}, .words = {}};
}
FormInfo form_of(KindTag<std::int64_t>, const FieldSpec&) {
    return {.noun = "whole number", .json_types = {"integer"}, .words = {}};
}
FormInfo form_of(KindTag<std::uint64_t>, const FieldSpec& spec) {
    return form_of(KindTag<std::int64_t>{}, spec);
}
FormInfo form_of(KindTag<double>, const FieldSpec& spec) {
    if (spec.form == NumberForm::share) return {.noun = "share", .json_types = {"string", "number"}, .words = {}};
    return {.noun = "number", .json_types = {"number"}, .words = {}};
}
FormInfo form_of(KindTag<Duration>, const FieldSpec&) {
    return text_form("duration");
}
FormInfo form_of(KindTag<Rate>, const FieldSpec&) {
    return text_form("rate");
}
FormInfo form_of(KindTag<sim::Law>, const FieldSpec&) {
    return text_form("distribution");
}
FormInfo form_of(KindTag<ClockTime>, const FieldSpec&) {
    return text_form("clock time");
}
FormInfo form_of(KindTag<Schedule>, const FieldSpec&) {
    return text_form("schedule");
}
FormInfo form_of(KindTag<Slo>, const FieldSpec&) {
    return {.noun = "target", .json_types = {"string", "number"}, .words = {}};
}
FormInfo form_of(KindTag<EventAction>, const FieldSpec&) {
    return text_form("action");
}
FormInfo form_of(KindTag<Effect>, const FieldSpec&) {
    return word_form<Effect>();
}
FormInfo form_of(KindTag<Ages>, const FieldSpec&) {
    return word_form<Ages>();
}
FormInfo form_of(KindTag<ClockPolicy>, const FieldSpec&) {
    return word_form<ClockPolicy>();
}
FormInfo form_of(KindTag<RepairQuality>, const FieldSpec&) {
    return word_form<RepairQuality>();
}
FormInfo form_of(KindTag<StandbyMode>, const FieldSpec&) {
    return word_form<StandbyMode>();
}
FormInfo form_of(KindTag<CrewOrder>, const FieldSpec&) {
    return word_form<CrewOrder>();
}
FormInfo form_of(KindTag<WhenDegraded>, const FieldSpec&) {
    return word_form<WhenDegraded>();
}
FormInfo form_of(KindTag<Strings>, const FieldSpec&) {
    return list_of(text_form("text"));
}
FormInfo form_of(KindTag<Durations>, const FieldSpec&) {
    return list_of(text_form("duration"));
}
FormInfo form_of(KindTag<Selectors>, const FieldSpec&) {
    return list_of(text_form("selector"));
}
FormInfo form_of(KindTag<WeekWindows>, const FieldSpec&) {
    return list_of(text_form("window"));
}
FormInfo form_of(KindTag<Needs>, const FieldSpec&) {
    return list_of(text_form("need"));
}

}  // namespace nines::scenario
