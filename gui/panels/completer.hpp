// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <map>
#include <vector>

#include "gui/document/document.hpp"
#include "models/edit/catalogue.hpp"

namespace nines::gui {

class CodeArea;

/// Offers what may stand at the cursor of a text: kinds, keys, words, presets, names of things.
class Completer : public QObject {
    Q_OBJECT

public:
    /// `document` and `area` must outlive it.
    Completer(Document& document, CodeArea& area);

    /// Everything that may stand here: the user asks for it.
    void show_all();
    /// After something was typed: offers when a word is begun.
    void follow_typing();

Q_SIGNALS:
    /// What the candidate means that could be chosen now; empty: none can.
    void help_changed(const QString& help);

private:
    void show(std::size_t fewest_typed);

    Document& document_;
    CodeArea& area_;
    std::vector<edit::KindDescription> kinds_;
    std::map<QString, QString> help_;  ///< Of the candidates that were offered last.
};

}  // namespace nines::gui
