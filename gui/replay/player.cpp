// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/replay/player.hpp"

#include <algorithm>

namespace nines::gui {
namespace {

constexpr int frame_milliseconds = 40;
constexpr double seconds_per_millisecond = 1e-3;
constexpr double longest_wait = 2.0;  ///< Seconds of the clock for which nothing may happen.
constexpr double lead_in = 0.5;       ///< Seconds of the clock before the event that it jumps to.

}  // namespace

Player::Player(QObject* parent) : QObject(parent) {
    timer_.setInterval(frame_milliseconds);
    connect(&timer_, &QTimer::timeout, this, &Player::tick);
}

void Player::set_timeline(std::shared_ptr<const observe::Timeline> timeline) {
    pause();
    timeline_ = std::move(timeline);
    time_ = 0.0;
}

void Player::play(double from) {
    if (!timeline_ || is_playing()) return;
    time_ = from >= timeline_->horizon() ? 0.0 : from;
    clock_.start();
    timer_.start();
    Q_EMIT playing_changed(true);
}

void Player::pause() {
    if (!is_playing()) return;
    timer_.stop();
    Q_EMIT playing_changed(false);
}

double Player::after(double seconds_of_clock) const {
    const double next = time_ + speed_ * seconds_of_clock;
    if (!skips_quiet_) return next;
    const std::ptrdiff_t event = timeline_->event_after(time_);
    const double at =
        event < 0 ? timeline_->horizon() : timeline_->trace().events[static_cast<std::size_t>(event)].at_seconds;
    const bool is_quiet = at - time_ > longest_wait * speed_;
    return is_quiet ? std::max(next, at - lead_in * speed_) : next;
}

void Player::tick() {
    const double passed = static_cast<double>(clock_.restart()) * seconds_per_millisecond;
    time_ = std::min(after(passed), timeline_->horizon());
    Q_EMIT time_changed(time_);
    if (time_ >= timeline_->horizon()) pause();
}

}  // namespace nines::gui
