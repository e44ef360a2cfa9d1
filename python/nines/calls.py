# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands of the program, as functions."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from nines.errors import Diagnostic, NotSolved
from nines.program import Value, call, definitions, options
from nines.results import Results, parse

_FINE = 0
_DIFFERENT = 1
_INVALID_SCENARIO = 3
_INCONCLUSIVE = 5

File = str | Path


def run(
    file: File,
    *,
    define: Mapping[str, Value] | None = None,
    trials: int | None = None,
    precision: str | float | None = None,
    seed: int | None = None,
    horizon: str | None = None,
    confidence: str | float | None = None,
    at: str | None = None,
    steady: bool = False,
    threads: int | None = None,
    exact: bool = True,
    ha_alone: bool = False,
    outages: bool = False,
) -> Results:
    """Simulates a scenario.

    ``define`` changes values of the scenario, as ``-D`` does: ``{"group.web.count": 4, "node.web.mtbf": "30 d"}``. The
    other arguments are the options of ``nines run``; durations and shares are texts as there: ``"10 y"``, ``"5%"``.
    The results depend on the scenario, the seed and the number of trials only. ``exact=False`` leaves out the exact
    figures, which stand beside the estimates where they can be had within a second. ``outages=True`` also gives each
    outage: trial, subject, begin, duration, planned, class, cut, causes.

    A run that ends before it has the precision that was asked for has results all the same: see `Results.is_complete`.

    Raises InvalidScenario, UsageError, ProgramNotFound, or NinesError if a file cannot be read.
    """
    arguments = ["run", str(file), "--format=json", "--quiet", *definitions(define)]
    arguments += options(
        trials=trials, precision=precision, seed=seed, horizon=horizon, confidence=confidence, at=at, steady=steady,
        threads=threads, no_exact=not exact, ha_alone=ha_alone,
    )  # fmt: skip
    if not outages:
        return parse(call(arguments, fine=(_FINE, _INCONCLUSIVE)).output, str(file))
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "outages.csv"
        answer = call([*arguments, f"--outages={listed}"], fine=(_FINE, _INCONCLUSIVE))
        return Results(parse(answer.output, str(file)).document, _outages(listed))


def solve(
    file: File,
    *,
    define: Mapping[str, Value] | None = None,
    horizon: str | None = None,
    at: str | None = None,
    steady: bool = False,
    phases: int | None = None,
    states: int | None = None,
    seconds: float | None = None,
) -> Results:
    """Solves a scenario without sampling, over its horizon or, with ``steady``, in the long run.

    The results have sensitivities, cut sets and importance besides. Figures that could not be had are named in
    ``document["missing"]``. Raises NotSolved if there are none at all, and what `run` raises.
    """
    arguments = ["solve", str(file), "--format=json", *definitions(define)]
    arguments += options(horizon=horizon, at=at, steady=steady, phases=phases, states=states, seconds=seconds)
    answer = call(arguments, fine=(_FINE, _INCONCLUSIVE))
    results = parse(answer.output, str(file))
    if answer.exit_code == _INCONCLUSIVE:
        raise NotSolved(results.document.get("missing", []), answer.exit_code)
    return results


def trace(
    file: File,
    trial: int = 0,
    *,
    define: Mapping[str, Value] | None = None,
    seed: int | None = None,
    horizon: str | None = None,
    steady: bool = False,
    only_outages: bool = False,
) -> pd.DataFrame:
    """One trial event by event, the very one that `run` simulates: at (seconds), event, subject, and what else the
    event has."""
    arguments = ["trace", str(file), f"--trial={trial}", "--format=json", "--quiet", *definitions(define)]
    arguments += options(seed=seed, horizon=horizon, steady=steady, only_outages=only_outages)
    events = json.loads(call(arguments).output)["traces"][0]["events"]
    frame = pd.DataFrame(events)
    return frame.reindex(columns=["at", "event", "subject", *(c for c in frame.columns if c not in _EVENT)])


_EVENT = ("at", "event", "subject")


def validate(file: File, *, define: Mapping[str, Value] | None = None) -> list[Diagnostic]:
    """Every error and warning of a scenario; nothing is simulated, and errors do not raise."""
    arguments = ["validate", str(file), "--format=json", *definitions(define)]
    answer = call(arguments, fine=(_FINE, _INVALID_SCENARIO))
    return [Diagnostic(**remark) for remark in json.loads(answer.output)["files"][0]["diagnostics"]]


@dataclass(frozen=True)
class Diff:
    """What differs between two results."""

    document: dict[str, Any] = field(repr=False)
    is_different: bool
    """Beyond what chance explains, or they are about other things."""

    @property
    def rows(self) -> pd.DataFrame:
        """Figures that both have: change (same, noise, changed, unjudged), difference, relative, z, before, after."""
        rows = [
            {**row, "before": row["before"]["estimate"], "after": row["after"]["estimate"]}
            for row in self.document["rows"]
        ]
        columns = ["subject", "metric", "class", "unit", "before", "after", "difference", "relative", "z", "change"]
        return pd.DataFrame(rows).reindex(columns=columns)

    @property
    def settings(self) -> pd.DataFrame:
        """What was asked for differently."""
        return pd.DataFrame(self.document["settings"], columns=["setting", "before", "after"])


def diff(before: Results | File, after: Results | File) -> Diff:
    """Compares two results, or files of results, as ``nines results diff`` does. Their intervals are taken as those of
    independent runs: give the second another seed."""
    with tempfile.TemporaryDirectory() as folder:
        files = (_saved(before, Path(folder) / "before.json"), _saved(after, Path(folder) / "after.json"))
        answer = call(["results", "diff", *map(str, files), "--format=json"], fine=(_FINE, _DIFFERENT))
    return Diff(json.loads(answer.output), answer.exit_code == _DIFFERENT)


def _saved(results: Results | File, path: Path) -> Path:
    if not isinstance(results, Results):
        return Path(results)
    results.save(path)
    return path


def _outages(path: Path) -> pd.DataFrame:
    frame = pd.read_csv(path, keep_default_na=False)
    causes = frame["causes"].map(lambda text: tuple(text.split(" + ")))
    return frame.assign(planned=frame["planned"].astype(bool), causes=causes)
