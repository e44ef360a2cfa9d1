// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/toml/read.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "models/scenario/codes.hpp"
#include "models/toml/convert.hpp"
#include "models/toml/overrides.hpp"
#include "models/toml/safe_file.hpp"

namespace nines::scenario {
namespace {

constexpr std::int64_t known_format = 1;

bool contains(const std::vector<FileIdentity>& files, const FileIdentity& file) {
    return std::find(files.begin(), files.end(), file) != files.end();
}

/// Reads one scenario's text with all that it includes.
class Reading {
public:
    Reading(ReadResult& result, MergeRules rules) : result_(result), rules_(std::move(rules)) {
        rules_.keep_without = true;
    }

    /// For the scenario itself, so that including it is seen as a circle.
    void remember(const FileIdentity& file) {
        open_.push_back(file);
        seen_.push_back(file);
    }

    /// The text's own tables over those of its includes.
    Table read(const std::string& name, std::string_view text) {
        const auto file = static_cast<std::uint32_t>(result_.document.files.size());
        result_.document.files.push_back({name, sha256(text)});
        std::optional<Table> own = parse_toml(text, file, Source::file, result_.diagnostics);
        if (!own) return {};
        check_format(*own, file);
        return with_includes(*std::move(own));
    }

private:
    void fail(std::string_view code, Place place, std::string message, std::string hint = {}) {
        result_.diagnostics.push_back(make_error(code, place, std::move(message), std::move(hint)));
    }

    void check_format(Table& table, std::uint32_t file) {
        const Value* format = find(table, "format");
        if (format == nullptr && file == 0) {
            fail(codes::format_missing, {file, 1, 1}, "the file does not say which format it has",
                 "begin it with the line: format = 1");
        }
        if (format != nullptr) {
            const std::int64_t* number = format->get_if<std::int64_t>();
            if (number == nullptr) {
                fail(codes::format_unknown, format->origin.place, "the format is a number", "write format = 1");
            } else if (*number != known_format) {
                fail(codes::format_unknown, format->origin.place,
                     fmt::format("format {} is not one that this version reads", *number),
                     "this version reads format 1");
            }
        }
        erase(table, "format");
    }

    Table with_includes(Table own) {
        const Value* include = find(own, "include");
        if (include == nullptr) return own;
        const Value list = *include;
        erase(own, "include");
        if (list.array() == nullptr) {
            fail(codes::include_invalid, list.origin.place, "include is a list of file names",
                 "for example include = [\"presets.toml\"]");
            return own;
        }
        Table base;
        for (const Value& item : list.array()->items) {
            if (std::optional<Table> included = read_included(item)) base = merge(base, *included, rules_);
        }
        return merge(base, own, rules_);
    }

    std::optional<Table> read_included(const Value& item) {
        const Place place = item.origin.place;
        const std::string* name = item.string();
        if (name == nullptr) {
            fail(codes::include_invalid, place, fmt::format("include lists file names, not {}", name_of(item.kind())));
            return std::nullopt;
        }
        if (result_.document.folder.empty()) {
            fail(codes::include_outside, place, "nothing can be included: the scenario lies in no folder");
            return std::nullopt;
        }
        if (depth_ == max_include_depth || result_.document.files.size() == max_files) {
            fail(codes::include_limit, place,
                 fmt::format("files include each other deeper than {} or are more than {}", max_include_depth,
                             max_files));
            return std::nullopt;
        }
        const Parsed<FileBytes> file = read_file_beneath(result_.document.folder, *name);
        if (!file) {
            fail(file.error().code, place, file.error().message, file.error().hint);
            return std::nullopt;
        }
        return read_once(*name, *file, place);
    }

    /// A file that was included before is not read again: its failure modes would be added twice.
    std::optional<Table> read_once(const std::string& name, const FileBytes& file, Place place) {
        if (contains(open_, file.identity)) {
            fail(codes::include_cycle, place, fmt::format("{} includes itself, directly or through other files", name));
            return std::nullopt;
        }
        if (contains(seen_, file.identity)) return std::nullopt;
        remember(file.identity);
        ++depth_;
        Table table = read(name, file.bytes);
        --depth_;
        open_.pop_back();
        return table;
    }

    ReadResult& result_;
    MergeRules rules_;
    std::vector<FileIdentity> open_;  ///< The file being read and those that include it.
    std::vector<FileIdentity> seen_;
    int depth_ = 0;
};

void apply_overrides(ReadResult& result, const ReadOptions& options) {
    for (const std::string& text : options.overrides) {
        apply_override(result.document, text, options.rules, result.diagnostics);
    }
}

}  // namespace

ReadResult read_file(const std::string& path, const ReadOptions& options) {
    ReadResult result;
    const std::string folder = std::filesystem::path(path).parent_path().string();
    result.document.folder = folder.empty() ? "." : folder;
    const Parsed<FileBytes> file = read_regular_file(path);
    if (!file) {
        result.document.files.push_back({path, {}});
        result.diagnostics.push_back(make_error(file.error().code, {}, file.error().message, file.error().hint));
        return result;
    }
    Reading reading(result, options.rules);
    reading.remember(file->identity);
    result.document.root = reading.read(path, file->bytes);
    apply_overrides(result, options);
    return result;
}

ReadResult read_text(const std::string& name, std::string_view text, const ReadOptions& options) {
    ReadResult result;
    result.document.folder = options.folder;
    if (text.size() > max_file_bytes) {
        result.document.files.push_back({name, {}});
        result.diagnostics.push_back(make_error(codes::file_too_large, {}, "the text is larger than 8 MiB"));
        return result;
    }
    result.document.root = Reading(result, options.rules).read(name, text);
    apply_overrides(result, options);
    return result;
}

ReadResult read_preset_text(const std::string& name, std::string_view text, std::uint32_t file_index) {
    ReadResult result;
    result.document.files.push_back({name, sha256(text)});
    std::optional<Table> table = parse_toml(text, file_index, Source::preset, result.diagnostics);
    if (!table) return result;
    if (const Value* include = find(*table, "include")) {
        result.diagnostics.push_back(
            make_error(codes::include_invalid, include->origin.place, "a preset library cannot include files"));
    }
    erase(*table, "format");
    erase(*table, "include");
    result.document.root = *std::move(table);
    return result;
}

FileReader reader_beneath(std::string folder, std::vector<SourceFile>* files) {
    return [folder = std::move(folder), files](std::string_view path) -> Parsed<std::string> {
        if (folder.empty()) {
            return ParseError{
                codes::include_outside, "no data file can be read: the scenario lies in no folder", {}, 0};
        }
        Parsed<FileBytes> file = read_file_beneath(folder, std::string(path));
        if (!file) return file.error();
        const auto same_path = [path](const SourceFile& known) { return known.path == path; };
        if (files != nullptr && std::none_of(files->begin(), files->end(), same_path)) {
            files->push_back({std::string(path), sha256(file->bytes)});
        }
        return std::move((*file).bytes);
    };
}

}  // namespace nines::scenario
