# SPDX-License-Identifier: GPL-3.0-or-later
"""Several designs on the same luck, trial by trial."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from nines.program import Value, call, definitions, options
from nines.results import METRIC_COLUMNS, frame_of

_FINE = 0
_INCONCLUSIVE = 5
_DIFFERENCE_COLUMNS = [
    "subject", "metric", "class", "unit", "a", "b", "of_a", "of_b", "estimate", "low", "high", "n", "verdict",
    "variance_removed", "zone", "p_a_better", "p_a_better_low", "p_a_better_high", "p_b_better", "more_trials",
    "unreliable",
]  # fmt: skip


@dataclass(frozen=True)
class Comparison:
    """What `nines.compare` found; docs/reference/results.md says what each column means."""

    document: dict[str, Any] = field(repr=False)
    """The whole JSON document."""

    @property
    def info(self) -> dict[str, Any]:
        """The experiment: version, seed, trials, horizon, confidence, pair_confidence, stopped."""
        return dict(self.document["run"])

    @property
    def designs(self) -> list[str]:
        """Their names, as the other frames use them; the first is the baseline."""
        return [design["name"] for design in self.document["designs"]]

    @property
    def changes(self) -> pd.DataFrame:
        """What each design has changed from the first: design, what, thing, path, before, after."""
        rows = [{"design": of["name"], **change} for of in self.document["designs"] for change in of["changes"]]
        return frame_of(rows, ["design", "what", "thing", "path", "before", "after"])

    @property
    def differences(self) -> pd.DataFrame:
        """One row for each metric and pair of designs: ``estimate`` is of_a - of_b, with interval and verdict."""
        frame = frame_of(self.document["differences"], _DIFFERENCE_COLUMNS)
        return frame.assign(unreliable=frame["unreliable"].eq(True))

    @property
    def metrics(self) -> pd.DataFrame:
        """Every figure of every design, as `Results.metrics` has them, with the column ``design``."""
        frame = frame_of(self.document["metrics"], ["design", *METRIC_COLUMNS])
        return frame.assign(unreliable=frame["unreliable"].eq(True))

    @property
    def notes(self) -> list[str]:
        """What could not be compared, and why."""
        return list(self.document["notes"])


def compare(
    files: Sequence[str | Path],
    *,
    define: Mapping[str, Value] | None = None,
    trials: int | None = None,
    seed: int | None = None,
    horizon: str | None = None,
    confidence: str | float | None = None,
    steady: bool = False,
    threads: int | None = None,
    indifference: str | None = None,
) -> Comparison:
    """Simulates two or more designs on the same trials: whatever has the same name in them has the same luck, so that
    their difference is known better than from two runs.

    The arguments are the options of ``nines compare``; ``define`` changes every design. Differences up to
    ``indifference`` (``"2%"``, ``"downtime_per_year=5 min"``) do not matter. Raises what `nines.run` raises.
    """
    arguments = ["compare", *map(str, files), "--format=json", "--quiet", *definitions(define)]
    arguments += options(
        trials=trials, seed=seed, horizon=horizon, confidence=confidence, steady=steady, threads=threads,
        indifference=indifference,
    )  # fmt: skip
    return Comparison(json.loads(call(arguments, fine=(_FINE, _INCONCLUSIVE)).output))
