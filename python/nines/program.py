# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the program and calls it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from nines.errors import InvalidScenario, NinesError, ProgramNotFound, UsageError, diagnostics_in

_ROOT = Path(__file__).resolve().parents[2]
_BUILDS = ("build/release", "build", "build/dev")

_USAGE = 2
_INVALID_SCENARIO = 3
_IO = 4

Value = str | bool | int | float | Sequence["Value"]
"""What a key of a scenario may be set to. Texts are written as in the file: ``"30 d"``."""


def program() -> Path:
    """The program: ``$NINES``, else ``nines`` on the PATH, else the one that was built in this repository.

    Raises ProgramNotFound.
    """
    named = os.environ.get("NINES")
    if named:
        found = shutil.which(named)
        if found is None:
            raise ProgramNotFound(f"$NINES is {named}, which is no program")
        return Path(found)
    found = shutil.which("nines")
    if found is not None:
        return Path(found)
    for build in _BUILDS:
        built = _ROOT / build / "cli" / "nines"
        if os.access(built, os.X_OK) and built.is_file():
            return built
    raise ProgramNotFound("there is no program nines on the PATH; build it with ./dev build, or name it in $NINES")


def version() -> str:
    """What the program calls itself: ``nines 0.1.0 (g++ 12.2.0)``."""
    return call(["--version"]).output.strip()


@dataclass(frozen=True)
class Answer:
    """What a call of the program came to."""

    output: str
    remarks: str
    exit_code: int


def call(arguments: Sequence[str], fine: Sequence[int] = (0,)) -> Answer:
    """Calls the program with these arguments and waits for it.

    Exit codes that are not ``fine`` raise: InvalidScenario with its diagnostics, UsageError, else NinesError.
    """
    try:
        ran = subprocess.run(
            [str(program()), *arguments], capture_output=True, encoding="utf-8", errors="replace", check=False
        )
    except OSError as error:
        raise ProgramNotFound(f"cannot start {program()}: {error.strerror}") from error
    answer = Answer(ran.stdout, ran.stderr, ran.returncode)
    if answer.exit_code not in fine:
        raise _error_of(answer)
    return answer


def _error_of(answer: Answer) -> NinesError:
    said = answer.remarks.strip() or f"nines ended with exit code {answer.exit_code}"
    diagnostics = diagnostics_in(answer.remarks)
    if answer.exit_code == _INVALID_SCENARIO or (answer.exit_code == _IO and diagnostics):
        return InvalidScenario(said, diagnostics, answer.exit_code)
    if answer.exit_code == _USAGE:
        return UsageError(said, answer.exit_code)
    return NinesError(said, answer.exit_code)


def definitions(define: Mapping[str, Value] | None) -> list[str]:
    """``{"group.web.count": 4}`` as arguments: ``["-D", "group.web.count=4"]``."""
    return [word for key, value in (define or {}).items() for word in ("-D", f"{key}={in_toml(value)}")]


def options(**values: object) -> list[str]:
    """``trials=10, steady=True`` as arguments: ``["--trials=10", "--steady"]``. None and False are left out."""
    words = []
    for name, value in values.items():
        option = "--" + name.replace("_", "-")
        if value is True:
            words.append(option)
        elif value is not None and value is not False:
            words.append(f"{option}={value}")
    return words


def in_toml(value: Value) -> str:
    """A value as the program takes it on its command line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (str, int, float)):
        return str(value)
    return "[" + ", ".join(_quoted(item) if isinstance(item, str) else in_toml(item) for item in value) + "]"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
