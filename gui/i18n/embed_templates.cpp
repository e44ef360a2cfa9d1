// SPDX-License-Identifier: GPL-3.0-or-later
// A tool of the build: `nines_embed_templates SOURCE TARGET` makes a template of a scenario file. What it includes is
// written into it, so that a copy needs no other file.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "gui/i18n/template_head.hpp"
#include "models/scenario/diagnostic.hpp"
#include "models/scenario/save.hpp"
#include "models/validate/open.hpp"

namespace {

/// The file's own comment, then everything that it and the files that it includes say.
std::string complete_text(const std::string& text, const nines::validate::Opened& opened) {
    if (text.find("\ninclude = ") == std::string::npos) return text;
    return std::string(nines::gui::head_comment(text)) + nines::scenario::to_toml(opened.scenario);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "nines_embed_templates SOURCE TARGET\n";
        return 2;
    }
    const std::string source = argv[1];
    const nines::validate::Opened opened = nines::validate::open_file(source);
    if (nines::scenario::has_errors(opened.diagnostics)) {
        std::cerr << source << " has errors: see `nines validate`\n";
        return 1;
    }
    std::ifstream file(source, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    std::ofstream target(argv[2], std::ios::binary);
    target << complete_text(text, opened);
    return target.flush() ? 0 : 1;
}
