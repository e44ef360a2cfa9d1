// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "models/edit/topology.hpp"

class QLabel;
class QLineEdit;
class QToolButton;

namespace nines::gui {

/// Items whose name, kind, details or description contain all the words; upper and lower case are the same. First the
/// one of that very name, then those with a word in their name, then the others, each in the order of the topology.
std::vector<std::size_t> find_items(const edit::Topology& topology, const QString& words);

/// A line to search the drawing with. It asks for what is found; it shows nothing itself.
class SearchBar : public QWidget {
    Q_OBJECT

public:
    explicit SearchBar(QWidget* parent = nullptr);

    void open();
    QString words() const;
    /// "2 of 7".
    void show_count(int at, int count);

Q_SIGNALS:
    void words_changed();
    void step_wanted(bool forward);
    void closed();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QLineEdit* line_;
    QLabel* count_;
};

}  // namespace nines::gui
