// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/document/document.hpp"

#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <memory>

#include "gui/document/change_command.hpp"
#include "gui/document/file_bytes.hpp"
#include "gui/look/translated.hpp"
#include "models/edit/problems.hpp"
#include "models/scenario/codes.hpp"
#include "models/scenario/diagnostic.hpp"
#include "models/scenario/write_file.hpp"
#include "models/toml/read.hpp"

namespace nines::gui {
namespace {

constexpr const char* first_lines = "format = 1\n";

/// Of the text itself: what it includes may be broken.
bool is_toml(const scenario::Diagnostics& diagnostics) {
    return std::none_of(diagnostics.begin(), diagnostics.end(), [](const scenario::Diagnostic& diagnostic) {
        return diagnostic.code == scenario::codes::syntax.id && diagnostic.place.file == 0;
    });
}

/// The same for what reads the same from the same files, apart from the path of the scenario itself.
std::string digest_of(const validate::Opened& opened) {
    std::string digest = std::to_string(opened.diagnostics.size());
    for (const scenario::SourceFile& file : opened.scenario.files) digest += ' ' + file.sha256;
    return digest;
}

}  // namespace

Document::Document(QObject* parent) : QObject(parent), text_(first_lines) {
    connect(&undo_stack_, &QUndoStack::cleanChanged, this, &Document::identity_changed);
    read_again();
}

bool Document::is_blank() const {
    const auto& diagnostics = opened_.diagnostics;
    return topology_is_current_ && topology_.items.empty() &&
           std::all_of(diagnostics.begin(), diagnostics.end(), [](const scenario::Diagnostic& diagnostic) {
               return diagnostic.severity != scenario::Severity::error && diagnostic.place.line == 0;
           });
}

void Document::apply(const DocumentChange& change) {
    if (!read_only_reason_.isEmpty()) return;
    auto command = std::make_unique<ChangeCommand>(*this, change);
    if (!command->changes_nothing()) undo_stack_.push(command.release());
}

QString Document::apply(const QString& label, const edit::Edited& edited, const LayoutChange& layout,
                        const QString& merge) {
    if (!edited.ok()) return translated(edit::problem_words(edited.problem));
    if (!read_only_reason_.isEmpty()) return read_only_reason_;
    apply({.label = label, .text = edited.text, .layout = layout, .merge = merge});
    return {};
}

QString Document::title() const {
    return path_.isEmpty() ? tr("Untitled") : QFileInfo(path_).fileName();
}

std::string Document::folder() const {
    return path_.isEmpty() ? std::string() : QFileInfo(path_).absolutePath().toStdString();
}

QString Document::open(const QString& path) {
    FileBytes file = read_file_bytes(path);
    if (!file.problem.isEmpty()) return file.problem;
    QFile beside(QString::fromStdString(layout_path(path.toStdString())));
    layout_ = beside.open(QIODevice::ReadOnly) ? layout_from_text(beside.readAll().toStdString()) : Layout();
    path_ = path;
    file_fingerprint_ = fingerprint(file.bytes);
    undo_stack_.clear();
    set_text(std::move(file.bytes));
    Q_EMIT layout_changed();
    Q_EMIT identity_changed();
    return {};
}

QString Document::save() {
    return save_as(path_);
}

QString Document::save_as(const QString& path) {
    if (path.isEmpty()) return tr("the scenario has no file yet");
    gather();
    const std::string problem = scenario::write_file_whole(path.toStdString(), text_);
    if (!problem.empty()) return QString::fromStdString(problem);
    const bool moved = path != path_;
    path_ = path;
    file_fingerprint_ = fingerprint(text_);
    undo_stack_.setClean();
    if (moved) {
        // `include` is looked for beside the file: only other contents make results of this text older.
        read_again();
        Q_EMIT text_changed();
    }
    Q_EMIT identity_changed();
    const std::string beside = layout_path(path.toStdString());
    if (layout_.empty() && !QFileInfo::exists(QString::fromStdString(beside))) return {};
    return QString::fromStdString(scenario::write_file_whole(beside, layout_to_text(layout_)));
}

void Document::start_from(const std::string& text, const Layout& layout, bool modified) {
    recover({}, text, layout);
    if (!modified) undo_stack_.setClean();
    Q_EMIT identity_changed();
}

void Document::recover(const QString& path, const std::string& text, const Layout& layout,
                       const QByteArray& file_fingerprint) {
    path_ = path;
    file_fingerprint_ = file_fingerprint;
    if (file_fingerprint_.isEmpty() && QFileInfo(path).isFile())
        file_fingerprint_ = fingerprint(read_file_bytes(path).bytes);
    layout_ = layout;
    undo_stack_.clear();
    undo_stack_.resetClean();
    set_text(text);
    Q_EMIT layout_changed();
    Q_EMIT identity_changed();
}

QString Document::reload() {
    const FileBytes file = read_file_bytes(path_);
    if (!file.problem.isEmpty()) return file.problem;
    file_fingerprint_ = fingerprint(file.bytes);
    auto command = std::make_unique<ChangeCommand>(
        *this, DocumentChange{.label = tr("Reload"), .text = file.bytes, .layout = {}, .merge = {}});
    if (!command->changes_nothing()) undo_stack_.push(command.release());
    undo_stack_.setClean();
    Q_EMIT identity_changed();
    return {};
}

void Document::keep_against(const QByteArray& file_fingerprint) {
    file_fingerprint_ = file_fingerprint;
    undo_stack_.resetClean();
    Q_EMIT identity_changed();
}

void Document::set_text(std::string text) {
    text_ = std::move(text);
    read_again();
    Q_EMIT text_changed();
}

void Document::set_layout(const LayoutChange& change) {
    exchange(layout_, change);
    Q_EMIT layout_changed();
}

void Document::read_again() {
    const std::string name = path_.isEmpty() ? title().toStdString() : path_.toStdString();
    read_only_reason_ = why_not_text(text_);
    opened_ = validate::open_text(name, text_, {.overrides = {}, .folder = folder()});
    included_ = edit::included_by(text_, folder());
    sound_ = !scenario::has_errors(opened_.diagnostics);
    topology_is_current_ = is_toml(opened_.diagnostics);
    if (topology_is_current_) topology_ = edit::topology_of(opened_.scenario);
    find_revision();
}

void Document::find_revision() {
    revision_ = revisions_.try_emplace(digest_of(opened_), revisions_.size()).first->second;
}

}  // namespace nines::gui
