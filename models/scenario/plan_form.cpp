// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "models/scenario/semantic_codes.hpp"
#include "models/scenario/value_form.hpp"
#include "models/scenario/value_text.hpp"

/// The values of plans: read from a document, written back, described.
namespace nines::scenario {
namespace {

/// The text in `value`, or nullptr with a report.
const std::string* text_in(const Value& value, const FieldSpec& spec, std::string_view wanted, ReadContext& context) {
    if (value.string() != nullptr) return value.string();
    context.diagnostics.push_back(
        make_error(codes::wrong_type, value.origin.place,
                   fmt::format("`{}` wants {}, not {}", spec.key, wanted, name_of(value.kind())),
                   fmt::format("for example {} = {}", spec.key, spec.example)));
    return nullptr;
}

template <class T>
std::optional<T> accept(Parsed<T> parsed, const Value& value, ReadContext& context) {
    if (parsed) return std::move(*parsed);
    context.diagnostics.push_back(make_error(value, parsed.error()));
    return std::nullopt;
}

std::optional<PlanStep> read_step(const Value& value, const FieldSpec& spec, ReadContext& context) {
    const std::string* text = text_in(value, spec, "a step", context);
    if (text == nullptr) return std::nullopt;
    return accept(parse_plan_step(*text, content_place(value), context.read_file), value, context);
}

/// One step, or those of an inner list, which go side by side.
std::vector<PlanStep> read_stage(const Value& value, const FieldSpec& spec, ReadContext& context) {
    std::vector<PlanStep> stage;
    const auto add = [&](const Value& item) {
        if (auto step = read_step(item, spec, context)) stage.push_back(std::move(*step));
    };
    if (const Array* array = value.array()) {
        for (const Value& item : array->items) add(item);
    } else {
        add(value);
    }
    return stage;
}

std::string name_text(const Reference& reference) {
    return to_text(reference);
}

std::string lasting_text(Duration lasting) {
    return lasting > Duration() ? " for " + to_text(lasting) : std::string();
}

std::string stage_to_toml(const std::vector<PlanStep>& stage) {
    std::vector<std::string> items;
    for (const PlanStep& step : stage) items.push_back(to_toml(to_text(step)));
    return items.size() == 1 ? items.front() : fmt::format("[{}]", fmt::join(items, ", "));
}

FormInfo text_form(std::string noun, bool list = false) {
    return {.noun = std::move(noun), .json_types = {"string"}, .words = {}, .list = list};
}

}  // namespace

std::optional<Failback> read_as(KindTag<Failback>, const Value& value, const FieldSpec& spec, ReadContext& context) {
    const std::string* text = text_in(value, spec, "a condition", context);
    return text == nullptr ? std::nullopt : accept(parse_failback(*text, content_place(value)), value, context);
}

std::optional<Drill> read_as(KindTag<Drill>, const Value& value, const FieldSpec& spec, ReadContext& context) {
    const std::string* text = text_in(value, spec, "a schedule", context);
    return text == nullptr ? std::nullopt : accept(parse_drill(*text), value, context);
}

std::optional<Conditions> read_as(KindTag<Conditions>, const Value& value, const FieldSpec& spec,
                                  ReadContext& context) {
    Conditions conditions;
    const auto add = [&](const Value& item) {
        const std::string* text = text_in(item, spec, "a condition", context);
        if (text == nullptr) return;
        if (auto read = accept(parse_down_for(*text, content_place(item)), item, context)) {
            conditions.push_back(std::move(*read));
        }
    };
    if (const Array* array = value.array()) {
        for (const Value& item : array->items) add(item);
        if (conditions.empty() && !array->items.empty()) return std::nullopt;
        return conditions;
    }
    add(value);
    return conditions.empty() ? std::nullopt : std::optional(std::move(conditions));
}

std::optional<PlanSteps> read_as(KindTag<PlanSteps>, const Value& value, const FieldSpec& spec, ReadContext& context) {
    const std::size_t mistakes = context.diagnostics.size();
    PlanSteps steps;
    if (const Array* array = value.array()) {
        for (const Value& item : array->items) steps.push_back(read_stage(item, spec, context));
    } else {
        steps.push_back(read_stage(value, spec, context));
    }
    std::erase_if(steps, [](const std::vector<PlanStep>& stage) { return stage.empty(); });
    // Half a plan is another plan.
    return context.diagnostics.size() > mistakes ? std::nullopt : std::optional(std::move(steps));
}

std::string to_text(const DownFor& condition) {
    return fmt::format("{} down{}", name_text(condition.what), lasting_text(condition.lasting));
}

std::string to_text(const Failback& failback) {
    if (failback.never) return "never";
    const std::string windows = failback.windows.empty() ? "" : ", in " + to_text(failback.windows);
    return fmt::format("{} up{}{}", name_text(failback.what), lasting_text(failback.lasting), windows);
}

std::string to_text(const Drill& drill) {
    return drill.every ? to_text(*drill.every) : "never";
}

std::string to_text(const PlanStep& step) {
    std::string text;
    switch (step.verb) {
        case PlanStep::Verb::promote: text = "promote " + name_text(step.target); break;
        case PlanStep::Verb::scale: text = fmt::format("scale {} to {}", name_text(step.target), step.number); break;
        case PlanStep::Verb::start:
            text = "start " + name_text(step.target);
            if (step.number > 0) text += fmt::format(" to {}", step.number);
            break;
        case PlanStep::Verb::switch_to:
            text = fmt::format("switch {} to {}", name_text(step.target), name_text(*step.other));
            break;
        case PlanStep::Verb::restore:
            text = fmt::format("restore {} on {}", name_text(step.target), name_text(*step.other));
            break;
        case PlanStep::Verb::work: text = "do " + step.text; break;
    }
    if (step.takes) text += " takes " + sim::to_text(*step.takes);
    if (step.works) text += " works " + share_to_text(*step.works);
    return text;
}

std::string to_toml(const Failback& value, const FieldSpec&) {
    return to_toml(to_text(value));
}
std::string to_toml(const Drill& value, const FieldSpec&) {
    return to_toml(to_text(value));
}
std::string to_toml(const Conditions& value, const FieldSpec&) {
    std::vector<std::string> items;
    for (const DownFor& condition : value) items.push_back(to_toml(to_text(condition)));
    return items.size() == 1 ? items.front() : fmt::format("[{}]", fmt::join(items, ", "));
}
std::string to_toml(const PlanSteps& value, const FieldSpec&) {
    std::vector<std::string> items;
    for (const auto& stage : value) items.push_back(stage_to_toml(stage));
    return fmt::format("[{}]", fmt::join(items, ", "));
}

FormInfo form_of(KindTag<Failback>, const FieldSpec&) {
    return text_form("condition");
}
FormInfo form_of(KindTag<Drill>, const FieldSpec&) {
    return text_form("schedule");
}
FormInfo form_of(KindTag<Conditions>, const FieldSpec&) {
    return text_form("condition or list", true);
}
FormInfo form_of(KindTag<PlanSteps>, const FieldSpec&) {
    return text_form("steps", true);
}

}  // namespace nines::scenario
