// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/export/xml_reader.hpp"

#include <stdexcept>

namespace nines::exporting_test {

namespace {

class Reader {
public:
    explicit Reader(std::string_view text) : rest_(text) {}

    Element document() {
        skip("<?xml");
        take_until("?>");
        skip_comments();
        Element root = element();
        skip_comments();
        if (!rest_.empty()) fail("something follows the root");
        return root;
    }

private:
    [[noreturn]] void fail(const std::string& what) const {
        throw std::runtime_error(what + " before: " + std::string(rest_.substr(0, 60)));
    }

    void blanks() {
        const auto first = rest_.find_first_not_of(" \n");
        rest_.remove_prefix(first == std::string_view::npos ? rest_.size() : first);
    }
    void skip(std::string_view word) {
        if (!rest_.starts_with(word)) fail("no " + std::string(word));
        rest_.remove_prefix(word.size());
    }
    std::string take_until(std::string_view end) {
        const auto at = rest_.find(end);
        if (at == std::string_view::npos) fail("no " + std::string(end));
        const std::string taken(rest_.substr(0, at));
        rest_.remove_prefix(at + end.size());
        return taken;
    }
    void skip_comments() {
        for (blanks(); rest_.starts_with("<!--"); blanks()) {
            skip("<!--");
            const std::string comment = take_until("-->");
            if (comment.find("--") != std::string::npos || comment.ends_with('-')) fail("hyphens in a comment");
        }
    }

    std::string name() {
        const auto end = rest_.find_first_of(" =/>");
        const std::string taken(rest_.substr(0, end));
        if (taken.empty() || end == std::string_view::npos) fail("no name");
        rest_.remove_prefix(end);
        return taken;
    }

    static std::string unescaped(std::string text) {
        static constexpr std::pair<std::string_view, char> entities[] = {
            {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&amp;", '&'}};
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (text[at] == '<') throw std::runtime_error("a bare < in " + text);
            if (text[at] != '&') continue;
            bool known = false;
            for (const auto& [entity, character] : entities) {
                if (known || text.compare(at, entity.size(), entity) != 0) continue;
                text.replace(at, entity.size(), 1, character);
                known = true;
            }
            if (!known) throw std::runtime_error("a bare & in " + text);
        }
        return text;
    }

    Element element() {
        skip("<");
        Element result;
        result.name = name();
        for (blanks(); !rest_.starts_with("/") && !rest_.starts_with(">"); blanks()) {
            const std::string key = name();
            skip("=\"");
            if (!result.attributes.emplace(key, unescaped(take_until("\""))).second) fail("an attribute twice");
        }
        if (rest_.starts_with("/>")) {
            skip("/>");
            return result;
        }
        skip(">");
        while (true) {
            skip_comments();
            if (rest_.starts_with("</")) break;
            if (rest_.starts_with("<")) {
                result.children.push_back(element());
            } else {
                const auto end = rest_.find('<');
                if (end == std::string_view::npos) fail("an element that does not end");
                result.text += unescaped(std::string(rest_.substr(0, end)));
                rest_.remove_prefix(end);
            }
        }
        skip("</" + result.name + ">");
        return result;
    }

    std::string_view rest_;
};

}  // namespace

std::vector<const Element*> Element::all(std::string_view child) const {
    std::vector<const Element*> found;
    for (const Element& candidate : children) {
        if (candidate.name == child) found.push_back(&candidate);
    }
    return found;
}

Element read_xml(std::string_view text) {
    return Reader(text).document();
}

}  // namespace nines::exporting_test
