// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/edit/toml_layout.hpp"
#include "models/scenario/diagnostic.hpp"
#include "models/scenario/document.hpp"

/// The scenarios of the repository as material for edits.
namespace nines::edit {

struct FileText {
    std::string path;
    std::string folder;
    std::string text;
};

/// Every scenario, and every file of the corpus, that is well-formed TOML; and a few texts with all that TOML can do.
std::vector<FileText> all_texts();

/// The scenarios, and some of the corpus.
std::vector<FileText> some_texts();

/// The tree of a text; it must be well-formed.
scenario::Table tree_of(const std::string& text);

/// All values below a table that are no tables, as "node.web.failure[0].ttr" with what they hold, in no order.
std::vector<std::pair<std::string, std::string>> leaves_of(const scenario::Table& table);

/// Codes of all diagnostics of a text.
std::vector<std::string> codes_of(const FileText& file, const std::string& text);

/// The comments of a text, in its order.
std::vector<std::string> comments_of(const std::string& text);

}  // namespace nines::edit
