// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/problems.hpp"

#include <array>
#include <optional>
#include <string>

#include "models/scenario/fields.hpp"
#include "models/scenario/translate.hpp"

namespace nines::edit {
namespace {

using wording::Text;

/// Every sentence with which an edit is refused. Of two that fit, the first is meant.
constexpr std::array patterns = {
    translate("models", "Line %1 is not well-formed, so the text cannot be edited by itself."),
    translate("models", "\"%1\" is no id: %2."),
    translate("models", "There is a %1 \"%2\" already."),
    translate("models", "There is a %1 \"%2\" already, in an included file."),
    translate("models", "An included file defines the %1 \"%2\" too, so that it cannot be removed in this file alone."),
    translate("models", "An included file defines the %1 \"%2\" too, so that it cannot be renamed in this file alone."),
    translate("models", "An included file defines the %1 \"%2\" too, so that it cannot be copied in this file alone."),
    translate("models", "The clipboard holds no things of a scenario."),
    translate("models", "There is no kind `%1`."),
    translate("models", "Things of kind `%1` cannot be made."),
    translate("models", "The %1 \"%2\" is not written in this file."),
    translate("models", "A `split` makes \"%1\": it has its name from there."),
    translate("models", "`%1` of a %2 names nothing."),
    translate("models", "`%1` of a %2 cannot name a %3."),
    translate("models", "The %1 \"%2\" cannot name itself."),
    translate("models", "`%1` of the %2 \"%3\" does not name the %4 \"%5\" itself in this file."),
    translate("models", "A %1 is in no domain."),
    translate("models", "\"%1\" cannot be in itself."),
    translate("models", "A thing itself has no value."),
    translate("models", "This is no key of a thing."),
    translate("models", "`%1` is a list."),
    translate("models", "`%1` holds a value, so it has no keys."),
    translate("models", "`%1` is a single table: write it as a list first."),
    translate("models", "`%1` has only %2 tables."),
};

/// Details of things that are no words of the scenario language.
constexpr std::array detail_patterns = {
    translate("models", "%1 failure modes"),
    translate("models", "%1 at once"),
    translate("models", "%1 active"),
    translate("models", "%1 standby"),
    translate("models", "at %1"),
    translate("models", "disabled"),
    translate("models", "not replicated"),
    translate("models", "%1 followers"),
    translate("models", "1 follower"),
    translate("models", "follower %1 later"),
    translate("models", "follower for a plan"),
    translate("models", "follower, never primary"),
    translate("models", "%1 steps"),
    translate("models", "1 step"),
};

/// The word for a kind has a translation; anything else is a name or a figure.
Text kind_words(std::string_view word) {
    bool is_kind = false;
    scenario::for_each_kind([&](auto tag, auto) { is_kind = is_kind || kind_info(tag).word == word; });
    return is_kind ? Text{std::string(word)} : wording::literal(word);
}

/// The arguments of the pattern that make it the sentence; nothing if none do. They come in the order of their numbers.
std::optional<Text> read_by(const char* pattern, std::string_view sentence) {
    Text text = wording::say(pattern);
    std::string_view rest = pattern;
    while (true) {
        const std::size_t place = rest.find('%');
        const std::string_view words = rest.substr(0, place);
        if (!sentence.starts_with(words)) return std::nullopt;
        sentence.remove_prefix(words.size());
        if (place == std::string_view::npos) return sentence.empty() ? std::optional(text) : std::nullopt;
        rest.remove_prefix(place + 2);
        // An argument ends where the words that follow it begin; none is empty.
        const std::string_view following = rest.substr(0, rest.find('%'));
        const std::size_t end = following.empty() ? sentence.size() : sentence.find(following, 1);
        if (sentence.empty() || end == std::string_view::npos) return std::nullopt;
        const bool is_quoted = words.ends_with('"') || words.ends_with('`');
        const std::string_view argument = sentence.substr(0, end);
        text.arguments.push_back(is_quoted ? wording::literal(argument) : kind_words(argument));
        sentence.remove_prefix(end);
    }
}

template <class Patterns>
Text read_by_one_of(const Patterns& patterns_to_try, std::string_view sentence) {
    for (const char* pattern : patterns_to_try) {
        if (auto text = read_by(pattern, sentence)) return *std::move(text);
    }
    return wording::literal(sentence);
}

}  // namespace

Text problem_words(std::string_view problem) {
    return read_by_one_of(patterns, problem);
}

Text detail_words(std::string_view detail) {
    return read_by_one_of(detail_patterns, detail);
}

}  // namespace nines::edit
