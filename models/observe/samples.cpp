// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/observe/samples.hpp"

namespace nines::observe {

Samples::Samples(const Program& program)
    : services_end_(program.service_count * service_quantity_count * class_slots),
      columns_(services_end_ + program.failovers.size() * store_quantity_count * class_slots) {}

void Samples::clear() {
    for (auto& column : columns_) column.clear();
}

void Samples::append(const Samples& later) {
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        columns_[c].insert(columns_[c].end(), later.columns_[c].begin(), later.columns_[c].end());
    }
}

}  // namespace nines::observe
