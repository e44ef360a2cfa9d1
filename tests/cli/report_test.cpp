// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <string>

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"

using namespace nines::cli_test;

namespace {

constexpr const char* hostile = R"(name = '''<script>alert(1)</script> "q", 'a' & | *x*''')";

/// Three servers under a title that would do harm if it could.
std::string hostile_site() {
    std::string text(two_of_three);
    const std::string title = "name = \"Three web servers\"";
    return text.replace(text.find(title), title.size(), hostile);
}

/// The program in a folder of its own, where nothing that draws is found.
void copy_alone(const Folder& folder) {
    std::filesystem::create_directory(folder.path("bin"));
    std::filesystem::copy_file(NINES_PROGRAM, folder.path("bin/nines"));
}

}  // namespace

TEST_CASE("report as Markdown goes from the question to the command that makes it again", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    const Ran ran = folder.nines("report site.toml --trials 200 --question 'Is it enough?'");
    CHECK(ran.code == 0);
    CHECK(ran.errors.empty());
    CHECK(ran.output.starts_with("# Three web servers\n"));
    CHECK(contains(ran.output, "Is it enough?"));
    CHECK(contains(ran.output, "## Assumptions"));
    CHECK(contains(ran.output, "nines report site.toml --trials 200 --seed 1 --confidence 95%"));
    const Ran to_file = folder.nines("report site.toml --trials 200 --question 'Is it enough?' -o site.md");
    CHECK(to_file.code == 0);
    CHECK(to_file.output.empty());
    CHECK(contains(read(folder.path("site.md")), "-o site.md"));
}

TEST_CASE("The command that a report names makes the same report again", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    const std::string first = folder.nines("report site.toml --trials 300 -D \"node.web.mttr=6 h\"").output;
    const std::size_t begin = first.find("nines report site.toml");
    REQUIRE(begin != std::string::npos);
    CHECK(folder.shell(first.substr(begin, first.find('\n', begin) - begin)).output == first);
}

TEST_CASE("report --tornado says which input matters most, with a table", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    const Ran ran = folder.nines("report site.toml --trials 300 --tornado --range 20% --no-exact");
    CHECK(ran.code == 0);
    CHECK(contains(ran.output, "## Which input matters most"));
    CHECK(contains(ran.output, "Elasticity"));
    CHECK(contains(ran.output, "| node.web.mttr |"));
    CHECK(contains(ran.output, "--tornado --range '20%'"));
    CHECK_FALSE(contains(folder.nines("report site.toml --trials 300 --no-exact").output, "Which input"));
}

TEST_CASE("An interrupted report --tornado is whole, and says so with exit code 5", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    folder.file("site.md", "old");
    const Ran ran = folder.shell("timeout --preserve-status -s INT 1 " NINES_PROGRAM
                                 " report site.toml --trials 3e6 --threads 1 --tornado --no-exact -o site.md");
    CHECK(ran.code == 5);
    CHECK(contains(ran.errors, "interrupted"));
    const std::string text = read(folder.path("site.md"));
    CHECK(contains(text, "# Three web servers"));
    // The signal may fall into the main simulation ("The run was interrupted") or into the
    // tornado ("Interrupted"), as the machine is fast or slow: both say that the figures are cut.
    CHECK(contains(text, "nterrupted"));
    CHECK(contains(text, "## Assumptions"));
}

TEST_CASE("What report cannot do it says before it simulates", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    const Ran ending = folder.nines("report site.toml -o site.docx --trials 1e9");
    CHECK(ending.code == 2);
    CHECK(contains(ending.errors, "the ending of \"site.docx\" names no format of a report"));
    CHECK(contains(ending.errors, "html, pdf, md"));
    const Ran nowhere = folder.nines("report site.toml -o no/such/site.md --trials 1e9");
    CHECK(nowhere.code == 4);
    CHECK(contains(nowhere.errors, "cannot write no/such/site.md: there is no such folder"));
    const Ran missing = folder.nines("report nowhere.toml");
    CHECK(missing.code == 4);
    CHECK(contains(missing.errors, "nowhere.toml"));
    const Ran range = folder.nines("report site.toml --tornado --range 150%");
    CHECK(range.code == 2);
    CHECK(contains(range.errors, "--range \"150%\" is not a share between 0 and 1"));
    CHECK(folder.nines("report").code == 2);
    CHECK(folder.nines("report site.toml --colour red").code == 2);
}

TEST_CASE("Where a report does not fit on the disk the old one stays", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    folder.file("site.md", "the old one");
    // No file of this shell may grow beyond 4 kB.
    const Ran ran = folder.shell("trap '' XFSZ; ulimit -f 4; nines report site.toml --trials 200 -o site.md");
    CHECK(ran.code == 4);
    CHECK(contains(ran.errors, "cannot write site.md"));
    CHECK(read(folder.path("site.md")) == "the old one");
}

TEST_CASE("Without nines-report there is Markdown, and HTML says what is missing", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    copy_alone(folder);
    const Ran html = folder.shell("PATH= bin/nines report site.toml --trials 1e9 -o site.html");
    CHECK(html.code == 2);
    CHECK(contains(html.errors, "nines-report is not installed, which draws HTML and PDF"));
    CHECK(contains(html.errors, "-o report.md"));
    CHECK_FALSE(std::filesystem::exists(folder.path("site.html")));
    CHECK(folder.shell("PATH= bin/nines report site.toml --trials 100 -o site.md").code == 0);
}

TEST_CASE("A nines-report that fails is named", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    copy_alone(folder);
    folder.file("bin/nines-report", "#!/bin/sh\nexit 2\n");
    std::filesystem::permissions(folder.path("bin/nines-report"), std::filesystem::perms::owner_all);
    const Ran ran = folder.shell("bin/nines report site.toml --trials 100 -o site.html");
    CHECK(ran.code == 4);
    CHECK(contains(ran.errors, "bin/nines-report did not draw the report"));
    CHECK(contains(ran.errors, "nines-report --version"));
}

TEST_CASE("A name with markup is only text in a Markdown report", "[cli]") {
    const Folder folder;
    folder.file("site.toml", hostile_site());
    const std::string text = folder.nines("report site.toml --trials 100").output;
    CHECK_FALSE(contains(text, "<script>"));
    CHECK(contains(text, "&lt;script\\>"));
}

#ifdef NINES_HAS_REPORT_PROGRAM

TEST_CASE("report as HTML is one page without scripts, with its drawing and its charts", "[cli]") {
    const Folder folder;
    folder.file("site.toml", hostile_site());
    const Ran ran = folder.nines("report site.toml --trials 200 -o site.HTML");
    CHECK(ran.code == 0);
    CHECK(ran.errors.empty());
    const std::string html = read(folder.path("site.HTML"));
    CHECK(html.starts_with("<!DOCTYPE html>"));
    CHECK(contains(html, "&lt;script&gt;alert(1)&lt;/script&gt;"));
    CHECK_FALSE(contains(html, "<script"));
    CHECK(contains(html, "data:image/svg+xml;base64,"));
    CHECK(contains(html, "</html>"));
}

TEST_CASE("report of several designs as PDF", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    const Ran ran = folder.nines("report site.toml site.toml --trials 200 -o site.pdf --tornado");
    CHECK(ran.code == 0);
    CHECK(ran.errors.empty());
    const std::string pdf = read(folder.path("site.pdf"));
    CHECK(pdf.starts_with("%PDF"));
    CHECK(contains(pdf.substr(pdf.size() - 16), "%%EOF"));
}

TEST_CASE("The drawing shows what -D changes", "[cli]") {
    const Folder folder;
    folder.file("three.toml", two_of_three);
    const auto picture = [&](const std::string& options) {
        folder.nines("report three.toml --trials 2 --no-exact -o out.html " + options);
        const std::string html = read(folder.path("out.html"));
        const std::string mark = "data:image/svg+xml;base64,";
        const std::size_t begin = html.find(mark);
        return begin == std::string::npos ? std::string() : html.substr(begin, html.find('"', begin) - begin);
    };
    const std::string as_in_file = picture("");
    REQUIRE_FALSE(as_in_file.empty());
    CHECK(picture("-D node.web.mttr=2h") == as_in_file);  // the same value, said again
    CHECK(picture("-D group.web.count=5") != as_in_file);
}

TEST_CASE("Where HTML cannot be written the old page stays and nobody asks for another version", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    folder.file("site.html", "the old one");
    const Ran ran = folder.shell("trap '' XFSZ; ulimit -f 4; nines report site.toml --trials 200 -o site.html");
    CHECK(ran.code == 4);
    CHECK(contains(ran.errors, "nines-report: cannot write site.html"));
    CHECK_FALSE(contains(ran.errors, "version"));
    CHECK(read(folder.path("site.html")) == "the old one");
}

#endif
