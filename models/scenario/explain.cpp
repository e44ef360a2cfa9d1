// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/explain.hpp"

#include <array>
#include <variant>

#include <fmt/format.h>

#include "models/scenario/detection_laws.hpp"
#include "models/scenario/fields.hpp"
#include "models/scenario/fields/vary.hpp"
#include "models/scenario/mode_laws.hpp"
#include "models/scenario/origin_text.hpp"
#include "models/scenario/value_form.hpp"
#include "models/scenario/value_text.hpp"

namespace nines::scenario {
namespace {

std::string summary(const sim::Law& law) {
    if (std::holds_alternative<sim::Constant>(law.form) || std::holds_alternative<sim::Never>(law.form)) return {};
    return fmt::format("mean {}, median {}, p95 {}", rounded_text(sim::mean(law)),
                       rounded_text(sim::quantile(law, 0.5)), rounded_text(sim::quantile(law, 0.95)));
}

class Writer {
public:
    explicit Writer(const Scenario& scenario) : scenario_(scenario) {}

    void header(const std::string& text) { text_ += fmt::format("\n{}\n", text); }

    void value(const std::string& key, const std::string& toml, const Origin& origin) {
        text_ += fmt::format("  {:<34}  # {}\n", fmt::format("{} = {}", key, toml), to_text(origin, scenario_.files));
    }

    void law(const sim::Law& law) {
        const std::string text = summary(law);
        if (!text.empty()) text_ += fmt::format("      {}\n", text);
    }

    /// The exponential distribution that a mean or rate stands for.
    void resolved(const std::string& key, const sim::Law& law) {
        text_ += fmt::format("      {}: exponential, {}\n", key, summary(law));
    }

    /// What a check's keys come to.
    void noticed(const Detection& detection) {
        const DetectionLaws laws = detection_laws(detection);
        noticed("a crash", laws.crash);
        noticed("a silent failure", laws.silent);
    }

    /// When a balancer's target that is well again gets traffic.
    void back_in_service(const Detection& detection) {
        const sim::Law law = return_law(detection);
        const std::string text = summary(law);
        text_ += fmt::format("      back in service after {}{}{}\n", sim::to_text(law), text.empty() ? "" : ": ", text);
    }

    void default_value(const std::string& key, std::string_view text) {
        text_ += fmt::format("  {:<34}  # default\n", fmt::format("{}: {}", key, text));
    }

    std::string take() { return std::move(text_); }

private:
    void noticed(std::string_view what, const sim::Law& law) {
        const std::string text = summary(law);
        text_ +=
            fmt::format("      {} is noticed after {}{}{}\n", what, sim::to_text(law), text.empty() ? "" : ": ", text);
    }

    const Scenario& scenario_;
    std::string text_;
};

template <class T>
class ExplainVisitor {
public:
    ExplainVisitor(const T& object, std::string prefix, Writer& writer)
        : object_(object), prefix_(std::move(prefix)), writer_(writer) {}

    template <class M>
    void field(const FieldSpec& spec, Field<M> T::*member) {
        const Field<M>& field = object_.*member;
        const std::string key = prefix_ + std::string(spec.key);
        if (field) {
            writer_.value(key, to_toml(*field, spec), field.origin);
            if constexpr (std::is_same_v<M, sim::Law>) writer_.law(*field);
        } else if (!spec.default_text.empty() && spec.alternatives.empty()) {
            writer_.default_value(key, spec.default_text);
        }
    }

    void name(const FieldSpec&, std::string T::*) {}

    template <class Part>
    void table(const FieldSpec& spec, Field<Part> T::*member) {
        if (object_.*member) {
            explain_part(*(object_.*member), spec.key);
        } else if (!spec.default_text.empty()) {
            writer_.default_value(prefix_ + std::string(spec.key), spec.default_text);
        }
    }

    template <class Part>
    void part(const FieldSpec& spec, Part T::*member) {
        explain_part(object_.*member, spec.key);
    }

    template <class Part>
    void tables(const FieldSpec& spec, std::vector<Part> T::*member) {
        std::size_t number = 0;
        for (const Part& item : object_.*member) {
            ++number;
            if constexpr (std::is_same_v<Part, FailureMode>) {
                explain_mode(item);
            } else {
                explain_part(item, fmt::format("{}.{}", spec.key, label_of(item, number)));
            }
        }
    }

    void unnamed_mode(std::vector<FailureMode> T::*) {}  // Comes with the named ones.
    void reuse(const FieldSpec&) {}
    void later(const LaterSpec&) {}

private:
    /// The name of a table in a list, or its number where it has none.
    static std::string label_of(const Maintenance& maintenance, std::size_t) { return maintenance.name; }
    static std::string label_of(const Follower&, std::size_t number) { return fmt::format("{}", number); }

    template <class Part>
    void explain_part(const Part& part, std::string_view key) {
        ExplainVisitor<Part> visitor(part, fmt::format("{}{}.", prefix_, key), writer_);
        fields_of(KindTag<Part>{}, visitor);
        if constexpr (std::is_same_v<Part, Detection>) writer_.noticed(part);
        if constexpr (std::is_same_v<Part, Detection> && std::is_same_v<T, Balancer>) writer_.back_in_service(part);
    }

    /// A mode, and the times that its means stand for.
    void explain_mode(const FailureMode& mode) {
        const bool unnamed = mode.name == FailureMode{}.name;
        const std::string prefix = unnamed ? prefix_ : fmt::format("{}failure.{}.", prefix_, mode.name);
        ExplainVisitor<FailureMode> visitor(mode, prefix, writer_);
        fields_of(KindTag<FailureMode>{}, visitor);
        const auto failure = failure_law(mode);
        const auto repair = repair_law(mode);
        if (failure && !mode.ttf) writer_.resolved(prefix + "ttf", *failure);
        if (repair && !mode.ttr) writer_.resolved(prefix + "ttr", *repair);
        if (!repair) writer_.default_value(prefix + "mttr", "never repaired");
    }

    const T& object_;
    std::string prefix_;
    Writer& writer_;
};

template <class T>
void explain_thing(const T& thing, const std::string& header, Writer& writer) {
    writer.header(header);
    ExplainVisitor<T> visitor(thing, "", writer);
    fields_of(KindTag<T>{}, visitor);
}

}  // namespace

std::string explain(const Scenario& scenario, const std::vector<Vary>& varied) {
    Writer writer(scenario);
    explain_thing(scenario.experiment, "scenario", writer);
    for_each_kind([&](auto tag, auto member) {
        for (const auto& thing : scenario.*member) {
            explain_thing(thing, fmt::format("{} {}", kind_info(tag).word, thing.id), writer);
        }
    });
    for (const Vary& vary : varied) explain_thing(vary, "vary", writer);
    return writer.take();
}

}  // namespace nines::scenario
