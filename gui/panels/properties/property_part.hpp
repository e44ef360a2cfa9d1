// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

namespace nines::gui {

/// Which keys are wanted.
struct PropertyFilter {
    QString text;           ///< In key or help; empty: all.
    bool only_set = false;  ///< Only those with a value.
};

/// A piece of the property panel: one row, a table, a list of tables.
class PropertyPart : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Shows the session's state. Widgets stay as they are as long as the same keys and elements are there.
    virtual void refresh() = 0;
    /// Writes what was typed and not written yet.
    virtual void finish() = 0;
    /// Hides what is not wanted; false: that is all of it.
    virtual bool filter(const PropertyFilter& filter) = 0;
};

/// Takes a part of the panel away for good. It says nothing any more, although the focus leaves it; it is deleted once
/// nobody is in the middle of it.
void discard(QWidget* widget);

/// For remarks beneath an editor.
QFont smaller(QFont font);

}  // namespace nines::gui
