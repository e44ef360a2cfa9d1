// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/i18n/template_head.hpp"

#include <algorithm>
#include <cctype>

namespace nines::gui {
namespace {

constexpr std::string_view licence = "# SPDX-License-Identifier:";

/// Takes the first line off the text.
std::string_view take_line(std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

/// The first paragraph of a comment, on one line.
std::string first_paragraph(std::string_view comment) {
    std::string paragraph;
    while (!comment.empty()) {
        std::string_view line = take_line(comment);
        if (line.starts_with(licence)) continue;
        line.remove_prefix(std::min<std::size_t>(2, line.size()));
        if (line.empty()) break;
        if (!paragraph.empty()) paragraph += ' ';
        paragraph += line;
    }
    return paragraph;
}

/// "4. Failure modes" -> "Failure modes"; "18, continued. The same" -> "The same".
std::string_view without_number(std::string_view text) {
    std::size_t digits = 0;
    while (digits < text.size() && std::isdigit(static_cast<unsigned char>(text[digits])) != 0) ++digits;
    if (digits == 0) return text;
    for (const std::string_view end : {std::string_view(". "), std::string_view(", continued. ")}) {
        if (text.substr(digits).starts_with(end)) return text.substr(digits + end.size());
    }
    return text;
}

/// Up to the point that ends it, which a blank follows or nothing.
std::string_view first_sentence(std::string_view text) {
    for (std::size_t at = text.find('.'); at != std::string_view::npos; at = text.find('.', at + 1)) {
        const bool abbreviation = at >= 2 && (text.substr(at - 2, 3) == "e.g" || text.substr(0, at).ends_with("vs"));
        if (!abbreviation && (at + 1 == text.size() || text[at + 1] == ' ')) return text.substr(0, at + 1);
    }
    return text;
}

std::string name_in(std::string_view text) {
    constexpr std::string_view table = "\n[scenario]\n";
    constexpr std::string_view key = "\nname = \"";
    const std::size_t begin = text.find(table);
    if (begin == std::string_view::npos) return {};
    const std::size_t name = text.find(key, begin);
    if (name == std::string_view::npos) return {};
    const std::string_view rest = text.substr(name + key.size());
    return std::string(rest.substr(0, rest.find('"')));
}

}  // namespace

std::string_view head_comment(std::string_view text) {
    std::string_view rest = text;
    while (rest.starts_with('#')) take_line(rest);
    return text.substr(0, text.size() - rest.size());
}

TemplateHead template_head(std::string_view text) {
    const std::string paragraph = first_paragraph(head_comment(text));
    return {.title = name_in(text), .description = std::string(first_sentence(without_number(paragraph)))};
}

}  // namespace nines::gui
