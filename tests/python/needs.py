# SPDX-License-Identifier: GPL-3.0-or-later
"""`needs.py MODULE.. -- SCRIPT ARGUMENTS..`: runs the script, or says which Debian packages it lacks and ends with 77,
which ctest counts as skipped."""

import importlib.util
import runpy
import sys

PACKAGES = {
    "pandas": "python3-pandas",
    "matplotlib": "python3-matplotlib",
    "jsonschema": "python3-jsonschema",
    "nbclient": "python3-nbclient",
    "ipykernel": "python3-ipykernel",
}
SKIPPED = 77

if __name__ == "__main__":
    border = sys.argv.index("--")
    missing = [PACKAGES[name] for name in sys.argv[1:border] if importlib.util.find_spec(name) is None]
    if missing:
        print("skipped: missing " + ", ".join(missing))
        sys.exit(SKIPPED)
    sys.argv = sys.argv[border + 1 :]
    runpy.run_path(sys.argv[0], run_name="__main__")
