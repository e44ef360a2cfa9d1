// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/toml/convert.hpp"

#include <algorithm>
#include <exception>
#include <sstream>
#include <tuple>
#include <utility>
#include <vector>

#include <toml++/toml.h>

#include "models/scenario/characters.hpp"
#include "models/scenario/codes.hpp"
#include "models/toml/prescan.hpp"
#include "models/toml/read.hpp"
#include "models/toml/syntax_message.hpp"

namespace nines::scenario {
namespace {

/// Lines longer than this are not searched for the exact column of a string's content: work stays linear.
constexpr std::size_t longest_searched_line = 4096;

/// The text by lines, to look at what stands at a place.
class SourceLines {
public:
    explicit SourceLines(std::string_view text) {
        for (std::size_t begin = 0; begin <= text.size();) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            lines_.push_back(text.substr(begin, end - begin));
            begin = end + 1;
        }
    }

    /// The rest of the line from `place` on; empty when the line is very long.
    std::string_view from(const Place& place) const {
        if (place.line == 0 || place.line > lines_.size()) return {};
        const std::string_view line = lines_[place.line - 1];
        if (line.size() > longest_searched_line) return {};
        return place.column == 0 ? std::string_view() : line.substr(offset_of_column(line, place.column));
    }

private:
    std::vector<std::string_view> lines_;
};

class Converter {
public:
    Converter(std::string_view text, std::uint32_t file, Source source, Diagnostics& diagnostics)
        : lines_(text), file_(file), source_(source), diagnostics_(diagnostics) {}

    Table table(const toml::table& from, int depth) {
        Table to;
        to.entries.reserve(from.size());
        for (const auto& [key, node] : from) {
            to.entries.push_back({std::string(key.str()), place(key.source().begin), value(node, depth)});
        }
        // The library sorts by name; people expect their own order back.
        std::sort(to.entries.begin(), to.entries.end(), [](const Entry& a, const Entry& b) {
            return std::tie(a.key_place.line, a.key_place.column) < std::tie(b.key_place.line, b.key_place.column);
        });
        return to;
    }

private:
    Place place(const toml::source_position& position) const { return {file_, position.line, position.column}; }

    Value value(const toml::node& from, int depth) {
        Value to;
        to.origin = {source_, Grade::none, place(from.source().begin), {}};
        if (depth > max_nesting) {
            if (!too_deep_) {
                diagnostics_.push_back(
                    make_error(codes::nested_too_deep, to.origin.place,
                               "tables and arrays are nested deeper than " + std::to_string(max_nesting)));
            }
            too_deep_ = true;
            return to;
        }
        from.visit([&](const auto& node) { fill(to, node, depth); });
        return to;
    }

    void fill(Value& to, const toml::table& from, int depth) { to.data = table(from, depth + 1); }

    void fill(Value& to, const toml::array& from, int depth) {
        Array array;
        array.items.reserve(from.size());
        for (const toml::node& item : from) array.items.push_back(value(item, depth + 1));
        to.data = std::move(array);
    }

    void fill(Value& to, const toml::value<std::string>& from, int) {
        const std::string_view source = lines_.from(to.origin.place);
        const bool as_written = source.size() > 1 && source.substr(1).starts_with(from.get()) &&
                                source.substr(1 + from.get().size()).starts_with(source[0]);
        if (as_written && !source.starts_with("\"\"\"") && !source.starts_with("'''")) {
            to.content_column = to.origin.place.column + 1;
        }
        to.data = from.get();
    }

    static void fill(Value& to, const toml::value<std::int64_t>& from, int) { to.data = from.get(); }
    static void fill(Value& to, const toml::value<double>& from, int) { to.data = from.get(); }
    static void fill(Value& to, const toml::value<bool>& from, int) { to.data = from.get(); }

    template <class Date>
    static void fill(Value& to, const toml::value<Date>& from, int) {
        std::ostringstream text;
        text << from;
        to.data = DateTime{text.str()};
    }

    SourceLines lines_;
    std::uint32_t file_;
    Source source_;
    Diagnostics& diagnostics_;
    bool too_deep_ = false;
};

SyntaxMessage explained(const toml::parse_error& error, const SourceLines& lines, std::string_view text,
                        const Place& place) {
    const std::string_view description = error.description();
    if (description.find("utf-8") != std::string_view::npos) return encoding_message(text);
    return syntax_message(description, lines.from({place.file, place.line, 1}), lines.from(place));
}

}  // namespace

std::optional<Table> parse_toml(std::string_view text, std::uint32_t file, Source source, Diagnostics& diagnostics) {
    constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    if (const auto hostile = find_hostile(text)) {
        diagnostics.push_back(
            make_error(codes::nested_too_deep, {file, hostile->line, hostile->column}, hostile->message));
        return std::nullopt;
    }
    try {
        const toml::table parsed = toml::parse(text);
        return Converter(text, file, source, diagnostics).table(parsed, 1);
    } catch (const toml::parse_error& error) {
        const toml::source_position& begin = error.source().begin;
        const Place place{file, begin.line, begin.column};
        const SyntaxMessage said = explained(error, SourceLines(text), text, place);
        diagnostics.push_back(make_error(codes::syntax, place, said.message, said.hint));
    } catch (const std::exception& error) {
        diagnostics.push_back(make_error(codes::syntax, {file, 1, 1}, error.what()));
    }
    return std::nullopt;
}

std::optional<Value> parse_toml_literal(std::string_view text) {
    constexpr std::string_view first_characters = "0123456789+-.\"'[{tf";
    if (text.empty() || first_characters.find(text.front()) == std::string_view::npos) return std::nullopt;
    Diagnostics problems;
    std::optional<Table> table = parse_toml("value = " + std::string(text), 0, Source::command_line, problems);
    const bool one_value = table && problems.empty() && table->entries.size() == 1 && table->entries[0].key == "value";
    if (!one_value || table->entries[0].value.kind() == ValueKind::datetime) return std::nullopt;
    Value value = std::move(table->entries[0].value);
    return value;
}

}  // namespace nines::scenario
