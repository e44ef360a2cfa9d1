// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <string>

#include <fmt/format.h>

#include "models/scenario/codes.hpp"
#include "models/toml/read.hpp"
#include "tests/catch.hpp"
#include "tests/models/toml/folder.hpp"

namespace nines::scenario {
namespace {

Diagnostic only_error(const ReadResult& result) {
    for (const Diagnostic& diagnostic : result.diagnostics) UNSCOPED_INFO(diagnostic.message);
    REQUIRE(result.diagnostics.size() == 1);
    return result.diagnostics[0];
}

/// What a scenario that includes `name` is told.
std::string code_of_including(const Folder& folder, const std::string& name) {
    return only_error(read_file(folder.write("main.toml", "format = 1\ninclude = [\"" + name + "\"]\n"))).code;
}

const Table& web_of(const ReadResult& result) {
    return *find(*find(result.document.root, "node")->table(), "web")->table();
}

}  // namespace

TEST_CASE("the including file overrides field by field", "[include]") {
    const Folder folder;
    folder.write("base.toml", "[node.web]\nmtbf = \"1 d\"\nmttr = \"1 h\"\n");
    folder.write("more/late.toml", "format = 1\n[node.web]\nmttr = \"2 h\"\n");
    const std::string main = folder.write(
        "main.toml", "format = 1\ninclude = [\"base.toml\", \"more/late.toml\"]\n[node.web]\nmtbf = \"9 d\"\n");
    const ReadResult result = read_file(main);
    REQUIRE(result.diagnostics.empty());
    CHECK(*find(web_of(result), "mtbf")->string() == "9 d");
    CHECK(*find(web_of(result), "mttr")->string() == "2 h");  // The later include overrides the earlier.
    CHECK(find(web_of(result), "mttr")->origin.place.file == 2);
    CHECK(find(web_of(result), "mttr")->origin.place.line == 3);
    CHECK(find(result.document.root, "include") == nullptr);
    REQUIRE(result.document.files.size() == 3);
    CHECK(result.document.files[1].path == "base.toml");
}

TEST_CASE("a file included twice counts once", "[include]") {
    const Folder folder;
    folder.write("common.toml", "[[node.web.failure]]\nmtbf = \"1 d\"\n");
    folder.write("a.toml", "include = [\"common.toml\"]\n");
    const ReadResult result =
        read_file(folder.write("main.toml", "format = 1\ninclude = [\"a.toml\", \"./common.toml\"]\n"));
    REQUIRE(result.diagnostics.empty());
    CHECK(find(web_of(result), "failure")->array()->items.size() == 1);
}

TEST_CASE("without reaches the presets that are merged later", "[include]") {
    const Folder folder;
    folder.write("base.toml", "[node.web]\npreset = \"cloud-vm\"\n");
    const ReadResult result = read_file(
        folder.write("main.toml", "format = 1\ninclude = [\"base.toml\"]\n[node.web]\nwithout = [\"hang\"]\n"));
    REQUIRE(result.diagnostics.empty());
    CHECK(find(web_of(result), "without") != nullptr);
}

TEST_CASE("nothing outside the scenario's folder is included", "[include]") {
    const Folder outside;
    outside.write("secret.toml", "[node.secret]\n");
    const Folder folder;
    std::filesystem::create_symlink(outside.file("secret.toml"), folder.file("link.toml"));
    std::filesystem::create_directory_symlink(outside.file(""), folder.file("linked"));
    folder.write("inner/real.toml", "[node.web]\nmtbf = \"1 d\"\n");
    std::filesystem::create_symlink("inner/real.toml", folder.file("inside.toml"));

    CHECK(code_of_including(folder, outside.file("secret.toml")) == codes::include_outside.id);
    CHECK(code_of_including(folder, "../secret.toml") == codes::include_outside.id);
    CHECK(code_of_including(folder, "inner/../inner/real.toml") == codes::include_outside.id);
    CHECK(code_of_including(folder, "link.toml") == codes::include_outside.id);
    CHECK(code_of_including(folder, "linked/secret.toml") == codes::include_outside.id);
    CHECK(code_of_including(folder, "") == codes::include_outside.id);
    CHECK(code_of_including(folder, "inner") == codes::not_a_regular_file.id);
    CHECK(code_of_including(folder, "none.toml") == codes::cannot_read.id);

    const ReadResult inside = read_file(folder.write("main.toml", "format = 1\ninclude = [\"inside.toml\"]\n"));
    CHECK(inside.diagnostics.empty());  // A link that stays inside leads nowhere else.
}

TEST_CASE("an include that fails is reported where it is written", "[include]") {
    const Folder folder;
    const Diagnostic error =
        only_error(read_file(folder.write("main.toml", "format = 1\ninclude = [\n  \"none.toml\"]\n")));
    CHECK(error.place.line == 3);
    CHECK(error.place.column == 3);
}

TEST_CASE("an error in an included file names that file", "[include]") {
    const Folder folder;
    folder.write("bad.toml", "\n[node.web\n");
    const ReadResult result = read_file(folder.write("main.toml", "format = 1\ninclude = [\"bad.toml\"]\n"));
    const Diagnostic error = only_error(result);
    CHECK(error.place.file == 1);
    CHECK(error.place.line == 2);
    CHECK(format_diagnostic(error, result.document.files).find("bad.toml:2:") == 0);

    folder.write("bad.toml", "format = 3\n");
    CHECK(only_error(read_file(folder.file("main.toml"))).code == codes::format_unknown.id);
}

TEST_CASE("files that include each other are reported, not followed", "[include]") {
    const Folder folder;
    folder.write("a.toml", "include = [\"b.toml\"]\n");
    folder.write("b.toml", "include = [\"a.toml\"]\n");
    CHECK(code_of_including(folder, "a.toml") == codes::include_cycle.id);
    CHECK(code_of_including(folder, "main.toml") == codes::include_cycle.id);
}

TEST_CASE("chains of includes are limited", "[include]") {
    const Folder folder;
    for (int i = 1; i <= 9; ++i) {
        folder.write(fmt::format("{}.toml", i), i < 9 ? fmt::format("include = [\"{}.toml\"]\n", i + 1) : "");
    }
    CHECK(read_file(folder.write("main.toml", "format = 1\ninclude = [\"2.toml\"]\n")).diagnostics.empty());
    CHECK(code_of_including(folder, "1.toml") == codes::include_limit.id);
}

TEST_CASE("the number of files is limited", "[include]") {
    const Folder folder;
    std::string names;
    for (int i = 0; i < 63; ++i) {
        folder.write(fmt::format("{}.toml", i), "");
        names += fmt::format("\"{}.toml\", ", i);
    }
    folder.write("last.toml", "");
    CHECK(read_file(folder.write("main.toml", "format = 1\ninclude = [" + names + "]\n")).diagnostics.empty());
    const ReadResult result =
        read_file(folder.write("main.toml", "format = 1\ninclude = [" + names + "\"last.toml\"]\n"));
    CHECK(only_error(result).code == codes::include_limit.id);
}

TEST_CASE("include must be a list of names", "[include]") {
    CHECK(only_error(read_text("t", "format = 1\ninclude = \"a.toml\"\n")).code == codes::include_invalid.id);
    CHECK(only_error(read_text("t", "format = 1\ninclude = [1]\n")).code == codes::include_invalid.id);
    CHECK(only_error(read_text("t", "format = 1\ninclude = [\"a.toml\"]\n")).code == codes::include_outside.id);
}

TEST_CASE("text in memory may include from a folder it is given", "[include]") {
    const Folder folder;
    folder.write("base.toml", "[node.web]\nmtbf = \"1 d\"\n");
    const ReadResult result = read_text("unsaved", "format = 1\ninclude = [\"base.toml\"]\n",
                                        {.overrides = {}, .rules = {}, .folder = folder.file("")});
    CHECK(result.diagnostics.empty());
    CHECK(*find(web_of(result), "mtbf")->string() == "1 d");
}

TEST_CASE("data files follow the rules of includes and count in the fingerprint", "[include]") {
    const Folder folder;
    folder.write("times.csv", "1 h\n");
    std::vector<SourceFile> files;
    const FileReader reader = reader_beneath(folder.file(""), &files);
    CHECK(*reader("times.csv") == "1 h\n");
    CHECK(*reader("times.csv") == "1 h\n");
    REQUIRE(files.size() == 1);
    CHECK(files[0].sha256 == sha256("1 h\n"));
    CHECK(reader("../times.csv").error().code == codes::include_outside.id);
    CHECK(reader("none.csv").error().code == codes::cannot_read.id);
    CHECK(reader_beneath("")("times.csv").error().code == codes::include_outside.id);
}

}  // namespace nines::scenario
