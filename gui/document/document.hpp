// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QUndoStack>
#include <optional>
#include <string>
#include <unordered_map>

#include "gui/document/layout.hpp"
#include "models/edit/edit.hpp"
#include "models/edit/topology.hpp"
#include "models/validate/open.hpp"

namespace nines::gui {

/// One step of editing: a new text, or new placements, or both.
struct DocumentChange {
    QString label;                         ///< "Add group web": after "Undo" in the menu.
    std::optional<std::string> text = {};  ///< The whole new text; none: as it is.
    LayoutChange layout = {};
    /// Changes in a row with the same word become one step of undo (typing, dragging one box); empty: never.
    QString merge = {};
};

/// One open scenario. Its text is the truth: scenario, diagnostics and drawing are read from it again after each
/// change, by the same calls that the command line makes. Every change goes through `apply`, and so can be undone.
class Document : public QObject {
    Q_OBJECT

public:
    /// A new scenario, with the line that every scenario begins with.
    explicit Document(QObject* parent = nullptr);

    /// The text as UTF-8; what stands in the file once it is saved.
    const std::string& text() const { return text_; }
    /// The scenario as far as it was understood, and all diagnostics, of exactly this text.
    const validate::Opened& opened() const { return opened_; }
    /// Nothing is drawn yet and nothing that stands in the text is wrong: a design that greets, whose warnings (that it
    /// has no service) say nothing.
    bool is_blank() const;
    /// No errors: `opened().scenario` may be run.
    bool is_sound() const { return sound_; }
    /// What the text includes from other files, for edits that depend on it.
    const edit::Included& included() const { return included_; }
    /// Things and links; of the newest text that was well-formed TOML.
    const edit::Topology& topology() const { return topology_; }
    /// False while the text is not TOML: then `topology()` is older than the text.
    bool topology_is_current() const { return topology_is_current_; }
    const Layout& layout() const { return layout_; }
    /// A number for each text, with what it reads from other files: results remember of which they are. Undo that
    /// brings a text back brings its number back.
    quint64 revision() const { return revision_; }

    QUndoStack& undo_stack() { return undo_stack_; }
    bool is_modified() const { return !undo_stack_.isClean(); }

    /// Does the step and puts it on the undo stack. A change that changes nothing is left out.
    void apply(const DocumentChange& change);
    /// The same for an edit; answers its problem, empty if it was done.
    QString apply(const QString& label, const edit::Edited& edited, const LayoutChange& layout = {},
                  const QString& merge = {});

    /// The path of its file; empty: it has none yet.
    const QString& path() const { return path_; }
    /// Where `include` is looked for; empty while there is no file.
    std::string folder() const;
    /// File name for titles; "Untitled" without a file.
    QString title() const;

    /// Why the text cannot be edited: its file is binary or not UTF-8. `apply` leaves such a text as it is.
    const QString& read_only_reason() const { return read_only_reason_; }

    /// Has everybody hand in what was typed and is not in `text()` yet. To be called before the text is written
    /// somewhere, or undone.
    void gather() { Q_EMIT pending_wanted(); }

    /// Reads a file, whatever is in it, in place of all there is; forgets undo. Answers why it could not be read, empty
    /// if it was; then nothing has changed.
    QString open(const QString& path);
    /// Writes text and layout; the old file stays whole if that fails. Answers why it failed, empty if it did not.
    QString save();
    QString save_as(const QString& path);
    /// Takes this text as a new document without a file: templates, recovered work (which counts as modified).
    void start_from(const std::string& text, const Layout& layout, bool modified);
    /// Recovered work of a file: it is modified until saved. `file_fingerprint` is of the file that it was made from;
    /// empty: of the file as it is now.
    void recover(const QString& path, const std::string& text, const Layout& layout,
                 const QByteArray& file_fingerprint = {});

    /// Of the bytes that the file had when it was last read or written here; empty: there was no file.
    const QByteArray& file_fingerprint() const { return file_fingerprint_; }
    /// Takes the file as it is now, as one step that can be undone. Answers why it could not be read.
    QString reload();
    /// The file has these bytes now, and what is here shall stay: it counts as modified until saved.
    void keep_against(const QByteArray& file_fingerprint);

Q_SIGNALS:
    /// The text was changed: `opened()`, `topology()` and `revision()` are of the new one.
    void text_changed();
    /// Placements were changed (also together with the text, after `text_changed`).
    void layout_changed();
    /// Path or title are others, or it became modified or clean.
    void identity_changed();
    /// See `gather`.
    void pending_wanted();

private:
    friend class ChangeCommand;
    void set_text(std::string text);
    void set_layout(const LayoutChange& change);
    void read_again();
    void find_revision();

    std::string text_;
    validate::Opened opened_;
    edit::Included included_;
    edit::Topology topology_;
    bool sound_ = false;
    bool topology_is_current_ = true;
    Layout layout_;
    QString path_;
    QByteArray file_fingerprint_;
    QString read_only_reason_;
    quint64 revision_ = 0;
    std::unordered_map<std::string, quint64> revisions_;  ///< By the digests of all that was read.
    QUndoStack undo_stack_;
};

}  // namespace nines::gui
