// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/replay/time_scale.hpp"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <array>
#include <cmath>

namespace nines::gui {
namespace {

constexpr double minute = 60.0;
constexpr double hour = 3600.0;
constexpr double day = 86400.0;
constexpr double week = 7.0 * day;

constexpr std::array steps = {0.01,     0.1,       0.5,        1.0,        2.0,         5.0,         10.0,
                              30.0,     minute,    2 * minute, 5 * minute, 10 * minute, 30 * minute, hour,
                              3 * hour, 6 * hour,  12 * hour,  day,        2 * day,     week,        2 * week,
                              4 * week, 13 * week, 26 * week,  52 * week};

QString weekday_of(double seconds) {
    const int number = static_cast<int>(std::floor(std::fmod(seconds, week) / day));
    return QLocale().dayName(std::clamp(number, 0, 6) + 1, QLocale::ShortFormat);
}

QString clock_of(double seconds, bool with_seconds, int decimals) {
    const double of_day = seconds - std::floor(seconds / day) * day;
    const auto whole = static_cast<int>(of_day);
    const QString minutes = QStringLiteral("%1:%2")
                                .arg(whole / 3600, 2, 10, QLatin1Char('0'))
                                .arg(whole / 60 % 60, 2, 10, QLatin1Char('0'));
    if (!with_seconds) return minutes;
    const int columns = decimals == 0 ? 2 : 3 + decimals;
    return minutes + QStringLiteral(":%1").arg(of_day - whole / 60 * minute, columns, 'f', decimals, QLatin1Char('0'));
}

}  // namespace

TimeScale::TimeScale(double horizon, double begin_in_week)
    : horizon_(std::max(horizon, shortest)), begin_in_week_(begin_in_week), length_(horizon_) {}

void TimeScale::show(double from, double to) {
    show_length(from, to - from);
}

void TimeScale::show_length(double from, double length) {
    length_ = std::clamp(length, shortest, horizon_);
    from_ = std::clamp(from, 0.0, horizon_ - length_);
}

void TimeScale::zoom(double factor, double fixed) {
    const double length = std::clamp(length_ * factor, shortest, horizon_);
    const double share = (fixed - from_) / length_;
    show_length(fixed - share * length, length);
}

void TimeScale::reveal(double seconds) {
    constexpr double margin = 0.1;
    if (seconds >= from_ && seconds <= to()) return;
    show_length(seconds < from_ ? seconds - margin * length_ : seconds - (1.0 - margin) * length_, length_);
}

std::vector<TimeScale::Mark> TimeScale::marks(int pixels_between) const {
    const double least = seconds_per_pixel() * pixels_between;
    const auto* found = std::lower_bound(steps.begin(), steps.end(), least);
    const double step = found == steps.end() ? std::ceil(least / steps.back()) * steps.back() : *found;
    const double larger = step < minute ? minute : step < hour ? hour : step < day ? day : 4 * week;
    // Round by the clock: days begin at midnight, wherever in the day the trial began.
    const double shift = step >= day ? 0.0 : std::fmod(begin_in_week_, day);
    std::vector<Mark> marks;
    for (double number = std::ceil((from_ + shift) / step); number * step - shift <= to(); number += 1.0) {
        const double at = number * step - shift;
        const double rest = std::abs(std::remainder(number * step, larger));
        marks.push_back({at, mark_text(at, step), rest < step / 2});
    }
    return marks;
}

QString TimeScale::mark_text(double seconds, double step) const {
    const double position = begin_in_week_ + seconds;
    const auto number = static_cast<qint64>(std::floor((position - std::floor(begin_in_week_ / day) * day) / day));
    const QString day_text = QCoreApplication::translate("TimeScale", "day %1").arg(number);
    if (step >= week) return day_text;
    if (step >= day) return weekday_of(position) + QLatin1Char(' ') + day_text;
    const bool is_midnight = std::abs(std::remainder(position, day)) < 1e-3;
    if (is_midnight) return weekday_of(position + 1.0) + QLatin1Char(' ') + day_text;
    return clock_of(position + 1e-6, step < minute, step >= 1.0 ? 0 : step >= 0.1 ? 1 : 2);
}

QString TimeScale::text_of(double seconds) const {
    const double position = begin_in_week_ + seconds;
    const auto number = static_cast<qint64>(std::floor((position - std::floor(begin_in_week_ / day) * day) / day));
    return QCoreApplication::translate("TimeScale", "%1, day %2, %3")
        .arg(weekday_of(position))
        .arg(number)
        .arg(clock_of(position, true, 1));
}

}  // namespace nines::gui
