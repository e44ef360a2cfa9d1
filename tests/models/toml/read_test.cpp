// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/toml/read.hpp"

#include <string>
#include <vector>

#include "models/scenario/codes.hpp"
#include "tests/catch.hpp"
#include "tests/models/toml/folder.hpp"

namespace nines::scenario {
namespace {

Table good(std::string_view text) {
    const ReadResult result = read_text("test.toml", text);
    for (const Diagnostic& diagnostic : result.diagnostics) UNSCOPED_INFO(diagnostic.message);
    REQUIRE(result.diagnostics.empty());
    return result.document.root;
}

/// The only diagnostic of a text.
Diagnostic only_error(std::string_view text) {
    const ReadResult result = read_text("test.toml", text);
    INFO(text);
    REQUIRE(result.diagnostics.size() == 1);
    return result.diagnostics[0];
}

const Value& at(const Table& table, std::string_view kind, std::string_view id, std::string_view key) {
    return *find(*find(*find(table, kind)->table(), id)->table(), key);
}

}  // namespace

TEST_CASE("every kind of value is kept with its place", "[read]") {
    const Table root = good(
        "format = 1\n"
        "[node.web]\n"
        "text = \"90 d\"\n"
        "integer = 3\n"
        "float = 1.5\n"
        "  flag = true\n"
        "list = [1, \"two\"]\n"
        "date = 2026-01-05T09:00:00\n"
        "table = { inter = \"1 s\" }\n");
    const auto node = [&root](std::string_view key) { return at(root, "node", "web", key); };
    CHECK(*node("text").string() == "90 d");
    CHECK(*node("integer").get_if<std::int64_t>() == 3);
    CHECK(*node("float").get_if<double>() == 1.5);
    CHECK(*node("flag").get_if<bool>());
    CHECK(node("list").array()->items.size() == 2);
    CHECK(node("date").get_if<DateTime>()->text == "2026-01-05T09:00:00");
    CHECK(*find(*node("table").table(), "inter")->string() == "1 s");

    CHECK(node("text").origin.source == Source::file);
    CHECK(node("flag").origin.place.line == 6);
    CHECK(node("flag").origin.place.column == 10);
    CHECK(find_entry(*find(*find(root, "node")->table(), "web")->table(), "flag")->key_place.column == 3);
    CHECK(node("list").array()->items[1].origin.place.column == 12);
    CHECK(find(root, "format") == nullptr);
}

TEST_CASE("keys come back in the order in which they were written", "[read]") {
    const Table root = good("format = 1\n[node.z]\nz = 1\nm = 2\na = 3\n[node.b]\n[group.a]\n");
    const Table& node = *find(root, "node")->table();
    CHECK(root.entries[0].key == "node");
    CHECK(root.entries[1].key == "group");
    CHECK(node.entries[0].key == "z");
    CHECK(node.entries[1].key == "b");
    const Table& z = *node.entries[0].value.table();
    CHECK(z.entries[0].key == "z");
    CHECK(z.entries[1].key == "m");
    CHECK(z.entries[2].key == "a");
}

TEST_CASE("a character inside a string has its own column", "[read]") {
    const Table root = good(
        "format = 1\n"
        "[node.web]\n"
        "plain = \"exp(mean 4 m)\"\n"
        "\"schl\xc3\xbcssel\" = 'exp(mean 4 m)'\n"
        "escaped = \"a\\tb c\"\n"
        "long = \"\"\"exp(mean 4 m)\"\"\"\n");
    CHECK(place_at(at(root, "node", "web", "plain"), 11).column == 10 + 11);
    // The key has 11 characters with its quotes, in 12 bytes.
    CHECK(place_at(at(root, "node", "web", "schl\xc3\xbcssel"), 11).column == 16 + 11);
    CHECK(place_at(at(root, "node", "web", "escaped"), 3).column == 11);
    CHECK(place_at(at(root, "node", "web", "long"), 3).column == 8);
}

TEST_CASE("a byte order mark and the line ends of other systems are fine", "[read]") {
    const Table root = good(
        "\xef\xbb\xbf"
        "format = 1\r\n[node.web]\r\nmtbf = \"90 d\"\r\n");
    CHECK(*at(root, "node", "web", "mtbf").string() == "90 d");
    CHECK(at(root, "node", "web", "mtbf").origin.place.line == 3);
    CHECK(at(root, "node", "web", "mtbf").content_column == 9);
}

TEST_CASE("a syntax error has its line and column", "[read]") {
    const Diagnostic error = only_error("format = 1\n[node.web]\nmtbf = 90 d\n");
    CHECK(error.code == codes::syntax.id);
    CHECK(error.place.line == 3);
    CHECK(error.place.column > 7);
    CHECK(only_error("format = 1\na = 1\na = 2\n").place.line == 3);
    CHECK(only_error("format = 1\n[node.web\n").place.line == 2);
    CHECK(only_error("format = 1\na = \"\xff\"\n").code == codes::syntax.id);
    CHECK(only_error("format = 1\na = 99999999999999999999\n").code == codes::syntax.id);
}

TEST_CASE("the format must be said and known", "[read]") {
    const Diagnostic missing = only_error("[node.web]\n");
    CHECK(missing.code == codes::format_missing.id);
    CHECK(missing.place.line == 1);
    CHECK(missing.hint.find("format = 1") != std::string::npos);
    CHECK(only_error("").code == codes::format_missing.id);

    const Diagnostic other = only_error("# comment\nformat = 2\n");
    CHECK(other.code == codes::format_unknown.id);
    CHECK(other.place.line == 2);
    CHECK(other.place.column == 10);
    CHECK(only_error("format = \"1\"\n").code == codes::format_unknown.id);
}

TEST_CASE("a preset's values say that they come from a preset", "[read]") {
    const ReadResult preset = read_preset_text("cloud.toml", "[node.cloud-vm]\nmtbf = \"1 y\"\n", 7);
    REQUIRE(preset.diagnostics.empty());
    const Value& mtbf = at(preset.document.root, "node", "cloud-vm", "mtbf");
    CHECK(mtbf.origin.source == Source::preset);
    CHECK(mtbf.origin.place.file == 7);
    CHECK(mtbf.origin.place.line == 2);
    CHECK(preset.document.files.size() == 1);
    CHECK(read_preset_text("cloud.toml", "include = [\"a\"]\n", 1).diagnostics[0].code == codes::include_invalid.id);
}

TEST_CASE("a file is read with its path and digest", "[read]") {
    const Folder folder;
    const std::string text = "format = 1\n[node.web]\nmtbf = \"90 d\"\n";
    const std::string path = folder.write("web.toml", text);
    const ReadResult result = read_file(path);
    REQUIRE(result.diagnostics.empty());
    REQUIRE(result.document.files.size() == 1);
    CHECK(result.document.files[0].path == path);
    CHECK(result.document.files[0].sha256 == sha256(text));
}

TEST_CASE("a file that is not there is named with the reason", "[read]") {
    const Folder folder;
    const ReadResult result = read_file(folder.file("none.toml"));
    REQUIRE(result.diagnostics.size() == 1);
    CHECK(result.diagnostics[0].code == codes::cannot_read.id);
    CHECK(result.diagnostics[0].message.find("No such file") != std::string::npos);
    CHECK(result.document.files.size() == 1);
}

}  // namespace nines::scenario
