# SPDX-License-Identifier: GPL-3.0-or-later
"""What can go wrong, in the program's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Diagnostic:
    """One remark of the program on a scenario: the place, the rule and the remedy."""

    severity: str
    """``error`` or ``warning``."""
    code: str
    """``E014``; docs/reference/diagnostics.md explains each."""
    message: str
    hint: str = ""
    file: str | None = None
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        place = "" if self.file is None else self.file
        if self.line is not None:
            place += f":{self.line}:{self.column}"
        text = f"{place}: " if place else ""
        text += f"{self.severity} {self.code}: {self.message}"
        return text + (f"\n  hint: {self.hint}" if self.hint else "")


class NinesError(Exception):
    """The program could not do what was asked for. Its text is what the program said."""

    def __init__(self, message: str, exit_code: int | None = None) -> None:
        super().__init__(message)
        self.exit_code = exit_code


class ProgramNotFound(NinesError):
    """There is no program ``nines``, or it cannot be started."""


class UsageError(NinesError):
    """The program does not know such an option or value, or the run is too large."""


class InvalidScenario(NinesError):
    """The scenario has errors; ``diagnostics`` holds each of them with its place."""

    def __init__(self, message: str, diagnostics: Sequence[Diagnostic], exit_code: int | None = None) -> None:
        super().__init__(message, exit_code)
        self.diagnostics = tuple(diagnostics)


class NotSolved(NinesError):
    """No figure could be had without sampling; ``reasons`` says why, sentence by sentence."""

    def __init__(self, reasons: Sequence[str], exit_code: int | None = None) -> None:
        super().__init__("nothing could be solved" + "".join(f"\n  {reason}" for reason in reasons), exit_code)
        self.reasons = tuple(reasons)


class UnreadableResults(NinesError):
    """A file is no results document of format 1."""


_HEAD = re.compile(
    r"^(?:(?P<file>.+?)(?::(?P<line>\d+):(?P<column>\d+))?: )?"
    r"(?P<severity>error|warning) (?P<code>[EW]\d+): (?P<message>.*)$"
)


def diagnostics_in(text: str) -> list[Diagnostic]:
    """The diagnostics in what the program wrote to standard error."""
    found: list[Diagnostic] = []
    for line in text.splitlines():
        head = _HEAD.match(line)
        if head:
            place = {key: int(head[key]) if head[key] else None for key in ("line", "column")}
            found.append(
                Diagnostic(head["severity"], head["code"], head["message"], file=head["file"], **place)
            )
        elif found and line.strip().startswith("hint: "):
            last = found.pop()
            found.append(Diagnostic(**{**last.__dict__, "hint": line.strip()[len("hint: ") :]}))
    return found
