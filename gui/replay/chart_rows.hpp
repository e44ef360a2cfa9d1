// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <set>
#include <string>
#include <vector>

#include "models/observe/timeline.hpp"

namespace nines::gui {

/// Which courses of a timeline are shown, one below the other: groups can be opened, names filtered.
class ChartRows {
public:
    struct Row {
        std::uint32_t course = 0;
        bool is_member = false;
        bool can_open = false;
        bool is_open = false;
    };

    /// `timeline` may be null: then there are no rows. It must outlive the rows.
    explicit ChartRows(const observe::Timeline* timeline = nullptr);

    const std::vector<Row>& rows() const { return rows_; }
    /// The row of a course, -1: it is not shown.
    int row_of(std::uint32_t course) const;
    void open(std::uint32_t group, bool is_open);
    /// Only courses with this text in their names, with their members; empty: all.
    void filter(const QString& text);

    /// What stands before a row: "web/1", "web (7 of 9 quiet)".
    QString text_of(const Row& row) const;

private:
    void choose();
    bool passes(const observe::Course& course) const;

    const observe::Timeline* timeline_;
    std::set<std::uint32_t> open_;
    std::string filter_;
    std::vector<Row> rows_;
};

}  // namespace nines::gui
