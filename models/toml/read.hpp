// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "models/scenario/diagnostic.hpp"
#include "models/scenario/document.hpp"
#include "models/scenario/parse.hpp"

/// Reading TOML text from files or memory into a raw document. Input is not trusted: whatever the bytes, the answer
/// is a document or diagnostics, in bounded time and memory.
namespace nines::scenario {

/// Largest file that is read.
inline constexpr std::size_t max_file_bytes = std::size_t{8} * 1024 * 1024;
/// Deepest dotted key or nesting of arrays and tables.
inline constexpr int max_nesting = 64;
inline constexpr int max_include_depth = 8;
inline constexpr std::size_t max_files = 64;

struct ReadOptions {
    /// `-D` overrides, "node.web.mtbf=30 d", applied in this order.
    std::vector<std::string> overrides;
    /// How an including file and the overrides are laid over what they change: `document_rules()` for scenarios.
    /// `keep_without` of a whole document is implied.
    MergeRules rules;
    /// `read_text` only: the folder for `include` and data files; empty: they are refused.
    std::string folder;
};

struct ReadResult {
    Document document;        ///< Complete only when `diagnostics` has no error; its `files` always are.
    Diagnostics diagnostics;  ///< All that could be found in one pass.
};

/// Reads a scenario and everything it includes.
///
/// Each file must be a regular file of at most 8 MiB in UTF-8 (a byte order mark and CRLF are fine). The scenario
/// must say `format = 1`. `include = ["a.toml"]` names files inside the scenario's own folder, relative to it; links,
/// absolute paths and `..` that lead out of it are refused. The including file's keys override the included file's;
/// of several includes the later one overrides.
///
/// An override's path is `kind.id.key` or `scenario.key`, with further keys for tables in tables, the mode's name
/// after `failure`, and the number, from 1, after another list of tables. Its value is a TOML number, boolean, quoted
/// string, array or inline table, else plain text. It may add keys to a thing but cannot make a thing.
ReadResult read_file(const std::string& path, const ReadOptions& options = {});

/// The same for text in memory; `name` stands for the path in messages.
ReadResult read_text(const std::string& name, std::string_view text, const ReadOptions& options = {});

/// Text of a preset library (no `format`, no `include` needed; the latter is refused). Every value's origin is
/// `Source::preset` with places in file `file_index`, where the caller will put `document.files[0]`.
ReadResult read_preset_text(const std::string& name, std::string_view text, std::uint32_t file_index);

/// Reads data files inside `folder` under the same rules as includes. Every file read is appended to `*files`
/// (if given) once, so that it counts in the scenario's fingerprint; `files` must outlive the reader.
FileReader reader_beneath(std::string folder, std::vector<SourceFile>* files = nullptr);

/// Lower-case hexadecimal SHA-256.
std::string sha256(std::string_view bytes);

/// One fingerprint for a scenario with all its includes, overrides and data: SHA-256 over the files' own digests in
/// order. Paths do not matter.
std::string sha256_of_set(const std::vector<SourceFile>& files);

}  // namespace nines::scenario
