# SPDX-License-Identifier: GPL-3.0-or-later
"""Results as data frames. docs/reference/results.md says what each column means."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from nines.errors import Diagnostic, UnreadableResults

_FORMAT = 1
_EXACT = ("exact", "phase-type", "structure")
METRIC_COLUMNS = [
    "subject", "metric", "class", "unit", "estimate", "low", "high", "n", "method", "at", "states", "residual",
    "unreliable",
]  # fmt: skip
_CHAIN_COLUMNS = ["subject", "cause", "downtime_per_year", "share", "outages_per_year", "outages"]
_LOSS_COLUMNS = ["subject", "cause", "data_loss_per_year", "share", "losses_per_year", "losses"]
_SERIES_COLUMNS = ["subject", "name", "x_unit", "x", "y"]
_LIST_COLUMNS = {
    "notable": ["subject", "trial", "downtime", "outages", "reason"],
    "sensitivities": ["subject", "cause", "time", "elasticity"],
    "cut_sets": ["subject", "components", "probability", "contribution"],
    "importance": [
        "subject", "component", "unavailability", "birnbaum", "criticality", "fussell_vesely",
        "risk_achievement_worth", "risk_reduction_worth",
    ],
}  # fmt: skip


class Estimate(NamedTuple):
    """One figure with its confidence interval. Figures without sampling error have ``low == estimate == high``."""

    estimate: float
    low: float
    high: float
    n: int
    unit: str
    method: str
    unreliable: bool

    @property
    def is_exact(self) -> bool:
        """Whether it was found without sampling."""
        return self.method in _EXACT


@dataclass(frozen=True)
class Results:
    """What the program found, as data frames; times in seconds, shares as fractions of 1."""

    document: dict[str, Any] = field(repr=False)
    """The whole JSON document."""
    outages: pd.DataFrame | None = field(default=None, repr=False)
    """Each outage, if they were asked for; see `nines.run`."""

    @property
    def info(self) -> dict[str, Any]:
        """Scenario (name, file, sha256) and experiment (version, seed, trials, horizon, confidence, stopped, ..)."""
        return {**self.document["scenario"], **self.document["run"]}

    @property
    def metrics(self) -> pd.DataFrame:
        """One row for each figure, as the program writes them."""
        frame = frame_of(self.document["metrics"], METRIC_COLUMNS)
        return frame.assign(unreliable=frame["unreliable"].eq(True))

    @property
    def chains(self) -> pd.DataFrame:
        """Why services were down: one row for each chain of causes, ``cause`` as a tuple, first cause first."""
        return frame_of(self.document["chains"], _CHAIN_COLUMNS, tuples=("cause",))

    @property
    def loss_chains(self) -> pd.DataFrame:
        """Why stores lost data; empty if they did not."""
        return frame_of(self.document.get("loss_chains", []), _LOSS_COLUMNS, tuples=("cause",))

    @property
    def series(self) -> pd.DataFrame:
        """Curves and histograms, one row for each point: subject, name, x_unit, x, y."""
        rows = [
            {"subject": of["subject"], "name": of["name"], "x_unit": of["x_unit"], "x": x, "y": y}
            for of in self.document.get("series", [])
            for x, y in zip(of["x"], of["y"])
        ]
        return frame_of(rows, _SERIES_COLUMNS)

    @property
    def notable(self) -> pd.DataFrame:
        """Trials worth a look with `nines.trace`."""
        return self._list("notable")

    @property
    def sensitivities(self) -> pd.DataFrame:
        """Of `nines.solve`: by how many percent unavailability follows one percent of each time."""
        return self._list("sensitivities")

    @property
    def cut_sets(self) -> pd.DataFrame:
        """Of `nines.solve`: components that bring a service down together."""
        return self._list("cut_sets", tuples=("components",))

    @property
    def importance(self) -> pd.DataFrame:
        """Of `nines.solve`: how much each component matters."""
        return self._list("importance")

    @property
    def assumptions(self) -> list[str]:
        """What the model takes for granted, in sentences."""
        return list(self.document["assumptions"])

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """Remarks on the model."""
        return [Diagnostic(**remark) for remark in self.document["diagnostics"]]

    @property
    def is_complete(self) -> bool:
        """Whether the run learnt what was asked for: it was not interrupted, and reached its precision."""
        return self.info["stopped"] not in ("limit", "interrupted")

    def value(
        self,
        metric: str,
        subject: str | None = None,
        *,
        failure_class: str = "",
        at: float | None = None,
        exact: bool | None = None,
    ) -> Estimate:
        """One figure. ``subject`` is the first service if it is not named; of an estimate and an exact figure the
        estimate is taken unless ``exact`` says otherwise.

        Raises KeyError with the nearest names if the results have no such figure.
        """
        frame = self.metrics
        if subject is None:
            subject = next(iter(frame.loc[frame["subject"].str.startswith("service:"), "subject"]), "")
        _check_name("subject", subject, frame["subject"])
        of_subject = frame[frame["subject"] == subject]
        _check_name("metric", metric, of_subject["metric"], f" of {subject}")
        found = of_subject[of_subject["metric"] == metric]
        _check_name("class", failure_class, found["class"], f" of {metric} of {subject}")
        found = found[found["class"] == failure_class]
        if at is not None:
            found = found[found["at"] == at]
        if exact is not None:
            found = found[found["method"].isin(_EXACT) == exact]
        if found.empty:
            raise KeyError(f"no such row of {metric} of {subject}")
        row = found.iloc[0]
        return Estimate(
            float(row["estimate"]), float(row["low"]), float(row["high"]), int(row["n"]), row["unit"], row["method"],
            bool(row["unreliable"]),
        )  # fmt: skip

    def save(self, path: str | Path) -> None:
        """Writes the document, to be read by `nines.load` or by ``nines results diff``."""
        Path(path).write_text(json.dumps(self.document, ensure_ascii=False) + "\n", encoding="utf-8")

    def _list(self, key: str, tuples: Sequence[str] = ()) -> pd.DataFrame:
        return frame_of(self.document.get(key, []), _LIST_COLUMNS[key], tuples=tuples)


def load(path: str | Path) -> Results:
    """Reads what ``nines run FILE -o results.json`` wrote. Raises UnreadableResults, or OSError without the file."""
    return parse(Path(path).read_text(encoding="utf-8"), str(path))


def parse(text: str, name: str) -> Results:
    """Results from the text of a JSON document; ``name`` stands for it in errors."""
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        raise UnreadableResults(f"{name}:{error.lineno}:{error.colno}: not JSON: {error.msg}") from error
    if not isinstance(document, dict) or document.get("format") != _FORMAT:
        raise UnreadableResults(f"{name} is no results document of format {_FORMAT}")
    for key in ("scenario", "run", "metrics", "chains", "assumptions", "diagnostics"):
        if key not in document:
            raise UnreadableResults(f'{name} holds no results: it has no "{key}"')
    return Results(document)


def frame_of(rows: Sequence[dict[str, Any]], columns: Sequence[str], tuples: Sequence[str] = ()) -> pd.DataFrame:
    """All columns are there, also when no row has them; further ones come behind."""
    frame = pd.DataFrame(list(rows))
    frame = frame.reindex(columns=[*columns, *(name for name in frame.columns if name not in columns)])
    for name in tuples:
        frame[name] = frame[name].map(tuple)
    return frame


def _check_name(what: str, name: str, known: Iterable[str], where: str = "") -> None:
    names = sorted(set(known))
    if name in names:
        return
    near = get_close_matches(name, names, n=3, cutoff=0.4) or names[:5]
    raise KeyError(f'there is no {what} "{name}"{where}; there are: ' + ", ".join(f'"{n}"' for n in near))
