// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/edit/texts.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include "models/toml/convert.hpp"
#include "models/validate/open.hpp"
#include "tests/catch.hpp"

namespace nines::edit {
namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::optional<scenario::Table> parse(const std::string& text) {
    scenario::Diagnostics diagnostics;
    return scenario::parse_toml(text, 0, scenario::Source::file, diagnostics);
}

const char* const everything = R"(# What TOML can do
format = 1 # the first
  [ scenario ]   # blanks
  name = """
several
"lines" with \
   an escape""" # behind
description = '''
raw # no comment
'''
[node]
inline = { mtbf = "1 d", 'mttr' = '1 h', failure = [ { name = "x", afr = 0.1 } ] }
dotted.mtbf = "2 d"
dotted."mttr" = "a \"quoted\" [string]"
# of sections
[node."quo ted"]
[[node.many.failure]]
name = "a"   # one
[[node.many.failure]]

name = "b"
tags = [ # begin
    "one", # first
    # between
    "two"
    , 'three'   ,
]   # end
[group.late]
odd = 1979-05-27 07:32:00
hex = 0xFF_FF
huge = [[1, 2], ["a", { b = [ ] }]]
# the end)";

void gather(const std::string& path, const scenario::Value& value,
            std::vector<std::pair<std::string, std::string>>& leaves) {
    if (const scenario::Table* table = value.table()) {
        for (const scenario::Entry& entry : table->entries) gather(path + "." + entry.key, entry.value, leaves);
        if (table->entries.empty()) leaves.emplace_back(path, "{}");
    } else if (const scenario::Array* array = value.array()) {
        for (std::size_t i = 0; i < array->items.size(); ++i)
            gather(fmt::format("{}[{}]", path, i), array->items[i], leaves);
        if (array->items.empty()) leaves.emplace_back(path, "[]");
    } else if (const std::string* text = value.string()) {
        leaves.emplace_back(path, "\"" + *text + "\"");
    } else if (const auto* number = value.get_if<std::int64_t>()) {
        leaves.emplace_back(path, fmt::format("{}", *number));
    } else if (const auto* decimal = value.get_if<double>()) {
        leaves.emplace_back(path, fmt::format("{}", *decimal));
    } else if (const auto* flag = value.get_if<bool>()) {
        leaves.emplace_back(path, *flag ? "true" : "false");
    } else if (const auto* date = value.get_if<scenario::DateTime>()) {
        leaves.emplace_back(path, date->text);
    }
}

}  // namespace

std::vector<FileText> all_texts() {
    std::vector<FileText> files;
    for (const char* folder : {"scenarios", "tests/corpus/files"}) {
        for (const auto& entry : fs::recursive_directory_iterator(fs::path(NINES_SOURCE_DIR) / folder)) {
            if (entry.path().extension() != ".toml") continue;
            FileText file{entry.path().string(), entry.path().parent_path().string(), content(entry.path())};
            if (parse(file.text)) files.push_back(std::move(file));
        }
    }
    std::sort(files.begin(), files.end(), [](const FileText& a, const FileText& b) { return a.path < b.path; });
    std::string windows(everything);
    for (std::size_t i = 0; (i = windows.find('\n', i)) != std::string::npos; i += 2) windows.insert(i, "\r");
    files.push_back({"everything", "", everything});
    files.push_back({"everything with a byte order mark", "", "\xef\xbb\xbf" + std::string(everything) + "\n"});
    files.push_back({"everything with CRLF", "", windows});
    return files;
}

std::vector<FileText> some_texts() {
    std::vector<FileText> files;
    std::size_t number = 0;
    for (FileText& file : all_texts()) {
        const bool corpus = file.path.find("corpus") != std::string::npos;
        if (!corpus || ++number % 6 == 0) files.push_back(std::move(file));
    }
    return files;
}

scenario::Table tree_of(const std::string& text) {
    auto tree = parse(text);
    INFO(text);
    REQUIRE(tree);
    return std::move(*tree);
}

std::vector<std::pair<std::string, std::string>> leaves_of(const scenario::Table& table) {
    std::vector<std::pair<std::string, std::string>> leaves;
    for (const scenario::Entry& entry : table.entries) gather(entry.key, entry.value, leaves);
    std::sort(leaves.begin(), leaves.end());
    return leaves;
}

std::vector<std::string> codes_of(const FileText& file, const std::string& text) {
    std::vector<std::string> codes;
    for (const auto& diagnostic :
         validate::open_text("test.toml", text, {.overrides = {}, .folder = file.folder}).diagnostics) {
        codes.emplace_back(diagnostic.code);
    }
    std::sort(codes.begin(), codes.end());
    return codes;
}

std::vector<std::string> comments_of(const std::string& text) {
    std::vector<std::string> comments;
    char quote = '\0';
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string three = text.substr(i, 3);
        if (quote == '\0' && (three == "\"\"\"" || three == "'''")) {
            i = text.find(three, i + 3) + 2;
        } else if (quote == '\0' && (text[i] == '"' || text[i] == '\'')) {
            quote = text[i];
        } else if (quote == '"' && text[i] == '\\') {
            ++i;
        } else if (text[i] == quote) {
            quote = '\0';
        } else if (quote == '\0' && text[i] == '#') {
            const std::size_t end = std::min(text.find('\n', i), text.size());
            comments.push_back(text.substr(i, end - i));
            if (comments.back().ends_with('\r')) comments.back().pop_back();
            i = end;
        }
    }
    return comments;
}

}  // namespace nines::edit
