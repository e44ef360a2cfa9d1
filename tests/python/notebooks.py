# SPDX-License-Identifier: GPL-3.0-or-later
"""Executes notebooks.

notebooks.py test NAME      executes one without changing it, and holds a figure of it against the command line
notebooks.py update [NAME]  executes them and stores their outputs, so that they can be read without running them
"""

import csv
import io
import os
import sys
import unittest
from dataclasses import dataclass

import nbformat
from nbclient import NotebookClient
from support import NOTEBOOKS, ROOT, run_program


@dataclass(frozen=True)
class Figure:
    """One number that a notebook prints, and the command that gives the same."""

    command: tuple[str, ...]
    metric: str
    subject: str
    failure_class: str = ""


FIGURES = {
    "01_first_steps": Figure(
        ("run", "scenarios/tutorial/02_two_of_three.toml", "--trials=2000", "--seed=1", "--no-exact"),
        "downtime_per_year",
        "service:site",
    ),
    "02_which_design": Figure(
        ("run", "scenarios/designs/web_single.toml", "--trials=2000", "--seed=1", "--no-exact"),
        "downtime_per_year",
        "service:pages",
    ),
    "03_theory_and_published_results": Figure(
        ("solve", "scenarios/tutorial/02_two_of_three.toml", "--steady"), "unavailability", "service:site"
    ),
    "04_backups_and_rpo": Figure(
        ("run", "scenarios/designs/backup_log.toml", "--trials=1000", "--seed=1", "--no-exact"),
        "data_loss_mean",
        "store:orders",
        "corruption",
    ),
    "05_sensitivity_and_cost": Figure(
        ("run", "scenarios/designs/three_tier_three_zones.toml", "--trials=4000", "--seed=1", "--no-exact"),
        "downtime_per_year",
        "service:shop",
    ),
}


def path_of(name):
    return NOTEBOOKS / f"{name}.ipynb"


def executed(name):
    """The notebook with new outputs. Everything about the machine is left out of it."""
    notebook = nbformat.read(path_of(name), as_version=4)
    where = {"metadata": {"path": str(NOTEBOOKS)}}
    NotebookClient(notebook, timeout=300, resources=where, record_timing=False).execute()
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    return notebook


def printed(notebook):
    """What the notebook printed, and what its last expressions say as text."""
    texts = []
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            texts.append(output.get("text", ""))
            texts.append(output.get("data", {}).get("text/plain", ""))
    return "\n".join(texts)


def pictures(notebook):
    return sum("image/png" in output.get("data", {}) for cell in notebook.cells for output in cell.get("outputs", []))


def by_command_line(figure):
    """The same figure as `nines` itself writes it into CSV, with as many digits as notebooks show."""
    command, scenario, *rest = figure.command
    text = run_program(command, ROOT / scenario, *rest, "--format=csv").stdout
    for row in csv.DictReader(io.StringIO(text)):
        if (row["subject"], row["metric"], row["class"]) == (figure.subject, figure.metric, figure.failure_class):
            return float(row["estimate"])
    raise AssertionError(f"the program prints no {figure}")


class Notebook(unittest.TestCase):
    name = ""

    def test_the_notebook_shows_what_the_program_prints(self):
        stored = nbformat.read(path_of(self.name), as_version=4)
        nbformat.validate(stored)
        fresh = executed(self.name)
        value = by_command_line(FIGURES[self.name])
        self.assertGreater(pictures(fresh), 0)
        self.assertEqual(pictures(stored), pictures(fresh))
        shown = {f"{value:.6g}", f"{value:.10e}"}
        for which, notebook in (("executed now", fresh), ("stored", stored)):
            found = any(text in printed(notebook) for text in shown)
            self.assertTrue(found, f"{self.name}, {which}: no {' or '.join(shown)}; `./dev notebooks` stores it anew")


def main():
    os.environ.setdefault("PYTHONDONTWRITEBYTECODE", "1")
    os.environ.setdefault("PYDEVD_DISABLE_FILE_VALIDATION", "1")  # else the kernel warns of its own debugger
    action, *names = sys.argv[1:]
    if action == "update":
        for name in names or sorted(FIGURES):
            nbformat.write(executed(name), path_of(name))
            print(f"{path_of(name).relative_to(ROOT)}: {path_of(name).stat().st_size // 1000} kB")
        return
    Notebook.name = names[0]
    unittest.main(argv=[sys.argv[0]])


if __name__ == "__main__":
    main()
