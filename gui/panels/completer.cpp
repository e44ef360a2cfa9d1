// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/completer.hpp"

#include "gui/look/translated.hpp"
#include "gui/panels/code_area.hpp"
#include "models/edit/completion.hpp"

namespace nines::gui {
namespace {

constexpr std::size_t fewest_typed = 1;
constexpr std::size_t largest_followed = 200'000;  ///< In larger texts only who asks is offered something.

}  // namespace

Completer::Completer(Document& document, CodeArea& area)
    : QObject(&area), document_(document), area_(area), kinds_(edit::describe_kinds()) {
    connect(&area_, &QsciScintillaBase::SCN_AUTOCSELECTIONCHANGE, this, [this](const char* chosen) {
        const auto found = help_.find(QString::fromUtf8(chosen));
        Q_EMIT help_changed(found == help_.end() ? QString() : found->second);
    });
    connect(&area_, &QsciScintillaBase::SCN_AUTOCCANCELLED, this, [this] { Q_EMIT help_changed({}); });
    connect(&area_, &QsciScintillaBase::SCN_AUTOCCOMPLETED, this, [this] { Q_EMIT help_changed({}); });
}

void Completer::show_all() {
    document_.gather();
    show(0);
}

void Completer::follow_typing() {
    if (!area_.hasFocus() || area_.is_offering() || document_.text().size() > largest_followed) return;
    show(fewest_typed);
}

void Completer::show(std::size_t fewest) {
    const std::size_t cursor = area_.cursor();
    const edit::Completion completion = edit::complete_at(document_.text(), cursor, kinds_, document_.topology());
    if (completion.candidates.empty() || cursor - completion.begin < fewest) return;
    QStringList words;
    help_.clear();
    for (const edit::Candidate& candidate : completion.candidates) {
        words.append(QString::fromStdString(candidate.text));
        help_[words.back()] = candidate.help.empty() ? QString() : translated(candidate.help);
    }
    area_.offer(words, cursor - completion.begin);
}

}  // namespace nines::gui
