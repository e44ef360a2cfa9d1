// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <type_traits>
#include <vector>

#include "models/scenario/fields.hpp"
#include "models/scenario/value_form.hpp"

/// From a document's table to the typed struct of its kind, key by key.
namespace nines::scenario {

// --- parts that do not depend on the type ---

/// Reports each key of `table` that is not in `known`. `what` names the thing: `node "web"`.
void report_unknown_keys(const Table& table, const std::vector<std::string_view>& known, const std::string& what,
                         Diagnostics& diagnostics);
/// Reports a number outside the bounds of its key and returns false.
bool check_bounds(double number, const FieldSpec& spec, const Value& value, Diagnostics& diagnostics);
void report_not_a_table(const FieldSpec& spec, const Value& value, Diagnostics& diagnostics);
/// Where a bare value is not a preset's name: how such a name is written, if `value` looks like one and is wrong.
void hint_at_preset(const FieldSpec& spec, const Value& value, Diagnostic& wrong);
void report_left_over(const FieldSpec& spec, const Entry& entry, Diagnostics& diagnostics);
void report_later(const LaterSpec& spec, const Entry& entry, const std::string& what, Diagnostics& diagnostics);
/// The id of a table in a list of tables, or its default; reports a wrong one, and a missing one without a default.
void bind_name(const Table& table, Place place, const FieldSpec& spec, std::string& name, Diagnostics& diagnostics);

template <class T>
bool within_bounds(const T& value, const FieldSpec& spec, const Value& written, Diagnostics& diagnostics) {
    if constexpr (std::is_same_v<T, Duration>) {
        return check_bounds(value.in_seconds(), spec, written, diagnostics);
    } else if constexpr (std::is_same_v<T, Rate>) {
        return check_bounds(value.per_second, spec, written, diagnostics);
    } else if constexpr (std::is_same_v<T, Size>) {
        return check_bounds(value.bytes, spec, written, diagnostics);
    } else if constexpr (std::is_same_v<T, ByteRate>) {
        return check_bounds(value.bytes_per_second, spec, written, diagnostics);
    } else if constexpr (std::is_same_v<T, RequestRate>) {
        return check_bounds(value.requests_per_second, spec, written, diagnostics);
    } else if constexpr (std::is_same_v<T, Numbers>) {
        return std::all_of(value.begin(), value.end(),
                           [&](double number) { return check_bounds(number, spec, written, diagnostics); });
    } else if constexpr (std::is_arithmetic_v<T> && !std::is_same_v<T, bool>) {
        return check_bounds(static_cast<double>(value), spec, written, diagnostics);
    } else {
        return true;
    }
}

/// Fills the members of `object` from `table`. A value that cannot be read leaves its field empty, but with the
/// place where it was written: so nobody complains a second time that it is missing.
template <class T>
class BindVisitor {
public:
    BindVisitor(const Table& table, Place place, T& object, std::string what, ReadContext& context)
        : table_(table), place_(place), object_(object), what_(std::move(what)), context_(context) {}

    /// Binds all keys and reports those that are unknown.
    void run() {
        fields_of(KindTag<T>{}, *this);
        report_unknown_keys(table_, known_, what_, context_.diagnostics);
    }

    template <class M>
    void field(const FieldSpec& spec, Field<M> T::*member) {
        bind_field(spec, object_.*member);
    }

    void name(const FieldSpec& spec, std::string T::*member) {
        known_.emplace_back(spec.key);
        bind_name(table_, place_, spec, object_.*member, context_.diagnostics);
    }

    template <class Part>
    void table(const FieldSpec& spec, Field<Part> T::*member) {
        known_.emplace_back(spec.key);
        const Entry* entry = find_entry(table_, spec.key);
        if (entry == nullptr) return;
        Field<Part>& field = object_.*member;
        field.origin = entry->value.origin;
        if (entry->value.table() != nullptr) {
            field.value = bind_part<Part>(spec, *entry->value.table(), entry->value.origin.place);
            return;
        }
        if (entry->value.array() != nullptr || spec.shorthand.empty()) {
            report_not_a_table(spec, entry->value, context_.diagnostics);
            return;
        }
        Table short_form;
        short_form.entries.push_back({std::string(spec.shorthand), entry->key_place, entry->value});
        const std::size_t mistakes = context_.diagnostics.size();
        field.value = bind_part<Part>(spec, short_form, entry->value.origin.place);
        if constexpr (requires(Part part) { part.preset; }) {
            if (context_.diagnostics.size() > mistakes) hint_at_preset(spec, entry->value, context_.diagnostics.back());
        }
    }

    template <class Part>
    void part(const FieldSpec& spec, Part T::*member) {
        known_.emplace_back(spec.key);
        const Entry* entry = find_entry(table_, spec.key);
        if (entry == nullptr) return;
        if (entry->value.table() == nullptr) {
            report_not_a_table(spec, entry->value, context_.diagnostics);
            return;
        }
        object_.*member = bind_part<Part>(spec, *entry->value.table(), entry->value.origin.place);
    }

    template <class Part>
    void tables(const FieldSpec& spec, std::vector<Part> T::*member) {
        known_.emplace_back(spec.key);
        const Entry* entry = find_entry(table_, spec.key);
        if (entry == nullptr) return;
        if (const Array* array = entry->value.array()) {
            for (const Value& item : array->items) bind_item(spec, item, object_.*member);
        } else {
            bind_item(spec, entry->value, object_.*member);
        }
    }

    void unnamed_mode(std::vector<FailureMode> T::*member) {
        FailureMode mode;
        BindVisitor<FailureMode> visitor(table_, place_, mode, what_, context_);
        fields_of(KindTag<FailureMode>{}, visitor);
        bool given = false;
        for (const std::string_view key : visitor.known()) {
            given = given || find_entry(table_, key) != nullptr;
            known_.push_back(key);
        }
        mode.place = place_;
        if (given) (object_.*member).insert((object_.*member).begin(), std::move(mode));
    }

    void reuse(const FieldSpec& spec) {
        known_.emplace_back(spec.key);
        if (const Entry* entry = find_entry(table_, spec.key)) report_left_over(spec, *entry, context_.diagnostics);
    }

    void later(const LaterSpec& spec) {
        known_.emplace_back(spec.key);
        if (const Entry* entry = find_entry(table_, spec.key)) report_later(spec, *entry, what_, context_.diagnostics);
    }

    const std::vector<std::string_view>& known() const { return known_; }

private:
    template <class M>
    void bind_field(const FieldSpec& spec, Field<M>& field) {
        known_.emplace_back(spec.key);
        const Entry* entry = find_entry(table_, spec.key);
        if (entry == nullptr) return;
        field.origin = entry->value.origin;
        field.value = read_as(KindTag<M>{}, entry->value, spec, context_);
        if (field.value && !within_bounds(*field.value, spec, entry->value, context_.diagnostics)) field.value.reset();
    }

    template <class Part>
    Part bind_part(const FieldSpec& spec, const Table& table, Place place) {
        Part part;
        part.place = place;
        std::string what = what_ + ", `" + std::string(spec.key) + "`";
        BindVisitor<Part>(table, place, part, std::move(what), context_).run();
        return part;
    }

    template <class Part>
    void bind_item(const FieldSpec& spec, const Value& item, std::vector<Part>& parts) {
        if (item.table() == nullptr) {
            report_not_a_table(spec, item, context_.diagnostics);
            return;
        }
        if constexpr (std::is_same_v<Part, FailureMode>) {
            parts.push_back(bind_mode(*item.table(), item.origin.place));
        } else {
            parts.push_back(bind_part<Part>(spec, *item.table(), item.origin.place));
        }
    }

    /// A failure mode with a name: the keys of a mode, and `name`.
    FailureMode bind_mode(const Table& table, Place place) {
        constexpr FieldSpec name_spec{.key = "name", .help = "Name of the mode.", .example = "\"crash\""};
        FailureMode mode;
        mode.place = place;
        mode.name.clear();
        bind_name(table, place, name_spec, mode.name, context_.diagnostics);
        const std::string what = what_ + ", failure mode \"" + mode.name + "\"";
        BindVisitor<FailureMode> visitor(table, place, mode, what, context_);
        visitor.known_.emplace_back(name_spec.key);
        visitor.run();
        return mode;
    }

    template <class>
    friend class BindVisitor;

    const Table& table_;
    Place place_;
    T& object_;
    std::string what_;
    ReadContext& context_;
    std::vector<std::string_view> known_;
};

}  // namespace nines::scenario
