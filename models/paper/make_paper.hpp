// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/compare/comparison.hpp"
#include "models/compare/tornado.hpp"
#include "models/paper/paper.hpp"
#include "models/results/study.hpp"

namespace nines::paper {

/// What the paper needs of a design beside its results.
struct DesignSource {
    std::string path = {};                        ///< Of its file; empty: there is no drawing of it.
    const results::Study* study = nullptr;        ///< To tell its worst outage; null: that is left out.
    std::string text = {};                        ///< The design as it was simulated, if the file says something else.
    std::vector<compare::Tornado> tornados = {};  ///< Which input matters most; empty: that is left out.
};

struct PaperOptions {
    std::string question = {};  ///< Empty: the obvious one.
    std::string command = {};   ///< That makes the same paper again; empty: none.
};

/// The report of a comparison, or of one design (a comparison of one): question and answer, the designs with their
/// drawings, figures and paired differences, charts, worst outages, what the designs differ by, assumptions,
/// verification, and how to get the same again. Names and texts of scenarios come cleaned: no control characters and
/// none that turn the direction of what follows. Deterministic.
/// Precondition: at least one design; `sources` has one entry for each, in the same order.
Paper make_paper(const compare::Comparison& comparison, const std::vector<DesignSource>& sources,
                 const PaperOptions& options = {});

}  // namespace nines::paper
