// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "models/scenario/values.hpp"

namespace nines::observe {

/// One outage of a service, as it is listed.
struct ListedOutage {
    std::uint64_t trial = 0;
    std::uint32_t service = 0;  ///< Index of the program's services.
    scenario::FailureClass failure_class = scenario::FailureClass::node;
    bool is_planned = false;
    bool began_before = false;  ///< The measured span: its beginning is cut off.
    bool goes_on = false;       ///< At the trial's end: its end is cut off.
    double begin = 0.0;         ///< Seconds since the measured span began.
    double length = 0.0;        ///< Seconds, of the part in the measured span.
};

/// The outages of a run one by one, in the order of the trials and, in a trial, in the order in which they end. Beyond
/// the number that is wanted none is kept, and `is_truncated` says so.
class OutageList {
public:
    /// Without a number none is wanted.
    explicit OutageList(std::size_t most = 0) : most_(most) {}

    bool is_wanted() const { return most_ > 0; }
    std::size_t most() const { return most_; }

    /// `labels`: of the causes, first cause first.
    void add(const ListedOutage& outage, std::span<const std::uint32_t> labels);
    /// Appends those of later trials.
    void merge(const OutageList& later);

    std::size_t size() const { return entries_.size(); }
    const ListedOutage& outage(std::size_t index) const { return entries_[index].outage; }
    std::span<const std::uint32_t> labels(std::size_t index) const {
        return {labels_.data() + entries_[index].begin, entries_[index].length};
    }
    bool is_truncated() const { return is_truncated_; }

private:
    struct Entry {
        ListedOutage outage;
        std::size_t begin = 0;  ///< In labels_.
        std::size_t length = 0;
    };

    std::size_t most_;
    bool is_truncated_ = false;
    std::vector<Entry> entries_;
    std::vector<std::uint32_t> labels_;  ///< Of all entries, one after the other.
};

}  // namespace nines::observe
