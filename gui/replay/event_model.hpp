// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <memory>

#include "gui/replay/time_scale.hpp"
#include "models/observe/timeline.hpp"

namespace nines::gui {

/// The events of a trial as a table: when, of whom, what. Texts are made when they are looked at.
class EventModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { when, whom, what, column_count };

    using QAbstractTableModel::QAbstractTableModel;

    void set_timeline(std::shared_ptr<const observe::Timeline> timeline, const TimeScale& scale);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const observe::Timeline> timeline_;
    TimeScale scale_;
};

}  // namespace nines::gui
