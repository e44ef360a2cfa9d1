// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/document/change_command.hpp"

#include <algorithm>

namespace nines::gui {

Splice splice_between(const std::string& before, const std::string& after) {
    const auto [first_before, first_after] = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    const auto [last_before, last_after] = std::mismatch(before.rbegin(), std::make_reverse_iterator(first_before),
                                                         after.rbegin(), std::make_reverse_iterator(first_after));
    return {.at = static_cast<std::size_t>(first_before - before.begin()),
            .removed = std::string(first_before, last_before.base()),
            .added = std::string(first_after, last_after.base())};
}

ChangeCommand::ChangeCommand(Document& document, const DocumentChange& change)
    : QUndoCommand(change.label), document_(document), layout_(change.layout), merge_(change.merge) {
    if (change.text) splice_ = splice_between(document.text(), *change.text);
    for (const auto& [subject, placement] : change.layout) {
        const auto found = document.layout().find(subject);
        layout_back_[subject] = found == document.layout().end() ? std::nullopt : std::optional(found->second);
    }
}

void ChangeCommand::redo() {
    if (!splice_.removed.empty() || !splice_.added.empty()) {
        std::string text = document_.text();
        text.replace(splice_.at, splice_.removed.size(), splice_.added);
        document_.set_text(std::move(text));
    }
    if (!layout_.empty()) document_.set_layout(layout_);
}

void ChangeCommand::undo() {
    if (!splice_.removed.empty() || !splice_.added.empty()) {
        std::string text = document_.text();
        text.replace(splice_.at, splice_.added.size(), splice_.removed);
        document_.set_text(std::move(text));
    }
    if (!layout_back_.empty()) document_.set_layout(layout_back_);
}

/// Both steps as one: the text before the first is found by taking both back, the text after is the document's.
bool ChangeCommand::mergeWith(const QUndoCommand* other) {
    const auto* next = dynamic_cast<const ChangeCommand*>(other);
    if (next == nullptr || merge_.isEmpty() || next->merge_ != merge_) return false;
    std::string between = document_.text();
    between.replace(next->splice_.at, next->splice_.added.size(), next->splice_.removed);
    std::string before = between;
    before.replace(splice_.at, splice_.added.size(), splice_.removed);
    splice_ = splice_between(before, document_.text());
    for (const auto& [subject, placement] : next->layout_) layout_[subject] = placement;
    for (const auto& [subject, placement] : next->layout_back_) layout_back_.try_emplace(subject, placement);
    setObsolete(changes_nothing());
    return true;
}

bool ChangeCommand::changes_nothing() const {
    return splice_.removed.empty() && splice_.added.empty() && layout_ == layout_back_;
}

}  // namespace nines::gui
