// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/properties/property_session.hpp"

#include <algorithm>
#include <cctype>

namespace nines::gui {
namespace {

bool is_one_of(const std::vector<std::string>& kinds, const std::string& kind) {
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

bool is_id_character(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_' || c == '/';
}

/// The words of a text that may be ids, each followed by what stands before its slashes: "web/2" is of "web".
std::vector<std::string> possible_ids(const std::string& text) {
    std::vector<std::string> ids;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && is_id_character(text[end])) ++end;
        std::string word = text.substr(at, end - at);
        while (!word.empty()) {
            ids.push_back(word);
            const std::size_t slash = word.rfind('/');
            word.erase(slash == std::string::npos ? 0 : slash);
        }
        at = end + 1;
    }
    return ids;
}

}  // namespace

QString path_text(const edit::Path& path) {
    QStringList keys;
    for (const std::string& key : path) keys << QString::fromStdString(key);
    return keys.join(QLatin1Char('.'));
}

PropertySession::PropertySession(Document& document, QObject* parent)
    : QObject(parent), document_(document), kinds_(edit::describe_kinds()) {
    set_things({});
}

const edit::KindDescription* PropertySession::kind() const {
    return edit::find_kind(kinds_, things_.front().kind);
}

const edit::PropertyState* PropertySession::value(const edit::Path& path) const {
    const auto found = state_.values.find(path);
    return found == state_.values.end() ? nullptr : &found->second;
}

void PropertySession::set_things(std::vector<edit::ThingName> things) {
    if (things.empty()) things.push_back({"scenario", ""});
    things_ = std::move(things);
    std::vector<const std::vector<edit::FieldInfo>*> lists;
    bool one_kind = true;
    for (const edit::ThingName& name : things_) {
        one_kind = one_kind && name.kind == things_.front().kind;
        if (const edit::KindDescription* kind = edit::find_kind(kinds_, name.kind)) lists.push_back(&kind->fields);
    }
    fields_ = lists.size() == 1 ? *lists.front() : edit::common_fields(lists);
    const edit::KindDescription* first = kind();
    example_ = one_kind && first != nullptr ? first->example : std::string();
    refresh();
}

void PropertySession::refresh() {
    if (!document_.topology_is_current()) {
        Q_EMIT state_changed();
        return;
    }
    const scenario::Table tables = edit::own_tables(document_.text());
    std::vector<edit::ThingState> states;
    for (const edit::ThingName& name : things_) {
        const edit::KindDescription* kind = edit::find_kind(kinds_, name.kind);
        if (kind == nullptr) continue;
        states.push_back(edit::state_of_thing(document_.text(), tables, document_.opened(), name, kind->fields));
    }
    state_ = states.empty() ? edit::ThingState() : edit::combined(states);
    Q_EMIT state_changed();
}

QStringList PropertySession::ids_of(const std::vector<std::string>& kinds) const {
    QStringList ids;
    for (const edit::Item& item : document_.topology().items) {
        const bool is_itself = things_.size() == 1 && item.name == things_.front();
        if (is_one_of(kinds, item.name.kind) && !is_itself) ids << QString::fromStdString(item.name.id);
    }
    ids.removeDuplicates();
    return ids;
}

std::optional<edit::ThingName> PropertySession::thing_in(const QString& text,
                                                         const std::vector<std::string>& kinds) const {
    const auto rank = [&](const std::string& kind) { return std::find(kinds.begin(), kinds.end(), kind); };
    for (const std::string& id : possible_ids(text.toStdString())) {
        std::optional<edit::ThingName> found;
        for (const edit::Item& item : document_.topology().items) {
            if (item.name.id != id || !is_one_of(kinds, item.name.kind)) continue;
            if (!found || rank(item.name.kind) < rank(found->kind)) found = item.name;
        }
        if (found) return found;
    }
    return std::nullopt;
}

edit::Path PropertySession::whole_path(const edit::ThingName& name, const edit::Path& path) const {
    edit::Path whole = {name.kind};
    if (!name.id.empty()) whole.push_back(name.id);
    whole.insert(whole.end(), path.begin(), path.end());
    return whole;
}

void PropertySession::set_value(const edit::Path& path, const std::string& toml, const QString& merge,
                                const std::vector<edit::Path>& instead) {
    edit::Edited edited{document_.text(), {}};
    for (const edit::ThingName& name : things_) {
        for (const edit::Path& other : instead) {
            if (edited.ok()) edited = edit::remove_value(edited.text, whole_path(name, other));
        }
        if (edited.ok()) edited = edit::set_value(edited.text, whole_path(name, path), toml);
    }
    apply(tr("Set %1 of %2").arg(path_text(path), whose()), edited, merge);
}

void PropertySession::remove_value(const edit::Path& path, const QString& merge) {
    edit::Edited edited{document_.text(), {}};
    for (const edit::ThingName& name : things_) {
        if (edited.ok()) edited = edit::remove_value(edited.text, whole_path(name, path));
    }
    apply(tr("Reset %1 of %2").arg(path_text(path), whose()), edited, merge);
}

QString PropertySession::whose() const {
    if (things_.size() > 1) return tr("%n things", "", static_cast<int>(things_.size()));
    const edit::ThingName& name = things_.front();
    return QString::fromStdString(name.id.empty() ? name.kind : name.id);
}

void PropertySession::apply(const QString& label, const edit::Edited& edited, const QString& merge) {
    QString word;
    if (!merge.isEmpty()) {
        word = QStringLiteral("property");
        for (const edit::ThingName& name : things_) word += QLatin1Char(' ') + QString::fromStdString(subject_of(name));
        word += QLatin1Char(' ') + merge;
    }
    const QString told = document_.apply(label, edited, {}, word);
    if (!told.isEmpty()) Q_EMIT problem(told);
}

std::string PropertySession::free_element(const edit::Path& list, const std::string& wish,
                                          const std::string& usual_name) const {
    std::vector<std::string> taken = edit::elements_of(state_, list);
    for (std::string& name : taken) {
        if (name.starts_with('#')) name = usual_name;
    }
    std::string name = wish;
    for (int n = 2; std::find(taken.begin(), taken.end(), name) != taken.end(); ++n) {
        name = wish + "-" + std::to_string(n);
    }
    return name;
}

}  // namespace nines::gui
