// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <memory>

#include "models/observe/timeline.hpp"

namespace nines::gui {

/// Moves an instant of a trial on by itself: so many simulated seconds in each second of the clock.
class Player : public QObject {
    Q_OBJECT

public:
    explicit Player(QObject* parent = nullptr);

    void set_timeline(std::shared_ptr<const observe::Timeline> timeline);
    /// Simulated seconds per second.
    void set_speed(double speed) { speed_ = speed; }
    /// Times in which nothing happens are left out: it jumps to shortly before the next event.
    void set_skips_quiet(bool skips) { skips_quiet_ = skips; }
    void play(double from);
    void pause();
    bool is_playing() const { return timer_.isActive(); }
    /// Goes on from another instant.
    void set_time(double seconds) { time_ = seconds; }

    /// The instant after so many seconds of the clock have passed.
    double after(double seconds_of_clock) const;

Q_SIGNALS:
    void time_changed(double seconds);
    void playing_changed(bool is_playing);

private:
    void tick();

    std::shared_ptr<const observe::Timeline> timeline_;
    QTimer timer_;
    QElapsedTimer clock_;
    double time_ = 0.0;
    double speed_ = 1.0;
    bool skips_quiet_ = true;
};

}  // namespace nines::gui
