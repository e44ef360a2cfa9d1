// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/scenario/field_spec.hpp"
#include "models/scenario/value_form.hpp"

/// The field lists as data, for panels and palettes that show every kind without knowing any.
namespace nines::edit {

/// What stands right of the equals sign.
enum class Shape {
    value,      ///< One value, or a list of them.
    law,        ///< A distribution.
    reference,  ///< Names of things: see `refers`.
    table,      ///< Keys of its own: `fields`.
    tables,     ///< A list of tables with these keys.
};

/// How the texts of a reference name things.
enum class Naming {
    nothing,
    id,         ///< The text is the id of a thing of the one kind in `refers`.
    reference,  ///< "web", "group:web", "web/2".
    selector,   ///< Also "eu/*", "tag:blue".
    need,       ///< "2 of web", "any of a, b".
    action,     ///< "fail web for 6 h".
    plan,       ///< "domain eu down for 10 min", "promote pg-us takes 2 min".
};

/// One key of a kind, or of a table within it.
struct FieldInfo {
    std::string key;
    std::string help;
    std::string example;       ///< As TOML.
    std::string default_text;  ///< What holds when nobody says anything.
    std::string alternatives;  ///< Keys of one table with the same word say the same thing in other ways.
    std::string instead_of;
    std::string source;
    Shape shape = Shape::value;
    scenario::FormInfo form;          ///< Of values: "duration", allowed words, whether a list may stand.
    scenario::Bounds bounds;          ///< Of numbers, in base units.
    std::vector<std::string> refers;  ///< Kinds that may be named; empty: it names nothing.
    Naming naming = Naming::nothing;
    bool places = false;            ///< What it names contains the thing.
    std::string along;              ///< Of lists: one entry for each of this key's.
    std::vector<FieldInfo> fields;  ///< Of tables.
    std::string shorthand;          ///< Of a table: the key that a bare value stands for.
    std::string library;            ///< Of a `preset` key, and of a table that has one: the kind in the library.
    std::string later;              ///< Why it is not supported yet; empty: it is.
    bool named = false;             ///< Of lists of tables: its tables have names.
    std::string left_out_by;        ///< Of lists of tables: the key that names inherited ones that are left out.
};

struct KindDescription {
    std::string word;      ///< "group"; "scenario" is the experiment.
    std::string question;  ///< Which question the kind answers.
    std::string example;   ///< A few lines of TOML.
    std::vector<FieldInfo> fields;
    bool has_failure_modes = false;  ///< Keys of the unnamed mode are among `fields`.
    std::string later;               ///< Why it is not supported yet; empty: it is.
};

/// All kinds in the order of a file, the experiment first, those not supported yet last.
std::vector<KindDescription> describe_kinds();

/// The description of a word among `kinds`; null: none.
const KindDescription* find_kind(const std::vector<KindDescription>& kinds, std::string_view word);

/// The field at a path of keys within fields ({ "check", "inter" }), skipping names and numbers of list elements;
/// null: none.
const FieldInfo* find_field(const std::vector<FieldInfo>& fields, const std::vector<std::string>& keys);

/// Presets of a kind of the library ("node", "balancer", "check"), in alphabetical order.
struct PresetInfo {
    std::string name;
    std::string description;
    struct Value {
        std::string key;
        std::string text;
        std::string grade;  ///< "verified", ..
        std::string source;
    };
    std::vector<Value> values;
};
std::vector<PresetInfo> describe_presets(std::string_view library_kind);

}  // namespace nines::edit
