// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/observe/window_watch.hpp"

#include <algorithm>
#include <cmath>

namespace nines::observe {

namespace {

using compile::Demand;
using compile::Program;
using compile::Subject;

/// Instants at which rolling windows are looked at for how much of the budget is spent: per length of a window, and at
/// most in a trial.
constexpr double samples_per_window = 28.0;
constexpr double most_samples = 10'000.0;

/// Sums of many lengths are compared: a microsecond is none.
constexpr double rounding = 1e-6;

}  // namespace

std::size_t whole_windows(double horizon, double window) {
    return std::max<std::size_t>(1, static_cast<std::size_t>(horizon / window * (1.0 + 1e-12)));
}

void spread(std::vector<double>& windows, double length, double from, double to) {
    const auto last = static_cast<double>(windows.size());
    for (double i = std::floor(from / length); i < last && i * length < to; i += 1.0) {
        const double begin = std::max(from, i * length);
        const double end = std::min(to, (i + 1.0) * length);
        if (end > begin) windows[static_cast<std::size_t>(i)] += end - begin;
    }
}

void WindowWatch::prepare(const Program& program, std::uint32_t service) {
    const Subject& subject = program.subjects[service];
    if (!subject.slo) return;
    target_ = subject.slo->target;
    horizon_ = program.horizon;
    terms_ = subject.slo_terms;
    const double own = subject.slo->window ? std::min(subject.slo->window->in_seconds(), horizon_) : horizon_;
    add_series(program, subject.demand, own);
    for (std::size_t i = 0; i < usual_windows.size(); ++i) {
        if (usual_windows[i].seconds > horizon_ * (1.0 + 1e-12)) continue;
        usual_[i] = series_.size();
        add_series(program, subject.demand, std::min(usual_windows[i].seconds, horizon_));
    }
    gone_after_.assign(series_.front().down.size(), -1.0);
    if (terms_.rolling) {
        step_ = std::max(own / samples_per_window, (horizon_ - own) / most_samples);
        sampled_.assign(static_cast<std::size_t>((horizon_ - own) / step_ * (1.0 + 1e-12)) + 1, 0.0);
    }
    if (!terms_.by_requests) return;
    for (const Series& series : series_) {
        for (std::size_t i = 1; i <= series.down.size(); ++i) marks_.push_back(static_cast<double>(i) * series.length);
    }
    std::sort(marks_.begin(), marks_.end());
    marks_.erase(std::unique(marks_.begin(), marks_.end()), marks_.end());
}

void WindowWatch::add_series(const Program& program, const Demand& demand, double length) {
    Series series{length, (1.0 - target_) * length, {}, {}};
    series.down.assign(whole_windows(horizon_, length), 0.0);
    for (std::size_t i = 0; terms_.by_requests && i < series.down.size(); ++i) {
        const double begin = program.measure_from + static_cast<double>(i) * length;
        series.offered.push_back(demand.exists() ? demand.offered(begin, begin + length) : length);
    }
    series_.push_back(std::move(series));
}

void WindowWatch::reset() {
    if (!touched_) return;
    touched_ = false;
    outages_.clear();
    for (Series& series : series_) std::fill(series.down.begin(), series.down.end(), 0.0);
    std::fill(gone_after_.begin(), gone_after_.end(), -1.0);
}

void WindowWatch::outage(double from, double to) {
    if (terms_.by_requests) return;
    touched_ = true;
    if (terms_.rolling) outages_.push_back({from, to});
    Series& own = series_.front();
    const auto last = static_cast<double>(own.down.size());
    for (double i = std::floor(from / own.length); i < last && i * own.length < to; i += 1.0) {
        const auto window = static_cast<std::size_t>(i);
        const double left = own.allowed + rounding - own.down[window];
        const double begin = std::max(from, i * own.length);
        const bool is_gone_now = left >= 0.0 && std::min(to, (i + 1.0) * own.length) - begin > left;
        if (is_gone_now) gone_after_[window] = begin + left - i * own.length;
    }
    for (Series& series : series_) spread(series.down, series.length, from, to);
}

void WindowWatch::finish(const std::vector<double>& answered, WindowTally& tally) {
    if (terms_.by_requests) find_unanswered(answered);
    if (terms_.rolling) {
        count_rolling(tally);
    } else {
        count_consecutive(tally);
    }
    tally.mean_worst.add(worst_down_);
    tally.worst.add(worst_down_);
    if (!terms_.credits.empty()) count_credits(tally);
}

/// The share of each window's requests that were not answered, as seconds of the window.
void WindowWatch::find_unanswered(const std::vector<double>& answered) {
    // Differences of large sums: less than this share is none.
    constexpr double least_share = 1e-9;
    const auto until = [&](double mark) {
        if (mark <= 0.0) return 0.0;
        const auto place = std::lower_bound(marks_.begin(), marks_.end(), mark) - marks_.begin();
        return answered[static_cast<std::size_t>(place)];
    };
    touched_ = true;
    for (Series& series : series_) {
        for (std::size_t i = 0; i < series.down.size(); ++i) {
            const double begin = static_cast<double>(i) * series.length;
            const double end = static_cast<double>(i + 1) * series.length;
            const double share = 1.0 - (until(end) - until(begin)) / series.offered[i];
            series.down[i] = share > least_share ? share * series.length : 0.0;
        }
    }
}

void WindowWatch::count_consecutive(WindowTally& tally) {
    const auto count = [&](const Series& series, MetTally& met) {
        const std::size_t windows = series.down.size();
        const auto is_met = [&](double down) { return down <= series.allowed + rounding; };
        const auto within = touched_ ? std::count_if(series.down.begin(), series.down.end(), is_met)
                                     : static_cast<std::ptrdiff_t>(windows);
        const double share = static_cast<double>(within) / static_cast<double>(windows);
        met.met += static_cast<std::uint64_t>(within);
        met.windows += windows;
        met.share.add(share);
        return share;
    };
    const Series& own = series_.front();
    share_met_ = count(own, tally.own);
    for (std::size_t i = 0; i < usual_.size(); ++i) {
        if (usual_[i] > 0) count(series_[usual_[i]], tally.usual[i]);
    }
    worst_down_ = touched_ ? *std::max_element(own.down.begin(), own.down.end()) : 0.0;
    tally.trials_always_met += worst_down_ <= own.allowed + rounding ? 1 : 0;
    count_spent(own.down, tally);
    if (terms_.by_requests) return;
    double gone = 0.0;
    double after = 0.0;
    for (const double instant : gone_after_) {
        if (instant < 0.0) continue;
        tally.gone_after.add(instant);
        gone += 1.0;
        after += instant;
    }
    tally.trials_gone += gone > 0.0 ? 1 : 0;
    tally.gone_and_after.add(gone, after);
}

void WindowWatch::count_rolling(WindowTally& tally) {
    const auto count = [&](const Series& series, MetTally& met, std::vector<double>& sampled, double step) {
        RollingFigures figures;
        if (touched_) figures = roll(outages_, series.length, horizon_, series.allowed, sampled, step);
        const bool always = figures.share_met >= 1.0;
        met.met += always ? 1 : 0;
        ++met.windows;
        met.share.add(figures.share_met);
        return figures;
    };
    const Series& own = series_.front();
    const RollingFigures figures = count(own, tally.own, sampled_, step_);
    std::vector<double> none;
    for (std::size_t i = 0; i < usual_.size(); ++i) {
        if (usual_[i] > 0) count(series_[usual_[i]], tally.usual[i], none, own.length);
    }
    share_met_ = figures.share_met;
    worst_down_ = figures.worst;
    tally.trials_always_met += figures.share_met >= 1.0 ? 1 : 0;
    if (!touched_) std::fill(sampled_.begin(), sampled_.end(), 0.0);
    count_spent(sampled_, tally);
}

/// The part of the budget that each of these stretches of downtime is.
void WindowWatch::count_spent(const std::vector<double>& down, WindowTally& tally) {
    const double allowed = series_.front().allowed;
    if (allowed <= 0.0) return;
    spent_ = 0.0;
    if (!touched_) tally.spent.add(0.0, down.size());
    for (std::size_t i = 0; touched_ && i < down.size(); ++i) {
        tally.spent.add(down[i] / allowed);
        spent_ += down[i] / allowed / static_cast<double>(down.size());
    }
    tally.mean_spent.add(spent_);
}

/// Contracts know no rolling windows: credits are of windows one after the other.
void WindowWatch::count_credits(WindowTally& tally) {
    const Series& own = series_.front();
    const auto windows = static_cast<double>(own.down.size());
    double sum = 0.0;
    double credited = 0.0;
    for (std::size_t i = 0; touched_ && i < own.down.size(); ++i) {
        const double share = terms_.credit_at(1.0 - own.down[i] / own.length);
        sum += share;
        credited += share > 0.0 ? 1.0 : 0.0;
    }
    credit_ = sum / windows;
    tally.credit.add(credit_);
    tally.credited.met += static_cast<std::uint64_t>(credited);
    tally.credited.windows += own.down.size();
    tally.credited.share.add(credited / windows);
}

void WindowWatch::sample(std::uint32_t service, std::uint64_t trial, Samples& samples) const {
    const auto add = [&](ServiceQuantity quantity, double value) {
        samples.add(service, quantity, all_classes, trial, value);
    };
    add(ServiceQuantity::windows_missed, 1.0 - share_met_);
    add(ServiceQuantity::worst_window, worst_down_);
    add(ServiceQuantity::budget_spent, spent_);
    add(ServiceQuantity::credit, credit_);
}

}  // namespace nines::observe
