// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/i18n/model_texts.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string_view>

#include "gui/i18n/template_head.hpp"
#include "models/compile/failover.hpp"
#include "models/edit/law_forms.hpp"
#include "models/presets/presets.hpp"
#include "models/report/formats.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/scenario/fields.hpp"
#include "models/scenario/value_form.hpp"

namespace nines::gui {
namespace {

/// Texts in the order in which they come, each once.
class TextList {
public:
    void add(std::string_view text) {
        if (!text.empty() && known_.emplace(text).second) texts_.emplace_back(text);
    }
    std::vector<std::string> take() { return std::move(texts_); }

private:
    std::set<std::string, std::less<>> known_;
    std::vector<std::string> texts_;
};

/// A quantity, such as "15 s" or "95%", is the same in every language. What is not has a longer word in it.
bool is_words(std::string_view text) {
    constexpr int shortest = 4;
    int letters = 0;
    for (const char c : text) {
        letters = std::isalpha(static_cast<unsigned char>(c)) != 0 ? letters + 1 : 0;
        if (letters == shortest) return true;
    }
    return false;
}

/// Visits the field list of a kind and of the tables within it.
class FieldTexts {
public:
    explicit FieldTexts(TextList& texts) : texts_(texts) {}

    template <class T, class M>
    void field(const scenario::FieldSpec& spec, scenario::Field<M> T::*) {
        const scenario::FormInfo form = scenario::form_of(scenario::KindTag<M>{}, spec);
        add(spec, form.words);
        texts_.add(form.noun);
    }
    template <class T>
    void name(const scenario::FieldSpec& spec, std::string T::*) {
        add(spec);
    }
    template <class T, class Part>
    void table(const scenario::FieldSpec& spec, scenario::Field<Part> T::*) {
        within<Part>(spec);
    }
    template <class T, class Part>
    void part(const scenario::FieldSpec& spec, Part T::*) {
        within<Part>(spec);
    }
    template <class T, class Part>
    void tables(const scenario::FieldSpec& spec, std::vector<Part> T::*) {
        within<Part>(spec);
    }
    template <class T>
    void unnamed_mode(std::vector<scenario::FailureMode> T::*) {
        fields_of(scenario::KindTag<scenario::FailureMode>{}, *this);
    }
    void reuse(const scenario::FieldSpec& spec) { add(spec); }
    void later(const scenario::LaterSpec& spec) {
        texts_.add(spec.help);
        texts_.add(spec.reason);
    }

private:
    /// A default that is one of the language's own words stays as it is.
    void add(const scenario::FieldSpec& spec, const std::vector<std::string>& words = {}) {
        texts_.add(spec.help);
        const bool is_own_word = std::find(words.begin(), words.end(), spec.default_text) != words.end();
        if (!is_own_word && is_words(spec.default_text)) texts_.add(spec.default_text);
        texts_.add(spec.alternatives);
    }
    template <class Part>
    void within(const scenario::FieldSpec& spec) {
        add(spec);
        fields_of(scenario::KindTag<Part>{}, *this);
    }

    TextList& texts_;
};

void add_language(TextList& texts) {
    FieldTexts visitor(texts);
    const auto add_kind = [&](auto tag) {
        texts.add(kind_info(tag).word);
        texts.add(kind_info(tag).question);
        fields_of(tag, visitor);
    };
    add_kind(scenario::KindTag<scenario::Experiment>{});
    scenario::for_each_kind([&](auto tag, auto) { add_kind(tag); });
    for (const scenario::LaterSpec& later : scenario::later_kinds) visitor.later(later);
}

void add_distributions(TextList& texts) {
    for (const edit::LawForm& form : edit::law_forms()) {
        texts.add(form.title);
        texts.add(form.help);
        for (const edit::LawArgument& argument : form.arguments) texts.add(argument.label);
    }
}

void add_presets(TextList& texts) {
    for (const auto& [name, preset] : presets::library().presets) texts.add(preset.description);
}

void add_metrics(TextList& texts) {
    for (const results::MetricInfo& metric : results::metric_catalogue()) {
        texts.add(metric.title);
        texts.add(metric.meaning);
        texts.add(metric.counts);
    }
}

/// What stands over a store in a replay: "restoring".
void add_stages(TextList& texts) {
    for (int phase = 0; phase <= static_cast<int>(compile::FailoverPhase::checking); ++phase)
        texts.add(compile::word_of(static_cast<compile::FailoverPhase>(phase)));
}

void add_templates(TextList& texts, const std::filesystem::path& scenarios) {
    for (const char* group : {"tutorial", "designs"}) {
        std::vector<std::filesystem::path> files;
        for (const auto& entry : std::filesystem::directory_iterator(scenarios / group)) files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        for (const std::filesystem::path& path : files) {
            std::ifstream file(path, std::ios::binary);
            const TemplateHead head = template_head(std::string{std::istreambuf_iterator<char>(file), {}});
            texts.add(head.title);
            texts.add(head.description);
        }
    }
}

void add_formats(TextList& texts) {
    for (const report::Format& format : report::formats()) texts.add(format.purpose);
}

std::string source_literal(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        if (c == '\n') {
            result += "\\n";
        } else {
            result += c;
        }
    }
    return result + '"';
}

}  // namespace

std::vector<std::string> model_texts(const std::string& scenarios_folder) {
    TextList texts;
    add_language(texts);
    add_distributions(texts);
    add_presets(texts);
    add_metrics(texts);
    add_formats(texts);
    add_stages(texts);
    add_templates(texts, scenarios_folder);
    return texts.take();
}

std::string source_for_lupdate(const std::vector<std::string>& texts) {
    std::string source = "// Generated; do not edit.\nconst char* const texts[] = {\n";
    for (const std::string& text : texts)
        source += "    QT_TRANSLATE_NOOP(\"models\", " + source_literal(text) + "),\n";
    return source + "};\n";
}

}  // namespace nines::gui
