// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/replay/chart_rows.hpp"

#include <QCoreApplication>
#include <algorithm>

namespace nines::gui {

ChartRows::ChartRows(const observe::Timeline* timeline) : timeline_(timeline) {
    choose();
}

int ChartRows::row_of(std::uint32_t course) const {
    const auto found = std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) { return row.course == course; });
    return found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
}

void ChartRows::open(std::uint32_t group, bool is_open) {
    if (is_open) {
        open_.insert(group);
    } else {
        open_.erase(group);
    }
    choose();
}

void ChartRows::filter(const QString& text) {
    filter_ = text.trimmed().toLower().toStdString();
    choose();
}

bool ChartRows::passes(const observe::Course& course) const {
    if (filter_.empty()) return true;
    return QString::fromStdString(course.subject).toLower().toStdString().find(filter_) != std::string::npos;
}

void ChartRows::choose() {
    rows_.clear();
    if (timeline_ == nullptr) return;
    const auto& courses = timeline_->courses();
    for (const std::uint32_t id : timeline_->rows()) {
        const observe::Course& course = courses[id];
        if (!passes(course)) continue;
        if (course.group != observe::no_course) {
            // A filter that names a member shows it, whether its group is open or not.
            const bool is_named = !filter_.empty();
            if (is_named || open_.count(course.group) > 0) rows_.push_back({id, true, false, false});
            continue;
        }
        const bool can_open = course.members > course.quiet_members;
        rows_.push_back({id, false, can_open, can_open && open_.count(id) > 0});
    }
}

QString ChartRows::text_of(const Row& row) const {
    const observe::Course& course = timeline_->courses()[row.course];
    const QString subject = QString::fromStdString(course.subject);
    const QString name = subject.section(QLatin1Char(':'), 1);
    if (course.kind != observe::Course::Kind::group) return row.is_member ? name : subject;
    if (course.quiet_members == 0) return subject;
    return QCoreApplication::translate("ChartRows", "%1 (%2 of %3 quiet)")
        .arg(subject)
        .arg(course.quiet_members)
        .arg(course.members);
}

}  // namespace nines::gui
