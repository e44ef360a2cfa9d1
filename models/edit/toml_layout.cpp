// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/toml_layout.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace nines::edit {
namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

bool is_comment(std::string_view line) {
    const std::size_t first = line.find_first_not_of(" \t");
    return first != std::string_view::npos && line[first] == '#';
}

/// A comment that divides a file into parts, "# --- where ---", belongs to no table.
bool is_divider(std::string_view line) {
    return line.find("---") != std::string_view::npos || line.find("===") != std::string_view::npos ||
           line.find("###") != std::string_view::npos;
}

class LayoutReader {
public:
    explicit LayoutReader(std::string_view text) : text_(text), scanner_(text) { layout_.text = text; }

    TomlLayout run() {
        scanner_.take(byte_order_mark);
        begin_of_text_ = scanner_.position();
        const auto lines = static_cast<std::size_t>(std::count(text_.begin(), text_.end(), '\n'));
        layout_.assignments.reserve(lines + 1);
        layout_.sections.reserve(lines / 4 + 1);
        layout_.sections.emplace_back();
        layout_.sections.front().header = {begin_of_text_, begin_of_text_};
        const std::size_t first_end = text_.find('\n');
        if (first_end != std::string_view::npos && first_end > 0 && text_[first_end - 1] == '\r') {
            layout_.line_end = "\r\n";
        }
        while (!scanner_.at_end()) {
            const std::size_t line = scanner_.position();
            if (read_line()) continue;
            fail(line);
            break;
        }
        layout_.sections.back().last = layout_.assignments.size();
        find_borders();
        return std::move(layout_);
    }

private:
    /// One line, or as many as a value takes. False where it cannot go on.
    bool read_line() {
        const std::size_t begin = scanner_.position();
        scanner_.skip_blanks();
        if (scanner_.peek() == '[') {
            if (!read_header(begin)) return false;
        } else if (scanner_.peek() != '#' && scanner_.peek() != '\r' && scanner_.peek() != '\n' && !scanner_.at_end()) {
            if (!read_assignment(begin)) return false;
        } else {
            if (scanner_.peek() == '#') scanner_.skip_to_line_end();
            return scanner_.take_line_end();
        }
        return true;
    }

    bool read_rest_of_line() {
        scanner_.skip_blanks();
        if (scanner_.peek() == '#') scanner_.skip_to_line_end();
        return scanner_.take_line_end();
    }

    bool read_header(std::size_t begin) {
        Section section;
        scanner_.take("[");
        section.element = scanner_.take("[");
        auto key = scanner_.take_key();
        if (!key || !scanner_.take(section.element ? "]]" : "]") || !read_rest_of_line()) return false;
        section.key = std::move(*key);
        section.header = {begin, scanner_.position()};
        section.path = path_of_header(section);
        layout_.sections.back().last = layout_.assignments.size();
        section.first = layout_.assignments.size();
        layout_.sections.push_back(std::move(section));
        return true;
    }

    /// A header means the table that stands last in each array of tables on its way.
    Steps path_of_header(const Section& section) {
        Steps path;
        path.reserve(section.key.size());
        if (elements_.empty() && !section.element) {  // Mostly: then there is nothing to look up.
            for (const KeyPart& part : section.key) path.push_back({part.name, Step::no_element});
            return path;
        }
        std::string joined;
        for (std::size_t i = 0; i < section.key.size(); ++i) {
            Step step{section.key[i].name, Step::no_element};
            joined += '\0';
            joined += step.key;
            if (section.element && i + 1 == section.key.size()) {
                step.element = elements_[joined]++;
            } else if (const auto known = elements_.find(joined); known != elements_.end()) {
                step.element = known->second - 1;
            }
            if (step.element != Step::no_element) joined += '\1' + std::to_string(step.element);
            path.push_back(std::move(step));
        }
        return path;
    }

    bool read_assignment(std::size_t begin) {
        Assignment assignment;
        auto key = scanner_.take_key();
        if (!key || !scanner_.take("=")) return false;
        const auto value = scanner_.take_value();
        if (!value || !read_rest_of_line()) return false;
        assignment.key = std::move(*key);
        assignment.value = *value;
        assignment.lines = {begin, scanner_.position()};
        assignment.section = layout_.sections.size() - 1;
        layout_.assignments.push_back(std::move(assignment));
        return true;
    }

    void fail(std::size_t line) {
        const auto begin = text_.begin();
        layout_.problem_line = static_cast<std::size_t>(std::count(begin, begin + std::ptrdiff_t(line), '\n')) + 1;
    }

    /// To which section the comments between two of them belong.
    void find_borders() {
        for (std::size_t i = 0; i < layout_.sections.size(); ++i) {
            Section& section = layout_.sections[i];
            const std::size_t floor = i == 0 ? begin_of_text_ : layout_.last_line_end(layout_.sections[i - 1]);
            section.begin = i == 0 ? begin_of_text_ : begin_with_comments(section.header.begin, floor);
        }
        for (std::size_t i = 0; i < layout_.sections.size(); ++i) {
            Section& section = layout_.sections[i];
            const bool is_last = i + 1 == layout_.sections.size();
            section.end = end_with_comments(layout_.last_line_end(section),
                                            is_last ? text_.size() : layout_.sections[i + 1].begin);
        }
    }

    std::size_t begin_with_comments(std::size_t header, std::size_t floor) const {
        std::size_t begin = header;
        while (begin > floor) {
            const std::size_t above = line_begin(text_, begin - 1);
            const std::string_view line = text_.substr(above, begin - above);
            if (above < floor || !is_comment(line) || is_divider(line)) break;
            begin = above;
        }
        // What a file begins with is about the file.
        return begin == begin_of_text_ && begin != header ? header : begin;
    }

    /// Comments below the last line that a blank line, or the end of the text, follows.
    std::size_t end_with_comments(std::size_t end, std::size_t ceiling) const {
        std::size_t below = end;
        while (below < ceiling) {
            const std::size_t next = line_end(text_, below);
            const std::string_view line = text_.substr(below, next - below);
            if (is_blank(line)) return below;
            if (!is_comment(line) || is_divider(line) || next > ceiling) return end;
            below = next;
        }
        return ceiling == text_.size() ? below : end;
    }

    std::string_view text_;
    TomlScanner scanner_;
    TomlLayout layout_;
    std::size_t begin_of_text_ = 0;
    std::unordered_map<std::string, std::int64_t> elements_;  ///< How many tables each array of tables has so far.
};

}  // namespace

Steps steps_of(const Path& path) {
    Steps steps;
    steps.reserve(path.size());
    for (const std::string& key : path) steps.push_back({key, Step::no_element});
    return steps;
}

bool starts_with(const Steps& path, const Steps& prefix) {
    if (path.size() < prefix.size()) return false;
    // From behind: many things share their kind, few their id.
    return std::equal(prefix.rbegin(), prefix.rend(), path.rbegin() + std::ssize(path) - std::ssize(prefix));
}

Steps TomlLayout::path_of(const Assignment& assignment) const {
    Steps path = sections[assignment.section].path;
    for (const KeyPart& part : assignment.key) path.push_back({part.name, Step::no_element});
    return path;
}

std::size_t TomlLayout::last_line_end(const Section& section) const {
    return section.first == section.last ? section.header.end : assignments[section.last - 1].lines.end;
}

TomlLayout layout_of(std::string_view text) {
    return LayoutReader(text).run();
}

std::size_t line_begin(std::string_view text, std::size_t position) {
    const std::size_t before = position == 0 ? std::string_view::npos : text.rfind('\n', position - 1);
    return before == std::string_view::npos ? 0 : before + 1;
}

std::size_t line_end(std::string_view text, std::size_t position) {
    const std::size_t end = text.find('\n', position);
    return end == std::string_view::npos ? text.size() : end + 1;
}

bool is_blank(std::string_view lines) {
    return lines.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace nines::edit
