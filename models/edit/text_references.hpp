// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "models/edit/changes.hpp"
#include "models/edit/locate.hpp"
#include "models/edit/text_names.hpp"

/// All places of a text where names of things stand.
namespace nines::edit {

/// The value of a key that names things, somewhere in a file.
struct ReferenceAt {
    ThingName owner;  ///< Its id is empty for defaults of a kind.
    const FieldInfo* field = nullptr;
    ValueAt at;
};

/// Those that may name one of the ids (or a part or member of it), in the order of the text; no ids: all.
std::vector<ReferenceAt> references_in(const TomlLayout& layout, const Schema& schema,
                                       const std::vector<std::string>& ids = {});

/// One text within such a value, which may be a list of them.
struct ReferenceText {
    Span span;
    std::string text;
    std::vector<NameInText> names;
};
std::vector<ReferenceText> texts_of(const TomlLayout& layout, const ReferenceAt& reference);

/// A name, and whose id is in it.
using Chosen = std::function<bool(const NameInText&, const KnownThings::Meaning&)>;

/// Takes the chosen names out of a reference; entries of lists that go along with it lose theirs too. Returns whether
/// anything was removed.
bool remove_names(const TomlLayout& layout, const Schema& schema, const ReferenceAt& reference,
                  const KnownThings& known, const Chosen& chosen, Changes& changes);

/// Writes another text into a string where it stands.
void rewrite_name(const TomlLayout& layout, const ReferenceText& text, const NameInText& name, std::size_t length,
                  const std::string& new_id, Changes& changes);

}  // namespace nines::edit
