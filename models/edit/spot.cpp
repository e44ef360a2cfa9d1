// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/spot.hpp"

#include <algorithm>

#include "models/scenario/fields.hpp"

namespace nines::edit {
namespace {

constexpr std::string_view defaults_key = "defaults";
constexpr std::string_view split_key = "split";

const std::string_view experiment_word = kind_info(scenario::KindTag<scenario::Experiment>{}).word;

const FieldInfo* field_of(const std::vector<FieldInfo>& fields, std::string_view key) {
    const auto found = std::find_if(fields.begin(), fields.end(), [key](const FieldInfo& f) { return f.key == key; });
    return found == fields.end() ? nullptr : &*found;
}

}  // namespace

Schema::Schema() : kinds_(describe_kinds()) {
    for (const KindDescription& kind : kinds_) gather(kind.fields);
}

bool Schema::gather(const std::vector<FieldInfo>& fields) {
    bool any = false;
    for (const FieldInfo& field : fields) {
        const bool within = gather(field.fields);
        if (!within && field.refers.empty()) continue;
        naming_.insert(&field);
        any = true;
    }
    return any;
}

bool Schema::has_things(std::string_view word) const {
    const KindDescription* kind = find_kind(kinds_, word);
    return kind != nullptr && kind->later.empty() && word != experiment_word;
}

std::size_t Schema::order_of(std::string_view word) const {
    const auto found =
        std::find_if(kinds_.begin(), kinds_.end(), [word](const KindDescription& kind) { return kind.word == word; });
    if (found != kinds_.end()) return static_cast<std::size_t>(found - kinds_.begin());
    return word == defaults_key ? 0 : kinds_.size();
}

Spot Schema::step(const Spot& from, std::string_view key) const {
    Spot to;
    to.level = Spot::Level::unknown;
    const auto enter_thing = [&](const KindDescription& kind) {
        to.level = Spot::Level::table;
        to.kind = &kind;
        to.fields = &kind.fields;
        to.may_split = field_of(kind.fields, split_key) != nullptr;
    };
    switch (from.level) {
        case Spot::Level::root:
        case Spot::Level::defaults: {
            const bool outermost = from.level == Spot::Level::root;
            const KindDescription* kind = find_kind(kinds_, key);
            if (outermost && key == defaults_key) {
                to.level = Spot::Level::defaults;
            } else if (kind != nullptr && (!outermost || key == experiment_word)) {
                enter_thing(*kind);
            } else if (kind != nullptr) {
                to.level = Spot::Level::kind;
                to.kind = kind;
            }
            return to;
        }
        case Spot::Level::kind:
            enter_thing(*from.kind);
            to.id = key;
            return to;
        case Spot::Level::table: break;
        case Spot::Level::value:
        case Spot::Level::unknown: return to;
    }
    const FieldInfo* field = field_of(*from.fields, key);
    if (field == nullptr && from.may_split) {
        to = from;
        to.may_be_word = true;
    } else if (field != nullptr) {
        to.level = field->fields.empty() ? Spot::Level::value : Spot::Level::table;
        to.kind = from.kind;
        to.id = from.id;
        to.fields = &field->fields;
        to.field = field;
    }
    return to;
}

Spot Schema::spot(const Steps& path) const {
    Spot at;
    for (const Step& next : path) at = step(at, next.key);
    return at;
}

std::size_t depth_of_thing(const Steps& path) {
    return !path.empty() && path.front().key == experiment_word ? 1 : 2;
}

}  // namespace nines::edit
