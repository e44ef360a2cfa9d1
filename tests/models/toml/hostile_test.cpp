// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <filesystem>
#include <string>

#include <sys/stat.h>

#include "models/scenario/codes.hpp"
#include "models/toml/prescan.hpp"
#include "models/toml/read.hpp"
#include "tests/catch.hpp"
#include "tests/models/toml/folder.hpp"

namespace nines::scenario {
namespace {

/// Reads, and fails when that is not a matter of moments. (Well below a second when alone; the bound leaves room for
/// sanitizers and a busy machine.)
template <class Read>
ReadResult in_time(const Read& read) {
    const auto begin = std::chrono::steady_clock::now();
    ReadResult result = read();
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));
    return result;
}

std::string code_of_text(const std::string& text) {
    const ReadResult result = in_time([&] { return read_text("hostile.toml", text); });
    return result.diagnostics.empty() ? std::string("accepted") : result.diagnostics[0].code;
}

std::string code_of_file(const std::string& path) {
    const ReadResult result = in_time([&] { return read_file(path); });
    return result.diagnostics.empty() ? std::string("accepted") : result.diagnostics[0].code;
}

std::string repeated(std::string_view part, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += part;
    return text;
}

}  // namespace

TEST_CASE("keys of very many parts are refused before they reach the parser", "[hostile]") {
    CHECK(code_of_text("format = 1\n" + repeated("a.", 50'000) + "a = 1\n") == codes::nested_too_deep.id);
    CHECK(code_of_text("format = 1\n[" + repeated("a.", 50'000) + "a]\n") == codes::nested_too_deep.id);
    CHECK(code_of_text("format = 1\n" + repeated("a . ", 50'000) + "a = 1\n") == codes::nested_too_deep.id);
    CHECK(code_of_text("format = 1\n" + repeated("'a'.\"b\".", 25'000) + "a = 1\n") == codes::nested_too_deep.id);
    CHECK(code_of_text("format = 1\na = {" + repeated("a.", 50'000) + "a = 1}\n") == codes::nested_too_deep.id);
    CHECK(code_of_text("format = 1\n\"\"\"x\"\"\"\"\n" + repeated("a.", 50'000) + "a = 1\n") ==
          codes::nested_too_deep.id);
}

TEST_CASE("nesting is limited in brackets, in dots and in both together", "[hostile]") {
    CHECK(code_of_text("format = 1\na = " + repeated("[", 300) + repeated("]", 300)) == codes::nested_too_deep.id);
    CHECK(code_of_text("format = 1\na = " + repeated("[", 1'000'000)) == codes::nested_too_deep.id);
    CHECK(code_of_text("format = 1\na = " + repeated("{a=", 300) + "1" + repeated("}", 300)) ==
          codes::nested_too_deep.id);
    const std::string dotted = repeated("a.", 60) + "a";
    CHECK(code_of_text("format = 1\n" + dotted + " = {" + dotted + " = {" + dotted + " = 1}}\n") ==
          codes::nested_too_deep.id);
    CHECK(code_of_text("format = 1\na = " + repeated("[", 60) + repeated("]", 60)) == "accepted");
}

TEST_CASE("dots and brackets inside strings and comments are harmless", "[hostile]") {
    const std::string dots = repeated("a.", 1000) + repeated("[", 1000);
    CHECK(code_of_text("format = 1 # " + dots + "\na = \"" + dots + "\"\nb = '" + dots + "'\n") == "accepted");
    CHECK(code_of_text("format = 1\na = \"\"\"\n" + dots + "\\\"\"\" " + dots + "\"\"\"\"\"\nb = '''" + dots + "'" +
                       dots + "''''\n") == "accepted");
    CHECK(code_of_text("format = 1\na = \"\\\\\"\nb = \"\\\"" + dots + "\"\n") == "accepted");
}

TEST_CASE("the place of a hostile key counts lines and characters", "[hostile]") {
    const auto hostile = find_hostile("a = 1\n\"\xc3\xa9\"." + repeated("b.", 64) + "c = 1\n");
    REQUIRE(hostile);
    CHECK(hostile->line == 2);
    CHECK(hostile->column == 4 + 128);  // "e". is four characters; the 65th dot is the 128th after them.
}

TEST_CASE("odd characters and broken strings are errors, not crashes", "[hostile]") {
    CHECK(code_of_text("[=") == codes::syntax.id);
    CHECK(code_of_text("\xef\xb3\xbf = 1\n") == codes::syntax.id);  // U+FCFF.
    CHECK(code_of_text(std::string("a = \"\0\"\n", 8)) == codes::syntax.id);
    CHECK(code_of_text("a = \"\\") == codes::syntax.id);
    CHECK(code_of_text("a = '''") == codes::syntax.id);
    CHECK(code_of_text("\"\"\"") == codes::syntax.id);
    CHECK(code_of_text("a = \"\xed\xa0\x80\"\n") == codes::syntax.id);  // Half of a surrogate pair.
    CHECK(code_of_text(std::string(1'000'000, '"')) == codes::syntax.id);
}

TEST_CASE("large numbers are just numbers here", "[hostile]") {
    CHECK(code_of_text("format = 1\n[group.web]\ncount = 1000000000\nx = 1e308\ny = inf\nz = nan\n") == "accepted");
    CHECK(code_of_text("format = 1e999\n") == codes::syntax.id);
}

TEST_CASE("large texts are read in time or refused", "[hostile]") {
    std::string tables = "format = 1\n";
    for (int i = 0; i < 100'000; ++i) tables += "[node.n" + std::to_string(i) + "]\nmtbf = \"90 d\"\n";
    CHECK(code_of_text(tables) == "accepted");
    CHECK(code_of_text("format = 1\na = [" + repeated("\"x\",", 500'000) + "]\n") == "accepted");
    CHECK(code_of_text("format = 1\n" + std::string(max_file_bytes, '#')) == codes::file_too_large.id);
}

TEST_CASE("only regular files of a sensible size are read", "[hostile]") {
    const Folder folder;
    CHECK(code_of_file(folder.file("")) == codes::not_a_regular_file.id);
    CHECK(code_of_file("/dev/zero") == codes::not_a_regular_file.id);

    const std::string pipe = folder.file("pipe");
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    CHECK(code_of_file(pipe) == codes::not_a_regular_file.id);

    const std::string large = folder.write("large.toml", "format = 1\n");
    std::filesystem::resize_file(large, max_file_bytes + 1);
    CHECK(code_of_file(large) == codes::file_too_large.id);
    CHECK(code_of_file(std::string(100'000, 'x')) == codes::cannot_read.id);
}

}  // namespace nines::scenario
