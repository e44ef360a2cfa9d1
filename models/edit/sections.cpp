// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/sections.hpp"

#include <algorithm>
#include <optional>

#include "models/scenario/value_form.hpp"

namespace nines::edit {
namespace {

/// The beginning of the blank lines above `position`, which is the beginning of a line.
std::size_t above_blanks(std::string_view text, std::size_t position) {
    while (position > 0) {
        const std::size_t above = line_begin(text, position - 1);
        if (!is_blank(text.substr(above, position - above))) return position;
        position = above;
    }
    return position;
}

/// The end of the blank lines from `position` on.
std::size_t below_blanks(std::string_view text, std::size_t position) {
    while (position < text.size()) {
        const std::size_t below = line_end(text, position);
        if (!is_blank(text.substr(position, below - position))) return position;
        position = below;
    }
    return position;
}

std::string joined(const std::vector<std::string>& lines, const std::string& line_end) {
    std::string text;
    for (const std::string& line : lines) text += line + line_end;
    return text;
}

/// Adds whole lines at the beginning of a line, or at the end of a text whose last line has no end.
void insert_lines(const TomlLayout& layout, std::size_t position, std::string lines, Changes& changes) {
    const bool after_open_line = position == layout.text.size() && position > 0 && layout.text.back() != '\n';
    if (after_open_line && line_begin(layout.text, position) != position) {
        lines = layout.line_end + lines.substr(0, lines.size() - layout.line_end.size());
    }
    changes.insert(position, std::move(lines));
}

/// Removes whole lines; if the last line of the text has no end, the line before loses its own.
void remove_lines(const TomlLayout& layout, Span lines, Changes& changes) {
    const std::string_view text = layout.text;
    const bool open = lines.end == text.size() && !lines.empty() && text.back() != '\n';
    if (open && lines.begin > 0 && text[lines.begin - 1] == '\n') {
        --lines.begin;
        if (lines.begin > 0 && text[lines.begin - 1] == '\r') --lines.begin;
    }
    changes.remove(lines);
}

/// The column of the equals signs where keys of different lengths have them in one column.
std::optional<std::size_t> common_column(const TomlLayout& layout, const Section& section) {
    std::optional<std::size_t> column;
    bool differ = false;
    std::size_t first_length = 0;
    for (std::size_t i = section.first; i < section.last; ++i) {
        const Assignment& assignment = layout.assignments[i];
        const Span key{assignment.key.front().span.begin, assignment.key.back().span.end};
        const std::size_t equals = layout.text.find('=', key.end) - key.begin;
        if (column && *column != equals) return std::nullopt;
        if (column && key.size() != first_length) differ = true;
        if (!column) first_length = key.size();
        column = equals;
    }
    return differ ? column : std::nullopt;
}

std::string line_of(const TomlLayout& layout, const Section& section, const std::string& indent, const std::string& key,
                    const std::string& value) {
    std::string text = indent + key + " ";
    if (const auto column = common_column(layout, section); column && key.size() + 1 < *column) {
        text.append(*column - key.size() - 1, ' ');
    }
    return text + "= " + value + layout.line_end;
}

}  // namespace

std::string header_text(const Steps& path) {
    std::string text;
    for (const Step& step : path) {
        if (!text.empty()) text += '.';
        text += scenario::toml_key(step.key);
    }
    return path.back().element == Step::no_element ? "[" + text + "]" : "[[" + text + "]]";
}

void insert_behind(const TomlLayout& layout, const Section& section, const std::vector<std::string>& lines,
                   Changes& changes) {
    const bool at_end = below_blanks(layout.text, section.end) == layout.text.size();
    const std::size_t next = below_blanks(layout.text, section.end);
    const bool nothing_before = is_blank(layout.text.substr(0, section.end));
    const bool compact = section.key.empty() ? false : above_blanks(layout.text, section.begin) == section.begin;
    // A comment that ends the text would be taken for one about the new table.
    const bool ends_with_comment = section.end != layout.last_line_end(section);
    const bool spaced_at_end = ends_with_comment || (!compact && !nothing_before);
    const bool spaced = at_end ? spaced_at_end : next != section.end;
    std::string added = joined(lines, layout.line_end);
    if (spaced) added = layout.line_end + added;
    insert_lines(layout, section.end, std::move(added), changes);
}

void insert_before(const TomlLayout& layout, const Section& section, const std::vector<std::string>& lines,
                   Changes& changes) {
    const bool spaced = above_blanks(layout.text, section.begin) != section.begin;
    changes.insert(section.begin, joined(lines, layout.line_end) + (spaced ? layout.line_end : std::string()));
}

void insert_line(const TomlLayout& layout, const Section& section, const std::string& key, const std::string& value,
                 Changes& changes) {
    if (section.first != section.last)
        return insert_line(layout, layout.assignments[section.last - 1], key, value, changes);
    const std::size_t bracket = std::min(layout.text.find('[', section.header.begin), section.header.end);
    const std::string indent(layout.text.substr(section.header.begin, bracket - section.header.begin));
    insert_lines(layout, section.header.end, line_of(layout, section, indent, key, value), changes);
}

void insert_line(const TomlLayout& layout, const Assignment& behind, const std::string& key, const std::string& value,
                 Changes& changes) {
    const std::size_t begin = behind.lines.begin;
    const std::string indent(layout.text.substr(begin, behind.key.front().span.begin - begin));
    const Section& section = layout.sections[behind.section];
    insert_lines(layout, behind.lines.end, line_of(layout, section, indent, key, value), changes);
}

void remove_line(const TomlLayout& layout, const Assignment& assignment, Changes& changes) {
    remove_lines(layout, assignment.lines, changes);
}

void remove_sections(const TomlLayout& layout, const std::vector<std::size_t>& sections, Changes& changes) {
    const std::string_view text = layout.text;
    for (std::size_t i = 0; i < sections.size(); ++i) {
        Span lines{layout.sections[sections[i]].begin, layout.sections[sections[i]].end};
        while (i + 1 < sections.size() &&
               is_blank(text.substr(lines.end, layout.sections[sections[i + 1]].begin - lines.end))) {
            lines.end = layout.sections[sections[++i]].end;
        }
        const std::size_t above = above_blanks(text, lines.begin);
        const std::size_t below = below_blanks(text, lines.end);
        if (below == text.size() || (above > 0 && lines.begin - above < below - lines.end)) {
            lines.begin = above;
        } else {
            lines.end = below;
        }
        remove_lines(layout, lines, changes);
    }
}

}  // namespace nines::edit
