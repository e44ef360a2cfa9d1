// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabWidget>

#include "gui/app/workspace.hpp"

namespace nines::gui {

class DesignView;

/// The tabs of one side of the window.
class DesignTabs : public QTabWidget {
    Q_OBJECT

public:
    /// `workspace` must outlive the tabs.
    DesignTabs(Workspace& workspace, Side side, QWidget* parent = nullptr);

    DesignView* view_at(int index) const;
    /// The view of a design of this side; null: it is not here.
    DesignView* view_of(const Design& design) const;
    void add(DesignView& view, int position);
    /// Shows title, modified mark and path as they are now.
    void refresh(DesignView& view);

Q_SIGNALS:
    void close_wanted(const std::vector<nines::gui::Design*>& designs);
    void other_side_wanted(nines::gui::Design* design);

private:
    void show_menu(const QPoint& at);

    Workspace& workspace_;
    Side side_;
};

}  // namespace nines::gui
