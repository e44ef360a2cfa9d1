// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUndoCommand>

#include "gui/document/document.hpp"

namespace nines::gui {

/// A piece of text that takes the place of another.
struct Splice {
    std::size_t at = 0;
    std::string removed;
    std::string added;
};

/// The smallest splice that makes `after` of `before`.
Splice splice_between(const std::string& before, const std::string& after);

/// A step of editing that can be taken back. It keeps only what differs, not two whole texts.
class ChangeCommand : public QUndoCommand {
public:
    ChangeCommand(Document& document, const DocumentChange& change);

    void redo() override;
    void undo() override;
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand* other) override;

    bool changes_nothing() const;

private:
    Document& document_;
    Splice splice_;
    LayoutChange layout_;       ///< Done by `redo`.
    LayoutChange layout_back_;  ///< Done by `undo`.
    QString merge_;
};

}  // namespace nines::gui
