// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

namespace nines::gui {

/// A part of a trial's time laid over a width in pixels, and the marks of its calendar. Times in seconds since the
/// trial's measured span began.
class TimeScale {
public:
    /// Nobody looks closer than this.
    static constexpr double shortest = 1.0;

    /// Shows all of `horizon` seconds. `begin_in_week`: seconds after Monday 00:00 at time 0.
    explicit TimeScale(double horizon = shortest, double begin_in_week = 0.0);

    double from() const { return from_; }
    double to() const { return from_ + length_; }
    double length() const { return length_; }
    double horizon() const { return horizon_; }
    void set_width(int pixels) { width_ = pixels; }
    int width() const { return width_; }

    double x_of(double seconds) const { return (seconds - from_) / length_ * width_; }
    double time_at(double x) const { return from_ + x / width_ * length_; }
    double seconds_per_pixel() const { return length_ / width_; }

    /// Shows this span, as far as there is one.
    void show(double from, double to);
    void show_all() { show(0.0, horizon_); }
    /// So many times as much time in the same width; what is at `fixed` stays where it is.
    void zoom(double factor, double fixed);
    void pan(double seconds) { show_length(from_ + seconds, length_); }
    /// Pans just as far as it takes to bring an instant into view.
    void reveal(double seconds);

    struct Mark {
        double at = 0.0;
        QString text;
        bool is_major = false;  ///< Begin of a day while hours are marked, of an hour while minutes are, ..
    };
    /// Round instants of the calendar in view, at least so many pixels apart.
    std::vector<Mark> marks(int pixels_between) const;

    /// "Tue, day 12, 03:04:05.2": for people, in the user's language.
    QString text_of(double seconds) const;

private:
    void show_length(double from, double length);
    QString mark_text(double seconds, double step) const;

    double horizon_;
    double begin_in_week_;
    double from_ = 0.0;
    double length_;
    int width_ = 1;
};

}  // namespace nines::gui
