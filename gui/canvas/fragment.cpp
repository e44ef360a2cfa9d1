// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/canvas/fragment.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace nines::gui {
namespace {

/// Tells lines that begin a table from those within a list or a string of several lines.
class LineScanner {
public:
    /// Takes the next line; true: it is the header of a table.
    bool is_header(std::string_view line) {
        const bool at_top = depth_ == 0 && quote_.empty();
        const std::size_t first = line.find_first_not_of(" \t");
        if (at_top && first != std::string_view::npos && line[first] == '[') return true;
        scan(line);
        return false;
    }

private:
    void scan(std::string_view line) {
        std::size_t at = 0;
        while (at < line.size()) {
            if (!quote_.empty()) {
                at = after_quote(line, at);
            } else if (line[at] == '#') {
                return;
            } else if (line[at] == '"' || line[at] == '\'') {
                at = into_quote(line, at);
            } else {
                if (line[at] == '[' || line[at] == '{') ++depth_;
                if (line[at] == ']' || line[at] == '}') --depth_;
                ++at;
            }
        }
        if (quote_.size() == 1) quote_.clear();  // a string of one line ends with it
    }

    std::size_t into_quote(std::string_view line, std::size_t at) {
        const std::string_view three = line.substr(at, 3);
        const bool is_long = three == "\"\"\"" || three == "'''";
        quote_ = std::string(is_long ? three : line.substr(at, 1));
        return at + quote_.size();
    }

    std::size_t after_quote(std::string_view line, std::size_t at) {
        if (quote_.front() == '"' && line[at] == '\\') return at + 2;
        if (line.substr(at, quote_.size()) != quote_) return at + 1;
        const std::size_t length = quote_.size();
        quote_.clear();
        return at + length;
    }

    int depth_ = 0;
    std::string quote_;
};

/// The first two keys of `[kind.id]` or `[[kind.id.failure]]`.
std::optional<edit::ThingName> thing_of_header(std::string_view line) {
    std::vector<std::string> keys(1);
    char quote = 0;
    for (std::size_t at = line.find_first_not_of(" \t["); at < line.size(); ++at) {
        const char letter = line[at];
        if (quote != 0) {
            if (letter == quote) {
                quote = 0;
            } else {
                keys.back() += letter;
            }
        } else if (letter == '"' || letter == '\'') {
            quote = letter;
        } else if (letter == ']') {
            break;
        } else if (letter == '.') {
            keys.emplace_back();
        } else if (letter != ' ' && letter != '\t') {
            keys.back() += letter;
        }
    }
    constexpr std::string_view defaults = "defaults";  // says something about a kind, not about a thing
    if (keys.size() < 2 || keys[0].empty() || keys[1].empty() || keys[0] == defaults || keys[0] == "scenario")
        return {};
    return edit::ThingName{keys[0], keys[1]};
}

/// Calls `take(line with its end, thing)`; comments directly above a header belong to it.
template <class Take>
void for_each_line(std::string_view text, Take take) {
    LineScanner scanner;
    std::optional<edit::ThingName> thing;
    std::string comments;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end == std::string_view::npos ? text.size() : end + 1);
        text.remove_prefix(line.size());
        const std::size_t first = line.find_first_not_of(" \t");
        if (scanner.is_header(line)) {
            thing = thing_of_header(line);
        } else if (first != std::string_view::npos && line[first] == '#') {
            comments += line;
            continue;
        }
        take(comments + std::string(line), thing);
        comments.clear();
    }
    if (!comments.empty()) take(comments, thing);
}

/// An id that neither text has, given that `id` is taken.
std::string other_id(std::string_view text, const std::set<edit::ThingName>& own, const edit::ThingName& name) {
    std::string id = edit::free_id(text, name.kind, name.id);
    while (own.count({name.kind, id}) > 0) id = edit::free_id(text, name.kind, id + "-2");
    return id;
}

}  // namespace

std::vector<edit::ThingName> things_in_text(std::string_view text) {
    std::vector<edit::ThingName> names;
    for_each_line(text, [&](const std::string&, const std::optional<edit::ThingName>& thing) {
        if (thing && std::find(names.begin(), names.end(), *thing) == names.end()) names.push_back(*thing);
    });
    return names;
}

std::string text_of_things(std::string_view text, const std::vector<edit::ThingName>& names) {
    std::string result;
    for_each_line(text, [&](const std::string& line, const std::optional<edit::ThingName>& thing) {
        if (thing && std::find(names.begin(), names.end(), *thing) != names.end()) result += line;
    });
    while (result.ends_with("\n\n")) result.pop_back();
    return result;
}

Pasted paste_text(std::string_view text, std::string_view fragment) {
    const std::vector<edit::ThingName> wanted = things_in_text(fragment);
    Pasted pasted{{std::string(text), {}}, {}};
    if (wanted.empty()) {
        pasted.edited.problem = "the clipboard holds no things of a scenario";
        return pasted;
    }
    const std::vector<edit::ThingName> known = things_in_text(text);
    const std::set<edit::ThingName> taken(known.begin(), known.end());
    std::set<edit::ThingName> own(wanted.begin(), wanted.end());
    std::string added = text_of_things(fragment, wanted);
    for (const edit::ThingName& name : wanted) {
        pasted.names.push_back(name);
        if (taken.count(name) == 0) continue;
        const std::string id = other_id(text, own, name);
        const edit::Edited renamed = edit::rename_thing(added, name, id);
        if (!renamed.ok()) {
            pasted.edited.problem = renamed.problem;
            return pasted;
        }
        added = renamed.text;
        pasted.names.back().id = id;
        own.insert(pasted.names.back());
    }
    std::string& whole = pasted.edited.text;
    if (!whole.empty() && !whole.ends_with('\n')) whole += '\n';
    whole += (whole.empty() ? "" : "\n") + added;
    return pasted;
}

}  // namespace nines::gui
