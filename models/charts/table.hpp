// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "models/charts/chart.hpp"

namespace nines::charts {

/// The numbers of a chart for people: what stands in the table beside it.
struct ChartTable {
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
};

/// One row for each point, as texts with units; of longer series `most` points are taken, the first and the last among
/// them. Columns that no row fills are left out. Rules follow as rows of their own.
ChartTable table_of(const Chart& chart, std::size_t most = 12);

}  // namespace nines::charts
