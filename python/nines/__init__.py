# SPDX-License-Identifier: GPL-3.0-or-later
"""Nines from Python: runs the program ``nines`` and gives its results as pandas data frames.

    import nines

    results = nines.run("site.toml", define={"group.web.count": 4}, trials=10_000)
    results.value("downtime_per_year", "service:site")   # estimate with its interval
    results.metrics                                      # every figure, one row each
    results.chains                                       # why it was down

Everything is computed by the program; this package only calls it and reads what it writes. The program is the one that
``$NINES`` names, else the ``nines`` on the PATH, else the one that was built in this repository.
"""

from nines.calls import Diff, diff, run, solve, trace, validate
from nines.comparison import Comparison, compare
from nines.errors import (
    Diagnostic,
    InvalidScenario,
    NinesError,
    NotSolved,
    ProgramNotFound,
    UnreadableResults,
    UsageError,
)
from nines.program import program, version
from nines.results import Estimate, Results, load
from nines.sweeps import sweep

__all__ = [
    "Comparison",
    "Diagnostic",
    "Diff",
    "Estimate",
    "InvalidScenario",
    "NinesError",
    "NotSolved",
    "ProgramNotFound",
    "Results",
    "UnreadableResults",
    "UsageError",
    "compare",
    "diff",
    "load",
    "program",
    "run",
    "solve",
    "sweep",
    "trace",
    "validate",
    "version",
]
