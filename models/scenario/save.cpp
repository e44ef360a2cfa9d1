// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/save.hpp"

#include <vector>

#include <fmt/format.h>

#include "models/scenario/fields.hpp"
#include "models/scenario/fields/vary.hpp"
#include "models/scenario/value_form.hpp"

namespace nines::scenario {
namespace {

template <class Part>
std::string inline_table(const Part& part);

/// Writes what one object says: lines `key = value`, and lists of tables, which must follow all lines.
template <class T>
class SaveVisitor {
public:
    explicit SaveVisitor(const T& object) : object_(object) {}

    template <class M>
    void field(const FieldSpec& spec, Field<M> T::*member) {
        if (spec.key == preset_spec.key) return;  // Its values are all here.
        const Field<M>& field = object_.*member;
        if (field) lines_.push_back(fmt::format("{} = {}", spec.key, to_toml(*field, spec)));
    }

    void name(const FieldSpec& spec, std::string T::*member) {
        lines_.push_back(fmt::format("{} = {}", spec.key, to_toml(object_.*member)));
    }

    template <class Part>
    void table(const FieldSpec& spec, Field<Part> T::*member) {
        const Field<Part>& field = object_.*member;
        if (field) lines_.push_back(fmt::format("{} = {}", spec.key, inline_table(*field)));
    }

    template <class Part>
    void part(const FieldSpec& spec, Part T::*member) {
        const std::string text = inline_table(object_.*member);
        if (text != "{}") lines_.push_back(fmt::format("{} = {}", spec.key, text));
    }

    template <class Part>
    void tables(const FieldSpec& spec, std::vector<Part> T::*member) {
        for (const Part& item : object_.*member) {
            if (is_unnamed(item, object_.*member)) continue;
            lists_.push_back({std::string(spec.key), lines_of(item)});
        }
    }

    void unnamed_mode(std::vector<FailureMode> T::*member) {
        const auto& modes = object_.*member;
        if (modes.empty() || !is_unnamed(modes.front(), modes)) return;
        SaveVisitor<FailureMode> visitor(modes.front());
        fields_of(KindTag<FailureMode>{}, visitor);
        lines_.insert(lines_.end(), visitor.lines().begin(), visitor.lines().end());
    }

    void reuse(const FieldSpec&) {}
    void later(const LaterSpec&) {}

    struct List {
        std::string key;
        std::vector<std::string> lines;
    };

    const std::vector<std::string>& lines() const { return lines_; }
    const std::vector<List>& lists() const { return lists_; }

private:
    /// The mode that is written directly in its node or domain.
    template <class Part>
    static bool is_unnamed(const Part& item, const std::vector<Part>& items) {
        if constexpr (std::is_same_v<Part, FailureMode>) {
            return &item == &items.front() && item.name == FailureMode{}.name;
        } else {
            return false;
        }
    }

    template <class Part>
    static std::vector<std::string> lines_of(const Part& part) {
        SaveVisitor<Part> visitor(part);
        fields_of(KindTag<Part>{}, visitor);
        std::vector<std::string> lines = visitor.lines();
        if constexpr (std::is_same_v<Part, FailureMode>) {
            lines.insert(lines.begin(), fmt::format("name = {}", to_toml(part.name)));
        }
        return lines;
    }

    const T& object_;
    std::vector<std::string> lines_;
    std::vector<List> lists_;
};

template <class Part>
std::string inline_table(const Part& part) {
    SaveVisitor<Part> visitor(part);
    fields_of(KindTag<Part>{}, visitor);
    if (visitor.lines().empty()) return "{}";
    return fmt::format("{{ {} }}", fmt::join(visitor.lines(), ", "));
}

void append(std::string& text, const std::string& header, const std::vector<std::string>& lines) {
    text += fmt::format("\n{}\n", header);
    for (const std::string& line : lines) text += line + '\n';
}

template <class T>
void append_thing(std::string& text, const std::string& path, const T& thing) {
    SaveVisitor<T> visitor(thing);
    fields_of(KindTag<T>{}, visitor);
    append(text, fmt::format("[{}]", path), visitor.lines());
    for (const auto& list : visitor.lists()) append(text, fmt::format("[[{}.{}]]", path, list.key), list.lines);
}

}  // namespace

std::string to_toml(const Scenario& scenario, const std::vector<Vary>& varied) {
    std::string text = "format = 1\n";
    append_thing(text, "scenario", scenario.experiment);
    for_each_kind([&](auto tag, auto member) {
        for (const auto& thing : scenario.*member) {
            append_thing(text, fmt::format("{}.{}", kind_info(tag).word, toml_key(thing.id)), thing);
        }
    });
    for (const Vary& vary : varied) {
        SaveVisitor<Vary> visitor(vary);
        fields_of(KindTag<Vary>{}, visitor);
        append(text, "[[vary]]", visitor.lines());
    }
    return text;
}

}  // namespace nines::scenario
