// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/progress.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

#include "cli/terminal.hpp"
#include "models/report/layout.hpp"
#include "models/results/number_text.hpp"

namespace nines::cli {

namespace {

using namespace std::chrono_literals;

constexpr auto between_redraws = 100ms;
constexpr auto between_lines = 10s;

void write_error(std::string_view text) {
    // Progress is a courtesy: nothing is lost when it cannot be shown.
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
}

/// Half-widths shrink with the square root of the number of trials.
double trials_needed(const observe::Progress& progress, const ProgressDisplay::Look& look) {
    const auto most = static_cast<double>(progress.of);
    if (!look.precision || !std::isfinite(progress.relative_half_width)) return most;
    const double ratio = progress.relative_half_width / *look.precision;
    return std::min(most, static_cast<double>(progress.trials) * ratio * ratio);
}

/// As long as the line has room beside the text; else nothing.
std::string bar_text(const observe::Progress& progress, const ProgressDisplay::Look& look, std::size_t width,
                     std::size_t taken) {
    constexpr std::size_t least = 5;
    constexpr std::size_t most = 30;
    constexpr std::size_t frame = 3;
    if (width < taken + frame + least) return {};
    const double needed = std::max(1.0, trials_needed(progress, look));
    const double share = std::min(1.0, static_cast<double>(progress.trials) / needed);
    return fmt::format("[{}] ", report::bar(share, std::min(most, width - taken - frame), look.unicode));
}

}  // namespace

std::string progress_text(const observe::Progress& progress, double seconds, const ProgressDisplay::Look& look) {
    std::string text = fmt::format("{} of {}{} trials", results::count_text(progress.trials),
                                   look.precision ? "at most " : "", results::count_text(progress.of));
    const double rate = seconds > 0.0 ? static_cast<double>(progress.trials) / seconds : 0.0;
    if (rate > 0.0) {
        const double left = std::max(0.0, trials_needed(progress, look) - static_cast<double>(progress.trials));
        text += fmt::format(", {}/s, {} left", results::count_text(static_cast<std::uint64_t>(rate)),
                            results::duration_text(std::ceil(left / rate)));
    }
    const std::string& service = look.service;
    if (service.empty()) return text;
    if (progress.unavailability == 0.0) return text + fmt::format(", {}: not down yet", service);
    const double half_width = progress.relative_half_width * progress.unavailability;
    text +=
        fmt::format(", {} {} up", service,
                    results::availability_text(progress.unavailability, std::isfinite(half_width) ? half_width : 0.0));
    if (std::isfinite(progress.relative_half_width)) {
        text += fmt::format(" (down +-{})", results::percent_text(progress.relative_half_width));
    }
    return text;
}

ProgressDisplay::ProgressDisplay(Look look)
    : look_(std::move(look)), on_terminal_(is_terminal(STDERR_FILENO)), began_(Clock::now()), next_(began_) {
    look_.service = report::printable(look_.service);
    if (!on_terminal_) next_ += between_lines;
}

ProgressDisplay::~ProgressDisplay() {
    if (drawn_) write_error("\r\x1b[K");
}

void ProgressDisplay::show(const observe::Progress& progress) {
    const auto now = Clock::now();
    if (look_.quiet || now < next_) return;
    const double seconds = std::chrono::duration<double>(now - began_).count();
    const std::string text = progress_text(progress, seconds, look_);
    if (!on_terminal_) {
        next_ = now + between_lines;
        return write_error("nines: " + text + "\n");
    }
    next_ = now + between_redraws;
    drawn_ = true;
    const std::size_t width = terminal_width(STDERR_FILENO) - 1;
    write_error("\r" + report::shortened(bar_text(progress, look_, width, report::columns_of(text)) + text, width) +
                "\x1b[K");
}

}  // namespace nines::cli
