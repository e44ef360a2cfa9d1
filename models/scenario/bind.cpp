// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/bind.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "models/scenario/semantic_codes.hpp"
#include "models/scenario/suggest.hpp"

namespace nines::scenario {
namespace {

std::string bounds_text(const Bounds& bounds) {
    std::vector<std::string> parts;
    if (std::isfinite(bounds.low))
        parts.push_back(fmt::format("{} {}", bounds.low_excluded ? "above" : "at least", bounds.low));
    if (std::isfinite(bounds.high)) {
        parts.push_back(fmt::format("{} {}", bounds.high_excluded ? "below" : "at most", bounds.high));
    }
    return fmt::format("{}", fmt::join(parts, " and "));
}

}  // namespace

void report_unknown_keys(const Table& table, const std::vector<std::string_view>& known, const std::string& what,
                         Diagnostics& diagnostics) {
    for (const Entry& entry : table.entries) {
        if (std::find(known.begin(), known.end(), entry.key) != known.end()) continue;
        std::string hint = suggestion(entry.key, known, diagnostics);
        if (hint.empty()) hint = fmt::format("keys: {}", fmt::join(known, ", "));
        diagnostics.push_back(make_error(codes::key_unknown, entry.key_place,
                                         fmt::format("{} has no key `{}`", what, entry.key), std::move(hint)));
    }
}

bool check_bounds(double number, const FieldSpec& spec, const Value& value, Diagnostics& diagnostics) {
    const Bounds& bounds = spec.bounds;
    const bool low_ok = bounds.low_excluded ? number > bounds.low : number >= bounds.low;
    const bool high_ok = bounds.high_excluded ? number < bounds.high : number <= bounds.high;
    if (low_ok && high_ok) return true;
    diagnostics.push_back(make_error(codes::number_out_of_range, value.origin.place,
                                     fmt::format("`{}` must be {}", spec.key, bounds_text(bounds)),
                                     fmt::format("for example {} = {}", spec.key, spec.example)));
    return false;
}

void report_not_a_table(const FieldSpec& spec, const Value& value, Diagnostics& diagnostics) {
    diagnostics.push_back(make_error(codes::wrong_type, value.origin.place,
                                     fmt::format("`{}` wants a table, not {}", spec.key, name_of(value.kind())),
                                     fmt::format("for example {} = {}", spec.key, spec.example)));
}

void hint_at_preset(const FieldSpec& spec, const Value& value, Diagnostic& wrong) {
    const bool is_name = value.string() != nullptr && parse_id(*value.string());
    if (!is_name || wrong.code != codes::distribution_unknown.id) return;
    wrong.hint = fmt::format("a preset is written as {} = {{ preset = \"{}\" }}", spec.key, *value.string());
}

void report_left_over(const FieldSpec& spec, const Entry& entry, Diagnostics& diagnostics) {
    diagnostics.push_back(make_error(codes::wrong_type, entry.value.origin.place,
                                     fmt::format("`{}` cannot be {}", spec.key, name_of(entry.value.kind())),
                                     fmt::format("for example {} = {}", spec.key, spec.example)));
}

void report_later(const LaterSpec& spec, const Entry& entry, const std::string& what, Diagnostics& diagnostics) {
    diagnostics.push_back(make_error(codes::not_supported, entry.key_place,
                                     fmt::format("{}: `{}` is not yet supported", what, spec.key),
                                     std::string(spec.reason)));
}

void bind_name(const Table& table, Place place, const FieldSpec& spec, std::string& name, Diagnostics& diagnostics) {
    const Value* value = find(table, spec.key);
    if (value == nullptr) {
        if (!spec.default_text.empty()) return;
        diagnostics.push_back(make_error(codes::key_missing, place, fmt::format("`{}` is missing", spec.key),
                                         fmt::format("for example {} = {}", spec.key, spec.example)));
        return;
    }
    const std::string* text = value->string();
    if (text == nullptr) {
        diagnostics.push_back(make_error(codes::wrong_type, value->origin.place,
                                         fmt::format("`{}` wants a string, not {}", spec.key, name_of(value->kind()))));
        return;
    }
    auto id = parse_id(*text);
    if (!id) {
        diagnostics.push_back(make_error(*value, id.error()));
        return;
    }
    name = std::move(*id);
}

}  // namespace nines::scenario
