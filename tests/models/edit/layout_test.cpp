// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>
#include <random>
#include <string>
#include <tuple>

#include <fmt/format.h>

#include "models/edit/toml_layout.hpp"
#include "tests/catch.hpp"
#include "tests/models/edit/texts.hpp"

using namespace nines;
using namespace nines::edit;

namespace {

/// Line and column of keys and values, by the way to them.
using Places = std::map<std::string, std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t>>;

void gather(const std::string& path, const scenario::Place& key, const scenario::Value& value, Places& places) {
    const scenario::Place& at = value.origin.place;
    places[path] = {key.line, key.column, at.line, at.column};
    if (const scenario::Table* table = value.table()) {
        for (const scenario::Entry& entry : table->entries) {
            gather(path + "." + entry.key, entry.key_place, entry.value, places);
        }
    } else if (const scenario::Array* array = value.array()) {
        for (std::size_t i = 0; i < array->items.size(); ++i) {
            const scenario::Value& item = array->items[i];
            gather(fmt::format("{}[{}]", path, i), item.origin.place, item, places);
        }
    }
}

class PlacesOfLayout {
public:
    explicit PlacesOfLayout(const std::string& text) : text_(text), layout_(layout_of(text)) {
        REQUIRE(layout_.problem_line == 0);
    }

    Places run() {
        for (const Section& section : layout_.sections) {
            std::string prefix;
            for (const Step& step : section.path) prefix += name_of(step);
            for (std::size_t i = section.first; i < section.last; ++i) {
                const Assignment& assignment = layout_.assignments[i];
                std::string path = prefix;
                for (const KeyPart& part : assignment.key) path += "." + part.name;
                add(path, assignment.key.back().span, assignment.value);
            }
        }
        return std::move(places_);
    }

private:
    static std::string name_of(const Step& step) {
        return step.element == Step::no_element ? "." + step.key : fmt::format(".{}[{}]", step.key, step.element);
    }

    void add(const std::string& path, const Span& key, const Span& value) {
        const auto [key_line, key_column] = place(key.begin);
        const auto [line, column] = place(value.begin);
        places_[path] = {key_line, key_column, line, column};
        if (!is_array(text_, value) && !is_inline_table(text_, value)) return;
        std::size_t number = 0;
        for (const InlineItem& item : items_in(text_, value)) {
            std::string inner = path;
            for (const KeyPart& part : item.key) inner += "." + part.name;
            if (item.key.empty()) inner += fmt::format("[{}]", number++);
            add(inner, item.key.empty() ? item.value : item.key.back().span, item.value);
        }
    }

    std::pair<std::uint32_t, std::uint32_t> place(std::size_t position) const {
        std::uint32_t line = 1;
        std::uint32_t column = 1;
        for (std::size_t i = text_.starts_with("\xef\xbb\xbf") ? 3 : 0; i < position; ++i) {
            const bool begins_character = (static_cast<unsigned char>(text_[i]) & 0xc0) != 0x80;
            if (text_[i] == '\n') {
                ++line;
                column = 1;
            } else if (begins_character) {
                ++column;
            }
        }
        return {line, column};
    }

    const std::string& text_;
    TomlLayout layout_;
    Places places_;
};

}  // namespace

TEST_CASE("the layout puts every key and value where the reader finds it") {
    const auto files = all_texts();
    CHECK(files.size() > 250);
    for (const FileText& file : files) {
        INFO(file.path);
        Places expected;
        for (const scenario::Entry& entry : tree_of(file.text).entries) {
            gather("." + entry.key, entry.key_place, entry.value, expected);
        }
        const Places found = PlacesOfLayout(file.text).run();
        for (const auto& [path, place] : found) {
            INFO(path);
            REQUIRE(expected.contains(path));
            CHECK(expected.at(path) == place);
        }
        std::size_t strings = 0;
        for (const auto& [path, text] : leaves_of(tree_of(file.text))) strings += text.starts_with('"') ? 1U : 0U;
        CHECK(found.size() >= strings);
    }
}

TEST_CASE("the texts of strings are those that the reader finds") {
    for (const FileText& file : all_texts()) {
        if (file.path.find("CRLF") != std::string::npos) continue;
        INFO(file.path);
        const TomlLayout layout = layout_of(file.text);
        std::map<std::string, std::string> expected;
        for (const auto& [path, text] : leaves_of(tree_of(file.text))) expected["." + path] = text;
        for (const Assignment& assignment : layout.assignments) {
            if (!is_string(file.text, assignment.value)) continue;
            std::string path;
            for (const Step& step : layout.path_of(assignment)) {
                path += "." + step.key;
                if (step.element != Step::no_element) path += fmt::format("[{}]", step.element);
            }
            CHECK("\"" + string_in(file.text, assignment.value).value() + "\"" == expected.at(path));
        }
    }
}

TEST_CASE("comments belong to what stands below them, dividers and the file's own to nothing") {
    const std::string text =
        "# about the file\n[node.a]\nx = 1\n# of a\n\n# --- groups ---\n# of b\n[group.b]\n\n# free\n\n# of "
        "c\n[group.c]\n";
    const TomlLayout layout = layout_of(text);
    const auto part = [&](std::size_t i) {
        return text.substr(layout.sections[i].begin, layout.sections[i].end - layout.sections[i].begin);
    };
    REQUIRE(layout.sections.size() == 4);
    CHECK(part(1) == "[node.a]\nx = 1\n# of a\n");
    CHECK(part(2) == "# of b\n[group.b]\n");
    CHECK(part(3) == "# of c\n[group.c]\n");
}

TEST_CASE("broken and cut texts are read to where they go wrong, never beyond their end") {
    std::mt19937 random(7);
    for (const FileText& file : all_texts()) {
        for (int i = 0; i < 5; ++i) {
            std::string text = file.text.substr(0, random() % (file.text.size() + 1));
            if (!text.empty()) text[random() % text.size()] = "\"'[]{}=#,.\n\\"[random() % 12];
            const std::string exact(text.data(), text.size());
            const TomlLayout layout = layout_of(exact);
            for (const Assignment& assignment : layout.assignments) {
                CHECK(assignment.lines.end <= exact.size());
                if (is_array(exact, assignment.value) || is_inline_table(exact, assignment.value)) {
                    for (const InlineItem& item : items_in(exact, assignment.value))
                        CHECK(item.value.end <= exact.size());
                }
            }
        }
    }
    CHECK(layout_of("a = 1\nb c = 1\n").problem_line == 2);
    CHECK(layout_of("a = 1\nb = [1, \n").problem_line > 0);
    CHECK(layout_of("").problem_line == 0);
}
