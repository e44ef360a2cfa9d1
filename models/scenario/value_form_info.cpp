// SPDX-License-Identifier: GPL-3.0-or-later
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
    switch (spec.form) {
        case NumberForm::share: return {.noun = "share", .json_types = {"string", "number"}, .words = {}};
        case NumberForm::growth: return text_form("growth");
        case NumberForm::plain: break;
    }
    return {.noun = "number", .json_types = {"number"}, .words = {}};
}
FormInfo form_of(KindTag<Duration>, const FieldSpec&) {
    return text_form("duration");
}
FormInfo form_of(KindTag<Rate>, const FieldSpec&) {
    return text_form("rate");
}
FormInfo form_of(KindTag<Size>, const FieldSpec&) {
    return text_form("size");
}
FormInfo form_of(KindTag<ByteRate>, const FieldSpec&) {
    return text_form("byte rate");
}
FormInfo form_of(KindTag<RequestRate>, const FieldSpec&) {
    return text_form("request rate");
}
FormInfo form_of(KindTag<Price>, const FieldSpec& spec) {
    switch (spec.price) {
        case PriceForm::by_time: return text_form("price per time");
        case PriceForm::by_data: return text_form("price per size and time");
        case PriceForm::by_requests: return text_form("price per requests");
        case PriceForm::once: break;
    }
    return {.noun = "amount of money", .json_types = {"number", "string"}, .words = {}};
}
FormInfo form_of(KindTag<LagLimit>, const FieldSpec&) {
    return text_form("duration or size");
}
FormInfo form_of(KindTag<sim::Law>, const FieldSpec&) {
    return text_form("distribution");
}
FormInfo form_of(KindTag<ClockTime>, const FieldSpec& spec) {
    return text_form(spec.time_of_day ? "time of day" : "clock time");
}
FormInfo form_of(KindTag<Schedule>, const FieldSpec&) {
    return text_form("schedule");
}
FormInfo form_of(KindTag<LogPace>, const FieldSpec&) {
    return text_form("period of shipping");
}
FormInfo form_of(KindTag<UpWhen>, const FieldSpec&) {
    return text_form("condition");
}
FormInfo form_of(KindTag<MemberShare>, const FieldSpec&) {
    return {.noun = "number or share", .json_types = {"integer", "string"}, .words = {}};
}
FormInfo form_of(KindTag<Rollout>, const FieldSpec&) {
    return text_form("strategy");
}
FormInfo form_of(KindTag<Slo>, const FieldSpec&) {
    return {.noun = "target", .json_types = {"string", "number"}, .words = {}};
}
FormInfo form_of(KindTag<Credits>, const FieldSpec&) {
    return list_of(text_form("credit"));
}
FormInfo form_of(KindTag<EventAction>, const FieldSpec&) {
    return text_form("action");
}
FormInfo form_of(KindTag<FailureEffect>, const FieldSpec&) {
    return text_form("effect");
}
FormInfo form_of(KindTag<Strings>, const FieldSpec&) {
    return list_of(text_form("text"));
}
FormInfo form_of(KindTag<Numbers>, const FieldSpec& spec) {
    return list_of(form_of(KindTag<double>{}, spec));
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
