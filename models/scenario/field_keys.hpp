// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/scenario/document.hpp"
#include "models/scenario/fields.hpp"

namespace nines::scenario {

template <class T>
MergeRules merge_rules_of(KindTag<T> tag);

/// Gathers the keys of a field list, and what merging two tables of it has to know.
class KeyVisitor {
public:
    template <class Member>
    void field(const FieldSpec& spec, Member) {
        add(spec);
    }
    template <class Member>
    void name(const FieldSpec& spec, Member) {
        add(spec);
    }
    template <class T, class Part>
    void table(const FieldSpec& spec, Field<Part> T::*) {
        add(spec);
        add_inner(spec, merge_rules_of(KindTag<Part>{}));
    }
    template <class T, class Part>
    void part(const FieldSpec& spec, Part T::*) {
        add(spec);
        add_inner(spec, merge_rules_of(KindTag<Part>{}));
    }
    template <class Member>
    void tables(const FieldSpec& spec, Member) {
        add(spec);
    }
    template <class Member>
    void unnamed_mode(Member) {
        fields_of(KindTag<FailureMode>{}, *this);
    }
    void reuse(const FieldSpec& spec) { add(spec); }
    void later(const LaterSpec& spec) { keys_.emplace_back(spec.key); }

    const std::vector<std::string>& keys() const { return keys_; }
    const MergeRules& rules() const { return rules_; }

private:
    void add(const FieldSpec& spec);
    void add_inner(const FieldSpec& spec, MergeRules rules);

    std::vector<std::string> keys_;
    std::vector<std::string> groups_;  ///< Word of each entry of `rules_.alternatives`; empty: a pair.
    MergeRules rules_;
};

/// All keys of a kind, those not yet supported too.
template <class T>
std::vector<std::string> keys_of(KindTag<T> tag) {
    KeyVisitor visitor;
    fields_of(tag, visitor);
    return visitor.keys();
}

/// How tables of the kind are laid over each other.
template <class T>
MergeRules merge_rules_of(KindTag<T> tag) {
    KeyVisitor visitor;
    fields_of(tag, visitor);
    return visitor.rules();
}

/// How whole documents are laid over each other, before reuse: `without` stays.
MergeRules document_rules();

/// The words of all kinds, `scenario` and those not yet supported too.
std::vector<std::string> kind_words();

}  // namespace nines::scenario
