# SPDX-License-Identifier: GPL-3.0-or-later
"""One design with other values, point by point, on the same luck."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd

from nines.program import Value, call, definitions, in_toml, options
from nines.results import frame_of

_FINE = 0
_INCONCLUSIVE = 5
_FIGURE_COLUMNS = [
    "subject", "metric", "class", "unit", "estimate", "low", "high", "n", "unreliable", "difference",
    "difference_low", "difference_high", "difference_unreliable",
]  # fmt: skip


def sweep(
    file: str | Path,
    vary: Mapping[str, Sequence[Value]] | None = None,
    *,
    define: Mapping[str, Value] | None = None,
    metrics: Sequence[str] = (),
    trials: int | None = None,
    seed: int | None = None,
    horizon: str | None = None,
    confidence: str | float | None = None,
    steady: bool = False,
    threads: int | None = None,
) -> pd.DataFrame:
    """Simulates every point of a grid on the same trials: one row for each point and figure.

    ``vary`` names values to try, ``{"group.web.count": [2, 3, 4], "node.web.mttr": ["1 h", "4 h"]}``, beside the
    ``[[vary]]`` of the file and in place of one for the same key. ``metrics`` names figures, ``"recovery_time_mean[zone]"``;
    without any they are those that ``nines sweep`` shows. The other arguments are the options of ``nines sweep``.

    The frame has the column ``point``, one for each key that varies, then the figure with its interval; ``difference``
    is to the first point, trial by trial. ``frame.attrs["run"]`` is the experiment. Raises what `nines.run` raises.
    """
    arguments = ["sweep", str(file), "--format=json", "--quiet", *definitions(define)]
    for key, values in (vary or {}).items():
        arguments += ["-V", f"{key}=" + ",".join(_value(value) for value in values)]
    for metric in metrics:
        arguments += ["--metric", metric]
    arguments += options(
        trials=trials, seed=seed, horizon=horizon, confidence=confidence, steady=steady, threads=threads
    )
    document = json.loads(call(arguments, fine=(_FINE, _INCONCLUSIVE)).output)
    rows = document["rows"]
    varied = [key for key in (rows[0] if rows else {}) if key != "point" and key not in _FIGURE_COLUMNS]
    frame = frame_of(rows, ["point", *varied, *_FIGURE_COLUMNS])
    flags = {key: frame[key].eq(True) for key in ("unreliable", "difference_unreliable")}
    frame = frame.astype({"point": "int64"}).assign(**flags)
    for key in ("subject", "class", "unit"):
        frame[key] = frame[key].fillna("")
    frame.attrs["run"] = document["run"]
    return frame


def _value(value: Value) -> str:
    """Between commas: a text that has some of its own goes into quotes."""
    text = in_toml(value)
    return in_toml([value])[1:-1] if isinstance(value, str) and "," in text else text
