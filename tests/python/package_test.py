# SPDX-License-Identifier: GPL-3.0-or-later
"""The package gives what the program writes, and its errors say what the program says."""

import csv
import io
import os
import tempfile
import unittest
from pathlib import Path
from unittest import mock
from xml.etree import ElementTree

from support import SCENARIOS, run_program

import nines
from nines.program import definitions

TWO_OF_THREE = SCENARIOS / "tutorial/02_two_of_three.toml"
DATABASE = SCENARIOS / "designs/backup_log.toml"


class Folder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def file(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path


class Runs(Folder):
    def test_metrics_are_the_rows_of_the_csv_bit_for_bit(self):
        frame = nines.run(TWO_OF_THREE, trials=200, exact=False).metrics
        text = run_program("run", TWO_OF_THREE, "--trials=200", "--no-exact", "--format=csv").stdout
        rows = list(csv.DictReader(io.StringIO(text)))
        self.assertEqual(len(frame), len(rows))
        for found, row in zip(frame.to_dict("records"), rows):
            for key in ("subject", "metric", "class", "unit", "method"):
                self.assertEqual(found[key], row[key])
            for key in ("estimate", "low", "high"):
                self.assertEqual(found[key], float(row[key]))
            self.assertEqual((found["n"], found["unreliable"]), (int(row["n"]), row["unreliable"] == "1"))

    def test_info_says_what_was_run(self):
        info = nines.run(TWO_OF_THREE, trials=100, seed=7, horizon="1 y").info
        self.assertEqual((info["trials"], info["seed"], info["horizon"]), (100, 7, 365 * 86400))
        self.assertEqual((info["name"], info["stopped"]), ("Two of three", "trials"))

    def test_a_run_without_its_precision_has_results_and_says_so(self):
        results = nines.run(TWO_OF_THREE, trials=50, precision="0.1%", exact=False)
        self.assertFalse(results.is_complete)
        self.assertEqual(results.info["stopped"], "limit")
        self.assertTrue(nines.run(TWO_OF_THREE, trials=50, exact=False).is_complete)

    def test_define_changes_the_scenario(self):
        # Five of which two are needed fail together less often than three.
        more = nines.solve(TWO_OF_THREE, define={"group.web.count": 5}, steady=True)
        q = 2 / (90 * 24 + 2)
        # P(fewer than 2 of 5 up) = q^5 + 5 q^4 (1 - q).
        self.assertAlmostEqual(more.value("unavailability").estimate / (q**5 + 5 * q**4 * (1 - q)), 1.0, places=9)

    def test_define_takes_texts_numbers_truths_and_lists(self):
        words = definitions({"a.b": "30 d", "c": True, "d": 2.5, "e": ["x", 'y"z', 3]})
        self.assertEqual(words, ["-D", "a.b=30 d", "-D", "c=true", "-D", "d=2.5", "-D", 'e=["x", "y\\"z", 3]'])

    def test_chains_of_a_service_add_up_to_its_downtime(self):
        results = nines.run(DATABASE, trials=100, exact=False)
        chains = results.chains
        self.assertAlmostEqual(chains["share"].sum(), 1.0, places=9)
        downtime = results.value("downtime_per_year", "service:shop").estimate
        self.assertAlmostEqual(chains["downtime_per_year"].sum() / downtime, 1.0, places=9)
        self.assertTrue(all(isinstance(cause, tuple) and cause for cause in chains["cause"]))

    def test_series_have_one_row_a_point(self):
        results = nines.run(TWO_OF_THREE, trials=100, exact=False)
        curve = results.series.query("name == 'point_availability'")
        self.assertEqual(len(curve), 101)
        outages = results.series.query("name == 'outage_duration'")["y"].sum()
        self.assertEqual(outages, results.value("outage_duration_mean").n)

    def test_outages_are_listed_one_by_one_and_add_up(self):
        results = nines.run(DATABASE, trials=100, exact=False, outages=True)
        listed = results.outages
        years = 100 * results.info["horizon"] / (365 * 86400)
        downtime = results.value("downtime_per_year", "service:shop")
        self.assertAlmostEqual(listed["duration"].sum() / years / downtime.estimate, 1.0, places=9)
        begun = listed[~listed["cut"].isin(["begin", "both"])]
        self.assertEqual(len(begun), results.value("outage_duration_mean", "service:shop").n)
        self.assertEqual(set(listed["subject"]), {"service:shop"})
        self.assertLess(listed["trial"].max(), 100)
        self.assertIsNone(nines.run(DATABASE, trials=10, exact=False).outages)


class Values(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.results = nines.run(TWO_OF_THREE, trials=2000)

    def test_a_value_has_its_interval(self):
        value = self.results.value("downtime_per_year")
        self.assertLess(value.low, value.estimate)
        self.assertLess(value.estimate, value.high)
        self.assertEqual((value.n, value.unit, value.is_exact), (2000, "s_per_year", False))

    def test_estimate_and_exact_figure_are_told_apart(self):
        exact = self.results.value("downtime_per_year", exact=True)
        self.assertTrue(exact.is_exact)
        self.assertEqual((exact.low, exact.high, exact.n), (exact.estimate, exact.estimate, 0))

    def test_an_unknown_name_is_answered_with_the_nearest(self):
        with self.assertRaisesRegex(KeyError, "downtime_per_year"):
            self.results.value("downtime_per_yaer")
        with self.assertRaisesRegex(KeyError, "service:site"):
            self.results.value("availability", "service:sit")
        with self.assertRaisesRegex(KeyError, "no class"):
            self.results.value("availability", failure_class="zone")


class Errors(Folder):
    def test_an_invalid_scenario_raises_with_the_place_and_the_rule(self):
        path = self.file("site.toml", 'format = 1\n[group.web]\nnode = "wep"\n')
        with self.assertRaises(nines.InvalidScenario) as caught:
            nines.run(path)
        found = caught.exception.diagnostics
        self.assertEqual([(d.code, d.line, d.column) for d in found], [("E100", 3, 8)])
        self.assertEqual(found[0].file, str(path))
        self.assertIn("wep", found[0].message)
        self.assertIn(f"{path}:3:8: error E100", str(caught.exception))

    def test_validate_returns_diagnostics_and_does_not_raise(self):
        path = self.file("site.toml", 'format = 1\n[group.web]\nnode = "wep"\n')
        self.assertIn("E100", [d.code for d in nines.validate(path)])
        self.assertEqual(nines.validate(TWO_OF_THREE), [])

    def test_a_wrong_option_is_a_usage_error_with_its_remedy(self):
        with self.assertRaisesRegex(nines.UsageError, "hint"):
            nines.run(TWO_OF_THREE, trials=-1)

    def test_a_missing_file_says_so(self):
        with self.assertRaisesRegex(nines.NinesError, "cannot read"):
            nines.run(self.folder / "none.toml")

    def test_without_the_program_it_says_where_it_looked(self):
        with mock.patch.dict(os.environ, {"NINES": "/nowhere/nines"}):
            with self.assertRaisesRegex(nines.ProgramNotFound, "/nowhere/nines"):
                nines.version()

    def test_what_cannot_be_solved_says_why(self):
        with self.assertRaises(nines.NotSolved) as caught:
            nines.solve(SCENARIOS / "tutorial/22_deploys.toml")
        self.assertGreater(len(caught.exception.reasons), 0)

    def test_a_file_without_results_is_refused(self):
        with self.assertRaisesRegex(nines.UnreadableResults, "not JSON"):
            nines.load(self.file("a.json", "{"))
        with self.assertRaisesRegex(nines.UnreadableResults, "format 1"):
            nines.load(self.file("b.json", '{"format": 2}'))
        with self.assertRaisesRegex(nines.UnreadableResults, "scenario"):
            nines.load(self.file("c.json", '{"format": 1}'))


class Files(Folder):
    def test_saved_results_are_read_back(self):
        results = nines.run(TWO_OF_THREE, trials=100)
        results.save(self.folder / "r.json")
        self.assertEqual(nines.load(self.folder / "r.json").document, results.document)

    def test_two_seeds_of_one_design_differ_by_noise_only(self):
        first = nines.run(TWO_OF_THREE, trials=1000, seed=1)
        second = nines.run(TWO_OF_THREE, trials=1000, seed=2)
        diff = nines.diff(first, second)
        self.assertFalse(diff.is_different)
        self.assertEqual(list(diff.settings["setting"]), ["seed"])
        self.assertGreater((diff.rows["change"] == "noise").sum(), 10)

    def test_a_worse_design_differs(self):
        first = nines.run(TWO_OF_THREE, trials=500, seed=1)
        second = nines.run(TWO_OF_THREE, trials=500, seed=2, define={"node.web.mttr": "4 h"})
        diff = nines.diff(first, second)
        self.assertTrue(diff.is_different)
        row = diff.rows.query("metric == 'unavailability' and subject == 'node:web/1'").iloc[0]
        self.assertEqual(row["change"], "changed")
        self.assertGreater(row["difference"], 0)


class Comparisons(Folder):
    def test_a_comparison_has_the_figures_of_both_designs_and_their_difference(self):
        text = TWO_OF_THREE.read_text(encoding="utf-8")
        worse = self.file("worse.toml", text.replace("Two of three", "Slower").replace('"2 h"', '"4 h"'))
        comparison = nines.compare([TWO_OF_THREE, worse], trials=300, seed=3)
        self.assertEqual(comparison.designs, ["Two of three", "Slower"])
        self.assertIn("mttr", " ".join(comparison.changes.query("design == 'Slower'")["path"].dropna()))
        row = comparison.differences.query("metric == 'downtime_per_year' and subject == 'service:site'").iloc[0]
        self.assertEqual((row["verdict"], row["n"]), ("a_better", 300))
        alone = [nines.run(file, trials=300, seed=3, exact=False) for file in (TWO_OF_THREE, worse)]
        of_a, of_b = (results.value("downtime_per_year", "service:site").estimate for results in alone)
        # Folded in other blocks, so the sums may differ in their last digits.
        for found, expected in ((row["of_a"], of_a), (row["of_b"], of_b), (row["estimate"], of_a - of_b)):
            self.assertAlmostEqual(found / expected, 1.0, places=12)
        found = comparison.metrics.query("design == 'Slower' and metric == 'downtime_per_year'")
        self.assertAlmostEqual(found.query("subject == 'service:site'")["estimate"].iloc[0] / of_b, 1.0, places=12)

    def test_one_design_is_no_comparison(self):
        with self.assertRaisesRegex(nines.UsageError, "at least two"):
            nines.compare([TWO_OF_THREE])


class HostileNames(Folder):
    """A strict reader of each format finds the name, and nothing but it."""

    def setUp(self):
        super().setUp()
        self.name = 'a "b" \'c\' <d> & e, ]]> |f| \n\x01\x7f\u202eg.toml'
        self.site = self.file(self.name, TWO_OF_THREE.read_text(encoding="utf-8"))

    def gate(self, *arguments):
        return run_program("gate", self.site, "--trials=400", *arguments, check=False)

    def test_junit_is_xml_with_a_case_for_each_requirement(self):
        report = self.folder / "gate.xml"
        for limit, child, no_exact in (("1%", None, []), ("99.9999999%", "failure", []), ("1%", None, ["--no-exact"])):
            self.gate("--require", f"availability >= {limit}", f"--junit={report}", *no_exact)
            suite = ElementTree.parse(report).getroot().find("testsuite")
            (case,) = suite.findall("testcase")
            self.assertTrue(case.get("classname").endswith('a "b" \'c\' <d> & e, ]]> |f|  \ufffd\ufffd\ufffdg.toml'))
            self.assertEqual(case.get("name"), f"availability >= {limit}")
            self.assertEqual([node.tag for node in case], [child] if child else [])
            self.assertEqual((suite.get("tests"), suite.get("failures")), ("1", "1" if child else "0"))

    def test_a_requirement_with_markup_is_only_text(self):
        report = self.folder / "gate.xml"
        text = 'P(recovery_time <= 1 h) >= 1%'
        self.gate("--require", text, f"--junit={report}", "--format=md")
        (case,) = ElementTree.parse(report).getroot().iter("testcase")
        self.assertEqual(case.get("name"), text)

    def test_csv_has_as_many_cells_in_each_row_as_there_are_titles(self):
        gate = ["gate", self.site, "--require", "availability >= 1%"]
        for arguments in (gate, ["compare", self.site, self.site], ["run", self.site]):
            text = run_program(*arguments, "--trials=200", "--format=csv").stdout
            rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
            self.assertGreater(len(rows), 1)
            self.assertEqual({len(row) for row in rows}, {len(rows[0])})


class Sweeps(unittest.TestCase):
    def test_a_sweep_is_a_frame_with_a_row_for_each_point_and_figure(self):
        frame = nines.sweep(
            TWO_OF_THREE,
            {"group.web.count": [3, 4], "node.web.mttr": ["1 h", "4 h"]},
            metrics=["downtime_per_year"],
            trials=300,
            seed=3,
        )
        self.assertEqual(list(frame["point"]), [1, 2, 3, 4])
        self.assertEqual(list(frame["group.web.count"]), [3, 3, 4, 4])
        self.assertEqual(frame["node.web.mttr"].iloc[2], "1 h")
        self.assertEqual(frame.attrs["run"]["trials"], 300)
        alone = nines.run(TWO_OF_THREE, define={"node.web.mttr": "4 h"}, trials=300, seed=3, exact=False)
        expected = alone.value("downtime_per_year", "service:site").estimate
        self.assertAlmostEqual(frame["estimate"].iloc[1] / expected, 1.0, places=12)
        change = frame["estimate"].iloc[1] - frame["estimate"].iloc[0]
        self.assertAlmostEqual(frame["difference"].iloc[1] / change, 1.0, places=12)

    def test_without_anything_to_vary_there_is_no_sweep(self):
        with self.assertRaisesRegex(nines.UsageError, "nothing varies"):
            nines.sweep(TWO_OF_THREE)


class Traces(unittest.TestCase):
    def test_a_trace_tells_the_trial_that_was_simulated(self):
        results = nines.run(TWO_OF_THREE, trials=20, exact=False)
        worst = results.notable.query("reason == 'worst'").iloc[0]
        events = nines.trace(TWO_OF_THREE, int(worst["trial"]), only_outages=True)
        self.assertAlmostEqual(events.query("event == 'up'")["lasted"].sum(), worst["downtime"], places=3)


if __name__ == "__main__":
    unittest.main()
