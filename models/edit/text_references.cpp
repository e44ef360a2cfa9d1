// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/text_references.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "models/edit/edit.hpp"
#include "models/edit/inline_edit.hpp"
#include "models/edit/value_edit.hpp"
#include "models/scenario/characters.hpp"

namespace nines::edit {
namespace {

/// Goes through all values, with the meaning of each.
class Walk {
public:
    Walk(const TomlLayout& layout, const Schema& schema, const std::vector<std::string>& ids)
        : layout_(layout), schema_(schema), ids_(ids) {}

    std::vector<ReferenceAt> run() {
        for (const Section& section : layout_.sections) {
            std::optional<Spot> spot;
            for (std::size_t i = section.first; i < section.last; ++i) {
                const Assignment& assignment = layout_.assignments[i];
                if (!may_name(assignment.value.of(layout_.text))) continue;
                if (!spot) spot = schema_.spot(section.path);
                visit(along(*spot, assignment.key), {i, {}, assignment.value});
            }
        }
        return std::move(found_);
    }

private:
    /// What is written with escapes may name anything. Many ids would take longer to look for than to read all.
    bool may_name(std::string_view value) const {
        constexpr std::size_t many = 16;
        if (ids_.empty() || ids_.size() > many || value.find('\\') != std::string_view::npos) return true;
        return std::any_of(ids_.begin(), ids_.end(),
                           [&](const std::string& id) { return value.find(id) != std::string_view::npos; });
    }

    Spot along(Spot spot, const Key& key) const {
        for (const KeyPart& part : key) spot = schema_.step(spot, part.name);
        return spot;
    }

    void visit(const Spot& spot, ValueAt at) {
        if (spot.level == Spot::Level::unknown) return;
        if (spot.field != nullptr && !schema_.names_things(*spot.field)) return;
        if (spot.level == Spot::Level::value) return add(spot, std::move(at));
        const bool list = is_array(layout_.text, at.value);
        if (list && (spot.field == nullptr || spot.field->shape != Shape::tables)) return;
        if (!list && !is_inline_table(layout_.text, at.value)) {
            if (spot.field == nullptr || spot.field->shorthand.empty()) return;
            const Spot meant = schema_.step(spot, spot.field->shorthand);
            if (meant.field != nullptr && !meant.field->refers.empty()) add(meant, std::move(at));
            return;
        }
        const auto items = items_in(layout_.text, at.value);
        for (std::size_t i = 0; i < items.size(); ++i) {
            ValueAt inner = at;
            inner.holders.push_back({at.value, items, i});
            inner.value = items[i].value;
            visit(along(spot, items[i].key), std::move(inner));
        }
    }

    void add(const Spot& spot, ValueAt at) {
        if (spot.field->refers.empty()) return;
        found_.push_back({.owner = {spot.kind->word, spot.id}, .field = spot.field, .at = std::move(at)});
    }

    const TomlLayout& layout_;
    const Schema& schema_;
    const std::vector<std::string>& ids_;
    std::vector<ReferenceAt> found_;
};

/// A need of some of several things without those that are gone; empty: none is left. What needs more than are left
/// needs all of them.
std::string need_without(const std::string& text, const std::vector<bool>& gone) {
    if (std::all_of(gone.begin(), gone.end(), [](bool is_gone) { return is_gone; })) return {};
    const std::size_t of = text.find("of");
    if (gone.size() == 1 || of == std::string::npos) return text;
    std::string_view head = scenario::trimmed(std::string_view(text).substr(0, of));
    std::string_view rest = std::string_view(text).substr(of + 2);
    std::vector<std::string> left;
    for (const bool is_gone : gone) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        if (!is_gone) left.emplace_back(scenario::trimmed(rest.substr(0, comma)));
        rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    if (left.size() == 1) return left.front();
    const bool counted = head != "any" && head != "all";
    if (counted && head.size() <= 6 && std::stoul(std::string(head)) > left.size()) head = "all";
    return fmt::format("{} of {}", head, fmt::join(left, ", "));
}

/// The list of the same table that has one entry for each of `reference`.
std::optional<ValueAt> list_along(const TomlLayout& layout, const Schema& schema, const ReferenceAt& reference) {
    const KindDescription* kind = find_kind(schema.kinds(), reference.owner.kind);
    if (kind == nullptr || !reference.at.holders.empty()) return std::nullopt;
    for (const FieldInfo& field : kind->fields) {
        if (field.along != reference.field->key) continue;
        Steps path = layout.path_of(layout.assignments[reference.at.assignment]);
        path.back().key = field.key;
        Location found = find(layout, path);
        if (found.form == Location::Form::value && is_array(layout.text, found.at.value)) return found.at;
    }
    return std::nullopt;
}

bool any_of(const std::vector<bool>& flags) {
    return std::find(flags.begin(), flags.end(), true) != flags.end();
}

/// Entries of a list, and of lists in it, counted through; a list in it of which none is left goes too.
void remove_entries(const TomlLayout& layout, const ValueAt& list, const std::vector<bool>& gone, Changes& changes) {
    const auto items = items_in(layout.text, list.value);
    std::vector<bool> gone_items(items.size(), false);
    std::size_t next = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const bool is_list = is_array(layout.text, items[i].value);
        const auto inner = is_list ? items_in(layout.text, items[i].value) : std::vector<InlineItem>();
        const std::size_t count = is_list ? inner.size() : 1;
        if (next + count > gone.size()) return;
        const auto begin = gone.begin() + static_cast<std::ptrdiff_t>(next);
        const std::vector<bool> here(begin, begin + static_cast<std::ptrdiff_t>(count));
        next += count;
        gone_items[i] = count > 0 && std::find(here.begin(), here.end(), false) == here.end();
        if (is_list && !gone_items[i] && any_of(here)) remove_items(layout.text, inner, here, changes);
    }
    if (next == gone.size() && any_of(gone_items)) remove_items(layout.text, items, gone_items, changes);
}

}  // namespace

std::vector<ReferenceAt> references_in(const TomlLayout& layout, const Schema& schema,
                                       const std::vector<std::string>& ids) {
    return Walk(layout, schema, ids).run();
}

std::vector<ReferenceText> texts_of(const TomlLayout& layout, const ReferenceAt& reference) {
    std::vector<ReferenceText> texts;
    const auto add = [&](const Span& span) {
        ReferenceText text{.span = span, .text = string_in(layout.text, span).value_or(std::string()), .names = {}};
        text.names = names_in(reference.field->naming, text.text);
        texts.push_back(std::move(text));
    };
    if (is_string(layout.text, reference.at.value)) add(reference.at.value);
    if (!is_array(layout.text, reference.at.value)) return texts;
    for (const InlineItem& item : items_in(layout.text, reference.at.value)) {
        if (reference.field->naming != Naming::plan || !is_array(layout.text, item.value)) {
            add(item.value);
            continue;
        }
        for (const InlineItem& inner : items_in(layout.text, item.value)) add(inner.value);  // steps side by side
    }
    return texts;
}

bool remove_names(const TomlLayout& layout, const Schema& schema, const ReferenceAt& reference,
                  const KnownThings& known, const Chosen& chosen, Changes& changes) {
    const std::vector<ReferenceText> texts = texts_of(layout, reference);
    std::vector<bool> gone(texts.size(), false);
    std::vector<std::string> rewritten(texts.size());
    bool any = false;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        std::vector<bool> gone_names;
        for (const NameInText& name : texts[i].names) {
            const auto meaning = known.meaning(name, reference.field->refers);
            gone_names.push_back(meaning && chosen(name, *meaning));
        }
        if (std::find(gone_names.begin(), gone_names.end(), true) == gone_names.end()) continue;
        any = true;
        const bool divisible = reference.field->naming == Naming::need;
        if (divisible) rewritten[i] = need_without(texts[i].text, gone_names);
        gone[i] = rewritten[i].empty();
    }
    if (!any) return false;
    const auto along = list_along(layout, schema, reference);
    if (std::find(gone.begin(), gone.end(), false) == gone.end()) {
        remove_at(layout, reference.at, changes);
        if (along) remove_at(layout, *along, changes);
        return true;
    }
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (!gone[i] && !rewritten[i].empty()) changes.replace(texts[i].span, quoted(rewritten[i]));
    }
    if (std::find(gone.begin(), gone.end(), true) == gone.end()) return true;
    remove_entries(layout, reference.at, gone, changes);
    if (along) remove_entries(layout, *along, gone, changes);
    return true;
}

void rewrite_name(const TomlLayout& layout, const ReferenceText& text, const NameInText& name, std::size_t length,
                  const std::string& new_id, Changes& changes) {
    if (const auto content = plain_content(layout.text, text.span)) {
        const std::size_t begin = content->begin + name.offset;
        changes.replace({begin, begin + length}, new_id);
        return;
    }
    std::string whole = text.text;
    whole.replace(name.offset, length, new_id);
    changes.replace(text.span, quoted(whole));
}

}  // namespace nines::edit
