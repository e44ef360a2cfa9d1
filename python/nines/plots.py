# SPDX-License-Identifier: GPL-3.0-or-later
"""The one drawing that most questions need: estimates with their intervals."""

from __future__ import annotations

from collections.abc import Mapping

from matplotlib import pyplot
from matplotlib.axes import Axes

from nines.results import Estimate


def intervals(estimates: Mapping[str, Estimate], label: str, *, scale: float = 1.0, ax: Axes | None = None) -> Axes:
    """One line for each name, in their order from the top: the estimate as a point, its interval as a bar. Exact
    figures are hollow. ``label`` names the axis with its unit; figures are divided by ``scale``, 60 for minutes."""
    if ax is None:
        _, ax = pyplot.subplots(figsize=(7, 0.7 + 0.35 * len(estimates)))
    for row, of in enumerate(estimates.values()):
        value, low, high = of.estimate / scale, of.low / scale, of.high / scale
        ax.plot([low, high], [row, row], color="C0", linewidth=2)
        ax.plot(value, row, "o", color="C0", markerfacecolor="white" if of.is_exact else "C0")
    ax.set_yticks(range(len(estimates)), list(estimates))
    ax.set_ylim(len(estimates) - 0.5, -0.5)
    ax.set_xlabel(label)
    return ax
