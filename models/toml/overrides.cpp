// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/toml/overrides.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "models/scenario/characters.hpp"
#include "models/scenario/codes.hpp"
#include "models/scenario/nearest.hpp"
#include "models/toml/convert.hpp"
#include "models/toml/read.hpp"

namespace nines::scenario {
namespace {

constexpr std::size_t longest_override = std::size_t{64} * 1024;

/// Keys with which a thing has failure modes that do not stand in its table.
constexpr std::array<std::string_view, 3> reusing_keys{"preset", "like", "split"};

/// A part of a path may stand in quotes, as it has to in a file.
std::string_view unquoted(std::string_view part) {
    const bool quoted =
        part.size() >= 2 && (part.front() == '"' || part.front() == '\'') && part.back() == part.front();
    return quoted ? part.substr(1, part.size() - 2) : part;
}

std::vector<std::string> split_path(std::string_view path) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('.', begin), path.size());
        parts.emplace_back(unquoted(trimmed(path.substr(begin, end - begin))));
        begin = end + 1;
    }
    return parts;
}

std::vector<std::string> keys_of(const Table& table) {
    std::vector<std::string> keys;
    for (const Entry& entry : table.entries) keys.push_back(entry.key);
    return keys;
}

/// The table of an array whose `name` is `name`.
Table* find_named(Array& array, const std::string& name) {
    for (Value& item : array.items) {
        const Value* own_name = item.table() == nullptr ? nullptr : find(*item.table(), "name");
        if (own_name != nullptr && own_name->string() != nullptr && *own_name->string() == name) return item.table();
    }
    return nullptr;
}

/// The table with this number, counted from 1, in an array whose tables have no names.
Table* find_numbered(Array& array, const std::string& number) {
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), index);
    const bool fits = error == std::errc() && end == number.data() + number.size() && index >= 1;
    if (!fits || index > array.items.size()) return nullptr;
    Table* table = array.items[index - 1].table();
    return table == nullptr || find(*table, "name") != nullptr ? nullptr : table;
}

/// Walks an override's path down the document and sets the value at its end.
class Override {
public:
    Override(Document& document, Place place, Diagnostics& diagnostics)
        : document_(document), origin_{Source::command_line, Grade::none, place, {}}, diagnostics_(diagnostics) {}

    void apply(const std::vector<std::string>& path, Value value, const MergeRules& rules) {
        Table* table = find_thing(path);
        const std::size_t first_key = is_single(path[0]) ? 1 : 2;
        const MergeRules* here = &rules.of(path[0]);
        if (first_key == 2) here = &here->of(path[1]);
        for (std::size_t i = first_key; table != nullptr && i + 1 < path.size(); ++i) {
            here = &here->of(path[i]);
            table = step(*table, path, i, *here);
        }
        if (table == nullptr) return;
        MergeRules laid_over = *here;
        laid_over.keep_without = true;
        Table own;
        set_origin(value, Source::command_line, {});
        set(own, path.back(), std::move(value), origin_.place);
        *table = merge(*table, own, laid_over);
    }

private:
    /// Kinds of which a scenario has one, so that the path has no id.
    static bool is_single(const std::string& kind) { return kind == "scenario"; }

    Value empty_table() const { return {Table{}, origin_, 0}; }

    void fail(std::string_view code, std::string message, std::string hint = {}) {
        diagnostics_.push_back(make_error(code, origin_.place, std::move(message), std::move(hint)));
    }

    /// The table of the thing that the path names. The experiment and the defaults of a kind come into being; a thing
    /// of the design must be there.
    Table* find_thing(const std::vector<std::string>& path) {
        const bool may_be_new = is_single(path[0]) || path[0] == "defaults";
        Value* kind = find(document_.root, path[0]);
        if (kind == nullptr && may_be_new) kind = &set(document_.root, path[0], empty_table(), origin_.place);
        if (kind == nullptr || kind->table() == nullptr) {
            fail(codes::override_unknown, fmt::format("the scenario has no \"{}\"", path[0]),
                 did_you_mean(path[0], keys_of(document_.root)));
            return nullptr;
        }
        if (is_single(path[0])) return kind->table();
        const bool is_part = names_part(*kind->table(), path);
        Value* thing = find(*kind->table(), path[1]);
        if (thing == nullptr && (may_be_new || is_part)) {
            thing = &set(*kind->table(), path[1], empty_table(), origin_.place);
        }
        if (thing == nullptr || thing->table() == nullptr) {
            report_unknown(*kind->table(), path);
            return nullptr;
        }
        reuses_ = is_part || std::any_of(reusing_keys.begin(), reusing_keys.end(),
                                         [&](std::string_view key) { return find(*thing->table(), key) != nullptr; });
        return thing->table();
    }

    /// "eu/az1" of a domain "eu": `split` may make it. Whether it does is known when the scenario is expanded.
    static bool names_part(const Table& things, const std::vector<std::string>& path) {
        const std::size_t slash = path[1].find('/');
        return path[0] == "domain" && slash != std::string::npos && find(things, path[1].substr(0, slash)) != nullptr &&
               path[1].find('*') == std::string::npos;
    }

    void report_unknown(const Table& things, const std::vector<std::string>& path) {
        const std::string whole = path[1].substr(0, path[1].find('/'));
        const bool has_whole = whole.size() < path[1].size() && find(things, whole) != nullptr;
        const std::string message = fmt::format("the scenario has no {} \"{}\"", path[0], path[1]);
        if (path[0] == "domain" && has_whole) {
            fail(codes::override_unknown, message,
                 fmt::format("all parts that a split \"3 az\" makes: -D \"domain.{}.az.{}=..\"", whole, path.back()));
        } else if (is_group(whole) && whole.size() < path[1].size()) {
            fail(codes::override_unknown,
                 fmt::format("the members of group \"{}\" are alike, so one alone has no keys", whole),
                 "override the node that they are made of, or give this member a group of its own");
        } else {
            fail(codes::override_unknown, message,
                 did_you_mean(path[0] == "domain" ? whole : path[1], keys_of(things)));
        }
    }

    bool is_group(const std::string& id) const {
        const Value* groups = find(std::as_const(document_).root, "group");
        return groups != nullptr && groups->table() != nullptr && find(*groups->table(), id) != nullptr;
    }

    /// From `table` to what path[i] names in it, which has these rules; an array of tables takes the next part of the
    /// path as a name.
    Table* step(Table& table, const std::vector<std::string>& path, std::size_t& i, const MergeRules& rules) {
        Value* value = find(table, path[i]);
        const bool inherited_modes = value == nullptr && reuses_ && path[i] == "failure";
        if (inherited_modes) value = &set(table, path[i], {Array{}, origin_, 0}, origin_.place);
        if (value == nullptr) value = &set(table, path[i], empty_table(), origin_.place);
        *value = in_full(std::move(*value), rules);
        if (value->table() != nullptr) return value->table();
        if (value->array() != nullptr && i + 2 < path.size()) {
            ++i;
            return named(*value->array(), path[i - 1], path[i]);
        }
        fail(codes::override_unknown,
             fmt::format("\"{}\" is {}, not a table with keys", path[i], name_of(value->kind())));
        return nullptr;
    }

    /// The table called `name`, or of that number; a mode that a preset or another thing may bring is added, to be
    /// merged with it later.
    Table* named(Array& array, const std::string& key, const std::string& name) {
        if (Table* found = find_named(array, name)) return found;
        if (Table* found = find_numbered(array, name)) return found;
        if (!reuses_ || key != "failure") {
            fail(codes::override_unknown, fmt::format("there is no \"{}\" with the name \"{}\"", key, name));
            return nullptr;
        }
        Value table = empty_table();
        table.origin.note = override_changes;
        set(*table.table(), "name", {name, origin_, 0}, origin_.place);
        array.items.push_back(std::move(table));
        return array.items.back().table();
    }

    Document& document_;
    Origin origin_;
    Diagnostics& diagnostics_;
    bool reuses_ = false;  ///< The thing may have failure modes that do not stand in its table.
};

/// Every place inside the value becomes `place`: a command line has no lines.
void set_place(Value& value, Place place) {
    value.origin.place = place;
    value.content_column = 0;
    if (Table* table = value.table()) {
        for (Entry& entry : table->entries) {
            entry.key_place = place;
            set_place(entry.value, place);
        }
    }
    if (Array* array = value.array()) {
        for (Value& item : array->items) set_place(item, place);
    }
}

bool is_path(const std::vector<std::string>& path) {
    const std::size_t shortest = path[0] == "scenario" ? 2 : 3;
    return path.size() >= shortest && path.size() <= static_cast<std::size_t>(max_nesting) &&
           std::none_of(path.begin(), path.end(), [](const std::string& part) { return part.empty(); });
}

}  // namespace

void apply_override(Document& document, std::string_view text, const MergeRules& rules, Diagnostics& diagnostics) {
    const Place place{static_cast<std::uint32_t>(document.files.size()), 0, 0};
    document.files.push_back({"-D " + std::string(text.substr(0, longest_override)), sha256(text)});

    const std::size_t equals = text.find('=');
    const std::vector<std::string> path = split_path(trimmed(text.substr(0, equals)));
    if (equals == std::string_view::npos || text.size() > longest_override || !is_path(path)) {
        diagnostics.push_back(make_error(codes::override_invalid, place, "an override has the form kind.id.key=value",
                                         "for example -D \"node.web.mtbf=30 d\" or -D scenario.trials=100"));
        return;
    }
    const std::string_view value_text = trimmed(text.substr(equals + 1));
    Value value = parse_toml_literal(value_text).value_or(Value{std::string(value_text), {}, 0});
    set_place(value, place);
    Override(document, place, diagnostics).apply(path, std::move(value), rules);
}

}  // namespace nines::scenario
