// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/vary_text.hpp"

#include <charconv>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "models/scenario/characters.hpp"
#include "models/toml/convert.hpp"

namespace nines::compare {

namespace {

using scenario::trimmed;

constexpr std::string_view range_mark = "..";
constexpr std::string_view log_word = "log";
constexpr std::int64_t fewest_steps = 2;

scenario::ParseError wrong(std::string message, std::size_t offset) {
    return {{}, std::move(message), "for example 2, 3, 4 or 30 min .. 8 h / 5 log", offset};
}

struct Part {
    std::string_view text;
    std::size_t offset;
};

/// Parts between marks that stand in no quotes, brackets or parentheses.
std::vector<Part> split(std::string_view text, std::string_view mark) {
    std::vector<Part> parts;
    int depth = 0;
    char quote = '\0';
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quote != '\0') {
            if (c == quote) quote = '\0';
            continue;
        }
        if (c == '"' || c == '\'') quote = c;
        if (c == '(' || c == '[' || c == '{') ++depth;
        if (c == ')' || c == ']' || c == '}') --depth;
        if (depth != 0 || text.substr(i, mark.size()) != mark) continue;
        parts.push_back({trimmed(text.substr(begin, i - begin)), begin});
        begin = i + mark.size();
        i = begin - 1;
    }
    parts.push_back({trimmed(text.substr(begin)), begin});
    return parts;
}

scenario::Literal literal_of(std::string_view text) {
    const auto value = scenario::parse_toml_literal(text);
    return {scenario::to_literal(value.value_or(scenario::Value{std::string(text), {}, 0}))};
}

std::optional<std::int64_t> steps_of(std::string_view text) {
    std::int64_t steps = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), steps);
    if (problem != std::errc() || end != text.data() + text.size() || steps < fewest_steps) return std::nullopt;
    return steps;
}

/// "8 h", "8 h / 5", "8 h / 5 log", "8 h log". A rate has a slash too ("2 MB/s"): steps stand behind the last one and
/// are a number.
scenario::Parsed<scenario::Vary> parse_range(const Part& from, Part to) {
    scenario::Vary vary;
    if (to.text.ends_with(log_word)) {
        vary.scale.value = scenario::VaryScale::log;
        to.text = trimmed(to.text.substr(0, to.text.size() - log_word.size()));
    }
    const std::size_t slash = to.text.rfind('/');
    const std::string_view steps = slash == std::string_view::npos ? "" : trimmed(to.text.substr(slash + 1));
    const bool is_number = !steps.empty() && steps.find_first_not_of("0123456789") == std::string_view::npos;
    if (is_number) {
        vary.steps.value = steps_of(steps);
        if (!vary.steps) return wrong("behind \"/\" comes how many values, 2 or more", to.offset + slash);
        to.text = trimmed(to.text.substr(0, slash));
    }
    for (const Part& end : {from, to}) {
        if (end.text.empty()) return wrong("an end of the range is missing", end.offset);
    }
    vary.from.value = literal_of(from.text);
    vary.to.value = literal_of(to.text);
    return vary;
}

}  // namespace

scenario::Parsed<scenario::Vary> parse_vary_values(std::string_view text) {
    const std::vector<Part> ends = split(text, range_mark);
    constexpr std::size_t both = 2;
    if (ends.size() == both) return parse_range(ends.front(), ends.back());
    if (ends.size() > both) return wrong("a range has two ends", ends.back().offset);
    scenario::Vary vary;
    vary.values.value = scenario::Literals{};
    for (const Part& part : split(text, ",")) {
        if (part.text.empty()) return wrong("a value is missing", part.offset);
        vary.values.value->push_back(literal_of(part.text));
    }
    return vary;
}

scenario::Parsed<scenario::Vary> parse_vary(std::string_view text) {
    const std::size_t equals = text.find('=');
    const auto wrong_form = [](std::string message, std::size_t offset) {
        return scenario::ParseError{{}, std::move(message), "for example -V group.web.count=2,3,4", offset};
    };
    if (equals == std::string_view::npos) return wrong_form("it has the form path=value,value,..", text.size());
    const std::string path(trimmed(text.substr(0, equals)));
    if (path.empty()) return wrong_form("before \"=\" comes the path of a key", 0);
    auto vary = parse_vary_values(text.substr(equals + 1));
    if (!vary) return wrong_form(vary.error().message, equals + 1 + vary.error().offset);
    (*vary).path.value = path;
    return vary;
}

std::string vary_values_text(const scenario::Vary& vary) {
    const auto text_of = [](const scenario::Literal& literal) {
        const std::string plain = scenario::plain_literal(literal.toml);
        const bool stays = literal_of(plain).toml == literal.toml && split(plain, ",").size() == 1 &&
                           split(plain, range_mark).size() == 1;
        return stays ? plain : literal.toml;
    };
    if (!vary.values) {
        std::string text;
        if (vary.from && vary.to) text = fmt::format("{} {} {}", text_of(*vary.from), range_mark, text_of(*vary.to));
        if (vary.steps) text += fmt::format(" / {}", *vary.steps);
        if (vary.scale && *vary.scale == scenario::VaryScale::log) text += fmt::format(" {}", log_word);
        return text;
    }
    std::vector<std::string> texts;
    for (const scenario::Literal& literal : *vary.values) texts.push_back(text_of(literal));
    return fmt::format("{}", fmt::join(texts, ", "));
}

}  // namespace nines::compare
