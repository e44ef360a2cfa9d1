// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/observe/outage_list.hpp"

namespace nines::observe {

void OutageList::add(const ListedOutage& outage, std::span<const std::uint32_t> labels) {
    if (entries_.size() >= most_) {
        is_truncated_ = true;
        return;
    }
    entries_.push_back({outage, labels_.size(), labels.size()});
    labels_.insert(labels_.end(), labels.begin(), labels.end());
}

void OutageList::merge(const OutageList& later) {
    for (std::size_t i = 0; i < later.size() && !is_truncated_; ++i) add(later.outage(i), later.labels(i));
    is_truncated_ = is_truncated_ || later.is_truncated_;
}

}  // namespace nines::observe
