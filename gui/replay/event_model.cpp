// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/replay/event_model.hpp"

#include <QFont>

#include "gui/look/translated.hpp"
#include "models/report/trace_text.hpp"

namespace nines::gui {

void EventModel::set_timeline(std::shared_ptr<const observe::Timeline> timeline, const TimeScale& scale) {
    beginResetModel();
    timeline_ = std::move(timeline);
    scale_ = scale;
    endResetModel();
}

int EventModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !timeline_ ? 0 : static_cast<int>(timeline_->trace().events.size());
}

int EventModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : column_count;
}

QVariant EventModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !timeline_) return {};
    const observe::TraceEvent& event = timeline_->trace().events[static_cast<std::size_t>(index.row())];
    if (role == Qt::FontRole && event.subject.starts_with("service:")) {
        QFont font;
        font.setBold(true);
        return font;
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    switch (index.column()) {
        case when: return scale_.text_of(event.at_seconds);
        case whom: return QString::fromStdString(report::readable_subject(event.subject));
        case what: return translated(report::event_words(event, true));
        default: return {};
    }
}

QVariant EventModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case when: return tr("When");
        case whom: return tr("Whom");
        case what: return tr("What");
        default: return {};
    }
}

}  // namespace nines::gui
