// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/inline_edit.hpp"

#include <optional>

#include "models/edit/toml_layout.hpp"

namespace nines::edit {
namespace {

/// Behind the item and, if one follows, its comma.
std::size_t behind_comma(std::string_view text, std::size_t end) {
    TomlScanner scanner(text, end);
    scanner.skip_filling();
    return scanner.take(",") ? scanner.position() : end;
}

/// The lines of an item that has them for itself, with the comment behind it.
std::optional<Span> own_lines(std::string_view text, const Span& item) {
    const std::size_t begin = line_begin(text, item.begin);
    if (!is_blank(text.substr(begin, item.begin - begin))) return std::nullopt;
    TomlScanner scanner(text, item.end);
    scanner.skip_blanks();
    if (scanner.take(",")) scanner.skip_blanks();
    if (scanner.peek() == '#') scanner.skip_to_line_end();
    if (scanner.at_end() || !scanner.take_line_end()) return std::nullopt;
    return Span{begin, scanner.position()};
}

bool is_plain(std::string_view between) {
    return between.find_first_of("\n#") == std::string_view::npos;
}

/// One item among others that stays apart from their comments and line ends.
void remove_alone(std::string_view text, const Span& item, Changes& changes) {
    if (const auto lines = own_lines(text, item)) return changes.remove(*lines);
    std::size_t end = behind_comma(text, item.end);
    if (!is_plain(text.substr(item.end, end - item.end))) end = item.end;
    while (end < text.size() && text[end] == ' ') ++end;
    changes.remove({item.begin, end});
}

}  // namespace

void append_item(std::string_view text, const Span& list, const std::vector<InlineItem>& items, const std::string& item,
                 Changes& changes) {
    if (items.empty()) {
        const std::string_view blank = is_inline_table(text, list) ? " " : "";
        const std::string_view inner = text.substr(list.begin + 1, list.size() - 2);
        if (is_blank(inner) && is_plain(inner)) {
            changes.replace({list.begin + 1, list.end - 1}, std::string(blank) + item + std::string(blank));
        } else {
            changes.insert(list.end - 1, item);
        }
        return;
    }
    const Span last = items.back().whole();
    const std::size_t behind = behind_comma(text, last.end);
    const bool has_comma = behind != last.end;
    if (const auto lines = own_lines(text, last); lines && lines->end < list.end) {
        const std::string indent(text.substr(lines->begin, last.begin - lines->begin));
        const std::string line_end = text.substr(0, lines->end).ends_with("\r\n") ? "\r\n" : "\n";
        if (!has_comma) changes.insert(last.end, ",");
        changes.insert(lines->end, indent + item + (has_comma ? "," : "") + line_end);
        return;
    }
    if (has_comma) return changes.insert(behind, " " + item);
    changes.insert(last.end, ", " + item);
}

void remove_items(std::string_view text, const std::vector<InlineItem>& items, const std::vector<bool>& gone,
                  Changes& changes) {
    const bool one_line =
        is_plain(text.substr(items.front().whole().begin, items.back().whole().end - items.front().whole().begin)) &&
        !own_lines(text, items.back().whole());
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (!gone[i]) continue;
        if (!one_line) {
            remove_alone(text, items[i].whole(), changes);
            continue;
        }
        std::size_t next = i;
        while (next < items.size() && gone[next]) ++next;
        if (next < items.size()) {
            changes.remove({items[i].whole().begin, items[next].whole().begin});
        } else {
            changes.remove({items[i - 1].whole().end, items.back().whole().end});
        }
        i = next;
    }
}

}  // namespace nines::edit
