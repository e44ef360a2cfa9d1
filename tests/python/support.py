# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests in Python share."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCENARIOS = ROOT / "scenarios"
NOTEBOOKS = ROOT / "notebooks"

sys.path.insert(0, str(ROOT / "python"))


def run_program(*arguments, check=True):
    """Calls the program under test, which $NINES names, without the package."""
    return subprocess.run(
        [os.environ["NINES"], *map(str, arguments)], capture_output=True, encoding="utf-8", check=check
    )
